"""What a draw changes in the accepted people, as few records as it takes."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from recount.linkage.partition import Partition
from recount.model.people import Person

Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]


class Alternatives:
    """The alternatives to the accepted people met so far, each known by a number.

    `found` are their people; `fewer` how many people fewer each makes.
    """

    def __init__(self, accepted: Partition, threshold: float) -> None:
        """Begin with the accepted people alone."""
        self._accepted, self._tree = accepted, accepted.tree
        self._joined = accepted.tree.probability >= threshold
        self._last = _last(accepted)
        self._numbers: dict[tuple[int, bytes] | tuple[Person, ...], int] = {}
        self._found: list[tuple[Person, ...]] = []
        self._fewer: list[int] = []
        self._names = sorted(record for person in accepted.people for record in person)
        last_of = self._last[: self._tree.records]
        place = {record: number for number, record in enumerate(self._names)}
        self._group_of = last_of[[place[person[0]] for person in accepted.people]]
        joins = self._last[self._tree.records :]
        order = np.argsort(joins, kind="stable")
        edges = np.searchsorted(joins[order], np.arange(len(self._tree) + 1))
        self._inside = [order[start:end] for start, end in pairwise(edges.tolist())]

    @property
    def found(self) -> tuple[tuple[Person, ...], ...]:
        """The people of every alternative, by number."""
        return tuple(self._found)

    def people(self, drawn: Iterable[int]) -> int:
        """How many people there are where some alternatives are true."""
        return len(self._accepted.people) - sum(self._fewer[number] for number in drawn)

    def untouched(self, joined: Bools) -> Bools:
        """Which of the accepted people no join of a draw touches."""
        touched = np.zeros(len(self._tree) + 1, dtype=bool)
        touched[self._last[self._tree.records :][joined != self._joined]] = True
        return np.asarray(~touched[self._group_of])

    def of(self, joined: Bools, more: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
        """The alternatives of a draw: which joins it takes, and which accepted people it joins beyond them."""
        changed = np.unique(self._last[self._tree.records :][joined != self._joined]).tolist()
        numbers = [self._within(last, joined) for last in changed]
        people = self._accepted.people
        numbers += [self._number((tuple(sorted(r for one in some for r in people[one])),), len(some)) for some in more]
        return tuple(sorted(numbers))

    def _within(self, last: int, joined: Bools) -> int:
        """The alternative of one group of connected records."""
        inside = self._inside[last]
        key = last, joined[inside].tobytes()
        if key not in self._numbers:
            before, after = self._people(inside, self._joined), self._people(inside, joined)
            self._numbers[key] = self._number(tuple(sorted(after - before)), len(before - after))
        return self._numbers[key]

    def _number(self, people: tuple[Person, ...], before: int) -> int:
        if people not in self._numbers:
            self._numbers[people] = len(self._found)
            self._found.append(people)
            self._fewer.append(before - len(people))
        return self._numbers[people]

    def _people(self, inside: Ints, joined: Bools) -> set[Person]:
        """The people some joins make of the records they are about."""
        records = self._tree.records
        members: dict[int, Person] = {}
        for join in inside.tolist():
            for group in self._tree.joined[join].tolist():
                if group < records:
                    members[group] = (self._names[group],)
            if joined[join]:
                one, other = self._tree.joined[join].tolist()
                members[records + join] = tuple(sorted(members.pop(one) + members.pop(other)))
        return set(members.values())


def _last(accepted: Partition) -> Ints:
    """The last join above each record and each joined group, as the number of the join; -1 for a record on its own."""
    tree = accepted.tree
    above = tree.above
    found = np.concatenate([np.full(tree.records, -1), np.arange(len(tree))]).astype(np.int64)
    for join in range(len(tree) - 1, -1, -1):
        higher = above[tree.records + join]
        if higher >= 0:
            found[tree.records + join] = found[tree.records + higher]
    leaves = above[: tree.records]
    found[: tree.records] = np.where(leaves >= 0, found[tree.records + np.maximum(leaves, 0)], -1) if len(tree) else -1
    return found
