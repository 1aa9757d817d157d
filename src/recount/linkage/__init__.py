"""Linkage: which records are of one person, how probable that is, and how unsure the number of people."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from recount.collector import uncollected
from recount.linkage.history import History, history
from recount.linkage.settings import LinkageSettings
from recount.model.assertions import Assertions, Record
from recount.model.decisions import Verdict
from recount.model.people import Links, Resolution, Victim

if TYPE_CHECKING:
    from recount.linkage.memory import Memory

__all__ = ["History", "LinkageSettings", "changes", "drawn", "history", "link", "records", "resolve"]


def records(assertions: Assertions | Iterable[Assertions]) -> tuple[Record, ...]:
    """All records out of what was extracted, in order of id."""
    several = (assertions,) if isinstance(assertions, Assertions) else assertions
    return tuple(sorted((record for one in several for record in one.records), key=lambda record: record.id))


def link(records: Sequence[Record], settings: LinkageSettings | None = None, memory: "Memory | None" = None) -> Links:
    """Find which records may be of one person, how probable that is, and why: see `recount.linkage.linking`."""
    from recount.linkage.linking import link as found

    with uncollected():
        return found(records, settings, memory)


def resolve(
    records: Sequence[Record],
    links: Links,
    verdicts: Sequence[Verdict] = (),
    settings: LinkageSettings | None = None,
) -> Resolution:
    """Put every record into exactly one victim: see `recount.linkage.resolution`."""
    from recount.linkage.resolution import resolve as found

    with uncollected():
        return found(records, links, verdicts, settings)


def drawn(records: Sequence[Record], resolution: Resolution, draw: int) -> tuple[Victim, ...]:
    """The victims of one of the draws `Resolution.partitions` holds: see `recount.linkage.resolution`."""
    from recount.linkage.resolution import drawn as found

    return found(records, resolution, draw)


def changes(
    records: Sequence[Record], resolution: Resolution
) -> Iterator[tuple[tuple[Victim, ...], tuple[Victim, ...]]]:
    """For each draw, the accepted victims it takes apart and those it makes: see `recount.linkage.resolution`."""
    from recount.linkage.resolution import changes as found

    return found(records, resolution)
