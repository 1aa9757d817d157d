"""Places in cells, through the gazetteer; one that it does not hold is kept as written and told."""

import math
import re
from dataclasses import replace

from recount.extraction.rows import mgrs
from recount.extraction.rows.sheet import Entry
from recount.extraction.rows.told import Unread
from recount.extraction.rows.words import plain
from recount.language.folding import words
from recount.language.places import Gazetteer
from recount.model.codes import PlacePrecision
from recount.model.values import Place

_ALTERNATIVES = re.compile(r"\s*/\s*|\s+\|\s+")
_FAR_KM = 100.0


def place(entry: Entry) -> Place | None:
    """Where the row says it happened, with the row's own coordinates where it gives any."""
    found = entry.read("place", lambda text: _named(text, entry))
    if found is not None and not found.path:
        _tell_unlisted(entry, found)
    lat, lon = _coordinate(entry, "lat", 90), _coordinate(entry, "lon", 180)
    if lat is None or lon is None:
        return found
    if found is None:
        return Place((), PlacePrecision.BUILDING, "", lat, lon)
    _tell_far(entry, found, lat, lon)
    return replace(found, lat=lat, lon=lon)


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
    parts = [part for part in text.split(",") if words(part)]
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


def _coordinate(entry: Entry, field: str, most: int) -> float | None:
    def reader(text: str) -> float:
        try:
            value = float(plain(text).replace("°", "").replace("٫", "."))
        except ValueError:
            value = math.nan
        if not abs(value) <= most:
            raise Unread(f"{text!r} is not a {field} in degrees", "write decimal degrees (WGS 84), or leave it empty")
        return value

    return entry.read(field, reader)


def _tell_far(entry: Entry, found: Place, lat: float, lon: float) -> None:
    """A coordinate far from the place it is given for; latitude and longitude exchanged is the common reason."""
    if found.lat is None or found.lon is None:
        return
    distance = _km(found.lat, found.lon, lat, lon)
    if distance <= _FAR_KM + (found.radius_km or 0):
        return
    hint = "; the two may be exchanged" if abs(lon) <= 90 and _km(found.lat, found.lon, lon, lat) <= _FAR_KM else ""
    what = f"lies {distance:,.0f} km from {found.written[:60]!r}{hint}"
    entry.tell("lat", Unread(what, "kept; correct it in hand/corrections.csv, with the reason"))


def _km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Great-circle distance on a sphere of 6,371 km."""
    a, b = math.radians(lat), math.radians(other_lat)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(min(1.0, half)))
