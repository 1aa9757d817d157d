"""Draws of the partition: how unsure the joining is, what the scores may be wrong by, and what was missed.

Every join was made at the mean probability of the pairs it brings together, never more than that of the joins within.
From the last join down, a draw takes each join with that probability; where a join is taken, so are all within it.
So two records are together in as many draws as the join that brings them together is probable, and the pairs in one
person are in the mean as many as the probabilities of all pairs add up to. Pairs judged one or two people always are.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from recount.linkage.alternatives import Alternatives
from recount.linkage.partition import Partition, Tree
from recount.linkage.settings import LinkageSettings
from recount.linkage.unseen import Folk
from recount.model.people import Partitions

Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Drawn:
    """Numbers of distinct people, one a draw, and the first draws with everybody in them."""

    people: tuple[int, ...]
    partitions: Partitions


def draws(found: Partition, missed: float, folk: Folk, settings: LinkageSettings) -> Drawn:
    """Draw the partition anew.

    Were the pairs' probabilities all, the spread would be far too small: pairs are not independent of each other. So
    each draw first moves all scores together by an error of calibration, and then joins people whose records were
    never compared, and bodies without a name with somebody another list may name.

    Args:
        found: the accepted people and the joins that made them.
        missed: share of true pairs the engine believes it never compared.
        folk: the accepted people, for what was never compared.
        settings: the number of draws, their seed, the error of calibration and the threshold.
    """
    descent = Descent(found.tree)
    kept = Alternatives(found, settings.threshold)
    lonely = _lonely(found)
    numbers, partitions = [], []
    for draw in range(settings.draws):
        chance = np.random.Generator(np.random.PCG64([settings.seed, draw]))
        joined = descent.drawn(settings.doubt * chance.standard_normal(), chance)
        people = found.tree.records - int(joined.sum())
        expected = missed / max(1.0 - missed, 0.05) * (found.tree.records - people) * lonely
        unseen = min(int(chance.poisson(expected * chance.gamma(2.0, 0.5))), folk.most)
        nameless = round(folk.bodies * chance.random())
        if draw < settings.partitions:
            partitions.append(kept.of(joined, folk.joins(kept.untouched(joined), unseen, nameless, chance)))
            people = kept.people(partitions[-1])
        else:
            people = max(people - unseen - nameless, 1 if found.tree.records else 0)
        numbers.append(people)
    return Drawn(tuple(numbers), Partitions(kept.found, tuple(partitions)))


@dataclass(frozen=True)
class Descent:
    """The tree of joins from the last ones down."""

    tree: Tree

    @cached_property
    def above(self) -> Ints:
        """The join that takes in each join, -1 for the last ones."""
        return self.tree.above[self.tree.records :]

    @cached_property
    def levels(self) -> list[Ints]:
        """The joins by how many take them in."""
        depth = np.zeros(len(self.tree), dtype=np.int64)
        for join in range(len(self.tree) - 1, -1, -1):
            if self.above[join] >= 0:
                depth[join] = depth[self.above[join]] + 1
        order = np.argsort(depth, kind="stable")
        return np.split(order, np.cumsum(np.bincount(depth))[:-1]) if len(depth) else []

    @cached_property
    def odds(self) -> Floats:
        """The odds of each join in bits."""
        with np.errstate(divide="ignore"):
            return np.asarray(np.log2(self.tree.probability) - np.log2(1.0 - self.tree.probability))

    def drawn(self, moved: float, chance: np.random.Generator) -> Bools:
        """Which joins are taken in one draw, with all scores moved by so many bits."""
        probability = 1.0 / (1.0 + np.exp2(-(self.odds + moved)))
        luck, joined = chance.random(len(self.tree)), np.zeros(len(self.tree), dtype=bool)
        for number, rows in enumerate(self.levels):
            if number == 0:
                joined[rows] = luck[rows] < probability[rows]
                continue
            above = self.above[rows]
            rest = np.maximum(1.0 - probability[above], 1e-300)
            joined[rows] = joined[above] | (luck[rows] < (probability[rows] - probability[above]) / rest)
        return joined


def _lonely(found: Partition) -> float:
    """The share of joined pairs that alone hold their person together: only those are felt when they are missed."""
    pairs = sum(len(person) * (len(person) - 1) / 2 for person in found.people)
    alone = sum(1 for person in found.people if len(person) == 2)
    return alone / pairs if pairs else 1.0
