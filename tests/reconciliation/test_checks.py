"""Ratios, shares and rates recomputed; mutations, gaps, revisions and slips of the pen."""

from dataclasses import replace
from datetime import date

import pytest

from recount.model.assertions import Proposition, Side
from recount.model.codes import ClaimKind, Comparator, Outcome, Population, Position, Stance, Unit
from recount.model.discrepancies import DiscrepancyKind
from recount.model.evidence import Locator
from recount.model.incidents import Incident
from recount.model.interval import Interval, at_least, exactly
from recount.model.ledger import Effect, Figure, Line
from recount.model.origins import Derivation, Origin
from recount.model.values import Period, day
from recount.reconciliation import reconcile
from tests.making import CASE, CITY, HARBOUR, OLD_TOWN, PARTIES, STRIKE, a_claim, a_position, some_findings

WHOLE = {"place": CITY, "period": CASE.period}
TOTAL = a_claim("total", Interval(9000, 11000), **WHOLE, kind=ClaimKind.RANGE, document="d-1")
OWN = a_claim(
    "own", 326, **WHOLE, parties=["alliance"], stance=Stance.ACKNOWLEDGES, chain=("the Alliance",), document="d-1"
)
JOINT = a_claim(
    "joint", at_least(3200), **WHOLE, parties=["alliance", "state"], population=Population.CIVILIANS, document="d-1"
)


def checks(kind, *claims, **found):
    return [one for one in reconcile(some_findings(claims=claims, **found)) if one.kind is kind]


def a_ratio(value, *operands, document="d-1"):
    return a_claim("ratio", value, unit=Unit.RATIO, kind=ClaimKind.RATIO, operands=operands, document=document, **WHOLE)


def test_a_ratio_of_unlike_scopes_holds_as_arithmetic_and_is_warned_with_the_like_for_like_figure():
    found = checks(DiscrepancyKind.RATIO, TOTAL, OWN, JOINT, a_ratio(at_least(27), "c-total", "c-own"))[0]
    numbers = dict(found.numbers)
    assert found.holds
    assert numbers["ratio"] == Interval(27.61, 33.74)
    assert numbers["like for like"].low == pytest.approx(9.82)
    assert "count different things" in found.says
    assert "nobody can split" in found.says


def test_a_ratio_without_a_base_is_tried_on_every_known_one():
    minister = a_claim("pm", 1260, **WHOLE, population=Population.CIVILIANS, document="d-1")
    found = checks(DiscrepancyKind.RATIO, TOTAL, minister, a_ratio(Interval(9, 10)))[0]
    assert dict(found.numbers)["against 1,260"] == Interval(7.14, 8.73)
    assert not found.holds
    assert "names no base" in found.says


def test_a_share_is_checked_against_every_stated_whole_and_no_count_is_invented():
    names = a_claim("names", 9606, **WHOLE, unit=Unit.NAMES, document="d-1")
    third = {"unit": Unit.SHARE, "kind": ClaimKind.SHARE, "document": "d-1", **WHOLE}
    stated = a_claim("third", Interval(0.3, 0.37), parties=["alliance", "state"], **third)
    unstated = a_claim("other", Interval(0.3, 0.37), parties=["group"], **third)
    one_voice = Origin("o-1", ("c-total", "c-names", "c-joint", "c-third", "c-other"), ("d-1",))
    found = checks(DiscrepancyKind.SHARE, TOTAL, names, JOINT, stated, unstated, origins=(one_voice,))
    assert len(found) == 1
    assert found[0].holds
    shares = {name: span.low for name, span in found[0].numbers}
    assert (shares["of 9,000"], shares["of 9,606"], shares["of 11,000"]) == (0.356, 0.333, 0.291)


def test_a_rate_and_a_count_over_days_are_two_claims():
    months = Period(date(2021, 2, 19), date(2021, 6, 19))
    count = a_claim("count", at_least(5805), place=CITY, period=months, document="d-1", comparator=Comparator.AT_LEAST)
    rate = a_claim("rate", 12, unit=Unit.PER_DAY, kind=ClaimKind.RATE, document="d-1", place=CITY)
    found = checks(DiscrepancyKind.RATE, count, rate)[0]
    numbers = dict(found.numbers)
    assert numbers["computed a day"] == Interval(48.0, 48.4)
    assert numbers["rate times days"] == exactly(1452)
    assert not found.holds


def test_what_a_repetition_lost_is_told_with_both_claims():
    origin = a_claim("origin", 9500, **WHOLE, hedges=("nearly",))
    copy = a_claim("copy", 9500, **WHOLE, population=Population.CIVILIANS)
    derived = Derivation("c-copy", "c-origin", "derived", 0.2, "three words in a row")
    found = checks(DiscrepancyKind.MUTATION, origin, copy, derivations=(derived,))
    assert sorted(one.title.split(":")[0] for one in found) == ["hedge lost", "population changed"]
    assert all(one.subjects == ("c-origin", "c-copy") for one in found)


def test_another_word_for_the_same_doubt_is_no_loss():
    origin = a_claim("origin", 9500, **WHOLE, hedges=("about",))
    copy = a_claim("copy", 9500, **WHOLE, hedges=("roughly",))
    derived = Derivation("c-copy", "c-origin", "derived", 0.2, "three words in a row")
    assert checks(DiscrepancyKind.MUTATION, origin, copy, derivations=(derived,)) == []


def test_a_joint_attribution_narrowed_within_one_report_stays_joint():
    alone = a_claim("alone", at_least(3200), **WHOLE, parties=["alliance"], document="d-1")
    found = checks(DiscrepancyKind.MUTATION, JOINT, alone)[0]
    assert found.subjects == ("c-joint", "c-alone")
    assert "nobody can split it" in found.says


def test_a_revision_supersedes_and_keeps_the_earlier_position():
    before = a_position("1", "alliance", Position.OPEN, Interval(None, 100), stated=date(2021, 3, 27))
    after = a_position("2", "alliance", Position.ACCEPTS, exactly(105), stated=date(2021, 5, 25), supersedes="a-1")
    found = checks(DiscrepancyKind.SUPERSEDED, acknowledgements=(before, after))
    assert found[0].subjects == ("a-1", "a-2")


def test_accounts_of_one_event_in_two_places_are_flagged():
    pair = (a_claim("1", 140, place=OLD_TOWN, period=STRIKE), a_claim("2", 100, place=HARBOUR, period=STRIKE))
    event = Incident("i-1", OLD_TOWN, STRIKE, claims=("c-1", "c-2"))
    assert len(checks(DiscrepancyKind.PLACE, *pair, incidents=(event,))) == 1


def test_a_proposition_both_supported_and_denied_is_contested_and_moves_no_responsibility():
    sides = [
        Proposition(f"p-{n}", Locator("d-1"), "register", "A", "explosives were present", side, who)
        for n, side, who in ((1, Side.SUPPORTS, "a commander"), (2, Side.DENIES, "residents"))
    ]
    event = Incident("i-1", OLD_TOWN, STRIKE, propositions=("p-1", "p-2"))
    found = checks(DiscrepancyKind.PROPOSITION, propositions=tuple(sides), incidents=(event,))
    assert "Responsibility is not moved" in found[0].says


def test_a_year_off_by_two_at_the_same_place_is_reported_and_not_linked():
    slip = a_position("1", "alliance", Position.ACCEPTS, exactly(1), place=OLD_TOWN, period=day(date(2019, 3, 17)))
    event = Incident("i-1", OLD_TOWN, STRIKE)
    found = checks(DiscrepancyKind.TYPO, acknowledgements=(slip,), incidents=(event,))
    assert "slip of the year" in found[0].title


def test_no_gap_is_told_between_deaths_and_the_wounded():
    scope = replace(CASE, parties=("alliance",))
    accepted = Figure("acknowledged/alliance", scope, (Line(Effect.ADDS, exactly(6), "", ""),))
    hurt = a_claim("1", 30, place=CITY, period=CASE.period, parties=["alliance"], outcome=Outcome.INJURED)

    assert checks(DiscrepancyKind.GAP, hurt, figures=(accepted,), parties=PARTIES) == []
    killed = replace(hurt, outcome=Outcome.KILLED)
    assert len(checks(DiscrepancyKind.GAP, killed, figures=(accepted,), parties=PARTIES)) == 1
