"""The boundaries of the invented city: around each half the tightest line that leaves room around its quarters."""

import json
from collections.abc import Iterable
from math import cos, pi, radians, sin

from recount.simulation.places import EAST, WEST, quarters, spots

CREDIT = "recount simulate (simulated)"
ROOM_KM = 0.5
"""Between a quarter's own radius and the boundary."""

_CORNERS = 16
_DEGREE_KM = 110.57
Point = tuple[float, float]


def boundaries() -> str:
    """Both halves of the city as GeoJSON."""
    features = [_feature(half) for half in (EAST, WEST)]
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, indent=1) + "\n"


def _feature(half: str) -> dict[str, object]:
    spot = spots()[half]
    around = [point for quarter in quarters(half) for point in _circle(quarter)]
    ring = _hull(around)
    return {
        "type": "Feature",
        "properties": {"name": spot.name, "name_ar": spot.arabic},
        "geometry": {"type": "Polygon", "coordinates": [[list(point) for point in (*ring, ring[0])]]},
    }


def _circle(quarter: str) -> Iterable[Point]:
    spot = spots()[quarter]
    lat, lon, km = float(spot.lat), float(spot.lon), float(spot.radius_km) + ROOM_KM
    for corner in range(_CORNERS):
        turn = 2 * pi * corner / _CORNERS
        east = km * cos(turn) / (_DEGREE_KM * cos(radians(lat)))
        yield round(lon + east, 4), round(lat + km * sin(turn) / _DEGREE_KM, 4)


def _hull(points: Iterable[Point]) -> list[Point]:
    """The convex hull, counter-clockwise (Andrew's monotone chain)."""
    ordered = sorted(set(points))
    return [*_chain(ordered)[:-1], *_chain(ordered[::-1])[:-1]]


def _chain(points: list[Point]) -> list[Point]:
    made: list[Point] = []
    for point in points:
        while len(made) > 1 and _turn(made[-2], made[-1], point) <= 0:
            made.pop()
        made.append(point)
    return made


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
