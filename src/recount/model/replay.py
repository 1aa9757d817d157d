"""Replaying the decisions of a case against what its build knows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from recount.model.assertions import Assertions
from recount.model.decisions import Decision, Question, Verdict, fresh, shown, standing
from recount.model.incidents import Incident


@dataclass(frozen=True, slots=True)
class Replay:
    """What standing decisions come to, and which of them are stale: their evidence has changed since."""

    verdicts: tuple[Verdict, ...]
    stale: tuple[str, ...]


def things(assertions: Assertions, incidents: Iterable[Incident] = ()) -> dict[str, object]:
    """Everything a decision can be about, by id."""
    kinds = (assertions.claims, assertions.records, assertions.acknowledgements, assertions.propositions, incidents)
    return {one.id: one for kind in kinds for one in kind}


def replay(decisions: Iterable[Decision], assertions: Assertions) -> Replay:
    """The decisions on assertions; those on incidents wait until there are incidents."""
    given = [decision for decision in decisions if decision.question is not Question.GRADE]
    if not given:
        return Replay((), ())
    return _replayed(given, things(assertions))


def graded(decisions: Iterable[Decision], incidents: Iterable[Incident]) -> Replay:
    """The decisions on the grades of incidents."""
    given = [decision for decision in decisions if decision.question is Question.GRADE]
    return _replayed(given, {incident.id: incident for incident in incidents})


def _replayed(decisions: list[Decision], known: Mapping[str, object]) -> Replay:
    current = fresh(decisions, lambda question, subject: shown(question, subject, known))
    kept = {decision.id for decision in current}
    stale = tuple(decision.id for decision in decisions if decision.id not in kept)
    return Replay(tuple(standing(current)), stale)
