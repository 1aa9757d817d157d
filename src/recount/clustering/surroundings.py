"""How much else a source tells: how many events of its own it has near a place on any day, with which features.

Agreement means little where it is common. A source with an event a day in one quarter has one beside any other
account of that quarter; a source that was there once in a year does not.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from recount.clustering.nearness import cell
from recount.clustering.tellings import Telling
from recount.model.codes import Cause
from recount.model.interval import Interval
from recount.model.values import Place

_SHORTEST_SPAN = 30
"""Days over which a source's events are taken to be spread at least, so that a short list is not taken for a war."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The events of one source, counted by place, cause and number; a source's several reports of one place and day
    are one event. The telling that is compared is among them, and stands for the one event more that keeps what is rare
    from being impossible."""

    events: int
    span: int
    inside: Counter[str] = field(default_factory=Counter)
    at: Counter[str] = field(default_factory=Counter)
    cells: Counter[tuple[int, int]] = field(default_factory=Counter)
    causes: Counter[Cause | None] = field(default_factory=Counter)
    lows: tuple[int, ...] = ()
    highs: tuple[int, ...] = ()

    def a_day(self, place: Place) -> float:
        """Events of the source on any one day in this place, around it, or in the places it lies in."""
        inside = self.inside[place.id] if place.path else 0
        around = sum(self.at[wider] for wider in place.path[:-1])
        near = 0 if place.path or place.lat is None or place.lon is None else self.cells[cell(place.lat, place.lon)]
        return max(1, inside + around + near) / self.span

    def share_of_cause(self, cause: Cause) -> float:
        """The share of events with this cause, of those that have one."""
        known = sum(number for one, number in self.causes.items() if one is not None)
        return max(1, self.causes[cause]) / (known + 1)

    def share_of_numbers(self, killed: Interval) -> float:
        """The share of events whose number of killed overlaps this one, of those that have a number."""
        if killed.low is None or killed.high is None:
            return 1.0
        above = len(self.lows) - bisect_right(self.lows, killed.high)
        below = bisect_left(self.highs, killed.low)
        return max(1, len(self.lows) - above - below) / (len(self.lows) + 1)


def surroundings(tellings: Sequence[Telling]) -> dict[str, Surroundings]:
    """What each source tells, by source."""
    span = _span(tellings)
    by_source: dict[str, dict[object, Telling]] = {}
    for telling in tellings:
        key = telling.code or telling.spot
        by_source.setdefault(telling.source, {}).setdefault(key, telling)
    return {source: _count(list(events.values()), span) for source, events in sorted(by_source.items())}


def _span(tellings: Sequence[Telling]) -> int:
    days = [telling.days for telling in tellings]
    if not days:
        return _SHORTEST_SPAN
    return max(_SHORTEST_SPAN, max(one.stop for one in days) - min(one.start for one in days))


def _count(events: Sequence[Telling], span: int) -> Surroundings:
    known = [(one.killed.low, one.killed.high) for one in events]
    numbers = [(int(low), int(high)) for low, high in known if low is not None and high is not None]
    points = [one.point for one in events]
    return Surroundings(
        len(events),
        span,
        Counter(place for one in events for place in one.place.path),
        Counter(one.place.id for one in events),
        Counter(cell(*point) for point in points if point is not None),
        Counter(one.cause for one in events),
        tuple(sorted(low for low, _ in numbers)),
        tuple(sorted(high for _, high in numbers)),
    )
