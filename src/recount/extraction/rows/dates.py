"""Dates in cells. A date is read only one way, the declared one; whatever else it could be is told, never guessed."""

import calendar
import re
from datetime import date, timedelta
from functools import cache

from recount.extraction.rows.told import Unread
from recount.extraction.rows.words import folded, lexicon, plain
from recount.model.codes import Basis, Precision
from recount.model.values import Period, day

_SEP = r"[/.\-\s]"
_TIME = r"(?:[T\s]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?"
_YEAR_FIRST = re.compile(rf"(\d{{4}}){_SEP}(\d{{1,2}}){_SEP}(\d{{1,2}}){_TIME}")
_YEAR_LAST = re.compile(rf"(\d{{1,2}}){_SEP}(\d{{1,2}}){_SEP}(\d{{4}}){_TIME}")
_SHORT_YEAR = re.compile(rf"\d{{1,2}}{_SEP}(?:\d{{1,2}}|[^\W\d]+){_SEP}\d{{2}}{_TIME}")
_MONTH = re.compile(rf"(\d{{4}}){_SEP}(\d{{1,2}})|(\d{{1,2}}){_SEP}(\d{{4}})")
_EIGHT = re.compile(r"\d{8}")
_RANGE = re.compile(r"\s+(?:to|until|-|–|—|إلى|الى)\s+|(?<=\d{4}-\d\d-\d\d)/(?=\d{4}-)")
_NAMED = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th)?[\s\-/,]+)?\x00(\d+)\x00[\s\-/,.]+(?:(\d{1,2})(?:st|nd|rd|th)?[\s,]+)?(\d{4})"
)
_FIRST_SERIAL, _LAST_SERIAL = 18264, 73050  # 1950 and 2099 as spreadsheets count days
_REMEDY = "write it as YYYY-MM-DD in hand/corrections.csv, with the reason"


def period(text: str, order: str) -> Period:
    """A day, a month, a year, or a stretch such as `2017-03-17 to 2017-03-20`.

    Args:
        text: the cell as written; any decimal digits.
        order: YMD, DMY or MDY: how dates that do not begin with the year are read.

    Raises:
        Unread: it is no date, an impossible one, or one that can be read in two ways.
    """
    written = plain(text)
    ends = _RANGE.split(written)
    if len(ends) == 2:
        first, last = _single(ends[0], order), _single(ends[1], order)
        if first.start is not None and last.end is not None and first.start > last.end:
            raise Unread(f"{text!r} ends before it starts", _REMEDY)
        return Period(first.start, last.end, Precision.SPAN)
    return _single(written, order)


def exact_day(text: str, order: str) -> date:
    """A single day.

    Raises:
        Unread: it is no date, or no single day.
    """
    found = period(text, order)
    if found.start is None or found.precision is not Precision.DAY:
        raise Unread(f"{text!r} is not a single day", _REMEDY)
    return found.start


def month(text: str, order: str) -> Period:
    """A month; a single day stands for the month it lies in.

    Raises:
        Unread: it is no date, or a longer stretch.
    """
    found = period(text, order)
    if found.start is None or found.precision not in (Precision.DAY, Precision.MONTH):
        raise Unread(f"{text!r} is not a month", "write it as YYYY-MM in hand/corrections.csv, with the reason")
    return _month(text, found.start.year, found.start.month)


def spelled_out(first: date, last: date) -> Period:
    """A period between two days, each its own cell."""
    if first > last:
        raise Unread(f"starts on {first}, after its end on {last}", _REMEDY)
    return day(first) if first == last else Period(first, last, Precision.SPAN, Basis.STATED)


def swapped(value: date) -> date | None:
    """The date with day and month exchanged; None where that is no other date."""
    return None if value.day > 12 or value.day == value.month else value.replace(month=value.day, day=value.month)


def _single(text: str, order: str) -> Period:
    found = _numeric(text, order) or _coarse(text) or _named(text)
    if found is not None:
        return found
    if _SHORT_YEAR.fullmatch(text):
        raise Unread(f"{text!r} has a year of two digits", _REMEDY)
    raise Unread(f"{text!r} is not a date", _REMEDY)


def _numeric(text: str, order: str) -> Period | None:
    if match := _YEAR_FIRST.fullmatch(text):
        return _day(text, int(match[1]), int(match[2]), int(match[3]))
    if match := _YEAR_LAST.fullmatch(text):
        return _by_order(text, int(match[1]), int(match[2]), int(match[3]), order)
    if text.isdecimal() and len(text) == 5 and _FIRST_SERIAL <= int(text) <= _LAST_SERIAL:
        return day(date(1899, 12, 30) + timedelta(days=int(text)))
    if _EIGHT.fullmatch(text):
        if order == "YMD":
            return _day(text, int(text[:4]), int(text[4:6]), int(text[6:]))
        return _by_order(text, int(text[:2]), int(text[2:4]), int(text[4:]), order)
    return None


def _by_order(text: str, first: int, second: int, year: int, order: str) -> Period:
    if order == "YMD":
        raise Unread(f"{text!r} does not begin with the year", "set date_order to DMY or MDY in source.toml")
    days, months = (first, second) if order == "DMY" else (second, first)
    if months > 12 and days <= 12:
        raise Unread(f"{text!r} is impossible as {order}; day and month may be swapped", _REMEDY)
    return _day(text, year, months, days)


def _day(text: str, year: int, month: int, days: int) -> Period:
    _plausible(text, year)
    try:
        return day(date(year, month, days))
    except ValueError:
        raise Unread(f"{text!r} is an impossible date", _REMEDY) from None


def _plausible(text: str, year: int) -> None:
    if 1300 <= year <= 1500:
        raise Unread(f"{text!r} has a year of the Islamic calendar", _REMEDY)
    if not 1900 <= year <= 2100:
        raise Unread(f"{text!r} has an improbable year", _REMEDY)


def _coarse(text: str) -> Period | None:
    """A year, or a month of a year in digits."""
    if match := _MONTH.fullmatch(text):
        return _month(text, int(match[1] or match[4]), int(match[2] or match[3]))
    if text.isdecimal() and len(text) == 4:
        year = int(text)
        _plausible(text, year)
        return Period(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)
    return None


def _month(text: str, year: int, month: int) -> Period:
    _plausible(text, year)
    if not 1 <= month <= 12:
        raise Unread(f"{text!r} is an impossible month", _REMEDY)
    return Period(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), Precision.MONTH)


@cache
def _months() -> re.Pattern[str]:
    names = sorted(lexicon("months"), key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")


def _named(text: str) -> Period | None:
    """`17 March 2017`, `March 17, 2017`, `آذار 2017`."""
    marked = _months().sub(lambda match: f"\x00{lexicon('months')[match[0]][0]}\x00", folded(text))
    match = _NAMED.fullmatch(marked)
    if match is None or (match[1] and match[3]):
        return None
    month, year, days = int(match[2]), int(match[4]), match[1] or match[3]
    return _day(text, year, month, int(days)) if days else _month(text, year, month)
