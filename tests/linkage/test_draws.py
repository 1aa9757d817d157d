"""Draws of the whole partition: what pairs' probabilities say of who is who, one world at a time."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recount.linkage import LinkageSettings, drawn, resolve
from recount.model.codes import Sex
from recount.model.decisions import Judgement, Question, Verdict
from recount.model.people import Links, ScoredPair
from recount.store import encode
from tests.linkage.people import a_record

SURE = LinkageSettings(doubt=0.0, draws=2000, partitions=2000)


def links(pairs: dict[tuple[str, str], float], missed: float = 0.0) -> Links:
    return Links(tuple(ScoredPair(a, b, p) for (a, b), p in sorted(pairs.items())), "test", 0.5, missed=missed)


def together(found, one: str, other: str) -> float:
    """In which share of the draws two records are one person."""
    draws = [found.partition(draw) for draw in range(len(found.partitions))]
    return sum(any({one, other} <= set(person) for person in people) for people in draws) / len(draws)


def chains(count: int) -> list:
    return [a_record(f"{number:03}", "سالم ناظم كمال الدباغ", f"list-{number % 3}") for number in range(count)]


@st.composite
def worlds(draw):
    records = chains(draw(st.integers(2, 9)))
    possible = list(combinations([record.id for record in records], 2))
    scored = draw(st.dictionaries(st.sampled_from(possible), st.sampled_from([0.05, 0.3, 0.5, 0.8, 0.97, 1.0])))
    judged = draw(st.dictionaries(st.sampled_from(possible), st.sampled_from([Judgement.YES, Judgement.NO])))
    verdicts = [Verdict(Question.SAME_PERSON, pair, said, None, ("ann#1",)) for pair, said in sorted(judged.items())]
    return records, links(scored, draw(st.sampled_from([0.0, 0.3]))), verdicts


@settings(max_examples=60, deadline=None)
@given(worlds())
def test_every_draw_puts_every_record_into_one_person_and_counts_them(world):
    records, scored, verdicts = world
    found = resolve(records, scored, verdicts, LinkageSettings(draws=20, partitions=12))
    assert len(found.partitions) == 12
    for draw in range(12):
        people = found.partition(draw)
        assert sorted(record for person in people for record in person) == sorted(record.id for record in records)
        assert len(people) == found.draws[draw]
        assert [victim.records for victim in sorted(drawn(records, found, draw), key=lambda v: v.records)] == [*people]


@settings(max_examples=60, deadline=None)
@given(worlds())
def test_no_draw_goes_against_what_reviewers_judged(world):
    records, scored, verdicts = world
    found = resolve(records, scored, verdicts, LinkageSettings(draws=12, partitions=12))
    broken = {record for pair in found.contradictions for record in pair}
    for draw in range(12):
        person = {record: people for people in found.partition(draw) for record in people}
        for verdict in verdicts:
            one, other = verdict.subject
            if verdict.judgement is Judgement.NO:
                assert person[one] != person[other]
            elif not broken:
                assert person[one] == person[other]


@pytest.mark.parametrize("probability", [0.03, 0.4, 0.9, 1.0])
def test_two_records_are_together_in_as_many_draws_as_is_probable(probability: float):
    one, other = chains(2)
    found = resolve([one, other], links({(one.id, other.id): probability}), (), SURE)
    assert together(found, one.id, other.id) == pytest.approx(probability, abs=0.03)


def test_in_larger_groups_the_pairs_together_are_as_many_as_the_probabilities_add_up_to():
    records = [record.id for record in chains(5)]
    scores = dict(zip(combinations(records, 2), [0.9, 0.6, 0.1, 0.0, 0.7, 0.2, 0.0, 0.3, 0.0, 0.8], strict=True))
    found = resolve(chains(5), links(scores), (), SURE)
    met = sum(together(found, one, other) for one, other in scores)
    assert met == pytest.approx(sum(scores.values()), abs=0.1)
    assert together(found, records[0], records[1]) == pytest.approx(0.9, abs=0.03)
    assert together(found, records[3], records[4]) == pytest.approx(0.8, abs=0.03)


def test_an_error_of_all_scores_together_moves_all_pairs_the_same_way():
    records = chains(400)
    pairs = {(a.id, b.id): 0.7 for a, b in zip(records[::2], records[1::2], strict=True)}
    spread = {}
    for doubt in (0.0, 1.5):
        numbers = resolve(records, links(pairs), (), LinkageSettings(doubt=doubt, partitions=0)).draws
        spread[doubt] = max(numbers) - min(numbers)
    assert spread[1.5] > 2 * spread[0.0]


def test_links_never_compared_join_people_of_several_lists_who_died_about_then():
    people = [
        a_record(f"{n:03}-{side}", "سالم ناظم", side, day=f"2020-01-{1 + n % 28:02}", sex=(Sex.MALE, Sex.FEMALE)[n % 2])
        for n in range(120)
        for side in "xy"
    ]
    pairs = {(f"r-{n:03}-x", f"r-{n:03}-y"): 1.0 for n in range(60)}
    found = resolve(people, links(pairs, missed=0.2), (), LinkageSettings(draws=10, partitions=10))
    by_id = {record.id: record for record in people}
    joined = [person for draw in range(10) for person in found.partitions.instead(draw)]
    assert len(joined) > 20
    for one, other in joined:
        left, right = by_id[one], by_id[other]
        assert left.source != right.source
        assert left.sex is right.sex
        assert abs(left.died.start - right.died.start).days <= 2


def test_a_body_without_a_name_is_of_somebody_another_list_names():
    named = [a_record(f"{n:03}-{side}", "سالم ناظم", side) for n in range(40) for side in "xy"]
    more = [a_record(f"{n:03}-y", "هاشم ناظم", "y") for n in range(40, 60)]
    bodies = [a_record(f"body-{n:03}", "", "x") for n in range(20)]
    pairs = {(f"r-{n:03}-x", f"r-{n:03}-y"): 1.0 for n in range(40)}
    found = resolve([*named, *more, *bodies], links(pairs), (), LinkageSettings(draws=20, partitions=20))
    joined = [person for draw in range(20) for person in found.partitions.instead(draw)]
    assert joined
    assert all(len(person) == 2 and person[1].startswith("r-body") and person[0].endswith("y") for person in joined)


def test_draws_follow_the_seed_and_not_the_order_of_reading():
    records = chains(40)
    pairs = {(a.id, b.id): 0.5 for a, b in zip(records[::2], records[1::2], strict=True)}
    first = resolve(records, links(pairs, missed=0.1), (), LinkageSettings(seed=4))
    assert resolve(records[::-1], links(pairs, missed=0.1), (), LinkageSettings(seed=4)) == first
    assert resolve(records, links(pairs, missed=0.1), (), LinkageSettings(seed=5)).partitions != first.partitions


def test_draws_hold_only_what_they_change():
    records = chains(4000)
    pairs = {(a.id, b.id): 0.999 for a, b in zip(records[::2], records[1::2], strict=True)}
    found = resolve(records, links(pairs), (), LinkageSettings())
    assert len(encode(found.partitions)) < 100_000
    assert found.partition(0)
