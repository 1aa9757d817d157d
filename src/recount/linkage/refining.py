"""Keys that too many records share, made finer: all keys as numbers, a portion of them at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from recount.linkage.alignment import NameTable
from recount.linkage.columns import Columns, numbered
from recount.linkage.pairs import distinct

Ints = NDArray[np.int64]
Rows = NDArray[np.int32]

_LONGEST_PERIOD = 4
_PORTION = 4_000_000


@dataclass(frozen=True)
class Sets:
    """Some numbers from 0 for each record: those of record n stand from `first[n]` on. All are below `size`."""

    first: Ints
    values: Ints
    size: int

    def of(self, rows: Ints) -> tuple[Ints, Ints]:
        """The numbers of several records: the place of the record among them, and the number."""
        count = self.first[rows + 1] - self.first[rows]
        place = np.repeat(np.arange(len(rows)), count)
        within = np.arange(len(place)) - np.repeat(np.cumsum(count) - count, count)
        return place, self.values[self.first[rows][place] + within]

    @staticmethod
    def made(rows: Ints, values: Ints, records: int) -> "Sets":
        """Distinct numbers of each record."""
        size = int(values.max(initial=0)) + 1
        codes = distinct(rows * size + values)
        count = np.bincount(codes // size, minlength=records)
        return Sets(np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(count)]), codes % size, size)


@dataclass(frozen=True)
class Facts:
    """What a key can be made finer by.

    `days` of death that are known to a few days; `more` are parts of the name, days, and age with place; `last` days
    and ages alone.
    """

    days: Sets
    more: Sets
    last: Sets

    @staticmethod
    def of(columns: Columns, table: NameTable, bones: Rows) -> "Facts":
        """The facts of all records."""
        count = len(columns.records)
        days, ages = _days(columns), _ages(columns)
        there = bones >= 0
        parts = np.repeat(table.record, there.sum(axis=1)), bones[there].astype(np.int64)
        place = numbered([None if path is None else path[-1] for path in columns.place])
        known = place[ages[0]] >= 0
        living = ages[0][known], (ages[1][known] // 4) * (int(place.max(initial=0)) + 1) + place[ages[0][known]]
        halves = ages[0], ages[1] // 2
        return Facts(Sets.made(*days, count), _several([parts, days, living], count), _several([days, halves], count))


def _days(columns: Columns) -> tuple[Ints, Ints]:
    found = [
        (row, day)
        for row, died in enumerate(columns.died)
        if died is not None and died[1] - died[0] < _LONGEST_PERIOD
        for day in range(died[0], died[1] + 1)
    ]
    rows, days = _sides(found)
    return rows, days - days.min(initial=np.iinfo(np.int64).max if len(days) else 0)


def _ages(columns: Columns) -> tuple[Ints, Ints]:
    """The lowest age and a year more than the highest, so that who is a year older shares a step."""
    return _sides(
        [(row, years) for row, age in enumerate(columns.age) if age is not None for years in (age[0], age[1] + 1)]
    )


def _sides(found: Sequence[tuple[int, int]]) -> tuple[Ints, Ints]:
    rows, values = np.array(found, dtype=np.int64).reshape(-1, 2).T
    return rows, np.maximum(values, 0)


def _several(kinds: Sequence[tuple[Ints, Ints]], records: int) -> Sets:
    """Numbers of several kinds, told apart."""
    rows, values, below = [], [], 0
    for row, value in kinds:
        rows.append(row)
        values.append(value + below)
        below += int(value.max(initial=0)) + 1
    return Sets.made(np.concatenate(rows), np.concatenate(values), records)


Part = tuple[Rows, Ints]
"""Records block after block, and how many each block holds."""


def refined(keys: Ints, rows: Ints, facts: Facts, largest: int, *, finer: bool) -> Iterator[tuple[Part, list[int]]]:
    """Records by key, portion by portion, with the sizes of what was too common to be compared.

    Args:
        keys: the key of each entry.
        rows: its record.
        facts: what keys are made finer by.
        largest: how many records may share one key.
        finer: whether a key too common may be made finer.
    """
    keys, rows, sizes = _sorted(keys, rows)
    yield _kept(rows, sizes, largest, np.ones(len(sizes), dtype=bool)), [] if finer else _large(sizes, largest)
    if not finer:
        return
    common = np.repeat(sizes > largest, sizes)
    keys, rows = keys[common], rows[common]
    for portion in _portions(sizes[sizes > largest]):
        yield from _finer(keys[portion], rows[portion], facts, largest)


def _finer(keys: Ints, rows: Ints, facts: Facts, largest: int) -> Iterator[tuple[Part, list[int]]]:
    """Common keys with one more thing, then those still common with a day or an age."""
    keys = _renumbered(keys)
    place, more = facts.more.of(rows)
    finer, at, sizes = _sorted(keys[place] * facts.more.size + more, rows[place])
    first = np.cumsum(sizes) - sizes
    # What all records of a key have, such as the parts of the key itself, makes it no finer: once is enough.
    base = finer[first] // facts.more.size
    same = sizes == np.bincount(keys)[base]
    again = same & (np.cumsum(same) - same != _at_first(np.cumsum(same) - same, base))
    yield _kept(at, sizes, largest, ~again), []
    common = np.repeat((sizes > largest) & ~again, sizes)
    finer, at = _renumbered(finer[common]), at[common]
    place, last = facts.last.of(at)
    silent = np.bincount(place, minlength=len(at)) == 0
    _, found, sizes = _sorted(finer[place] * facts.last.size + last, at[place])
    told = [*_large(np.bincount(finer[silent]), largest), *_large(sizes, largest)]
    yield _kept(found, sizes, largest, np.ones(len(sizes), dtype=bool)), told


def _renumbered(keys: Ints) -> Ints:
    """Sorted keys as numbers from 0."""
    return np.cumsum(np.diff(keys, prepend=keys[:1]) != 0)


def _at_first(values: Ints, groups: Ints) -> Ints:
    """The first value of the group each value is in; groups are sorted."""
    starts = np.concatenate([[True], np.diff(groups) != 0])[: len(groups)]
    return values[np.maximum.accumulate(np.where(starts, np.arange(len(values)), 0))]


def _kept(rows: Ints, sizes: Ints, largest: int, wanted: NDArray[np.bool_]) -> Part:
    """The blocks of two records and more that are not too large."""
    good = wanted & (sizes > 1) & (sizes <= largest)
    return rows[np.repeat(good, sizes)].astype(np.int32), sizes[good]


def _large(sizes: Ints, largest: int) -> list[int]:
    found: list[int] = sizes[sizes > largest].tolist()
    return found


def _sorted(keys: Ints, rows: Ints) -> tuple[Ints, Ints, Ints]:
    """Entries by key and record, each once, and how many there are of each key."""
    if not len(keys):
        return keys, rows, np.zeros(0, dtype=np.int64)
    width = int(rows.max()) + 1
    codes = distinct(keys * width + rows)
    keys, rows = np.divmod(codes, width)
    return keys, rows, np.diff(np.concatenate([[0], np.nonzero(np.diff(keys))[0] + 1, [len(keys)]])).astype(np.int64)


def _portions(sizes: Ints) -> Iterator[slice]:
    """Whole keys in portions that fit in memory."""
    ends = np.cumsum(sizes)
    portion = ends // _PORTION
    cuts = [0, *ends[np.nonzero(np.diff(portion))[0]].tolist(), int(ends[-1]) if len(ends) else 0]
    yield from (slice(low, high) for low, high in pairwise(cuts) if high > low)


def joined(parts: Sequence[Part]) -> tuple[Rows, Ints]:
    """All blocks one after the other, and where each begins."""
    none = np.zeros(0, dtype=np.int64)
    sizes = np.concatenate([none, *(sizes for _, sizes in parts)])
    rows = np.concatenate([none.astype(np.int32), *(rows for rows, _ in parts)])
    return rows, np.concatenate([none[:0], [0], np.cumsum(sizes)]).astype(np.int64)
