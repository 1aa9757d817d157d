"""A grammar of quantities: digits, words, ranges, comparators, shares, ratios. Ages and measures are left out."""

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from recount.language.cardinals import Cardinal, cardinal
from recount.language.lexicon import Marks
from recount.language.masks import masked
from recount.language.tokens import Token
from recount.model.codes import ClaimKind, Comparator
from recount.model.interval import Interval, Number

_BETWEEN = frozenset({"between", "بين"})
_FROM = frozenset({"from", "من"})
_OPENINGS = _BETWEEN | _FROM
_TO = frozenset({"to", "or", "-", "–", "—", "through", "الي", "او"})
_AND = frozenset({"and", "و"})
_PERCENT = frozenset({"%", "percent", "pct", "بالمئه", "بالمائه"})
_LONGEST_COMPARATOR = 5


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity as written: tokens [first, last), its interval and how it was qualified.

    `unit` is "count", "share", "ratio", "remainder" or "equal" (as many as a figure before); `another` says that it is
    said to be in addition to one before; `said` is the figure itself where words such as `about` widened it.
    """

    first: int
    last: int
    interval: Interval
    comparator: Comparator
    kind: ClaimKind
    unit: str = "count"
    another: bool = False
    said: Interval | None = None


_QUANTIFYING = frozenset({"numbers", "fractions", "ratios", "equals", "comparators"})
_OPENERS = _OPENINGS | {"a", "an"}


def quantities(text: Sequence[Token], marks: Sequence[Marks], taken: Container[int] = ()) -> list[Quantity]:
    """Every quantity of a text in order; `taken` holds the tokens of dates, which are none.

    Source: the forms are those of casualty reporting, measured on annotated reports; vague words keep their literal
    reading.
    """
    found: list[Quantity] = []
    end = ages_end = 0
    for at, token in enumerate(text):
        here = marks[at]
        if at < end or (token.kind != "number" and token.key not in _OPENERS and _QUANTIFYING.isdisjoint(here)):
            continue
        equal = _equal(here, at)
        if equal is not None:
            found.append(equal)
            end = equal.last
            continue
        opening = here.get("comparators")
        if opening is not None:  # read backwards from the number it qualifies
            end = at + opening.length
            continue
        quantity = None if at in taken else _quantity_at(text, marks, at)
        if quantity is None:
            continue
        if quantity.unit == "share" and found and _counts_on(text[quantity.last - 1].key, found[-1]):
            continue  # "two were killed and a third was hurt": one more of them, read where singles are
        quantity = _with_comparators(text, marks, quantity, found[-1].last if found else 0)
        quantity = _to_its_other_end(text, marks, quantity)
        end = max(quantity.last, at + 1)
        age = quantity.first - 1 == ages_end > 0 and text[ages_end].key in _LISTED
        if age or masked(text, marks, quantity):
            ages_end = quantity.last if age or _after_a_name(marks, quantity.first - 1) else 0
        else:
            found.append(quantity)
    return found


def _counts_on(ordinal: str, before: Quantity) -> bool:
    """Whether an ordinal is the one after the last count: a third after two is no share."""
    return ordinal in _ORDINALS and before.interval.exact and before.interval.low == _ORDINALS.index(ordinal) + 2


_ORDINALS = ("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_LISTED = frozenset({"and", ",", "or", "و"})


def _after_a_name(marks: Sequence[Marks], at: int) -> bool:
    """Whether a word such as `aged` stands there, after which a list of numbers holds ages: `aged 60 and 65`."""
    return at >= 0 and "masks" in marks[at] and marks[at]["masks"].first == "before"


def _equal(here: Marks, at: int) -> Quantity | None:
    """`a similar number`, `about as many`: refers to a figure and gives none."""
    mark = here.get("equals")
    if mark is None:
        return None
    return Quantity(at, at + mark.length, Interval(), Comparator.ABOUT, ClaimKind.COMPARATIVE, "equal")


def _quantity_at(text: Sequence[Token], marks: Sequence[Marks], at: int) -> Quantity | None:
    return _many_times(marks, at) or _share(text, marks, at) or _number(text, marks, at)


def _many_times(marks: Sequence[Marks], at: int) -> Quantity | None:
    mark = marks[at].get("ratios")
    if mark is None or (mark.first == "ratio" and len(mark.means) == 1):
        return None
    low: Number = 3 if mark.first == "many" else int(mark.means[1])
    interval = Interval(low, None if mark.first == "many" else low)
    comparator = Comparator.AT_LEAST if mark.first == "many" else Comparator.EXACT
    return Quantity(at, at + mark.length, interval, comparator, ClaimKind.RATIO, "ratio")


def _share(text: Sequence[Token], marks: Sequence[Marks], at: int) -> Quantity | None:
    mark = marks[at].get("fractions")
    if mark is None or ("numbers" in marks[at] and marks[at]["numbers"].length >= mark.length):
        return None
    last = at + mark.length
    if not _stands_for_a_share(text, marks, last, mark.means):
        return None
    if mark.first == "remainder":
        return Quantity(at, last, Interval(), Comparator.ABOUT, ClaimKind.REMAINDER, "remainder")
    bound = "bound" in mark.means
    comparator = Comparator.AT_LEAST if bound else Comparator.ABOUT
    interval = Interval(float(mark.means[1]), float(mark.means[2]))
    return Quantity(at, last, interval, comparator, ClaimKind.SHARE, "share", "another" in mark.means)


def _stands_for_a_share(text: Sequence[Token], marks: Sequence[Marks], last: int, means: Sequence[str]) -> bool:
    """Whether a fraction word is one: "a third of the dead" and "another third to", but not "a third man" or "most"."""
    following = text[last].key if last < len(text) else "."
    if following == "of" or means[0] == "remainder":
        return True
    if following in ("was", "is") and "bound" not in means and text[last - 2].key in ("a", "another"):
        return False  # "a third was wounded" is a third person
    if "bound" in means:
        return _most_people(text, marks, last)
    heads = last < len(text) and "heads" in marks[last]
    return not heads and (following in _AFTER_SHARE or "another" in means or "triggers" in marks[last])


def _most_people(text: Sequence[Token], marks: Sequence[Marks], last: int) -> bool:
    """`Most victims`, `most civilian allegations`, but not `the most precise`: a plural noun follows at once."""
    near = marks[last : last + 3]
    before = text[last - 2].key if last > 1 else ""
    plural = any("heads" in mark and mark["heads"].means[-1] == "plural" for mark in near)
    return (
        plural and before not in ("the", "its", "their") and "heads" in marks[last] and "functions" not in marks[last]
    )


_AFTER_SHARE = frozenset(
    {"to", "were", "was", "are", "by", "in", ".", ",", ";", "had", "have", "died", "\n", ")", "من"}
)


def _number(text: Sequence[Token], marks: Sequence[Marks], at: int) -> Quantity | None:
    if text[at].key in _BETWEEN or text[at].key in _FROM:
        return _bracketed(text, marks, at)
    first = cardinal(text, marks, at)
    if first is None:
        return None
    second = _upper(text, marks, first)
    quantity = _plain(at, first) if second is None else _range(at, first, second)
    return _multiple(text, marks, _percent(text, quantity))


def _bracketed(text: Sequence[Token], marks: Sequence[Marks], at: int) -> Quantity | None:
    """`between A and B`, `from A to B`; after a verb of change the second figure alone holds."""
    first = cardinal(text, marks, at + 1)
    if first is None or first.last >= len(text):
        return None
    joins = _AND if text[at].key in _BETWEEN else _TO
    second = cardinal(text, marks, first.last + 1) if text[first.last].key in joins else None
    if second is None:
        return None
    if text[at].key in _FROM and at > 0 and text[at - 1].key in _CHANGES:
        return _plain(first.last + 1, second)
    return _multiple(text, marks, _percent(text, _range(at, first, second)))


_CHANGES = frozenset(
    {"lowered", "cut", "reduced", "raised", "upped", "dropped", "toll", "rose", "increased",
     "risen", "up", "rising", "climbed", "jumped", "fell", "down", "revised", "went"}
)  # fmt: skip


def _upper(text: Sequence[Token], marks: Sequence[Marks], first: Cardinal) -> Cardinal | None:
    at = first.last
    if at >= len(text) or first.vague:
        return None
    if text[at].glued and text[at].kind == "number":
        second = cardinal(text, marks, at)
    elif text[at].key in _TO:
        second = cardinal(text, marks, at + 1)
    else:
        return None
    return second if second is not None and not second.vague and second.low > _scaled(first, second) else None


def _scaled(first: Cardinal, second: Cardinal) -> Number:
    """The lower end under the upper end's scale word: `2 to 3 million` begins at two million."""
    bare = second.low / second.scale
    return first.low * second.scale if second.scale > 1 and first.scale == 1 and first.low < bare else first.low


def _plain(at: int, value: Cardinal) -> Quantity:
    if not value.vague:
        return Quantity(at, value.last, Interval(value.low, value.high), Comparator.EXACT, ClaimKind.EXACT)
    return Quantity(at, value.last, Interval(value.low, value.high), Comparator.ABOUT, ClaimKind.VAGUE)


def _range(at: int, first: Cardinal, second: Cardinal) -> Quantity:
    low, high = _scaled(first, second), second.low if second.high is None else second.high
    if low > high:
        low, high = high, low
    return Quantity(at, second.last, Interval(low, high), Comparator.EXACT, ClaimKind.RANGE)


def _percent(text: Sequence[Token], quantity: Quantity) -> Quantity:
    last = quantity.last
    if last < len(text) and text[last].key in _PERCENT:
        last += 1
    elif [token.key for token in text[last : last + 2]] in (["per", "cent"], ["في", "المئه"], ["في", "المائه"]):
        last += 2
    else:
        return quantity
    low, high = (
        None if end is None else round(end / 100, 6) for end in (quantity.interval.low, quantity.interval.high)
    )
    interval = Interval(low, high)
    return replace(quantity, last=last, interval=interval, kind=ClaimKind.SHARE, unit="share")


def _multiple(text: Sequence[Token], marks: Sequence[Marks], quantity: Quantity) -> Quantity:
    mark = marks[quantity.last].get("ratios") if quantity.last < len(text) else None
    if mark is None or mark.means != ("ratio",) or quantity.unit != "count":
        return quantity
    return replace(quantity, last=quantity.last + mark.length, kind=ClaimKind.RATIO, unit="ratio")


def _with_comparators(text: Sequence[Token], marks: Sequence[Marks], quantity: Quantity, floor: int) -> Quantity:
    """The quantity with the words that qualify it, before (up to two) and after."""
    said: list[str] = []
    for _ in range(2):
        before = _comparator_before(marks, quantity.first, floor)
        if before is None:
            break
        if quantity.unit == "share" and quantity.comparator is Comparator.AT_LEAST:
            break  # "owned up to most of these" qualifies nothing
        at, meaning = before
        quantity = replace(quantity, first=at)
        said.append(meaning)
    after = marks[quantity.last].get("after_numbers") if quantity.last < len(text) else None
    if after is not None and quantity.unit == "count":
        quantity = replace(quantity, last=quantity.last + after.length)
        said.append(after.first)
    for meaning in reversed(said):
        quantity = qualified(quantity, meaning)
    return quantity


def _to_its_other_end(text: Sequence[Token], marks: Sequence[Marks], quantity: Quantity) -> Quantity:
    """`at least three and as many as nine`: two bounds with nothing but a joint between them are one range."""
    low, at = quantity.interval.low, quantity.last
    if quantity.comparator is not Comparator.AT_LEAST or quantity.unit != "count" or low is None:
        return quantity
    at += at < len(text) and text[at].key == ","
    if at + 1 >= len(text) or text[at].key not in _TO_THE_END:
        return quantity
    at += 1 + (text[at + 1].key in _PERHAPS)
    opening = marks[at].get("comparators") if at < len(marks) else None
    upper = cardinal(text, marks, at + opening.length) if opening is not None and opening.first == "up_to" else None
    if upper is None or upper.vague or upper.low <= low:
        return quantity
    return replace(
        quantity,
        last=upper.last,
        interval=Interval(low, upper.low),
        comparator=Comparator.EXACT,
        kind=ClaimKind.RANGE,
    )


_TO_THE_END = frozenset({"and", "but", "or", "to"})
_PERHAPS = frozenset({"possibly", "perhaps", "maybe"})


def _comparator_before(marks: Sequence[Marks], at: int, floor: int) -> tuple[int, str] | None:
    for length in range(_LONGEST_COMPARATOR, 0, -1):
        start = at - length
        if start < floor:
            continue
        mark = marks[start].get("comparators")
        if mark is not None and mark.length == length:
            return start, mark.first
    return None


def qualified(quantity: Quantity, meaning: str) -> Quantity:
    """A quantity with what a comparator says of it: `at_least`, `up_to`, `about`, `nearly`, `exactly`."""
    low, high = quantity.interval.low, quantity.interval.high
    if meaning == "exactly" or quantity.unit == "remainder":
        return quantity
    if quantity.unit == "share" and quantity.kind is ClaimKind.SHARE and low != high:
        return quantity if meaning in ("about", "nearly") else _bound(quantity, meaning, ClaimKind.SHARE)
    kind = quantity.kind if quantity.unit != "count" else None
    if meaning in ("at_least", "up_to"):
        return _bound(quantity, meaning, kind or ClaimKind.BOUND)
    if quantity.kind in (ClaimKind.RANGE, ClaimKind.VAGUE) or low is None or high is None:
        return replace(quantity, comparator=Comparator.ABOUT)
    interval = Interval(_part(low, 0.9), high if meaning == "nearly" else _part(high, 1.1))
    wider = replace(quantity, interval=interval, comparator=Comparator.ABOUT, said=quantity.interval)
    return replace(wider, kind=kind or ClaimKind.APPROXIMATE)


def _part(value: Number, factor: float) -> Number:
    """A tenth to either side; whole where the figure is whole."""
    return round(value * factor) if isinstance(value, int) else value * factor


def _bound(quantity: Quantity, meaning: str, kind: ClaimKind) -> Quantity:
    low, high = quantity.interval.low, quantity.interval.high
    if meaning == "at_least":
        return replace(quantity, interval=Interval(low, None), comparator=Comparator.AT_LEAST, kind=kind)
    return replace(
        quantity, interval=Interval(None, low if high is None else high), comparator=Comparator.UP_TO, kind=kind
    )
