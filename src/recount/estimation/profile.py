"""The profile likelihood of a total: how fast a log-linear model loses its hold as the unseen are forced up or down."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from recount.estimation.fitting import fit_known
from recount.estimation.hierarchy import Model, mask, written
from recount.estimation.intervals import people
from recount.estimation.loglinear import fit_all
from recount.estimation.loglinear_voices import models_for
from recount.estimation.patterns import Floats, Patterns
from recount.model.estimates import WhatIf

_HALF_CHI_SQUARE = 1.920729
_REACH = 12.0
_POINTS = 121


@dataclass(frozen=True, slots=True)
class Profile:
    """The total of greatest likelihood under the multinomial, and where twice the loss passes chi-square at 95 %."""

    total: float
    low: float
    high: float


def profile(table: Patterns, model: Model) -> Profile | None:
    """Profile one model (Cormack 1992); None where it has no estimate. An open upper end is infinite."""
    best = fit_all(table, [model])
    if not best.reached[0]:
        return None
    centre = np.log(max(float(best.totals[0]) - table.observed, 0.5))
    wide = np.linspace(centre - _REACH, centre + _REACH, _POINTS)
    top = _peak(table, model, wide)
    most = float(_likelihood(table, model, np.asarray([top]))[0])
    low = _edge(table, model, np.linspace(top, top - _REACH, _POINTS), most)
    high = _edge(table, model, np.linspace(top, top + _REACH, _POINTS), most)
    return Profile(*(table.observed + end for end in (float(np.exp(top)), low or 0.0, high or float("inf"))))


def profiled(table: Patterns) -> Iterator[WhatIf]:
    """The profile of the model of least BIC, its choice taken for granted."""
    suite = fit_all(table, models_for(table))
    if not suite.reached.any():
        return
    model = suite.models[int(np.argmin(suite.bic))]
    found = profile(table, model)
    if found is not None:
        name = ", ".join(written(model, table.lists)) if model else "independent lists"
        says = f"profile likelihood of the model of least BIC ({name}), as if it were known to be the right one"
        ends = people(found.low, found.high, table.observed) if np.isfinite(found.high) else None
        yield WhatIf("profile likelihood", says, round(found.total, 2), ends)


def _likelihood(table: Patterns, model: Model, places: Floats) -> Floats:
    """Multinomial log-likelihood of the table with each number of unseen, given as its log."""
    from scipy.special import gammaln

    unseen = np.exp(places)
    counts = np.repeat(table.counts[None], len(places), axis=0)
    counts[:, 0] = unseen
    means, reached = fit_known(counts, np.repeat(mask([model], table.width), len(places), axis=0))
    total = table.observed + unseen
    logs = np.log(np.maximum(means, 1e-300) / total[:, None])
    value = gammaln(total + 1) - gammaln(unseen + 1) + np.sum(np.where(counts > 0, counts * logs, 0.0), axis=1)
    return np.asarray(np.where(reached, value, -np.inf))


def _peak(table: Patterns, model: Model, places: Floats) -> float:
    """Where the likelihood is greatest, closing in three times."""
    for _ in range(4):
        best = int(np.argmax(_likelihood(table, model, places)))
        step = abs(places[1] - places[0])
        places = np.linspace(places[best] - step, places[best] + step, 41)
    return float(places[20])


def _edge(table: Patterns, model: Model, places: Floats, most: float) -> float | None:
    """The number unseen at which the likelihood has lost enough, going outward; None where it never does."""
    for _ in range(5):
        lost = np.flatnonzero(most - _likelihood(table, model, places) > _HALF_CHI_SQUARE)
        if not len(lost):
            return None
        places = np.linspace(places[max(lost[0] - 1, 0)], places[lost[0]], 41)
    return float(np.exp(places[-1]))
