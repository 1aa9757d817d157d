"""A date as written in a text, and the days it stands for."""

import calendar
from dataclasses import dataclass
from datetime import date

from recount.model.codes import Precision
from recount.model.values import Period


@dataclass(frozen=True, slots=True)
class Dated:
    """A date or span of dates as written: tokens [first, last), and its period.

    `yearless` says that the year was taken from the day of publication and not from the text.
    """

    first: int
    last: int
    period: Period
    yearless: bool = False


def recent(first: int, last: int, month: int, day: int, published: date | None) -> Dated | None:
    """The last such day before a text was published; None where that is not known."""
    if published is None:
        return None
    year = published.year if (month, day) <= (published.month, published.day) else published.year - 1
    found = on_day(first, last, year, month, day)
    return None if found is None else Dated(first, last, found.period, yearless=True)


def on_day(first: int, last: int, year: int, month: int, day: int) -> Dated | None:
    """A day of the calendar, None where the month has none such."""
    if day > calendar.monthrange(year, month)[1]:
        return None
    return one_day(first, last, date(year, month, day))


def one_day(first: int, last: int, when: date) -> Dated:
    """A single day."""
    return Dated(first, last, Period(when, when, Precision.DAY))


def whole_month(year: int, month: int) -> Period:
    """A month from its first to its last day."""
    return Period(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), Precision.MONTH)


def whole_year(year: int) -> Period:
    """A year from its first to its last day."""
    return Period(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)
