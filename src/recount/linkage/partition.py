"""Records put into people: average linkage within connected groups, bound by what reviewers judged."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from recount.linkage.averaging import Groups, Join, Near, joins
from recount.linkage.judged import Judged
from recount.model.people import Person

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Tree:
    """All joins as they followed each other, the unlikely ones too.

    Records are numbered from 0 in order of id; the group that a join makes has the number of records plus its own.
    `joined` are the two groups of each join (joins, 2); `probability` the mean probability at which they met, never
    more than that of the joins within either.
    """

    records: int
    joined: Ints
    probability: Floats

    def __len__(self) -> int:
        return len(self.probability)

    @property
    def above(self) -> Ints:
        """The join that takes in each record and each joined group, -1 where none does."""
        found = np.full(self.records + len(self), -1, dtype=np.int64)
        found[self.joined] = np.arange(len(self))[:, None]
        return found


@dataclass(frozen=True)
class Partition:
    """People as sorted tuples of record ids, the smallest probability that holds each together, and all joins."""

    people: tuple[Person, ...]
    weakest: Mapping[Person, float]
    tree: Tree


def partition(
    records: Sequence[str], pairs: Mapping[tuple[str, str], float], settled: Judged, threshold: float
) -> Partition:
    """Put every record into exactly one person.

    Args:
        records: sorted ids.
        pairs: probability of each pair of ids, the smaller id first; pairs that are not there count as 0.
        settled: what reviewers judged; pairs judged different are never together.
        threshold: mean probability between two groups from which they are joined.
    """
    number = {record: place for place, record in enumerate(records)}
    scored = {(number[a], number[b]): p for (a, b), p in pairs.items() if p > 0.0 and (a, b) not in settled.apart}
    sure = sorted((number[a], number[b]) for a, b in settled.together)
    near, apart = _both_ways(scored), _both_ways({(number[a], number[b]): 1.0 for a, b in settled.apart})
    taken: list[Join] = []
    for group in _connected(len(records), [*scored, *sure]):
        if len(group) == 2 and not sure:
            taken.append((group[0], group[1], min(near[group[0]][group[1]], 1.0)))
        else:
            inside = set(group) if sure else set()
            taken += joins(Groups(group, near, apart), len(records) + len(taken), [p for p in sure if p[0] in inside])
    return _accepted(records, _tree(len(records), taken), threshold)


def _both_ways(scored: Mapping[tuple[int, int], float]) -> Mapping[int, Near]:
    found: dict[int, dict[int, float]] = {}
    for (one, other), probability in scored.items():
        found.setdefault(one, {})[other] = probability
        found.setdefault(other, {})[one] = probability
    return found


def _connected(records: int, links: Sequence[tuple[int, int]]) -> Iterator[list[int]]:
    """Groups of two or more connected records, in order of their smallest."""
    if not links:
        return
    ends = np.array(links, dtype=np.int64)
    graph = sparse.coo_array((np.ones(len(ends), dtype=np.int8), (ends[:, 0], ends[:, 1])), shape=(records, records))
    _, label = connected_components(graph, directed=False)
    order = np.argsort(label, kind="stable")
    _, first = np.unique(label[order], return_index=True)
    groups = [order[start:end] for start, end in pairwise([*first.tolist(), records])]
    several = [group for group in groups if len(group) > 1]
    yield from (group.tolist() for group in sorted(several, key=lambda group: int(group[0])))


def _tree(records: int, taken: Sequence[Join]) -> Tree:
    joined = np.array([join[:2] for join in taken], dtype=np.int64).reshape(-1, 2)
    return Tree(records, joined, np.array([join[2] for join in taken], dtype=np.float64))


def _accepted(records: Sequence[str], tree: Tree, threshold: float) -> Partition:
    """The people that the likely joins make."""
    group: dict[int, tuple[Person, float]] = {record: ((name,), 1.0) for record, name in enumerate(records)}
    for join in np.nonzero(tree.probability >= threshold)[0].tolist():
        (one, holds), (other, held) = (group.pop(number) for number in tree.joined[join].tolist())
        group[tree.records + join] = tuple(sorted(one + other)), min(holds, held, float(tree.probability[join]))
    people = dict(group.values())
    return Partition(tuple(sorted(people)), people, tree)
