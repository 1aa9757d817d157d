"""Bounds and sensitivity against Rcapture's and closed-form values for Kosovo."""

import pytest

from recount.estimation.bounds import chapman, least, pairs
from recount.estimation.heterogeneity import alike, differing, independent, lower_bound
from recount.estimation.sensitivity import one_list_out, unseen_if
from tests.estimation.tables import KOSOVO, UK, patterns, table

TABLE = patterns(KOSOVO)


@pytest.mark.parametrize(
    ("found", "total"),
    [
        (alike(TABLE), 7608.368),
        (independent(TABLE), 7394.587),
        (lower_bound(TABLE), 8591.184),
        (lower_bound(TABLE, lists_differ=False), 8787.243),
        (differing(TABLE, "Poisson, 2"), 9327.761),
        (differing(TABLE, "Darroch"), 12797.343),
        (differing(TABLE, "gamma, 3.5"), 18387.146),
    ],
)
def test_kosovos_totals_by_how_victims_are_reached(found, total):
    assert found.total == pytest.approx(total, abs=5e-4)


@pytest.mark.parametrize(("factor", "total"), [(0.5, 10671), (2 / 3, 12761), (1, 16941.88), (1.5, 23213), (2, 29484)])
def test_kosovos_total_by_the_interaction_of_all_lists(factor, total):
    unseen = unseen_if(TABLE, factor)
    assert unseen is not None
    assert 4400 + unseen == pytest.approx(total, abs=0.5)


def test_an_empty_pattern_leaves_the_interaction_of_all_lists_open():
    assert unseen_if(patterns(UK), 1.0) is None


def test_chapmans_total_of_two_lists():
    assert chapman(100, 50, 20) == pytest.approx(101 * 51 / 21 - 1)


def test_lists_that_avoid_each_other_make_chaos_bound_invalid_and_it_says_so():
    avoiding = table("A B C", {"100": 90, "010": 90, "001": 30, "101": 40, "011": 40, "110": 2, "111": 1})
    assert any(pair.avoiding for pair in pairs(patterns(avoiding)))
    assert least(patterns(avoiding)).kind == "invalid lower bound"
    assert least(TABLE).kind == "lower bound"


def test_each_list_is_left_out_once():
    assert [what.says for what in one_list_out(TABLE)] == [f"without {name}" for name in TABLE.lists]
