"""What became of each person between two resolutions: rows and decisions join people, part them, and bring new ones.

A person's id is made of the first of their records, so that a case rebuilt from the same evidence gives the same ids
without knowing any earlier build. Where a record that comes first joins a person, the id moves; this is where it went.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from recount.model.ids import content_id
from recount.model.people import Resolution, Victim

Holding = Mapping[str, Sequence[str]]
"""People by id, and how each of their records is known, the first first."""
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
    return who_is_who(_held(before), _held(after))


def who_is_who(before: Holding, after: Holding) -> History:
    """`history` of people known by whatever tells their records from others."""
    shared = _shared(before, after)
    kept = _same(before, after, shared)
    back = {new: old for old, new in kept.items()}
    held = _turned(shared)
    return History(
        kept=tuple(sorted(kept.items())),
        merged=tuple((old, _most(shared[old])) for old in sorted(shared) if old not in kept),
        split=tuple((new, _most(held[new])) for new in sorted(held) if new not in back),
        new=tuple(sorted(one for one in after if one not in held)),
        gone=tuple(sorted(one for one in before if one not in shared)),
    )


def carried(before: Resolution, after: Resolution) -> Resolution:
    """The later resolution under the earlier ids, wherever a person is the same."""
    return renamed(after, history(before, after), {one.id for one in before.victims})


def renamed(after: Resolution, told: History, taken: AbstractSet[str]) -> Resolution:
    """A resolution under the ids its people had before.

    Somebody new whose own id was another's before would be taken for them: they get one that nobody bore.
    """
    same = {new: old for old, new in told.kept}
    victims = [replace(one, id=same.get(one.id) or _free(one, taken)) for one in after.victims]
    return replace(after, victims=tuple(sorted(victims, key=lambda one: one.id)))


def _free(one: Victim, taken: AbstractSet[str]) -> str:
    """An id that nobody bore before: the usual one, else one of all records, as often as it takes."""
    found, tries = one.id, 0
    while found in taken:
        tries += 1
        found = content_id("v", [*one.records, str(tries)])
    return found


def _held(resolution: Resolution) -> Holding:
    return {one.id: one.records for one in resolution.victims}


def _shared(before: Holding, after: Holding) -> Overlap:
    holder = {record: one for one, records in after.items() for record in records}
    found = {one: Counter(holder[each] for each in records if each in holder) for one, records in before.items()}
    return {one: counts for one, counts in found.items() if counts}


def _turned(shared: Overlap) -> Overlap:
    found: dict[str, Counter[str]] = {}
    for old, counts in shared.items():
        for new, count in counts.items():
            found.setdefault(new, Counter())[old] = count
    return found


def _same(before: Holding, after: Holding, shared: Overlap) -> dict[str, str]:
    """Each earlier person with the later one who is the same, largest overlap first."""
    pairs = [
        (-count, old != new, before[old][0], after[new][0], old, new)
        for old in shared
        for new, count in shared[old].items()
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
