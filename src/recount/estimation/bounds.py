"""Bounds and two-list totals: what can be said with the least assumed."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from recount.estimation.patterns import Floats, Patterns, order
from recount.model.findings import WhatIf


@dataclass(frozen=True, slots=True)
class Pair:
    """What two lists alone would say: shared victims, the total under independence, and the sign of dependence.

    `dependence` is the log odds ratio of the two lists among victims on some third list, positive where being on one
    makes being on the other more likely, which pulls the two-list total down; None where no third list can tell.
    """

    one: str
    two: str
    shared: int
    total: float
    dependence: float | None


def chapman(first: float, second: float, shared: float) -> float:
    """Chapman's (1951) total of two independent lists."""
    return (first + 1) * (second + 1) / (shared + 1) - 1


def pairs(table: Patterns) -> list[Pair]:
    """All pairs of lists, Lincoln-Petersen as Chapman corrected it."""
    margins, found = table.margins(), list[Pair]()
    for one in range(table.width):
        for two in range(one + 1, table.width):
            shared = margins[1 << one | 1 << two]
            total = float(chapman(margins[1 << one], margins[1 << two], shared))
            names = table.lists[one], table.lists[two]
            found.append(Pair(*names, int(shared), round(total, 2), _dependence(table, one, two)))
    return found


def _dependence(table: Patterns, one: int, two: int) -> float | None:
    """Log odds ratio among the victims on any third list, half a victim added to each cell."""
    patterns = np.arange(len(table.counts))
    elsewhere = patterns & ~(1 << one | 1 << two) > 0
    cells = [
        float(table.counts[elsewhere & ((patterns >> one & 1) == a) & ((patterns >> two & 1) == b)].sum()) + 0.5
        for a, b in ((1, 1), (0, 0), (1, 0), (0, 1))
    ]
    if sum(cells) <= 2.0:
        return None
    return round(float(np.log(cells[0] * cells[1] / (cells[2] * cells[3]))), 4)


def if_independent(table: Patterns) -> Iterator[WhatIf]:
    """Two-list totals, each labelled with what it would need to be true."""
    for pair in pairs(table):
        if pair.shared:
            says = f"{pair.one} and {pair.two} alone; requires that being on one list says nothing about the other"
            yield WhatIf("requires independence", says, pair.total)


def chao(table: Patterns) -> float:
    """Chao's (1987) lower bound from those seen once and twice; every list its own reach, no two lists alike assumed.

    With f1 victims on one list and f2 on two of t lists: n + (t-1)/(2t) f1²/f2. It bounds from below where victims
    differ in how likely they are to be listed, and is no bound where lists avoid each other.
    """
    once, twice = (float(table.counts[_of_order(table, size)].sum()) for size in (1, 2))
    share = (table.width - 1) / (2 * table.width)
    return table.observed + share * once**2 / twice if twice else float("inf")


def _of_order(table: Patterns, size: int) -> Floats:
    return np.asarray([order(pattern) == size for pattern in range(len(table.counts))])
