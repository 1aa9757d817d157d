"""Dates in running text: a strict list of patterns, resolved against the day of publication."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TypeVar

from recount.language.dated import Dated, on_day, one_day, recent, whole_month, whole_year
from recount.language.hijri import SIGHTING, YEARS, gregorian
from recount.language.lexicon import Marks
from recount.language.sentences import Parsed
from recount.language.spans import joined
from recount.language.tokens import Token
from recount.model.codes import Precision
from recount.model.values import Period

_AMBIGUOUS = frozenset({"may", "march", "mar", "sun", "sat"})
_YEARS = range(1900, 2101)


def dates(text: Parsed, published: date | None, last: int | None = None) -> list[Dated]:
    """Every date of a text in order, or of its first tokens, spans such as `from A until B` joined.

    A month or day without a year is the latest one up to the day of publication; without such a day it is left out.
    """
    single: list[Dated] = []
    end = 0
    for at in _may_open(text, len(text.tokens) if last is None else last):
        found = _date_at(text.tokens, text.marks, at, published) if at >= end else None
        if found is not None:
            single.append(found)
            end = found.last
    return joined(text.tokens, single)


_AHEAD = 5


def _may_open(text: Parsed, last: int) -> list[int]:
    """The tokens at which a date may begin at all: words of dates, and numbers with one near or that are a year."""
    words = [at for at in text.having("dates", 0, last) if _dating(text.marks[at])]
    counts = {*text.numerals(0, last), *text.having("days", 0, last), *text.ordinals(0, last)}
    marks = text.marks
    return sorted({*words, *(at for at in counts if _numbered(text.tokens[at], marks[at + 1 : at + 1 + _AHEAD]))})


def _dating(here: Marks) -> bool:
    mark = here.get("dates")
    return mark is not None and mark.first not in ("opens", "last", "past")


def _numbered(token: Token, after: Sequence[Marks]) -> bool:
    """Whether a number begins a date: with a word of dates shortly after it, or as a year."""
    if token.kind == "number":
        year = isinstance(token.value, int) and 1900 <= token.value <= 2100
        return year or any("dates" in near for near in after[:3])
    return any("dates" in near for near in after)


_Reader = Callable[[Sequence[Token], Sequence[Marks], int, date | None], Dated | None]


def _date_at(text: Sequence[Token], marks: Sequence[Marks], at: int, published: date | None) -> Dated | None:
    for reader in _READERS:
        found = reader(text, marks, at, published)
        if found is not None:
            return found
    return None


def _number(text: Sequence[Token], at: int, low: int, high: int) -> int | None:
    if at >= len(text):
        return None
    token = text[at]
    value = token.value
    if token.kind == "word" and token.key[:1].isdigit() and token.key[-2:] in ("st", "nd", "rd", "th"):
        digits = token.key[:-2]
        value = int(digits) if digits.isdecimal() and len(digits) < 3 else None
    return value if isinstance(value, int) and low <= value <= high and "," not in token.key else None


def _month(marks: Sequence[Marks], at: int) -> int | None:
    mark = marks[at].get("dates") if 0 <= at < len(marks) else None
    return int(mark.means[1]) if mark is not None and mark.first == "month" else None


def _skip(text: Sequence[Token], at: int, *signs: str) -> int:
    return at + 1 if at < len(text) and text[at].key in signs else at


def _iso(text: Sequence[Token], _marks: Sequence[Marks], at: int, _published: date | None) -> Dated | None:
    year, month, day = _number(text, at, 1900, 2100), _number(text, at + 1, 1, 12), _number(text, at + 2, 1, 31)
    if year is None or month is None or day is None or not (text[at + 1].glued and text[at + 2].glued):
        return None
    return on_day(at, at + 3, year, month, day)


def _day_first(text: Sequence[Token], marks: Sequence[Marks], at: int, published: date | None) -> Dated | None:
    day, middle = _day(text, marks, at)
    month = _month(marks, middle)
    if day is None or month is None:
        return None
    end = _past_month(text, marks, middle)
    last = _skip(text, end, ".", ",")
    year = _year(text, last)
    return recent(at, end, month, day, published) if year is None else on_day(at, last + 1, year, month, day)


def _day(text: Sequence[Token], marks: Sequence[Marks], at: int) -> tuple[int | None, int]:
    """A day in digits or, in Arabic, as an ordinal: `السابع عشر من آذار`; and where its month should stand."""
    mark = marks[at].get("days")
    if mark is not None:
        return int(mark.means[1]), _skip(text, at + mark.length, "من")
    return _number(text, at, 1, 31), _skip(text, at + 1, "of", "من")


def _past_month(text: Sequence[Token], marks: Sequence[Marks], at: int) -> int:
    """Where a month ends that is written by both its names: `كانون الثاني/يناير`, `آذار (مارس)`."""
    end, month = at + marks[at]["dates"].length, _month(marks, at)
    if end + 1 >= len(text) or text[end].key not in ("/", "(") or _month(marks, end + 1) != month:
        return end
    after = end + 1 + marks[end + 1]["dates"].length
    return _skip(text, after, ")") if text[end].key == "(" else after


def _hijri(text: Sequence[Token], marks: Sequence[Marks], at: int, _published: date | None) -> Dated | None:
    """`12 رمضان 1438`: a day of the Islamic calendar, give or take the sighting of the moon."""
    day, middle = _day(text, marks, at)
    mark = marks[middle].get("dates") if middle < len(marks) else None
    if day is None or mark is None or mark.first != "hijri":
        return None
    year = _number(text, middle + mark.length, YEARS.start, YEARS.stop - 1)
    if year is None or day > _LONGEST_LUNAR_MONTH:
        return None
    when = gregorian(year, int(mark.means[1]), day)
    return Dated(at, middle + mark.length + 1, Period(when - SIGHTING, when + SIGHTING, Precision.SPAN))


_LONGEST_LUNAR_MONTH = 30


def _month_first(text: Sequence[Token], marks: Sequence[Marks], at: int, published: date | None) -> Dated | None:
    month = _month(marks, at)
    if month is None:
        return None
    after = _skip(text, _past_month(text, marks, at), ".")
    after = _skip(text, after, ",") if _year(text, after + 1) is not None else after
    year = _year(text, after)
    if year is not None:
        return Dated(at, after + 1, whole_month(year, month))
    day = _number(text, after, 1, 31)
    if day is not None and not (after + 1 < len(text) and _counts(marks, after + 1)):
        last = _skip(text, after + 1, ",")
        year = _year(text, last)
        if year is not None:
            return on_day(at, last + 1, year, month, day)
        return recent(at, after + 1, month, day, published)
    return _bare_month(text, marks, at, month, published)


def _counts(marks: Sequence[Marks], at: int) -> bool:
    """Whether a number before this token counts people: `in March 17 people`, but not `the March 17 strikes`."""
    head = marks[at].get("heads")
    return "masks" in marks[at] or (
        head is not None and head.first in ("people", "bodies") and "casualty" not in head.means
    )


def _bare_month(
    text: Sequence[Token], marks: Sequence[Marks], at: int, month: int, published: date | None
) -> Dated | None:
    """`October last year`, `last October`, `in July`: an ambiguous name needs a word that opens a date."""
    opens = at > 0 and marks[at - 1].get("dates") is not None and marks[at - 1]["dates"].first in ("opens", "last")
    after = marks[at + 1].get("dates") if at + 1 < len(marks) else None
    if after is not None and after.first == "year" and published is not None:
        year = published.year + int(after.means[1])
        return Dated(at, at + 1 + after.length, whole_month(year, month))
    if published is None or (text[at].key in _AMBIGUOUS and not (opens and text[at].capital)):
        return None
    year = published.year if month <= published.month else published.year - 1
    return Dated(at, at + marks[at]["dates"].length, whole_month(year, month), yearless=True)


def _relative(text: Sequence[Token], marks: Sequence[Marks], at: int, published: date | None) -> Dated | None:
    mark = marks[at].get("dates")
    if mark is None or published is None or mark.first in ("month", "opens", "last", "past", "hijri"):
        return _ago(text, marks, at, published)
    value, last = int(mark.means[1]), at + mark.length
    if mark.first == "ago":
        return one_day(at, last, published - timedelta(days=value))
    if mark.first == "weekday":
        return one_day(at, last, published - timedelta(days=(published.weekday() - value) % 7))
    if mark.first == "days":
        return Dated(at, last, Period(published - timedelta(days=value), published))
    if mark.first == "year":
        return Dated(at, last, whole_year(published.year + value))
    index = published.year * 12 + published.month - 1 + value
    return Dated(at, last, whole_month(index // 12, index % 12 + 1))


def _ago(text: Sequence[Token], marks: Sequence[Marks], at: int, published: date | None) -> Dated | None:
    """`three days ago`; longer units are too coarse to give a day."""
    back = marks[at + 2].get("dates") if at + 2 < len(text) else None
    if published is None or back is None or back.first != "past" or text[at + 1].key not in _DAYS:
        return None
    number = marks[at].get("numbers")
    count = text[at].value if number is None else int(number.means[1]) if number.first == "unit" else None
    if not isinstance(count, int) or count > 400:
        return None
    return one_day(at, at + 3, published - timedelta(days=count * _DAYS[text[at + 1].key]))


_DAYS = {"day": 1, "days": 1, "week": 7, "weeks": 7, "ايام": 1, "يوم": 1, "اسابيع": 7}


def _year_alone(text: Sequence[Token], marks: Sequence[Marks], at: int, _published: date | None) -> Dated | None:
    year = _number(text, at, _YEARS.start, _YEARS.stop - 1)  # "and 70 were injured" is no year
    mark = marks[at - 1].get("dates") if at > 0 else None
    opened = mark is not None and mark.first == "opens"
    if year is None or not opened or (at + 1 < len(text) and _counts(marks, at + 1)):
        return None
    return Dated(at, at + 1, whole_year(year))


def _days_of_a_month(text: Sequence[Token], marks: Sequence[Marks], at: int, published: date | None) -> Dated | None:
    """`10–17 March 2019`, `March 10 to 17, 2019`: two days of one month."""
    named = _month(marks, at) is not None
    reader, first = (_month_first, _skip(text, at + marks[at]["dates"].length, ".")) if named else (_day_first, at)
    start, second = _two_days(text, first)
    if start is None:
        return None
    low = max(0, at - 1)  # readers look one token back; copying all before would make time grow with the square
    words, near = _without(text, low, first, second), _without(marks, low, first, second)
    found = reader(words, near, at - low, published)
    end = None if found is None else found.period.end
    if found is None or end is None or found.period.precision is not Precision.DAY or start >= end.day:
        return None
    period = Period(end.replace(day=start), end, Precision.SPAN)
    return Dated(low + found.first, low + found.last + second - first, period, found.yearless)


def _two_days(text: Sequence[Token], at: int) -> tuple[int | None, int]:
    """The first of two days and where the second stands."""
    start = _number(text, at, 1, 31)
    joined = at + 1 < len(text) and text[at + 1].key in _TO_DAY
    second = at + 2 if joined else at + 1
    glued = second < len(text) and (joined or text[second].glued)
    return (start, second) if glued and _number(text, second, 1, 31) is not None else (None, 0)


_Any = TypeVar("_Any")


def _without(these: Sequence[_Any], low: int, first: int, last: int) -> Sequence[_Any]:
    """A stretch of a text without some tokens; enough of it for one date."""
    return [*these[low:first], *these[last : last + 8]]


_TO_DAY = frozenset({"to", "-", "–", "—", "until", "through", "الي", "حتي"})
_READERS: tuple[_Reader, ...] = (_iso, _days_of_a_month, _hijri, _day_first, _month_first, _relative, _year_alone)


def _year(text: Sequence[Token], at: int) -> int | None:
    """A year of four digits, or of two after a day and month in the agencies' old style (4 FEB 90)."""
    full = _number(text, at, _YEARS.start, _YEARS.stop - 1)
    if full is not None:
        return full
    short = _number(text, at, 60, 99)
    return None if short is None or len(text[at].key) != 2 or text[at - 1].key == "," else 1900 + short
