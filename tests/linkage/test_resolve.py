"""Resolve: scored pairs and judgements in, people out."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from recount.linkage import LinkageSettings, resolve
from recount.model.assertions import Attribution
from recount.model.codes import Basis, Cause, Outcome, PlacePrecision, Sex, Status
from recount.model.decisions import Judgement, Question, Verdict, shown
from recount.model.ids import content_id
from recount.model.people import Links, ScoredPair
from recount.model.values import Age, Period, Place, day
from tests.linkage.people import PLACES, a_record

A, B, C = a_record("a", "سالم ناظم"), a_record("b", "Salem Nazim", "names"), a_record("c", "سالم ناظم", "hospital")


def links(*pairs: tuple[str, str, float], missed: float = 0.0) -> Links:
    return Links(tuple(ScoredPair(f"r-{a}", f"r-{b}", p) for a, b, p in pairs), "test", 0.5, missed=missed)


def said(judgement: Judgement, *subject: str) -> Verdict:
    ids = tuple(f"r-{one}" for one in subject)
    return Verdict(Question.SAME_PERSON, ids, judgement, None, (f"ann#{len(subject)}",))


def people(resolution) -> list[str]:
    return sorted("".join(record.removeprefix("r-") for record in victim.records) for victim in resolution.victims)


def the_victim(*records):
    found = [(one.id, other.id) for one, other in pairwise(records)]
    pairs = tuple(ScoredPair(*sorted(pair), 1.0) for pair in found)
    return resolve(records, Links(pairs, "test", 0.5)).victims[0]


def test_likely_pairs_are_joined_and_unlikely_ones_are_not():
    assert people(resolve([A, B, C], links(("a", "b", 0.9), ("b", "c", 0.2)))) == ["ab", "c"]


def test_groups_are_joined_by_the_mean_of_their_pairs_not_by_their_best():
    assert people(resolve([A, B, C], links(("a", "b", 0.95), ("b", "c", 0.9), ("a", "c", 0.6)))) == ["abc"]
    assert people(resolve([A, B, C], links(("a", "b", 0.95), ("b", "c", 0.9), ("a", "c", 0.02)))) == ["ab", "c"]


def test_a_reviewers_yes_joins_what_scores_keep_apart():
    found = resolve([A, B, C], links(), [said(Judgement.YES, "a", "c")])
    assert people(found) == ["ac", "b"]
    assert next(victim for victim in found.victims if len(victim.records) == 2).decisions == ("ann#2",)


def test_a_reviewers_no_keeps_apart_what_scores_join():
    assert people(resolve([A, B], links(("a", "b", 0.999)), [said(Judgement.NO, "a", "b")])) == ["a", "b"]


def test_a_contradiction_is_a_question_and_the_pair_judged_different_stays_apart():
    verdicts = [said(Judgement.YES, "a", "b"), said(Judgement.YES, "b", "c"), said(Judgement.NO, "a", "c")]
    found = resolve([A, B, C], links(("a", "b", 0.99), ("b", "c", 0.99), ("a", "c", 0.99)), verdicts)
    assert found.contradictions == (("r-a", "r-c"),)
    assert not any({"r-a", "r-c"} <= set(victim.records) for victim in found.victims)


def test_a_contradiction_elsewhere_undoes_no_other_judgement():
    more = [a_record("d", "هاشم"), a_record("e", "هاشم")]
    verdicts = [
        said(Judgement.YES, "a", "b"), said(Judgement.YES, "b", "c"), said(Judgement.NO, "a", "c"),
        said(Judgement.YES, "d", "e"),
    ]  # fmt: skip
    assert "de" in people(resolve([A, B, C, *more], links(), verdicts))


def test_verdicts_on_other_questions_and_on_lost_records_say_nothing():
    other = Verdict(Question.SAME_EVENT, ("r-a", "r-b"), Judgement.YES, None, ("ann#1",))
    assert people(resolve([A, B], links(), [other, said(Judgement.YES, "a", "gone")])) == ["a", "b"]


def test_a_victims_id_is_made_of_its_smallest_record():
    assert the_victim(B, A).id == content_id("v", ["r-a"])


def test_ages_become_a_range_and_dates_what_they_have_in_common():
    one = replace(A, age=Age(30, 30), died=day(date(2020, 3, 17)))
    other = replace(B, age=Age(32, 33), died=Period(date(2020, 3, 1), date(2020, 3, 31)))
    found = the_victim(one, other)
    assert found.age == Age(30, 33)
    assert found.died == day(date(2020, 3, 17))


def test_dates_that_exclude_each_other_become_a_span():
    found = the_victim(replace(A, died=day(date(2020, 3, 17))), replace(B, died=day(date(2020, 3, 20))))
    assert (found.died.start, found.died.end) == (date(2020, 3, 17), date(2020, 3, 20))


def test_a_registration_only_says_not_later_than():
    found = the_victim(replace(A, registered=date(2020, 5, 2)))
    assert found.died == Period(None, date(2020, 5, 2), basis=Basis.REGISTRATION)
    assert the_victim(replace(A, registered=date(2020, 5, 2), died=day(date(2020, 3, 1)))).died.start is not None


def test_the_narrowest_place_that_all_agree_with_is_kept():
    city = Place(("land", "city"), PlacePrecision.CITY, "the city")
    assert the_victim(replace(A, place=city), replace(B, place=PLACES[0])).place == PLACES[0]
    parted = the_victim(replace(A, place=PLACES[0]), replace(B, place=PLACES[1])).place
    assert parted.path == ("land", "city")
    assert parted.precision is not PlacePrecision.NEIGHBOURHOOD
    assert (
        the_victim(replace(A, place=PLACES[0]), replace(B, place=Place(("sea",), PlacePrecision.COUNTRY))).place is None
    )


def test_status_is_unknown_unless_a_source_says_so_and_nobody_differs():
    assert the_victim(A, B).status is Status.UNKNOWN
    civilian, fighter = replace(A, status=Status.CIVILIAN), replace(B, status=Status.FIGHTER)
    assert the_victim(civilian, B).status is Status.CIVILIAN
    assert the_victim(civilian, fighter).status is Status.UNKNOWN


def test_sex_that_two_lists_give_differently_is_unknown_and_the_majority_of_three_counts():
    male, female = replace(A, sex=Sex.MALE), replace(B, sex=Sex.FEMALE)
    assert the_victim(male, female).sex is Sex.UNKNOWN
    assert the_victim(male, female, replace(C, sex=Sex.MALE)).sex is Sex.MALE


@pytest.mark.parametrize(
    ("causes", "cause"),
    [((Cause.COLLAPSE, Cause.AIRSTRIKE), Cause.AIRSTRIKE), ((Cause.COLLAPSE, Cause.UNKNOWN), Cause.COLLAPSE),
     ((Cause.AIRSTRIKE, Cause.ARTILLERY), Cause.BOMBARDMENT), ((Cause.BOMBARDMENT, Cause.AIRSTRIKE), Cause.AIRSTRIKE),
     ((Cause.SMALL_ARMS, Cause.AIRSTRIKE), Cause.UNKNOWN)],
)  # fmt: skip
def test_causes_together(causes: tuple[Cause, Cause], cause: Cause):
    assert the_victim(replace(A, cause=causes[0]), replace(B, cause=causes[1])).cause is cause


def test_attributions_are_kept_apart_and_a_joint_one_is_not_split():
    joint, single = Attribution(("alliance", "state"), "names"), Attribution(("alliance",), "morgue")
    assert set(the_victim(replace(A, attribution=joint), replace(B, attribution=single)).attributions) == {
        joint,
        single,
    }


def test_one_who_died_of_wounds_was_killed():
    assert the_victim(replace(A, outcome=Outcome.INJURED), B).outcome is Outcome.KILLED


def test_every_spelling_is_kept_once_the_fullest_first():
    names = the_victim(A, B, replace(C, names=a_record("x", "سالم ناظم كمال الدباغ").names)).names
    assert [name.text for name in names] == ["سالم ناظم كمال الدباغ", "سالم ناظم", "Salem Nazim"]


def test_sure_links_leave_no_doubt_about_the_number():
    found = resolve([A, B, C], links(("a", "b", 1.0)))
    assert set(found.draws) == {2}
    assert found.people.low == found.people.high == 2


def test_doubtful_links_and_missed_pairs_widen_the_number():
    many = [a_record(f"{side}{number:03}", "سالم ناظم", side) for number in range(200) for side in ("x", "y")]
    doubtful = links(*((f"x{number:03}", f"y{number:03}", 0.8) for number in range(200)))
    found = resolve(many, doubtful)
    assert found.people.low < 240 < found.people.high
    assert found.people.high - found.people.low > 16
    sure = links(*((f"x{number:03}", f"y{number:03}", 1.0) for number in range(150)), missed=0.1)
    assert resolve(many, sure).people.low < 245


def test_a_nameless_body_may_be_of_somebody_another_list_names():
    named = [a_record(f"{side}{number:03}", "سالم ناظم", side) for number in range(50) for side in ("x", "y")]
    bodies = [a_record(f"z{number:03}", "", "x") for number in range(50)]
    joined = links(*((f"x{number:03}", f"y{number:03}", 1.0) for number in range(50)))
    found = resolve([*named, *bodies], joined)
    assert len(found.victims) == 100
    assert found.people.low < 70
    assert found.people.high == 100


def test_what_neither_scores_nor_judgements_settle_is_doubtful_most_doubtful_first():
    scored = links(("a", "b", 0.85), ("a", "c", 0.05), ("b", "c", 0.45))
    assert [pair.probability for pair in resolve([A, B, C], scored).doubtful] == [0.45, 0.85]
    settled = resolve([A, B, C], scored, [said(Judgement.NO, "b", "c")])
    assert [pair.probability for pair in settled.doubtful] == [0.85]


def test_the_draws_follow_the_seed_and_their_number_the_settings():
    scored = links(("a", "b", 0.6), ("b", "c", 0.5))
    first = resolve([A, B, C], scored, (), LinkageSettings(seed=3, draws=50))
    assert len(first.draws) == 50
    assert first == resolve([C, B, A], scored, (), LinkageSettings(seed=3, draws=50))


def test_evidence_shown_changes_when_a_record_does():
    def digest(*records):
        return shown(Question.SAME_PERSON, ("r-a", "r-b"), {record.id: record for record in records})

    assert digest(A, B) == digest(B, A)
    assert digest(A, B) != digest(A, replace(B, age=Age(3, 3)))
    assert digest(A) is None
