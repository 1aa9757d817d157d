"""Models in which victims differ in how likely they are to be listed, and the lower bound that follows.

Rivest & Baillargeon (2007) write them as log-linear models with a column for the number of lists a victim is on.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from recount.estimation.fitting import solved
from recount.estimation.patterns import Floats, Patterns, holds, order

_STEPS = 50
_SHAPES: dict[str, Callable[[Floats], Floats]] = {
    "Poisson, 2": lambda seen: np.power(2.0, seen) - 1,
    "Darroch": lambda seen: seen**2 / 2,
    "gamma, 3.5": lambda seen: np.log(3.5) - np.log(3.5 + seen),
}


@dataclass(frozen=True, slots=True)
class Reach:
    """One model of how victims are reached: its name, total, and the number of terms."""

    name: str
    total: float
    parameters: int


def alike(table: Patterns) -> Reach:
    """All lists and all victims alike (M0)."""
    return _fitted("all lists alike", table, _alike(table))


def independent(table: Patterns) -> Reach:
    """Lists differ, victims are alike, lists are independent (Mt)."""
    return _fitted("independent lists", table, _lists(table))


def differing(table: Patterns, shape: str) -> Reach:
    """Lists differ and victims differ, in one of the shapes `Poisson, 2`, `Darroch` and `gamma, 3.5` (Mth)."""
    column = _SHAPES[shape](_seen(table))
    return _fitted(f"differing victims ({shape})", table, np.column_stack([_lists(table), column]))


def lower_bound(table: Patterns, *, lists_differ: bool = True) -> Reach:
    """Chao's (1987) lower bound: victims differ in any way, and one and two lists alone tell of the unseen.

    It is no bound where lists avoid each other. A column for each number of lists above two frees those victims;
    columns that come out negative are left out, as no mixture of victims could make them so.
    """
    base = _lists(table) if lists_differ else _alike(table)
    freed = list(range(3, table.width + 1))
    while True:
        columns = [np.maximum(_seen(table) - size + 1, 0.0) for size in freed]
        design = np.column_stack([base, *columns])
        slopes = _slopes(table, design)
        freely: list[float] = [] if slopes is None else slopes[base.shape[1] :].tolist()
        negative = [size for size, slope in zip(freed, freely, strict=False) if slope < 0]
        if not negative:
            return _fitted("Chao's lower bound", table, design)
        freed.remove(negative[0])


def _alike(table: Patterns) -> Floats:
    return np.column_stack([np.ones(len(table.seen)), _seen(table)])


def _lists(table: Patterns) -> Floats:
    return holds(table.width)[1:][:, [0, *(1 << index for index in range(table.width))]]


def _seen(table: Patterns) -> Floats:
    """On how many lists the victims of each pattern are."""
    return np.asarray([float(order(pattern)) for pattern in range(1, len(table.counts))])


def _fitted(name: str, table: Patterns, design: Floats) -> Reach:
    slopes = _slopes(table, design)
    return Reach(name, float("inf") if slopes is None else table.observed + float(np.exp(slopes[0])), design.shape[1])


def _slopes(table: Patterns, design: Floats) -> Floats | None:
    """Poisson regression by Newton's method; None where it does not settle."""
    level, before = np.log(table.seen + 0.5), np.zeros(design.shape[1])
    for _ in range(_STEPS):
        mean = np.exp(np.clip(level, -30, 30))
        matrix = design.T @ (design * mean[:, None])
        right = design.T @ (mean * level + table.seen - mean)
        slopes: Floats = solved(matrix[:, :, None], right[:, None])[:, 0]
        if np.max(np.abs(slopes - before)) < 1e-9:
            return slopes
        level, before = design @ slopes, slopes
    return None
