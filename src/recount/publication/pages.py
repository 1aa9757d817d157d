"""Which pages there are, and what each is made of."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias, TypeVar

from recount.model.discrepancies import DiscrepancyKind
from recount.model.interval import Interval
from recount.publication.backward import PAGE, combinations
from recount.publication.charts.places import drawable, months_and_parties, spots
from recount.publication.charts.repeats import carried, sides
from recount.publication.groups import Group, Groups
from recount.publication.public import Public, PublicIncident, PublicLine, PublicPerson, PublicSite, PublicSource
from recount.publication.public.grids import PublicGridPage
from recount.publication.public.since import PublicGone
from recount.publication.redaction.catalogue import ROWS_A_PAGE, rows_href
from recount.publication.views import account, runs

Shown: TypeAlias = "Public | Interval | date | str | int | float | bool | Sequence[Shown] | Mapping[str, Shown] | None"
"""What a page may be given: public values and plain numbers, never a noun of the model that names somebody."""

Item = TypeVar("Item")
Placed = TypeVar("Placed", PublicIncident, PublicPerson, PublicGone)

INLINE = 60
EVIDENCE_A_PAGE = 600
PEOPLE_A_PAGE = 500
CLAIMS_A_PAGE = 500
INCIDENTS_A_PAGE = 300
ROWS_A_GRID = 200


@dataclass(frozen=True, slots=True)
class Page:
    """One page, the same in every language: where it stands, by which template, of which values.

    A `shared` page is there once, for the readers of all languages.
    """

    path: str
    template: str
    section: str
    values: Mapping[str, Shown]
    shared: bool = False


def pages(site: PublicSite) -> Iterator[Page]:
    """All pages but the list of downloads, which needs the files themselves."""
    yield Page("index.html", "account.html", "account", {"view": account(site)})
    yield from _figures(site)
    yield from _incidents(site)
    yield from _people(site)
    yield from _claims(site)
    yield from _sources(site)
    yield from _single(site)


def _figures(site: PublicSite) -> Iterator[Page]:
    yield Page(
        "figures/index.html",
        "figures.html",
        "figures",
        {"figures": site.figures, "withheld": len(site.withheld), "grids": _of_section(site, "figures")},
    )
    groups = Groups(site.figures)
    for path, page in groups.pages:
        yield Page(path, "groups.html", "figures", {"groups": page})
    resting: dict[str, list[Shown]] = {}
    for figure in site.figures:
        for line in (*figure.lines, *figure.excluded):
            resting.setdefault(line.href, []).append((figure, line))
    for figure in site.figures:
        found = {line.number: runs(line.evidence) for line in (*figure.lines, *figure.excluded)}
        shown: list[Shown] = [found.get(number, []) for number in range(max(found, default=0) + 1)]
        values: dict[str, Shown] = {"figure": figure, "inline": INLINE, "runs": shown}
        yield Page(figure.href, "figure.html", "figures", values | {"groups": groups.of_step})
        for line in (*figure.lines, *figure.excluded):
            if len(found[line.number]) > INLINE and line.href in resting:
                parted = groups.of_step.get(line.href, ())
                yield from _evidence(line, resting.pop(line.href), found[line.number], parted)


def _evidence(
    line: PublicLine, steps: Sequence[Shown], found: Sequence[Public], parted: Sequence[Group]
) -> Iterator[Page]:
    """All evidence of one step, with every step of any figure that rests on the same; of a large one its groups."""
    stem = line.href.removesuffix("-1.html")
    if parted:
        known: dict[str, Shown] = {"steps": steps, "pieces": len(line.evidence), "parted": parted}
        yield Page(line.href, "evidence.html", "figures", known | {"shown": (), "pages": (), "current": 1})
        return
    for number, (shown, listed) in enumerate(shards(found, EVIDENCE_A_PAGE, stem), 1):
        values: dict[str, Shown] = {"steps": steps, "pieces": len(line.evidence), "parted": (), "shown": shown}
        values |= {"pages": listed, "current": number}
        yield Page(f"{stem}-{number}.html", "evidence.html", "figures", values)


def shards(found: Sequence[Item], size: int, stem: str) -> Iterator[tuple[Sequence[Item], Sequence[Shown]]]:
    """Parts of a long list, each with the links to all parts: (address, its number)."""
    parts = [found[start : start + size] for start in range(0, len(found), size)] or [()]
    listed: list[Shown] = [(f"{stem}-{number}.html", number) for number in range(1, len(parts) + 1)]
    for part in parts:
        yield part, listed


def _incidents(site: PublicSite) -> Iterator[Page]:
    for number, (part, listed) in enumerate(shards(site.incidents, INCIDENTS_A_PAGE, "incidents/page"), 1):
        path = "incidents/index.html" if number == 1 else f"incidents/page-{number}.html"
        links = _with_index(listed, "incidents/index.html")
        values: dict[str, Shown] = {"incidents": part, "pages": links, "current": number, "total": len(site.incidents)}
        yield Page(path, "incidents.html", "incidents", values | {"map": number == 1})
    found = spots(site.incidents)
    months, parties = months_and_parties(found)
    named = {party.id: party for i in site.incidents for party in (a.party for a in i.assessments)}
    values = {"spots": found, "months": months, "parties": [named[key] for key in parties]}
    values["located"] = sum(len(spot.incidents) for spot in found if drawable(spot.place))
    yield Page("incidents/places.html", "places.html", "incidents", values)
    gone = dict(by_page(one for one in _gone(site) if one.kind == "incident"))
    there = dict(by_page(site.incidents))
    for path in sorted({*there, *gone}):
        shown: dict[str, Shown] = {"incidents": there.get(path, []), "gone": gone.get(path, [])}
        yield Page(path, "incident.html", "incidents", shown)


def by_page(found: Iterable[Placed]) -> list[tuple[str, list[Placed]]]:
    """Things by the page that holds them."""
    pages: dict[str, list[Placed]] = {}
    for thing in found:
        pages.setdefault(thing.href.partition("#")[0], []).append(thing)
    return sorted(pages.items())


def _with_index(listed: Sequence[Shown], index: str) -> list[Shown]:
    return [(index, 1), *listed[1:]]


def _people(site: PublicSite) -> Iterator[Page]:
    if not (site.named or site.unnamed):
        return
    by_name = {figure.name: figure for figure in site.figures}
    for number, (part, listed) in enumerate(shards(site.people, PEOPLE_A_PAGE, "people/page"), 1):
        path = "people/index.html" if number == 1 else f"people/page-{number}.html"
        values: dict[str, Shown] = {"people": part, "pages": _with_index(listed, "people/index.html")}
        values |= {"current": number, "naming": site.naming, "k": site.k}
        values |= {"named": by_name.get("documented/named"), "unnamed": by_name.get("documented/unnamed")}
        yield Page(path, "people.html", "people", values)
    gone = dict(by_page(one for one in _gone(site) if one.kind == "person"))
    there = dict(by_page(site.people))
    for path in sorted({*there, *gone}):
        yield Page(path, "persons.html", "people", {"people": there.get(path, []), "gone": gone.get(path, [])})


def _claims(site: PublicSite) -> Iterator[Page]:
    listed: Sequence[Shown] = ()
    told = [claim for claim in site.claims if claim.incident is None or claim.href.startswith("reports/")]
    for number, (part, found) in enumerate(shards(told, CLAIMS_A_PAGE, "reports/claims"), 1):
        listed = found if told else ()
        if told:
            values: dict[str, Shown] = {"claims": part, "pages": listed, "current": number}
            yield Page(f"reports/claims-{number}.html", "claims.html", "claims", values)
    tabular = [s for s in site.sources if s.tables and not s.people]
    yield Page(
        "reports/index.html",
        "reports.html",
        "claims",
        {"reports": site.reports, "pages": listed, "tabular": tabular},
    )
    doubts: dict[str, list[Shown]] = {}
    for doubt in site.discrepancies:
        for subject in doubt.subjects:
            doubts.setdefault(subject.id, []).append(doubt)
    for report in site.reports:
        yield Page(report.href, "report.html", "claims", {"report": report, "doubts": doubts})


def _sources(site: PublicSite) -> Iterator[Page]:
    yield Page("lists/index.html", "lists.html", "lists", {"sources": site.sources})
    for source in site.sources:
        tables: list[Shown] = []
        for place, table in enumerate(source.tables):
            number = int(table.id.rsplit("-", 1)[-1]) - 1
            addresses = [rows_href(table.document, number, n) for n in range(_parts(len(table.rows)))]
            listed: list[Shown] = [(address, n) for n, address in enumerate(addresses, 1)]
            tables.append((table, listed))
            yield from _rows(source, place, addresses, listed)
        turns: list[Shown] = [page for page in site.grids if page.about is not None and page.about == source.words]
        values: dict[str, Shown] = {"source": source, "tables": tables, "k": site.k, "grids": turns}
        yield Page(source.href, "list.html", "lists", values)


def _parts(rows: int) -> int:
    return -(-rows // ROWS_A_PAGE)


def _rows(source: PublicSource, place: int, addresses: list[str], listed: list[Shown]) -> Iterator[Page]:
    table = source.tables[place]
    hidden = {column for column, _ in table.hidden}
    visible = [number for number, column in enumerate(table.header) if column not in hidden]
    for number, address in enumerate(addresses, 1):
        rows = table.rows[(number - 1) * ROWS_A_PAGE : number * ROWS_A_PAGE]
        values: dict[str, Shown] = {"source": source, "table": table, "rows": rows, "visible": visible}
        values |= {"pages": listed, "current": number}
        yield Page(address.removeprefix("../"), "rows.html", "lists", values, shared=True)


def _single(site: PublicSite) -> Iterator[Page]:
    yield Page("origins.html", "origins.html", "origins", _origins(site))
    yield Page("discrepancies.html", "discrepancies.html", "discrepancies", {"discrepancies": site.discrepancies})
    yield Page(
        "positions.html",
        "positions.html",
        "positions",
        {"positions": site.positions, "grids": _of_section(site, "positions")},
    )
    for tables in site.grids:
        yield from _grids(tables)
    yield Page("estimate.html", "estimate.html", "estimate", {"estimates": site.estimates, "k": site.k})
    yield Page("set-aside.html", "set-aside.html", "set_aside", {"set_aside": site.set_aside})
    together: list[Shown] = list(combinations(site).values())
    yield Page(PAGE, "counted.html", "figures", {"combinations": together})
    yield Page("decisions.html", "decisions.html", "decisions", {"decisions": site.decisions})
    indexes: list[Shown] = [("incidents", "incidents/index.html"), ("claims", "reports/index.html")]
    people: list[Shown] = [("people", "people/index.html")] if site.named or site.unnamed else []
    indexes = [*people, *indexes, ("lists", "lists/index.html"), ("figures", "figures/index.html")]
    yield Page("search.html", "search.html", "search", {"indexes": indexes})
    yield Page("changes.html", "changes.html", "changes", _since(site))
    yield Page("report-an-error.html", "report-error.html", "report", {})
    yield Page("method.html", "method.html", "method", method(site))


def _gone(site: PublicSite) -> Sequence[PublicGone]:
    """What any earlier release showed and this one does not."""
    return () if site.since is None else (*site.since.gone, *site.since.earlier)


def _section(page: PublicGridPage) -> str:
    return {"divided": "figures", "versions": "lists"}.get(page.name, "positions")


def _of_section(site: PublicSite, section: str) -> list[Shown]:
    return [page for page in site.grids if _section(page) == section]


def _grids(page: PublicGridPage) -> Iterator[Page]:
    """A page of tables, and pages of their own for the rest of long ones."""
    stem, shown, more = page.href.removesuffix(".html"), [], []
    for grid in page.grids:
        parts = list(shards(grid.rows, ROWS_A_GRID, f"{stem}-{grid.name}"))
        links: list[Shown] = [(f"{page.href}#{grid.name}", 1), *parts[0][1][1:]]
        shown.append((grid, parts[0][0], links, 1))
        for number, (rows, _) in enumerate(parts[1:], 2):
            more.append((f"{stem}-{grid.name}-{number}.html", (grid, rows, links, number)))
    for href, tables in [(page.href, shown), *((href, [one]) for href, one in more)]:
        values: dict[str, Shown] = {"page": page, "grids": tables, "whole": href == page.href}
        yield Page(href, "grids.html", _section(page), values)


def _since(site: PublicSite) -> dict[str, Shown]:
    hrefs: dict[str, Shown] = {figure.name: figure.href for figure in site.figures}
    return {"since": site.since, "hrefs": hrefs}


def _origins(site: PublicSite) -> dict[str, Shown]:
    several = [origin for origin in site.origins if len(origin.claims) > 1]
    found = carried(site.origins)
    left, right = sides(found)
    return {
        "several": several,
        "single": sum(len(origin.claims) == 1 for origin in site.origins),
        "carried": found,
        "left": left,
        "right": right,
        "claims": {claim.id: claim for origin in several for claim in origin.claims},
        "changed": {doubt.id: doubt for doubt in site.discrepancies if doubt.kind == DiscrepancyKind.MUTATION},
    }


def method(site: PublicSite) -> dict[str, Shown]:
    """What the page on the method is made of."""
    counts = {
        "documents": sum(len(s.documents) + len({t.document for t in s.tables}) for s in site.sources),
        "sources": len(site.sources),
        "claims": len(site.claims),
        "records": sum(source.rows for source in site.sources if source.people),
        "positions": len(site.positions),
        "decisions": len(site.decisions),
        "stale": sum(decision.stale for decision in site.decisions),
        "set_aside": len(site.set_aside),
    }
    head = site.figures[0] if site.figures else None
    values: dict[str, Shown] = {"counts": counts, "sources": site.sources, "method": site.method, "head": head}
    return values | {"links": site.links, "naming": site.naming, "k": site.k}
