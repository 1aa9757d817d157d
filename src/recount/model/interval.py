"""Counts as intervals: every number is a range, either end may be open, and unknown is not zero."""

from dataclasses import dataclass
from math import inf

from recount.errors import ImpossibleCount

Number = int | float


@dataclass(frozen=True, slots=True)
class Interval:
    """The lowest and highest value a quantity may have; an end that nobody stated is None.

    Counts of people are whole numbers and never below zero; shares and ratios use the same type with fractions.
    `Interval(0, 0)` is a stated zero, `Interval()` is *unknown*: nobody gave a figure. A missing low end counts as
    zero in arithmetic and a missing high end as unbounded, but both stay missing in what is shown.
    """

    low: Number | None = None
    high: Number | None = None

    def __post_init__(self) -> None:
        for end in (self.low, self.high):
            if end is not None and not 0 <= end < inf:
                raise ImpossibleCount(f"a count of {end} is not a number from 0 up; leave an end out where it is open")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ImpossibleCount(f"the low end {self.low} is above the high end {self.high}; swap or correct them")

    @property
    def known(self) -> bool:
        """Whether anybody gave a figure at all."""
        return self.low is not None or self.high is not None

    @property
    def floor(self) -> Number:
        """The low end for arithmetic: an unstated one is zero."""
        return 0 if self.low is None else self.low

    @property
    def exact(self) -> bool:
        """Whether both ends are stated and the same."""
        return self.low is not None and self.low == self.high

    def __add__(self, other: "Interval") -> "Interval":
        """Both together, as for two sets of different people. Adding an unknown opens the high end."""
        if not (self.known or other.known):
            return UNKNOWN
        low = None if self.low is None and other.low is None else self.floor + other.floor
        high = None if self.high is None or other.high is None else self.high + other.high
        return Interval(low, high)

    def __sub__(self, other: "Interval") -> "Interval":
        """What is left when a part is taken out of a whole that holds it.

        Raises:
            ImpossibleCount: even the smallest part is larger than the largest whole.
        """
        high = None if self.high is None else self.high - other.floor
        if high is not None and high < 0:
            raise ImpossibleCount(f"{other} cannot be taken out of {self}: the part is larger than the whole")
        low = None if other.high is None or self.low is None else max(0, self.low - other.high)
        return Interval(low, high)

    def hull(self, other: "Interval") -> "Interval":
        """The smallest interval that holds both."""
        low = None if self.low is None or other.low is None else min(self.low, other.low)
        high = None if self.high is None or other.high is None else max(self.high, other.high)
        return Interval(low, high)

    def intersection(self, other: "Interval") -> "Interval | None":
        """The values both allow, or None where there are none."""
        lows = [end for end in (self.low, other.low) if end is not None]
        highs = [end for end in (self.high, other.high) if end is not None]
        low, high = max(lows, default=None), min(highs, default=None)
        if high is not None and (0 if low is None else low) > high:
            return None
        return Interval(low, high)

    def overlaps(self, other: "Interval") -> bool:
        """Whether one value could satisfy both."""
        return self.intersection(other) is not None

    def holds(self, value: Number) -> bool:
        """Whether the value lies inside, ends included."""
        return self.floor <= value and (self.high is None or value <= self.high)

    def times(self, low: Number, high: Number) -> "Interval":
        """Scaled by a factor between `low` and `high`, both from 0 up."""
        return Interval(
            None if self.low is None else self.low * low,
            None if self.high is None else self.high * high,
        )

    def __str__(self) -> str:
        if not self.known:
            return "no figure"
        if self.high is None:
            return f"at least {_shown(self.floor)}"
        if self.low is None:
            return f"up to {_shown(self.high)}"
        return _shown(self.low) if self.low == self.high else f"{_shown(self.low)}–{_shown(self.high)}"


def _shown(value: Number) -> str:
    return f"{value:,}" if isinstance(value, int) else f"{value:,.4g}"


UNKNOWN = Interval()
"""Nobody gave a figure: neither zero nor a denial."""


def exactly(value: Number) -> Interval:
    """A single value."""
    return Interval(value, value)


def at_least(value: Number) -> Interval:
    """A lower bound with nothing said of the high end."""
    return Interval(value, None)


def up_to(value: Number) -> Interval:
    """An upper bound with nothing said of the low end."""
    return Interval(None, value)


def bounds_of_union(parts: list[Interval]) -> Interval:
    """How many people are in sets of unknown overlap: from the largest part to the sum of the parts (rule 20)."""
    if not any(part.known for part in parts):
        return UNKNOWN
    low = max(part.floor for part in parts)
    total = sum((part for part in parts), Interval(0, 0))
    return Interval(low, total.high)


def hull_of(parts: list[Interval]) -> Interval:
    """The smallest interval that holds all parts; unknown for none."""
    hull = parts[0] if parts else UNKNOWN
    for part in parts[1:]:
        hull = hull.hull(part)
    return hull
