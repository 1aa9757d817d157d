"""From weights to probabilities: the kin term, a prior for every two lists, and rivals for one place.

Repeats within one list are possible: a prior of their own for every two lists, not a veto.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from recount.linkage.alignment import Aligned
from recount.linkage.engine import Evidence
from recount.linkage.kinship import FEWEST, HEAVIER
from recount.linkage.pairs import Pairs

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_ROUNDS = 12
_AT_FIRST = 1.0
_REPEATED = 0.05
"""Pairs of one person for every thousand by a thousand records of two lists, and of one list, before any is seen."""


@dataclass(frozen=True)
class Scores:
    """Scores of all pairs in bits: everything the records say, the kin term (0 or less), and the prior."""

    said: Floats
    kin: Floats
    prior: Floats
    rivals: Floats

    @property
    def probability(self) -> Floats:
        """Probability that both records are one person."""
        return probability(self.said + self.kin + self.prior + self.rivals)


def probability(bits: Floats) -> Floats:
    """Probability of odds in bits."""
    return np.asarray(1.0 / (1.0 + np.exp2(-np.clip(bits, -60, 60))))


@dataclass(frozen=True)
class Compared:
    """Pairs with everything said about them."""

    pairs: Pairs
    names: Aligned
    evidence: Sequence[Evidence]


def likely(found: Compared, codes: Ints, kin: Floats) -> Floats:
    """Probabilities before rivals are looked at: enough to learn from."""
    said = np.asarray(found.names.total + sum((one.bits for one in found.evidence), np.zeros(len(found.pairs))))
    of_pair = _lists(found.pairs, codes)
    return probability(said + kin + _prior(said + kin, of_pair, _possible(codes, of_pair)))


def score(found: Compared, codes: Ints, kin: Floats) -> Scores:
    """Score all pairs.

    Args:
        found: the pairs with what is said of them.
        codes: the list of each record, by number.
        kin: what being related explains of each pair, in bits, 0 or less.
    """
    said = np.asarray(found.names.total + sum((one.bits for one in found.evidence), np.zeros(len(found.pairs))))
    of_pair = _lists(found.pairs, codes)
    prior = _prior(said + kin, of_pair, _possible(codes, of_pair))
    rivals = _rivals(found.pairs, codes, said + kin + prior)
    return Scores(said, kin, prior, rivals)


def _lists(pairs: Pairs, codes: Ints) -> Ints:
    """The two lists of each pair as one number."""
    one, other = codes[pairs.left], codes[pairs.right]
    return np.asarray(np.minimum(one, other) * (int(codes.max(initial=0)) + 1) + np.maximum(one, other))


def _possible(codes: Ints, of_pair: Ints) -> dict[int, tuple[float, float]]:
    """How many pairs there are of every two lists that have candidates, and how many are of one person at first."""
    sizes = np.bincount(codes)
    found = {}
    for number in np.unique(of_pair):
        one, other = divmod(int(number), len(sizes))
        pairs = sizes[one] * (sizes[one] - 1) / 2 if one == other else sizes[one] * sizes[other]
        found[int(number)] = float(pairs), _REPEATED if one == other else _AT_FIRST
    return found


def _prior(bits: Floats, of_pair: Ints, possible: dict[int, tuple[float, float]]) -> Floats:
    """log2 odds before anything is compared, per two lists: how many of their pairs turn out to be one person.

    Repeats within a list are such a prior too, not a veto. Estimated by expectation maximisation on the scores.
    """
    found = np.zeros(len(bits))
    for number, (total, first) in sorted(possible.items()):
        group = of_pair == number
        inside, share = bits[group], first / FEWEST
        for _ in range(_ROUNDS):
            expected = float(probability(inside + np.log2(share / (1 - share))).sum())
            share = (expected + first) / (total + FEWEST)
        found[group] = np.log2(share / (1 - share)) + HEAVIER
    return found


def _rivals(pairs: Pairs, codes: Ints, bits: Floats) -> Floats:
    """Bits lost to other records of the same list that fit as well: of several likenesses at most one is meant.

    Records of one list that are likely repeats of each other are no rivals.
    """
    odds = np.exp2(np.clip(bits, -60, 60))
    across = codes[pairs.left] != codes[pairs.right]
    likely = np.nonzero(across & (odds > 1e-3))[0]
    repeats = _repeats(pairs, np.nonzero(~across & (odds > 0.05))[0], odds)
    places: dict[tuple[int, int], list[int]] = {}
    for row in likely.tolist():
        left, right = int(pairs.left[row]), int(pairs.right[row])
        places.setdefault((left, int(codes[right])), []).append(row)
        places.setdefault((right, int(codes[left])), []).append(row)
    against = np.zeros(len(bits))
    for (record, _), rows in sorted(places.items()):
        if len(rows) > 1:
            others = [_other(pairs, row, record) for row in rows]
            against[rows] += _standing(odds[rows], others, repeats)
    return -np.asarray(np.log2(1.0 + against / (1.0 + odds)) * (against > 0))


def _repeats(pairs: Pairs, rows: Ints, odds: Floats) -> dict[tuple[int, int], float]:
    return {(int(pairs.left[row]), int(pairs.right[row])): float(odds[row] / (1 + odds[row])) for row in rows.tolist()}


def _other(pairs: Pairs, row: int, record: int) -> int:
    left, right = int(pairs.left[row]), int(pairs.right[row])
    return right if left == record else left


def _standing(odds: Floats, others: list[int], repeats: dict[tuple[int, int], float]) -> Floats:
    """Odds of all rivals of each of several records that claim one place."""
    same = np.array([[repeats.get((min(a, b), max(a, b)), float(a == b)) for b in others] for a in others])
    return np.asarray((1.0 - same) @ odds)
