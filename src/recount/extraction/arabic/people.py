"""Small facts about Arabic people in a sentence that several constructions ask for."""

from recount.language.sentences import Parsed, Sentence
from recount.model.codes import Population

_NEAR = 4
_TOLLS = frozenset({"حصيله", "عدد", "عداد"})
_SINCE = frozenset({"بعد", "عقب", "اثر"})
HE = frozenset({"انه", "انها", "بانه", "بانها"})
"""`إنه قتل`: the pronoun is part of the word that opens the clause."""


def numbered(text: Parsed, at: int) -> bool:
    """Whether a number or its comparator stands at a token."""
    return text.tokens[at].kind == "number" or bool({"numbers", "comparators"} & text.marks[at].keys())


def counts_people(text: Parsed, sentence: Sentence, at: int) -> bool:
    """Whether a number of people follows, and no length of time."""
    number = numbered(text, at)
    at += text.length(at, "comparators") if "comparators" in text.marks[at] else 0
    near = range(at, min(at + _NEAR, sentence.last))
    heads = [text.marks[here]["heads"].first for here in near if "heads" in text.marks[here]]
    return number and heads[:1] == ["people"]


def people_at(text: Parsed, sentence: Sentence, at: int) -> bool:
    """Whether people, or a number of them, follow at once."""
    for after in range(at, min(at + _NEAR, sentence.last)):
        mark = text.marks[after]
        if text.tokens[after].kind == "number" or {"numbers", "heads", "comparators", "fractions"} & mark.keys():
            return True
        if text.tokens[after].kind != "word" or "functions" in mark:
            return False
    return False


def risen_by(text: Parsed, sentence: Sentence, at: int) -> bool:
    """Whether a toll with its figure holds what stands at a token: `الحصيلة إلى 13 بعد وفاة طفلة`."""
    near = text.saying(_SINCE, max(sentence.first, at - 2), at)
    tolls = text.saying(_TOLLS, sentence.first, at)
    return bool(near and tolls and text.numerals(tolls[0], near[0]))


def who(meaning: str) -> list[Population]:
    """The population that a noun says, if any."""
    return [Population(meaning)] if meaning not in ("-", "people") else []
