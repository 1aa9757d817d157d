"""Numbers that count nobody: durations, measures, money, names, ages, times, days of a month."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from recount.language.cardinals import is_number
from recount.language.lexicon import Marks
from recount.language.tokens import Token
from recount.model.codes import ClaimKind

if TYPE_CHECKING:
    from recount.language.numbers import Quantity

_MONEY = frozenset({"$", "£", "€"})


def masked(text: Sequence[Token], marks: Sequence[Marks], quantity: "Quantity") -> bool:
    """Whether the number is a duration, a measure, money, a name, an age or a time rather than a count."""
    if quantity.unit in ("ratio", "remainder"):
        return False
    before = text[quantity.first - 1] if quantity.first > 0 else None
    if _a_time_or_day(text, quantity) or _one_by_one(text, quantity) or _of_a_month(text, marks, quantity):
        return True
    if _both_of_what(text, marks, quantity):
        return True
    after = quantity.last
    while after < len(text) and (text[after].key in _SKIPPED or (text[after].key == "-" and after == quantity.last)):
        after += 1
    unit = marks[after].get("masks") if after < len(text) else None
    if unit is not None and unit.first == "unit" and not is_number(marks, after):
        return True
    if quantity.last < len(text) and text[quantity.last].key in (":", "/") and text[quantity.first].kind == "number":
        return quantity.last + 1 >= len(text) or text[quantity.last + 1].start == text[quantity.last].end
    return before is not None and _named_by(text, marks, quantity, before)


def _one_by_one(text: Sequence[Token], quantity: "Quantity") -> bool:
    """`killed them one by one` counts nobody."""
    keys = [token.key for token in text[quantity.first : quantity.last + 2]]
    return keys[1:2] == ["by"] and keys[2:] == keys[:1]


def _a_time_or_day(text: Sequence[Token], quantity: "Quantity") -> bool:
    """`0815`, a time of day, and `07/19/2015`: day, month and year in figures."""
    at = quantity.first
    digits = text[at].key
    if len(digits) > 1 and digits[0] == "0" and digits.isdecimal():
        return True
    return at > 1 and text[at - 1].key == "/" and text[at - 1].end == text[at].start and text[at - 2].kind == "number"


def _both_of_what(text: Sequence[Token], marks: Sequence[Marks], quantity: "Quantity") -> bool:
    """`both sides`, `both the army and the rebels`: two of something that is no people."""
    if text[quantity.first].key != "both":
        return False
    if (quantity.first > 0 and "triggers" in marks[quantity.first - 1]) or (
        quantity.last < len(text) and text[quantity.last].key in ("were", "died", "of")
    ):
        return False
    head = marks[quantity.last].get("heads") if quantity.last < len(marks) else None
    return head is None or head.first not in ("people", "bodies") or head.means[-1] != "plural"


def _of_a_month(text: Sequence[Token], marks: Sequence[Marks], quantity: "Quantity") -> bool:
    """`on 3 May`, `May 3`: a day, also where no year is known and the text gives no date."""
    if quantity.kind not in (ClaimKind.EXACT, ClaimKind.RANGE) or not 1 <= (quantity.interval.low or 0) <= 31:
        return False
    after, before = quantity.last, quantity.first - 1
    if after < len(text) and _a_month(marks, after):
        return text[after].capital or text[after].key not in ("may", "march")
    counts = after < len(text) and "heads" in marks[after]
    return before >= 0 and _a_month(marks, before) and text[before].capital and not counts


def _a_month(marks: Sequence[Marks], at: int) -> bool:
    return "dates" in marks[at] and marks[at]["dates"].first == "month"


_SKIPPED = frozenset(
    {"destroyed", "damaged", "armored", "armoured", "burned", "military", "x", "of", "more", "full", "consecutive",
     "straight", "long", "square", "cubic", "additional", "metric"}
)  # fmt: skip


def _named_by(text: Sequence[Token], marks: Sequence[Marks], quantity: "Quantity", before: Token) -> bool:
    at = quantity.first - 1
    many = before.key in ("as", "so", "how", "too") and text[quantity.first].key == "many"
    if many or (before.key == "of" and text[at - 1].key in _PARENTS):
        return True  # "how many", and "a father of three", who has three children
    if before.key == "in" and "one" in [token.key for token in text[max(0, at - 3) : at]]:
        return True  # "one family in three" is no count
    joined = before.key in ("#", ":", "/") and text[quantity.first].start == before.end
    if before.key in _MONEY or (joined and text[at - 1].kind == "number"):
        return True
    if text[quantity.first].glued and before.kind == "word" and text[quantity.first].kind == "number":
        return True
    shortened = before.key == "." and at > 0 and text[at - 1].key in _SHORTENED
    mark = marks[at - shortened].get("masks")
    if mark is not None and mark.first == "before":
        return not _people_follow(marks, quantity.last) or before.key in _AGES
    return _an_age(text, marks, quantity, before)


_PARENTS = frozenset({"father", "mother", "grandfather", "grandmother", "dad", "mum", "mom"})
_SHORTENED = frozenset({"no", "nr", "art", "fig"})
"""Words cut short by a full stop; after any other, as in `the district. Three men`, a new sentence begins."""
_AGES = frozenset({"aged", "age", "ages"})


def _people_follow(marks: Sequence[Marks], at: int) -> bool:
    """`in Tarlac district three guards`: what counts people numbers no district."""
    heads = [mark["heads"].means for mark in marks[at : at + 2] if "heads" in mark]
    return bool(heads) and heads[0][0] == "people"


def _an_age(text: Sequence[Token], marks: Sequence[Marks], quantity: "Quantity", before: Token) -> bool:
    """`Ahmed, 12, and`, `a man (34)`: a number between commas or brackets after a person is an age."""
    if before.key not in (",", "(") or quantity.kind is not ClaimKind.EXACT or (quantity.interval.low or 0) > 110:
        return False
    after = text[quantity.last].key if quantity.last < len(text) else "."
    name = text[quantity.first - 2] if quantity.first > 1 else None
    if (
        after not in (",", ".", ";", ")")
        or name is None
        or name.kind != "word"
        or (before.key == "(") != (after == ")")
    ):
        return False
    head = marks[quantity.first - 2].get("heads")
    return head is None or head.means[-1] == "single"
