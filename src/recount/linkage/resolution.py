"""Resolve: scored pairs and judgements in, people out."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from recount.linkage.draws import draws
from recount.linkage.judged import Judged, judged
from recount.linkage.merging import victim
from recount.linkage.partition import partition
from recount.linkage.settings import LinkageSettings
from recount.model.assertions import Record
from recount.model.decisions import Question, Verdict
from recount.model.findings import Links, Resolution, ScoredPair, Victim
from recount.model.ids import digest


def resolve(
    records: Sequence[Record],
    links: Links,
    verdicts: Sequence[Verdict] = (),
    settings: LinkageSettings | None = None,
) -> Resolution:
    """Put every record into exactly one victim.

    Reviewers' verdicts come before scores: records judged to be one person are together, records judged to be two
    never are, and where both were said nothing is joined by judgement and the contradiction is a question.
    """
    settings = settings or LinkageSettings()
    by_id = {record.id: record for record in sorted(records, key=lambda record: record.id)}
    settled = judged(verdicts, by_id)
    pairs = {
        (pair.left, pair.right): pair.probability for pair in links.pairs if pair.left in by_id and pair.right in by_id
    }
    found = partition(tuple(by_id), pairs, settled, settings.threshold)
    shaped = _shaped(verdicts, by_id)
    victims = [
        victim(
            [by_id[record] for record in person],
            round(found.weakest[person], 4),
            [decision for record in person for decision in shaped.get(record, ())],
        )
        for person in found.people
    ]
    return Resolution(
        victims=tuple(sorted(victims, key=lambda one: one.id)),
        draws=draws(found, links.missed, _bodies(victims), settings),
        contradictions=settled.contradictions,
        doubtful=_doubtful(links.pairs, settled, settings),
    )


def _shaped(verdicts: Iterable[Verdict], known: Mapping[str, Record]) -> dict[str, list[str]]:
    """The decisions about each record."""
    found: dict[str, list[str]] = {}
    for verdict in verdicts:
        if verdict.question is Question.SAME_PERSON and all(record in known for record in verdict.subject):
            for record in verdict.subject:
                found.setdefault(record, []).extend(verdict.decisions)
    return found


def _bodies(victims: Iterable[Victim]) -> float:
    """How many bodies without a name are on another list by name, were they like those of their list with one."""
    named: Counter[str] = Counter()
    elsewhere: Counter[str] = Counter()
    nameless: Counter[str] = Counter()
    for one in victims:
        for source in one.sources:
            named[source] += one.named
            elsewhere[source] += one.named and len(one.sources) > 1
            nameless[source] += not one.named and len(one.sources) == 1
    return sum(count * elsewhere[source] / max(named[source], 1) for source, count in sorted(nameless.items()))


def _doubtful(pairs: Iterable[ScoredPair], settled: Judged, settings: LinkageSettings) -> tuple[ScoredPair, ...]:
    """Pairs a reviewer should see, the most doubtful first: nobody has judged them, and the score does not settle."""
    unsettled = (
        pair
        for pair in pairs
        if settings.review <= pair.probability < 1 - settings.review
        and (pair.left, pair.right) not in settled.together | settled.apart
    )
    return tuple(sorted(unsettled, key=lambda pair: (abs(pair.probability - 0.5), pair.left, pair.right)))


def evidence_of(records: Iterable[Record]) -> Callable[[Question, tuple[str, ...]], str | None]:
    """What `fresh` asks: the digest of what a reviewer would be shown now about a set of records.

    None where a record is no longer there, or where the question is not about records.
    """
    by_id = {record.id: record for record in records}

    def shown(question: Question, subject: tuple[str, ...]) -> str | None:
        if question is not Question.SAME_PERSON or not all(record in by_id for record in subject):
            return None
        cards = [_card(by_id[record]) for record in sorted(subject)]
        return digest(json.dumps(cards, ensure_ascii=False).encode())

    return shown


def _card(record: Record) -> list[str | None]:
    """Everything about one record that a reviewer sees, in a fixed order."""
    return [
        record.id,
        record.source,
        " | ".join(name.text for name in record.names),
        record.sex.value,
        None if record.age is None else f"{record.age.low}-{record.age.high}",
        None if record.birth_year is None else str(record.birth_year),
        record.outcome.value,
        None if record.died is None else str(record.died),
        None if record.registered is None else record.registered.isoformat(),
        None if record.place is None else "/".join(record.place.path) or record.place.written,
        record.cause_written,
        record.official_id,
        record.own_code,
        record.incident,
    ]
