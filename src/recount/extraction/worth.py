"""Which figures are claims of harm, and of which outcome."""

from collections.abc import Sequence

from recount.extraction.described import described
from recount.extraction.drafts import Draft
from recount.extraction.outcomes import Suffered
from recount.extraction.phrases import Counted
from recount.extraction.reads import Read
from recount.extraction.stances import unresolved
from recount.language.sentences import Sentence, within
from recount.model.codes import ClaimKind, Outcome, Unit

_HARM = (Outcome.KILLED, Outcome.INJURED)
_THINGS = (Unit.STRIKES, Unit.ALLEGATIONS, Unit.GRAVES, Unit.VIDEO_FEEDS, Unit.OTHER)
_FEWEST_THINGS = 10
"""Below this, strikes, graves and people in danger are told of in passing: `one air strike`, `two graves`."""


def outcome_of(draft: Draft, suffered: Suffered, before: Sequence[Read]) -> Outcome | None:
    """What happened, from the phrase or its trigger; a ratio or share may take it from what it refers to."""
    phrase = suffered.phrase
    rates = phrase.quantity.unit == "share" and not phrase.of and _many_shares(draft, phrase)
    if rates or _speaks(draft, phrase):
        return None  # "thefts 83 percent, and murders 67 percent"; "a medic said"
    return _outcome_of(draft, suffered, before)


def _outcome_of(draft: Draft, suffered: Suffered, before: Sequence[Read]) -> Outcome | None:
    phrase = suffered.phrase
    if phrase.unit in (Unit.STRIKES, Unit.VIDEO_FEEDS, Unit.GRAVES, Unit.ALLEGATIONS):
        return Outcome.OTHER
    if unresolved(draft.text, suffered):
        return Outcome.KILLED
    if suffered.outcome is not None and not (phrase.quantity.unit == "ratio" and suffered.outcome is Outcome.OTHER):
        return suffered.outcome
    if phrase.unit is Unit.NAMES:
        return Outcome.KILLED if _spoken_of(draft, phrase.sentence) or before else None
    if phrase.quantity.unit in ("ratio", "share", "remainder"):
        return _referred(draft, suffered, before)
    return _referred_count(draft, suffered, before)


_CLOSES_SPEECH = frozenset({",", '"', "”", "’", "'"})


def _speaks(draft: Draft, phrase: Counted) -> bool:
    """Whether the people counted are those who say it: `a medic said`, `..., said a medic`; not `two bodies found`."""
    first = phrase.first
    if first - 2 >= phrase.sentence.first and "speech" in draft.text.marks[first - 1]:
        return draft.text.tokens[first - 2].key in _CLOSES_SPEECH
    if phrase.end >= phrase.sentence.last or "speech" not in draft.text.marks[phrase.end]:
        return False
    after = draft.text.marks[phrase.end + 1] if phrase.end + 1 < phrase.sentence.last else {}
    return "triggers" not in after and "heads" not in after


def _spoken_of(draft: Draft, sentence: Sentence) -> Outcome | None:
    """The outcome a sentence speaks of anywhere: `those deaths make up about a third of the nearly 10,000`."""
    for at in range(sentence.first, sentence.last):
        head, trigger = draft.text.marks[at].get("heads"), draft.text.marks[at].get("triggers")
        if head is not None and head.means[2] in ("killed", "injured", "casualty"):
            return Outcome(head.means[2]) if head.means[2] != "casualty" else Outcome.KILLED
        if trigger is not None and trigger.first in ("killed", "injured"):
            return Outcome(trigger.first)
    return None


def _referred(draft: Draft, suffered: Suffered, before: Sequence[Read]) -> Outcome | None:
    phrase = suffered.phrase
    if phrase.end < phrase.sentence.last and draft.text.tokens[phrase.end].key in ("said", "say", "answered"):
        return None  # a poll: "3 percent said the army"
    if phrase.quantity.unit == "share" and _of_other_things(draft, suffered):
        return None
    spoken = _spoken_of(draft, phrase.sentence)
    figure = any("figures" in draft.text.marks[at] for at in range(phrase.sentence.first, phrase.sentence.last))
    refers = phrase.quantity.another or phrase.head in ("victims", "them", "whom", "casualties")
    if phrase.quantity.unit == "ratio":
        refers = figure or any(
            key in ("higher", "greater") for key in draft.text.keys(phrase.first, phrase.quantity.last)
        )
    if phrase.known and not refers and phrase.quantity.unit != "ratio":
        return spoken if phrase.unit is Unit.PEOPLE and suffered.outcome is not None else None
    recent = [read for read in before[-6:] if read.claim.outcome in (Outcome.KILLED, Outcome.INJURED)]
    if refers and recent:
        return recent[-1].claim.outcome
    return spoken if phrase.quantity.unit == "ratio" or not phrase.of or _of_number(draft, phrase) else None


_MOST_SHARES = 3


def _where_they_were(draft: Draft, phrase: Counted) -> bool:
    """`most of the victims were in cars`: where they were, not what happened to them."""
    keys = draft.text.keys(phrase.end, min(phrase.end + 2, phrase.sentence.last))
    return keys[:1] in (["were"], ["was"]) and keys[1:] in (["in"], ["at"], ["on"], ["from"], ["aboard"])


def _of_other_things(draft: Draft, suffered: Suffered) -> bool:
    """`theft 80 percent, crime 140 percent, murders 67 percent`, `most of them are forged`: shares of no people."""
    phrase = suffered.phrase
    verb = phrase.end < phrase.sentence.last and draft.text.tokens[phrase.end].key in ("are", "is")
    somewhere = _where_they_were(draft, phrase)
    return (
        _many_shares(draft, phrase)
        or somewhere
        or (verb and phrase.head in ("them", "whom") and suffered.trigger is None)
    )


def _many_shares(draft: Draft, phrase: Counted) -> bool:
    return sum(each.unit == "share" for each in within(draft.found, phrase.sentence)) > _MOST_SHARES


def _of_number(draft: Draft, phrase: Counted) -> bool:
    """`about a third of the nearly 10,000`: a share of a figure rather than of a noun."""
    after = draft.text.keys(phrase.quantity.last, phrase.quantity.last + 1)
    return after == ["of"] and any(
        phrase.quantity.last < each.first <= phrase.quantity.last + 3 for each in within(draft.found, phrase.sentence)
    )


def _referred_count(draft: Draft, suffered: Suffered, before: Sequence[Read]) -> Outcome | None:
    """A bare figure that a share is taken of, or `326 of them`."""
    phrase = suffered.phrase
    if phrase.head in ("them", "whom") and before:
        own = phrase.end < phrase.sentence.last and draft.text.means(phrase.end, "functions") in ("be", "have")
        if own and described(draft.text, phrase) is None:
            return None  # "two of whom were dressed in uniforms"
        return before[-1].claim.outcome
    share = [
        each
        for each in within(draft.found, phrase.sentence)
        if each.unit == "share" and 0 < phrase.first - each.last <= 3
    ]
    return _spoken_of(draft, phrase.sentence) if share and not phrase.known else None


_ALSO_THINGS = frozenset(
    {
        "eliminated",
        "liquidated",
        "neutralised",
        "neutralized",
        "burned",
        "burnt",
        "scarred",
        "mutilated",
        "beaten",
        "beat",
        "hit",
        "struck",
        "left",
    }
)


def worth_reading(suffered: Suffered, outcome: Outcome) -> bool:
    """Whether a figure is a claim of harm, or of something counted beside it, rather than a passing number."""
    phrase = suffered.phrase
    low, high = phrase.quantity.interval.low or 0, phrase.quantity.interval.high
    things = suffered.trigger is not None and suffered.trigger.word in _ALSO_THINGS and not phrase.known
    if things or suffered.denied or (phrase.quantity.kind is ClaimKind.VAGUE and high is None):
        return False  # "many" is no figure
    if high == 0 and not (phrase.known or phrase.quantity.last - phrase.first > 1 or suffered.phrase.nobody):
        return False
    if phrase.unit in _THINGS:
        share = phrase.quantity.unit == "share" and phrase.unit is Unit.ALLEGATIONS
        return phrase.unit is not Unit.OTHER and (share or low >= _FEWEST_THINGS)
    if outcome is Outcome.OTHER:
        return low >= _FEWEST_THINGS and not phrase.bare and phrase.known
    if phrase.bare:
        told = suffered.trigger is not None or suffered.listed is not None
        return suffered.cost <= 3 and (told or phrase.outcome in _HARM)
    return phrase.known or phrase.quantity.unit != "count" or suffered.cost <= 3.5
