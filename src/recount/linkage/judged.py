"""What reviewers have settled about pairs of records: together, apart, or contradicting each other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from recount.model.decisions import Judgement, Question, Verdict


@dataclass(frozen=True, slots=True)
class Judged:
    """Pairs of record ids judged to be one person or two, and groups in which both were said.

    In a contradicting group nothing is joined by judgement: it goes back to the reviewers. Pairs judged different
    stay apart there as everywhere.
    """

    together: frozenset[tuple[str, str]]
    apart: frozenset[tuple[str, str]]
    contradictions: tuple[tuple[str, ...], ...]


def judged(verdicts: Iterable[Verdict], known: Iterable[str]) -> Judged:
    """Fold verdicts on whether records are of one person; verdicts on records no longer there say nothing."""
    there = set(known)
    together: set[tuple[str, str]] = set()
    apart: set[tuple[str, str]] = set()
    for verdict in verdicts:
        if verdict.question is Question.SAME_PERSON and there.issuperset(verdict.subject):
            pairs = set(combinations(sorted(set(verdict.subject)), 2))
            if verdict.judgement is Judgement.YES:
                together |= pairs
            elif verdict.judgement is Judgement.NO:
                apart |= pairs
    group = groups({record for pair in together for record in pair}, sorted(together))
    broken = {group[a] for a, b in apart if a in group and group.get(b) == group[a]}
    contradictions = sorted({(a, b) for a, b in apart if group.get(a) in broken and group.get(a) == group.get(b)})
    kept = frozenset(pair for pair in together if group[pair[0]] not in broken)
    return Judged(kept, frozenset(apart), tuple(contradictions))


def groups(records: Iterable[str], pairs: Sequence[tuple[str, str]]) -> dict[str, str]:
    """The smallest id each record is connected with through pairs."""
    parent = {record: record for record in records}

    def root(record: str) -> str:
        while parent[record] != record:
            parent[record] = parent[parent[record]]
            record = parent[record]
        return record

    for one, other in pairs:
        low, high = sorted((root(one), root(other)))
        parent[high] = low
    return {record: root(record) for record in sorted(parent)}
