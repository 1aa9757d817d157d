"""More than five lists: the models with pairs only that a search by BIC passes through."""

from recount.estimation.hierarchy import Model
from recount.estimation.loglinear import fit_all
from recount.estimation.patterns import Patterns, order


def pairwise(table: Patterns) -> tuple[Model, ...]:
    """Forward from independence, the best pair added each time until none lowers BIC; every model tried on the way."""
    pairs = [term for term in range(1 << table.width) if order(term) == 2]
    current: Model = ()
    tried: dict[Model, float] = dict(zip([current], fit_all(table, [current]).bic, strict=True))
    while True:
        nearby = [tuple(sorted({*current, pair} if pair not in current else {*current} - {pair})) for pair in pairs]
        fresh = [model for model in nearby if model not in tried]
        tried |= dict(zip(fresh, fit_all(table, fresh).bic, strict=True)) if fresh else {}
        best = min(nearby, key=lambda model: (tried[model], model))
        if tried[best] >= tried[current]:
            return tuple(sorted(tried, key=lambda model: (len(model), model)))
        current = best
