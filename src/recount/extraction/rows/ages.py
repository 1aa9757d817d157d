"""Ages in cells, as completed years: an infant's age is 0 and counts (rule 16)."""

import re
from collections.abc import Callable
from datetime import date

from recount.extraction.rows.told import Unread
from recount.extraction.rows.words import folded, in_ascii_digits, lexicon
from recount.model.values import Age

_REMEDY = "correct it in hand/corrections.csv, with the reason"
_OLDEST = 120
_YEARS = r"(?:\s*(?:years?|yrs?|y|y\.o\.|yo|years? old|سنة|سنوات|عام|عاما|عاماً|سنه))?"
_ONE = re.compile(rf"(-?\d{{1,4}})(?:[.,](\d+))?{_YEARS}")
_RANGE = re.compile(rf"(\d{{1,3}})\s*(?:-|–|—|to|/|الى|إلى)\s*(\d{{1,3}}){_YEARS}")
_TENS = re.compile(r"(?:in (?:his|her|their) )?(?:(early|mid|late)[\s-]+)?(\d{1,2})0'?s")
_MONTHS = re.compile(r"(\d{1,3})\s*(?:months?|mos?|m|شهر|شهرا|شهراً|أشهر|اشهر|شهور)(?: old)?")
_DAYS = re.compile(
    r"(\d{1,3})\s*(?:days?|d|weeks?|w|wks?|hours?|h|يوم|أيام|ايام|يوما|أسبوع|اسبوع|أسابيع|اسابيع|ساعة|ساعات)(?: old)?"
)
_OVER = re.compile(rf"(?:(?:over|above|>=|>|≥|\+)\s*(\d{{1,3}})|(\d{{1,3}})\s*(?:\+|and over|or older)){_YEARS}")
_UNDER = re.compile(rf"(?:under|below|less than|<|أقل من|اقل من)\s*(\d{{1,3}}){_YEARS}")


def age(text: str) -> Age:
    """An age: `35`, `٣٥`, `6 months`, `30s`, `20-25`, `under 5`, `رضيع`.

    Raises:
        Unread: it is no age, or outside 0 to 120.
    """
    written = in_ascii_digits(folded(text))
    word = lexicon("ages").get(written)
    if word is not None:
        return Age(int(word[0]), int(word[1]))
    for pattern, meaning in _FORMS:
        if match := pattern.fullmatch(written):
            return _within(text, *meaning(match))
    raise Unread(f"{text!r} is not an age", _REMEDY)


def birth_year(text: str) -> int:
    """A year of birth, four digits.

    Raises:
        Unread: it is no such year.
    """
    written = in_ascii_digits(folded(text))
    if written.isdecimal() and 1850 <= int(written) <= 2100:
        return int(written)
    raise Unread(f"{text!r} is not a year of birth", _REMEDY)


def between(born: date, died: date) -> Age | None:
    """The age on the day of death; None where that is impossible."""
    years = died.year - born.year - ((died.month, died.day) < (born.month, born.day))
    return Age(years, years) if 0 <= years <= _OLDEST else None


def from_years(born: int, died: int) -> Age | None:
    """The age when only the years are known: the birthday may or may not have come."""
    years = died - born
    return Age(max(0, years - 1), years) if 0 <= years <= _OLDEST else None


def _within(text: str, low: int, high: int) -> Age:
    if low > high:
        raise Unread(f"age {text!r} runs backwards", _REMEDY)
    if low < 0 or high > _OLDEST:
        raise Unread(f"age {text} is outside 0–{_OLDEST}", _REMEDY)
    return Age(low, high)


def _tens(match: re.Match[str]) -> tuple[int, int]:
    low = int(match[2]) * 10
    first, last = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(match[1] or "", (0, 9))
    return low + first, low + last


def _over(match: re.Match[str]) -> tuple[int, int]:
    bare = match[0].lstrip().startswith((">", "over", "above")) and not match[0].lstrip().startswith(">=")
    years = int(match[1] or match[2])
    return (years + 1 if bare else years), max(_OLDEST, years)


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[int, int]]], ...] = (
    (_ONE, lambda match: (int(match[1]), int(match[1]))),
    (_RANGE, lambda match: (int(match[1]), int(match[2]))),
    (_TENS, _tens),
    (_MONTHS, lambda match: (int(match[1]) // 12, int(match[1]) // 12)),
    (_DAYS, lambda match: (_short(match), _short(match))),
    (_OVER, _over),
    (_UNDER, lambda match: (0, int(match[1]) - 1 if int(match[1]) else 0)),
)


def _short(match: re.Match[str]) -> int:
    """Days, weeks and hours as completed years."""
    unit = match[0].lstrip("0123456789 ")
    days = int(match[1]) * (7 if unit.startswith(("w", "أسبوع", "اسبوع", "أساب", "اساب")) else 1)
    return 0 if unit.startswith(("h", "ساع")) else days // 365
