"""Case 1: 9,000 to 11,000 killed, whoever killed them, "at least 27 times" the 326 that the coalition acknowledges."""

import pytest

from recount.model.codes import ClaimKind, Unit
from recount.model.discrepancies import Discrepancy, DiscrepancyKind
from tests.cases.answers import Answers, close, number


@pytest.fixture(scope="module")
def twenty_seven_times(mosul: Answers) -> Discrepancy:
    ratio = mosul.claim("27 times", source="daily-kos")
    assert (ratio.quantity.kind, ratio.quantity.unit) == (ClaimKind.RATIO, Unit.RATIO)
    (found,) = mosul.discrepancies(DiscrepancyKind.RATIO, ratio.id)
    return found


def test_the_arithmetic_holds(twenty_seven_times):
    assert close(number(twenty_seven_times, "ratio"), 27.6, 33.7)
    assert twenty_seven_times.holds is True


def test_a_reader_is_warned_that_the_two_numbers_count_different_things(twenty_seven_times):
    assert "count different things" in twenty_seven_times.says
    assert "parties" in twenty_seven_times.says


def test_like_for_like_3200_against_326_is_9_point_8(twenty_seven_times):
    assert round(float(number(twenty_seven_times, "like for like").floor), 1) == 9.8
    assert "3,200" in twenty_seven_times.says
    assert "joint attribution" in twenty_seven_times.says


def test_326_is_a_lower_bound_on_the_coalitions_share_and_no_rival_total(mosul: Answers):
    totals = {claim.id for claim in mosul.claims("9,000")}
    answers = {claim.id for claim in mosul.claims("326")}

    clashes = mosul.discrepancies(DiscrepancyKind.CONTRADICTION)

    assert not [one for one in clashes if set(one.subjects) & totals and set(one.subjects) & answers]
