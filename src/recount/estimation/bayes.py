"""Decomposable graphs as one of the methods."""

from collections.abc import Iterator

import numpy as np

from recount.estimation.decomposable import Averaged, average
from recount.estimation.graphs import decomposable
from recount.estimation.intervals import people
from recount.estimation.patterns import Patterns
from recount.estimation.work import Voice, Work
from recount.model.estimates import MethodEstimate, WhatIf

DECOMPOSABLE = "decomposable graphs, averaged"
FARTHEST = 21
_DRAWS = 1000


def decomposable_graphs(work: Work) -> Voice:
    """The posterior over all decomposable graphs but the saturated one."""
    table, level = work.table, work.settings.level
    found = average(table)
    ends = found.quantile((1 - level) / 2), found.quantile((1 + level) / 2)
    told = MethodEstimate(
        name=DECOMPOSABLE,
        estimate=round(found.quantile(0.5), 1),
        interval=people(*ends, table.observed),
        median=round(found.quantile(0.5), 1),
        mean=round(found.mean, 1),
        level=level,
        says=tuple(_says(found)),
        settings=(
            ("graphs", f"{len(decomposable(table.width).edges) - 1:,}, the saturated one left out"),
            ("prior count of each full pattern", f"2^-{table.width}"),
            ("prior of the total", "proportional to 1/N"),
        ),
        diagnostics=(
            ("mode", round(found.mode, 1)),
            ("saturated_weight", round(found.saturated, 4)),
            ("beyond_21n", round(found.beyond(FARTHEST * table.observed), 4)),
            ("tail", float(f"{found.tail:.1e}")),
            ("peaks", float(len(found.peaks))),
        ),
    )
    even = (np.arange(_DRAWS) + 0.5) / _DRAWS
    return Voice(told, np.random.default_rng(work.seed).permutation(found.quantiles(even)))


def _says(found: Averaged) -> Iterator[str]:
    if found.saturated > 0.5:
        yield (
            f"The graph in which every list depends on every other would carry {found.saturated:.0%} of the weight; it "
            "says nothing of the unseen and is left out, so this method cannot speak for dependence of that order."
        )
    if len(found.peaks) > 1:
        totals = " and ".join(f"{peak:,.0f}" for peak in found.peaks)
        yield f"Its posterior has {len(found.peaks)} peaks, at {totals}: no single total stands for them."
    if found.tail > 1e-6:
        yield "Its posterior does not end: mass remains at any total, however large."


def other_priors(table: Patterns) -> Iterator[WhatIf]:
    """The median under other prior counts."""
    for power in (table.width - 1, table.width - 2):
        median = average(table, 2.0**-power).quantile(0.5)
        yield WhatIf(
            "prior", f"decomposable graphs with prior count 2^-{power} instead of 2^-{table.width}", round(median, 1)
        )
