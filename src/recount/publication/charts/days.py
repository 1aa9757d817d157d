"""Days along a line: where a day stands, and the months and years that are marked."""

from collections.abc import Iterable
from datetime import date

from recount.publication.charts.scale import Scale, pc
from recount.publication.charts.strips import line
from recount.publication.wording import Wording

MONTHS = 400
"""Days up to which single months are marked; beyond, years."""


def days_scale(days: Iterable[date], *, backwards: bool) -> Scale:
    """A scale that holds all days, with a little room at both ends; at least a month wide."""
    ordinals = [day.toordinal() for day in days]
    low, high = min(ordinals), max(ordinals)
    room = max((high - low) * 0.04, 2, (30 - (high - low)) / 2)
    return Scale(low - room, high + room, backwards)


def at(scale: Scale, day: date) -> float:
    """Where a day stands, in percent from the left."""
    return scale.at(day.toordinal())


def marked(scale: Scale) -> list[date]:
    """The first days of the months or years that are marked."""
    first, last = date.fromordinal(int(scale.low) + 1), date.fromordinal(int(scale.high))
    yearly = scale.high - scale.low > MONTHS
    found = []
    for year in range(first.year, last.year + 1):
        for month in (1,) if yearly else range(1, 13):
            if first <= date(year, month, 1) <= last:
                found.append(date(year, month, 1))
    return found


def calendar(scale: Scale, say: Wording, top: int, bottom: int) -> str:
    """Strokes at the marked days with the names of months or years below."""
    days = marked(scale)
    yearly = scale.high - scale.low > MONTHS
    every = max(1, -(-len(days) // 6))
    parts = []
    for place, day in enumerate(days):
        x = at(scale, day)
        parts.append(line(x, top, bottom, "grid"))
        if place % every == 0 and 4 < x < 96:
            minor = " minor" if place % (every * 2) else ""
            year = say.digits(str(day.year))
            name = year if yearly else f"{say.month_name(day.month)} {year}" if place == 0 or day.month == 1 else ""
            parts.append(
                f'<text class="scale{minor}" x="{pc(x)}" y="{bottom + 13}" text-anchor="middle">'
                f"{name or say.month_name(day.month)}</text>"
            )
    return "".join(parts)
