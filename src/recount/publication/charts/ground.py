"""The part of the earth that a map draws: where a point stands, how long a kilometre is, a graticule."""

from collections.abc import Iterable
from math import ceil, cos, radians, sqrt

from recount.publication.charts.scale import pc
from recount.publication.wording import Wording

Point = tuple[float, float, float]
"""Latitude, longitude, and how far around it a place may be, in kilometres."""

_SHAPE = 1.7
_STEPS = (10.0, 5.0, 2.0, 1.0, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005)
_BARS = (500, 200, 100, 50, 20, 10, 5, 2, 1, 0.5)
_DEGREE_KM = 110.57
_ABOVE_BAR = 88
"""How far down, in percent, a degree may be written without meeting the scale bar."""


class Ground:
    """A piece of land as flat as a city is: distances in kilometres around its middle."""

    def __init__(self, points: Iterable[Point]) -> None:
        points = list(points)
        self.lat = sum(lat for lat, _, _ in points) / len(points)
        self.degree = 111.32 * cos(radians(self.lat))
        flat = [(lon * self.degree, -lat * _DEGREE_KM, r) for lat, lon, r in points]
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
        return self.across(lon), 100 * (-lat * _DEGREE_KM - self.top) / self.tall

    def across(self, lon: float) -> float:
        """A longitude in percent of the width."""
        return 100 * (lon * self.degree - self.left) / self.wide

    def length(self, km: float) -> float:
        """A radius in percent of the drawing's diagonal over the root of two, as SVG measures it."""
        return 100 * km / sqrt((self.wide**2 + self.tall**2) / 2)

    def graticule(self, say: Wording) -> str:
        """Lines at round degrees, with their numbers at the edges."""
        step = next((s for s in _STEPS if self.wide / self.degree / s >= 3), _STEPS[-1])
        west, east = self.left / self.degree, (self.left + self.wide) / self.degree
        north, south = -self.top / _DEGREE_KM, -(self.top + self.tall) / _DEGREE_KM
        lines = [self._meridian(step * n, say) for n in range(ceil(west / step), ceil(east / step))]
        lines += [self._parallel(step * n, say) for n in range(ceil(south / step), ceil(north / step))]
        return "".join(lines)

    def _meridian(self, lon: float, say: Wording) -> str:
        x = pc(self.across(lon))
        name = f'<text class="degree minor" x="{x}" y=12 dx=3>{_degrees(lon, "E", "W", say)}</text>'
        return f'<line class=graticule x1="{x}" x2="{x}" y1=0 y2="100%" />{name}'

    def _parallel(self, lat: float, say: Wording) -> str:
        down = self.at(lat, 0.0)[1]
        y = pc(down)
        name = f'<text class="degree minor" x=3 y="{y}" dy=-3>{_degrees(lat, "N", "S", say)}</text>'
        shown = name if down < _ABOVE_BAR else ""
        return f'<line class=graticule x1=0 x2="100%" y1="{y}" y2="{y}" />{shown}'

    def bar(self, say: Wording) -> str:
        """A bar of a round number of kilometres."""
        km = next(length for length in _BARS if length <= self.wide / 4 or length == _BARS[-1])
        width = 100 * km / self.wide
        return (
            f'<g class=bar data-km={km} data-wide={self.wide:.3f}><line class=scalebar x1="3%" x2="{pc(3 + width)}" '
            f'y1="96%" y2="96%" /><text class=scale x="3%" y="94%">{say("map.km", n=say.number(km))}</text></g>'
        )


def _degrees(value: float, up: str, down: str, say: Wording) -> str:
    side = say(f"map.{up if value >= 0 else down}")
    return say("map.degrees", n=say.digits(f"{abs(value):.3f}".rstrip("0").rstrip(".")), side=side)
