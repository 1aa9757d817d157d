"""The first sentences, generated from named figures: no number in them is typed."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from recount.model.codes import Kind
from recount.model.interval import Interval
from recount.model.values import Period
from recount.publication.public import PublicFigure, PublicScope, PublicSite
from recount.publication.views import AccountView
from recount.publication.wording import Wording


def headline(site: PublicSite, view: AccountView, say: Wording) -> Markup:
    """One sentence: how many, of whom, where and when."""
    head = view.head
    scope = head.scope if head is not None else site.case.scope
    slots = _slots(scope, say)
    if head is None or not head.interval.known:
        return Markup(say("headline.none", **slots))
    slots |= {"Number": _between(head, say)}
    if view.named is not None and view.unnamed is not None:
        slots |= {"named": number(view.named, say), "unnamed": number(view.unnamed, say)}
        return Markup(say("headline.lists", **slots))
    return Markup(say("headline.documented" if site.named or site.unnamed else "headline.claims", **slots))


def further(site: PublicSite, view: AccountView, say: Wording) -> list[Markup]:
    """What is claimed for the whole, what is acknowledged and what is estimated, each in a sentence of its own."""
    sentences: list[Markup] = []
    claimed = [figure for figure in site.figures if figure.name.partition("/")[0] == Kind.CLAIMED]
    if claimed:
        origins = Markup('<a href="origins.html">{}</a>').format(say.count("origin", len(claimed)))
        numbers = Markup(escape(say("headline.list"))).join(number(figure, say) for figure in claimed)
        sentences.append(Markup(say("headline.claimed", claimed=numbers, origins=origins)))
    own = [figure for row in view.parties for figure in row.acknowledged]
    if own:
        parts = [_acknowledged(figure, say) for figure in own]
        sentences.append(Markup(say("headline.acknowledged", who=Markup(escape(say("headline.list"))).join(parts))))
    for estimate in view.estimates[:1]:
        if estimate.interval is not None:
            shown = _link(estimate.href, say.interval(estimate.interval))
            sentences.append(Markup(say("headline.estimated", estimated=shown)))
    return sentences


def number(figure: PublicFigure, say: Wording) -> Markup:
    """A figure's interval, leading to its page."""
    return _link(figure.href, say.interval(figure.interval))


def _link(href: str, text: str) -> Markup:
    return Markup('<a class="num" href="{}">{}</a>').format(href, text)


def _between(figure: PublicFigure, say: Wording) -> Markup:
    interval: Interval = figure.interval
    if interval.low is None or interval.high is None or interval.exact:
        return _link(figure.href, _capital(say.interval(interval)))
    text = say("interval.between", low=say.number(interval.low), high=say.number(interval.high))
    return _link(figure.href, _capital(text))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _acknowledged(figure: PublicFigure, say: Wording) -> Markup:
    return Markup(
        say("headline.acknowledged_by", interval=number(figure, say), party=say.parties(figure.scope.parties or ()))
    )


def _slots(scope: PublicScope, say: Wording) -> dict[str, object]:
    return {
        "population": say.code_word("population", scope.population.value),
        "outcome": say.code_word("outcome", scope.outcome.value),
        "place": say.place(scope.place) or say("site.unknown"),
        "period": _when(scope.period, say),
    }


def _when(period: Period | None, say: Wording) -> str:
    if period is None or period.start is None or period.end is None:
        return say.period(period)
    if period.start == period.end:
        return say("period.on", start=say.date(period.start))
    return say("period.prose", start=say.date(period.start), end=say.date(period.end))


def labels(figures: Iterable[PublicFigure], say: Wording) -> dict[str, Markup]:
    """What every figure is called: by its name where the language has words for it, else by kind and part."""
    return {figure.name: _label(figure, say) for figure in figures}


def _label(figure: PublicFigure, say: Wording) -> Markup:
    if say.has(f"figure.{figure.name}"):
        return Markup(escape(say(f"figure.{figure.name}")))
    first, _, rest = figure.name.partition("/")
    kind = say.code_word("figure", first if say.has(f"figure.{first}") else figure.scope.kind.value)
    return Markup(say("figure.part", kind=kind, part=_part(figure, rest, say)))


def _part(figure: PublicFigure, rest: str, say: Wording) -> str | Markup:
    year, _, month = rest.partition("-")
    if year.isdigit() and len(year) == 4 and month.isdigit() and figure.scope.kind is Kind.DOCUMENTED:
        return say.month(int(year), int(month))
    if figure.scope.parties:
        return say.parties(figure.scope.parties)
    return rest or figure.scope.kind.value
