"""Poisson log-linear models by Newton's method, many at a time."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from recount.estimation.patterns import Floats

_STEPS = 40
_CLOSE = 1e-9
_FURTHEST = 30.0


@dataclass(frozen=True, slots=True, eq=False)
class Fits:
    """One entry per fit: the expected unseen, the log-likelihood, whether a maximum was reached, and (fits, terms)."""

    unseen: Floats
    likelihood: Floats
    reached: NDArray[np.bool_]
    beta: Floats


def fit(held: Floats, counts: Floats, chosen: NDArray[np.bool_]) -> Fits:
    """Fit each row of `counts` with its row of `chosen` terms.

    Args:
        held: (patterns, terms), the seen patterns only, constant first.
        counts: (fits, patterns).
        chosen: (fits, terms).

    Newton's steps settle only where the likelihood has a maximum, so `reached` is also a certificate of existence;
    a fit without enough patterns to pin its terms is never reached.
    """
    terms, active = _finite(held, counts, chosen)
    work = _Newton(held, counts, terms, active)
    work.run()
    reached = work.reached & _pinned(held, terms, active)
    return Fits(np.exp(np.clip(work.beta[:, 0], -700, 700)), work.likelihood(), reached, work.beta)


def _finite(held: Floats, counts: Floats, chosen: NDArray[np.bool_]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Terms that are not minus infinity, and patterns that hold none that is."""
    never = chosen & (counts @ held == 0)
    return chosen & ~never, (never.astype(float) @ held.T) == 0


def _pinned(held: Floats, terms: NDArray[np.bool_], active: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Whether the active patterns determine every term."""
    both, index = np.unique(np.hstack([terms, active]), axis=0, return_inverse=True)
    width = terms.shape[1]
    full = [np.linalg.matrix_rank(held[row[width:]][:, row[:width]]) == row[:width].sum() for row in both]
    return np.asarray(full, dtype=bool)[index.ravel()]


class _Newton:
    """The state of many fits; those that have settled leave the work."""

    def __init__(self, held: Floats, counts: Floats, terms: NDArray[np.bool_], active: NDArray[np.bool_]) -> None:
        self.held, self.counts, self.terms, self.active = held, counts, terms, active
        self.squares = (held[:, :, None] * held[:, None, :]).reshape(len(held), -1)
        self.beta = np.zeros(terms.shape)
        self.reached = np.zeros(len(terms), dtype=bool)

    def run(self) -> None:
        left = np.arange(len(self.terms))
        level = np.log(self.counts + 0.5)
        for _ in range(_STEPS):
            if not len(left):
                return
            beta = self._step(left, level)
            change = np.max(np.abs(beta - self.beta[left]), axis=1)
            self.beta[left] = beta
            level = beta @ self.held.T
            self.reached[left] = change < _CLOSE
            stay = (change >= _CLOSE) & (np.max(np.abs(beta), axis=1) < 40 * _FURTHEST)
            left, level = left[stay], level[stay]

    def _step(self, left: NDArray[np.intp], level: Floats) -> Floats:
        """One weighted least squares step (Newton's, for a canonical link)."""
        mean = np.exp(np.clip(level, -_FURTHEST, _FURTHEST)) * self.active[left]
        target = mean * level + (self.counts[left] - mean) * self.active[left]
        size = self.terms.shape[1]
        matrix = (mean @ self.squares).reshape(-1, size, size)
        off = ~self.terms[left]
        matrix *= ~(off[:, :, None] | off[:, None, :])
        matrix[:, np.arange(size), np.arange(size)] += off + 1e-13 * (1 + mean.sum(axis=1))[:, None]
        right = (target @ self.held) * self.terms[left]
        return np.linalg.solve(matrix, right[:, :, None])[:, :, 0]

    def likelihood(self) -> Floats:
        level = np.clip(self.beta @ self.held.T, -700, 50)
        return np.asarray(np.sum(np.where(self.active, self.counts * level - np.exp(level), 0.0), axis=1))
