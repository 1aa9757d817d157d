"""When two accounts may be one event: place with its precision, and time."""

from datetime import timedelta
from math import asin, cos, floor, radians, sin, sqrt

from recount.clustering.settings import ClusteringSettings
from recount.model.codes import PlacePrecision
from recount.model.values import Period, Place

FINE = (PlacePrecision.BUILDING, PlacePrecision.NEIGHBOURHOOD)
"""Precisions at which one place can tell one event from another on the same day."""

LONGEST_EVENT_DAYS = 3
"""A longer period describes a battle or a month, not one event."""


def locates_an_event(place: Place | None, period: Period | None) -> bool:
    """Whether a place and a time are fine enough to say which event is meant."""
    if place is None or period is None or period.days is None:
        return False
    return place.precision in FINE and period.days <= LONGEST_EVENT_DAYS


def locates_within(place: Place | None, period: Period | None, case: tuple[str, ...] | None) -> bool:
    """Whether a place and a time say which event is meant in a case of this extent.

    In a case of a whole country a town and a day do; in a case of one town they do not. `case` is the path of the place
    the case is about, () where it is about no place, None where only what is finer than a town counts.
    """
    if locates_an_event(place, period):
        return True
    if place is None or period is None or case is None:
        return False
    inside = len(place.path) > len(case) and place.path[: len(case)] == case
    return inside and period.days == 1 and place.precision is PlacePrecision.CITY


def one_time(a: Period, b: Period, days: int) -> bool:
    """Whether two periods overlap once each is widened by the tolerance."""
    margin = timedelta(days=days)
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return False
    return a.start - margin <= b.end and b.start - margin <= a.end


def gap_days(a: Period, b: Period) -> int | None:
    """Days between two periods, 0 where they overlap; None where an end is open."""
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return None
    return max(0, (a.start - b.end).days, (b.start - a.end).days)


def cell(lat: float, lon: float) -> tuple[int, int]:
    """The square of a hundredth of a degree (1.1 km from south to north) that a point lies in."""
    return floor(lat * 100), floor(lon * 100)


def one_place(a: Place, b: Place, settings: ClusteringSettings) -> bool:
    """Whether one place lies in the other, or their points are near given how poorly each is known."""
    if a.inside(b) or b.inside(a):
        return True
    gap = distance_km(a, b)
    if gap is None or a.precision is not PlacePrecision.BUILDING or b.precision is not PlacePrecision.BUILDING:
        return False
    return gap <= settings.radius_km + (a.radius_km or 0) + (b.radius_km or 0)


def distance_km(a: Place, b: Place) -> float | None:
    """Great-circle distance (haversine, mean Earth radius 6,371 km), None where a point is missing."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    lat_a, lat_b = radians(a.lat), radians(b.lat)
    half = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin(radians(b.lon - a.lon) / 2) ** 2
    return 2 * 6371.0 * asin(sqrt(half))
