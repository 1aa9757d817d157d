"""Dates with what opens and joins them: `between A and B`, `from A until B`, `since A`."""

import calendar
from collections.abc import Sequence
from datetime import date

from recount.language.dated import Dated
from recount.language.tokens import Token
from recount.model.codes import Precision
from recount.model.values import Period

_JOINS = frozenset({"and", "to", "until", "till", "through", "-", "–", "—", "و", "الي", "حتي"})
_LONGEST_BRIDGE = 9


def joined(text: Sequence[Token], single: Sequence[Dated]) -> list[Dated]:
    """Dates with their openings: `between A and B`, `from A until B`, `since A`, `until B`."""
    joined: list[Dated] = []
    at = 0
    while at < len(single):
        here = single[at]
        after = single[at + 1] if at + 1 < len(single) else None
        opening = _opening(text, here.first)
        span = None if after is None else _span(text, here, after, opening)
        if span is not None:
            joined.append(span)
            at += 2
            continue
        joined.append(_opened(here, opening))
        at += 1
    return joined


def _opening(text: Sequence[Token], first: int) -> str:
    """The word before a date; in Arabic `day` may stand between: حتى يوم السبت is until Saturday."""
    at = first - 1
    if at > 0 and text[at].key == "يوم":
        at -= 1
    return text[at].key if at >= 0 else ""


def _span(text: Sequence[Token], here: Dated, after: Dated, opening: str) -> Dated | None:
    bridge = text[here.last : after.first]
    spoken = [token.key for token in bridge]
    if len(spoken) > _LONGEST_BRIDGE or not _JOINS.intersection(spoken) or "\n" in spoken or "." in spoken:
        return None
    bracketed = opening in ("between", "from", "since", "بين", "من", "منذ")
    if not bracketed and len(spoken) > 1:
        return None
    start, end = here.period.start, after.period.end
    if here.yearless and not after.yearless and start is not None and end is not None:
        start = _year_of(start, end)
    if start is None or end is None or start > end:
        return None
    return Dated(here.first - bracketed, after.last, Period(start, end, Precision.SPAN), after.yearless)


def _year_of(start: date, end: date) -> date:
    """`between Feb. 19 and June 19 2017`: the year stands once, with the later date."""
    year = end.year if (start.month, start.day) <= (end.month, end.day) else end.year - 1
    return start.replace(year=year, day=min(start.day, calendar.monthrange(year, start.month)[1]))


def _opened(here: Dated, opening: str) -> Dated:
    if opening in ("since", "منذ"):
        return Dated(here.first - 1, here.last, Period(here.period.start, None, Precision.SPAN), here.yearless)
    if opening in ("until", "till", "حتي"):
        return Dated(here.first - 1, here.last, Period(None, here.period.end, Precision.SPAN), here.yearless)
    return here
