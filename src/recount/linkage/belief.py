"""What a linkage believes of itself: how many of its joins are right, and how many it should have made."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from recount.linkage.settings import LinkageSettings
from recount.model.people import Links, Resolution

Range = tuple[float, float, float]
"""A believed value between the values it would have were all scores a standard error too high or too low."""


@dataclass(frozen=True, slots=True)
class Belief:
    """`joined` pairs of rows in one person, `right` of them by their probabilities, and `all_true` pairs there are.

    `passed` are pairs that are probably true but below the threshold, summed; `missed` those never compared.
    """

    joined: int
    right: float
    passed: float
    missed: float
    precision: Range
    recall: Range


def belief(links: Links, found: Resolution, settings: LinkageSettings) -> Belief:
    """Precision and recall by the probabilities themselves, which are calibrated on invented cities.

    Source: the sum of the probabilities of accepted pairs estimates how many are right (Fellegi and Sunter 1969,
    J. Am. Stat. Assoc. 64, 1183-1210, sections 2.2 and 3).
    """
    person = {record: victim.id for victim in found.victims for record in victim.records}
    within = [pair.probability for pair in links.pairs if person[pair.left] == person[pair.right]]
    across = [pair.probability for pair in links.pairs if person[pair.left] != person[pair.right]]
    joined = sum(1 for victim in found.victims for _ in combinations(victim.records, 2))
    tries = [_tried(within, across, joined, links.missed, moved * settings.doubt) for moved in (-1.0, 0.0, 1.0)]
    right, passed, missed = tries[1]
    return Belief(joined, right, passed, missed, _precision(tries, joined), _recall(tries))


def _tried(
    within: Sequence[float], across: Sequence[float], joined: int, share: float, moved: float
) -> tuple[float, float, float]:
    """Right joins, likely pairs passed over, and pairs never compared, with all scores moved by so many bits."""
    right = min(_sum(within, moved), joined)
    passed = _sum(across, moved)
    return right, passed, (right + passed) * share / max(1.0 - share, 0.05)


def _sum(probabilities: Iterable[float], moved: float) -> float:
    p = np.clip(np.array(list(probabilities), dtype=np.float64), 1e-9, 1 - 1e-6)
    return float((1.0 / (1.0 + (1.0 - p) / p * 2.0**-moved)).sum())


def _precision(tries: Sequence[tuple[float, float, float]], joined: int) -> Range:
    low, usual, high = (right / joined if joined else 1.0 for right, _, _ in tries)
    return low, usual, high


def _recall(tries: Sequence[tuple[float, float, float]]) -> Range:
    shares = [right / (right + passed + missed) if right + passed + missed else 1.0 for right, passed, missed in tries]
    return min(shares), shares[1], max(shares)
