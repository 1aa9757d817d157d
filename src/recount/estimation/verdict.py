"""One word per estimate, and the sentences that explain it."""

from collections.abc import Iterator, Sequence

from recount.estimation.headline import ESTIMABLE, FRAGILE, NOT_ESTIMABLE, envelope
from recount.estimation.intervals import sentence_case
from recount.estimation.loglinear_voices import LogLinear
from recount.estimation.usable import Usable
from recount.model.estimates import MethodEstimate, WhatIf

FLAGGED = 1.5
UNBEARABLE = 2.5
FARTHEST = 21
WIDE = 3.0
_NEAR = 2.0
_MORE = "A coarser stratum, or a further list of the same deaths, would help."


def verdict(
    found: LogLinear, methods: Sequence[MethodEstimate], part: Usable, sensitivity: Sequence[WhatIf]
) -> tuple[str, tuple[str, ...]]:
    """`not estimable` with any reason against, `fragile` with any doubt, else `estimable`; reasons first."""
    against = list(_against(found, methods, part))
    doubts = [*_disputes(found, methods), *_gaps(found, methods, part), *_moves(methods, sensitivity)]
    word = NOT_ESTIMABLE if against else FRAGILE if doubts else ESTIMABLE
    return word, tuple(against + doubts)


def disagreement(methods: Sequence[MethodEstimate]) -> float | None:
    """Largest median over smallest, of the methods with an interval."""
    medians = [method.median for method in methods if method.interval is not None and method.median]
    return round(max(medians) / min(medians), 4) if medians else None


def _against(found: LogLinear, methods: Sequence[MethodEstimate], part: Usable) -> Iterator[str]:
    """Reasons that forbid a headline."""
    if not found.suite.reached.any():
        yield f"No log-linear model has an estimate: victims on several lists are too few to pin the unseen. {_MORE}"
        return
    unusable = part.linkages.count(None)
    if 2 * unusable > len(part.linkages):
        yield f"In {unusable} of {len(part.linkages)} draws of the linkage the lists share too few victims. {_MORE}"
    hull = envelope(methods, 0)
    if hull is None:
        yield f"No method gives a total that holds still. {_MORE}"
        return
    if (hull.high or 0) > FARTHEST * part.patterns.observed:
        yield f"The range reaches past {FARTHEST} times the number observed: the lists do not bound the total. {_MORE}"
    ratio = disagreement(methods)
    if ratio is not None and ratio > UNBEARABLE:
        yield (
            f"The methods contradict each other, the largest total being {ratio:.1f} times the smallest; no range can "
            f"stand for both. {_MORE}"
        )


def _disputes(found: LogLinear, methods: Sequence[MethodEstimate]) -> Iterator[str]:
    """Where methods or models give different answers."""
    ratio = disagreement(methods)
    if ratio is not None and FLAGGED < ratio <= UNBEARABLE:
        yield f"The methods disagree: the largest total is {ratio:.1f} times the smallest."
    near = [model.estimate for model in found.models if model.criterion < _NEAR]
    if len(near) > 1 and max(near) > FLAGGED * min(near):
        yield (
            f"{len(near)} log-linear models fit about equally well, yet their totals run from {min(near):,.0f} to "
            f"{max(near):,.0f}."
        )
    for method in methods:
        yield from (f"{sentence_case(method.name)}: {sentence}" for sentence in method.says)


def _gaps(found: LogLinear, methods: Sequence[MethodEstimate], part: Usable) -> Iterator[str]:
    """What could not be used."""
    if found.resampled is not None and found.resampled.refused > 0.05:
        yield f"{found.resampled.refused:.0%} of the bootstrap samples had no estimate."
    silent = [method.name for method in methods if method.interval is None and method.settled]
    if silent:
        yield f"No interval from {', '.join(silent)}."
    unusable = part.linkages.count(None)
    if 0 < 2 * unusable <= len(part.linkages):
        yield f"In {unusable} of {len(part.linkages)} draws of the linkage the lists share too few victims."
    if part.dropped:
        yield f"The total rests on fewer lists than there are: {', '.join(part.dropped)} left out."


def _moves(methods: Sequence[MethodEstimate], sensitivity: Sequence[WhatIf]) -> Iterator[str]:
    """How far assumptions carry the total."""
    hull = envelope(methods, 0)
    if hull is not None and (hull.high or 0) > WIDE * max(hull.floor, 1):
        yield f"The range is wide: its high end is {(hull.high or 0) / max(hull.floor, 1):.1f} times its low end."
    bound = next((what.total for what in sensitivity if what.kind == "lower bound"), None)
    if hull is not None and bound is not None and (hull.high or 0) < bound:
        yield f"The range lies below Chao's lower bound of {bound:,.0f}."
    without = [what.total for what in sensitivity if what.kind == "one list out" and what.total is not None]
    if len(without) > 1 and max(without) > UNBEARABLE * min(without):
        yield f"Leaving out one list carries the best log-linear total from {min(without):,.0f} to {max(without):,.0f}."
