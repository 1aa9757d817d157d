"""What a removal from a list means for the count (rule 12): a declared policy, told by a line of its own."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from recount.assessment.people import Slice
from recount.assessment.settings import AssessmentSettings
from recount.model.assertions import Record
from recount.model.evidence import Source
from recount.model.interval import exactly
from recount.model.ledger import Effect, Line
from recount.model.people import Victim
from recount.model.versions import VersionStep

LEAVES, STAYS = "leaves the count", "stays counted"
"""What `removed` in recount.toml may say."""


def withdrawn(
    victims: Iterable[Victim],
    records: Mapping[str, Record],
    versions: Sequence[VersionStep],
    settings: AssessmentSettings,
) -> frozenset[str]:
    """The people whom every list that held them has removed; whoever is restored or on another list is not among them.

    Somebody still stands on a list while its last version holds any of their records, whatever happened between.
    """
    if settings.removed == STAYS:
        return frozenset()
    last = {step.source: step.after for step in versions if step.source not in settings.removed_stay}
    return frozenset(
        victim.id for victim in victims if all(_gone(records[one], last) for one in victim.records if one in records)
    )


def _gone(record: Record, last: Mapping[str, str]) -> bool:
    return record.source in last and record.list_version != last[record.source]


def still_listed(
    victims: Iterable[Victim],
    records: Mapping[str, Record],
    versions: Sequence[VersionStep],
    settings: AssessmentSettings,
) -> tuple[Victim, ...]:
    """People as the last versions of the lists have them: on no list that removed them, and not at all if on none."""
    given = tuple(victims)
    if settings.removed == STAYS or not versions:
        return given
    last = {step.source: step.after for step in versions if step.source not in settings.removed_stay}
    found = []
    for victim in given:
        stands = {records[one].source for one in victim.records if one in records and not _gone(records[one], last)}
        left = tuple(source for source in victim.sources if source in stands)
        if left:
            found.append(victim if left == victim.sources else replace(victim, sources=left))
    return tuple(found)


def without(people: Slice, gone: frozenset[str]) -> Slice:
    """A slice without some people, who are kept beside it as removed."""
    if not gone:
        return people
    victims, removed = (tuple(v for v in people.victims if (v.id in gone) is wanted) for wanted in (False, True))
    slipped, undeclared = (tuple(v for v in some if v.id not in gone) for some in (people.slipped, people.undeclared))
    return replace(people, victims=victims, removed=removed, slipped=slipped, undeclared=undeclared)


def removal_lines(people: Slice, records: Mapping[str, Record], sources: Iterable[Source]) -> list[Line]:
    """One line a list: the entries of people its last version no longer has, with the reasons its keeper gives."""
    by_list: dict[str, list[Record]] = {}
    for victim in people.removed:
        for one in victim.records:
            by_list.setdefault(records[one].source, []).append(records[one])
    known = {source.id: source for source in sources}
    return [_line(known.get(one), one, by_list[one]) for one in sorted(by_list)]


def _line(source: Source | None, name: str, gone: Sequence[Record]) -> Line:
    called = name if source is None else source.name
    given = {} if source is None else {removal.key: removal.reason for removal in source.removals}
    reasons = sorted({given[key] for one in gone for key in (one.official_id, one.own_code) if key in given})
    why = f"; reasons given: {', '.join(reasons)}" if reasons else "; no reason is given"
    says = f"entries that {called} has removed since{why}"
    ids = tuple(sorted(one.id for one in gone))
    return Line(Effect.SUBTRACTS, exactly(len(gone)), "a removed entry leaves the count", says, ids, "removed")
