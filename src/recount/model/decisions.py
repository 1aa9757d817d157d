"""Acts: what people decided. Decisions are only added; two pure functions replay them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from recount.model.ids import digest


class Question(StrEnum):
    """What a reviewer is asked."""

    SAME_PERSON = "same person?"
    SAME_EVENT = "same event?"
    FAITHFUL = "faithful to the text?"
    RESPONSIBLE = "who did it?"
    CIVILIAN = "civilian?"
    ANSWERS = "does this position answer that incident?"
    GRADE = "what grade?"


class Judgement(StrEnum):
    """What a reviewer may answer."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Decision:
    """One reviewer's judgement on one question about one subject.

    `subject` is the ids it is about, sorted where the question is symmetric; `evidence` the digest of what the
    reviewer was shown; `value` the answer where yes or no is not enough (a party, a grade). `counter` starts at 1 in
    each reviewer's log; `previous` is the SHA-256 of the line before, empty for the first.
    """

    counter: int
    time: datetime
    reviewer: str
    question: Question
    subject: tuple[str, ...]
    judgement: Judgement
    reason: str
    evidence: str
    value: str | None = None
    score: float | None = None
    engine: str | None = None
    previous: str = ""

    @property
    def id(self) -> str:
        """How the decision is cited: its reviewer and its number in their log."""
        return f"{self.reviewer}#{self.counter}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a question about a subject comes to once all standing decisions are folded."""

    question: Question
    subject: tuple[str, ...]
    judgement: Judgement
    value: str | None
    decisions: tuple[str, ...]


_Seat = tuple[Question, tuple[str, ...], str]
"""Where a decision sits: one question about one subject, answered by one reviewer."""

SYMMETRIC = frozenset({Question.SAME_PERSON, Question.SAME_EVENT})
"""Questions in which the order of the subjects does not matter."""


def subject_of(question: Question, ids: Iterable[str]) -> tuple[str, ...]:
    """The ids a decision is about, in the order that makes equal subjects equal."""
    return tuple(sorted(set(ids))) if question in SYMMETRIC else tuple(ids)


def fresh(
    decisions: Iterable[Decision], evidence_of: Callable[[Question, tuple[str, ...]], str | None]
) -> list[Decision]:
    """The decisions whose evidence is still what the reviewer was shown.

    `evidence_of` gives the digest of what would be shown now, None where the subject no longer exists. The others are
    stale: they are never applied, and their subjects go back into the queue. What a stale decision replaced does not
    return with it, for the reviewer has changed their mind since; and a withdrawal is never stale.
    """
    decisions = list(decisions)
    stale: dict[_Seat, Decision] = {}
    for decision in decisions:
        withdrawn = decision.judgement is Judgement.WITHDRAWN
        if not withdrawn and evidence_of(decision.question, decision.subject) != decision.evidence:
            _keep_latest(stale, decision)
    return [
        decision
        for decision in decisions
        if _seat(decision) not in stale or _rank(decision) > _rank(stale[_seat(decision)])
    ]


def standing(decisions: Iterable[Decision]) -> list[Verdict]:
    """Fold decisions into verdicts, in the order of their subjects.

    A reviewer's latest decision counts (by counter); a withdrawn one counts as none; `unsure` settles nothing; when
    reviewers differ nothing is settled. Order and repetition of the input are immaterial.
    """
    latest: dict[_Seat, Decision] = {}
    for decision in decisions:
        _keep_latest(latest, decision)
    subjects: dict[tuple[Question, tuple[str, ...]], list[Decision]] = {}
    for (question, subject, _), decision in latest.items():
        if decision.judgement is not Judgement.WITHDRAWN:
            subjects.setdefault((question, subject), []).append(decision)
    verdicts = (_verdict(question, subject, found) for (question, subject), found in sorted(subjects.items()))
    return [verdict for verdict in verdicts if verdict is not None]


def _seat(decision: Decision) -> _Seat:
    return (decision.question, decision.subject, decision.reviewer)


def _keep_latest(latest: dict[_Seat, Decision], decision: Decision) -> None:
    seat = _seat(decision)
    if seat not in latest or _rank(decision) > _rank(latest[seat]):
        latest[seat] = decision


def _rank(decision: Decision) -> tuple[object, ...]:
    """Later counters win; a forked log with two lines of one number is settled by content, so order cannot matter."""
    value = decision.value
    return (decision.counter, decision.time, decision.judgement, value is not None, value or "", decision.reason)


def _verdict(question: Question, subject: tuple[str, ...], found: list[Decision]) -> Verdict | None:
    answers = {(decision.judgement, decision.value) for decision in found}
    if len(answers) != 1:
        return None
    judgement, value = answers.pop()
    if judgement is Judgement.UNSURE:
        return None
    return Verdict(question, subject, judgement, value, tuple(sorted(decision.id for decision in found)))


_SHOWN_FIRST = frozenset({Question.ANSWERS, Question.GRADE})
"""Questions whose first subject is the evidence: the position that answers, the incident that is graded."""


def shown(question: Question, subject: tuple[str, ...], things: Mapping[str, object]) -> str | None:
    """The digest of what a reviewer is shown for a question, None where a subject no longer exists.

    `things` are the nouns of a build by id. Any change of what is behind an id changes the digest.
    """
    ids = subject[:1] if question in _SHOWN_FIRST else subject
    if not ids or any(one not in things for one in ids):
        return None
    return digest("\x1f".join(f"{one} {things[one]!r}" for one in ids).encode())
