"""Places in cells, through the gazetteer; one that it does not hold is kept as written and told."""

import re
from dataclasses import replace

from recount.extraction.rows import mgrs, points
from recount.extraction.rows.codes import code
from recount.extraction.rows.sheet import Entry
from recount.extraction.rows.told import Unread
from recount.language.folding import words
from recount.language.places import Gazetteer
from recount.model.codes import PlacePrecision
from recount.model.values import Place

_ALTERNATIVES = re.compile(r"\s*/\s*|\s+\|\s+")
_FAR_KM = 100.0


def place(entry: Entry) -> Place | None:
    """Where the row says it happened: the name in any script, with the row's own coordinates where it gives any."""
    found = entry.read("place", lambda text: _named(text, entry))
    if found is None or not found.path:
        other = entry.read("place_arabic", lambda text: _named(text, entry))
        found = other if found is None or (other is not None and other.path) else found
    if found is not None and not found.path:
        _tell_unlisted(entry, found)
    at = points.point(entry)
    if at is None:
        return found
    precision = code(entry, "accuracy", PlacePrecision)
    if found is None:
        return Place((), precision or at.precision, at.written, at.lat, at.lon, _reach(precision, at))
    _tell_far(entry, found, at.lat, at.lon)
    reach = found.radius_km if precision is None and at.radius_km is None else _reach(precision, at)
    return replace(found, precision=precision or found.precision, lat=at.lat, lon=at.lon, radius_km=reach)


_REACH_KM = {
    PlacePrecision.BUILDING: 0.05,
    PlacePrecision.NEIGHBOURHOOD: 1.0,
    PlacePrecision.DISTRICT: 25.0,
    PlacePrecision.CITY: 10.0,
    PlacePrecision.REGION: 100.0,
    PlacePrecision.COUNTRY: 500.0,
}
"""How far around a point the event may lie when a source says how finely it located it; 25 km is UCDP's own figure."""


def _reach(precision: PlacePrecision | None, at: points.Point) -> float | None:
    if precision is None:
        return at.radius_km
    return max(_REACH_KM[precision], at.radius_km or 0.0)


def _named(text: str, entry: Entry) -> Place:
    if mgrs.like(text):
        return _at_reference(text)
    gazetteer = entry.sheet.theatre.gazetteer
    found = _found(text, gazetteer)
    if found is not None:
        return replace(found, written=text)
    candidates = [_found(part, gazetteer) for part in _ALTERNATIVES.split(text)]
    if len(candidates) > 1 and all(candidates):
        return _around([each for each in candidates if each is not None], text, gazetteer)
    return Place((), PlacePrecision.COUNTRY, text)


def _found(text: str, gazetteer: Gazetteer) -> Place | None:
    """The gazetteer's place for a name, empty parts between commas left out; None for text without a word."""
    parts = [part for part in text.replace("،", ",").split(",") if words(part)]
    return gazetteer.find(",".join(parts)) if parts else None


def _around(candidates: list[Place], text: str, gazetteer: Gazetteer) -> Place:
    """The narrowest place that holds all candidates: which of them it was stays open."""
    paths = [each.path for each in candidates]
    shared = next(n for n in range(min(map(len, paths)), -1, -1) if len({path[:n] for path in paths}) == 1)
    holder = gazetteer.by_id(paths[0][shared - 1]) if shared else None
    return Place((), PlacePrecision.COUNTRY, text) if holder is None else replace(holder, written=text)


def _at_reference(text: str) -> Place:
    """A place given by a grid reference alone: coordinates without a name."""
    found = mgrs.point(text)
    precision = PlacePrecision.BUILDING if found.radius_km < 0.05 else PlacePrecision.NEIGHBOURHOOD
    return Place((), precision, text, found.lat, found.lon, found.radius_km)


def _tell_unlisted(entry: Entry, found: Place) -> None:
    remedy = "kept as written; add it to places.csv, or correct it"
    entry.tell("place", Unread(f"{found.written[:60]!r} is not in the gazetteer", remedy))


def _tell_far(entry: Entry, found: Place, lat: float, lon: float) -> None:
    """A coordinate far from the place it is given for; latitude and longitude exchanged is the common reason."""
    if found.lat is None or found.lon is None:
        return
    distance = points.km(found.lat, found.lon, lat, lon)
    if distance <= _FAR_KM + (found.radius_km or 0):
        return
    hint = (
        "; the two may be exchanged" if abs(lon) <= 90 and points.km(found.lat, found.lon, lon, lat) <= _FAR_KM else ""
    )
    what = f"lies {distance:,.0f} km from {found.written[:60]!r}{hint}"
    entry.tell("lat", Unread(what, "kept; correct it in hand/corrections.csv, with the reason"))
