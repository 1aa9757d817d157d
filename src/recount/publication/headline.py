"""The first sentences, generated from named figures: no number in them is typed."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from recount.model.codes import Kind, Unit
from recount.model.interval import Interval
from recount.model.values import Period
from recount.publication.helpers import Texts
from recount.publication.public import PublicFigure, PublicScope, PublicSite
from recount.publication.views import AccountView, claims_of_the_whole
from recount.publication.wording import Wording


def headline(site: PublicSite, view: AccountView, texts: Texts) -> Markup:
    """One sentence: how many, of whom, where and when."""
    head, say = view.head, texts.say
    if view.listless and (claimed := claims_of_the_whole(site)):
        return _claimed_first(site, claimed, texts)
    scope = head.scope if head is not None else site.case.scope
    slots = _slots(scope, say)
    if head is None or not head.interval.known:
        return Markup(say("headline.none", **slots))
    slots |= {"Number": _between(head, say)}
    if view.named is not None and view.unnamed is not None:
        slots |= {"named": number(view.named, say), "unnamed": number(view.unnamed, say)}
        return Markup(say("headline.lists", **slots))
    return Markup(say("headline.claims" if view.listless else "headline.documented", **slots))


def further(site: PublicSite, view: AccountView, texts: Texts) -> list[Markup]:
    """What is claimed for the whole, what is acknowledged and what is estimated, each in a sentence of its own."""
    say = texts.say
    sentences = _documented_without_lists(view, say)
    claimed = claims_of_the_whole(site)
    if claimed and not view.listless:
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


def _claimed_first(site: PublicSite, claimed: list[PublicFigure], texts: Texts) -> Markup:
    """Without lists of people nothing documented speaks of the whole: what each voice claims of it comes first."""
    say = texts.say
    first, *rest = (
        {"number": number(figure, say), "things": things(site, say, figure), "who": _claimant(figure, texts)}
        for figure in claimed
    )
    more = Markup("").join(Markup(say("headline.claimed_next", **slots)) for slots in rest)
    return Markup(say("headline.claimed_first", **_slots(claimed[0].scope, say), **first, rest=more))


def things(site: PublicSite, say: Wording, figure: PublicFigure) -> str:
    """What a figure counts: names or bodies where every voice behind it says so, else people."""
    behind = {piece.id for line in figure.lines for piece in line.evidence}
    units = {claim.unit for claim in site.claims if claim.id in behind}
    if len(units) == 1 and (unit := units.pop()) is not Unit.PEOPLE:
        return say.code_word("unit", unit.value)
    return say.code_word("population", figure.scope.population.value)


def _claimant(figure: PublicFigure, texts: Texts) -> Markup:
    return texts.phrase("voice", figure.lines[0].label)


def _documented_without_lists(view: AccountView, say: Wording) -> list[Markup]:
    """What a case without lists documents itself, so that nobody takes it for the whole."""
    if not view.listless or view.head is None or not view.head.interval.known:
        return []
    incidents = {piece.id for line in view.head.lines for piece in line.evidence if piece.kind == "incident"}
    counted = Markup('<a href="incidents/index.html">{}</a>').format(say.count("incident", len(incidents)))
    slots = _slots(view.head.scope, say)
    return [Markup(say("headline.listless", number=number(view.head, say), incidents=counted, **slots))]


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


def labels(figures: Iterable[PublicFigure], texts: Texts) -> dict[str, Markup]:
    """What every figure is called: by its name where the language has words for it, else by kind and part."""
    return {figure.name: _label(figure, texts) for figure in figures}


def _label(figure: PublicFigure, texts: Texts) -> Markup:
    say = texts.say
    if say.has(f"figure.{figure.name}") and figure.scope.kind is not Kind.CLAIMED:
        return Markup(escape(say(f"figure.{figure.name}")))
    first, _, rest = figure.name.partition("/")
    kind = say.code_word("figure", first if say.has(f"figure.{first}") else figure.scope.kind.value)
    return Markup(say("figure.part", kind=kind, part=_part(figure, rest, texts)))


def _part(figure: PublicFigure, rest: str, texts: Texts) -> str | Markup:
    say = texts.say
    if figure.scope.kind is Kind.CLAIMED and figure.lines[0].label:
        return _claimant(figure, texts)
    year, _, month = rest.partition("-")
    if year.isdigit() and len(year) == 4 and month.isdigit() and figure.scope.kind is Kind.DOCUMENTED:
        return say.month(int(year), int(month))
    if figure.scope.parties:
        return say.parties(figure.scope.parties)
    return rest or figure.scope.kind.value
