"""Numbers are compared through their scopes only (rule 6)."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from recount.model.assertions import ReportTotal
from recount.model.codes import ClaimKind, Comparator, Population, Stance
from recount.model.discrepancies import DiscrepancyKind
from recount.model.incidents import Incident
from recount.model.interval import Interval, at_least, exactly
from recount.model.origins import Origin
from recount.reconciliation import reconcile
from tests.making import CASE, CITY, OLD_TOWN, STRIKE, a_claim, some_findings

WHOLE = {"place": CITY, "period": CASE.period}


def contradictions(*claims, **found):
    every = reconcile(some_findings(claims=claims, **found))
    return [one for one in every if one.kind is DiscrepancyKind.CONTRADICTION]


def test_a_part_larger_than_its_whole_is_a_contradiction():
    part = a_claim("1", at_least(3200), **WHOLE, parties=["alliance", "state"], population=Population.CIVILIANS)
    whole = a_claim("2", 1260, **WHOLE, population=Population.CIVILIANS)
    found = contradictions(part, whole)
    assert [one.subjects for one in found] == [("c-1", "c-2")]
    assert "is larger" in found[0].says


def test_civilians_below_people_is_no_contradiction():
    assert (
        contradictions(a_claim("1", 9000, **WHOLE), a_claim("2", 1260, **WHOLE, population=Population.CIVILIANS)) == []
    )


def test_what_a_party_acknowledges_is_a_lower_bound_and_no_rival_total():
    own = a_claim("1", 326, **WHOLE, parties=["alliance"], stance=Stance.ACKNOWLEDGES)
    claimed = a_claim("2", at_least(3200), **WHOLE, parties=["alliance"])
    assert contradictions(own, claimed) == []


def test_different_places_or_times_are_neither_merged_nor_contradicted():
    assert contradictions(a_claim("1", 5975, place=OLD_TOWN, period=CASE.period), a_claim("2", 10, place=CITY)) == []


def test_two_claimants_get_one_contradiction_the_strongest():
    claims = [
        a_claim(n, figure, **WHOLE, chain=(who,))
        for n, figure, who in (("1", 100, "A"), ("2", 50, "A"), ("3", 900, "B"))
    ]
    found = contradictions(*claims)
    assert [one.subjects for one in found] == [("c-2", "c-3")]


def test_copies_of_one_origin_do_not_contradict_each_other():
    pair = (a_claim("1", 100, **WHOLE), a_claim("2", 900, **WHOLE))
    assert contradictions(*pair, origins=(Origin("o-1", ("c-1", "c-2"), ("d-1", "d-2")),)) == []


def test_as_many_as_a_hundred_and_more_than_140_of_one_event_contradict():
    low = a_claim(
        "1", Interval(None, 100), place=OLD_TOWN, period=STRIKE, comparator=Comparator.UP_TO, kind=ClaimKind.BOUND
    )
    high = a_claim("2", at_least(140), place=OLD_TOWN, period=STRIKE, comparator=Comparator.AT_LEAST)
    event = Incident("i-1", OLD_TOWN, STRIKE, claims=("c-1", "c-2"))
    assert len(contradictions(low, high, incidents=(event,))) == 1


def test_vague_words_are_no_figures_to_contradict_with():
    vague = a_claim("1", Interval(24, 99), **WHOLE, kind=ClaimKind.VAGUE)
    assert contradictions(vague, a_claim("2", 900, **WHOLE)) == []


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), max_size=6), st.randoms())
def test_the_order_of_claims_is_immaterial(spans, chance):
    claims = [a_claim(str(n), Interval(min(span), max(span)), **WHOLE) for n, span in enumerate(spans)]
    shuffled = list(claims)
    chance.shuffle(shuffled)
    assert contradictions(*shuffled) == contradictions(*claims)


def test_figures_without_a_day_of_a_quarter_need_not_be_of_the_same_dead():
    assert contradictions(a_claim("1", 7, place=OLD_TOWN), a_claim("2", 20, place=OLD_TOWN)) == []
    assert contradictions(a_claim("1", 7), a_claim("2", 20)) == []


def test_two_figures_of_one_day_in_the_whole_city_need_not_be_of_one_event():
    assert contradictions(a_claim("1", 7, place=CITY, period=STRIKE), a_claim("2", 20, place=CITY, period=STRIKE)) == []


def test_figures_without_a_day_of_the_whole_case_are_of_the_same_dead():
    assert len(contradictions(a_claim("1", 7000, place=CITY), a_claim("2", 1260, place=CITY))) == 1


def test_those_a_report_adds_up_do_not_contradict_each_other():
    total = ReportTotal(1, exactly(11), ("c-1", "c-2"))
    one = a_claim("1", 7, place=OLD_TOWN, period=STRIKE, report=total)
    more = a_claim("2", 4, place=OLD_TOWN, period=STRIKE, report=total)
    event = Incident("i", OLD_TOWN, STRIKE, claims=("c-1", "c-2"))
    assert contradictions(one, more, incidents=(event,)) == []

    disputed = replace(total, interval=Interval(4, 7))
    rivals = [replace(each, report=disputed) for each in (one, more)]
    assert len(contradictions(*rivals, incidents=(event,))) == 1
