"""A capture table as numbers: one count per pattern of presence, lists in an order that no name can change.

A pattern is a whole number whose bit i says whether the victim is on list i; a term of a log-linear model is a pattern
too, and applies to every pattern that holds all its lists.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby, permutations, product

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_MOST_ORDERS = 50_000


@dataclass(frozen=True, slots=True, eq=False)
class Patterns:
    """Counts by pattern; position 0, the unseen, always holds zero."""

    lists: tuple[str, ...]
    counts: Floats

    @property
    def width(self) -> int:
        """Number of lists."""
        return len(self.lists)

    @property
    def observed(self) -> int:
        """Victims on at least one list."""
        return int(self.counts.sum())

    @property
    def seen(self) -> Floats:
        """Counts of the patterns 1, 2, 3, ..."""
        return self.counts[1:]

    def margins(self) -> Floats:
        """For each term, how many victims are on all its lists."""
        return above(self.counts)

    def only(self, keep: Sequence[int]) -> "Patterns":
        """The table over some of the lists; victims on none of them are left out."""
        counts = moved(self.counts, keep)
        counts[0] = 0
        return Patterns(tuple(self.lists[index] for index in keep), counts)


@cache
def holds(width: int) -> Floats:
    """Matrix (patterns, terms), unseen pattern first: 1 where the pattern is on every list of the term."""
    every = np.arange(1 << width)
    held: Floats = ((every[:, None] & every[None, :]) == every[None, :]).astype(float)
    held.setflags(write=False)
    return held


def above(values: Floats) -> Floats:
    """For each pattern (first axis) the sum over all patterns that hold it."""
    return _summed(values, into=0)


def below(values: Floats) -> Floats:
    """For each pattern (first axis) the sum over all patterns inside it."""
    return _summed(values, into=1)


def _summed(values: Floats, into: int) -> Floats:
    sums = np.array(values, dtype=float, order="C")
    step = 1
    while step < len(sums):
        split = sums.reshape(-1, 2, step, *sums.shape[1:])
        split[:, into] += split[:, 1 - into]
        step *= 2
    return sums


def order(term: int) -> int:
    """How many lists a term or pattern has."""
    return int(term).bit_count()


def moved(counts: Floats, keep: Sequence[int]) -> Floats:
    """Counts over the lists `keep`, in that order, all others summed over."""
    old = np.arange(len(counts))
    new = np.zeros_like(old)
    for place, index in enumerate(keep):
        new |= ((old >> index) & 1) << place
    return np.bincount(new, weights=counts, minlength=1 << len(keep)).astype(float)


def canonical(table: Patterns) -> Patterns:
    """The same table with its lists in an order made of the counts alone: names and their order do not matter."""
    best = max(_orders(table), key=lambda keep: tuple(moved(table.counts, keep)))
    return Patterns(tuple(table.lists[index] for index in best), moved(table.counts, best))


def _orders(table: Patterns) -> list[tuple[int, ...]]:
    """Largest list first; lists of equal size in every order."""
    sizes = [table.margins()[1 << index] for index in range(table.width)]
    ranked = sorted(range(table.width), key=lambda index: (-sizes[index], table.lists[index]))
    tied = [tuple(group) for _, group in groupby(ranked, key=lambda index: sizes[index])]
    if np.prod([len(group) for group in tied for _ in group]) > _MOST_ORDERS:
        return [tuple(ranked)]
    return [sum(chosen, ()) for chosen in product(*(permutations(group) for group in tied))]
