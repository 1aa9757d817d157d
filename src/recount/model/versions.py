"""What changed between versions of a list."""

from dataclasses import dataclass
from enum import StrEnum


class Turn(StrEnum):
    """What became of an entry from one version of a list to the next."""

    ADDED = "added"
    REMOVED = "removed"
    RESTORED = "restored"
    CHANGED = "changed"
    DOUBLED = "doubled id"


@dataclass(frozen=True, slots=True)
class ListChange:
    """One entry that differs between two versions of a list.

    `key` is the official id or the list's own code it is followed by, empty where it is followed by what it says;
    `before` and `after` are ids of its records. A restored entry's `before` is its last record before it was removed,
    in the version `last_seen`. `fields` are (field, was, is) as texts: they may hold names, so nothing but redaction
    may publish them. With a doubled id several entries of one version share a key, which is an error to look at and
    never a merge (rule 17).
    """

    id: str
    turn: Turn
    key: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    fields: tuple[tuple[str, str, str], ...] = ()
    last_seen: str = ""


@dataclass(frozen=True, slots=True)
class VersionStep:
    """What a list did between two of its versions: how many entries both have, and every change (rule 12).

    `kept` are the entries both versions hold, changed ones included; `entries` how many the later version has.
    """

    source: str
    before: str
    after: str
    entries: int
    kept: int
    changes: tuple[ListChange, ...] = ()

    def of(self, turn: Turn) -> tuple[ListChange, ...]:
        """The changes of one kind."""
        return tuple(change for change in self.changes if change.turn is turn)
