"""How the total moves with what no list can show."""

from collections.abc import Iterator
from itertools import combinations

import numpy as np

from recount.estimation.hierarchy import hierarchical
from recount.estimation.loglinear import fit_all
from recount.estimation.patterns import Patterns, order
from recount.estimation.stepwise import pairwise
from recount.estimation.usable import FEWEST_LISTS, usable_patterns
from recount.model.estimates import WhatIf

FACTORS = (0.5, 2 / 3, 1.0, 1.5, 2.0)
_HIERARCHICAL = 4


def unseen_if(table: Patterns, factor: float) -> float | None:
    """The unseen when the highest-order interaction of all lists is `factor`, every other one free.

    None where a pattern shows nobody. Aleshin-Guendel, Sadinle & Wakefield (2021): nothing in the lists speaks to it.
    """
    if np.any(table.seen == 0):
        return None
    signs = np.asarray([1.0 if order(pattern) % 2 else -1.0 for pattern in range(1, len(table.counts))])
    return float(factor * np.exp(np.sum(signs * np.log(table.seen))))


def highest_order(table: Patterns) -> Iterator[WhatIf]:
    """Totals across values of the interaction of all lists."""
    for factor in FACTORS:
        unseen = unseen_if(table, factor)
        if unseen is not None:
            says = f"every interaction free, that of all {table.width} lists together {factor:.2g}"
            yield WhatIf("highest-order interaction", says, round(table.observed + unseen, 2))


def one_list_out(table: Patterns) -> Iterator[WhatIf]:
    """The best log-linear total without each list in turn."""
    for index, name in enumerate(table.lists):
        rest = usable_patterns(table.only([other for other in range(table.width) if other != index]))
        if rest is not None and rest.width >= FEWEST_LISTS:
            yield WhatIf("one list out", f"without {name}", _best(rest, table.observed))


def two_lists_merged(table: Patterns) -> Iterator[WhatIf]:
    """The best log-linear total with each two lists taken for one: dependence between the two no longer matters."""
    for one, two in combinations(range(table.width), 2):
        rest = usable_patterns(merged(table, one, two))
        if rest is not None and rest.width >= FEWEST_LISTS:
            says = f"{table.lists[one]} and {table.lists[two]} as one list"
            yield WhatIf("two lists merged", says, _best(rest, table.observed))


def out_of_reach(total: float | None) -> Iterator[WhatIf]:
    """Totals if a share of the people could be on no list at all: arithmetic, for nothing in the lists speaks to it."""
    for share, word in ((0.1, "one in ten"), (0.25, "one in four")):
        if total is not None:
            says = f"if {word} of the people could be on none of the lists, whatever happened to them"
            yield WhatIf("out of reach", says, round(total / (1 - share), 2))


def merged(table: Patterns, one: int, two: int) -> Patterns:
    """The table with the second list's victims put on the first, and the second gone."""
    every = np.arange(len(table.counts))
    joined = np.where(every >> two & 1, every | 1 << one, every)
    counts = np.bincount(joined, weights=table.counts, minlength=len(table.counts)).astype(float)
    names = tuple(f"{name}+{table.lists[two]}" if place == one else name for place, name in enumerate(table.lists))
    return Patterns(names, counts).only([place for place in range(table.width) if place != two])


def _best(table: Patterns, floor: int) -> float | None:
    """The total of the model of least BIC, never below those observed."""
    found = fit_all(table, hierarchical(table.width) if table.width <= _HIERARCHICAL else pairwise(table))
    best = float(found.totals[np.argmin(found.bic)])
    return round(max(best, float(floor)), 2) if np.isfinite(best) else None
