"""The entries of one version of a list, and which of two versions are the same entry."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from recount.model.assertions import Record

_Pairs = list[tuple[Record, Record]]
_FIELDS = (
    "official_id",
    "own_code",
    "names",
    "sex",
    "age",
    "birth_year",
    "birth_date",
    "outcome",
    "died",
    "registered",
    "place",
    "cause_written",
    "status",
    "attribution",
    "incident",
)


def telling(record: Record) -> str:
    """What an entry is followed by: its official id, else the list's own code; empty where it has neither."""
    return record.official_id or record.own_code or ""


def person(record: Record) -> tuple[object, ...]:
    """What tells the person of an entry from others: names, sex, and birth or age; empty where a part is missing."""
    born = record.birth_year if record.birth_year is not None else record.age
    if not record.named or born is None:
        return ()
    return (tuple(sorted(name.text for name in record.names)), record.sex, born)


class Entries:
    """The records of one version; `doubled` are the keys that stand on several of them."""

    def __init__(self, records: Sequence[Record]) -> None:
        self.records = records
        counts = Counter(telling(record) for record in records if telling(record))
        self.doubled = {
            key: tuple(record for record in records if telling(record) == key)
            for key in sorted(key for key, count in counts.items() if count > 1)
        }

    def key(self, record: Record) -> str:
        """The key an entry can be followed by; empty where it has none of its own."""
        key = telling(record)
        return "" if key in self.doubled else key

    def followed(self) -> Iterator[tuple[str, Record]]:
        """Every entry that has a key of its own."""
        return ((self.key(record), record) for record in self.records if self.key(record))


def differences(a: Record, b: Record) -> tuple[tuple[str, str, str], ...]:
    """The fields two records of one entry differ in, each with what it was and what it is."""
    pairs = ((field, _said(a, field), _said(b, field)) for field in _FIELDS)
    return tuple((field, was, now) for field, was, now in pairs if was != now)


def _said(record: Record, field: str) -> str:
    """A field as a text, empty where nothing is known."""
    if field == "names":
        return " / ".join(sorted(name.text for name in record.names))
    if field == "place":
        return "" if record.place is None else record.place.written or record.place.id
    if field == "attribution":
        return "" if record.attribution is None else "; ".join(record.attribution.parties)
    if field == "age":
        age = record.age
        return "" if age is None else str(age.low) if age.low == age.high else f"{age.low}–{age.high}"
    value = getattr(record, field)
    return "" if value is None else str(value)


def matched(old: Entries, new: Entries) -> tuple[_Pairs, list[Record], list[Record]]:
    """Entries both versions have, those only the old one has, and those only the new one has.

    By key first; then by everything they say, as many times as both say it; then by the person, where one entry of
    each version is left of them: an id that was corrected.
    """
    pairs = _by_key(old, new)
    gone, come = _left(old.records, [a for a, _ in pairs]), _left(new.records, [b for _, b in pairs])
    for same in (_everything, person):
        more = _by(same, gone, come, once=same is person)
        pairs += more
        gone, come = _left(gone, [a for a, _ in more]), _left(come, [b for _, b in more])
    return pairs, gone, come


def _by_key(old: Entries, new: Entries) -> _Pairs:
    later = dict(new.followed())
    return [(record, later[key]) for key, record in old.followed() if key in later]


def _everything(record: Record) -> tuple[object, ...]:
    return tuple(_said(record, field) for field in _FIELDS)


def _by(
    same: Callable[[Record], tuple[object, ...]], gone: Sequence[Record], come: Sequence[Record], *, once: bool
) -> _Pairs:
    waiting: dict[tuple[object, ...], list[Record]] = {}
    for record in come:
        waiting.setdefault(same(record), []).append(record)
    tally = Counter(same(record) for record in gone)
    pairs: _Pairs = []
    for record in gone:
        known = waiting.get(same(record), []) if same(record) else []
        if known and (not once or (len(known) == 1 and tally[same(record)] == 1)):
            pairs.append((record, known.pop(0)))
    return pairs


def _left(records: Sequence[Record], taken: Sequence[Record]) -> list[Record]:
    ids = {record.id for record in taken}
    return [record for record in records if record.id not in ids]
