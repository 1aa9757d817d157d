"""Exact Bayesian averaging over decomposable graphs (Madigan & York 1997).

With a hyper-Dirichlet prior the probability of a table given the number unseen is a ratio of Dirichlet-multinomials
over groups of lists, and the unseen only ever adds to the empty cell of each group. So one table of functions of the
unseen, one per set of lists, serves all graphs, and the posterior is a sum, not a simulation.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from recount.estimation.graphs import Graphs, decomposable
from recount.estimation.patterns import Floats, Patterns

_COARSE = 64
_NEGLIGIBLE = 22.0
_TAIL = 1e-6
_FARTHEST = 1e9
_MOST_POINTS = 4000
_CHUNK = 2048

Indices = NDArray[np.intp]


@dataclass(frozen=True, slots=True, eq=False)
class Averaged:
    """The posterior of the total, on a grid of whole numbers of unseen.

    `mass` sums to one over `unseen`; `weights` are the posterior weights of the graphs `kept`, the saturated one left
    out; `saturated` is the weight it would have had; `tail` the mass beyond the grid, at most.
    """

    observed: int
    unseen: Floats
    mass: Floats
    kept: Indices
    weights: Floats
    saturated: float
    tail: float

    def quantile(self, chance: float) -> float:
        """The total below which a share of the posterior lies."""
        return float(self.quantiles(np.asarray([chance]))[0])

    def quantiles(self, chances: Floats) -> Floats:
        """The totals below which shares of the posterior lie."""
        return np.asarray(self.observed + np.interp(chances, np.cumsum(self.mass) - 0.5 * self.mass, self.unseen))

    @property
    def mean(self) -> float:
        """Posterior mean of the total."""
        return self.observed + float(np.sum(self.mass * self.unseen))

    @property
    def mode(self) -> float:
        """The single likeliest total."""
        return self.observed + float(self.unseen[int(np.argmax(self.mass / _widths(self.unseen)))])

    @property
    def peaks(self) -> list[float]:
        """Totals at which the density per log of the total peaks, where a valley at least a fifth deep lies between."""
        totals = self.unseen + self.observed
        density = self.mass / _widths(self.unseen) * totals
        return [float(totals[place]) for place in _summits(density)]

    def beyond(self, total: float) -> float:
        """Posterior probability that the total is larger."""
        return float(self.mass[self.unseen + self.observed > total].sum())


@dataclass(frozen=True, slots=True, eq=False)
class _Groups:
    """Per set of lists, what its Dirichlet-multinomial needs: log value = fixed + log gamma(empty + unseen).

    The factors of the whole table cancel between the sets gained and shared.
    """

    fixed: Floats
    empty: Floats


def average(table: Patterns, delta: float | None = None) -> Averaged:
    """Average over all decomposable graphs but the saturated one, which knows nothing of the unseen.

    Args:
        table: counts over 3 to 7 lists.
        delta: prior count of each full pattern, 2 to the minus number of lists unless given; p(N) is proportional
            to 1/N, and graphs are equally likely.
    """
    graphs = decomposable(table.width)
    groups = _groups(table, 2.0**-table.width if delta is None else delta)
    likely = _likely(table.observed, graphs, groups)
    modes, spreads, heights = _peaks(table.observed, graphs, groups, likely)
    near = heights > heights.max() - _NEGLIGIBLE
    grid = _grid(table.observed, modes[near], spreads[near])
    return _posterior(table.observed, graphs, groups, likely[near], grid)


def _groups(table: Patterns, delta: float) -> _Groups:
    from scipy.special import gammaln

    size = 1 << table.width
    fixed, empty = np.zeros(size), np.zeros(size)
    for group in range(size):
        prior = delta * 2.0 ** (table.width - group.bit_count())
        counts = np.bincount(np.arange(size) & group, weights=table.counts, minlength=size)
        seen = [cell for cell in range(1, size) if cell & ~group == 0]
        fixed[group] = np.sum(gammaln(prior + counts[seen]) - gammaln(prior)) - gammaln(prior)
        empty[group] = prior + counts[0]
    return _Groups(fixed, empty)


def _scores(observed: int, graphs: Graphs, groups: _Groups, chosen: Indices, unseen: Floats) -> Floats:
    """Log posterior, up to a constant, of each chosen graph (rows) with each number of unseen."""
    from scipy.special import gammaln

    terms = groups.fixed[:, None] + gammaln(groups.empty[:, None] + unseen)
    scores = np.tile(gammaln(observed + unseen) - gammaln(unseen + 1), (len(chosen), 1))
    for gained, shared in zip(graphs.gained[chosen].T, graphs.shared[chosen].T, strict=True):
        scores += terms[gained]
        scores -= terms[shared]
    return np.asarray(scores)


def _likely(observed: int, graphs: Graphs, groups: _Groups) -> Indices:
    """Graphs that may carry weight, by a bound on their peak; never the saturated one, which is last."""
    unseen = np.geomspace(0.5, 1e5 * observed, _COARSE)
    rows = np.arange(len(graphs.edges) - 1)
    bounds, values = np.empty(len(rows)), np.empty(len(rows))
    for start in range(0, len(rows), _CHUNK):
        part = rows[start : start + _CHUNK]
        scores = _scores(observed, graphs, groups, part, unseen)
        values[part] = scores.max(axis=1)
        bounds[part] = _tops(scores, _slopes_at(observed, graphs, groups, part, unseen), np.log(unseen))
    return np.flatnonzero(bounds > values.max() - _NEGLIGIBLE)


def _slopes_at(observed: int, graphs: Graphs, groups: _Groups, chosen: Indices, unseen: Floats) -> Floats:
    """Slopes of the scores per log of the unseen."""
    from scipy.special import digamma

    terms = digamma(groups.empty[:, None] + unseen)
    slopes = np.tile(digamma(observed + unseen) - digamma(unseen + 1), (len(chosen), 1))
    for gained, shared in zip(graphs.gained[chosen].T, graphs.shared[chosen].T, strict=True):
        slopes += terms[gained]
        slopes -= terms[shared]
    return np.asarray(slopes * unseen)


def _tops(scores: Floats, slopes: Floats, places: Floats) -> Floats:
    """Where neighbouring tangents meet: no higher can a curve that bends down go between them."""
    step = np.diff(places)
    rise, fall = slopes[:, :-1], slopes[:, 1:]
    bend = np.maximum(rise - fall, 1e-12)
    meet = np.clip((np.diff(scores, axis=1) - fall * step) / bend, 0, step)
    return np.asarray(np.max(scores[:, :-1] + np.maximum(rise * meet, 0), axis=1))


def _peaks(observed: int, graphs: Graphs, groups: _Groups, chosen: Indices) -> tuple[Floats, Floats, Floats]:
    """Where each graph's posterior peaks (log of the unseen), its spread there, and the log of its area."""
    low, high = np.full(len(chosen), np.log(1e-3)), np.full(len(chosen), np.log(_FARTHEST * observed))
    for _ in range(50):
        middle = (low + high) / 2
        rising = _slope_each(observed, graphs, groups, chosen, middle) > 0
        low, high = np.where(rising, middle, low), np.where(rising, high, middle)
    mode = (low + high) / 2
    bend = _slope_each(observed, graphs, groups, chosen, mode - 1e-3) - _slope_each(
        observed, graphs, groups, chosen, mode + 1e-3
    )
    spread = np.sqrt(2e-3 / np.maximum(bend, 1e-9))
    return mode, spread, _score_each(observed, graphs, groups, chosen, mode) + np.log(np.minimum(spread, 10))


def _slope_each(observed: int, graphs: Graphs, groups: _Groups, chosen: Indices, place: Floats) -> Floats:
    """Slope of each graph's log density, per log of the unseen, at a place of its own."""
    from scipy.special import digamma

    unseen = np.exp(place)[:, None]
    gained, shared = groups.empty[graphs.gained[chosen]], groups.empty[graphs.shared[chosen]]
    slope = digamma(observed + unseen)[:, 0] - digamma(unseen + 1)[:, 0]
    slope += np.sum(digamma(gained + unseen) - digamma(shared + unseen), axis=1)
    return np.asarray(slope * unseen[:, 0] + 1)


def _score_each(observed: int, graphs: Graphs, groups: _Groups, chosen: Indices, place: Floats) -> Floats:
    from scipy.special import gammaln

    unseen = np.exp(place)[:, None]
    gained, shared = graphs.gained[chosen], graphs.shared[chosen]
    score = gammaln(observed + unseen)[:, 0] - gammaln(unseen + 1)[:, 0] + place
    score += np.sum(groups.fixed[gained] + gammaln(groups.empty[gained] + unseen), axis=1)
    score -= np.sum(groups.fixed[shared] + gammaln(groups.empty[shared] + unseen), axis=1)
    return np.asarray(score)


def _grid(observed: int, modes: Floats, spreads: Floats) -> Floats:
    """Whole numbers of unseen, fine where any graph peaks, from none to ten times the observed or beyond all peaks."""
    low = max(float(np.min(modes - 12 * spreads)), 0.0)
    high = min(float(np.max(modes + 12 * spreads)), np.log(_FARTHEST * observed))
    points = int(np.clip((high - low) / (float(np.min(spreads)) / 6), 200, _MOST_POINTS))
    fine = np.exp(np.linspace(low, high, points))
    wide = np.geomspace(1, max(10.0 * observed, np.exp(high)), 400)
    return np.unique(np.round(np.concatenate([np.arange(50.0), wide, fine])))


def _posterior(observed: int, graphs: Graphs, groups: _Groups, kept: Indices, grid: Floats) -> Averaged:
    """The mixture over graphs, on a grid that grows until hardly anything lies beyond it."""
    while True:
        logs, areas = _mixture(observed, graphs, groups, kept, grid)
        mass = np.exp(logs - logs.max())
        mass /= mass.sum()
        tail = float(mass[grid > grid[-1] / 10].sum())
        if tail < _TAIL or grid[-1] > _FARTHEST * observed:
            break
        grid = np.concatenate([grid, np.round(np.geomspace(grid[-1], 10 * grid[-1], 101))[1:]])
    last = np.asarray([len(graphs.edges) - 1])
    saturated = _mixture(observed, graphs, groups, last, grid)[1][0]
    together = np.logaddexp.reduce(areas)
    weights = np.exp(areas - together)
    return Averaged(observed, grid, mass, kept, weights, float(1 / (1 + np.exp(together - saturated))), tail)


def _mixture(observed: int, graphs: Graphs, groups: _Groups, kept: Indices, grid: Floats) -> tuple[Floats, Floats]:
    """Log mass at each grid point over all kept graphs, and the log area of each graph."""
    wide = np.log(_widths(grid))
    logs, areas = np.full(len(grid), -np.inf), []
    for start in range(0, len(kept), _CHUNK // 8):
        scores = _scores(observed, graphs, groups, kept[start : start + _CHUNK // 8], grid) + wide
        peak = scores.max()
        raised = np.exp(scores - peak)
        with np.errstate(divide="ignore"):
            logs = np.logaddexp(logs, np.log(raised.sum(axis=0)) + peak)
            areas.append(np.log(raised.sum(axis=1)) + peak)
    return logs, np.concatenate(areas)


def _summits(density: Floats) -> list[int]:
    """Places of the peaks that hold at least a twentieth of the highest."""
    found: list[int] = []
    for place in np.flatnonzero(_rises(density)):
        if density[place] < density.max() / 20:
            continue
        lowest = float(density[found[-1] : place + 1].min()) if found else 0.0
        if not found or lowest < 0.8 * min(density[found[-1]], density[place]):
            found.append(int(place))
        elif density[place] > density[found[-1]]:
            found[-1] = int(place)
    return found


def _rises(density: Floats) -> NDArray[np.bool_]:
    before = np.concatenate([[-np.inf], density[:-1]])
    after = np.concatenate([density[1:], [-np.inf]])
    return (density > before) & (density >= after)


def _widths(grid: Floats) -> Floats:
    """How many whole numbers each grid point stands for."""
    middles = (grid[1:] + grid[:-1]) / 2
    return np.diff(np.concatenate([[grid[0] - 0.5], middles, [grid[-1] + 0.5]]))
