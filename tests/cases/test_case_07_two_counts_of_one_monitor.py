"""Case 7: 5,805 in west Mosul over four months, 5,975 in Iraq and Syria since August 2014."""

from datetime import date

import pytest

from recount.model.assertions import Claim
from recount.model.discrepancies import DiscrepancyKind
from tests.cases.answers import Answers


@pytest.fixture(scope="module")
def west_mosul(mosul: Answers) -> Claim:
    return mosul.claim("5,805", source="carbonated-tv")


@pytest.fixture(scope="module")
def both_countries(mosul: Answers) -> Claim:
    return mosul.claim("5,975", source="daily-kos")


def test_their_scopes_differ_in_place_and_period(west_mosul, both_countries):
    assert west_mosul.place is not None
    assert both_countries.place is not None
    assert west_mosul.place.id == "west-mosul"
    assert both_countries.place.id == "iraq-and-syria"
    assert (west_mosul.period.start, west_mosul.period.end) == (date(2017, 2, 19), date(2017, 6, 19))
    assert both_countries.period.start == date(2014, 8, 1)
    assert {"place", "period"} <= set(west_mosul.scope.differences(both_countries.scope))


def test_they_are_not_merged(mosul: Answers, west_mosul, both_countries):
    assert len(mosul.origins_of([west_mosul, both_countries])) == 2
    assert not [i for i in mosul.findings.incidents if {west_mosul.id, both_countries.id} & set(i.claims)]


def test_they_do_not_contradict_each_other(mosul: Answers, west_mosul, both_countries):
    assert not mosul.discrepancies(DiscrepancyKind.CONTRADICTION, west_mosul.id, both_countries.id)
