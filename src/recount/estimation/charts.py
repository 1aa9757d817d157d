"""Drawing: scales, and shapes of a picture that needs no script and can be read aloud."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

import numpy as np

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_LONG = 6.0


@dataclass(frozen=True, slots=True)
class Scale:
    """From numbers to places: `low` stands at `start`, `high` at `end`; by ratios where `log`."""

    low: float
    high: float
    start: float
    end: float
    log: bool = False

    def __call__(self, value: float) -> float:
        low, high, at = (np.log([self.low, self.high, max(value, 1e-9)])) if self.log else (self.low, self.high, value)
        return float(self.start + (at - low) / (high - low) * (self.end - self.start))

    def ticks(self, about: int = 5) -> list[float]:
        """Round numbers inside the scale."""
        if self.log:
            found = [step * 10.0**power for power in range(-1, 12) for step in (1.0, 2.0, 5.0)]
            inside = [tick for tick in found if self.low <= tick <= self.high]
            if len(inside) > 1:
                return inside
        rough = (self.high - self.low) / about
        unit = 10.0 ** np.floor(np.log10(rough))
        step = next(one * unit for one in _STEPS if one * unit >= rough)
        first = np.ceil(self.low / step)
        return [float((first + place) * step) for place in range(int((self.high / step) - first) + 1)]


def scale_for(values: Iterable[float], start: float, end: float) -> Scale:
    """A scale that holds all values with a margin, by ratios where they are far apart."""
    known = [value for value in values if np.isfinite(value) and value > 0] or [1.0, 2.0]
    low, high = min(known), max(known)
    if high <= low * 1.001:
        low, high = low * 0.9, high * 1.1
    if high / low > _LONG:
        return Scale(low / 1.06, high * 1.06, start, end, log=True)
    margin = 0.05 * (high - low)
    return Scale(max(low - margin, 0.0), high + margin, start, end)


def picture(title: str, says: str, size: tuple[float, float], parts: Iterable[str]) -> str:
    """An image with a title and a description for those who do not see it."""
    wide, high = size
    return (
        f'<svg viewBox="0 0 {wide:g} {high:g}" role="img" aria-label="{escape(f"{title}. {says}")}" '
        f'xmlns="http://www.w3.org/2000/svg"><title>{escape(title)}</title><desc>{escape(says)}</desc>'
        f"{''.join(parts)}</svg>"
    )


def line(one: tuple[float, float], other: tuple[float, float], kind: str = "line") -> str:
    """A straight line."""
    return f'<line class="{kind}" x1="{one[0]:.1f}" y1="{one[1]:.1f}" x2="{other[0]:.1f}" y2="{other[1]:.1f}"/>'


def box(corner: tuple[float, float], wide: float, high: float, kind: str = "bar") -> str:
    """A filled box."""
    return f'<rect class="{kind}" x="{corner[0]:.1f}" y="{corner[1]:.1f}" width="{wide:.1f}" height="{high:.1f}"/>'


def dot(centre: tuple[float, float], radius: float = 4.5, kind: str = "dot") -> str:
    """A filled circle."""
    return f'<circle class="{kind}" cx="{centre[0]:.1f}" cy="{centre[1]:.1f}" r="{radius:g}"/>'


def words(place: tuple[float, float], said: str, kind: str = "start") -> str:
    """Text; `kind` is start, middle or end, and says where the place lies."""
    return f'<text class="{kind}" x="{place[0]:.1f}" y="{place[1]:.1f}">{escape(said)}</text>'


def path(points: Iterable[tuple[float, float]], kind: str = "path") -> str:
    """A line through points."""
    return f'<polyline class="{kind}" points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in points)}"/>'


def across(scale: Scale, top: float, bottom: float, label: str = "people") -> list[str]:
    """The axis at the foot, with a faint line at every tick."""
    parts: list[str] = []
    last = -1e9
    for tick in scale.ticks():
        place = scale(tick)
        parts.append(line((place, top), (place, bottom), "grid"))
        if place - last > 55:
            parts.append(words((place, bottom + 17), f"{tick:,.0f}" if tick >= 10 else f"{tick:g}", "middle"))
            last = place
    return [*parts, words(((scale.start + scale.end) / 2, bottom + 36), label, "middle")]
