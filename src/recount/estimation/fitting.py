"""Poisson log-linear models by Newton's method, many at a time.

The product of two terms is their union, so every entry of the information matrix is a sum of means over the patterns
above a union: sums over a lattice and elementwise Cholesky steps do all the work, without a linear algebra library
whose threads or summing order could differ between machines.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from recount.estimation.patterns import Floats, above, below, holds

_STEPS = 40
_CLOSE = 1e-6
_FURTHEST = 30.0
_VANISHED = 18.0
_BATCH = 512

Choice = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Fits:
    """One entry per fit: the expected unseen, the log-likelihood, and whether a maximum was reached."""

    unseen: Floats
    likelihood: Floats
    reached: Choice


def fit(counts: Floats, chosen: Choice) -> Fits:
    """Fit each row of `counts` with its row of `chosen` terms.

    Args:
        counts: (fits, patterns), unseen pattern first and ignored.
        chosen: (fits, terms), hierarchical and not saturated.

    Newton's steps settle only where the likelihood has a maximum, so `reached` is also a certificate of existence;
    a fit without enough patterns to pin its terms is never reached.
    """
    starts = range(0, len(counts), _BATCH)
    parts = [_fit(counts[start : start + _BATCH], chosen[start : start + _BATCH]) for start in starts]
    return Fits(
        np.concatenate([part.unseen for part in parts]),
        np.concatenate([part.likelihood for part in parts]),
        np.concatenate([part.reached for part in parts]),
    )


def fit_known(counts: Floats, chosen: Choice) -> tuple[Floats, Choice]:
    """Expected counts (fits, patterns) where the unseen pattern is counted too, and which fits were reached."""
    work = _newton(counts, chosen, unseen=True)
    return np.exp(np.clip(below(work.beta).T, -700, 700)) * work.active.T, work.reached


def expected(counts: Floats, terms: Choice) -> Floats:
    """Expected counts of every pattern under one model, the unseen one's too."""
    work = _newton(counts[None], terms[None], unseen=False)
    means = np.exp(np.clip(below(work.beta)[:, 0], -700, 700))
    return np.asarray(np.where(work.active[:, 0] | (np.arange(len(counts)) == 0), means, 0.0))


def _newton(counts: Floats, chosen: Choice, *, unseen: bool) -> "_Newton":
    """Fits as far as they go, terms that nobody shows left out with the patterns that hold them."""
    finite = chosen & (above(counts.T).T > 0)
    active = (below((chosen & ~finite).astype(float).T) == 0).T
    active[:, 0] = unseen
    work = _Newton(counts.T, finite, active.T)
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        work.run()
    return work


def _fit(counts: Floats, chosen: Choice) -> Fits:
    work = _newton(counts, chosen, unseen=False)
    pinned = _pinned(chosen & (above(counts.T).T > 0), work.active.T)
    return Fits(np.exp(np.clip(work.beta[0], -700, 700)), work.likelihood(), work.reached & pinned)


def _pinned(terms: Choice, active: Choice) -> Choice:
    """Whether the active patterns determine every term; without a lost pattern they always do."""
    pinned = np.ones(len(terms), dtype=bool)
    doubtful = np.flatnonzero(~active[:, 1:].all(axis=1))
    size = terms.shape[1]
    held = holds(size.bit_length() - 1)
    known: dict[bytes, bool] = {}
    for index in doubtful:
        key = terms[index].tobytes() + active[index].tobytes()
        if key not in known:
            known[key] = _full_rank(held[active[index]][:, terms[index]])
        pinned[index] = known[key]
    return pinned


def _full_rank(design: Floats) -> bool:
    return bool(len(design) >= design.shape[1] and np.linalg.matrix_rank(design) == design.shape[1])


class _Newton:
    """The state of many fits, one a column; those that have settled leave the work."""

    def __init__(self, counts: Floats, terms: Choice, active: Choice) -> None:
        self.used = np.flatnonzero(terms.any(axis=0))
        self.unions = self.used[:, None] | self.used[None, :]
        self.counts, self.active = counts, active
        self.missing = ~terms[:, self.used].T
        self.whole = not self.missing.any()
        self.beta = np.zeros(counts.shape)
        self.reached = np.zeros(counts.shape[1], dtype=bool)

    def run(self) -> None:
        left = np.arange(self.counts.shape[1])
        level = np.log(self.counts + 0.5)
        for _ in range(_STEPS):
            if not len(left):
                return
            beta = self._step(left, level)
            change = np.max(np.abs(beta - self.beta[:, left]), axis=0)
            self.beta[:, left] = beta
            self.reached[left] = change < _CLOSE
            level = below(beta)
            lowest = np.min(np.where(self.active[:, left], level, 0.0), axis=0)
            stay = (change >= _CLOSE) & (lowest > -_VANISHED)
            left, level = left[stay], level[:, stay]

    def _step(self, left: NDArray[np.intp], level: Floats) -> Floats:
        """One weighted least squares step (Newton's, for a canonical link)."""
        active = self.active[:, left]
        mean = np.exp(np.clip(level, -_FURTHEST, _FURTHEST)) * active
        target = mean * level + (self.counts[:, left] - mean) * active
        matrix = above(mean)[self.unions]
        right = above(target)[self.used]
        every = np.arange(len(self.used))
        if not self.whole:
            missing = self.missing[:, left]
            matrix *= ~(missing[:, None] | missing[None, :])
            right *= ~missing
            matrix[every, every] += missing
        matrix[every, every] *= 1 + 1e-14
        beta = np.zeros(level.shape)
        beta[self.used] = solved(matrix, right)
        return beta

    def likelihood(self) -> Floats:
        level = np.clip(below(self.beta), -700, 50)
        return np.asarray(np.sum(np.where(self.active, self.counts * level - np.exp(level), 0.0), axis=0))


def solved(matrix: Floats, right: Floats) -> Floats:
    """Solutions of many small positive definite systems (Cholesky), one along the last axis each; both are spent."""
    size = len(right)
    for pivot in range(size):
        scale = 1 / np.sqrt(np.maximum(matrix[pivot, pivot], 1e-200))
        matrix[pivot:, pivot] *= scale
        right[pivot] *= scale
        column = matrix[pivot + 1 :, pivot]
        right[pivot + 1 :] -= column * right[pivot]
        matrix[pivot + 1 :, pivot + 1 :] -= column[:, None] * column[None]
        matrix[pivot, pivot] = scale
    for pivot in range(size - 1, -1, -1):
        right[pivot] *= matrix[pivot, pivot]
        right[:pivot] -= matrix[pivot, :pivot] * right[pivot]
    return right
