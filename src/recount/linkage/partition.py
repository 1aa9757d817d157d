"""Records put into people: average linkage within connected groups, bound by what reviewers judged."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from recount.linkage.judged import Judged, groups

_LARGEST = 300


@dataclass(frozen=True, slots=True)
class Step:
    """Two groups of records met at a mean probability: `joined` when it reached the threshold."""

    probability: float
    joined: bool
    size: int


@dataclass(frozen=True, slots=True)
class Partition:
    """People as sorted tuples of record ids, the smallest probability that holds each together, and all steps."""

    people: tuple[tuple[str, ...], ...]
    weakest: Mapping[tuple[str, ...], float]
    steps: tuple[Step, ...]


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
    scored = {pair: p for pair, p in pairs.items() if pair not in settled.apart}
    scored |= dict.fromkeys(settled.together, 1.0)
    people: list[tuple[str, ...]] = []
    weakest: dict[tuple[str, ...], float] = {}
    steps: list[Step] = []
    for component in _components(records, scored, 0.0):
        found, taken = _joined(component, scored, settled, threshold)
        steps += taken
        for person, probability in found:
            people.append(person)
            weakest[person] = probability
    return Partition(tuple(sorted(people)), weakest, tuple(steps))


def _components(records: Sequence[str], scored: Mapping[tuple[str, str], float], floor: float) -> list[tuple[str, ...]]:
    """Connected records, sorted; a component too large to be people is cut at its weakest links."""
    links = [pair for pair, probability in sorted(scored.items()) if probability >= floor]
    found: dict[str, list[str]] = {}
    for record, root in groups(records, links).items():
        found.setdefault(root, []).append(record)
    components: list[tuple[str, ...]] = []
    for members in found.values():
        if len(members) <= _LARGEST or floor >= 0.95:
            components.append(tuple(members))
        else:
            inside = set(members)
            part = {pair: p for pair, p in scored.items() if pair[0] in inside and pair[1] in inside}
            components += _components(members, part, floor + 0.15)
    return components


def _joined(
    component: Sequence[str], scored: Mapping[tuple[str, str], float], settled: Judged, threshold: float
) -> tuple[list[tuple[tuple[str, ...], float]], list[Step]]:
    """Average linkage: join the two groups with the highest mean probability until none reaches the threshold."""
    if len(component) == 1:
        return [((component[0],), 1.0)], []
    total, free = _tables(component, scored, settled)
    size = np.ones(len(component))
    members: list[list[str]] = [[record] for record in component]
    holds = [1.0] * len(component)
    done: dict[int, tuple[tuple[str, ...], float]] = {}
    steps: list[Step] = []
    while True:
        mean = np.where(free, total / np.outer(size, size), -1.0)
        one, other = divmod(int(np.argmax(mean)), len(component))
        probability = float(mean[one, other])
        if probability <= 0.0:
            break
        one, other = sorted((one, other))
        joined = probability >= threshold
        if not joined:
            # From here on the steps only tell the draws how unsure the number of people is.
            done |= {p: (tuple(sorted(m)), holds[p]) for p, m in enumerate(members) if m and p not in done}
        steps.append(Step(min(probability, 1.0), joined, len(members[one]) + len(members[other])))
        holds[one] = min(holds[one], holds[other], probability)
        members[one], members[other] = members[one] + members[other], []
        _merge(total, free, size, one, other)
    people = done or {p: (tuple(sorted(m)), holds[p]) for p, m in enumerate(members) if m}
    return [(person, min(probability, 1.0)) for person, probability in people.values()], steps


def _tables(
    component: Sequence[str], scored: Mapping[tuple[str, str], float], settled: Judged
) -> tuple[np.ndarray, np.ndarray]:
    place = {record: number for number, record in enumerate(component)}
    count = len(component)
    total = np.zeros((count, count))
    free = ~np.eye(count, dtype=bool)
    for one, other in _pairs(component):
        total[place[one], place[other]] = total[place[other], place[one]] = scored.get((one, other), 0.0)
        if (one, other) in settled.together:
            total[place[one], place[other]] = total[place[other], place[one]] = 1e9
        if (one, other) in settled.apart:
            free[place[one], place[other]] = free[place[other], place[one]] = False
    return total, free


def _pairs(component: Sequence[str]) -> list[tuple[str, str]]:
    return [(one, other) for number, one in enumerate(component) for other in component[number + 1 :]]


def _merge(total: np.ndarray, free: np.ndarray, size: np.ndarray, one: int, other: int) -> None:
    """Put the second group into the first, in place."""
    total[one] += total[other]
    total[:, one] += total[:, other]
    both = free[one] & free[other]
    free[one] = free[:, one] = both
    free[other] = free[:, other] = False
    free[one, one] = False
    size[one] += size[other]
