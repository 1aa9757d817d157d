"""From a page and a language to its bytes."""

from dataclasses import dataclass
from functools import partial

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from recount.model.interval import UNKNOWN, exactly
from recount.publication.charts.places import schematic
from recount.publication.headline import further, headline, labels
from recount.publication.helpers import Charts, Texts, most_bits, outward
from recount.publication.pages import Page
from recount.publication.public import PublicRow, PublicSite
from recount.publication.views import AccountView
from recount.publication.wording import Wording, isolated

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
    ("downloads", "downloads.html"),
)
_CHARTS = (
    "scale_of",
    "ledger_scale",
    "step",
    "strip",
    "axis",
    "party_scale",
    "party_strip",
    "month_chart",
    "claim_scale",
    "estimate_scale",
    "overlap_scale",
    "bar",
    "weight",
)
_TEXTS = (
    "phrase",
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

    def print(self, page: Page) -> bytes:
        """A page of this language."""
        root = "../" if "/" in page.path else ""
        template = self.environment.get_template(page.template)
        return template.render(root=root, path=page.path, section=page.section, **page.values).encode()


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
    environment.globals.update(_words(site, say))
    chrome = environment.get_template("chrome.html")
    sections = [(key, href) for key, href in SECTIONS if key != "people" or site.named or site.unnamed]
    keys = [*dict(SECTIONS), "set_aside", "decisions"]
    environment.globals["chrome"] = {
        (root, key): Markup(chrome.render(root=root, section=key, sections=sections))
        for root in ("", "../")
        for key in keys
    }
    closing = environment.get_template("closing.html")
    environment.globals["closing"] = {root: Markup(closing.render(root=root)) for root in ("", "../")}
    environment.globals["switch"] = [(other.code, other("language")) for other in others]
    return Press(say, site, environment)


def _words(site: PublicSite, say: Wording) -> dict[str, object]:
    charts, texts = Charts(say), Texts(say)
    found: dict[str, object] = {
        "say": say,
        "case": site.case,
        "case_name": say.words(site.case.words).striptags(),
        "figure_labels": labels(site.figures, say),
        "headline_of": partial(_headline, site, say),
        "further_of": partial(_further, site, say),
        "the_map": partial(schematic, site.incidents, say, title=say("account.where")),
        "table_row": partial(table_row, say),
        "isolated": isolated,
        "outward": outward,
        "most_bits": most_bits,
        "exactly": exactly,
        "unknown_interval": UNKNOWN,
        "release_link": Markup('<a href="../release.json" dir="ltr">release.json</a>'),
    }
    found |= {name: getattr(charts, name) for name in _CHARTS}
    return found | {name: getattr(texts, name) for name in _TEXTS}


def _headline(site: PublicSite, say: Wording, view: AccountView) -> Markup:
    return headline(site, view, say)


def _further(site: PublicSite, say: Wording, view: AccountView) -> list[Markup]:
    return further(site, view, say)


def table_row(say: Wording, row: PublicRow, visible: list[int]) -> Markup:
    """One row of a list, with an anchor on each cell that something points to."""
    cells = [f'<tr id="r{row.number}"><th scope="row">{say.number(row.number)}</th>']
    for column in visible:
        cell = row.cells[column] if column < len(row.cells) else None
        anchor = row.anchors[column]
        own = f' id="{anchor}"' if anchor is not None else ""
        cells.append(f'<td{own} dir="auto">{escape(cell)}</td>' if cell is not None else f"<td{own}></td>")
    leads = ", ".join(
        f'<a href="../{escape(lead.href)}">{say.words(lead.words) if lead.words.en else escape(lead.id)}</a>'
        for lead in row.leads
        if lead.href is not None
    )
    return Markup("".join(cells) + f"<td>{leads}</td></tr>")
