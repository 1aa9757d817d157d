"""Things with a place and days, laid out so that what may be near something is found without going through all."""

from collections.abc import Iterable, Iterator
from math import ceil, cos, floor, radians
from typing import Generic, TypeVar

from recount.model.values import Place

T = TypeVar("T")
_CELL = 0.01
_KM_A_DEGREE = 111.2
_NOWHERE, _ANYWHERE = ("nowhere",), ("anywhere",)


class Shelf(Generic[T]):
    """Things by day and by place: at it, inside each wider one, and in the square their point lies in."""

    def __init__(self) -> None:
        self._held: dict[int, dict[object, list[tuple[str, T]]]] = {}

    def put(self, name: str, thing: T, place: Place | None, days: Iterable[int]) -> None:
        """Lay a thing out under every day it may belong to."""
        keys = [_ANYWHERE, *_standing(place)]
        for day in days:
            held = self._held.setdefault(day, {})
            for key in keys:
                held.setdefault(key, []).append((name, thing))

    def near(self, place: Place | None, days: Iterable[int], km: float) -> list[T]:
        """What lies in a place, around it or within so many kilometres, on any of these days, in order of name.

        What has no place may lie anywhere; of a place nobody knows, everything of those days is near.
        """
        asked = frozenset(_asked(place, km))
        found: dict[str, T] = {}
        for day in days:
            held = self._held.get(day)
            if held:
                # A wide reach is hundreds of squares, of which a day holds few.
                for key in asked & held.keys():
                    found.update(held[key])
        return [found[name] for name in sorted(found)]


def _standing(place: Place | None) -> list[object]:
    path = place.path if place is not None else ()
    at: list[object] = [("at", path[-1]), *(("inside", wider) for wider in path)] if path else []
    point = [] if place is None or place.lat is None or place.lon is None else [("point", *_cell(place.lat, place.lon))]
    return [*at, *point] or [_NOWHERE]


def _asked(place: Place | None, km: float) -> list[object]:
    path = place.path if place is not None else ()
    inside: list[object] = [("inside", path[-1]), *(("at", wider) for wider in path[:-1])] if path else []
    points = [("point", *cell) for cell in _cells(place, km)]
    return [*inside, *points, _NOWHERE] if inside or points else [_ANYWHERE]


def _cells(place: Place | None, km: float) -> Iterator[tuple[int, int]]:
    if place is None or place.lat is None or place.lon is None:
        return
    row, column = _cell(place.lat, place.lon)
    down = ceil(km / (_KM_A_DEGREE * _CELL))
    right = ceil(km / (_KM_A_DEGREE * _CELL * max(0.1, cos(radians(place.lat)))))
    for south in range(-down, down + 1):
        for east in range(-right, right + 1):
            yield row + south, column + east


def _cell(lat: float, lon: float) -> tuple[int, int]:
    """The square of a hundredth of a degree (1.1 km from south to north) that a point lies in."""
    return floor(lat / _CELL), floor(lon / _CELL)
