"""What of a capture table can be used, before any number: checked counts, lists that say something, lists that meet."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from recount.errors import NotEstimable
from recount.estimation.patterns import Patterns
from recount.model.estimates import CaptureTable

FEWEST_LISTS = 3
MOST_LISTS = 7
_MOST_READ = 16
_MOST_PEOPLE = 10**10


@dataclass(frozen=True, slots=True, eq=False)
class Usable:
    """The part of a table that an estimate may rest on.

    `refusals` are reasons against any estimate; `dropped` are lists left out and `notes` say why; `unlisted` is how
    many victims are only on lists left out. `linkages` are the same lists in draws of the linkage, None where they
    cannot be used; without draws it is empty.
    """

    patterns: Patterns
    refusals: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    unlisted: int = 0
    linkages: tuple[Patterns | None, ...] = ()


def usable(table: CaptureTable) -> Usable:
    """The lists and counts that can be used, with every reason against.

    Raises:
        NotEstimable: the table is not one: lists named twice, counts that are not whole numbers from 0 up, histories
            of another length than the lists, or the same history twice.
    """
    every, notes = _patterns(table)
    apart, copies = _without_copies(every)
    speaking, silent = _speaking(apart)
    part, alone = _meeting(speaking)
    notes += copies + silent + alone
    dropped = tuple(name for name in table.lists if name not in part.lists)
    linkages = tuple(_over(part.lists, each) for each in table.drawn)
    return Usable(part, _refusals(part, every), dropped, tuple(notes), every.observed - part.observed, linkages)


def _over(lists: Sequence[str], table: CaptureTable) -> Patterns | None:
    """A table over the given of its lists in that order, None where not all of them can be used."""
    every, _ = _patterns(table)
    chosen = every.only([table.lists.index(name) for name in lists])
    part = usable_patterns(chosen)
    return chosen if part is not None and part.width == len(lists) else None


def _patterns(table: CaptureTable) -> tuple[Patterns, list[str]]:
    _well_formed(table)
    counts = np.zeros(1 << len(table.lists))
    for history, count in table.counts:
        counts[sum(present << index for index, present in enumerate(history))] = count
    notes = []
    if counts[0]:
        notes.append(
            f"{int(counts[0]):,} victims are given as on no list; nobody can have counted them, so they are left out."
        )
        counts[0] = 0
    return Patterns(table.lists, counts), notes


def _well_formed(table: CaptureTable) -> None:
    where = f"capture table of stratum {table.stratum}"
    if len(set(table.lists)) != len(table.lists):
        raise NotEstimable(
            f"{where}: a list is named twice among {', '.join(table.lists)}; give each list its own name"
        )
    if len(table.lists) > _MOST_READ:
        raise NotEstimable(f"{where}: {len(table.lists)} lists are more than can be read; merge them to {MOST_LISTS}")
    histories = [history for history, _ in table.counts]
    if len(set(histories)) != len(histories):
        raise NotEstimable(f"{where}: a capture history is given twice; add the two counts up")
    for history, count in table.counts:
        if len(history) != len(table.lists) or not set(history) <= {0, 1}:
            raise NotEstimable(f"{where}: history {history} is not one 0 or 1 for each of {len(table.lists)} lists")
        if not isinstance(count, (int, float)) or not count >= 0 or count != count // 1:
            raise NotEstimable(f"{where}: {count!r} at {history} is not a whole number of victims; correct the count")
        if count > _MOST_PEOPLE:
            raise NotEstimable(f"{where}: {count:,} at {history} are more people than there are; correct the count")


def _without_copies(table: Patterns) -> tuple[Patterns, list[str]]:
    """Leave out lists that hold exactly the victims of an earlier one: a copy is not a second list."""
    margins, keep, notes = table.margins(), list[int](), list[str]()
    for index, name in enumerate(table.lists):
        size = margins[1 << index]
        same = [other for other in keep if size and size == margins[1 << other] == margins[1 << index | 1 << other]]
        if same:
            notes.append(
                f"List {name} holds exactly the victims of list {table.lists[same[0]]} and is left out as a copy."
            )
        else:
            keep.append(index)
    return table.only(keep), notes


def _speaking(table: Patterns) -> tuple[Patterns, list[str]]:
    """Leave out lists that hold nobody or everybody: neither tells who is missing from the others."""
    keep, notes = list(range(table.width)), list[str]()
    margins = table.margins()
    for index, name in enumerate(table.lists):
        if margins[1 << index] == 0:
            keep.remove(index)
            notes.append(f"List {name} is empty here and left out.")
        elif margins[1 << index] == table.observed:
            keep.remove(index)
            notes.append(
                f"List {name} holds everybody observed here, so it cannot show who is missing; it is left out."
            )
    return table.only(keep), notes


def _meeting(table: Patterns) -> tuple[Patterns, list[str]]:
    """Keep the largest group of lists joined by shared victims."""
    groups = groups_that_meet(table)
    if len(groups) <= 1:
        return table, []
    kept = max(groups, key=lambda group: (len(group), sum(table.margins()[1 << index] for index in group)))
    if len(kept) < FEWEST_LISTS:
        return table, []
    apart = [name for index, name in enumerate(table.lists) if index not in kept]
    note = f"{', '.join(apart)} shares nobody with the other lists and is left out; check the linkage and its scope."
    return table.only(kept), [note]


def groups_that_meet(table: Patterns) -> list[list[int]]:
    """Lists joined by shared victims, directly or through others."""
    margins = table.margins()
    groups: list[list[int]] = []
    for index in range(table.width):
        meets = [group for group in groups if any(margins[1 << index | 1 << other] > 0 for other in group)]
        groups = [group for group in groups if group not in meets]
        groups.append(sorted([index, *(other for group in meets for other in group)]))
    return sorted(groups)


def usable_patterns(table: Patterns) -> Patterns | None:
    """The part of a reduced table that can be used, or None."""
    part, _ = _meeting(_speaking(table)[0])
    return None if _refusals(part, table) else part


def _refusals(table: Patterns, every: Patterns) -> tuple[str, ...]:
    if every.observed == 0:
        return ("Nobody is on any list.",)
    if table.width <= 1:
        usable = "Only 1 list" if table.width else "No list"
        return (f"{usable} can be used; one list cannot show who is missing from it.",)
    if len(groups_that_meet(table)) > 1:
        return ("The lists share too few victims to be joined: no overlap says anything about who is on none of them.",)
    if table.width < FEWEST_LISTS:
        return (
            f"Only {table.width} lists can be used. Two lists give a total only if they are independent, which two "
            "lists cannot show; a third list of the same deaths is needed.",
        )
    if table.width > MOST_LISTS:
        return (f"{table.width} lists are more than the models here can hold; merge similar lists to {MOST_LISTS}.",)
    return ()
