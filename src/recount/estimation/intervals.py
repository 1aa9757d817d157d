"""Intervals out of draws."""

from statistics import NormalDist

import numpy as np

from recount.estimation.patterns import Floats
from recount.model.interval import Interval

_NORMAL = NormalDist()


def percentiles(draws: Floats, level: float) -> tuple[float, float]:
    """The middle of the draws."""
    low, high = np.quantile(draws, [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)


def accelerated(draws: Floats, point: float, influences: tuple[Floats, Floats], level: float) -> tuple[float, float]:
    """Bias-corrected and accelerated percentiles (Efron 1987), as Chan, Silverman & Vincent (2021) use them.

    Args:
        draws: bootstrap totals.
        point: the total of the table itself.
        influences: how far the total falls when one victim is missing, and the number of such victims.
        level: how much the interval holds.
    """
    below = (np.sum(draws < point) + 0.5 * np.sum(draws == point) + 0.5) / (len(draws) + 1)
    shift = _NORMAL.inv_cdf(float(below))
    bend = _acceleration(*influences)
    ends = []
    for chance in ((1 - level) / 2, (1 + level) / 2):
        moved = shift + _NORMAL.inv_cdf(chance)
        ends.append(_NORMAL.cdf(shift + moved / max(1 - bend * moved, 1e-6)))
    low, high = np.quantile(draws, ends)
    return float(low), float(high)


def people(low: float, high: float, observed: int) -> Interval:
    """An interval of whole people, rounded outward, never below those observed."""
    floor = max(int(np.floor(low)), observed)
    return Interval(floor, max(int(np.ceil(min(high, 1e15))), floor))


def sentence_case(name: str) -> str:
    """A method's name at the beginning of a sentence; abbreviations stay as they are."""
    return name[:1].upper() + name[1:]


def _acceleration(influence: Floats, weights: Floats) -> float:
    spread = float(np.sum(weights * influence**2))
    return float(np.sum(weights * influence**3)) / (6 * spread**1.5) if spread > 0 else 0.0
