"""What reviewers' decisions teach of the weights: labelled pairs move how far names, and everything else, are believed.

A decision binds the two records it is about. Many together show more: that names in these lists are written worse than
usual, or that an agreeing age says less. Four numbers may move: a constant, how far names are believed, how far all
else is, and the doubtful middle. They are fitted to the labels by logistic regression, leaning on no change (a normal
prior): the maximum of the posterior, by Newton's method from one start, so the same labels give the same bits.

Reviewers are shown the doubtful pairs first, so labels are no sample of all pairs. How probable a yes is *given what
the records say* is not moved by choosing pairs by what they say; a share of yes, or an average, would be, and none is
used. What a choice by score cannot show is how the curve runs where nobody looked: there the prior holds, and it is
narrow. And nothing moves at all unless labels left out of a fit are told better with it than without it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from recount.linkage.alignment import PARTS
from recount.linkage.judged import Judged
from recount.model.people import Links, ScoredPair, Weight

Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]

FEWEST = 20
"""Fewer labels than this, or labels that all say the same, teach nothing."""
_NAMES = frozenset({*PARTS, "parts of the name"})
_SPREAD = np.array([1.0, 0.15, 0.2, 1.0])
"""Standard errors of the four numbers, in bits and in shares of what is believed, before any label is seen."""
_MIDDLE = 6.0
"""So many bits on either side of even odds are the doubtful middle."""
_FARTHEST = 20.0
_FOLDS = 5
_ROUNDS = 30
_ENOUGH = 0.01
"""Bits a label by which a fit must tell labels it has not seen better than no change does."""
_LN2 = float(np.log(2.0))


@dataclass(frozen=True, slots=True)
class Taught:
    """What labels moved: bits for every pair, how far names and all else are believed beyond 1, and the middle."""

    constant: float
    names: float
    others: float
    middle: float
    labels: int

    def bits(self, features: Floats) -> Floats:
        """Bits to add to pairs."""
        return np.asarray(features @ np.array([self.constant, self.names, self.others, self.middle]))


def taught(links: Links, settled: Judged) -> Links:
    """The links as the labels make them: every pair with one more weight, where labels taught anything."""
    learned = lesson(links.pairs, settled)
    if learned is None:
        return links
    more = np.round(learned.bits(_features(links.pairs)), 2).tolist()
    return replace(links, pairs=tuple(_moved(pair, bits) for pair, bits in zip(links.pairs, more, strict=True)))


def lesson(pairs: Sequence[ScoredPair], settled: Judged) -> Taught | None:
    """What the labels teach; None where they are too few, or tell nothing that holds beyond themselves."""
    answers = _answers(settled)
    labelled = [pair for pair in pairs if (pair.left, pair.right) in answers]
    same = np.array([answers[pair.left, pair.right] for pair in labelled], dtype=np.float64)
    if len(labelled) < FEWEST or not 0.0 < same.mean() < 1.0:
        return None
    features, start = _features(labelled), _bits_of(labelled)
    if _gain(features, start, same) < _ENOUGH * len(same):
        return None
    constant, names, others, middle = np.round(_fitted(features, start, same), 3).tolist()
    return Taught(constant, names, others, middle, len(labelled))


def _answers(settled: Judged) -> Mapping[tuple[str, str], bool]:
    """What was decided of each pair; where decisions contradict each other they teach nothing."""
    broken = {record for group in settled.contradictions for record in group}
    apart = {pair: False for pair in settled.apart if broken.isdisjoint(pair)}
    return apart | {pair: True for pair in settled.together if broken.isdisjoint(pair)}


def _features(pairs: Sequence[ScoredPair]) -> Floats:
    """What the four numbers are multiplied by (pairs, 4)."""
    names = np.array([sum(one.bits for one in pair.weights if one.comparison in _NAMES) for pair in pairs])
    bits = _bits_of(pairs)
    others = np.array([sum(one.bits for one in pair.weights if _fact(one)) for pair in pairs])
    columns = [np.ones(len(pairs)), names, others, np.exp(-((bits / _MIDDLE) ** 2) / 2)]
    return np.asarray(np.clip(np.stack(columns, axis=1), -_FARTHEST, _FARTHEST))


def _fact(weight: Weight) -> bool:
    """Whether a weight is of what both records say beside their names."""
    return weight.comparison not in _NAMES and weight.comparison not in ("prior", "kin", "rivals")


def _bits_of(pairs: Iterable[ScoredPair]) -> Floats:
    return np.array([sum(one.bits for one in pair.weights) for pair in pairs], dtype=np.float64)


def _gain(features: Floats, start: Floats, same: Floats) -> float:
    """Bits by which labels left out of a fit are told better with it than without; every fifth is left out in turn."""
    turn = np.arange(len(same)) % _FOLDS
    found = 0.0
    for fold in range(_FOLDS):
        out = turn == fold
        moved = features[out] @ _fitted(features[~out], start[~out], same[~out])
        found += _told(start[out] + moved, same[out]) - _told(start[out], same[out])
    return found


def _told(bits: Floats, same: Floats) -> float:
    """log2 of how probable the labels were."""
    return -float(np.logaddexp2(0.0, np.where(same > 0.5, -bits, bits)).sum())


def _fitted(features: Floats, start: Floats, same: Floats) -> Floats:
    """The likeliest four numbers, by Newton's method."""
    lean, moved = np.diag(1.0 / _SPREAD**2), np.zeros(len(_SPREAD))
    for _ in range(_ROUNDS):
        p = 1.0 / (1.0 + np.exp2(-np.clip(start + features @ moved, -60, 60)))
        slope = features.T @ ((same - p) * _LN2) - lean @ moved
        bend = (features.T * (p * (1.0 - p) * _LN2**2)) @ features + lean
        step = np.clip(np.linalg.solve(bend, slope), -0.5, 0.5)
        moved = moved + step
        if float(np.abs(step).max()) < 1e-6:
            break
    return np.asarray(moved)


def _moved(pair: ScoredPair, bits: float) -> ScoredPair:
    if bits == 0.0:
        return pair
    total = sum(one.bits for one in pair.weights) + bits
    probability = 1.0 / (1.0 + 2.0 ** -min(max(total, -60.0), 60.0))
    return replace(
        pair,
        probability=round(probability, 4),
        weights=(*pair.weights, Weight("decisions", bits, "as decisions on other pairs show")),
    )
