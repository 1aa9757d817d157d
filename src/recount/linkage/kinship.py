"""The kin term: what being related explains of the likeness of two records.

Brothers and sisters share father, grandfather and family name, often day and place: agreement on those is no more
than being related, unless the given name and the age say more. Derived in docs/explanation/kinship.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from recount.linkage.alignment import FATHER, GIVEN, GRANDFATHER
from recount.linkage.comparisons import COMPARISONS
from recount.linkage.engine import Evidence

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

FEWEST = 1000
"""A case speaks of at least so many people who might be meant, however few records it has."""
OTHER_NAME = -2.0
"""Bits of the given name below which it is another name."""
SAME_NAME = 0.1
"""How much seldomer than strangers brothers or sisters bear one given name; cousins do as often as strangers."""
_SURELY = 2.5
COUSINS = 1.0
"""Cousins in the lists, for each brother or sister there."""
_TWINS = 0.04
_USUAL_KIN = 3.0
_ROUNDS = 12
_LEANING = 30.0
CODES = ("official id", "list's own code")
BORN = "date of birth"
_BORN_TOGETHER = 0.01
"""How often near kin on the lists were born on one day."""
_WRONG_CODE = 0.002
"""How often the code of one relative is given to another."""
_SHARED = {comparison.name: comparison.shared_by_kin for comparison in COMPARISONS}


def kin_term(names: Floats, shared: Floats, rate: float) -> Floats:
    """`-log2(1 + rate * 2^related)`: what is taken off a score because kin would look as alike.

    Args:
        names: bits of each part of the name (pairs, 4), the given name first.
        shared: bits by which everything else looks like kin rather than strangers.
        rate: how many times likelier two records drawn at random are of brothers or sisters than of strangers.
    """
    # Only as far as the given names are one name does it tell against brothers.
    same = np.clip(names[:, GIVEN] / _SURELY, 0.0, 1.0)
    siblings = names[:, FATHER:].sum(axis=1) + np.log2(rate * (1.0 - (1.0 - SAME_NAME) * same))
    cousins = np.maximum(names[:, GRANDFATHER:], 0.0).sum(axis=1) + np.log2(rate * COUSINS)
    return -np.asarray(np.logaddexp2(0.0, np.logaddexp2(siblings, cousins) + shared))


@dataclass(frozen=True)
class Kin:
    """The kin term of every pair: of all that its records say, and of their names alone."""

    whole: Floats
    named: Floats


def kinship(
    names: Floats, evidence: Sequence[Evidence], expected: float | None, sizes: Sequence[int], within: Bools | None
) -> Kin:
    """The kin term of every pair.

    Kin are learned without labels, from pairs whose given names differ outright: one person's seldom do. How often
    they occur, and how often they share a day, a place or an age, comes from those pairs by expectation maximisation.

    Args:
        names: bits of each part of the name (pairs, 4), the given name first.
        evidence: every other comparison.
        expected: near relatives a record has in the lists, None to estimate it.
        sizes: how many records each list has.
        within: where no list names a person twice, which pairs are of one list and so of two people in any case.
    """
    apart = names[:, GIVEN] < OTHER_NAME
    total = sum(sizes) ** 2 / 2
    if within is not None:
        apart, total = apart & within, sum(size**2 / 2 for size in sizes)
    family = names[apart, FATHER:].sum(axis=1)
    people = max(sum(sizes), FEWEST)
    rate = (_USUAL_KIN if expected is None else expected) / people
    shares = [_first(one) for one in evidence]
    inside = [one.level[apart] for one in evidence]
    for _ in range(_ROUNDS):
        learned_from = shares
        sure = 1.0 - 1.0 / (
            1.0 + rate * np.exp2(np.clip(family + _alike(evidence, shares, inside, len(family)), -60, 500))
        )
        shares = [
            _learned(one, level, sure, taken=BORN if within is None else "")
            for one, level in zip(evidence, inside, strict=True)
        ]
        if expected is None:
            rate = (float(sure.sum()) + _USUAL_KIN * FEWEST) / (max(total, FEWEST**2 / 2) + FEWEST**2)
    levels = _alike(evidence, learned_from, [one.level for one in evidence], len(names))
    return Kin(kin_term(names, levels, rate), kin_term(names, np.zeros(len(names)), rate))


def _alike(
    evidence: Sequence[Evidence], shares: Sequence[Floats], levels: Sequence[NDArray[np.int16]], pairs: int
) -> Floats:
    """Bits by which everything but the names of so many pairs looks like kin rather than strangers."""
    found = np.zeros(pairs)
    for one, share, level in zip(evidence, shares, levels, strict=True):
        if (level >= 0).any():
            found += _bits(one, share)[level]
    return found


def _first(one: Evidence) -> Floats:
    """How often kin meet each level before any is known: half of them die together."""
    usual, chance = np.array(one.usual), np.array(one.chance)
    if one.comparison in CODES:
        return np.asarray((1 - _WRONG_CODE) * chance + _WRONG_CODE * usual)
    if one.comparison == BORN:
        return np.asarray((1 - _BORN_TOGETHER) * chance + _BORN_TOGETHER * usual)
    if one.comparison == "age":
        return np.asarray((1 - _TWINS) * chance + _TWINS * usual)
    return np.asarray((usual + chance) / 2 if _SHARED.get(one.comparison, False) else chance)


def _learned(one: Evidence, level: NDArray[np.int16], sure: Floats, taken: str) -> Floats:
    """How often kin meet each level; pairs that share a code or a day of birth teach nothing about kin.

    Unless they are of one list that names nobody twice: then `taken` is no day of birth.
    """
    if one.comparison in (*CODES, taken):
        return _first(one)
    counts = np.bincount(level + 1, weights=sure, minlength=len(one.chance) + 1)[1:]
    leaning = counts + _LEANING * _first(one)
    return np.asarray(leaning / leaning.sum())


def _bits(one: Evidence, share: Floats) -> Floats:
    """Bits of each level for kin against strangers, and 0 for silence, which is numbered -1."""
    return np.append(np.log2(share / np.array(one.chance)), 0.0)
