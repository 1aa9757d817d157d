"""People without a number: `civilians were injured` says that there were some, which is neither zero nor a figure."""

from collections.abc import Sequence

from recount.extraction.outcomes import Suffered
from recount.extraction.phrases import Counted
from recount.extraction.singles import ACTIVE, nominal
from recount.extraction.stances import standing_of
from recount.extraction.triggers import Form, Trigger
from recount.language.numbers import Quantity
from recount.language.sentences import Parsed, Sentence
from recount.model.assertions import Standing
from recount.model.codes import ClaimKind, Comparator, Outcome
from recount.model.interval import Interval

SOME = Interval(1, None)
FOUND = frozenset({"found", "reported", "confirmed", "believed", "feared", "discovered"})
"""`were found shot dead`: words between a passive and what it says."""
_LONGEST = 8


def crowds(text: Parsed, sentence: Sentence, found: Sequence[Trigger], taken: Sequence[Suffered]) -> list[Suffered]:
    """People in the plural, without a number, to whom a trigger of the sentence happened."""
    used = {each.trigger for each in taken if each.trigger is not None}
    held = {at for each in taken for at in range(each.phrase.first, each.phrase.end)}
    crowd = []
    for trigger in found:
        if trigger.outcome not in (Outcome.KILLED, Outcome.INJURED) or trigger.form is Form.TOLL:
            continue
        span = _before(text, sentence, trigger) if trigger.form is not Form.AFTER else _after(text, sentence, trigger)
        if trigger in used and (span is None or not unstated(text, *span)):
            continue
        if span is not None and not held.intersection(range(*span)):
            crowd.append(_some(sentence, trigger, span))
    crowd += [each for each in _said_by_nouns(text, sentence) if each.phrase.first not in held]
    return [each for each in crowd if standing_of(text, each) is Standing.ASSERTED]


def unstated(text: Parsed, first: int, last: int) -> bool:
    """`two guards and an unknown number of bathers were killed`: some beside those whom a figure counts."""
    vague = any(text.means(at, "numbers") == "vague" for at in range(first, last))
    return vague and text.language == "en" and "number" in text.keys(first, last)


def _said_by_nouns(text: Parsed, sentence: Sentence) -> list[Suffered]:
    """`وعدد من الجرحى`: an unstated number of people whose noun says what happened to them."""
    found = []
    for at in range(sentence.first + 2, sentence.last):
        head = text.marks[at].get("heads")
        if head is None or text.keys(at - 2, at) not in _A_NUMBER_OF or head.means[2] not in ("killed", "injured"):
            continue
        phrase = Counted(Quantity(at - 2, at + 1, SOME, Comparator.AT_LEAST, ClaimKind.VAGUE), sentence, at + 1)
        found.append(Suffered(phrase, Outcome(head.means[2])))
    return found


_A_NUMBER_OF = (["عدد", "من"], ["عددا", "من"])


def _some(sentence: Sentence, trigger: Trigger, span: tuple[int, int]) -> Suffered:
    quantity = Quantity(*span, SOME, Comparator.AT_LEAST, ClaimKind.VAGUE)
    return Suffered(Counted(quantity, sentence, span[1], known=True), trigger.outcome, trigger)


def _before(text: Parsed, sentence: Sentence, trigger: Trigger) -> tuple[int, int] | None:
    at = trigger.first
    while at > sentence.first and (
        text.means(at - 1, "functions") in ("be", "have", "adverb") or text.tokens[at - 1].key in FOUND
    ):
        at -= 1
    active = text.tokens[at].key in ACTIVE
    if at == trigger.first and trigger.form is Form.BEFORE and not active:
        return None
    first = at
    while first > sentence.first and nominal(text, first - 1) and at - first < _LONGEST:
        first -= 1
    for start in range(max(sentence.first, first - _LONGEST_NUMBER), first):
        if text.means(start, "numbers") == "vague" and start + text.length(start, "numbers") == first:
            return _plural(text, start, at)  # "an unknown number of soldiers"
    return _plural(text, first, at)


_LONGEST_NUMBER = 5


def _after(text: Parsed, sentence: Sentence, trigger: Trigger) -> tuple[int, int] | None:
    last = trigger.last
    if last + 1 < sentence.last and text.means(last, "functions") == "and" and "triggers" in text.marks[last + 1]:
        last += 1 + text.length(last + 1, "triggers")  # "killing and injuring an unknown number of soldiers"
    while last < sentence.last and nominal(text, last) and last - trigger.last < _LONGEST:
        last += 1
    return _plural(text, trigger.last, last)


def _plural(text: Parsed, first: int, last: int) -> tuple[int, int] | None:
    if "how" in text.keys(first - 1, last):
        return None  # "it was not clear how many people were wounded"
    heads = [text.marks[at]["heads"].means for at in range(first, last) if "heads" in text.marks[at]]
    some = any(text.means(at, "numbers") == "vague" or text.tokens[at].key == "number" for at in range(first, last))
    if some and not heads:
        return first, last
    people = bool(heads) and heads[-1][0] in ("people", "bodies") and heads[-1][-1] == "plural"
    return (first, last) if people else None
