"""Resolve: scored pairs and judgements in, people out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from recount.linkage.draws import draws
from recount.linkage.judged import Judged, judged
from recount.linkage.labels import taught
from recount.linkage.merging import victim
from recount.linkage.partition import partition
from recount.linkage.settings import LinkageSettings
from recount.linkage.unseen import Folk
from recount.model.assertions import Record
from recount.model.decisions import Question, Verdict
from recount.model.people import Links, Resolution, ScoredPair, Victim


def resolve(
    records: Sequence[Record],
    links: Links,
    verdicts: Sequence[Verdict] = (),
    settings: LinkageSettings | None = None,
) -> Resolution:
    """Put every record into exactly one victim.

    Reviewers' verdicts come before scores: records judged to be one person are together, records judged to be two
    never are, and where both were said nothing is joined by judgement and the contradiction is a question. Many
    verdicts together also move the scores of all other pairs: see `recount.linkage.labels`.
    """
    settings = settings or LinkageSettings()
    by_id = {record.id: record for record in sorted(records, key=lambda record: record.id)}
    settled = judged(verdicts, by_id)
    links = taught(links, settled)
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
    numbers = draws(found, links.missed, Folk(victims, settled), settings)
    return Resolution(
        victims=tuple(sorted(victims, key=lambda one: one.id)),
        draws=numbers.people,
        contradictions=settled.contradictions,
        doubtful=_doubtful(links.pairs, settled, settings),
        partitions=numbers.partitions,
    )


def drawn(records: Sequence[Record], resolution: Resolution, draw: int) -> tuple[Victim, ...]:
    """The victims of one draw of the partition, in order of id: those accepted, but for whom the draw puts otherwise.

    Args:
        records: the records that were resolved.
        resolution: what `resolve` returned for them.
        draw: the number of the draw, from 0.
    """
    instead = resolution.partitions.instead(draw)
    moved = {record for person in instead for record in person}
    by_id = {record.id: record for record in records if record.id in moved}
    kept = [one for one in resolution.victims if moved.isdisjoint(one.records)]
    changed = [victim([by_id[record] for record in person], 1.0, ()) for person in instead]
    return tuple(sorted([*kept, *changed], key=lambda one: one.id))


def changes(
    records: Sequence[Record], resolution: Resolution
) -> Iterator[tuple[tuple[Victim, ...], tuple[Victim, ...]]]:
    """For each draw of the partition, the accepted victims it takes apart and those it makes of their records."""
    by_id = {record.id: record for record in records}
    owner = {record: one for one in resolution.victims for record in one.records}
    for draw in range(len(resolution.partitions)):
        instead = resolution.partitions.instead(draw)
        gone = {owner[record].id: owner[record] for person in instead for record in person}
        yield tuple(gone.values()), tuple(victim([by_id[record] for record in person], 1.0, ()) for person in instead)


def _shaped(verdicts: Iterable[Verdict], known: Mapping[str, Record]) -> dict[str, list[str]]:
    """The decisions about each record."""
    found: dict[str, list[str]] = {}
    for verdict in verdicts:
        if verdict.question is Question.SAME_PERSON and all(record in known for record in verdict.subject):
            for record in verdict.subject:
                found.setdefault(record, []).extend(verdict.decisions)
    return found


def _doubtful(pairs: Iterable[ScoredPair], settled: Judged, settings: LinkageSettings) -> tuple[ScoredPair, ...]:
    """Pairs a reviewer should see, the most doubtful first: nobody has judged them, and the score does not settle."""
    unsettled = (
        pair
        for pair in pairs
        if settings.review <= pair.probability < 1 - settings.review
        and (pair.left, pair.right) not in settled.together | settled.apart
    )
    return tuple(sorted(unsettled, key=lambda pair: (abs(pair.probability - 0.5), pair.left, pair.right)))
