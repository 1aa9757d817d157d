"""Chance that is the same everywhere: only `random()` of the standard library is promised never to change."""

import hashlib
import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Chance:
    """A stream of chance with a name; streams of other names are independent of it.

    All draws are sums, products and comparisons of `random.Random.random()`, whose sequence Python guarantees;
    logarithms and powers, which differ in the last digit between machines, are not used.
    """

    def __init__(self, seed: int, *names: object) -> None:
        label = "/".join([str(seed), *map(str, names)])
        self._random = random.Random(int.from_bytes(hashlib.sha256(label.encode()).digest(), "big"))

    def unit(self) -> float:
        """A number from 0 up to but without 1."""
        return self._random.random()

    def yes(self, probability: float) -> bool:
        """True with this probability."""
        return self.unit() < probability

    def below(self, stop: int) -> int:
        """A whole number from 0 up to but without `stop`."""
        return int(self.unit() * stop)

    def between(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""
        return low + self.below(high - low + 1)

    def bell(self) -> float:
        """Close to a standard normal draw: twelve uniform ones added up."""
        return sum(self.unit() for _ in range(12)) - 6.0

    def heavy(self, most: int) -> int:
        """A whole number from 1 to `most` with a heavy tail: at least k with probability about 1/k."""
        return min(most, int(1.0 / (1.0 - self.unit())))

    def pick(self, things: Sequence[T]) -> T:
        """One of the things, all alike."""
        return things[self.below(len(things))]

    def weighted(self, things: Sequence[T], weights: Sequence[float]) -> T:
        """One of the things, by weight."""
        left = self.unit() * sum(weights)
        for thing, weight in zip(things, weights, strict=True):
            left -= weight
            if left < 0:
                return thing
        return things[-1]

    def shuffled(self, things: Sequence[T]) -> list[T]:
        """The things in a random order."""
        order = list(things)
        for last in range(len(order) - 1, 0, -1):
            other = self.below(last + 1)
            order[last], order[other] = order[other], order[last]
        return order

    def some(self, things: Sequence[T], number: int) -> list[T]:
        """That many different ones of the things, in a random order."""
        return self.shuffled(things)[:number]
