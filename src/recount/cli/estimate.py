"""`recount estimate`: the undocumented, as a range with its reasons or a refusal with its reasons."""

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from recount.cli.arguments import AsJson
from recount.cli.estimate_strata import print_strata
from recount.cli.exits import Exit
from recount.errors import UnknownSubject

if TYPE_CHECKING:
    from rich.console import RenderableType

    from recount.estimation import EstimationSettings
    from recount.estimation.report import Report
    from recount.model.estimates import CaptureTable, MethodEstimate

_BAR = 32
_KINDS = {
    "lower bound": "Chao's lower bound, which lets people differ in how likely they are to be listed",
    "invalid lower bound": "Chao's lower bound, which is none here, for some lists avoid each other",
    "profile likelihood": "The log-linear model of least BIC alone, by its profile likelihood",
    "highest-order interaction": "All interactions free, and that of all lists together from 0.5 to 2",
    "one list out": "Leaving out one list",
    "two lists merged": "Taking two lists for one",
    "prior": "Other priors and numbers of classes",
    "requires independence": "Two lists alone, if being on one said nothing about the other",
    "linkage": "If links between lists were missed, or false",
    "accepted linkage": "If every link between lists were known to be right",
    "out of reach": "If one in ten, or one in four, could be on no list at all (no list can tell)",
}
_MARKS = {"estimable": "green", "fragile": "yellow", "not estimable": "red"}


def estimate(
    table: Annotated[
        Path, typer.Argument(metavar="TABLE_OR_CASE", help="A capture table or victims table in CSV, or a case folder.")
    ],
    method: Annotated[
        str,
        typer.Option(metavar="NAME", help="suite (standard with --by), standard, one method, or several joined by +."),
    ] = "",
    seed: Annotated[
        int | None, typer.Option(min=0, help="Another seed draws anew; 1, or what the case says, unless given.")
    ] = None,
    workers: Annotated[
        int, typer.Option("--workers", "-w", min=1, max=64, help="How many batches are drawn at a time.")
    ] = 2,
    lists: Annotated[
        str, typer.Option(metavar="A,B,C", help="The columns of the table that are lists; all of them unless given.")
    ] = "",
    stratum: Annotated[str, typer.Option(metavar="NAME", help="Which stratum of a case.")] = "all",
    by: Annotated[
        str, typer.Option(metavar="A,B", help="Columns that divide the table: each part and their sum are estimated.")
    ] = "",
    html: Annotated[Path | None, typer.Option(metavar="FILE", help="Also write a page with plots.")] = None,
    note: Annotated[Path | None, typer.Option(metavar="FILE", help="Also write the method note, as Markdown.")] = None,
    calibrate: Annotated[
        int, typer.Option(metavar="N", min=0, help="Also test the range on N invented tables like this one.")
    ] = 0,
    as_json: AsJson = False,
    strict: Annotated[bool, typer.Option("--strict", help="End with code 1 when there is no range.")] = False,
) -> None:
    """Estimate how many people are on none of the lists.

    A capture table has a column of 0 and 1 for each list and a column `count`; without that column every row is one
    person. Prints a range over all methods, or why there is none, and what would change it.
    """
    from recount.estimation import NOT_ESTIMABLE
    from recount.estimation.report import report

    named, divided = ([name.strip() for name in some.split(",") if name.strip()] for some in (lists, by))
    if divided:
        _refuse_to_divide(cannot=table.is_dir() or bool(html or note or calibrate))
        verdict = print_strata(table, named, divided, method or "standard", seed, as_json=as_json)
        raise typer.Exit(Exit.PROBLEM if strict and verdict == NOT_ESTIMABLE else 0)
    counted, chosen = _asked(table, named, stratum, workers)
    chosen = replace(chosen, method=method or "suite", seed=chosen.seed if seed is None else seed)
    shown = report(counted, chosen, workers=workers, clock=time.process_time)
    _write(shown, html, note, table.stem)
    tested = _tested(shown, calibrate)
    _print_json(shown, tested) if as_json else _print(shown, table.name, tested)
    if strict and shown.verdict == NOT_ESTIMABLE:
        raise typer.Exit(Exit.PROBLEM)


def _refuse_to_divide(*, cannot: bool) -> None:
    if cannot:
        raise typer.BadParameter("--by divides a table in CSV, without --html, --note or --calibrate")


def _asked(path: Path, lists: list[str], stratum: str, workers: int) -> "tuple[CaptureTable, EstimationSettings]":
    """The table, and the settings it comes with."""
    from recount.estimation import EstimationSettings, read_table

    if not path.is_dir():
        return read_table(path, lists), EstimationSettings()
    from recount.case import open_case
    from recount.cli.findings import findings_of

    tables = {one.stratum: one for one in findings_of(path, workers).tables}
    if stratum not in tables:
        known = ", ".join(tables) or "none, for the case has no lists of people"
        raise UnknownSubject(f"--stratum {stratum}: the strata of this case are {known}")
    return tables[stratum], open_case(path).settings.estimation


def _write(shown: "Report", html: Path | None, note: Path | None, title: str) -> None:
    if html is not None:
        from recount.estimation.page import page

        html.write_text(page(shown, title), encoding="utf-8")
    if note is not None:
        from recount.estimation.note import method_note

        note.write_text(method_note(shown), encoding="utf-8")


def _tested(shown: "Report", replicates: int) -> list[str]:
    """How the range does on invented tables like this one."""
    if not replicates or shown.interval is None:
        return []
    from recount.estimation.calibration import calibrate

    return [str(one) for one in calibrate(shown.table, shown.chosen, replicates)]


def _print_json(shown: "Report", tested: list[str]) -> None:
    from recount.estimation.note import method_note
    from recount.estimation.report import as_plain
    from recount.store import encode

    print(encode({**as_plain(shown), "calibration": tested, "note": method_note(shown)}).decode())


def _print(shown: "Report", name: str, tested: list[str]) -> None:
    from rich.console import Console

    console = Console(highlight=False, markup=False)
    with console.capture() as captured:
        for part in _parts(shown, name, tested):
            console.print(part)
    print("\n".join(line.rstrip() for line in captured.get().splitlines()))


def _parts(shown: "Report", name: str, tested: list[str]) -> "Iterator[RenderableType]":
    from rich.text import Text

    from recount.estimation.report import MEANINGS, headline, sizes

    told = ", ".join(f"{one} {size:,}" for one, size in sizes(shown.table))
    yield Text(f"{name}: {shown.observed:,} people on {len(shown.lists)} lists ({told})", style="dim")
    yield ""
    yield Text(headline(shown), style="bold")
    yield Text.assemble("Verdict: ", (shown.verdict, f"bold {_MARKS[shown.verdict]}"), ". ", MEANINGS[shown.verdict])
    for reason in shown.reasons:
        yield _hanging(reason)
    if shown.methods:
        says = "What each method says; no line alone is the answer" if shown.sayable else "What was tried"
        yield from (f"\n{says}", _methods(shown))
    yield from _changes(shown)
    yield from _section("How the range does on invented tables like this one", tested)
    yield from _section("What no list can show", shown.caveats)
    yield ""
    yield Text(f"seed {shown.chosen.seed} · method {shown.chosen.method} · table {shown.digest[:16]}", style="dim")


def _section(title: str, said: "tuple[str, ...] | list[str]") -> "Iterator[RenderableType]":
    if said:
        yield f"\n{title}"
        yield from (_hanging(one) for one in said)


def _hanging(sentence: str) -> "RenderableType":
    from rich.padding import Padding

    return Padding(f"• {sentence}", (0, 0, 0, 2))


def _methods(shown: "Report") -> "RenderableType":
    from rich.table import Table

    table = Table(box=None, padding=(0, 2, 0, 0))
    for head in ("method", "middle", "range"):
        table.add_column(head, justify="left" if head == "method" else "right")
    ends = [end for one in shown.methods if one.interval for end in (one.interval.floor, one.interval.high or 0)]
    table.add_column(f"from {shown.observed:,} to {max(ends):,}" if ends else "", no_wrap=True)
    for method in shown.methods:
        median = "–" if method.median is None else f"{method.median:,.0f}"
        interval = "no range" if method.interval is None else str(method.interval)
        table.add_row(method.name, median, interval, _bar(method, shown.observed, max(ends, default=0)))
    return table


def _bar(method: "MethodEstimate", low: float, high: float) -> str:
    """An interval as a line of characters, its median marked."""
    if method.interval is None or high <= low:
        return ""
    places = [
        min(int((value - low) / (high - low) * _BAR), _BAR - 1)
        for value in (method.interval.floor, method.interval.high or low, method.median or low)
    ]
    line = [" "] * _BAR
    line[places[0] : places[1] + 1] = "─" * (places[1] - places[0] + 1)
    line[max(places[2], 0)] = "●"
    return "".join(line)


def _changes(shown: "Report") -> "Iterator[RenderableType]":
    """What the total would be under other assumptions, one line a kind; a page or --json has every one."""
    from rich.table import Table

    if not shown.sensitivity:
        return
    yield "\nWhat would change it (--html and --json show each)"
    table = Table(box=None, padding=(0, 2, 0, 2), show_header=False)
    table.add_column(ratio=1)
    table.add_column(justify="right", no_wrap=True)
    for kind in dict.fromkeys(what.kind for what in shown.sensitivity):
        told = [what for what in shown.sensitivity if what.kind == kind]
        totals = [what.total for what in told if what.total is not None]
        says = _KINDS.get(kind, told[0].says if len(told) == 1 else kind)
        low, high = min(totals, default=0), max(totals, default=0)
        table.add_row(says, "–" if not totals else f"{low:,.0f}" + (f" to {high:,.0f}" if high > low else ""))
    yield table
