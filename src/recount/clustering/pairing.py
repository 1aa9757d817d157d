"""Which tellings are of one event: each candidate weighed against the others of its source, and against none."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import exp

from recount.clustering.likeness import expected, likeness
from recount.clustering.settings import ClusteringSettings
from recount.clustering.shelf import Shelf
from recount.clustering.surroundings import Surroundings, surroundings
from recount.clustering.tellings import Telling

KNOWN_TO_ANOTHER = 0.5
"""How likely another source of the case is to tell of an event as well, before anything is compared."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tellings (by id, the smaller first), and the probability that they are of one event."""

    one: str
    other: str
    probability: float


def pairs(tellings: Sequence[Telling], settings: ClusteringSettings) -> list[Pair]:
    """All pairs with a chance worth telling, the surest first. Both sides must be sure: the lower chance counts."""
    around, shelf = surroundings(tellings), _laid_out(tellings)
    chances: dict[tuple[str, str], float] = {}
    for telling in tellings:
        for other, chance in _chances(telling, _others(telling, shelf, settings), around, settings):
            key = (min(telling.id, other), max(telling.id, other))
            chances[key] = min(chance, chances.get(key, 1.0))
    found = [Pair(one, other, chance) for (one, other), chance in chances.items() if chance >= settings.doubtful]
    return sorted(found, key=lambda pair: (-pair.probability, pair.one, pair.other))


def _chances(
    telling: Telling, near: Sequence[Telling], around: dict[str, Surroundings], settings: ClusteringSettings
) -> Iterator[tuple[str, float]]:
    """The chance of each candidate, source by source: a source's own events exclude each other."""
    weights: dict[str, list[tuple[Telling, float]]] = {}
    worth = {source: expected(telling, around[source]) for source in {other.source for other in near}}
    for other in near:
        log_odds = likeness(telling, other, worth[other.source], settings)
        if log_odds is not None:
            weight = exp(min(50.0, log_odds)) * KNOWN_TO_ANOTHER
            weights.setdefault(other.source, []).append((other, weight))
    for candidates in weights.values():
        alike: dict[object, float] = {}
        for other, weight in candidates:
            alike[_event(other)] = alike.get(_event(other), 0.0) + weight
        everything = sum(alike.values())
        for other, weight in candidates:
            rivals = max(0.0, everything - alike[_event(other)])
            yield other.id, weight / (weight + rivals + 1 - KNOWN_TO_ANOTHER)


def _event(telling: Telling) -> object:
    """What makes two events of one source: two codes, or without codes another place or day."""
    return telling.id if telling.code is not None else telling.spot


def _laid_out(tellings: Iterable[Telling]) -> Shelf[Telling]:
    shelf: Shelf[Telling] = Shelf()
    for telling in tellings:
        for place in telling.places:
            shelf.put(telling.id, telling, place, telling.days)
    return shelf


def _others(telling: Telling, shelf: Shelf[Telling], settings: ClusteringSettings) -> list[Telling]:
    """Those of other sources, or of other reports, within the days, in the place, around it, or near the point."""
    days = range(telling.days.start - settings.days, telling.days.stop + settings.days)
    near = {one.id: one for place in telling.places for one in shelf.near(place, days, settings.radius_km)}
    found = (near[one] for one in sorted(near))
    return [one for one in found if one.id != telling.id and (telling.code is None or one.source != telling.source)]
