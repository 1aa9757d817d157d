"""Counted phrases: a quantity with the noun it counts, such as `at least 3,200 civilian men, women and children`."""

from collections.abc import Sequence
from dataclasses import replace

from recount.extraction.nouns import OUTCOMES, POPULATIONS, Counted, bodies_before, noun, population
from recount.extraction.unnumbered import listed_singles, ordinal, singles
from recount.language.numbers import Quantity
from recount.language.sentences import Parsed, Sentence
from recount.model.codes import ClaimKind, Outcome, Unit

__all__ = ["Counted", "counted", "ordinal", "population"]

_LIVES_LOST = frozenset(
    {"lost", "lose", "claimed", "claiming", "claim", "claims", "cost", "costing", "took", "taking", "taken"}
)
_OPENINGS = frozenset({"the", "these", "those", "its", "their", "his", "her", "all", "them", "whom"})


def counted(text: Parsed, sentence: Sentence, found: Sequence[Quantity]) -> list[Counted]:
    """The counted phrases of a sentence in order, single persons without a number among them."""
    phrases = [_around(text, sentence, quantity, found) for quantity in found]
    covered = {at for phrase in phrases for at in range(phrase.first, phrase.end)}
    phrases.extend(singles(text, sentence, covered))
    covered.update(at for phrase in phrases for at in range(phrase.first, phrase.end))
    phrases.extend(listed_singles(text, sentence, covered, phrases))
    return sorted(phrases, key=lambda phrase: phrase.first)


def speaks_of_harm(text: Parsed, sentence: Sentence) -> bool:
    """Whether a noun of a sentence itself says that people died, were hurt or went missing."""
    heads = text.having("heads", sentence.first, sentence.last)
    return any(text.marks[at]["heads"].means[2] != "-" for at in heads)


def _around(text: Parsed, sentence: Sentence, quantity: Quantity, others: Sequence[Quantity]) -> Counted:
    at, of = quantity.last, False
    if at < sentence.last and text.tokens[at].key == "of":
        at, of = at + 1, True
    if at < sentence.last and text.tokens[at].key == "x":
        at += 1  # "2X CIV KIA": a log counts by "times"
    while at < sentence.last and text.tokens[at].key in _OPENINGS:
        at += 1
    starts = {other.first for other in others if other.first > quantity.first}
    end, heads, outcome = noun(text, at, sentence.last, starts)
    if not heads and at > quantity.last + of and text.tokens[at - 1].key in ("them", "whom"):
        return Counted(quantity, sentence, at, of=True, known=True, head="them")
    if not heads and text.tokens[quantity.last - 1].key == "couple" and not of:
        return Counted(replace(quantity, kind=ClaimKind.EXACT), sentence, quantity.last, known=True, head="couple")
    if not heads:
        nobody = text.tokens[quantity.first].key in ("nobody", "none")
        return Counted(quantity, sentence, end if of else max(at, end), of=of, nobody=nobody)
    return _described(text, Counted(quantity, sentence, end, outcome=outcome, known=True, of=of), heads)


def _described(text: Parsed, phrase: Counted, heads: Sequence[tuple[str, ...]]) -> Counted:
    """The phrase with what its nouns say: unit, population, outcome."""
    quantity, outcome = phrase.quantity, phrase.outcome
    unit = Unit[heads[-1][0].upper()] if heads[-1][0] != "families" else Unit.OTHER
    said = [POPULATIONS[head[1]] for head in heads if head[1] in POPULATIONS]
    if quantity.interval.high == 0 and text.tokens[phrase.end - 1].key == "victims":
        outcome = Outcome.CASUALTY  # "there were no victims"
    if text.tokens[phrase.end - 1].key == "victims" and text.keys(quantity.first - 2, quantity.first) == [
        "names",
        "of",
    ]:
        outcome = Outcome.KILLED
    for head in heads:
        outcome = _head_outcome(text, quantity, head) or outcome
    if unit is Unit.PEOPLE and bodies_before(text, quantity.first):
        unit, outcome = Unit.BODIES, Outcome.KILLED
    last = text.tokens[phrase.end - 1].key
    return replace(phrase, unit=unit, population=population(said), outcome=outcome, head=last)


def _head_outcome(text: Parsed, quantity: Quantity, head: tuple[str, ...]) -> Outcome | None:
    if head[2] == "lives":
        near = (*text.keys(quantity.first - 4, quantity.first), *text.keys(quantity.last, quantity.last + 5))
        return Outcome.KILLED if _LIVES_LOST.intersection(near) else None
    return OUTCOMES.get(head[2])
