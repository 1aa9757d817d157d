"""What ages, days and places teach of how far likeness of names may be believed, without labels.

Weights of names come from how names are written and damaged in general. A list may be written worse, or better, than
that: then all its scores are too low, or too high, in the doubtful middle. Where the records say more than names, they
can tell. Of pairs whose names are alike to some degree, those of one person agree in age as one person's records do,
those of two people as chance and kin do: how often they agree says how many are of one person. Derived in
docs/explanation/kinship.md.
"""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_ROUNDS = 40
_STEPS = 3
_TOLD = 0.3
"""Bits from which what a pair says beside its names tells anything."""
_SPREAD = (1.2, 0.15, 1.2)
"""Standard errors of the parts of the curve, in bits, before the pairs are looked at."""
_WIDTHS = (9.0, 5.0)
"""So many bits on either side of even odds are doubtful; beyond them names are not moved."""
_LN2 = float(np.log(2.0))


def calibrated(names: Floats, others: Floats, rivals: Floats) -> Floats:
    """The bits to add to those of names, with the prior, by what the rest of the records says of them.

    A mixture of pairs of one person and of two, whose share is logistic in a curve over the bits of names; fitted by
    expectation maximisation, leaning on no change at all.

    Args:
        names: bits by which names, kin as far as names tell of them, and the prior speak for one person.
        others: bits by which everything else does, for pairs of such names.
        rivals: bits lost to other records that fit as well, 0 or less.
    """
    used = np.abs(others) > _TOLD
    x, told = _curve(names[used]), np.clip(others[used], -25.0, 25.0)
    start = np.clip(names[used] + rivals[used], -40.0, 25.0)
    moved = np.zeros(len(_SPREAD))
    for _ in range(_ROUNDS):
        sure = _odds(start + (x * moved).sum(axis=1) + told)
        before = moved
        for _ in range(_STEPS):
            moved = _step(x, start, sure, moved)
        if np.abs(before - moved).max() < 1e-4:
            break
    # Rounded, so that no machine's way of summing reaches a figure.
    return np.asarray((_curve(names) * np.round(moved, 2)).sum(axis=1))


def _curve(names: Floats) -> Floats:
    """What a curve over the bits of names is made of (pairs, 3): two humps and a slope, none far from the middle."""
    x = np.clip(names, -60.0, 60.0)
    wide, narrow = (np.exp(-((x / width) ** 2) / 2) for width in _WIDTHS)
    return np.stack([wide, wide * x, narrow], axis=1)


def _step(x: Floats, start: Floats, sure: Floats, moved: Floats) -> Floats:
    """One step of Newton's method towards the likeliest curve."""
    p = _odds(start + (x * moved).sum(axis=1))
    lean = 1.0 / np.array(_SPREAD) ** 2
    slope = (x * ((sure - p) * _LN2)[:, None]).sum(axis=0) - lean * moved
    weight = p * (1.0 - p) * _LN2**2
    bend = np.array([[(weight * one * other).sum() for other in x.T] for one in x.T]) + np.diag(lean)
    return np.asarray(moved + np.clip(np.linalg.solve(bend, slope), -1.0, 1.0))


def _odds(bits: Floats) -> Floats:
    return np.asarray(1.0 / (1.0 + np.exp2(-np.clip(bits, -60, 60))))
