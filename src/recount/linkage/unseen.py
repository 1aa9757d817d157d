"""People whose records were never compared, and bodies without a name: whom a draw takes them to be.

Nobody knows which they are, only how many may be expected. A draw picks somebody by chance and looks for the nearest
by day of death and place, of the same sex, on another list, whom no judgement keeps apart.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from recount.linkage.judged import Judged
from recount.model.codes import Sex
from recount.model.people import Victim

Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_LOOKED_AT = 60
"""So many of the nearest are looked at, on either side."""
_TRIES = 4
_NO_DAY = date.max


class Folk:
    """The accepted people as a draw sees them, in the order of the partition."""

    def __init__(self, people: Sequence[Victim], settled: Judged) -> None:
        """Put the people in order of day and place."""
        self._people = people
        self._apart: dict[str, set[str]] = {}
        for one, other in sorted(settled.apart):
            self._apart.setdefault(one, set()).add(other)
            self._apart.setdefault(other, set()).add(one)
        self._order = sorted(range(len(people)), key=lambda one: _when_and_where(people[one]))
        self._place = {one: place for place, one in enumerate(self._order)}
        self._lists = {source for one in people for source in one.sources}
        self._alone = np.array(_alone(people), dtype=bool)
        self._rates = np.array(_rates(people), dtype=np.float64)

    @property
    def bodies(self) -> float:
        """How many bodies without a name are on another list by name, were they like those of their list with one."""
        return float(self._rates.sum())

    @property
    def most(self) -> int:
        """How many links can be missing at all: each takes a record that stands alone."""
        alone = int(self._alone.sum())
        return alone // 2 if len(self._lists) == 1 else alone

    def joins(self, free: Bools, unseen: int, nameless: int, chance: np.random.Generator) -> list[tuple[int, int]]:
        """Pairs of people that one draw joins beyond its scores.

        Args:
            free: who is not touched by the scores of the draw.
            unseen: how many people stand twice without having been compared.
            nameless: how many bodies without a name are of somebody else.
            chance: the random numbers of the draw.
        """
        left = free.copy()
        found = [*self._take(np.nonzero(free & (self._rates > 0))[0], nameless, left, chance, weighted=True)]
        return [*found, *self._take(np.nonzero(left & self._alone)[0], unseen, left, chance, weighted=False)]

    def _take(
        self, some: Ints, wanted: int, left: Bools, chance: np.random.Generator, *, weighted: bool
    ) -> Iterator[tuple[int, int]]:
        luck = chance.random(len(some))
        order = some[np.argsort(luck ** (1.0 / self._rates[some]) if weighted else luck, kind="stable")[::-1]]
        for one in order[: _TRIES * wanted].tolist():
            if wanted <= 0:
                return
            other = self._nearest(one, left) if left[one] else None
            if other is not None:
                left[[one, other]] = False
                wanted -= 1
                yield one, other

    def _nearest(self, one: int, left: Bools) -> int | None:
        """The nearest who may be the same person: on no common list before somebody who is."""
        second = None
        for other in self._around(one):
            if left[other] and self._compatible(one, other):
                shared = set(self._people[one].sources) & set(self._people[other].sources)
                if not shared:
                    return other
                if second is None and (len(self._lists) == 1 or len(self._people[other].sources) > 1):
                    second = other
        return second

    def _around(self, one: int) -> Iterator[int]:
        place = self._place[one]
        for step in range(1, _LOOKED_AT + 1):
            for near in (place + step, place - step):
                if 0 <= near < len(self._order):
                    yield self._order[near]

    def _compatible(self, one: int, other: int) -> bool:
        """Whether two people may be one: an unseen link is of two who have names, a body is of one who has."""
        here, there = self._people[one], self._people[other]
        if not there.named or (here.named and len(there.records) > 1):
            return False
        if here.sex is not there.sex and Sex.UNKNOWN not in (here.sex, there.sex):
            return False
        return all(self._apart.get(record, set()).isdisjoint(there.records) for record in here.records)


def _alone(people: Sequence[Victim]) -> list[bool]:
    """Who stands alone under a name, but for those of the list with most of them: of two lists, one is another."""
    alone = [one.sources[0] if len(one.records) == 1 and one.named else "" for one in people]
    count = Counter(source for source in alone if source)
    largest = (
        max(sorted(count), key=count.__getitem__, default="")
        if len({s for one in people for s in one.sources}) > 1
        else ""
    )
    return [bool(source) and source != largest for source in alone]


def _when_and_where(one: Victim) -> tuple[date, tuple[str, ...], str]:
    died = one.died
    first = _NO_DAY if died is None else died.start or died.end or _NO_DAY
    return first, one.place.path if one.place is not None else (), one.records[0]


def _rates(people: Sequence[Victim]) -> list[float]:
    """How probably each person is a body without a name whom another list names: as many as of its list with one."""
    named: Counter[str] = Counter()
    elsewhere: Counter[str] = Counter()
    for one in people:
        for source in one.sources:
            named[source] += one.named
            elsewhere[source] += one.named and len(one.sources) > 1
    return [
        0.0 if one.named or len(one.sources) > 1 else elsewhere[one.sources[0]] / max(named[one.sources[0]], 1)
        for one in people
    ]
