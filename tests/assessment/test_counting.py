"""Figures as ledgers: lists less what must not be counted, incidents by grade, claims and concessions apart."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.assessment import AssessmentSettings, assess, count, count_scope
from recount.assessment.harm import harm
from recount.clustering import ClusteringSettings, cluster
from recount.errors import NotComparable
from recount.model.assertions import Assertions, Attribution
from recount.model.codes import Outcome, Population, Position, Sex
from recount.model.interval import Interval, exactly
from recount.model.people import Resolution
from recount.model.scope import Scope
from recount.model.values import Age, Period, day
from tests.making import CASE, CITY, OLD_TOWN, STRIKE, a_claim, a_dossier, a_position, a_record, a_victim

SETTINGS = AssessmentSettings(register="morgue")


def figures(dossier, settings=SETTINGS):
    graded = assess(dossier, (), settings)
    return {figure.name: figure for figure in count(dossier, graded, settings)}


def people(*victims, draws=()):
    ids = sorted({(record, source) for victim in victims for record, source in _rows(victim)})
    return a_dossier(
        records=tuple(a_record(r.removeprefix("r-"), s) for r, s in ids), resolution=Resolution(victims, draws)
    )


def _rows(victim):
    padded = [*victim.sources, *[victim.sources[-1]] * (len(victim.records) - len(victim.sources))]
    return zip(victim.records, padded, strict=True)


def test_a_person_on_two_lists_is_counted_once():
    found = figures(people(a_victim("1", ("r-1", "r-2"), ("hospital", "morgue")), a_victim("2", ("r-3",))))
    assert found["documented"].interval == exactly(2)
    assert [line.label for line in found["documented"].lines] == ["morgue", "hospital", "overlap"]


def test_an_entry_repeated_within_a_list_is_subtracted_with_its_evidence():
    found = figures(people(a_victim("1", ("r-1", "r-2"), ("morgue",)), a_victim("2", ("r-3",))))
    repeats = next(line for line in found["documented"].lines if line.label == "repeats")
    assert (found["documented"].interval, repeats.amount, repeats.evidence) == (exactly(2), exactly(1), ("v-1",))


def test_only_what_is_recorded_puts_somebody_out_of_scope():
    before = a_victim("1", died=day(date(2020, 12, 31)))
    undated = a_victim("2")
    injured = a_victim("3", outcome=Outcome.INJURED)
    found = figures(people(before, undated, injured))
    assert found["documented"].interval == exactly(1)


def test_a_registration_only_may_be_an_older_death_and_a_swapped_date_a_newer_one():
    registered = a_victim("1", died=Period(None, date(2021, 3, 1)))
    swapped = a_victim("2", died=day(date(2020, 2, 12)))
    slipped = a_victim("3", died=day(date(2021, 12, 2)))
    found = figures(people(registered, a_victim("4", died=STRIKE), swapped, slipped))["documented"]
    assert found.interval == Interval(1, 3)
    assert [line.evidence for line in found.lines[-2:]] == [("v-1",), ("v-3",)]


def test_a_body_that_another_list_may_name_opens_the_low_end_once_for_each_name():
    there = {"died": STRIKE, "place": OLD_TOWN}
    bodies = [a_victim(n, names=(), sources=("morgue",), **there) for n in ("1", "2")]
    named = a_victim("3", sources=("ngo",), **there)
    assert figures(people(*bodies, named))["documented"].interval == Interval(2, 3)
    same_list = a_victim("3", sources=("morgue",), **there)
    assert figures(people(*bodies, same_list))["documented"].interval == exactly(3)


def test_the_doubt_of_the_linkage_widens_the_figure_both_ways():
    victims = tuple(a_victim(f"{n:03}") for n in range(100))
    draws = tuple(range(90, 111))
    found = figures(people(*victims, draws=draws))["documented"].interval
    assert found.low is not None
    assert found.high is not None
    assert found.low < 100 < found.high


def test_parties_count_what_all_sources_say_and_open_what_they_dispute():
    alone = a_victim("1", attributions=(Attribution(("alliance",)),))
    joint = a_victim("2", attributions=(Attribution(("alliance", "state")),))
    torn = a_victim("3", attributions=(Attribution(("alliance",)), Attribution(("group",))))
    silent = a_victim("4")
    found = figures(people(alone, joint, torn, silent))
    assert found["documented/alliance"].interval == Interval(1, 3)
    assert found["documented/state"].interval == Interval(0, 1)
    assert found["documented/group"].interval == Interval(0, 1)
    assert found["documented/undetermined"].interval == Interval(1, 2)


def test_months_ages_and_the_unnamed_are_figures_of_their_own():
    baby = a_victim("1", died=STRIKE, age=Age(0, 0), sex=Sex.MALE)
    woman = a_victim("2", died=STRIKE, age=Age(30, 30), sex=Sex.FEMALE)
    body = a_victim("3", names=())
    found = figures(people(baby, woman, body))
    assert found["documented/2021-03"].interval == exactly(2)
    assert found["documented/2021-03"].scope.period == Period(date(2021, 3, 1), date(2021, 3, 31))
    assert found["documented/unknown-month"].interval == exactly(1)
    assert found["documented/children"].interval == exactly(1)
    assert found["documented/women"].interval == exactly(1)
    assert found["documented/unnamed"].interval == exactly(1)


def test_policies_subtract_and_the_known_missing_extend_the_high_end_only():
    victims = tuple(a_victim(f"{n:03}") for n in range(100))
    settings = AssessmentSettings(combatants=(0.02, 0.04), background=(10, 10), known_missing=5)
    assert figures(people(*victims), settings)["documented"].interval == Interval(86, 93)


def test_without_lists_the_graded_incidents_are_documented_and_the_rest_stands_beside():
    claims = (
        a_claim("1", 105, place=OLD_TOWN, period=STRIKE, parties=["alliance"]),
        a_claim("2", Interval(230, 520), place=OLD_TOWN, period=STRIKE, parties=["alliance"]),
        a_claim("3", 8, place=OLD_TOWN, period=day(date(2021, 5, 2)), parties=["alliance"]),
    )
    accepted = a_position("1", "alliance", Position.ACCEPTS, exactly(105), place=OLD_TOWN, period=STRIKE)
    told = Assertions(claims, acknowledgements=(accepted,))
    incidents = tuple(cluster(told, (), (), ClusteringSettings()))
    found = figures(a_dossier(claims, incidents, positions=(accepted,)))
    assert found["documented"].interval == exactly(105)
    assert sorted(line.amount.high for line in found["documented"].excluded) == [8, 415]
    assert found["acknowledged/alliance"].interval == exactly(105)


def test_totals_of_independent_origins_are_never_added():
    whole = {"place": CITY, "period": CASE.period}
    found = figures(a_dossier((a_claim("1", Interval(9000, 11000), **whole), a_claim("2", 1260, **whole))))
    assert found["claimed"].interval == Interval(9000, 11000)
    assert found["claimed/2"].interval == exactly(1260)


def test_a_later_total_replaces_an_earlier_one_and_silence_is_no_figure():
    earlier = a_position("1", "alliance", Position.ACCEPTS, exactly(100), of_total=True, stated=date(2021, 5, 1))
    later = a_position("2", "alliance", Position.ACCEPTS, exactly(326), of_total=True, stated=date(2021, 9, 1))
    found = figures(a_dossier(positions=(earlier, later)))
    assert found["acknowledged/alliance"].interval == exactly(326)
    assert "acknowledged/group" not in found


def test_one_concession_that_may_answer_two_incidents_is_counted_once():
    pair = tuple(a_claim(n, 5, place=OLD_TOWN, period=STRIKE, incident=n, source="ngo") for n in ("A", "B"))
    accepted = a_position("1", "alliance", Position.ACCEPTS, exactly(4), place=OLD_TOWN, period=STRIKE)
    told = Assertions(pair, acknowledgements=(accepted,))
    incidents = tuple(cluster(told, (), (), ClusteringSettings()))
    assert [incident.acknowledgements for incident in incidents] == [(), ()]
    assert figures(a_dossier(pair, incidents, positions=(accepted,)))["acknowledged/alliance"].interval == exactly(4)


def test_one_concession_that_names_two_incidents_is_counted_once_and_lies_surely_in_neither():
    pair = tuple(a_claim(n, 5, place=OLD_TOWN, period=STRIKE, incident=n, source="ngo") for n in ("A", "B"))
    accepted = a_position("1", "alliance", Position.ACCEPTS, exactly(4), answers="A; B")
    told = Assertions(pair, acknowledgements=(accepted,))
    incidents = tuple(cluster(told, (), (), ClusteringSettings()))
    desk = a_dossier(pair, incidents, positions=(accepted,))
    assert [incident.acknowledgements for incident in incidents] == [("a-1",), ("a-1",)]
    assert figures(desk)["acknowledged/alliance"].interval == exactly(4)
    assert [harm(incident, desk).documented for incident in incidents] == [Interval(0, 4), Interval(0, 4)]


def test_people_a_list_places_in_an_incident_are_a_floor_and_day_and_place_alone_are_none():
    claim = a_claim("1", 2, place=OLD_TOWN, period=STRIKE, incident="A", parties=["alliance"])
    accepted = a_position("1", "alliance", Position.ACCEPTS, exactly(1), answers="A")
    told = Assertions((claim,), acknowledgements=(accepted,))
    for codes, documented in ((("A",), exactly(3)), ((), exactly(1))):
        victims = tuple(a_victim(n, died=STRIKE, place=OLD_TOWN, incidents=codes) for n in "123")
        incidents = tuple(cluster(told, victims, (), ClusteringSettings()))
        desk = a_dossier((claim,), incidents, positions=(accepted,), resolution=Resolution(victims))
        assert harm(incidents[0], desk).documented == documented


def test_a_scope_asked_for_is_counted_from_the_lists():
    victims = (a_victim("1", age=Age(4, 4)), a_victim("2", age=Age(40, 40)))
    wanted = Scope(population=Population.CHILDREN, place=CITY, period=CASE.period, kind=CASE.kind)
    assert count_scope(people(*victims), (), wanted, SETTINGS).interval == exactly(1)


def test_people_of_unknown_age_open_the_high_end_of_a_count_of_children():
    victims = (a_victim("1", age=Age(4, 4)), a_victim("2"), a_victim("3", age=Age(40, 40)))
    wanted = Scope(population=Population.CHILDREN, place=CITY, period=CASE.period, kind=CASE.kind)
    assert count_scope(people(*victims), (), wanted, SETTINGS).interval == Interval(1, 2)


def test_somebody_without_a_place_or_day_belongs_to_the_whole_and_to_no_part_for_sure():
    victims = (a_victim("1", died=STRIKE, place=OLD_TOWN), a_victim("2", died=STRIKE, place=CITY), a_victim("3"))
    part = Scope(place=OLD_TOWN, period=CASE.period, kind=CASE.kind)
    assert figures(people(*victims))["documented"].interval == exactly(3)
    assert count_scope(people(*victims), (), part, SETTINGS).interval == Interval(1, 3)
    days = Scope(place=CITY, period=Period(date(2021, 3, 1), date(2021, 3, 31)), kind=CASE.kind)
    assert count_scope(people(*victims), (), days, SETTINGS).interval == Interval(2, 3)


def test_a_scope_may_name_one_party_and_not_several():
    victims = (a_victim("1", attributions=(Attribution(("group",)),)), a_victim("2"))
    asked = Scope(parties=("group",), place=CITY, period=CASE.period, kind=CASE.kind)
    assert count_scope(people(*victims), (), asked, SETTINGS).interval == exactly(1)
    with pytest.raises(NotComparable, match="one party at a time"):
        count_scope(people(*victims), (), replace(asked, parties=("alliance", "group")), SETTINGS)


@given(st.permutations(range(8)))
def test_no_order_of_victims_changes_a_total(order):
    victims = [
        a_victim(str(n), died=STRIKE if n % 2 else None, attributions=(Attribution(("alliance",)),) if n % 3 else ())
        for n in range(8)
    ]
    counted = {name: figure.interval for name, figure in figures(people(*(victims[n] for n in order))).items()}
    assert counted == {name: figure.interval for name, figure in figures(people(*victims)).items()}
