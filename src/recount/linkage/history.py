"""What became of each person between two resolutions: rows and decisions join people, part them, and bring new ones.

A person's id is made of the first of their records, so that a case rebuilt from the same evidence gives the same ids
without knowing any earlier build. Where a record that comes first joins a person, the id moves; this is where it went.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from recount.model.ids import content_id
from recount.model.people import Resolution, Victim

Overlap = Mapping[str, Counter[str]]
"""For each person of one resolution, how many of their records each person of the other holds."""


@dataclass(frozen=True, slots=True)
class History:
    """The people of two resolutions beside each other, by id, each tuple sorted.

    `kept` are (before, after) of the same person: of all who share records, those who share most. `merged` are
    (before, after) of somebody whose records mostly went to a person who is the same as somebody else; `split` are
    (after, before) of somebody whose records mostly came from one. `new` and `gone` share no record with anybody.
    """

    kept: tuple[tuple[str, str], ...]
    merged: tuple[tuple[str, str], ...]
    split: tuple[tuple[str, str], ...]
    new: tuple[str, ...]
    gone: tuple[str, ...]

    @property
    def moved(self) -> dict[str, str]:
        """Where each earlier id leads that is not itself kept: to the same person, or to the one merged into."""
        return {one: other for one, other in sorted((*self.kept, *self.merged)) if one != other}


def history(before: Resolution, after: Resolution) -> History:
    """Say who of one resolution is who in another, by the records they share.

    The two who share most records are the same person; of several who share as many, those with one id, then those
    whose records come first. Nobody is the same as two.
    """
    shared = _shared(before, after)
    kept = _same(before, after, shared)
    back = {new: old for old, new in kept.items()}
    held = _turned(shared)
    return History(
        kept=tuple(sorted(kept.items())),
        merged=tuple((old, _most(shared[old])) for old in sorted(shared) if old not in kept),
        split=tuple((new, _most(held[new])) for new in sorted(held) if new not in back),
        new=tuple(sorted(one.id for one in after.victims if one.id not in held)),
        gone=tuple(sorted(one.id for one in before.victims if one.id not in shared)),
    )


def carried(before: Resolution, after: Resolution) -> Resolution:
    """The later resolution under the earlier ids, wherever a person is the same.

    Somebody new whose own id was another's before would be taken for them: they get one that nobody bore.
    """
    same = {new: old for old, new in history(before, after).kept}
    taken = {one.id for one in before.victims}
    victims = [replace(one, id=same.get(one.id) or _free(one, taken)) for one in after.victims]
    return replace(after, victims=tuple(sorted(victims, key=lambda one: one.id)))


def _free(one: Victim, taken: set[str]) -> str:
    """An id that nobody bore before: the usual one, else one of all records, as often as it takes."""

    found, tries = one.id, 0
    while found in taken:
        tries += 1
        found = content_id("v", [*one.records, str(tries)])
    return found


def _shared(before: Resolution, after: Resolution) -> Overlap:
    holder = {record: one.id for one in after.victims for record in one.records}
    found = {one.id: Counter(holder[record] for record in one.records if record in holder) for one in before.victims}
    return {one: counts for one, counts in found.items() if counts}


def _turned(shared: Overlap) -> Overlap:
    found: dict[str, Counter[str]] = {}
    for old, counts in shared.items():
        for new, count in counts.items():
            found.setdefault(new, Counter())[old] = count
    return found


def _same(before: Resolution, after: Resolution, shared: Overlap) -> dict[str, str]:
    """Each earlier person with the later one who is the same, largest overlap first."""
    first = {one.id: one.records[0] for one in (*after.victims, *before.victims)}
    pairs = [
        (-count, old != new, first[old], first[new], old, new) for old in shared for new, count in shared[old].items()
    ]
    found: dict[str, str] = {}
    taken: set[str] = set()
    for *_, old, new in sorted(pairs):
        if old not in found and new not in taken:
            found[old] = new
            taken.add(new)
    return found


def _most(counts: Counter[str]) -> str:
    """Who holds most of some records, of several the one whose id comes first."""
    return min(counts, key=lambda one: (-counts[one], one))
