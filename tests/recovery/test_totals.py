"""Invented populations with a known total: the range holds it, or there is no range."""

from collections import Counter

import numpy as np
import pytest

from recount.estimation import ESTIMABLE, NOT_ESTIMABLE, EstimationSettings, estimate
from recount.estimation.capture import table_from_rows

TRUTH = 3000
QUICK = EstimationSettings(replicates=100)


def listed(reach: np.ndarray, seed: int) -> np.ndarray:
    """Who is on which list, as (people, lists)."""
    return np.random.default_rng(seed).random((TRUTH, 4)) < reach


def estimated(seen: np.ndarray):
    rows = Counter(tuple(int(one) for one in person) for person in seen if person.any())
    return estimate(table_from_rows("ABCD", rows), QUICK)


@pytest.mark.parametrize("seed", range(4))
def test_independent_lists_recover_the_total(seed):
    found = estimated(listed(np.array([0.35, 0.3, 0.25, 0.2]), seed))
    assert found.verdict == ESTIMABLE
    assert found.interval is not None
    assert found.interval.holds(TRUTH)


@pytest.mark.parametrize("seed", range(4))
def test_a_list_that_copies_another_does_not_mislead(seed):
    seen = listed(np.array([0.35, 0.3, 0.25, 0.2]), seed)
    seen[:, 1] |= seen[:, 0] & (np.random.default_rng(100 + seed).random(TRUTH) < 0.4)
    found = estimated(seen)
    assert found.interval is not None
    assert found.interval.holds(TRUTH)


@pytest.mark.parametrize("seed", range(4))
def test_victims_of_whom_some_are_better_known_do_not_mislead(seed):
    known = np.random.default_rng(200 + seed).random((TRUTH, 1)) < 0.3
    found = estimated(listed(np.where(known, 0.5, 0.2) * np.array([1.1, 1.0, 0.9, 0.8]), seed))
    assert found.interval is not None
    assert found.interval.holds(TRUTH)


def test_lists_of_a_handful_are_refused_or_honest():
    found = estimated(listed(np.array([0.02, 0.02, 0.015, 0.01]), 1))
    assert found.verdict == NOT_ESTIMABLE or (found.interval is not None and found.interval.holds(TRUTH))


def test_missed_links_stay_inside_the_range():
    seen = listed(np.array([0.35, 0.3, 0.25, 0.2]), 5)
    several = np.flatnonzero(seen.sum(axis=1) > 1)
    lost = several[np.random.default_rng(6).random(len(several)) < 0.05]
    apart = np.zeros((len(lost), 4), dtype=bool)
    first = seen[lost].argmax(axis=1)
    apart[np.arange(len(lost)), first] = True
    seen[lost, first] = False
    found = estimated(np.concatenate([seen, apart]))
    assert found.interval is not None
    assert found.interval.holds(TRUTH)
