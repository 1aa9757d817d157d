"""Average linkage within one group of connected records: which two groups of records are joined, one after another.

Only pairs that have a score are held, so a group of any size takes memory by its pairs.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush

Near = Mapping[int, float]
"""The records near to one, with the probability that they are the same person."""


class Groups:
    """Groups of records on their way to people. Records are numbered; a joined group takes the number it is given.

    `near` are summed probabilities between the records of two groups; `apart` groups that may never be joined.
    """

    def __init__(self, records: Sequence[int], near: Mapping[int, Near], apart: Mapping[int, Iterable[int]]) -> None:
        """Begin with every record on its own."""
        inside = set(records)
        self.size = dict.fromkeys(records, 1)
        self.least = {record: record for record in records}
        self.near = {record: dict(near.get(record, {})) for record in records}
        self.apart = {record: inside.intersection(apart.get(record, ())) for record in records}

    def probability(self, one: int, other: int) -> float:
        """The mean probability over all pairs between two groups; pairs without a score count as 0."""
        return self.near[one].get(other, 0.0) / (self.size[one] * self.size[other])

    def join(self, one: int, other: int, joined: int) -> None:
        """Put two groups together under a new number."""
        near, apart = self.near.pop(one), self.apart.pop(one) | self.apart.pop(other)
        for group, total in self.near.pop(other).items():
            near[group] = near.get(group, 0.0) + total
        near.pop(one, None)
        near.pop(other, None)
        for group, total in near.items():
            known = self.near[group]
            known.pop(one, None)
            known.pop(other, None)
            known[joined] = total
        for group in apart:
            self.apart[group] = (self.apart[group] - {one, other}) | {joined}
        self.near[joined], self.apart[joined] = near, apart
        self.size[joined] = self.size.pop(one) + self.size.pop(other)
        self.least[joined] = min(self.least.pop(one), self.least.pop(other))

    def waiting(self, groups: Iterable[int]) -> Iterator[tuple[float, int, int, int, int]]:
        """What could be joined with some groups: likeliest first, then by the smallest records."""
        for one in groups:
            for other in self.near[one]:
                if other not in self.apart[one]:
                    low, high = sorted((one, other), key=self.least.__getitem__)
                    yield -self.probability(one, other), self.least[low], self.least[high], low, high


Join = tuple[int, int, float]
"""Two groups, by number, and the mean probability at which they met."""


def joins(groups: Groups, first: int, settled: Sequence[tuple[int, int]]) -> list[Join]:
    """Join what is settled, then the two groups with the highest mean probability, until none has any.

    Probabilities never rise from one join to the next.

    Args:
        groups: the groups to begin with.
        first: the number the first joined group takes; the others follow.
        settled: pairs of records that are one person.
    """
    found: list[Join] = []
    group = {record: record for record in groups.size}
    for one, other in settled:
        pair = _of(group, one), _of(group, other)
        if pair[0] != pair[1]:
            group[pair[0]] = group[pair[1]] = joined = first + len(found)
            group[joined] = joined
            groups.join(*pair, joined)
            found.append((*pair, 1.0))
    last, queue = 1.0, list(groups.waiting(sorted(groups.size)))
    heapify(queue)
    while queue:
        minus, _, _, one, other = heappop(queue)
        if one in groups.size and other in groups.size and minus < 0.0:
            last, joined = min(last, -minus), first + len(found)
            found.append((one, other, last))
            groups.join(one, other, joined)
            for candidate in groups.waiting([joined]):
                heappush(queue, candidate)
    return found


def _of(group: dict[int, int], record: int) -> int:
    while group[record] != record:
        record = group[record]
    return record
