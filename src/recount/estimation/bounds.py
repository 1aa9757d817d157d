"""What can be said with the least assumed: two-list totals and a lower bound, each with what it needs to be true."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from recount.estimation.heterogeneity import lower_bound
from recount.estimation.patterns import Patterns
from recount.model.estimates import WhatIf

_BEYOND_CHANCE = 1.96


@dataclass(frozen=True, slots=True)
class Pair:
    """What two lists alone would say: shared victims, the total under independence, and the sign of dependence.

    `dependence` is the log odds ratio of the two lists among victims on any third list, `error` its standard error.
    Where being on one list makes being on the other more likely it is positive, and the two-list total is too low.
    """

    one: str
    two: str
    shared: int
    total: float
    dependence: float
    error: float

    @property
    def avoiding(self) -> bool:
        """Whether the two lists avoid each other, beyond chance."""
        return self.dependence < -_BEYOND_CHANCE * self.error

    @property
    def attracting(self) -> bool:
        """Whether the two lists attract each other, beyond chance."""
        return self.dependence > _BEYOND_CHANCE * self.error


def chapman(first: float, second: float, shared: float) -> float:
    """Chapman's (1951) total of two independent lists."""
    return (first + 1) * (second + 1) / (shared + 1) - 1


def pairs(table: Patterns) -> list[Pair]:
    """All pairs of lists, Lincoln-Petersen as Chapman corrected it."""
    indices = range(table.width)
    return [_pair(table, one, two) for one in indices for two in indices if one < two]


def _pair(table: Patterns, one: int, two: int) -> Pair:
    margins = table.margins()
    shared = margins[1 << one | 1 << two]
    total = round(float(chapman(margins[1 << one], margins[1 << two], shared)), 2)
    dependence, error = _dependence(table, one, two)
    return Pair(table.lists[one], table.lists[two], int(shared), total, dependence, error)


def _dependence(table: Patterns, one: int, two: int) -> tuple[float, float]:
    """Log odds ratio and its standard error, half a victim added to each cell."""
    patterns = np.arange(len(table.counts))
    elsewhere = (patterns & ~(1 << one | 1 << two)) > 0
    cells = [
        float(table.counts[elsewhere & ((patterns >> one & 1) == a) & ((patterns >> two & 1) == b)].sum()) + 0.5
        for a, b in ((1, 1), (0, 0), (1, 0), (0, 1))
    ]
    ratio = np.log(cells[0] * cells[1] / (cells[2] * cells[3]))
    return round(float(ratio), 4), round(float(np.sqrt(sum(1 / cell for cell in cells))), 4)


def if_independent(table: Patterns) -> Iterator[WhatIf]:
    """Two-list totals, each labelled with what it would need to be true."""
    for pair in pairs(table):
        if pair.shared:
            says = f"{pair.one} and {pair.two} alone; requires that being on one list says nothing about the other"
            yield WhatIf("requires independence", says, pair.total)


def leaning(table: Patterns) -> Iterator[str]:
    """Which way a total errs where half of the pairs of lists or more attract each other."""
    every = pairs(table)
    drawn = sum(pair.attracting for pair in every)
    if 2 * drawn >= len(every):
        yield (
            f"In {drawn} of {len(every)} pairs of lists, being on one makes being on the other more likely. "
            "Where lists attract each other, a total is more often too low than too high."
        )


def least(table: Patterns) -> WhatIf:
    """Chao's lower bound, with whether it is one here."""
    bound = lower_bound(table).total
    avoiding = [f"{pair.one} and {pair.two}" for pair in pairs(table) if pair.avoiding]
    if avoiding:
        says = f"Chao's lower bound is no bound here, for lists avoid each other: {', '.join(avoiding)}"
        return WhatIf("invalid lower bound", says, round(bound, 2) if np.isfinite(bound) else None)
    says = "Chao's lower bound: victims may differ in any way in how likely they are to be listed"
    return WhatIf("lower bound", says, round(bound, 2) if np.isfinite(bound) else None)
