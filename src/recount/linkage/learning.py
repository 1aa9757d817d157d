"""What the pairs themselves teach of the comparisons, once the names have told which of them are one person.

Names carry most of the evidence, so the pairs they make likely show how often two entries for one person differ in
age, day or place. Splink's estimate, made without names, takes entries that differ there for two people, and finds
errors rarer than they are.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from recount.linkage.comparisons import COMPARISONS
from recount.linkage.engine import Evidence
from recount.linkage.namesakes import OF_NAMESAKES, SEX

Floats = NDArray[np.float64]

_LEANING = 40.0
"""So many pairs of one person are imagined beside those of the case, on the levels as they usually are."""
_AT_FIRST = {comparison.name: comparison for comparison in COMPARISONS}
_AT_FIRST[OF_NAMESAKES] = _AT_FIRST[SEX]


def relearned(evidence: Sequence[Evidence], probability: Floats) -> list[Evidence]:
    """The evidence with how often one person meets each level counted over the pairs, each by its probability."""
    return [_relearned(one, probability) for one in evidence]


def _relearned(one: Evidence, probability: Floats) -> Evidence:
    comparison = _AT_FIRST.get(one.comparison)
    if comparison is None or one.silent:
        return one
    first = np.array([level.usual for level in comparison.levels])
    there = (one.level >= 0) & (one.level < len(first))
    counts = np.bincount(one.level[there], weights=probability[there], minlength=len(first))
    usual = (counts + _LEANING * first) / (counts.sum() + _LEANING)
    return with_shares(one, tuple(usual.tolist()), comparison.cap)


def with_shares(one: Evidence, usual: tuple[float, ...], cap: float) -> Evidence:
    """The evidence with other shares of one person, its bits with them."""
    weights = np.clip(np.log2(np.array(usual) / np.array(one.chance)), -cap, cap)
    told = np.append(np.round(weights, 4), np.zeros(max(len(one.says) - len(usual), 0) + 1))
    return replace(one, usual=usual, bits=told[one.level])
