"""What came of linking spreadsheets: the rows with their people, and what to think of it."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from recount.cli.link_lists import List
from recount.linkage.belief import Belief, Range, belief
from recount.linkage.settings import LinkageSettings
from recount.model.assertions import Record
from recount.model.people import Links, Resolution, ScoredPair, Victim, Weight

ADDED = ("list", "row", "person_id", "probability", "reason")
_FIRST = 10
_WEIGHTY = 1.0


@dataclass(frozen=True)
class Result:
    """Links, people, and the settings they were found with."""

    links: Links
    found: Resolution
    settings: LinkageSettings

    @cached_property
    def person(self) -> dict[str, Victim]:
        """The person each record is of."""
        return {record: victim for victim in self.found.victims for record in victim.records}

    @cached_property
    def best(self) -> dict[str, ScoredPair]:
        """The likeliest pair that ties each record to another of its person."""
        found: dict[str, ScoredPair] = {}
        for pair in self.links.pairs:
            if self.person[pair.left] is not self.person[pair.right]:
                continue
            for record in (pair.left, pair.right):
                if record not in found or pair.probability > found[record].probability:
                    found[record] = pair
        return found

    @cached_property
    def belief(self) -> Belief:
        """What the linkage believes of itself."""
        return belief(self.links, self.found, self.settings)


def places(read: Sequence[List]) -> dict[str, tuple[List, Record]]:
    """The list and the record behind each record's id."""
    return {record.id: (one, record) for one in read for record in one.people.values()}


def where(at: tuple[List, Record]) -> str:
    """A record as a person finds it: list and row."""
    return f"{at[0].name} row {at[1].locator.row}"


def write_table(out: Path, read: Sequence[List], result: Result, *, excel: bool = False) -> None:
    """Write all rows in order: their own columns, then what was found; marked as UTF-8 where Excel shall open it."""
    columns = list(dict.fromkeys(column for one in read for column in one.table.header if column))
    with out.open("w", encoding="utf-8-sig" if excel else "utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([*columns, *ADDED])
        at = places(read)
        for one in read:
            own = {column: place for place, column in reversed(list(enumerate(one.table.header)))}
            for row in one.table.rows:
                cells = [row.cells[own[column]] if column in own else None for column in columns]
                writer.writerow(
                    [*map(_safe, cells), one.name, row.number, *_found(one.people.get(row.number), result, at)]
                )


def _safe(cell: str | None) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell and cell[0] in "=@" else cell or ""


def _found(record: Record | None, result: Result, at: dict[str, tuple[List, Record]]) -> tuple[str, str, str]:
    if record is None:
        return "", "", "nothing could be read in this row"
    person, best = result.person[record.id], result.best.get(record.id)
    if best is None:
        together = "" if len(person.records) == 1 else "joined through other rows"
        return person.id, "", together
    other = best.right if best.left == record.id else best.left
    return person.id, f"{best.probability:.4f}", f"{where(at[other])}: {_why(best.weights)}"


def _why(weights: Sequence[Weight]) -> str:
    """The comparisons that weigh most, in bits, for a cell of a spreadsheet."""
    said = [weight for weight in weights if abs(weight.bits) >= _WEIGHTY and weight.comparison != "prior"]
    return "; ".join(f"{weight.comparison} {weight.bits:+.1f}" for weight in said)


def report(read: Sequence[List], result: Result) -> str:
    """What was read, what was found, what the linkage believes of itself and why, and what to review first."""
    return "\n".join([*_read(read), "", *_people(read, result), "", *_believed(result), "", *_review(read, result)])


def _read(read: Sequence[List]) -> Iterator[str]:
    for one in read:
        yield f"{one.name}: {len(one.people):,} people read from {len(one.table.rows):,} rows ({one.said})"


def _people(read: Sequence[List], result: Result) -> Iterator[str]:
    victims, people = result.found.victims, result.found.people
    several = sum(1 for victim in victims if len(victim.sources) > 1)
    repeats = sum(1 for victim in victims if len(victim.records) > len(victim.sources))
    yield f"{len(victims):,} people, between {people.low:,} and {people.high:,} with all doubts"
    if len(read) > 1:
        yield f"{several:,} of them are on more than one list"
    yield f"{repeats:,} of them stand more than once on one list"


def _believed(result: Result) -> Iterator[str]:
    found = result.belief
    yield f"precision believed: {_range(found.precision)}"
    yield f"  {found.joined:,} pairs of rows were joined; their probabilities add up to {found.right:,.1f} right ones"
    yield f"recall believed:    {_range(found.recall)}"
    yield (
        f"  likely pairs below the threshold of {result.settings.threshold:g} add up to {found.passed:,.1f}, "
        f"and pairs never compared or not recognised to {found.missed:,.1f}"
    )
    yield "  between: what they would be were all scores one standard error too high or too low"
    yield from (f"  {told}" for told in result.links.bounded)


def _range(found: Range) -> str:
    low, usual, high = found
    return f"{usual:.3f} (between {low:.3f} and {high:.3f})"


def _review(read: Sequence[List], result: Result) -> Iterator[str]:
    doubtful, at = result.found.doubtful, places(read)
    if not doubtful:
        yield "No pair is in doubt."
        return
    yield f"Review first, of {len(doubtful):,} doubtful pairs:"
    for pair in doubtful[:_FIRST]:
        yield f"  {pair.probability:.2f}  {where(at[pair.left])} and {where(at[pair.right])}"
