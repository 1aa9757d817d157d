"""Coordinates in cells: latitude and longitude, both in one cell, or a military grid reference."""

import math
import re
from dataclasses import dataclass

from recount.extraction.rows import mgrs
from recount.extraction.rows.sheet import Entry
from recount.extraction.rows.told import Unread
from recount.extraction.rows.words import plain
from recount.model.codes import PlacePrecision

_PAIR = re.compile(r"\(?\s*(-?\d{1,3}(?:[.٫]\d+)?)\s*°?\s*[,;،]\s*(-?\d{1,3}(?:[.٫]\d+)?)\s*°?\s*\)?")
_REMEDY = "write decimal degrees (WGS 84), or leave it empty"
_APART_KM = 1.0


@dataclass(frozen=True, slots=True)
class Point:
    """A point in degrees (WGS 84), how finely it is known as far as its own form says, and what was written."""

    lat: float
    lon: float
    precision: PlacePrecision = PlacePrecision.BUILDING
    radius_km: float | None = None
    written: str = ""


def point(entry: Entry) -> Point | None:
    """Where a row's own coordinates point: `lat` and `lon`, else `coordinates`, else `mgrs`; a difference is told."""
    given = _separate(entry) or entry.read("coordinates", _either)
    grid = entry.read("mgrs", _at_reference)
    if given is None or grid is None:
        return given or grid
    gap = km(given.lat, given.lon, grid.lat, grid.lon)
    if gap > _APART_KM:
        what = f"the grid reference lies {gap:,.1f} km from the coordinates of the same row"
        entry.tell("mgrs", Unread(what, "the coordinates are used; correct what is wrong in hand/corrections.csv"))
    return given


def km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Great-circle distance on a sphere of 6,371 km."""
    a, b = math.radians(lat), math.radians(other_lat)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(min(1.0, half)))


def _separate(entry: Entry) -> Point | None:
    lat = entry.read("lat", lambda text: _degrees(text, "lat", 90))
    lon = entry.read("lon", lambda text: _degrees(text, "lon", 180))
    return None if lat is None or lon is None else Point(lat, lon)


def _degrees(text: str, field: str, most: int) -> float:
    try:
        value = float(plain(text).replace("°", "").replace("٫", "."))
    except ValueError:
        value = math.nan
    if not abs(value) <= most:
        raise Unread(f"{text!r} is not a {field} in degrees", _REMEDY)
    return value


def _either(text: str) -> Point:
    """A pair of degrees, latitude first, or a grid reference."""
    match = _PAIR.fullmatch(plain(text))
    if match is not None:
        return Point(_degrees(match[1], "lat", 90), _degrees(match[2], "lon", 180))
    if mgrs.like(text):
        return _at_reference(text)
    raise Unread(f"{text[:60]!r} is neither two numbers in degrees nor a grid reference", _REMEDY)


def _at_reference(text: str) -> Point:
    found = mgrs.point(text)
    precision = PlacePrecision.BUILDING if found.radius_km < 0.05 else PlacePrecision.NEIGHBOURHOOD
    return Point(found.lat, found.lon, precision, found.radius_km, text)
