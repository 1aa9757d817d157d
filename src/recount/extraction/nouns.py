"""Noun phrases: what a count counts, what the noun itself says happened, and whom it speaks of."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from recount.extraction.idioms import SUFFERED
from recount.language.numbers import Quantity
from recount.language.sentences import Parsed, Sentence
from recount.model.codes import Outcome, Population, Unit

OUTCOMES = {outcome.value: outcome for outcome in Outcome}
POPULATIONS = {population.value: population for population in Population}
_STOPS = frozenset({"be", "have", "modal", "perhaps", "if", "prep", "by", "clause", "relative", "part", "not"})
_LONGEST_PHRASE = 8


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity and what it counts: its phrase is tokens [first, last) of `quantity`, its noun ends before `end`.

    `outcome` is set where the noun itself says what happened (`deaths`, `wounded`); `known` says that the lexicon
    holds the noun, `bare` that there is no number but a single person (`an interpreter`), `pronoun` that it counts
    members of something named before (`326 of those deaths`), `nobody` that it is the word for no person at all.
    """

    quantity: Quantity
    sentence: Sentence
    end: int
    unit: Unit = Unit.PEOPLE
    population: Population = Population.PEOPLE
    outcome: Outcome | None = None
    known: bool = False
    bare: bool = False
    of: bool = False
    head: str = ""
    nobody: bool = False

    @property
    def first(self) -> int:
        """The first token of the phrase."""
        return self.quantity.first


def noun(text: Parsed, at: int, last: int, starts: Container[int]) -> tuple[int, list[tuple[str, ...]], Outcome | None]:
    """Where the noun phrase from a token on ends, the lexicon nouns in it, and an outcome said by its adjectives."""
    begin = end = at
    heads: list[tuple[str, ...]] = []
    outcome: Outcome | None = None
    while at < min(last, begin + _LONGEST_PHRASE + 4 * bool(heads)) and at not in starts:
        aged = text.tokens[at].kind == "number" or "numbers" in text.marks[at]
        if aged and text.keys(at + 1, at + 3) in _OLD:
            at += 3  # "a 45-year-old villager"
            continue
        mark = text.marks[at].get("heads")
        if mark is not None:
            if heads and heads[-1][1] == "people" and "triggers" in text.marks[at]:
                break  # "12 people injured": the participle is what happened to them, read as a trigger
            if heads and heads[-1][-1] == "single" and text.tokens[at].key in ("dead", "wounded", "injured", "missing"):
                break  # "shot a cleric dead"
            heads.append(mark.means)
            at = end = at + mark.length
            continue
        if (heads and not _goes_with(text, at, last)) or _stops(text, at):
            break
        trigger = text.marks[at].get("triggers")
        if trigger is not None:
            if trigger.means[1] not in ("participle", "context") or not _adjective(text, at, last):
                break
            outcome = OUTCOMES[trigger.first] if trigger.means[1] == "participle" else outcome
        at += 1
        end = end if heads else at
    return end, heads, outcome


_OLD = (["year", "old"], ["month", "old"], ["day", "old"], ["week", "old"])


def _goes_with(text: Parsed, at: int, last: int) -> bool:
    """Whether a noun already found goes on: `civilian casualty allegations`, with at most one word between."""
    return (
        at + 1 < last
        and "heads" in text.marks[at + 1]
        and text.tokens[at + 1].kind == "word"
        and (
            text.tokens[at].kind == "word" and text.means(at, "functions") is None and "triggers" not in text.marks[at]
        )
        and text.means(at, "speakers") is None
        and text.tokens[at].key not in SUFFERED  # "a woman sustained minor injuries"
    )


def _adjective(text: Parsed, at: int, last: int) -> bool:
    """Whether a participle stands before a noun: `12 wounded soldiers`."""
    for after in range(at + 1, min(at + 3, last)):
        if "heads" in text.marks[after]:
            return True
        counted = text.tokens[after].kind == "number" or "numbers" in text.marks[after]
        if counted or text.means(after, "functions") is not None:
            return False  # "16 killed in attack", "a mine killed one soldier"
    return False


def _stops(text: Parsed, at: int) -> bool:
    token = text.tokens[at]
    if token.kind != "word":
        return token.key not in ('"', "'", "(") if token.kind == "mark" else True
    meaning = text.means(at, "functions")
    if token.key == "us" and token.end - token.start > 2:
        return False  # "nine U.S. soldiers"
    if token.key in ("us", "in") and _LOGGED.intersection(text.keys(at + 1, at + 3)):
        return False
    if token.key in _DESCRIBED and at + 1 < len(text.tokens) and "heads" in text.marks[at + 1]:
        return False
    return meaning in _STOPS or meaning in ("and", "det", "pronoun", "of") or "reporting" in text.marks[at]


_LOGGED = frozenset({"kia", "wia", "ekia", "dow", "inj"})
"""How a military log ends a count: `3 x US KIA`."""


_DESCRIBED = frozenset({"reported", "confirmed", "alleged", "identified", "documented", "recorded", "claimed"})
"""`no reported casualties`: said of the noun after it."""


def population(said: Sequence[Population]) -> Population:
    """Who is counted when several words say so: `civilian women` are women, `women and civilians` people."""
    special = [each for each in said if each is not Population.PEOPLE]
    if not special:
        return Population.PEOPLE
    if Population.CIVILIANS in special and special[-1] is Population.CIVILIANS:
        return Population.CIVILIANS
    return special[-1]


def bodies_before(text: Parsed, first: int) -> bool:
    if first > 0 and text.tokens[first - 1].key in ("جثث", "جثامين", "رفات", "جثه"):
        return True
    return (
        first > 1
        and text.tokens[first - 1].key == "of"
        and text.tokens[first - 2].key in ("body", "bodies", "corpses", "remains")
    )
