"""What became of the entries of a list from one of its versions to the next (rule 12)."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from recount.assessment.entries import Entries, differences, matched, telling
from recount.model.assertions import Record
from recount.model.evidence import Document
from recount.model.ids import content_id
from recount.model.versions import ListChange, Turn, VersionStep

_DIGITS = re.compile(r"(\d+)")


def list_versions(records: Iterable[Record], documents: Iterable[Document] = ()) -> tuple[VersionStep, ...]:
    """Every step from one version of a list to the next, by source and in order of the versions.

    An entry is followed by its official id, else by the list's own code, else by what it says. An id that stands on
    several entries of a version follows nobody. An entry that changes its id and nothing that tells people apart is
    one changed entry. The order of the input is immaterial.

    Args:
        records: records of any sources; those without a list version are left out.
        documents: where they stand in; versions come in order of the days these were received or published, and
            without such days in order of their names, numbers in them as numbers.
    """
    days = _days(documents)
    lists: dict[str, dict[str, list[Record]]] = {}
    for record in sorted(records, key=lambda one: (one.locator.row or 0, one.id)):
        if record.list_version is not None:
            lists.setdefault(record.source, {}).setdefault(record.list_version, []).append(record)
    return tuple(step for source in sorted(lists) for step in _steps(source, lists[source], days))


def _days(documents: Iterable[Document]) -> dict[tuple[str, str], date]:
    """The first day each version of each source is known to have been there."""
    found: dict[tuple[str, str], date] = {}
    for document in documents:
        day = document.published or document.received
        if document.version is not None and day is not None:
            key = (document.source, document.version)
            found[key] = min(day, found.get(key, day))
    return found


def _ordered(source: str, versions: Iterable[str], days: dict[tuple[str, str], date]) -> list[str]:
    named = sorted(versions, key=_natural)
    if all((source, version) in days for version in named):
        return sorted(named, key=lambda version: days[source, version])
    return named


def _natural(version: str) -> tuple[tuple[bool, int, str], ...]:
    parts = _DIGITS.split(version)
    return tuple((part.isdecimal(), int(part) if part.isdecimal() else 0, part) for part in parts if part)


def _steps(source: str, versions: dict[str, list[Record]], days: dict[tuple[str, str], date]) -> Iterable[VersionStep]:
    order = _ordered(source, versions, days)
    seen: dict[str, tuple[str, Record]] = {}
    for before, after in pairwise(order):
        old, new = Entries(versions[before]), Entries(versions[after])
        for key, record in old.followed():
            seen[key] = (before, record)
        yield _step(source, (before, after), old, new, seen)


def _step(
    source: str, versions: tuple[str, str], old: Entries, new: Entries, seen: dict[str, tuple[str, Record]]
) -> VersionStep:
    pairs, gone, come = matched(old, new)
    changes = [
        *(_changed(versions, a, b) for a, b in pairs if differences(a, b)),
        *(_removed(versions, each, old) for each in gone),
        *(_added(versions, each, new, seen) for each in come),
        *(_doubled(versions, key, old, new) for key in sorted({*old.doubled, *new.doubled})),
    ]
    order = list(Turn)
    changes.sort(key=lambda change: (order.index(change.turn), change.key, change.id))
    return VersionStep(source, *versions, len(new.records), len(pairs), tuple(changes))


def _made(versions: tuple[str, str], turn: Turn, key: str, ids: Sequence[str]) -> str:
    return content_id("x", ("list", *versions, turn, key, *ids))


def _changed(versions: tuple[str, str], a: Record, b: Record) -> ListChange:
    made = _made(versions, Turn.CHANGED, telling(b), (a.id, b.id))
    return ListChange(made, Turn.CHANGED, telling(b), (a.id,), (b.id,), differences(a, b))


def _removed(versions: tuple[str, str], each: Record, old: Entries) -> ListChange:
    key = old.key(each)
    return ListChange(_made(versions, Turn.REMOVED, key, (each.id,)), Turn.REMOVED, key, before=(each.id,))


def _added(versions: tuple[str, str], each: Record, new: Entries, seen: dict[str, tuple[str, Record]]) -> ListChange:
    """Added for the first time, or restored: an earlier version than the last one had it."""
    key = new.key(each)
    if key not in seen:
        return ListChange(_made(versions, Turn.ADDED, key, (each.id,)), Turn.ADDED, key, after=(each.id,))
    version, earlier = seen[key]
    made = _made(versions, Turn.RESTORED, key, (earlier.id, each.id))
    changes = differences(earlier, each)
    return ListChange(made, Turn.RESTORED, key, (earlier.id,), (each.id,), changes, version)


def _doubled(versions: tuple[str, str], key: str, old: Entries, new: Entries) -> ListChange:
    before, after = (tuple(record.id for record in entries.doubled.get(key, ())) for entries in (old, new))
    return ListChange(_made(versions, Turn.DOUBLED, key, (*before, *after)), Turn.DOUBLED, key, before, after)
