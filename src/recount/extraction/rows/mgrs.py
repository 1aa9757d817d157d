"""Military grid references (MGRS), as official statements give places: checked, and turned into coordinates.

The arithmetic is that of NGA's GEOTRANS, through the library `mgrs`, which says no more than that a reference is wrong;
what is wrong with it is found here, by the lettering of NGA.STND.0037 (2014), section 3.
"""

import math
import re
import warnings
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from recount.extraction.rows.told import Unread

if TYPE_CHECKING:
    from mgrs import MGRS

_LIKE = re.compile(r"\d{1,4}\s*[A-Za-z]\s*[A-Za-z]{2}\s*(?:\d\s*){4,}")
_SOUND = re.compile(r"0?([1-9]|[1-5]\d|60)([C-HJ-NP-X])([A-HJ-NP-Z])([A-HJ-NP-V])(\d{4,10})")
_COLUMNS = ("ABCDEFGH", "JKLMNPQR", "STUVWXYZ")
_REMEDY = "correct it in hand/corrections.csv, with the reason"


@dataclass(frozen=True, slots=True)
class Point:
    """The middle of the square a reference names, in degrees (WGS 84), and the reach of that square."""

    lat: float
    lon: float
    radius_km: float


def like(text: str) -> bool:
    """Whether a cell looks like a grid reference, sound or not."""
    return _LIKE.fullmatch(text.strip()) is not None


def point(text: str) -> Point:
    """Where a reference points.

    Raises:
        Unread: it is malformed; says in what.
    """
    match = _SOUND.fullmatch(re.sub(r"\s", "", text.upper()))
    if match is None:
        raise _unsound(text, "it has a zone from 1 to 60, a band, two letters (never I or O) and up to ten digits")
    zone, band, column, row, digits = int(match[1]), *match.groups()[1:]
    if len(digits) % 2:
        raise _unsound(text, "its digits do not fall into two equal halves")
    if column not in _COLUMNS[(zone - 1) % 3]:
        raise _unsound(text, f"zone {zone} has no squares that begin with {column}")
    try:
        lat, lon = _degrees(f"{zone:02}{band}{column}{row}{digits}")
    except ValueError as error:
        raise _unsound(text, f"its square does not lie in zone {zone}, band {band}") from error
    side = 10 ** (5 - len(digits) // 2)
    return Point(round(lat, 6), round(lon, 6), side / 1000 / math.sqrt(2))


def _unsound(text: str, why: str) -> Unread:
    return Unread(f"{text!r} is not a sound MGRS reference: {why}", _REMEDY)


def _degrees(reference: str) -> tuple[float, float]:
    """Latitude and longitude of the middle of a square.

    Raises:
        ValueError: no such square; one that only a warning would tell of lies beyond the edge of its band.
    """
    from mgrs.core import MGRSError

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            lat, lon = _converter().toLatLon(reference)
        except (MGRSError, RuntimeWarning) as error:
            raise ValueError(reference) from error
    return float(lat), float(lon)


@lru_cache(maxsize=1)
def _converter() -> "MGRS":
    from mgrs import MGRS

    return MGRS()
