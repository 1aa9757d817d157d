"""What a wrong linkage does to a total, to first order.

A link that was missed makes one victim two and hides an overlap; a false one does the reverse. No interval of any
method knows of either (Sadinle 2018 averages over linkages instead).
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from recount.estimation.hierarchy import Model
from recount.estimation.loglinear import fit_all
from recount.estimation.patterns import Patterns, order
from recount.model.estimates import WhatIf
from recount.model.interval import Interval


@dataclass(frozen=True, slots=True)
class Doubt:
    """By what factor the total would change if links were missed, or false, to the shares given."""

    missed: float
    false: float
    if_missed: float
    if_false: float

    def widened(self, interval: Interval) -> Interval:
        """The interval with both factors taken in."""
        low, high = interval.floor, interval.high or interval.floor
        return Interval(int(low * min(1.0, self.if_missed)), int(np.ceil(high * max(1.0, self.if_false))))

    def told(self, total: float) -> Iterator[WhatIf]:
        """Both as answers to a reader's question."""
        for share, factor, word in ((self.missed, self.if_missed, "missed"), (self.false, self.if_false, "false")):
            if share:
                yield WhatIf(
                    "linkage", f"if {share:.0%} of the links between lists are {word}", round(total * factor, 2)
                )


def doubt(table: Patterns, model: Model, missed: float, false: float) -> Doubt:
    """How the total of one log-linear model answers to links missed and links false."""
    tables = [table, parted(table, -missed / (1 - missed)), parted(table, false)]
    totals = [float(fit_all(each, [model]).totals[0]) for each in tables]
    factors = [total / totals[0] if np.isfinite(total) else 1.0 for total in totals]
    return Doubt(missed, false, factors[1], factors[2])


def parted(table: Patterns, share: float) -> Patterns:
    """A share of the victims on several lists taken apart, one list off each; a negative share joins them again."""
    counts = table.counts.copy()
    for pattern in range(1, len(counts)):
        if order(pattern) < 2:
            continue
        moved = share * table.counts[pattern]
        counts[pattern] -= moved
        for index in range(table.width):
            if pattern >> index & 1:
                counts[1 << index] += moved / order(pattern)
                counts[pattern & ~(1 << index)] += moved / order(pattern)
    return Patterns(table.lists, np.maximum(counts, 0.0))
