"""Stated zeros in Arabic: `لم تسجل إصابات`, `دون وقوع خسائر بشرية`, `لم يصب أحد`."""

from collections.abc import Sequence

from recount.extraction.phrases import Counted
from recount.language.numbers import Quantity
from recount.language.sentences import Parsed, Sentence
from recount.model.codes import ClaimKind, Comparator, Outcome
from recount.model.interval import Interval

_OUTCOMES = {outcome.value: outcome for outcome in Outcome}
_FARTHEST_NOUN = 9
_ANYBODY = frozenset({"احد", "اي", "ايا", "ايه", "شخص"})
_EVERYBODY = frozenset({"ضحيه", "ضحايا"})
"""A denial of victims is one of the dead and of the injured."""


def nobody(text: Parsed, sentence: Sentence, phrases: Sequence[Counted]) -> list[Counted]:
    """`لم تسجل إصابات`, `دون وقوع خسائر بشرية`, `لم يصب أحد`: a stated zero."""
    held = {at for each in phrases for at in range(each.first, each.end)}
    found: list[Counted] = []
    for at in range(sentence.first, sentence.last):
        if "nobody" in text.marks[at]:
            zero = _denied_noun(text, sentence, at) or _denied_verb(text, sentence, at)
            overlaps = zero is not None and held.intersection(range(zero.first, zero.end))
            if zero is not None and not overlaps and not (found and zero.first < found[-1].end):
                found.append(zero)
    return found


def _denied_noun(text: Parsed, sentence: Sentence, at: int) -> Counted | None:
    if text.means(at, "nobody") != "none":
        return None
    after = at + text.length(at, "nobody")
    for noun in range(after, min(after + _FARTHEST_NOUN, sentence.last)):
        head = text.marks[noun].get("heads")
        if head is not None:
            outcome = _OUTCOMES.get(head.means[2])
            if outcome is None or head.means[-1] != "plural":
                return None
            everybody = text.tokens[noun].key in _EVERYBODY
            return _zero(sentence, at, noun, noun + head.length, Outcome.CASUALTY if everybody else outcome)
        if text.means(noun, "nobody") != "filler":
            return None
    return None


def _denied_verb(text: Parsed, sentence: Sentence, at: int) -> Counted | None:
    outcome, after = _OUTCOMES.get(text.means(at, "nobody") or ""), at + text.length(at, "nobody")
    anybody = after < sentence.last and text.tokens[after].key in _ANYBODY
    return _zero(sentence, at, after + 1, after + 1, outcome) if anybody and outcome is not None else None


def _zero(sentence: Sentence, first: int, last: int, end: int, outcome: Outcome) -> Counted:
    quantity = Quantity(first, last, Interval(0, 0), Comparator.EXACT, ClaimKind.EXACT)
    return Counted(quantity, sentence, end, outcome=outcome, known=True)
