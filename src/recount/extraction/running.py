"""Sums over more than one event: what a war, a month or a party has come to, told beside what happened."""

from recount.extraction.drafts import Draft
from recount.extraction.tallies import Counted
from recount.language.sentences import Parsed, Sentence

NEAR = 12
LONGEST = 250


def opening_of(sentence: Sentence, first: int) -> int:
    """Where to begin to look: a list that hangs on one lead is longer than any sentence."""
    return max(sentence.first, first - LONGEST)


def aside(draft: Draft, counted: Counted) -> bool:
    """Whether a count sums up more than an event: `the war has killed 160,000`, `blamed for hundreds of deaths`.

    Such a figure is the event's own where the report gives no other.
    """
    text, sentence, at = draft.text, counted.sentence, counted.first
    said = text.having("openers", opening_of(sentence, at), min(sentence.last, at + LONGEST))
    if any(text.means(here, "openers") == "aside" for here in said):
        return True
    return _up_to_now(text, counted) or _of_a_month(text, counted) or _of_a_war(text, counted)


_WARS = frozenset({"conflict", "war", "insurgency", "violence", "uprising", "crisis", "unrest", "rebellion", "siege"})
_OPENING_NOUN = 5


def _of_a_war(text: Parsed, counted: Counted) -> bool:
    """`The conflict, in its fourth year, has killed 160,000`: what a war has done by now, which is no attack."""
    first = counted.sentence.first
    war = text.saying(_WARS, first, min(first + _OPENING_NOUN, counted.first))
    has = text.saying(_HAS, war[0], counted.first) if war else ()
    return bool(has) and counted.first - has[-1] <= NEAR


_HAS = frozenset({"has", "have", "had"})


def _of_a_month(text: Parsed, counted: Counted) -> bool:
    """`bringing the number killed this month to 103`: a running total of more than the event."""
    if not counted.toll:
        return False
    sentence = counted.sentence
    this = text.saying(_THIS, opening_of(sentence, counted.first), min(sentence.last, counted.first + NEAR))
    return any(text.tokens[at + 1].key in ("month", "year", "week") for at in this if at + 1 < sentence.last)


_THIS = frozenset({"this"})


def _up_to_now(text: Parsed, counted: Counted) -> bool:
    """`3,000 have been killed since the uprising began`: the perfect with `since` sums up more than this event."""
    sentence, at = counted.sentence, counted.first
    after = text.saying(_SINCE, at, min(sentence.last, at + LONGEST))
    if not after:
        return False
    has = text.having("functions", max(opening_of(sentence, at), at - NEAR), after[0])
    summed = any(text.means(here, "functions") == "have" for here in has) or counted.toll
    summed = summed or "number" in text.keys(at, after[0])  # "bring to 41 the number of soldiers killed since"
    return summed and not counted.risen and text.keys(after[0] + 1, after[0] + 3) != ["the", "attack"]


_SINCE = frozenset({"since"})
