"""Which tellings are of one event: each candidate weighed against the others of its source, and against none."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import exp

from recount.clustering.likeness import likeness
from recount.clustering.nearness import cell, cells_around
from recount.clustering.settings import ClusteringSettings
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
    around, shelf = surroundings(tellings), _Shelf(tellings)
    chances: dict[tuple[str, str], float] = {}
    for telling in tellings:
        for other, chance in _chances(telling, shelf.near(telling, settings), around, settings):
            key = (min(telling.id, other), max(telling.id, other))
            chances[key] = min(chance, chances.get(key, 1.0))
    found = [Pair(one, other, chance) for (one, other), chance in chances.items() if chance >= settings.doubtful]
    return sorted(found, key=lambda pair: (-pair.probability, pair.one, pair.other))


def _chances(
    telling: Telling, near: Sequence[Telling], around: dict[str, Surroundings], settings: ClusteringSettings
) -> Iterator[tuple[str, float]]:
    """The chance of each candidate, source by source: a source's own events exclude each other."""
    weights: dict[str, list[tuple[Telling, float]]] = {}
    for other in near:
        found = likeness(telling, other, around[other.source], settings)
        if found is not None:
            weight = exp(min(50.0, found.log_odds)) * KNOWN_TO_ANOTHER
            weights.setdefault(other.source, []).append((other, weight))
    for candidates in weights.values():
        for other, weight in candidates:
            rivals = sum(more for rival, more in candidates if _excludes(other, rival))
            yield other.id, weight / (weight + rivals + 1 - KNOWN_TO_ANOTHER)


def _excludes(one: Telling, other: Telling) -> bool:
    """Two codes of a source are two events; two reports without codes are where place or day differ."""
    if one.id == other.id:
        return False
    return one.code is not None or one.spot != other.spot


class _Shelf:
    """Tellings by day and place, so that each is compared with few others."""

    def __init__(self, tellings: Iterable[Telling]) -> None:
        self._found: dict[tuple[int, object], list[Telling]] = {}
        for telling in tellings:
            for day in telling.days:
                for key in _keys(telling):
                    self._found.setdefault((day, key), []).append(telling)

    def near(self, telling: Telling, settings: ClusteringSettings) -> list[Telling]:
        """Those of other sources, or of other reports, within the days, in the place, around it, or near the point."""
        days = range(telling.days.start - settings.days, telling.days.stop + settings.days)
        found = {
            other.id: other
            for day in days
            for key in _asked(telling)
            for other in self._found.get((day, key), ())
            if other.id != telling.id and (telling.code is None or other.source != telling.source)
        }
        return [found[one] for one in sorted(found)]


def _keys(telling: Telling) -> list[object]:
    """Where a telling stands: at its place, inside each wider one, and at its point."""
    path = telling.place.path
    wider: list[object] = [("inside", place) for place in path]
    at: list[object] = [("at", path[-1])] if path else []
    return [*at, *wider, *([("point", cell(*telling.point))] if telling.point is not None else [])]


def _asked(telling: Telling) -> list[object]:
    """Where those may stand that could be the same: in its place, at each wider one, and around its point."""
    path = telling.place.path
    inside: list[object] = [("inside", path[-1])] if path else []
    wider: list[object] = [("at", place) for place in path[:-1]]
    points: list[object] = [("point", one) for one in cells_around(*telling.point)] if telling.point else []
    return [*inside, *wider, *points]
