"""Slips of the pen: days and places that would fit an event but for two digits (rule 28). Told, never mended."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from math import cos, radians

from recount.model.values import Period, Place

_NEAR_YEARS = 2
_REFERENCE = re.compile(r"\s*\d{1,2}\s*[A-Za-z]\s*[A-Za-z]{2}\s*((?:\d\s*){4,10})")
_KM_A_DEGREE = 111.2
_TOLERANCE = 0.03
"""A grid is turned against the meridians by up to 3 degrees, so a shift is off by up to that share of its length."""


def slipped_days(day: date) -> dict[date, str]:
    """The days somebody may have meant who wrote this one, with what slipped: the year, the month, or digits."""
    found: dict[date, str] = {}
    for year in range(day.year - _NEAR_YEARS, day.year + _NEAR_YEARS + 1):
        _keep(found, day, (year, day.month, day.day), "year")
    for month in (day.month - 1, day.month + 1):
        _keep(found, day, (day.year, month, day.day), "month")
    _keep(found, day, (day.year, day.day, day.month), "day and month")
    _keep(found, day, (day.year, day.month, int(f"{day.day:02}"[::-1])), "digits of the day")
    return found


def _keep(found: dict[date, str], written: date, parts: tuple[int, int, int], what: str) -> None:
    try:
        meant = date(*parts)
    except ValueError:
        return
    if meant != written:
        found.setdefault(meant, what)


def one_day(period: Period | None) -> date | None:
    """The day of a period that is a single day."""
    return period.start if period is not None and period.days == 1 else None


def slipped_place(written: Place, meant: Place) -> str | None:
    """What slipped where a place lies far from another, but with two digits or numbers exchanged would lie in it."""
    if written.lat is None or written.lon is None or meant.lat is None or meant.lon is None:
        return None
    reach = (written.radius_km or 0) + max(meant.radius_km or 0, 0.5)
    target = (meant.lat, meant.lon)
    if _km((written.lat, written.lon), target) <= 2 * reach:
        return None
    if abs(written.lon) <= 90 and _km((written.lon, written.lat), target) <= reach:
        return "latitude and longitude, exchanged"
    for what, east, north in _exchanges(written.written):
        point = _shifted((written.lat, written.lon), east, north)
        if _km(point, target) <= reach + _TOLERANCE * (abs(east) + abs(north)):
            return what
    return None


def _exchanges(reference: str) -> Iterator[tuple[str, float, float]]:
    """What each exchange of neighbouring digits of a grid reference would shift it by, in km east and north."""
    match = _REFERENCE.fullmatch(reference)
    digits = re.sub(r"\s", "", match[1]) if match is not None else ""
    if not digits or len(digits) % 2:
        return
    half = len(digits) // 2
    east, north = digits[:half], digits[half:]
    side = 10.0 ** (2 - half)  # km of one step of the last digit: a square is 100 km wide
    for at in range(half - 1):
        yield "digits of the grid reference", (_turned(east, at) - int(east)) * side, 0.0
        yield "digits of the grid reference", 0.0, (_turned(north, at) - int(north)) * side
    gap = (int(north) - int(east)) * side
    yield "halves of the grid reference", gap, -gap


def _turned(digits: str, at: int) -> int:
    return int(digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :])


def _shifted(point: tuple[float, float], east: float, north: float) -> tuple[float, float]:
    lat, lon = point
    return lat + north / _KM_A_DEGREE, lon + east / (_KM_A_DEGREE * max(0.01, cos(radians(lat))))


def _km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Distance on a plane, near enough below 100 km."""
    north = (a[0] - b[0]) * _KM_A_DEGREE
    east = (a[1] - b[1]) * _KM_A_DEGREE * cos(radians((a[0] + b[0]) / 2))
    return float((north * north + east * east) ** 0.5)


def by_day(events: Iterable[tuple[Period | None, str]]) -> dict[date, list[str]]:
    """Ids of events by their single day."""
    found: dict[date, list[str]] = {}
    for period, one in events:
        day = one_day(period)
        if day is not None:
            found.setdefault(day, []).append(one)
    return found
