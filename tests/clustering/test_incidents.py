"""Incidents out of codes, places and days."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from recount.clustering import ClusteringSettings, cluster, events
from recount.model.assertions import Assertions, Claim, ReportTotal
from recount.model.codes import Outcome, Position
from recount.model.decisions import Judgement, Question, Verdict
from recount.model.interval import Interval, exactly
from recount.model.values import Period, day
from tests.making import CITY, HARBOUR, OLD_TOWN, STRIKE, a_claim, a_position, a_victim

SETTINGS = ClusteringSettings()


def incidents(*claims: Claim, victims=(), verdicts=(), positions=()):
    return cluster(Assertions(claims, acknowledgements=tuple(positions)), victims, verdicts, SETTINGS)


def test_two_reports_of_one_place_and_day_are_one_incident():
    found = incidents(
        a_claim("1", 140, place=OLD_TOWN, period=STRIKE), a_claim("2", 100, place=OLD_TOWN, period=STRIKE)
    )
    assert [incident.claims for incident in found] == [("c-1", "c-2")]
    assert found[0].killed == Interval(100, 140)


def test_two_places_on_one_day_are_two_incidents():
    found = incidents(a_claim("1", 5, place=OLD_TOWN, period=STRIKE), a_claim("2", 7, place=HARBOUR, period=STRIKE))
    assert len(found) == 2


def test_a_claim_about_the_whole_city_or_a_whole_month_is_no_incident():
    month = a_claim("2", 90, place=OLD_TOWN, period=Period(date(2021, 3, 1), date(2021, 3, 31)))
    assert incidents(a_claim("1", 900, place=CITY, period=STRIKE), month) == []


def test_in_a_case_of_a_whole_country_a_town_and_a_day_are_an_event():
    town, month = a_claim("1", 5, place=CITY, period=STRIKE), Period(date(2021, 3, 1), date(2021, 3, 3))
    told = (town, a_claim("2", 6, place=CITY, period=STRIKE), a_claim("3", 90, place=CITY, period=month))

    assert [one.claims for one in events(told, (), SETTINGS, ("land",))] == [("c-1", "c-2")]
    assert [one.claims for one in events(told, (), SETTINGS, ())] == [("c-1", "c-2")]
    assert events(told, (), SETTINGS, CITY.path) == []


def test_events_that_one_report_tells_one_after_another_are_never_one():
    first = a_claim("1", 7, place=OLD_TOWN, period=STRIKE, document="d", report=ReportTotal(1, exactly(7), ("c-1",)))
    then = a_claim("2", 2, place=OLD_TOWN, period=STRIKE, document="d", report=ReportTotal(2, exactly(2), ("c-2",)))

    assert [one.killed for one in incidents(first, then)] == [exactly(7), exactly(2)]


def test_two_codes_of_one_source_stay_two_incidents_though_place_and_day_agree():
    one = a_claim("1", 5, place=OLD_TOWN, period=STRIKE, incident="A", source="ngo")
    two = a_claim("2", 5, place=OLD_TOWN, period=STRIKE, incident="B", source="ngo")
    found = incidents(one, two, a_claim("3", 6, place=OLD_TOWN, period=STRIKE))
    assert sorted(incident.codes for incident in found) == [(), ("A",), ("B",)]


def test_a_reviewer_joins_and_parts_incidents():
    apart = Verdict(Question.SAME_EVENT, ("c-1", "c-2"), Judgement.NO, None, ("ana#1",))
    pair = (a_claim("1", 5, place=OLD_TOWN, period=STRIKE), a_claim("2", 7, place=OLD_TOWN, period=STRIKE))
    assert len(incidents(*pair, verdicts=[apart])) == 2
    together = Verdict(Question.SAME_EVENT, ("c-1", "c-3"), Judgement.YES, None, ("ana#2",))
    elsewhere = a_claim("3", 7, place=HARBOUR, period=STRIKE)
    assert len(incidents(pair[0], elsewhere, verdicts=[together])) == 1


def test_the_children_among_the_dead_do_not_change_the_killed():
    whole = a_claim("1", 20, place=OLD_TOWN, period=STRIKE)
    part = a_claim("2", 14, place=OLD_TOWN, period=STRIKE, part_of="c-1")
    assert incidents(whole, part)[0].killed == exactly(20)


def test_injured_and_killed_are_kept_apart():
    hurt = a_claim("2", 30, place=OLD_TOWN, period=STRIKE, outcome=Outcome.INJURED)
    found = incidents(a_claim("1", 4, place=OLD_TOWN, period=STRIKE), hurt)[0]
    assert (found.killed, found.injured) == (exactly(4), exactly(30))


def test_a_position_answers_the_incident_it_names_or_the_one_at_its_place_and_day():
    claim = a_claim("1", 5, place=OLD_TOWN, period=STRIKE, incident="A")
    by_code = a_position("1", "alliance", Position.ACCEPTS, exactly(3), answers="A")
    by_place = a_position("2", "alliance", Position.DENIES, place=OLD_TOWN, period=STRIKE)
    elsewhere = a_position("3", "alliance", Position.DENIES, place=HARBOUR, period=STRIKE)
    found = incidents(claim, positions=(by_code, by_place, elsewhere))
    assert found[0].acknowledgements == ("a-1", "a-2")


def test_a_victim_joins_the_one_incident_of_their_day_and_place_and_none_where_there_are_two():
    victim = a_victim("1", died=STRIKE, place=OLD_TOWN)
    one = a_claim("1", 5, place=OLD_TOWN, period=STRIKE, incident="A", source="ngo")
    two = a_claim("2", 5, place=OLD_TOWN, period=STRIKE, incident="B", source="ngo")
    assert incidents(one, victims=[victim])[0].victims == ("v-1",)
    assert [incident.victims for incident in incidents(one, two, victims=[victim])] == [(), ()]


@given(st.permutations(range(6)))
def test_the_order_of_reading_is_immaterial(order):
    claims = [
        a_claim(str(n), 5 + n, place=(OLD_TOWN, HARBOUR)[n % 2], period=day(date(2021, 3, 16 + n // 2)))
        for n in range(6)
    ]
    assert incidents(*(claims[n] for n in order)) == incidents(*claims)
