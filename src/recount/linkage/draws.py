"""Draws of the number of people: how unsure the joining is, what the scores may be wrong by, and what was missed."""

import numpy as np

from recount.linkage.partition import Partition
from recount.linkage.settings import LinkageSettings


def draws(found: Partition, missed: float, bodies: float, settings: LinkageSettings) -> tuple[int, ...]:
    """Numbers of distinct people, one a draw of the whole partition.

    Each step of the joining is drawn by its probability. Were that all, the spread would be far too small: pairs are
    not independent of each other. So each draw first moves all scores together by an error of calibration, and takes
    off people whose records were never compared, and bodies without a name that may be of somebody another list names.

    Args:
        found: the partition and the steps that made it.
        missed: share of true pairs the engine believes it never compared.
        bodies: how many bodies without a name are on another list by name, were they like those with one.
        settings: the number of draws, their seed and the error of calibration.
    """
    records = sum(len(person) for person in found.people)
    chance = np.random.Generator(np.random.PCG64(settings.seed))
    probability = np.clip(np.array([step.probability for step in found.steps]), 0.0, 1.0)
    unsure = probability[(probability > 0.0) & (probability < 1.0)]
    certain = int((probability >= 1.0).sum())
    odds = np.log2(unsure) - np.log2(1 - unsure) if len(unsure) else unsure
    lonely, most = _lonely(found), _most(found)
    numbers = []
    for _ in range(settings.draws):
        moved = 1.0 / (1.0 + np.exp2(-(odds + settings.doubt * chance.standard_normal())))
        joined = certain + int((chance.random(len(moved)) < moved).sum())
        expected = missed / max(1.0 - missed, 0.05) * joined * lonely
        unseen = min(int(chance.poisson(expected * chance.gamma(2.0, 0.5))), most)
        nameless = round(bodies * chance.random())
        numbers.append(max(records - joined - unseen - nameless, 1 if records else 0))
    return tuple(numbers)


def _lonely(found: Partition) -> float:
    """The share of joined pairs that alone hold their person together: only those are felt when they are missed."""
    pairs = sum(len(person) * (len(person) - 1) / 2 for person in found.people)
    alone = sum(1 for person in found.people if len(person) == 2)
    return alone / pairs if pairs else 1.0


def _most(found: Partition) -> int:
    """How many links can be missing at all: each takes a record that stands alone."""
    alone = sum(1 for person in found.people if len(person) == 1)
    return alone if alone < len(found.people) else alone // 2
