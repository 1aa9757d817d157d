"""Dates, ages, places, ids."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.errors import RecountError
from recount.model.codes import AgeGroup
from recount.model.ids import content_id
from recount.model.values import Age, Period, day, party_inside
from tests.model.test_scope import DAYS, periods


def test_case_15_an_infants_age_is_a_number_and_counts():
    ages = [Age(0, 0), Age(30, 30)]
    assert sum(age.low for age in ages) / len(ages) == 15
    assert sum(age.group is AgeGroup.CHILD for age in ages) == 1


@pytest.mark.parametrize(("low", "high"), [(-1, 3), (4, 3), (0, 121)])
def test_an_impossible_age_is_refused(low, high):
    with pytest.raises(RecountError, match="outside 0–120"):
        Age(low, high)


def test_an_age_across_a_boundary_is_of_no_known_group():
    assert Age(15, 20).group is AgeGroup.UNKNOWN
    assert Age(18, 64).group is AgeGroup.ADULT


def test_a_period_that_ends_before_it_starts_is_refused():
    with pytest.raises(RecountError, match="after its end"):
        Period(date(2017, 3, 2), date(2017, 3, 1))


@given(periods(), periods())
def test_periods_overlap_when_they_have_a_common_day(a, b):
    common = any(day(value).inside(a) and day(value).inside(b) for value in DAYS)
    assert a.overlaps(b) == common


def test_both_ends_of_a_period_count():
    assert Period(date(2017, 2, 19), date(2017, 6, 19)).days == 121


def test_a_partner_is_part_of_its_coalition_and_a_namesake_is_not():
    assert party_inside("coalition/us", "coalition")
    assert not party_inside("coalition", "coalition/us")
    assert not party_inside("coalition-of-others", "coalition")


@given(st.lists(st.text("abc1"), min_size=1), st.lists(st.text("abc1"), min_size=1))
def test_ids_are_equal_only_for_equal_content(one, two):
    assert (content_id("r", one) == content_id("r", two)) == (one == two)


def test_an_id_is_the_same_on_every_machine():
    assert content_id("r", ("morgue", 48, None)) == "r-0dd2be3ea435"
