"""Whether a log-linear model has an estimate at all, before any number.

An interaction that nobody shows is exactly minus infinity: its patterns are left out (Chan, Silverman & Vincent 2021).
What remains must pin the unseen pattern (rank), and no direction may raise the likelihood for ever (Fienberg &
Rinaldo 2012), which a linear programme decides.
"""

from enum import StrEnum

import numpy as np

from recount.estimation.hierarchy import Model, terms_of
from recount.estimation.patterns import Floats, Patterns, holds

_SLACK = 1e-7


class Existence(StrEnum):
    """What the data say about one model."""

    FINE = "fine"
    UNIDENTIFIABLE = "unidentifiable"
    NO_ESTIMATE = "no maximum of the likelihood"


def existence(table: Patterns, model: Model) -> Existence:
    """Whether the model's maximum likelihood estimate exists and is unique."""
    design, counts = reduced(table, model)
    if np.linalg.matrix_rank(design) < design.shape[1]:
        return Existence.UNIDENTIFIABLE
    if np.all(counts > 0) or not _runs_away(design, counts):
        return Existence.FINE
    return Existence.NO_ESTIMATE


def reduced(table: Patterns, model: Model) -> tuple[Floats, Floats]:
    """Design and counts of the seen patterns, less the terms nobody shows and the patterns that hold them."""
    terms = terms_of(model, table.width)
    margins = table.margins()[terms]
    held = holds(table.width)[1:][:, terms]
    rows = ~np.any((held > 0) & (margins == 0), axis=1)
    return held[rows][:, margins > 0], table.seen[rows]


def _runs_away(design: Floats, counts: Floats) -> bool:
    """Whether some direction keeps every shown pattern and lowers an unshown one: then no maximum is attained."""
    from scipy.optimize import linprog

    empty, shown = design[counts == 0], design[counts > 0]
    found = linprog(
        empty.sum(axis=0),
        A_ub=np.vstack([empty, -empty]),
        b_ub=np.concatenate([np.zeros(len(empty)), np.ones(len(empty))]),
        A_eq=shown,
        b_eq=np.zeros(len(shown)),
        bounds=(None, None),
        method="highs",
    )
    return found.fun is None or bool(found.fun < -_SLACK)
