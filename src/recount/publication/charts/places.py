"""A plain map without tiles: each event a disc as large as its place is uncertain."""

from collections.abc import Sequence
from math import cos, radians, sqrt

from markupsafe import Markup, escape

from recount.model.codes import PlacePrecision
from recount.publication.charts.scale import pc
from recount.publication.public import PublicIncident, PublicPlace
from recount.publication.wording import Wording

_RADIUS_KM = {
    PlacePrecision.BUILDING: 0.1,
    PlacePrecision.NEIGHBOURHOOD: 0.6,
    PlacePrecision.DISTRICT: 2.5,
    PlacePrecision.CITY: 8.0,
    PlacePrecision.REGION: 40.0,
    PlacePrecision.COUNTRY: 200.0,
}
WIDEST_KM = 15.0
"""A place known less finely than this is named under the map instead of covering it."""


def mapped(incidents: Sequence[PublicIncident]) -> list[PublicIncident]:
    """The events that can be drawn."""
    return [i for i in incidents if i.place is not None and _drawable(i.place)]


def _drawable(place: PublicPlace) -> bool:
    return place.lat is not None and place.lon is not None and radius(place) <= WIDEST_KM


def radius(place: PublicPlace) -> float:
    """How far from its point a place may be, in kilometres."""
    return place.radius_km if place.radius_km is not None else _RADIUS_KM[place.precision]


def schematic(incidents: Sequence[PublicIncident], say: Wording, root: str, title: str) -> Markup:
    """All events that have a point, the least certain drawn first; empty where fewer than two places have one."""
    drawn = [(i, i.place) for i in mapped(incidents) if i.place is not None]
    points = {(place.lat, place.lon) for _, place in drawn}
    if len(points) < 2:
        return Markup("")
    box = _Box([(place.lat or 0.0, place.lon or 0.0, radius(place)) for _, place in drawn])
    drawn.sort(key=lambda pair: (-radius(pair[1]), pair[0].id))
    discs = "".join(_disc(box, incident, place, say, root) for incident, place in drawn)
    return Markup(
        f'<svg class="map" width="100%" style="aspect-ratio:{box.wide / box.tall:.3f}" role="group" '
        f'aria-label="{escape(title)}"><title>{escape(title)}</title>'
        f'<rect class="ground" width="100%" height="100%"/>{discs}{_bar(box, say)}</svg>'
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
        if self.wide < self.tall * 1.2:
            self.left -= (self.tall * 1.2 - self.wide) / 2
            self.wide = self.tall * 1.2

    def at(self, lat: float, lon: float) -> tuple[float, float]:
        """A point in percent of width and height."""
        x = (lon * 111.32 * cos(radians(self.lat)) - self.left) / self.wide
        return 100 * x, 100 * (-lat * 110.57 - self.top) / self.tall

    def length(self, km: float) -> float:
        """A radius in percent of the drawing's diagonal over the root of two, as SVG measures it."""
        return 100 * km / sqrt((self.wide**2 + self.tall**2) / 2)


def _disc(box: _Box, incident: PublicIncident, place: PublicPlace, say: Wording, root: str) -> str:
    x, y = box.at(place.lat or 0.0, place.lon or 0.0)
    r = max(box.length(radius(place)), 0.7)
    precision = say.code_word("precision", place.precision.value)
    name = (
        f"{say.place(place).striptags()} ({precision}), {say.period(incident.period)}: {say.interval(incident.killed)}"
    )
    return (
        f'<a href="{root}{escape(incident.href)}"><title>{escape(name)}</title>'
        f'<circle class="disc {place.precision.value}" cx="{pc(x)}" cy="{pc(y)}" r="{pc(r)}"/>'
        f'<circle class="point" cx="{pc(x)}" cy="{pc(y)}" r="2.5"/></a>'
    )


def _bar(box: _Box, say: Wording) -> str:
    km = next(length for length in (50, 20, 10, 5, 2, 1, 0.5) if length <= box.wide / 4 or length == 0.5)
    width = 100 * km / box.wide
    return (
        f'<line class="scalebar" x1="3%" x2="{pc(3 + width)}" y1="96%" y2="96%"/>'
        f'<text class="scale" x="3%" y="94%">{escape(say("map.km", n=say.number(km)))}</text>'
    )
