"""The laws of resolution: what scores and judgements make of records."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from recount.linkage import LinkageSettings, resolve
from recount.model.assertions import Record, Script, WrittenName
from recount.model.decisions import Decision, Judgement, Question, Verdict, standing
from recount.model.evidence import Locator
from recount.model.people import Links, Resolution, ScoredPair

IDS = tuple(f"r-{letter}" for letter in "abcdefg")
PAIRS = tuple(combinations(IDS, 2))
USUAL = LinkageSettings(draws=20)


def a_record(one: str) -> Record:
    names = (WrittenName(f"Person {one}", Script.LATIN),)
    return Record(one, Locator("d-list", row=IDS.index(one) + 1), f"list-{IDS.index(one) % 2}", names)


RECORDS = tuple(a_record(one) for one in IDS)
SCORES = st.dictionaries(st.sampled_from(PAIRS), st.floats(0.01, 0.99))
JUDGEMENTS = st.dictionaries(st.sampled_from(PAIRS), st.sampled_from((Judgement.YES, Judgement.NO)))


def links(scores: dict[tuple[str, str], float]) -> Links:
    return Links(tuple(ScoredPair(*pair, scores[pair]) for pair in sorted(scores)), "test", USUAL.threshold)


def verdicts(judgements: dict[tuple[str, str], Judgement]) -> list[Verdict]:
    return [Verdict(Question.SAME_PERSON, pair, said, None, ("ann#1",)) for pair, said in sorted(judgements.items())]


def people(resolution: Resolution) -> set[tuple[str, ...]]:
    return {victim.records for victim in resolution.victims}


@given(SCORES, JUDGEMENTS)
def test_every_record_is_in_exactly_one_victim(scores, judgements):
    found = resolve(RECORDS, links(scores), verdicts(judgements), USUAL)
    assert sorted(record for victim in found.victims for record in victim.records) == list(IDS)


@given(SCORES, JUDGEMENTS)
def test_no_victim_holds_a_pair_judged_different(scores, judgements):
    found = resolve(RECORDS, links(scores), verdicts(judgements), USUAL)
    apart = {pair for pair, said in judgements.items() if said is Judgement.NO}
    held = {pair for victim in found.victims for pair in combinations(victim.records, 2)}
    assert not apart & held


@given(SCORES, JUDGEMENTS)
def test_records_judged_one_person_are_together_unless_judgements_contradict_each_other(scores, judgements):
    found = resolve(RECORDS, links(scores), verdicts(judgements), USUAL)
    apart = {pair for pair, said in judgements.items() if said is Judgement.NO}
    for person in _judged_together(judgements):
        if not apart & set(combinations(sorted(person), 2)):
            assert any(person <= set(victim.records) for victim in found.victims)


def _judged_together(judgements: dict[tuple[str, str], Judgement]) -> list[set[str]]:
    """The sets of records that a chain of yes holds together."""
    groups = [{one} for one in IDS]
    for pair in (pair for pair, said in judgements.items() if said is Judgement.YES):
        met = [group for group in groups if group & set(pair)]
        groups = [group for group in groups if group not in met] + [set().union(*met)]
    return groups


@given(SCORES, JUDGEMENTS)
def test_every_contradiction_is_a_question(scores, judgements):
    found = resolve(RECORDS, links(scores), verdicts(judgements), USUAL)
    questioned = {one for question in found.contradictions for one in question}
    for pair, said in judgements.items():
        if said is Judgement.NO and any(set(pair) <= person for person in _judged_together(judgements)):
            assert set(pair) <= questioned


@given(SCORES, JUDGEMENTS, st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_the_order_of_reading_is_immaterial(scores, judgements, chance):
    records, said, pairs = list(RECORDS), verdicts(judgements), list(links(scores).pairs)
    found = resolve(records, links(scores), said, USUAL)
    for one in (records, said, pairs):
        chance.shuffle(one)
    assert resolve(records, replace(links(scores), pairs=tuple(pairs)), said, USUAL) == found


@given(SCORES, JUDGEMENTS)
@settings(max_examples=60)
def test_what_is_read_twice_counts_once(scores, judgements):
    once = resolve(RECORDS, links(scores), verdicts(judgements), USUAL)
    twice = resolve((*RECORDS, *RECORDS), links(scores), verdicts(judgements) * 2, USUAL)
    assert people(twice) == people(once)
    assert [victim.id for victim in twice.victims] == [victim.id for victim in once.victims]


def decisions(judgements: dict[tuple[str, str], Judgement], reviewer: str, start: int = 0) -> list[Decision]:
    time = datetime(2026, 1, 1, tzinfo=UTC)
    return [
        Decision(start + number, time, reviewer, Question.SAME_PERSON, pair, said, "a reason", "e")
        for number, (pair, said) in enumerate(sorted(judgements.items()), 1)
    ]


@given(SCORES, JUDGEMENTS)
@settings(max_examples=60)
def test_withdrawing_all_decisions_gives_what_the_scores_alone_give(scores, judgements):
    withdrawn = decisions(dict.fromkeys(judgements, Judgement.WITHDRAWN), "ann", 100)
    said = standing([*decisions(judgements, "ann"), *withdrawn])
    assert resolve(RECORDS, links(scores), said, USUAL) == resolve(RECORDS, links(scores), (), USUAL)


@given(SCORES, JUDGEMENTS)
@settings(max_examples=60)
def test_reviewers_who_differ_on_everything_settle_nothing(scores, judgements):
    other = {Judgement.YES: Judgement.NO, Judgement.NO: Judgement.YES}
    opposed = {pair: other[said] for pair, said in judgements.items()}
    said = standing([*decisions(judgements, "ann"), *decisions(opposed, "bo")])
    assert resolve(RECORDS, links(scores), said, USUAL) == resolve(RECORDS, links(scores), (), USUAL)


@given(SCORES)
@settings(max_examples=60)
def test_the_number_found_lies_in_its_own_interval(scores):
    found = resolve(RECORDS, links(scores), (), USUAL)
    assert found.people.holds(len(found.victims))
