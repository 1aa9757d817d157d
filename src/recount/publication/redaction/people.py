"""People, as far as the naming policy allows."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from recount.model.assertions import Record
from recount.model.codes import PlacePrecision, Sex
from recount.model.people import ScoredPair, Victim
from recount.publication.public import PublicCell, PublicEntry, PublicJoin, PublicPerson, PublicWeight
from recount.publication.redaction import naming, words
from recount.publication.redaction.catalogue import person_href
from recount.publication.redaction.evidence import Resolver
from recount.publication.redaction.naming import Naming

JOINS = 3
"""How many of the links that hold a person's rows together are explained on their page, the weakest first."""


def people(resolve: Resolver) -> tuple[PublicPerson, ...]:
    """Everyone who may be shown by name or initials, in order of name; people without a name have no page."""
    found = resolve.found
    shown = [v for v in found.findings.resolution.victims if resolve.policy.of(v.age) is not Naming.NONE]
    pairs = _pairs_by_victim(found.findings.links.pairs, {record: v.id for v in shown for record in v.records})
    return tuple(sorted((_person(resolve, victim, pairs.get(victim.id, ())) for victim in shown), key=_order))


def _order(person: PublicPerson) -> tuple[bool, str, str]:
    latin = next((name.text for name in person.names if not name.arabic), "")
    first = latin or (person.names[0].text if person.names else "")
    return (not first, first.casefold(), person.id)


def _pairs_by_victim(pairs: Iterable[ScoredPair], owner: Mapping[str, str]) -> dict[str, list[ScoredPair]]:
    found: dict[str, list[ScoredPair]] = {}
    for pair in pairs:
        victim = owner.get(pair.left)
        if victim is not None and owner.get(pair.right) == victim:
            found.setdefault(victim, []).append(pair)
    return found


def _person(resolve: Resolver, victim: Victim, pairs: Sequence[ScoredPair]) -> PublicPerson:
    found, how = resolve.found, resolve.policy.of(victim.age)
    records = [found.records[key] for key in victim.records if key in found.records]
    order = {record.id: number for number, record in enumerate(records, 1)}
    return PublicPerson(
        id=victim.id,
        href=person_href(victim.id),
        names=naming.names(victim.names, how),
        sex=victim.sex,
        age=naming.age(victim.age, how),
        died=victim.died,
        place=words.place(found, victim.place, home=True),
        cause=victim.cause,
        status=victim.status,
        outcome=victim.outcome,
        attributions=tuple(words.parties(found, named.parties) or () for named in victim.attributions),
        entries=tuple(_entry(resolve, record, how) for record in records),
        joins=tuple(_join(pair, order, how) for pair in _holding(pairs)[:JOINS]),
        joined=victim.joined,
        incidents=resolve.known(victim.incidents),
        decisions=victim.decisions,
    )


def _holding(pairs: Sequence[ScoredPair]) -> list[ScoredPair]:
    """The links that hold all rows together (the strongest that make no circle), the weakest first."""
    home: dict[str, str] = {}

    def root(record: str) -> str:
        while home.get(record, record) != record:
            record = home[record]
        return record

    held: list[ScoredPair] = []
    for pair in sorted(pairs, key=lambda pair: (-pair.probability, pair.left, pair.right)):
        left, right = root(pair.left), root(pair.right)
        if left != right:
            home[left] = right
            held.append(pair)
    return held[::-1]


def _entry(resolve: Resolver, record: Record, how: Naming) -> PublicEntry:
    at = resolve.record(record)
    exact = record.place is not None and record.place.precision is PlacePrecision.BUILDING
    return PublicEntry(
        source=at.words,
        href=at.href,
        row=at.row,
        names=naming.names(record.names, how),
        sex=record.sex,
        age=naming.age(record.age, how),
        died=record.died,
        registered=record.registered,
        place="" if record.place is None or exact else record.place.written,
        cause=record.cause_written if how is Naming.FULL else record.cause.value,
        status=record.status,
        version=record.list_version,
    )


def _join(pair: ScoredPair, order: Mapping[str, int], how: Naming) -> PublicJoin:
    weights = (PublicWeight(w.comparison, w.bits, w.says if how is Naming.FULL else "") for w in pair.weights)
    return PublicJoin(order[pair.left], order[pair.right], pair.probability, tuple(weights))


def cells(records: Iterable[Record], k: int) -> tuple[PublicCell, ...]:
    """People counted by month and sex where the people themselves are not shown.

    A cell of fewer than k is folded into the cell of its month, a month of fewer than k into the whole, and a whole
    of fewer than k is not shown at all, so that no difference of sums gives a smaller cell away.
    """
    counts = Counter((_month(record), record.sex) for record in records)
    months = sorted({month for month, _ in counts})
    shown: list[PublicCell] = []
    rest = 0
    for month in months:
        parts = {sex: counts[month, sex] for sex in Sex if counts[month, sex]}
        if all(people >= k for people in parts.values()):
            shown += [PublicCell(month, sex, people) for sex, people in parts.items()]
        elif sum(parts.values()) >= k:
            shown.append(PublicCell(month, Sex.UNKNOWN, sum(parts.values())))
        else:
            rest += sum(parts.values())
    return (*shown, PublicCell("", Sex.UNKNOWN, rest)) if rest >= k else tuple(shown)


def _month(record: Record) -> str:
    died = record.died
    if died is None or died.start is None or died.end is None:
        return ""
    same = (died.start.year, died.start.month) == (died.end.year, died.end.month)
    return died.start.strftime("%Y-%m") if same else ""
