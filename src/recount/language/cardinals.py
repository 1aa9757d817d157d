"""Cardinal numbers in digits and words, with vague words read literally."""

from collections.abc import Sequence
from dataclasses import dataclass

from recount.language.lexicon import Mark, Marks
from recount.language.tokens import Token
from recount.model.interval import Number

_ARTICLES = frozenset({"a", "an"})
_JOINS = frozenset({"and", "و"})


@dataclass(frozen=True, slots=True)
class Cardinal:
    """A number ending before token `last`. `scale` is its scale word's value where it is a plain multiple of one."""

    last: int
    low: Number
    high: Number | None
    vague: bool = False
    scale: int = 1


def is_number(marks: Sequence[Marks], at: int) -> bool:
    """Whether a number word begins here."""
    return "numbers" in marks[at]


def cardinal(text: Sequence[Token], marks: Sequence[Marks], at: int) -> Cardinal | None:
    """The number that begins at a token, or None."""
    if at >= len(text):
        return None
    if text[at].kind == "number":
        return _digits(text, marks, at)
    mark = marks[at].get("numbers")
    if mark is not None and mark.first == "plural":
        return Cardinal(at + mark.length, int(mark.means[2]), int(mark.means[3]), vague=True)
    if mark is not None and mark.first == "vague":
        high = None if mark.means[2] == "-" else int(mark.means[2])
        return Cardinal(at + mark.length, int(mark.means[1]), high, vague=True)
    if mark is None and text[at].key in _ARTICLES and _scale(marks, at + 1):
        return _words(text, marks, at + 1, lead=1)
    return None if mark is None else _words(text, marks, at)


def _digits(text: Sequence[Token], marks: Sequence[Marks], at: int) -> Cardinal | None:
    value = text[at].value
    if value is None:
        return None
    scale = _scale(marks, at + 1)
    if scale:
        total = value * scale
        whole = round(total)
        return Cardinal(at + 2, whole, whole, scale=scale)
    return Cardinal(at + 1, value, value)


def _scale(marks: Sequence[Marks], at: int) -> int:
    mark = marks[at].get("numbers") if at < len(marks) else None
    return int(mark.means[1]) if mark is not None and mark.first in ("scale", "plural") else 0


def _words(text: Sequence[Token], marks: Sequence[Marks], at: int, lead: int = 0) -> Cardinal | None:
    """Fold number words from the left: units add up, `hundred` multiplies, larger scales close a group."""
    total, group, first, scale = 0, lead, at, 1
    last = at
    while at < len(text):
        joined = text[at].key in _JOINS and last > first and _continues(marks, at + 1, group, total)
        at += joined
        mark = marks[at].get("numbers") if at < len(marks) else None
        if mark is None or mark.first == "vague" or not (joined or _fits(mark, group, first=at == first)):
            break
        value = int(mark.means[1])
        if mark.first == "unit":
            group, scale = group + value, 1
        elif value in (12, 100):
            group, scale = max(group, 1) * value, value
        else:
            total, group, scale = total + max(group, 1) * value, 0, value
        at += mark.length
        last = at
        if value == 0:
            break
    return Cardinal(last, total + group, total + group, scale=scale) if last > first else None


def _fits(mark: Mark, group: int, *, first: bool) -> bool:
    """Whether a word may follow: twenty takes one to nine, a hundred takes all below it, and five takes no six."""
    if first or mark.first in ("scale", "plural"):
        return True
    value = int(mark.means[1])
    if mark.length > 1:
        return False
    if group == 0:
        return True
    return (value < 10 and group % 100 in range(20, 100, 10)) or (value < 100 and group % 100 == 0)


def _continues(marks: Sequence[Marks], at: int, group: int, total: int) -> bool:
    """Whether `and` joins the parts of one number, as in `a hundred and five` but not in `two dozen and three`."""
    mark = marks[at].get("numbers") if at < len(marks) else None
    if mark is None or mark.first not in ("unit", "scale", "plural"):
        return False
    value = int(mark.means[1])
    if mark.first == "unit" and mark.length == 1 and 0 < group % 100 < 10 and value in range(20, 100, 10):
        return True  # Arabic: five and twenty
    if (group >= 100 and group % 100 == 0) or (group == 0 and total >= 1000):
        return mark.first == "unit" or value == 100
    return False
