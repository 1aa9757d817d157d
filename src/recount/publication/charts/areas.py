"""Boundaries that a case brings with it, drawn below everything that happened."""

from collections.abc import Sequence
from itertools import groupby

from markupsafe import escape

from recount.publication.charts.ground import Ground
from recount.publication.charts.scale import pc
from recount.publication.public import PublicBoundary
from recount.publication.wording import Wording

FINE = 1000
"""Steps across the map between which points of a line can be told apart."""


def outlines(ground: Ground, areas: Sequence[PublicBoundary], say: Wording) -> str:
    """Every area as a line with its name for those who point at it or hear it, and written at its upper edge."""
    if not areas:
        return ""
    drawn = "".join(_area(ground, area, say) for area in areas)
    box = f'viewBox="0 0 {FINE} {FINE}" preserveAspectRatio=none width="100%" height="100%"'
    return f"<svg {box}>{drawn}</svg>{''.join(_name(ground, area, say) for area in areas)}"


def _area(ground: Ground, area: PublicBoundary, say: Wording) -> str:
    rings = "".join(_line(ground, ring) for ring in area.rings)
    return f'<path class=area d="{rings}"><title>{escape(say.words(area.words).striptags())}</title></path>'


def _line(ground: Ground, ring: Sequence[tuple[float, float]]) -> str:
    """A ring in steps of the drawing; points that fall on one step are one."""
    steps = [ground.at(lat, lon) for lon, lat in ring]
    points = [point for point, _ in groupby((round(x * FINE / 100), round(y * FINE / 100)) for x, y in steps)]
    return "M" + "L".join(f"{x} {y}" for x, y in points) + "Z"


def _name(ground: Ground, area: PublicBoundary, say: Wording) -> str:
    """The name just inside the highest point, where that lies on the map."""
    places = [ground.at(lat, lon) for ring in area.rings[:1] for lon, lat in ring]
    x = (min(x for x, _ in places) + max(x for x, _ in places)) / 2
    y = min(y for _, y in places)
    if not (5 < x < 95 and 0 < y < 90):
        return ""
    name = escape(say.words(area.words).striptags())
    return f'<text class="areaname minor" x="{pc(x)}" y="{pc(y)}" dy=16>{name}</text>'
