"""What the words beside a table's cells say of them: outcome, population, day, place, total."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from recount.extraction.drafts import Draft
from recount.extraction.grids import Cell
from recount.language.sentences import Sentence, within
from recount.model.codes import Outcome, Population, Precision
from recount.model.values import Period, Place

_OUTCOMES = {outcome.value: outcome for outcome in (Outcome.KILLED, Outcome.INJURED, Outcome.MISSING, Outcome.CASUALTY)}
_DIGITS_OF_A_YEAR = 4
_YEARS = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class Heading:
    """What some words say of the figures they stand over or beside; None where they do not speak of it.

    `mixed` says that they name several outcomes, as a caption does, `other` that the figures count no harm.
    """

    outcome: Outcome | None = None
    population: Population | None = None
    period: Period | None = None
    place: Place | None = None
    total: bool = False
    number: bool = False
    other: bool = False
    mixed: bool = False


def tokens_of(draft: Draft, cell: Cell) -> range:
    """The tokens that stand in a cell."""
    starts = draft.starts
    return range(bisect_left(starts, cell.start), bisect_left(starts, cell.end))


def heading(draft: Draft, cells: Iterable[Cell]) -> Heading:
    """What cells together say; what a later one says counts for more."""
    said = Heading()
    for cell in cells:
        said = under(said, _one(draft, cell))
    return said


def under(over: Heading, own: Heading) -> Heading:
    """A heading with what a wider one says where it does not itself."""
    return Heading(
        own.outcome or over.outcome,
        own.population or over.population,
        own.period or over.period,
        own.place or over.place,
        own.total or over.total,
        own.number or over.number,
        own.other or over.other,
        own.mixed or (over.mixed and own.outcome is None),
    )


def _one(draft: Draft, cell: Cell) -> Heading:
    here = tokens_of(draft, cell)
    outcomes = _outcomes(draft, here)
    said = {draft.text.means(at, "tables") for at in here}
    return Heading(
        outcomes[0] if outcomes else None,
        _population(draft, here),
        _period(draft, cell, here),
        _place(draft, here),
        "total" in said,
        "number" in said,
        "other" in said and not outcomes,
        len(set(outcomes)) > 1,
    )


def _outcomes(draft: Draft, here: Sequence[int]) -> list[Outcome]:
    found = []
    for at in here:
        trigger, head = draft.text.marks[at].get("triggers"), draft.text.marks[at].get("heads")
        said = _OUTCOMES.get(trigger.first if trigger is not None else head.means[2] if head is not None else "-")
        if said is None and head is not None:
            said = _OUTCOMES.get(head.means[2])
        if said is not None:
            found.append(said)
    return found


def _population(draft: Draft, here: Sequence[int]) -> Population | None:
    heads = [draft.text.marks[at]["heads"].means for at in here if "heads" in draft.text.marks[at]]
    said = [Population(head[1]) for head in heads if head[1] not in ("-", "people")]
    return said[-1] if said else None


def _period(draft: Draft, cell: Cell, here: range) -> Period | None:
    if len(cell.text) == _DIGITS_OF_A_YEAR and cell.text.isdecimal() and int(cell.text) in _YEARS:
        return Period(date(int(cell.text), 1, 1), date(int(cell.text), 12, 31), Precision.YEAR)
    if not here:
        return None
    found = within(draft.around.dates, Sentence(here.start, here.stop, 0))
    return found[0].period if found else None


def _place(draft: Draft, here: range) -> Place | None:
    found = within(draft.around.places, Sentence(here.start, here.stop, 0)) if here else []
    return max((each.place for each in found), key=lambda place: len(place.path), default=None)
