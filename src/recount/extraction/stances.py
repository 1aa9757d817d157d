"""What the claimant does with a figure: hedges, conditions, denials; and how sure the reading is."""

from recount.extraction.outcomes import Suffered
from recount.language.sentences import Parsed, Sentence
from recount.model.assertions import Quantity, Standing
from recount.model.codes import ClaimKind, Outcome, Stance, Unit

_NEAR = 6


def hedges_of(text: Parsed, suffered: Suffered) -> tuple[str, ...]:
    """The words that hedge a figure or what happened, as written, in order."""
    phrase, trigger = suffered.phrase, suffered.trigger
    first = max(phrase.sentence.first, min(phrase.first, trigger.first if trigger else phrase.first) - _NEAR)
    last = min(phrase.sentence.last, max(phrase.end, trigger.last if trigger else phrase.end) + 1)
    found, at = [], first
    while at < last:
        mark = text.marks[at].get("hedges")
        inside = mark is not None and phrase.first <= at and at + mark.length <= phrase.quantity.last
        if mark is not None and (inside or mark.first in ("doubt", "report", "belief")):
            found.append(" ".join(text.written(at, at + mark.length).lower().split()))
        at += mark.length if mark is not None else 1
    return tuple(dict.fromkeys(found))


def said_of(text: Parsed, suffered: Suffered, stance: Stance) -> Stance:
    """The claimant's stance, corrected by what the sentence says of the figure itself."""
    sentence = suffered.phrase.sentence
    after = text.having("reporting", suffered.phrase.end, min(sentence.last, suffered.phrase.end + 30))
    if any(text.means(at, "reporting") == "not_credible" for at in after):
        credible = suffered.phrase.unit.value == "allegations"
        return Stance.NOT_CREDIBLE if credible else stance
    if unacknowledged(text, sentence):
        return Stance.NO_FIGURE
    if stance is Stance.REPORTS and text.saying(_WHETHER, sentence.first, suffered.phrase.first):
        return Stance.INVESTIGATES
    if stance is Stance.REPORTS and suffered.phrase.quantity.kind is ClaimKind.VAGUE:
        return Stance.ESTIMATES
    return stance


def owned(text: Parsed, sentence: Sentence) -> bool:
    """Whether a party that speaks owns the harm it tells of: `six civilians were unintentionally killed`."""
    if text.saying(_UNMEANT, sentence.first, sentence.last):
        return True
    return any(text.keys(at, at + 4) == _LIKELIER for at in text.saying(_MORE, sentence.first, sentence.last))


_UNMEANT = frozenset({"unintentionally", "inadvertently", "mistakenly"})
"""What a party says of deaths it caused; it may regret those of others too, and of its own soldiers."""
_MORE, _LIKELIER = frozenset({"more"}), ["more", "likely", "than", "not"]
_WHETHER = frozenset({"whether"})


def unacknowledged(text: Parsed, sentence: Sentence) -> bool:
    """`were not acknowledged by`, `neither has owned up to`: silence on a figure, never a denial."""
    here = text.having("reporting", sentence.first, sentence.last)
    return any(text.means(at, "reporting") == "acknowledges" and _negated(text, at) for at in here)


def _negated(text: Parsed, at: int) -> bool:
    return bool({"not", "never", "neither", "nor"}.intersection(text.keys(at - 6, at + 2)))


def standing_of(text: Parsed, suffered: Suffered) -> Standing:
    """Whether it is said to have happened, or only that it could."""
    phrase, trigger = suffered.phrase, suffered.trigger
    if phrase.quantity.unit == "ratio":
        return Standing.ASSERTED
    if unresolved(text, suffered):
        return Standing.HYPOTHETICAL
    at = trigger.first if trigger is not None else phrase.first
    if trigger is not None and trigger.agent and trigger.word in _PURPOSES and _purpose(text, at):
        return Standing.HYPOTHETICAL
    first = max(phrase.sentence.first, at - 7)
    for here in range(at - 1, first - 1, -1):
        said = _conditional(text, suffered, here)
        if said is not None:
            return said
        if text.tokens[here].key in (";", ":", '"', ".") or "reporting" in text.marks[here]:
            break
    return Standing.ASSERTED


def _conditional(text: Parsed, suffered: Suffered, here: int) -> Standing | None:
    """What one word before says of whether it happened, None where it says nothing of it."""
    meaning, key = text.means(here, "functions"), text.tokens[here].key
    if key in ("could", "can") and _ABLE.intersection(text.keys(here + 1, here + 3)):
        return Standing.ASSERTED
    if meaning in ("modal", "perhaps", "if") and not (key == "may" and text.tokens[here].capital):
        perfect = "have" in text.keys(here + 1, here + 4)
        if meaning == "modal" and perfect:
            return Standing.ASSERTED if key == "might" else Standing.HYPOTHETICAL
        if meaning != "perhaps" or not perfect:
            return Standing.HYPOTHETICAL
    after = suffered.trigger is not None and suffered.trigger.form.name == "AFTER"
    return Standing.HYPOTHETICAL if after and "hypotheticals" in text.marks[here] else None


_PURPOSES = frozenset({"kill", "murder", "assassinate", "execute", "massacre", "slaughter", "wound", "injure", "maim"})
_DONE = frozenset({"managed", "continued", "used", "went", "proceeded", "began", "started", "helped", "continue"})


def _purpose(text: Parsed, at: int) -> bool:
    """`sent to assassinate him`: an infinitive says what somebody wanted, unless the verb before says it was done."""
    return at > 1 and text.tokens[at - 1].key == "to" and text.tokens[at - 2].key not in _DONE


_ABLE = frozenset(
    {"trace", "count", "confirm", "verify", "document", "identify", "establish", "find", "tally", "name", "account",
     "corroborate", "record", "list"}
)  # fmt: skip
"""`could trace`, `can confirm`: somebody managed to, which is no condition."""


_LEFT_OPEN = frozenset({"unresolved", "resolved"})


def unresolved(text: Parsed, suffered: Suffered) -> bool:
    """`a further 36, who may have been in the house, remain unresolved`: nobody says that they died."""
    phrase = suffered.phrase
    if phrase.unit is not Unit.PEOPLE:
        return False
    first, last = phrase.end, min(phrase.sentence.last, phrase.end + 26)
    return any(
        text.tokens[at].key == "unresolved" or (at > first and text.tokens[at - 1].key == "not")
        for at in text.saying(_LEFT_OPEN, first, last)
    )


def confidence_of(suffered: Suffered, outcome: Outcome, standing: Standing, quantity: Quantity, names: int) -> float:
    """How sure the reading is, from how it was found; parts, conditions and unknown nouns go to a reviewer first.

    `names` is the length of the chain of those who say it.
    """
    phrase = suffered.phrase
    sure = 0.97 if suffered.trigger is None and suffered.outcome is not None else 0.95 - 0.05 * min(suffered.cost, 6.0)
    sure -= 0.15 * (not phrase.known) + 0.1 * phrase.bare + 0.05 * (suffered.whole is not None)
    sure -= 0.1 * (suffered.listed is not None) + 0.2 * (standing is not Standing.ASSERTED)
    sure -= 0.15 * (outcome in (Outcome.OTHER, Outcome.CASUALTY)) + 0.15 * (suffered.outcome is None)
    sure -= 0.1 * (quantity.kind is ClaimKind.VAGUE) + 0.05 * (names < 2)
    return round(max(0.05, min(0.97, sure)), 2)
