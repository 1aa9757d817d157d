"""What ages teach of names, without anybody having labelled a pair."""

import numpy as np
import pytest

from recount.linkage.calibration import calibrated

MOVED = 3.0


def invented(seed, told=6.0):
    """Pairs whose names say `MOVED` bits too little, and what ages say of them: right more often than not."""
    chance = np.random.default_rng(seed)
    names = np.concatenate([chance.normal(-14, 3, 6000), chance.normal(14, 4, 2500), chance.normal(-1, 4, 1000)])
    same = chance.random(len(names)) < 1 / (1 + 2.0 ** -(names + MOVED))
    agree = chance.random(len(names)) < np.where(same, 0.9, 0.9 / 2**told)
    others = np.where(agree, told, np.log2((1 - 0.9) / (1 - 0.9 / 2**told)))
    return names, others, same


@pytest.mark.parametrize("seed", range(4))
def test_names_that_say_too_little_are_moved_to_where_ages_agree(seed):
    names, others, same = invented(seed)
    moved = calibrated(names, others, np.zeros(len(names)))
    middle = np.abs(names) < 6
    believed = 1 / (1 + 2.0 ** -(names + moved))[middle]
    unmoved = 1 / (1 + 2.0**-names)[middle]
    assert abs(believed.sum() - same[middle].sum()) < 0.35 * abs(unmoved.sum() - same[middle].sum())
    assert abs(believed.sum() - same[middle].sum()) < 0.08 * same[middle].sum()


def test_where_nothing_but_names_is_told_nothing_moves():
    names, others, _ = invented(1)
    assert not calibrated(names, np.zeros_like(others), np.zeros(len(names))).any()


def test_a_handful_of_pairs_moves_nothing_far():
    moved = calibrated(np.array([1.0, -2.0, 0.5]), np.array([5.0, 5.0, 5.0]), np.zeros(3))
    assert np.abs(moved).max() < 2.0
