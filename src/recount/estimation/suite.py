"""All methods on one usable table, and the verdict on what they say together."""

from collections.abc import Iterator

import numpy as np

from recount.estimation.bounds import if_independent, least
from recount.estimation.headline import (
    ESTIMABLE,
    FRAGILE,
    METHOD,
    NOT_ESTIMABLE,
    caveats,
    envelope,
    fingerprint,
    observed,
    written,
)
from recount.estimation.methods import LogLinear, Work, log_linear
from recount.estimation.patterns import Patterns, canonical
from recount.estimation.sensitivity import highest_order, one_list_out
from recount.estimation.settings import EstimationSettings
from recount.estimation.usable import Usable
from recount.model.findings import CaptureTable, Estimate, MethodEstimate, WhatIf

MOST_DISAGREEMENT = 1.5
_WIDEST = 21


def suite(table: CaptureTable, part: Usable, settings: EstimationSettings, workers: int = 1) -> Estimate:
    """Estimate a table that passed every check made before any number."""
    ordered = canonical(part.patterns)
    found = log_linear(Work(ordered, settings, _seed(ordered, settings), workers))
    methods = found.methods
    against = list(_against(found, methods, part))
    doubts = list(_doubts(found, methods, part))
    return Estimate(
        stratum=table.stratum,
        lists=table.lists,
        observed=observed(table),
        method=METHOD,
        verdict=NOT_ESTIMABLE if against else FRAGILE if doubts else ESTIMABLE,
        reasons=tuple(against + doubts),
        interval=None if against else envelope(methods, observed(table)),
        median=None if against else _median(methods),
        models=found.models,
        caveats=(*part.notes, *caveats(table)),
        settings=(*written(settings), *_dropped(part)),
        digest=fingerprint(table),
        methods=methods,
        disagreement=disagreement(methods),
        sensitivity=_sensitivity(part.patterns),
    )


def _sensitivity(table: Patterns) -> tuple[WhatIf, ...]:
    return (least(table), *highest_order(table), *one_list_out(table), *if_independent(table))


def _seed(ordered: Patterns, settings: EstimationSettings) -> np.random.SeedSequence:
    """One stream per table: strata draw apart, and renaming lists changes nothing."""
    return np.random.SeedSequence([settings.seed, *(int(count) for count in ordered.counts)])


def _median(methods: tuple[MethodEstimate, ...]) -> float | None:
    medians = sorted(method.median for method in methods if method.interval is not None and method.median is not None)
    return round(float(np.median(medians)), 2) if medians else None


def disagreement(methods: tuple[MethodEstimate, ...]) -> float | None:
    """Largest median over smallest, of the methods with an interval."""
    medians = [method.median for method in methods if method.interval is not None and method.median]
    return round(max(medians) / min(medians), 4) if medians else None


def _dropped(part: Usable) -> Iterator[tuple[str, str]]:
    if part.dropped:
        yield "lists left out", ", ".join(part.dropped)


def _against(found: LogLinear, methods: tuple[MethodEstimate, ...], part: Usable) -> Iterator[str]:
    """Reasons that forbid a headline."""
    if not found.suite.reached.any():
        yield "No log-linear model has an estimate on this table: the shared victims are too few to pin the unseen."
    elif all(method.interval is None for method in methods):
        yield "On most samples of this table no model has an estimate; a coarser stratum or more overlap is needed."
    else:
        hull = envelope(methods, 0)
        if hull is not None and (hull.high or 0) > _WIDEST * part.patterns.observed:
            yield (
                f"The range reaches past {_WIDEST} times the number observed: the lists do not bound the total. "
                "A coarser stratum or a further list would help."
            )


def _doubts(found: LogLinear, methods: tuple[MethodEstimate, ...], part: Usable) -> Iterator[str]:
    """Reasons for care."""
    ratio = disagreement(methods)
    if ratio is not None and ratio > MOST_DISAGREEMENT:
        yield f"The methods disagree: the largest total is {ratio:.1f} times the smallest."
    near = [model.estimate for model in found.models if model.criterion < 2]
    if len(near) > 1 and max(near) > MOST_DISAGREEMENT * min(near):
        yield (
            f"{len(near)} models fit about equally well, yet their totals run from {min(near):,.0f} to "
            f"{max(near):,.0f}."
        )
    if found.resampled is not None and found.resampled.refused > 0.05:
        yield f"{found.resampled.refused:.0%} of the bootstrap samples had no estimate."
    if part.dropped:
        yield f"The total rests on fewer lists than there are: {', '.join(part.dropped)} left out."
