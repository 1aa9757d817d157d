"""Case 6: "12 civilians a day" beside at least 5,805 killed from 19 February to 19 June 2017."""

import pytest

from recount.model.codes import ClaimKind, Unit
from recount.model.discrepancies import Discrepancy, DiscrepancyKind
from recount.model.interval import exactly
from tests.cases.answers import Answers, close, number

SOURCE = "carbonated-tv"


@pytest.fixture(scope="module")
def a_day(mosul: Answers) -> Discrepancy:
    rate, count = mosul.claim("12", source=SOURCE), mosul.claim("5,805", source=SOURCE)
    assert (rate.quantity.kind, rate.quantity.unit) == (ClaimKind.RATE, Unit.PER_DAY)
    (found,) = mosul.discrepancies(DiscrepancyKind.RATE, rate.id, count.id)
    return found


def test_the_count_is_48_a_day_over_121_or_120_days(a_day):
    assert number(a_day, "days") == exactly(121)
    assert close(number(a_day, "computed a day"), 48.0, 48.4)


def test_twelve_a_day_over_those_days_would_be_1452(a_day):
    assert number(a_day, "rate times days") == exactly(1452)


def test_the_two_are_different_claims_and_neither_corrects_the_other(mosul: Answers, a_day):
    rate, count = mosul.claim("12", source=SOURCE), mosul.claim("5,805", source=SOURCE)

    assert a_day.holds is False
    assert "different claims" in a_day.says
    assert len(mosul.origins_of([rate, count])) == 2
