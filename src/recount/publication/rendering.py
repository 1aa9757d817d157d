"""From a page and a language to its bytes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from recount.model.interval import UNKNOWN, exactly
from recount.publication.backward import Back
from recount.publication.charts.places import schematic, spots
from recount.publication.groups import Group
from recount.publication.headline import further, headline, labels, things
from recount.publication.helpers import Charts, Texts, outward
from recount.publication.pages import Page
from recount.publication.public import PublicSite
from recount.publication.sentences import translator
from recount.publication.views import AccountView, Run
from recount.publication.voices import voices_of
from recount.publication.wording import Wording

SECTIONS = (
    ("account", "index.html"),
    ("incidents", "incidents/index.html"),
    ("people", "people/index.html"),
    ("claims", "reports/index.html"),
    ("origins", "origins.html"),
    ("positions", "positions.html"),
    ("discrepancies", "discrepancies.html"),
    ("estimate", "estimate.html"),
    ("lists", "lists/index.html"),
    ("figures", "figures/index.html"),
    ("method", "method.html"),
)
_PATH = "@path@"
_ROOTS = ("", "../")
_CHARTS = (
    "scale_of",
    "ledger_scale",
    "step",
    "strip",
    "axis",
    "mark",
    "ends",
    "ruled",
    "kind_scale",
    "party_scale",
    "party_strip",
    "month_chart",
    "claim_scale",
    "timeline",
    "upset",
    "panel_scale",
    "panel",
    "ribbons",
    "voice_scale",
    "repeat_strip",
    "voice_axis",
    "estimate_scale",
    "overlap_scale",
    "bar",
    "alike_of",
    "join_rows",
)
_TEXTS = (
    "phrase",
    "english",
    "own",
    "quotes",
    "where",
    "setting",
    "chain",
    "person_name",
    "other_names",
    "incident_name",
    "probability",
    "bits",
    "segment",
    "stratum",
)


@dataclass(frozen=True, slots=True)
class Press:
    """Everything one language needs to print its pages."""

    say: Wording
    site: PublicSite
    environment: Environment
    chrome: dict[tuple[str, str], Markup]
    closing: dict[str, Markup]
    back: Back

    def print(self, page: Page) -> bytes:
        """A page of this language."""
        root = "../" if "/" in page.path else ""
        template = self.environment.get_template(page.template)
        chrome = self.chrome[root, page.section].replace(_PATH, page.path)
        return template.render(root=root, chrome=chrome, closing=self.closing[root], **page.values).encode()


def press(site: PublicSite, say: Wording, others: tuple[Wording, ...]) -> Press:
    """Set up a language: its templates, words and charts."""
    environment = Environment(
        loader=PackageLoader("recount.publication"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    called = labels(site.figures, texts := Texts(say, translator(say, _names(site, say))))
    back = Back(site, say, called)
    environment.globals.update(_words(site, texts, called, back))
    environment.globals["languages"] = [(other.code, other("language")) for other in others]
    closing = environment.get_template("closing.html")
    around = {root: Markup(closing.render(root=root)) for root in _ROOTS}
    return Press(say, site, environment, _chrome(environment, site, others), around, back)


def _chrome(environment: Environment, site: PublicSite, others: tuple[Wording, ...]) -> dict[tuple[str, str], Markup]:
    """What stands above every page; made once, but for the address of the same page in the other languages."""
    template = environment.get_template("chrome.html")
    switch = [(other.code, other("language")) for other in others]
    sections = [(key, href) for key, href in SECTIONS if key != "people" or site.named or site.unnamed]
    return {
        (root, key): Markup(template.render(root=root, section=key, sections=sections, switch=switch, path=_PATH))
        for root in _ROOTS
        for key in (*dict(SECTIONS), "set_aside", "decisions", "downloads", "search", "report", "changes")
    }


def _words(site: PublicSite, texts: Texts, called: Mapping[str, Markup], back: Back) -> dict[str, object]:
    say = texts.say
    charts = Charts(say, texts)
    found: dict[str, object] = {
        "say": say,
        "case": site.case,
        "case_name": say.words(site.case.words).striptags(),
        "figure_labels": called,
        "things": partial(things, site, say),
        "headline_of": partial(_headline, site, texts),
        "further_of": partial(_further, site, texts),
        "the_map": partial(
            schematic, spots(site.incidents), say, title=say("account.where"), areas=site.case.boundaries
        ),
        "brief": partial(brief, say),
        "uses": back.uses,
        "rested": back.rested,
        "voices_of": voices_of,
        "labelled": labelled,
        "group_names": partial(group_names, called),
        "counted": back.counted,
        "written": back.written,
        "k": site.k,
        "isolated": say.isolated,
        "outward": outward,
        "exactly": exactly,
        "unknown_interval": UNKNOWN,
        "release_link": Markup('<a href="../release.json" dir="ltr">release.json</a>'),
    }
    found |= {name: getattr(charts, name) for name in _CHARTS}
    return found | {name: getattr(texts, name) for name in _TEXTS}


def _names(site: PublicSite, say: Wording) -> dict[str, Markup]:
    """Names that have a translation: parties, sources and places, by their English name and by the id of a party."""
    named = [party.words for party in site.parties] + [source.words for source in site.sources]
    named += [i.place.words for i in site.incidents if i.place is not None]
    named += [c.place.words for c in site.claims if c.place is not None]
    voices = {key.removeprefix("voice."): text for key, text in say.messages.items() if key.startswith("voice.")}
    spoken = {form: escape(text) for key, text in voices.items() for form in (key, key[:1].upper() + key[1:])}
    return (
        spoken
        | {words.en: say.words(words) for words in named if words.ar}
        | {party.id: say.words(party.words) for party in site.parties}
    )


def _headline(site: PublicSite, texts: Texts, view: AccountView) -> Markup:
    return headline(site, view, texts)


def _further(site: PublicSite, texts: Texts, view: AccountView) -> list[Markup]:
    return further(site, view, texts)


def group_names(called: Mapping[str, Markup], parted: Sequence[Group]) -> list[tuple[Markup, Group]]:
    """The groups of a step, each by the figures that count it and that not all groups of the step have in common."""
    names = [list(dict.fromkeys(figure.name for figure, _ in group.steps)) for group in parted]
    common = set(names[0]).intersection(*names) if names else set()
    told = [[called.get(name, Markup(escape(name))) for name in those if name not in common] for those in names]
    shown = [Markup(" · ").join(those or [called.get(names[0][0], Markup(""))]) for those in told]
    return sorted(zip(shown, parted, strict=True), key=lambda pair: (-len(pair[1].runs), pair[1].number))


def labelled(column: int, text: str) -> str:
    """The label of a column as the style sheet writes it before a cell on a narrow screen: once a table, not a cell."""
    plain = text.replace("\\", "").replace('"', "")
    return f'--c{column}:"{plain}: ";'


def brief(say: Wording, run: Run) -> Markup:
    """Evidence where there are thousands: a name that leads to its row, or rows drawn together."""
    piece = run.first
    target = piece.leaves[0].href if piece.leaves and piece.leaves[0].href is not None else piece.href
    name = (piece.words.ar if say.code == "ar" else piece.words.en) or piece.words.en
    if piece.kind == "person" and not name:
        name = say("evidence.withheld" if piece.href == "people/index.html" else "evidence.unnamed")
    if piece.row is not None and run.last is not None:
        name = (
            f"{name}{say('site.comma')}{say('evidence.rows', first=say.number(piece.row), last=say.number(run.last))}"
        )
    elif piece.row is not None:
        name = f"{name}{say('site.comma')}{say('evidence.row', n=say.number(piece.row))}"
    return Markup(f"<a href=../{target or ''}>{escape(name)}</a>")
