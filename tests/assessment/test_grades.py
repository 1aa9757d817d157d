"""One grade per incident and party, by the declared scales (rule 21)."""

from dataclasses import replace

import pytest

from recount.assessment import AssessmentSettings, assess
from recount.assessment.grading import Standpoint, graded, scale
from recount.clustering import ClusteringSettings, cluster
from recount.errors import SettingsError
from recount.model.assertions import Assertions
from recount.model.codes import Grade, Outcome, Population, Position, SourceKind
from recount.model.decisions import Judgement, Question, Verdict
from recount.model.evidence import Source
from recount.model.interval import Interval, exactly
from recount.model.origins import Origin
from tests.making import OLD_TOWN, STRIKE, a_claim, a_dossier, a_position


def grades(*claims, positions=(), origins=(), verdicts=(), sources=(), scale_name="airwars"):
    told = Assertions(claims, acknowledgements=positions)
    incidents = tuple(cluster(told, (), (), ClusteringSettings()))
    dossier = replace(a_dossier(claims, incidents, positions=positions, origins=origins), sources=sources)
    signed = [Verdict(Question.GRADE, (incidents[0].id, party), *rest) for party, *rest in verdicts]
    return {one.party: one for one in assess(dossier, signed, AssessmentSettings(scale=scale_name))}


def here(one, figure=10, **said):
    return a_claim(one, figure, place=OLD_TOWN, period=STRIKE, **said)


def test_a_party_that_accepts_harm_is_confirmed():
    accepted = a_position("1", "alliance", Position.ACCEPTS, exactly(4), place=OLD_TOWN, period=STRIKE)
    found = grades(here("1", parties=["alliance"]), positions=(accepted,))
    assert found["alliance"].grade is Grade.CONFIRMED
    assert found["alliance"].conceded == exactly(4)


def test_accepting_a_strike_that_killed_nobody_confirms_nothing():
    zero = a_position("1", "alliance", Position.ACCEPTS, exactly(0), place=OLD_TOWN, period=STRIKE)
    assert grades(here("1", parties=["alliance"]), positions=(zero,))["alliance"].grade is Grade.WEAK


def test_two_independent_sources_are_fair_and_two_copies_of_one_are_weak():
    pair = (here("1", parties=["alliance"]), here("2", parties=["alliance"]))
    assert grades(*pair)["alliance"].grade is Grade.FAIR
    one_voice = Origin("o-1", ("c-1", "c-2"), ("d-1", "d-2"))
    assert grades(*pair, origins=(one_voice,))["alliance"].grade is Grade.WEAK


def test_a_known_voice_quoted_in_two_languages_is_one_and_two_known_voices_are_two():
    names = {"wire": ("Harbour Wire", "وكالة هاربر واير"), "post": ("Delta Post", "دلتا بوست")}
    sources = tuple(Source(one, english, SourceKind.NEWS, name_ar=arabic) for one, (english, arabic) in names.items())

    def grade(*said: tuple[str, str]) -> Grade:
        claims = [
            here(str(n), 10 + n, parties=["alliance"], source=source, chain=(f"paper {n}", who))
            for n, (source, who) in enumerate(said)
        ]
        return grades(*claims, sources=sources)["alliance"].grade

    assert grade(("herald", "Harbour Wire"), ("radio", "تقرير نشرته وكالة هاربر واير")) is Grade.WEAK
    assert grade(("herald", "Harbour Wire"), ("radio", "تقرير نشرته صحيفة دلتا بوست")) is Grade.FAIR


def test_killed_and_injured_of_one_row_are_one_voice():
    said = {"parties": ["alliance"], "source": "ngo", "chain": ("the register", "residents"), "incident": "A"}
    row = (here("1", 4, **said), here("2", 9, outcome=Outcome.INJURED, **said))
    assert grades(*row)["alliance"].grade is Grade.WEAK
    other = here("3", 5, **{**said, "chain": ("the register", "hospital staff")})
    assert grades(*row, other)["alliance"].grade is Grade.FAIR


def test_sources_that_name_different_parties_make_it_contested_against_both():
    found = grades(here("1", parties=["alliance"]), here("2", parties=["group"]))
    assert {party: one.grade for party, one in found.items()} == {"alliance": Grade.CONTESTED, "group": Grade.CONTESTED}


def test_a_party_to_the_conflict_is_no_voice_against_another():
    accusing = here("2", parties=["alliance"], chain=("a paper", "the Group"))
    assert grades(here("1", parties=["alliance"]), accusing)["alliance"].grade is Grade.WEAK


def test_a_joint_attribution_is_graded_as_one_and_nobody_is_accused_alone():
    found = grades(here("1", parties=["alliance", "state"]))
    assert list(found) == ["alliance+state"]


def test_naming_a_coalition_accuses_no_partner_and_is_no_rival_of_one():
    found = grades(
        here("1", parties=["alliance"]), here("2", parties=["alliance"]), here("3", parties=["alliance/north"])
    )
    assert (found["alliance"].grade, found["alliance/north"].grade) == (Grade.FAIR, Grade.WEAK)


def test_nobody_named_is_undetermined():
    assert list(grades(here("1"), here("2"))) == ["undetermined"]


def test_only_fighters_killed_is_discounted():
    fighters = here("1", parties=["alliance"], population=Population.FIGHTERS)
    assert grades(fighters)["alliance"].grade is Grade.DISCOUNTED


def test_a_signed_grade_goes_before_the_rule_and_says_so():
    found = grades(here("1", parties=["alliance"]), verdicts=[("alliance", Judgement.YES, "confirmed", ("ana#3",))])
    assert found["alliance"].grade is Grade.CONFIRMED
    assert found["alliance"].decision == "ana#3"
    assert "by the rule alone: weak" in found["alliance"].says


def test_a_conceded_number_below_the_claimed_leaves_a_contested_residual():
    accepted = a_position("1", "alliance", Position.ACCEPTS, exactly(105), place=OLD_TOWN, period=STRIKE)
    found = grades(here("1", Interval(230, 520), parties=["alliance"]), positions=(accepted,))
    assert found["alliance"].residual == Interval(125, 415)


def test_ibc_asks_for_two_sources_and_looks_past_rivals():
    pair = (here("1", parties=["alliance"]), here("2", parties=["alliance"]), here("3", parties=["group"]))
    found = grades(*pair, scale_name="ibc")
    assert (found["alliance"].grade, found["group"].grade) == (Grade.FAIR, Grade.WEAK)


def test_an_unknown_scale_is_refused_by_name():
    with pytest.raises(SettingsError, match="no scale 'guess'"):
        scale("guess")


def test_every_standpoint_gets_a_grade_from_every_scale():
    for name in ("airwars", "ibc"):
        for voices in ((), ("o-1",), ("o-1", "o-2")):
            known = Standpoint(voices, (), accepted=False, fighters=False)
            assert graded(known, scale(name)).grade in Grade
