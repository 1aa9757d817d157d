"""Rows of monthly reports and of persons with other names, days and outcomes."""

import pytest

from recount.model.codes import Outcome, Position
from recount.model.evidence import Rows
from recount.model.interval import Interval
from tests.extraction.tables import read, told

MONTH = {"month": "March 2017", "carried": "43", "new": "27", "closed": "28", "still_open": "42"}


def test_what_a_month_does_not_give_is_none_and_not_zero():
    (month,) = read(Rows.MONTHLY, {**MONTH, "duplicate": "", "deaths": "0"}).monthly

    assert (month.duplicate, month.deaths, month.total) == (None, 0, None)
    assert str(month.month) == "2017-03-01 to 2017-03-31"


@pytest.mark.parametrize(("written", "correction"), [("-2", -2), ("−2", -2), ("+3", 3), ("1,000", 1000), ("٢", 2)])
def test_a_correction_has_a_sign(written, correction):
    assert read(Rows.MONTHLY, {**MONTH, "correction": written}).monthly[0].correction == correction


@pytest.mark.parametrize("field", ["carried", "total"])
def test_a_range_is_no_number_of_a_monthly_report(field):
    found = read(Rows.MONTHLY, {**MONTH, field: "40-45"})

    assert getattr(found.monthly[0], field) is None
    assert "is not one whole number" in told(found)


def test_a_row_without_a_month_is_set_aside_whole():
    found = read(Rows.MONTHLY, {**MONTH, "month": "2017"})

    assert found.monthly == found.acknowledgements == ()
    assert "is not a month" in told(found)
    assert any(line.whole for line in found.set_aside)


def test_the_running_total_is_a_position_that_the_next_month_supersedes():
    april = {**MONTH, "month": "April 2017", "total": "at least 484", "since": "01/08/2014"}
    found = read(Rows.MONTHLY, april, {**MONTH, "total": "352", "since": "01/08/2014"})

    later, earlier = sorted(found.acknowledgements, key=lambda one: -int(one.conceded.floor))
    assert (earlier.position, earlier.conceded, later.conceded) == (Position.ACCEPTS, Interval(352, 352), Interval(484))
    assert later.supersedes == earlier.id
    assert earlier.supersedes is None
    assert str(later.period) == "2014-08-01 to 2017-04-30"
    assert {report.position for report in found.monthly} == {earlier.id, later.id}


def test_other_names_of_a_person_are_names_of_the_same_record():
    (record,) = read(Rows.PERSONS, {"name": "Person One", "aliases": "Abu Two; Person Onne؛ Person One"}).records

    assert [name.text for name in record.names] == ["Person One", "Abu Two", "Person Onne"]


def test_nobody_is_killed_in_a_list_with_outcomes_who_is_not_said_to_be():
    found = read(Rows.PERSONS, {"name": "Person One", "outcome": ""}, {"name": "Person Two", "outcome": "stable"})

    assert [one.outcome for one in found.records] == [Outcome.CASUALTY, Outcome.CASUALTY]
    assert "counted as a casualty, not as killed" in told(found)


def test_a_death_between_two_days_is_a_stretch_and_one_out_of_order_is_told():
    found = read(
        Rows.PERSONS,
        {"name": "Person One", "died_from": "17/03/2017", "died_to": "19/03/2017"},
        {"name": "Person Two", "died_from": "19/03/2017", "died_to": "17/03/2017"},
    )

    assert [str(one.died) for one in found.records] == ["2017-03-17 to 2017-03-19", "None"]
    assert "after its end" in told(found)
