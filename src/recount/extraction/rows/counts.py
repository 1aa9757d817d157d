"""Counts of people in cells: 4, `4-6`, `at least 4`, `4+`, `~20`, `dozens`. Empty is unknown, 0 is zero (rule 16)."""

import re
from dataclasses import dataclass

from recount.extraction.rows.told import Unread
from recount.extraction.rows.words import plain
from recount.language.lexicon import lexicon
from recount.language.numbers import quantities
from recount.language.tokens import tokens
from recount.model.codes import ClaimKind, Comparator
from recount.model.interval import Interval, at_least, exactly, up_to

_REMEDY = "write a whole number, a range such as 4-6 or `at least 4` in hand/corrections.csv, with the reason"
_N = r"(\d{1,3}(?:[,٬ ']\d{3})+|\d+)(?:\.0+)?"
_ONE = re.compile(_N)
_RANGE = re.compile(rf"{_N}\s*(?:-|–|—|to|الى|إلى)\s*{_N}")
_LEAST = re.compile(rf"(?:>=|≥|\+)\s*{_N}|{_N}\s*\+")
_MORE = re.compile(rf">\s*{_N}")
_MOST = re.compile(rf"(?:<=|≤)\s*{_N}")
_FEWER = re.compile(rf"<\s*{_N}")
_ABOUT = re.compile(rf"[~≈±]\s*{_N}")


@dataclass(frozen=True, slots=True)
class Count:
    """A count as a cell gives it."""

    interval: Interval
    comparator: Comparator
    kind: ClaimKind


NO_FIGURE = Count(Interval(), Comparator.EXACT, ClaimKind.NO_FIGURE)


def count(text: str) -> Count:
    """A count of people, in digits of any script or in English or Arabic words.

    Raises:
        Unread: it is no count.
    """
    written = plain(text)
    found = _in_signs(written) or _in_words(written, "en") or _in_words(written, "ar")
    if found is None:
        raise Unread(f"{text!r} is not a count", _REMEDY)
    return found


def bounds(low: Count | None, high: Count | None) -> Count:
    """A count from two cells, its low and its high end; either may be open.

    Raises:
        Unread: the low end is above the high end.
    """
    bottom = None if low is None else low.interval.low
    top = None if high is None else high.interval.high
    if bottom is None and top is None:
        return NO_FIGURE
    if bottom is not None and top is not None and bottom > top:
        raise Unread(f"the low end {bottom} is above the high end {top}", _REMEDY)
    interval = Interval(bottom, top)
    if interval.exact:
        return Count(interval, Comparator.EXACT, ClaimKind.EXACT)
    if bottom is None or top is None:
        return Count(interval, Comparator.AT_LEAST if top is None else Comparator.UP_TO, ClaimKind.BOUND)
    return Count(interval, Comparator.EXACT, ClaimKind.RANGE)


def _in_signs(text: str) -> Count | None:
    if match := _ONE.fullmatch(text):
        return Count(exactly(_number(match[1])), Comparator.EXACT, ClaimKind.EXACT)
    if match := _RANGE.fullmatch(text):
        low, high = _number(match[1]), _number(match[2])
        if low > high:
            raise Unread(f"{text!r} runs backwards", _REMEDY)
        return Count(Interval(low, high), Comparator.EXACT, ClaimKind.RANGE)
    if match := _ABOUT.fullmatch(text):
        return _in_words(f"about {_number(match[1])}", "en")
    return _bound(text)


def _bound(text: str) -> Count | None:
    for pattern, shift, low in ((_LEAST, 0, True), (_MORE, 1, True), (_MOST, 0, False), (_FEWER, -1, False)):
        match = pattern.fullmatch(text)
        if match is not None:
            end = max(0, _number(next(group for group in match.groups() if group)) + shift)
            comparator = Comparator.AT_LEAST if low else Comparator.UP_TO
            return Count(at_least(end) if low else up_to(end), comparator, ClaimKind.BOUND)
    return None


def _number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _in_words(text: str, language: str) -> Count | None:
    """The one quantity a cell is made of, by the grammar that reads reports."""
    spoken = tokens(text)
    found = quantities(spoken, lexicon(language).marks(spoken))
    if len(found) != 1 or found[0].first != 0 or found[0].last != len(spoken) or found[0].unit != "count":
        return None
    if any(isinstance(end, float) for end in (found[0].interval.low, found[0].interval.high)):
        return None
    return Count(found[0].interval, found[0].comparator, found[0].kind)
