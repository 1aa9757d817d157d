"""What became of the release before this one."""

from dataclasses import dataclass

from recount.model.interval import Interval
from recount.publication.public.scopes import Public, PublicEvidence


@dataclass(frozen=True, slots=True)
class PublicChange(Public):
    """A figure that differs: what it came to, and what it comes to; None where it was or is not there."""

    name: str
    before: Interval | None
    now: Interval | None


@dataclass(frozen=True, slots=True)
class PublicGone(Public):
    """A person or an incident that the last release showed and this one does not.

    `heirs` are those that hold its rows or claims now, `reason` is why it is gone, `last_in` the version that had it.
    """

    kind: str
    id: str
    href: str
    heirs: tuple[PublicEvidence, ...]
    reason: str = ""
    last_in: str = ""


@dataclass(frozen=True, slots=True)
class PublicSince(Public):
    """The last release, and all that differs from it; `earlier` went before it, and keep their addresses."""

    version: str
    as_of: str
    head: str
    changes: tuple[PublicChange, ...]
    gone: tuple[PublicGone, ...]
    new_people: int
    new_incidents: int
    earlier: tuple[PublicGone, ...] = ()
