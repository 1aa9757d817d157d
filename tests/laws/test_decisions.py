"""The laws of decisions: what people decided is replayed by two pure functions."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from recount.model.decisions import Decision, Judgement, fresh, standing
from tests.laws.acts import LOGS, REAL_LOGS


@given(LOGS, st.randoms(use_true_random=False))
def test_the_order_of_reading_is_immaterial(found, chance):
    mixed = list(found)
    chance.shuffle(mixed)
    assert standing(mixed) == standing(found)


@given(LOGS, st.integers(0, 12))
def test_a_decision_read_twice_counts_once(found, number):
    assert standing([*found, *found[:number]]) == standing(found)


@given(REAL_LOGS)
def test_withdrawing_everything_leaves_nothing(found):
    withdrawn = [replace(one, judgement=Judgement.WITHDRAWN, counter=one.counter + 100) for one in found]
    assert standing([*found, *withdrawn]) == []


@given(REAL_LOGS)
def test_reviewers_who_differ_settle_nothing(found):
    against = []
    for verdict in standing(found):
        other = Judgement.NO if verdict.judgement is Judgement.YES else Judgement.YES
        [like, *_] = [one for one in found if (one.question, one.subject) == (verdict.question, verdict.subject)]
        against.append(replace(like, reviewer="dee", judgement=other, counter=len(against) + 1))
    assert standing([*found, *against]) == []


@given(REAL_LOGS)
def test_a_reviewers_latest_decision_counts(found):
    for verdict in standing(found):
        for cited in verdict.decisions:
            [decision] = [one for one in found if one.id == cited]
            assert (decision.judgement, decision.value) == (verdict.judgement, verdict.value)
            assert _later(found, decision) == []


@given(REAL_LOGS)
def test_only_yes_and_no_are_verdicts_and_each_subject_has_one(found):
    verdicts = standing(found)
    assert {verdict.judgement for verdict in verdicts} <= {Judgement.YES, Judgement.NO}
    assert len({(verdict.question, verdict.subject) for verdict in verdicts}) == len(verdicts)


@given(REAL_LOGS, st.sampled_from(("e-1", "e-2", None)))
def test_a_stale_decision_is_never_applied(found, shown):
    for verdict in standing(fresh(found, lambda question, subject: shown)):
        cited = [one for one in found if one.id in verdict.decisions]
        assert all(one.evidence == shown for one in cited)


@given(REAL_LOGS)
def test_while_no_evidence_changed_every_decision_is_fresh(found):
    same = [replace(one, evidence="e-1") for one in found]
    assert fresh(same, lambda question, subject: "e-1") == same


@given(REAL_LOGS, st.sampled_from(("e-1", "e-2")))
def test_what_a_reviewer_replaced_never_returns(found, shown):
    applied = {cited for verdict in standing(fresh(found, lambda *_: shown)) for cited in verdict.decisions}
    assert applied <= {one.id for one in found if not _later(found, one)}


@given(REAL_LOGS, st.sampled_from(("e-1", "e-2")), st.randoms(use_true_random=False))
def test_fresh_does_not_depend_on_the_order_of_reading(found, shown, chance):
    mixed = list(found)
    chance.shuffle(mixed)
    assert standing(fresh(mixed, lambda *_: shown)) == standing(fresh(found, lambda *_: shown))


def _seat(decision: Decision) -> tuple[object, ...]:
    return (decision.question, decision.subject, decision.reviewer)


def _later(found: list[Decision], decision: Decision) -> list[Decision]:
    return [one for one in found if _seat(one) == _seat(decision) and one.counter > decision.counter]
