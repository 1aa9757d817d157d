"""Incidents that may hold the same deaths: bounded between the larger and the sum, never counted twice in silence."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from recount.assessment.overlaps import overlap_lines
from recount.model.incidents import Incident
from recount.model.interval import Interval
from recount.model.ledger import Effect, Line, fold
from recount.model.values import Period, day
from tests.making import CITY, HARBOUR, OLD_TOWN, STRIKE, a_claim, a_dossier

MARCH = Period(date(2021, 3, 1), date(2021, 3, 31))


def an_incident(one: str, place=OLD_TOWN, period=STRIKE, perhaps=()) -> Incident:
    return Incident(
        f"i-{one}", place, period, (one,), one, (f"c-{one}",), perhaps=tuple(f"i-{each}" for each in perhaps)
    )


def total(*counted: tuple[Incident, Interval], source: str | None = None) -> Interval:
    claims = [
        a_claim(incident.codes[0], amount, source=source or f"s-{incident.codes[0]}", incident=incident.codes[0])
        for incident, amount in counted
    ]
    lines = [Line(Effect.ADDS, amount, "", "") for _, amount in counted]
    return fold((*lines, *overlap_lines(counted, a_dossier(tuple(claims))))).interval


def test_a_month_and_the_days_inside_it_lie_between_the_larger_and_the_sum():
    month = (an_incident("month", CITY, MARCH), Interval(30, 30))
    days = [(an_incident("a"), Interval(8, 10)), (an_incident("b", HARBOUR), Interval(4, 4))]
    assert total(month, *days) == Interval(30, 44)


def test_days_that_exceed_the_month_are_the_low_end():
    month = (an_incident("month", CITY, MARCH), Interval(5, 5))
    assert total(month, (an_incident("a"), Interval(8, 10))) == Interval(8, 15)


def test_a_day_outside_the_month_is_added():
    month = (an_incident("month", CITY, MARCH), Interval(5, 5))
    april = (an_incident("a", OLD_TOWN, day(date(2021, 4, 2))), Interval(8, 8))
    assert total(month, april) == Interval(13, 13)


def test_two_accounts_that_are_perhaps_one_event_count_once_at_the_low_end():
    pair = [(an_incident("a", perhaps=["b"]), Interval(7, 9)), (an_incident("b", perhaps=["a"]), Interval(5, 5))]
    assert total(*pair) == Interval(7, 14)


def test_two_events_of_one_source_are_two_even_if_another_account_may_be_either():
    first, second = an_incident("a", perhaps=["x"]), an_incident("b", perhaps=["x"])
    other = an_incident("x", perhaps=["a", "b"])
    claims = [a_claim("a", 5, source="ngo", incident="a"), a_claim("b", 5, source="ngo", incident="b")]
    claims.append(a_claim("x", 5, source="press", incident="x"))
    counted = [(one, Interval(5, 5)) for one in (first, second, other)]
    lines = [Line(Effect.ADDS, amount, "", "") for _, amount in counted]
    whole = fold((*lines, *overlap_lines(counted, a_dossier(tuple(claims))))).interval
    assert whole == Interval(10, 15)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 2), st.booleans()), min_size=1, max_size=8))
def test_the_low_end_never_falls_below_the_largest_and_the_high_end_stays_the_sum(told):
    counted = [
        (an_incident(str(n), CITY if wide else OLD_TOWN, MARCH if wide else STRIKE), Interval(low, low + more))
        for n, (low, more, wide) in enumerate(told)
    ]
    names = [str(n) for n in range(len(counted))]
    counted = [(replace(one, perhaps=tuple(f"i-{n}" for n in names if f"i-{n}" != one.id)), a) for one, a in counted]
    found = total(*counted)
    assert found.low is not None
    assert max(amount.floor for _, amount in counted) <= found.low
    assert found.high == sum(amount.high or 0 for _, amount in counted)
