"""From weights to probabilities: the kin term, a prior for every two lists, and rivals for one place.

Repeats within one list are possible: a prior of their own for every two lists, not a veto.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from recount.linkage.alignment import GIVEN, Aligned
from recount.linkage.calibration import calibrated
from recount.linkage.claims import Claims, Lists, Said, likely_repeats, matched
from recount.linkage.engine import Evidence
from recount.linkage.kinship import FEWEST, OTHER_NAME, Kin
from recount.linkage.namesakes import SEX
from recount.linkage.pairs import Pairs

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_ROUNDS = 12
_SURELY = 6.0
"""Bits below those of another name at which the given names are another name altogether."""
_TWO = 2
NEVER = -100.0
"""log2 odds of what cannot be."""
_AT_FIRST = 1.0
_REPEATED = 0.05
"""Pairs of one person for every thousand by a thousand records of two lists, and of one list, before any is seen."""


@dataclass(frozen=True)
class Scores:
    """Scores of all pairs in bits.

    `said` is everything the records say, `kin` the kin term, 0 or less, `moved` what the rest of the records teaches
    of the names.
    """

    said: Floats
    kin: Floats
    prior: Floats
    rivals: Floats
    moved: Floats

    @property
    def probability(self) -> Floats:
        """Probability that both records are one person."""
        return probability(self.said + self.kin + self.prior + self.rivals + self.moved)


def probability(bits: Floats) -> Floats:
    """Probability of odds in bits."""
    return np.asarray(1.0 / (1.0 + np.exp2(-np.clip(bits, -60, 60))))


@dataclass(frozen=True)
class Compared:
    """Pairs with everything said about them."""

    pairs: Pairs
    names: Aligned
    evidence: Sequence[Evidence]

    @property
    def told(self) -> Floats:
        """What everything but the names says."""
        return np.asarray(sum((one.bits for one in self.evidence), np.zeros(len(self.pairs))))

    @property
    def said(self) -> Floats:
        """What everything says."""
        return np.asarray(self.names.total + self.told)


def likely(found: Compared, codes: Ints, kin: Kin, *, promised: bool) -> Floats:
    """Probabilities before the names are held to what the rest of the records says: enough to learn from."""
    said = _said(found, kin, promised=promised)
    claims = _claims(found.pairs, codes, said, promised=promised)
    return probability(said.bits + claims.kin + claims.prior + claims.rivals)


def score(found: Compared, codes: Ints, kin: Kin, *, promised: bool) -> Scores:
    """Score all pairs.

    Args:
        found: the pairs with what is said of them.
        codes: the list of each record, by number.
        kin: what being related explains of each pair, in bits, 0 or less.
        promised: whether no list names a person twice.
    """
    said = _said(found, kin, promised=promised)
    before = _claims(found.pairs, codes, said, promised=promised)
    named = kin.named + before.kin - kin.whole
    names, others = found.names.total + named + before.prior, found.told + before.kin - named
    moved = np.where(said.bare, 0.0, _moved(found.pairs, codes, names, others, before.rivals))
    claims = _claims(found.pairs, codes, replace(said, bits=said.bits + moved), promised=promised)
    return Scores(said.bits, claims.kin, claims.prior, claims.rivals, moved)


def _said(found: Compared, kin: Kin, *, promised: bool) -> Said:
    """What all pairs say, and which of them hold no more than two parts of a name."""
    given = found.names.bits[:, GIVEN]
    other = np.zeros(len(given)) if promised else np.clip((OTHER_NAME - given) / _SURELY, 0.0, 1.0)
    parts = (found.names.words >= 0).all(axis=2).sum(axis=1)
    silent = [one.level < 0 for one in found.evidence if not one.comparison.startswith(SEX)]
    bare = (parts <= _TWO) & np.logical_and.reduce([np.ones(len(parts), dtype=bool), *silent])
    return Said(found.said, kin.whole, other, bare & (not promised))


def _moved(pairs: Pairs, codes: Ints, names: Floats, others: Floats, rivals: Floats) -> Floats:
    """What ages and the rest teach of the names, for every two lists by themselves: each is damaged in its own way."""
    of_pair = _lists(pairs, codes)
    found = np.zeros(len(pairs))
    for number in np.unique(of_pair[codes[pairs.left] != codes[pairs.right]]).tolist():
        rows = np.nonzero(of_pair == number)[0]
        found[rows] = calibrated(names[rows], others[rows], rivals[rows])
    return found


def _claims(pairs: Pairs, codes: Ints, said: Said, *, promised: bool) -> Claims:
    """Prior and rivals of all pairs, two lists at a time; repeats within a list have a prior of their own, no veto."""
    of_pair, sizes = _lists(pairs, codes), np.bincount(codes)
    bits, kin = said.bits + said.kin, said.kin.copy()
    prior, rivals = np.zeros(len(bits)), np.zeros(len(bits))
    within = codes[pairs.left] == codes[pairs.right]
    for number in np.unique(of_pair[within]).tolist():
        rows = np.nonzero(of_pair == number)[0]
        prior[rows] = NEVER if promised else _repeated(bits[rows], int(sizes[number // len(sizes)]))
    repeats = likely_repeats(pairs, within & (not promised), bits + prior)
    for number in np.unique(of_pair[~within]).tolist():
        rows = np.nonzero(of_pair == number)[0]
        one, other = divmod(number, len(sizes))
        known = Lists((int(sizes[one]), int(sizes[other])), _AT_FIRST, FEWEST)
        known = known._replace(most=1.0, left=1.0) if promised else known
        found = matched(pairs.where(rows), codes == one, said.of(rows), known, repeats)
        prior[rows], rivals[rows], kin[rows] = found.prior, found.rivals, found.kin
    return Claims(prior, rivals, kin)


def _lists(pairs: Pairs, codes: Ints) -> Ints:
    """The two lists of each pair as one number."""
    one, other = codes[pairs.left], codes[pairs.right]
    return np.asarray(np.minimum(one, other) * (int(codes.max(initial=0)) + 1) + np.maximum(one, other))


def _repeated(bits: Floats, size: int) -> float:
    """log2 odds before anything is compared that two records of one list are one person, by how many turn out to be."""
    total, share = size * (size - 1) / 2, _REPEATED / FEWEST
    for _ in range(_ROUNDS):
        expected = float(probability(bits + np.log2(share / (1 - share))).sum())
        share = (expected + _REPEATED) / (total + FEWEST)
    return float(np.log2(share / (1 - share)))
