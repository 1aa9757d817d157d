"""How far two ways of grouping the same things agree: pair by pair, and thing by thing (B-cubed)."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Agreement:
    """Precision and recall of a grouping against the true one; `things` is how many were compared."""

    things: int
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of both, 0 where both are 0."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def pairwise(found: Mapping[str, str], true: Mapping[str, str]) -> Agreement:
    """Of the pairs put together, the share that belong together, and the other way round.

    Args:
        found: the group each thing was put in.
        true: the group each thing belongs to; things that are not in both are left out.
    """
    both = _both(found, true)
    together = _pairs(Counter(both.values()))
    put = _pairs(Counter(group for group, _ in both.values()))
    belong = _pairs(Counter(group for _, group in both.values()))
    return Agreement(len(both), _share(together, put), _share(together, belong))


def bcubed(found: Mapping[str, str], true: Mapping[str, str]) -> Agreement:
    """The share of each thing's group that belongs with it, averaged over things, and the other way round.

    Source: Bagga & Baldwin (1998), Entity-based cross-document coreferencing using the vector space model.
    """
    both = _both(found, true)
    if not both:
        return Agreement(0, 1.0, 1.0)
    cells = Counter(both.values())
    put = Counter(group for group, _ in both.values())
    belong = Counter(group for _, group in both.values())
    precision = sum(count * count / put[pair[0]] for pair, count in sorted(cells.items()))
    recall = sum(count * count / belong[pair[1]] for pair, count in sorted(cells.items()))
    return Agreement(len(both), precision / len(both), recall / len(both))


def _both(found: Mapping[str, str], true: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    return {thing: (group, true[thing]) for thing, group in found.items() if thing in true}


def _pairs(sizes: Mapping[object, int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes.values())


def _share(part: int, whole: int) -> float:
    """A share of nothing is whole: where there was no pair to find, none was missed."""
    return part / whole if whole else 1.0
