"""A plain map without tiles: each event a disc as large as its place is uncertain."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, radians, sqrt

from markupsafe import Markup, escape

from recount.model.codes import PlacePrecision
from recount.publication.charts.scale import pc
from recount.publication.public import Public, PublicIncident, PublicPlace
from recount.publication.wording import Wording

_RADIUS_KM = {
    PlacePrecision.BUILDING: 0.1,
    PlacePrecision.NEIGHBOURHOOD: 0.6,
    PlacePrecision.DISTRICT: 2.5,
}
"""How far from its point a place may be where the gazetteer does not say. A whole city or more is not drawn."""

LABELS = 8
_SHAPE = 1.7


@dataclass(frozen=True, slots=True)
class Spot(Public):
    """A place on the map, with the events there, the earliest first."""

    place: PublicPlace
    incidents: tuple[PublicIncident, ...]

    @property
    def href(self) -> str:
        """The page of its one event, or its part of the page of places."""
        return self.incidents[0].href if len(self.incidents) == 1 else f"incidents/places.html#{self.anchor}"

    @property
    def anchor(self) -> str:
        """Its place on the page of places."""
        return "at-" + self.place.id.replace(" ", "-")


def spots(incidents: Iterable[PublicIncident]) -> list[Spot]:
    """The places that have events, in order of id."""
    found: dict[str, list[PublicIncident]] = {}
    for incident in incidents:
        if incident.place is not None:
            found.setdefault(incident.place.id, []).append(incident)
    made = [Spot(those[0].place, tuple(those)) for _, those in sorted(found.items()) if those[0].place is not None]
    return made


def drawable(place: PublicPlace) -> bool:
    """Whether a place can stand on the map: it has a point and is finer than a city."""
    return place.lat is not None and place.lon is not None and place.precision in _RADIUS_KM


def radius(place: PublicPlace) -> float:
    """How far from its point a place may be, in kilometres."""
    return place.radius_km if place.radius_km is not None else _RADIUS_KM[place.precision]


def schematic(found: Sequence[Spot], say: Wording, root: str, title: str) -> Markup:
    """All places that have a point, the least certain drawn first; empty where fewer than two have one."""
    drawn = sorted((s for s in found if drawable(s.place)), key=lambda s: (-radius(s.place), s.place.id))
    if len({(spot.place.lat, spot.place.lon) for spot in drawn}) < 2:
        return Markup("")
    box = _Box([(spot.place.lat or 0.0, spot.place.lon or 0.0, radius(spot.place)) for spot in drawn])
    discs = "".join(_disc(box, spot, say, root) for spot in drawn)
    largest = sorted(drawn, key=lambda spot: (-len(spot.incidents), spot.place.id))[:LABELS]
    names = "".join(_name(box, spot, say) for spot in largest)
    return Markup(
        f'<svg class="map" width="100%" style="aspect-ratio:{box.wide / box.tall:.3f}" role="group" '
        f'aria-label="{escape(title)}"><title>{escape(title)}</title>'
        f'<rect class="ground" width="100%" height="100%"/>{discs}{names}{_bar(box, say)}</svg>'
    )


class _Box:
    """The part of the earth that is drawn, in kilometres around its middle."""

    def __init__(self, points: list[tuple[float, float, float]]) -> None:
        self.lat = sum(lat for lat, _, _ in points) / len(points)
        flat = [(lon * 111.32 * cos(radians(self.lat)), -lat * 110.57, r) for lat, lon, r in points]
        margin = 0.06 * max(max(x for x, _, _ in flat) - min(x for x, _, _ in flat), 1.0)
        self.left = min(x - r for x, _, r in flat) - margin
        self.top = min(y - r for _, y, r in flat) - margin
        self.wide = max(x + r for x, _, r in flat) + margin - self.left
        self.tall = max(y + r for _, y, r in flat) + margin - self.top
        if self.wide < self.tall * _SHAPE:
            self.left -= (self.tall * _SHAPE - self.wide) / 2
            self.wide = self.tall * _SHAPE

    def at(self, lat: float, lon: float) -> tuple[float, float]:
        """A point in percent of width and height."""
        x = (lon * 111.32 * cos(radians(self.lat)) - self.left) / self.wide
        return 100 * x, 100 * (-lat * 110.57 - self.top) / self.tall

    def length(self, km: float) -> float:
        """A radius in percent of the drawing's diagonal over the root of two, as SVG measures it."""
        return 100 * km / sqrt((self.wide**2 + self.tall**2) / 2)


def _disc(box: _Box, spot: Spot, say: Wording, root: str) -> str:
    place = spot.place
    x, y = box.at(place.lat or 0.0, place.lon or 0.0)
    r = max(box.length(radius(place)), 0.7)
    precision = say.code_word("precision", place.precision.value)
    name = f"{say.place(place).striptags()} ({precision}): {say.count('incident', len(spot.incidents))}"
    return (
        f'<a href="{root}{escape(spot.href)}"><title>{escape(name)}</title>'
        f'<circle class="disc {place.precision.value}" cx="{pc(x)}" cy="{pc(y)}" r="{pc(r)}"/>'
        f'<circle class="point" cx="{pc(x)}" cy="{pc(y)}" r="{1.5 + 0.9 * sqrt(len(spot.incidents)):.1f}"/></a>'
    )


def _name(box: _Box, spot: Spot, say: Wording) -> str:
    x, y = box.at(spot.place.lat or 0.0, spot.place.lon or 0.0)
    up = 5 + 0.9 * sqrt(len(spot.incidents))
    name = escape(say.words(spot.place.words).striptags())
    return f'<text class="name minor" x="{pc(x)}" y="{pc(y)}" dy="-{up:.0f}" text-anchor="middle">{name}</text>'


def _bar(box: _Box, say: Wording) -> str:
    km = next(length for length in (50, 20, 10, 5, 2, 1, 0.5) if length <= box.wide / 4 or length == 0.5)
    width = 100 * km / box.wide
    return (
        f'<line class="scalebar" x1="3%" x2="{pc(3 + width)}" y1="96%" y2="96%"/>'
        f'<text class="scale" x="3%" y="94%">{escape(say("map.km", n=say.number(km)))}</text>'
    )
