"""Decisions for the laws: few reviewers, subjects and pieces of evidence, so that they meet often."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from recount.model.decisions import Decision, Judgement, Question

START = datetime(2026, 1, 1, tzinfo=UTC)
SUBJECTS = (("r-1", "r-2"), ("r-1", "r-3"), ("r-2", "r-3"))


@st.composite
def decisions(draw: st.DrawFn) -> Decision:
    """One decision as a log would give it back."""
    counter = draw(st.integers(1, 6))
    return Decision(
        counter=counter,
        time=START + timedelta(days=counter),
        reviewer=draw(st.sampled_from(("ann", "bo", "cy"))),
        question=draw(st.sampled_from((Question.SAME_PERSON, Question.GRADE))),
        subject=draw(st.sampled_from(SUBJECTS)),
        judgement=draw(st.sampled_from(Judgement)),
        reason="a reason",
        evidence=draw(st.sampled_from(("e-1", "e-2"))),
        value=draw(st.sampled_from((None, "", "fair"))),
    )


LOGS = st.lists(decisions(), max_size=12)


def numbered(found: list[Decision]) -> list[Decision]:
    """The same decisions as one log holds them: each reviewer's numbered from 1 in order."""
    counted: dict[str, int] = {}
    result = []
    for decision in found:
        counted[decision.reviewer] = counted.get(decision.reviewer, 0) + 1
        result.append(replace(decision, counter=counted[decision.reviewer]))
    return result


REAL_LOGS = LOGS.map(numbered)
