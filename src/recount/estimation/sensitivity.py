"""How the total moves with what no list can show."""

from collections.abc import Iterator

import numpy as np

from recount.estimation.hierarchy import hierarchical
from recount.estimation.loglinear import fit_all
from recount.estimation.patterns import Patterns, order
from recount.estimation.stepwise import pairwise
from recount.estimation.usable import FEWEST_LISTS, usable_patterns
from recount.model.findings import WhatIf

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
        if rest is None or rest.width < FEWEST_LISTS:
            continue
        found = fit_all(rest, hierarchical(rest.width) if rest.width <= _HIERARCHICAL else pairwise(rest))
        best = float(found.totals[np.argmin(found.bic)])
        total = round(max(best, float(table.observed)), 2) if np.isfinite(best) else None
        yield WhatIf("one list out", f"without {name}", total)
