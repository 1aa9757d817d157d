"""`recount claims`: every casualty figure of some reports, without a case."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from recount.cli.arguments import AsJson
from recount.cli.reports import NOBODY, date_of, reports

if TYPE_CHECKING:
    from recount.extraction.totals import Totals
    from recount.model.assertions import Claim
    from recount.model.evidence import Document, SetAside
    from recount.model.interval import Interval

Files = Annotated[
    list[Path] | None,
    typer.Argument(metavar="FILE...", help="Reports: text files, saved pages, folders; - or nothing reads a paste."),
]


def claims(
    files: Files = None,
    as_json: AsJson = False,
    as_html: Annotated[bool, typer.Option("--html", help="Print a page with the figures highlighted.")] = False,
    as_totals: Annotated[
        bool, typer.Option("--totals", help="Print the killed and injured of each event, as JSON, the main one first.")
    ] = False,
    published: Annotated[
        str, typer.Option("--date", metavar="YYYY-MM-DD", help="The day the reports were published.")
    ] = "",
) -> None:
    """Read every casualty figure out of reports.

    Each figure stands with its exact words, what it counts, who is said to have done it, where and when, and who says
    so. No case is needed.
    """
    documents, told = reports(files or [], date_of(published))
    read = [_read(document, with_totals=as_totals) for document in documents]
    if as_totals:
        print(json.dumps([each for one in read for each in one.totals()], ensure_ascii=False, indent=2))
    elif as_json:
        print(json.dumps([each for one in read for each in one.objects()], ensure_ascii=False, indent=2))
    elif as_html:
        from recount.cli.highlights import page

        print(page([(one.document, one.claims) for one in read]))
    else:
        _print_tables(read)
    for each in (*told, *(aside for one in read for aside in one.told)):
        typer.echo(f"recount: {each}", err=True)


@dataclass(frozen=True)
class _Report:
    document: "Document"
    claims: "list[Claim]"
    events: "list[Totals]"
    spoken: "dict[str, tuple[str, ...]]"
    told: "tuple[SetAside, ...]" = ()

    def objects(self) -> list[dict[str, object]]:
        """The claims as `--json` prints them."""
        starts = {claim.id: claim.locator.start for claim in self.claims}
        return [_plain(claim, self.document.path, starts, self.spoken[claim.id]) for claim in self.claims]

    def totals(self) -> list[dict[str, object]]:
        """The events as `--totals` prints them."""
        return [
            {
                "document": self.document.path,
                "event": number,
                "killed": _ends(event.killed),
                "injured": _ends(event.injured),
            }
            for number, event in enumerate(self.events, start=1)
        ]


def _read(document: "Document", *, with_totals: bool) -> _Report:
    from recount.extraction.general import own_names, theatre_of
    from recount.extraction.limits import refused
    from recount.extraction.reports import read_through
    from recount.extraction.totals import Totals, totals

    too_much = refused(document)
    if too_much is not None:
        return _Report(document, [], [Totals(None, None)], {}, (too_much,))
    theatre = theatre_of(document.text or "")
    prepared, read = read_through(document, NOBODY, theatre)
    spoken = {each.claim.id: own_names(prepared, each) for each in read}
    events = totals(prepared, read) if with_totals else []
    return _Report(document, [each.claim for each in read], events, spoken)


def _ends(interval: "Interval | None") -> dict[str, object] | None:
    return None if interval is None else {"low": interval.low, "high": interval.high}


def _plain(claim: "Claim", document: str, starts: dict[str, int | None], parties: tuple[str, ...]) -> dict[str, object]:
    quantity, period, place = claim.quantity, claim.period, claim.place
    return {
        "document": document,
        "start": claim.locator.start,
        "end": claim.locator.end,
        "phrase": claim.phrase,
        "low": quantity.interval.low,
        "high": quantity.interval.high,
        "comparator": quantity.comparator.value,
        "kind": quantity.kind.value,
        "unit": quantity.unit.value,
        "outcome": claim.outcome.value,
        "population": claim.population.value,
        "parties": list(parties),
        "cause": None if claim.cause is None else claim.cause.value,
        "place": None if place is None else place.written or place.id,
        "period_start": None if period is None or period.start is None else period.start.isoformat(),
        "period_end": None if period is None or period.end is None else period.end.isoformat(),
        "claimant": claim.claimant,
        "via": list(claim.chain[:-1]),
        "stance": claim.stance.value,
        "part_of": None if claim.part_of is None else starts.get(claim.part_of),
        "confidence": claim.confidence,
    }


def _print_tables(read: list[_Report]) -> None:
    from rich.console import Console
    from rich.table import Table

    console = Console()
    if not console.is_terminal:
        console = Console(width=140)
    for one in read:
        table = Table("words", "figure", "what", "by whom", "where, when", "who says so", title=one.document.path)
        for each in one.objects():
            table.add_row(*(_cell(each, key) for key in ("phrase", "figure", "what", "by", "where", "who")))
        if one.claims:
            console.print(table)
        else:
            console.print(f"{one.document.path}: no casualty figure is told", markup=False)


def _cell(one: dict[str, object], key: str) -> str:
    from rich.markup import escape

    if key == "figure":
        low, high = one["low"], one["high"]
        shown = "?" if low is None and high is None else str(low) if low == high else f"{_end(low)}–{_end(high)}"
    elif key == "what":
        shown = f"{one['population'] if one['unit'] == 'people' else one['unit']} {one['outcome']}"
        shown += " (part)" if one["part_of"] is not None else ""
    elif key == "by":
        shown = " or ".join(map(str, one["parties"])) if isinstance(one["parties"], list) else ""
        shown += f" ({one['cause']})" if one["cause"] else ""
    elif key == "where":
        start, end = one["period_start"], one["period_end"]
        when = start if start == end else f"{start or '…'} to {end or '…'}"
        shown = ", ".join(str(each) for each in (one["place"], when) if each)
    elif key == "who":
        via = one["via"] if isinstance(one["via"], list) else []
        shown = " via ".join(str(each) for each in (one["claimant"], *reversed(via)) if each)
        shown += f" ({one['stance']})" if one["stance"] != "reports" else ""
    else:
        shown = str(one[key])
    return escape(shown.strip())


def _end(value: object) -> str:
    return "…" if value is None else str(value)
