"""One scale for everything that is compared on a page."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, log10

from recount.model.interval import Interval, Number


@dataclass(frozen=True, slots=True)
class Scale:
    """From numbers to percentages of the width; from right to left where the page reads so."""

    low: float
    high: float
    backwards: bool = False

    def at(self, value: Number) -> float:
        """Where a number stands, in percent from the left edge."""
        share = 100 * (min(max(value, self.low), self.high) - self.low) / (self.high - self.low)
        return 100 - share if self.backwards else share

    def span(self, low: Number, high: Number) -> tuple[float, float]:
        """Left edge and width, in percent, of what lies between two numbers."""
        a, b = sorted((self.at(low), self.at(high)))
        return a, b - a

    def ticks(self, about: int = 5) -> list[Number]:
        """Round numbers along the scale."""
        step = _step((self.high - self.low) / about)
        first = ceil(self.low / step)
        marks = [first * step + n * step for n in range(int((self.high - first * step) / step + 1e-9) + 1)]
        return [int(mark) if float(mark).is_integer() else mark for mark in marks]


def _step(width: float) -> float:
    power = 10.0 ** floor(log10(width))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= width * 0.999)


def scale_for(intervals: Iterable[Interval], *, backwards: bool = False, from_zero: bool = True) -> Scale:
    """A scale that holds all ends, from zero unless told otherwise, with room for what is open upwards."""
    ends: list[Number] = []
    room = 1.04
    for interval in intervals:
        ends += [end for end in (interval.low, interval.high) if end is not None]
        if interval.known and interval.high is None:
            room = 1.2
    top = max(ends, default=1) or 1
    if from_zero:
        return Scale(0, top * room, backwards)
    low = min(ends, default=0)
    margin = max((top - low) * 0.35, top * 0.004, 1)
    return Scale(max(0, low - margin), top + margin, backwards)


def pc(value: float) -> str:
    """A percentage, short."""
    return f"{value:.2f}".rstrip("0").rstrip(".") + "%"
