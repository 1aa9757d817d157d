"""Military grid references (MGRS), as official statements give places: checked, and turned into coordinates.

Source: the lettering is that of NGA.STND.0037 (2014), section 3; from UTM to degrees by the series of Krueger (1912)
to third order, which is exact to a millimetre inside a zone.
"""

import math
import re
from dataclasses import dataclass

from recount.extraction.rows.told import Unread

_LIKE = re.compile(r"\d{1,4}\s*[A-Za-z]\s*[A-Za-z]{2}\s*(?:\d\s*){4,}")
_SOUND = re.compile(r"0?([1-9]|[1-5]\d|60)([C-HJ-NP-X])([A-HJ-NP-Z])([A-HJ-NP-V])(\d{4,10})")
_BANDS = "CDEFGHJKLMNPQRSTUVWX"
_COLUMNS = ("ABCDEFGH", "JKLMNPQR", "STUVWXYZ")
_ROWS = "ABCDEFGHJKLMNPQRSTUV"
_SQUARE, _CYCLE = 100_000, 2_000_000
_REMEDY = "correct it in hand/corrections.csv, with the reason"

_FLATTENING = 1 / 298.257223563  # WGS 84
_N = _FLATTENING / (2 - _FLATTENING)
_RADIUS = 6_378_137 / (1 + _N) * (1 + _N**2 / 4 + _N**4 / 64)
_SCALE = 0.9996
_BETA = (_N / 2 - 2 * _N**2 / 3 + 37 * _N**3 / 96, _N**2 / 48 + _N**3 / 15, 17 * _N**3 / 480)
_DELTA = (2 * _N - 2 * _N**2 / 3 - 2 * _N**3, 7 * _N**2 / 3 - 8 * _N**3 / 5, 56 * _N**3 / 15)


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
    zone, band, digits = int(match[1]), match[2], match[5]
    if len(digits) % 2:
        raise _unsound(text, "its digits do not fall into two equal halves")
    if match[3] not in _COLUMNS[(zone - 1) % 3]:
        raise _unsound(text, f"zone {zone} has no squares that begin with {match[3]}")
    half = len(digits) // 2
    side = 10 ** (5 - half)
    east = (_COLUMNS[(zone - 1) % 3].index(match[3]) + 1) * _SQUARE + int(digits[:half]) * side + side / 2
    north = _northing(zone, band, match[4]) + int(digits[half:]) * side + side / 2
    lat, lon = _degrees(zone, east, north)
    if not _bottom(band) - 1 <= lat <= _bottom(band) + 13:
        raise _unsound(text, f"its square does not lie in band {band}")
    return Point(round(lat, 6), round(lon, 6), side / 1000 / math.sqrt(2))


def _unsound(text: str, why: str) -> Unread:
    return Unread(f"{text!r} is not a sound MGRS reference: {why}", _REMEDY)


def _bottom(band: str) -> int:
    """The southern edge of a band of latitude, in degrees."""
    return -80 + 8 * _BANDS.index(band)


def _northing(zone: int, band: str, letter: str) -> float:
    """Metres from the equator, negative in the south; the letters repeat every 2,000 km, and the band says which."""
    row = (_ROWS.index(letter) - (0 if zone % 2 else 5)) % 20 * _SQUARE
    lowest = math.floor(_bottom(band) * 110_574 * _SCALE / _SQUARE) * _SQUARE
    return row + math.ceil((lowest - row) / _CYCLE) * _CYCLE


def _degrees(zone: int, east: float, north: float) -> tuple[float, float]:
    xi, eta = north / (_SCALE * _RADIUS), (east - 500_000) / (_SCALE * _RADIUS)
    terms = list(enumerate(_BETA, 1))
    flat = xi - sum(beta * math.sin(2 * j * xi) * math.cosh(2 * j * eta) for j, beta in terms)
    out = eta - sum(beta * math.cos(2 * j * xi) * math.sinh(2 * j * eta) for j, beta in terms)
    chi = math.asin(math.sin(flat) / math.cosh(out))
    lat = chi + sum(delta * math.sin(2 * j * chi) for j, delta in enumerate(_DELTA, 1))
    lon = math.atan2(math.sinh(out), math.cos(flat))
    return math.degrees(lat), zone * 6 - 183 + math.degrees(lon)
