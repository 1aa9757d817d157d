"""Accounts of one event among all else their sources tell."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recount.clustering import ClusteringSettings, cluster
from recount.clustering.pairing import pairs
from recount.clustering.tellings import tellings
from recount.model.assertions import Assertions, Claim
from recount.model.codes import Cause, PlacePrecision
from recount.model.interval import Interval
from recount.model.values import Place, day
from tests.making import CITY, HARBOUR, OLD_TOWN, STRIKE, a_claim

SETTINGS = ClusteringSettings()
START = date(2021, 3, 1)


def coded(source: str, code: str, killed: Interval | int, on: date, place: Place = OLD_TOWN, **said: object) -> Claim:
    return a_claim(f"{source}-{code}", killed, source=source, incident=code, period=day(on), place=place, **said)


def busy(source: str, days: int = 60) -> list[Claim]:
    """A source with an event in the Old Town every day, of one to four dead."""
    return [coded(source, f"{source}{n}", 1 + n % 4, START + timedelta(days=n)) for n in range(days)]


def codes(claims: list[Claim]) -> list[tuple[str, ...]]:
    return [incident.codes for incident in cluster(Assertions(tuple(claims)), (), (), SETTINGS)]


def chance(claims: list[Claim], one: str, other: str) -> float:
    found = {frozenset((pair.one, pair.other)): pair.probability for pair in pairs(tellings(claims), SETTINGS)}
    return found.get(frozenset((f"c-{one}", f"c-{other}")), 0.0)


def test_one_place_and_day_is_one_event_where_little_happens():
    claims = [coded("b", "B1", 7, STRIKE.start), coded("a", "A1", 7, STRIKE.start)]
    assert codes(claims) == [("A1", "B1")]


def test_nothing_is_put_together_where_a_source_has_such_an_event_every_day():
    claims = [*busy("b"), coded("a", "A1", 2, START + timedelta(days=20), cause=Cause.AIRSTRIKE)]
    assert all(len(found) == 1 for found in codes(claims))


def test_a_number_that_is_rare_finds_its_event_among_many():
    day_of_many = START + timedelta(days=20)
    claims = [*busy("b"), coded("b", "B-many", 87, day_of_many), coded("a", "A1", Interval(80, 90), day_of_many)]
    assert ("A1", "B-many") in codes(claims)


def test_of_two_equally_good_events_neither_is_taken_and_both_are_told():
    claims = [coded("b", "B1", 5, STRIKE.start), coded("b", "B2", 5, STRIKE.start), coded("a", "A1", 5, STRIKE.start)]
    incidents = {one.codes[0]: one for one in cluster(Assertions(tuple(claims)), (), (), SETTINGS)}
    assert set(incidents) == {"A1", "B1", "B2"}
    assert incidents["A1"].perhaps == tuple(sorted((incidents["B1"].id, incidents["B2"].id)))
    assert incidents["B1"].perhaps == (incidents["A1"].id,)


def test_a_wider_place_is_weighed_against_everything_inside_it():
    quiet = [coded("b", "B1", 5, STRIKE.start, CITY), coded("a", "A1", 5, STRIKE.start)]
    assert codes(quiet) == [("A1", "B1")]
    elsewhere = [coded("a", f"A{n}", 5, STRIKE.start, HARBOUR) for n in range(2, 6)]
    assert ("A1", "B1") not in codes([*quiet, *elsewhere])


def test_a_cause_that_cannot_be_the_same_speaks_against_it():
    same = [coded("b", "B1", 5, STRIKE.start), coded("a", "A1", 5, STRIKE.start)]
    causes = [replace(same[0], cause=Cause.SMALL_ARMS), replace(same[1], cause=Cause.AIRSTRIKE)]
    assert chance(causes, "a-A1", "b-B1") < chance(same, "a-A1", "b-B1")


def test_a_vague_cause_word_is_no_evidence_either_way():
    same = [coded("b", "B1", 5, STRIKE.start), coded("a", "A1", 5, STRIKE.start, cause=Cause.AIRSTRIKE)]
    vague = [replace(same[0], cause=Cause.COLLAPSE), same[1]]
    assert chance(vague, "a-A1", "b-B1") == pytest.approx(chance(same, "a-A1", "b-B1"))


def test_a_point_copied_from_another_place_does_not_join_what_day_and_place_part():
    point = Place(OLD_TOWN.path, PlacePrecision.NEIGHBOURHOOD, "Old Town", 1.0, 1.0)
    elsewhere = Place(HARBOUR.path, PlacePrecision.NEIGHBOURHOOD, "Harbour", 1.0, 1.0)
    claims = [*busy("b"), coded("b", "B-x", 3, STRIKE.start, elsewhere), coded("a", "A1", 40, STRIKE.start, point)]
    assert ("A1", "B-x") not in codes(claims)


def test_accounts_more_than_the_days_apart_are_never_one_event():
    claims = [coded("b", "B1", 7, STRIKE.start), coded("a", "A1", 7, STRIKE.start + timedelta(days=4))]
    assert len(codes(claims)) == 2


def test_a_chain_of_reports_a_day_apart_does_not_grow_past_the_days():
    reports = [a_claim(str(n), 7, place=OLD_TOWN, period=day(START + timedelta(days=2 * n))) for n in range(5)]
    for incident in cluster(Assertions(tuple(reports)), (), (), SETTINGS):
        assert len(incident.claims) <= 2


@settings(max_examples=40, deadline=None)
@given(st.permutations(range(12)), st.lists(st.integers(1, 9), min_size=12, max_size=12))
def test_no_order_of_reading_changes_what_is_put_together(order: list[int], killed: list[int]):
    claims = [
        coded("ab"[n % 2], f"X{n}", killed[n], START + timedelta(days=n // 3), (OLD_TOWN, HARBOUR)[n % 3 % 2])
        for n in range(12)
    ]
    assert codes([claims[n] for n in order]) == codes(claims)


def test_an_account_that_misplaces_an_event_is_found_where_another_quotes_it_so():
    claims = [
        coded("a", "A1", 140, STRIKE.start),
        a_claim("q", 100, source="a", incident="A1", place=HARBOUR, period=STRIKE),
    ]
    claims.append(a_claim("p", 100, source="paper", place=HARBOUR, period=STRIKE))
    found = cluster(Assertions(tuple(claims)), (), (), SETTINGS)
    assert [sorted(one.claims) for one in found] == [["c-a-A1", "c-p", "c-q"]]
