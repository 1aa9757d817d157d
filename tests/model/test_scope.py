"""Scopes are partially ordered, and what the order says is true of the people counted (rules 6 to 8)."""

from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.model.codes import Kind, Outcome, PlacePrecision, Population
from recount.model.scope import Relation, Scope
from recount.model.values import Period, Place, party_inside

FIRST = date(2017, 3, 1)
DAYS = tuple(FIRST + timedelta(days=number) for number in range(3))
LEAVES = (("iraq", "mosul", "west"), ("iraq", "mosul", "east"), ("iraq", "tal-afar"), ("syria", "raqqa"))
PATHS = sorted({leaf[:length] for leaf in LEAVES for length in range(1, 4)})
KILLERS = ("coalition/us", "coalition/au", "iraq", "undetermined")
PARTIES = (*KILLERS, "coalition")
OUTCOMES = (Outcome.KILLED, Outcome.INJURED, Outcome.MISSING, Outcome.OTHER)
DEATHS = tuple(product(OUTCOMES, ("f", "m"), ("child", "adult"), ("civilian", "fighter"), KILLERS, LEAVES, DAYS))

IRAQ, ALWAYS = Place(("iraq",), PlacePrecision.COUNTRY), Period(None, None)
PLACES = st.sampled_from(PATHS).map(lambda path: Place(path, PlacePrecision.CITY))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    start, end = sorted((draw(st.sampled_from(DAYS)), draw(st.sampled_from(DAYS))))
    return Period(draw(st.sampled_from((start, None))), draw(st.sampled_from((end, None))))


SCOPES = st.builds(
    Scope,
    st.sampled_from(Outcome),
    st.sampled_from(Population),
    st.none() | st.sets(st.sampled_from(PARTIES), min_size=1, max_size=3).map(lambda found: tuple(sorted(found))),
    st.none() | PLACES,
    st.none() | periods(),
    st.sampled_from(Kind),
)


def counted(scope: Scope) -> set[int]:
    """The deaths of a small world that a fully stated scope is about."""
    return {number for number, death in enumerate(DEATHS) if _counts(scope, death)}


OF_PEOPLE = {
    Population.PEOPLE: lambda sex, age, status: True,
    Population.CIVILIANS: lambda sex, age, status: status == "civilian",
    Population.FIGHTERS: lambda sex, age, status: status == "fighter",
    Population.WOMEN: lambda sex, age, status: (sex, age) == ("f", "adult"),
    Population.MEN: lambda sex, age, status: (sex, age) == ("m", "adult"),
    Population.CHILDREN: lambda sex, age, status: age == "child",
}


def _counts(scope, death) -> bool:
    outcome, sex, age, status, killer, place, day = death
    return (
        (outcome == scope.outcome or (scope.outcome is Outcome.CASUALTY and outcome is not Outcome.OTHER))
        and OF_PEOPLE[scope.population](sex, age, status)
        and (scope.parties is None or any(party_inside(killer, party) for party in scope.parties))
        and place[: len(scope.place.path)] == scope.place.path
        and (scope.period.start or day) <= day <= (scope.period.end or day)
    )


NAMES = ("outcome", "population", "parties", "place", "period", "kind")


def changed(scope: Scope, **changes: object) -> Scope:
    return Scope(**{**{name: getattr(scope, name) for name in NAMES}, **changes})


@st.composite
def wider_scopes(draw: st.DrawFn, scope: Scope) -> Scope:
    """A scope around another: some of its dimensions widened."""
    widest = Scope(Outcome.CASUALTY, Population.PEOPLE, None, None, Period(None, None), Kind.CLAIMED)
    names = draw(st.sets(st.sampled_from([name for name in NAMES if name != "place" and getattr(scope, name)])))
    if scope.outcome is Outcome.OTHER:
        names -= {"outcome"}
    wide = changed(scope, **{name: getattr(widest, name) for name in names})
    if wide.place is None or len(wide.place.path) == 1 or draw(st.booleans()):
        return wide
    return changed(wide, place=Place(wide.place.path[:-1], PlacePrecision.REGION))


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Scope, Scope]:
    """Two scopes that share some dimensions, so that every relation between them is drawn often."""
    a, b = draw(SCOPES), draw(SCOPES)
    shared = draw(st.sets(st.sampled_from(NAMES)))
    return a, draw(st.sampled_from((changed(b, **{name: getattr(a, name) for name in shared}), draw(wider_scopes(a)))))


@given(pairs())
def test_what_the_order_says_is_true_of_the_people_counted(pair):
    a, b = (
        changed(scope, place=scope.place or IRAQ, period=scope.period or ALWAYS, kind=Kind.CLAIMED) for scope in pair
    )
    ours, theirs = counted(a), counted(b)
    true = {
        Relation.EQUAL: ours == theirs,
        Relation.INSIDE: ours <= theirs,
        Relation.CONTAINS: ours >= theirs,
        Relation.DISJOINT: not ours & theirs,
        Relation.OVERLAPS: True,
        Relation.INCOMPARABLE: False,
    }
    assert true[a.relation(b)]


@given(SCOPES)
def test_every_scope_equals_itself(a):
    assert a.relation(a) is Relation.EQUAL
    assert a.inside(a)
    assert a.differences(a) == ()


@given(pairs())
def test_the_relation_read_backwards_is_its_mirror(pair):
    a, b = pair
    mirror = {Relation.INSIDE: Relation.CONTAINS, Relation.CONTAINS: Relation.INSIDE}
    relation = a.relation(b)
    assert b.relation(a) is mirror.get(relation, relation)


@given(pairs())
def test_two_scopes_inside_each_other_are_equal_and_only_they(pair):
    a, b = pair
    assert (a.inside(b) and b.inside(a)) == (a.relation(b) is Relation.EQUAL)


@given(st.data())
def test_inside_is_transitive(data):
    a = data.draw(SCOPES)
    b = data.draw(wider_scopes(a))
    c = data.draw(wider_scopes(b))
    assert a.inside(b)
    assert b.inside(c)
    assert a.inside(c)


@given(SCOPES, SCOPES, SCOPES)
def test_inside_is_transitive_for_any_three_scopes(a, b, c):
    assert a.inside(c) or not (a.inside(b) and b.inside(c))


@given(pairs())
def test_scopes_differ_in_no_dimension_when_they_are_equal_but_for_their_kind(pair):
    a, b = pair
    assert (not a.differences(b)) == (changed(b, kind=a.kind).relation(a) is Relation.EQUAL)
    assert a.differences(b) == b.differences(a)


MOSUL = Place(("iraq", "mosul"), PlacePrecision.CITY)
BATTLE = Period(date(2016, 10, 17), date(2017, 7, 21))
ALL = Scope(place=MOSUL, period=BATTLE)


def a_scope(**changes: object) -> Scope:
    return changed(ALL, **changes)


@pytest.mark.parametrize(
    ("inner", "relation"),
    [
        (a_scope(parties=("coalition",)), Relation.INSIDE),
        (a_scope(population=Population.CIVILIANS, parties=("coalition", "iraq")), Relation.INSIDE),
        (a_scope(place=IRAQ), Relation.CONTAINS),
        (a_scope(place=IRAQ, parties=("undetermined",)), Relation.OVERLAPS),
        (a_scope(outcome=Outcome.INJURED), Relation.DISJOINT),
        (a_scope(place=None), Relation.INCOMPARABLE),
        (a_scope(period=None), Relation.INCOMPARABLE),
        (a_scope(kind=Kind.DOCUMENTED), Relation.INSIDE),
    ],
)
def test_rule_6_how_a_number_lies_to_all_deaths_of_the_battle(inner, relation):
    assert inner.relation(ALL) is relation


def test_what_is_acknowledged_is_a_lower_bound_on_the_partys_own_share_and_no_rival_total():
    acknowledged = a_scope(parties=("coalition/us",), kind=Kind.ACKNOWLEDGED)
    assert acknowledged.relation(a_scope(parties=("coalition",), kind=Kind.DOCUMENTED)) is Relation.OVERLAPS
    assert acknowledged.inside(a_scope(parties=("coalition",)))


def test_case_7_two_counts_of_one_party_that_neither_hold_nor_exclude_each_other():
    west_mosul = Place(("iraq", "mosul", "west-mosul"), PlacePrecision.DISTRICT)
    four_months = a_scope(place=west_mosul, period=Period(date(2017, 2, 19), date(2017, 6, 19)))
    whole_war = a_scope(place=IRAQ, period=Period(date(2014, 8, 8), None), parties=("coalition",))
    assert four_months.relation(whole_war) is Relation.OVERLAPS
    assert four_months.differences(whole_war) == ("parties", "place", "period")


def test_rule_7_the_dimensions_in_which_two_scopes_differ_are_named():
    assert ALL.differences(a_scope(parties=("coalition",), population=Population.CIVILIANS)) == (
        "population",
        "parties",
    )


def test_a_place_no_gazetteer_knows_is_comparable_with_nothing_else():
    nowhere = Place((), PlacePrecision.CITY, "the village by the river")
    assert a_scope(place=nowhere).relation(ALL) is Relation.INCOMPARABLE
    assert not MOSUL.inside(nowhere)
    assert a_scope(place=nowhere).relation(a_scope(place=nowhere)) is Relation.EQUAL
