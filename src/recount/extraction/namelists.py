"""The dead listed by name: lines or a list after `Those killed:`, and persons told with their ages. Each is one."""

from collections.abc import Iterable, Sequence

from recount.extraction.outcomes import Suffered
from recount.extraction.phrases import Counted
from recount.extraction.triggers import Trigger
from recount.language.numbers import Quantity
from recount.language.sentences import Parsed, Sentence
from recount.model.codes import ClaimKind, Comparator, Outcome
from recount.model.interval import Interval

_DEAD = frozenset(
    {"killed", "dead", "victims", "martyrs", "deceased", "fatalities", "martyred", "deaths", "murdered", "slain"}
)
_HURT = frozenset({"injured", "wounded", "injuries"})
_COLON = frozenset({":"})
_LONGEST_NAME = 7
_LONGEST_HEADING = 14
_COST = 2.5


Names = tuple[Outcome, list[tuple[int, int]]]
"""What happened to some persons named, and the tokens of their names."""


def headed(text: Parsed) -> dict[int, Names]:
    """The names that stand under or after a heading, by the first token of their sentence.

    A heading is a sentence, or its part before a colon, that speaks of the dead or the injured and ends with the
    colon; the list ends with the first line that is no name.
    """
    found: dict[int, Names] = {}
    if text.language != "en":
        return found
    under: Outcome | None = None
    for sentence in text.sentences:
        colon = _colon(text, sentence)
        if colon is not None:
            under = _headed(text, sentence, colon)
            names = _names(text, colon + 1, sentence.last) if under is not None else []
        else:
            names = _names(text, sentence.first, sentence.last) if under is not None else []
            under = under if names else None
        if names and under is not None:
            found[sentence.first] = under, names
    return found


def listed(sentence: Sentence, names: Names, taken: Sequence[Suffered]) -> list[Suffered]:
    """The persons of a list that nothing else in its sentence counts."""
    held = {at for each in taken for at in range(each.phrase.first, each.phrase.end)}
    return [_person(sentence, names[0], None, span) for span in names[1] if not held.intersection(range(*span))]


def aged(text: Parsed, sentence: Sentence, found: Sequence[Trigger], held: Iterable[int]) -> list[Suffered]:
    """`Salim, 44, his wife Huda, 39, and their son Anas, 7, died`: persons by name and age, two or more."""
    harm = [each for each in found if each.outcome in (Outcome.KILLED, Outcome.INJURED)]
    if not harm or not text.capitals or text.language != "en":
        return []
    taken, spans = set(held), []
    for at in text.numerals(sentence.first + 2, sentence.last):
        if not _age(text, at):
            continue
        first = at - 1
        while first > sentence.first and text.tokens[first - 1].capital and text.means(first - 1, "functions") is None:
            first -= 1
        if first < at - 1 and not taken.intersection(range(first, at)):
            spans.append((first, at - 1))
    return [_person(sentence, harm[0].outcome, harm[0], span) for span in spans] if len(spans) > 1 else []


def _age(text: Parsed, at: int) -> bool:
    token, before = text.tokens[at], text.tokens[at - 1].key
    value = token.value
    after = text.tokens[at + 1].key if at + 1 < len(text.tokens) else "."
    return (
        token.kind == "number"
        and isinstance(value, int)
        and value <= 110
        and (before, after) in ((",", ","), ("(", ")"), (",", "."), (",", "and"))
    )


def _person(sentence: Sentence, outcome: Outcome, trigger: Trigger | None, span: tuple[int, int]) -> Suffered:
    quantity = Quantity(*span, Interval(1, 1), Comparator.EXACT, ClaimKind.EXACT)
    phrase = Counted(quantity, sentence, span[1], bare=True, known=True, outcome=outcome)
    return Suffered(phrase, outcome, trigger, _COST)


def _colon(text: Parsed, sentence: Sentence) -> int | None:
    colons = text.saying(_COLON, sentence.first, min(sentence.last, sentence.first + _LONGEST_HEADING))
    return colons[0] if colons else None


def _headed(text: Parsed, sentence: Sentence, colon: int) -> Outcome | None:
    keys = text.keys(sentence.first, colon)
    if any(text.tokens[at].kind == "number" for at in range(sentence.first, colon)) and not _DEAD.intersection(keys):
        return None
    return Outcome.KILLED if _DEAD.intersection(keys) else Outcome.INJURED if _HURT.intersection(keys) else None


def _names(text: Parsed, first: int, last: int) -> list[tuple[int, int]]:
    """The names of a list between two tokens; none where one of its members is no name."""
    names: list[tuple[int, int]] = []
    for start, end in _members(text, first, last):
        name = _name(text, start, end)
        if name is None and names and _occupation(text, start, end):
            continue
        if name is None:
            return []
        names.append(name)
    return names


def _occupation(text: Parsed, first: int, last: int) -> bool:
    """`Salma Idris, nurse; Omar Hadi, truck driver`: a few words in small letters say what the one before was."""
    words = range(first, last)
    small = all(text.tokens[at].kind == "word" and not text.tokens[at].capital for at in words)
    return small and len(words) <= 4 and text.means(first, "functions") is None and "numbers" not in text.marks[first]


def _members(text: Parsed, first: int, last: int) -> Iterable[tuple[int, int]]:
    start = first
    for at in range(first, last + 1):
        parted = at == last or text.tokens[at].key in (",", ";", ".", "•") or text.means(at, "functions") == "and"
        if parted:
            if at > start and not _only_an_age(text, start, at):
                yield start, at
            start = at + 1


def _only_an_age(text: Parsed, first: int, last: int) -> bool:
    return all(
        text.tokens[at].kind == "number" or text.tokens[at].key in ("(", ")", "years", "aged")
        for at in range(first, last)
    )


def _name(text: Parsed, first: int, last: int) -> tuple[int, int] | None:
    """The name a member is: words with capitals that no list of ours holds, before an age or a bracket."""
    while first < last and (text.tokens[first].kind in ("number", "mark") or "speakers" in text.marks[first]):
        first += 1
    end = first
    while end < last and text.tokens[end].kind == "word":
        end += 1
    rest = all(
        text.tokens[at].kind != "word" or text.tokens[at].key in ("years", "old", "aged", "age")
        for at in range(end, last)
    )
    words = range(first, end)
    named = 2 <= len(words) <= _LONGEST_NAME and all(
        text.tokens[at].capital or text.tokens[at].key in _PARTICLES for at in words
    )
    known = any(
        "triggers" in text.marks[at] or "reporting" in text.marks[at] or "causes" in text.marks[at] for at in words
    )
    heads = sum("heads" in text.marks[at] or text.means(at, "functions") is not None for at in words)
    return (first, end) if named and rest and not known and heads == 0 else None


_PARTICLES = frozenset({"al", "el", "bin", "ibn", "bint", "abu", "umm", "de", "del", "van", "von", "la", "da"})
