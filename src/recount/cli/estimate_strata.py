"""`recount estimate --by`: each part of a table, and their sum."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import RenderableType

    from recount.estimation.strata import Stratified
    from recount.model.estimates import Estimate


def print_strata(
    path: Path, lists: Sequence[str], by: Sequence[str], method: str, seed: int | None, *, as_json: bool
) -> str:
    """Estimate and print; the verdict on the sum is returned."""
    from recount.estimation import EstimationSettings
    from recount.estimation.reading import read_strata
    from recount.estimation.strata import stratified

    tables = read_strata(path, by, lists)
    found = stratified(tables, EstimationSettings(method=method, seed=1 if seed is None else seed))
    told = dict(found.total.settings)
    if as_json:
        _print_json(found)
    else:
        unknown = sum(one.observed for name, one in tables.items() if "unknown" in name.split(" / "))
        _print(found, f"{path.name} by {', '.join(by)}", unknown, f"seed {told['seed']} · method {told['method']}")
    return found.total.verdict


def _print_json(found: "Stratified") -> None:
    from recount.estimation.report import of_estimate
    from recount.store import encode

    print(encode({**of_estimate(found.total), "strata": [of_estimate(part) for part in found.parts]}).decode())


def _print(found: "Stratified", name: str, unknown: int, made: str) -> None:
    from rich.console import Console

    console = Console(highlight=False, markup=False)
    with console.capture() as captured:
        for part in _parts(found, name, unknown, made):
            console.print(part)
    print("\n".join(line.rstrip() for line in captured.get().splitlines()))


def _parts(found: "Stratified", name: str, unknown: int, made: str) -> "Iterator[RenderableType]":
    from rich.padding import Padding
    from rich.text import Text

    from recount.estimation.report import MEANINGS, headline

    total = found.total
    yield Text(f"{name}: {total.observed:,} people in {len(found.parts)} strata", style="dim")
    if unknown:
        yield Text(f"{unknown:,} of them in no known stratum: placed as others on the same lists are", style="dim")
    yield ""
    yield Text(headline(total), style="bold")
    yield f"Verdict: {total.verdict}. {MEANINGS[total.verdict]}"
    yield from (Padding(f"• {reason}", (0, 0, 0, 2)) for reason in total.reasons)
    yield ""
    yield _table(found.parts)
    yield from (Padding(f"• {part.stratum}: {part.reasons[0]}", (0, 0, 0, 2)) for part in found.parts if part.reasons)
    yield "\nWhat no list can show"
    yield from (Padding(f"• {caveat}", (0, 0, 0, 2)) for caveat in total.caveats)
    yield Text(f"\n{made} · table {total.digest[:16]}", style="dim")


def _table(parts: "Sequence[Estimate]") -> "RenderableType":
    from rich.table import Table

    table = Table(box=None, padding=(0, 2, 0, 0))
    for head in ("stratum", "documented", "estimated", "verdict"):
        table.add_column(head, justify="right" if head in ("documented", "estimated") else "left")
    for part in parts:
        estimated = "no range" if part.interval is None else str(part.interval)
        table.add_row(part.stratum, f"{part.observed:,}", estimated, part.verdict)
    return table
