"""Pairwise and B-cubed agreement of two groupings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.simulation.agreement import bcubed, pairwise

GROUPINGS = st.dictionaries(st.text("abcdef", min_size=1, max_size=2), st.sampled_from("xyz"), max_size=12)


def test_the_worked_example_of_b_cubed() -> None:
    """Amigo et al. (2009): one group of three of which one belongs elsewhere, and the stray alone."""
    found = {"1": "a", "2": "a", "3": "a", "4": "b"}
    true = {"1": "x", "2": "x", "3": "y", "4": "y"}
    agreement = bcubed(found, true)
    assert agreement.precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert agreement.recall == pytest.approx((1 + 1 + 1 / 2 + 1 / 2) / 4)


def test_pairs_put_together_are_counted_both_ways() -> None:
    found = {"1": "a", "2": "a", "3": "a", "4": "b"}
    true = {"1": "x", "2": "x", "3": "y", "4": "y"}
    agreement = pairwise(found, true)
    assert (agreement.precision, agreement.recall) == (pytest.approx(1 / 3), pytest.approx(1 / 2))


@given(GROUPINGS)
def test_a_grouping_agrees_wholly_with_itself(groups: dict[str, str]) -> None:
    for agreement in (pairwise(groups, groups), bcubed(groups, groups)):
        assert agreement.precision == pytest.approx(1.0)
        assert agreement.recall == pytest.approx(1.0)


@given(GROUPINGS, GROUPINGS)
def test_swapping_found_and_true_swaps_precision_and_recall(one: dict[str, str], other: dict[str, str]) -> None:
    for measure in (pairwise, bcubed):
        there, back = measure(one, other), measure(other, one)
        assert there.precision == pytest.approx(back.recall)
        assert there.recall == pytest.approx(back.precision)


@given(GROUPINGS, st.permutations("xyz"))
def test_names_of_groups_are_immaterial(groups: dict[str, str], order: list[str]) -> None:
    renamed = {thing: order["xyz".index(group)] for thing, group in groups.items()}
    assert bcubed(renamed, groups).f1 == pytest.approx(1.0)
