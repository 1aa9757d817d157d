"""Words that stand for people counted before: `the victims were found dead`, `all of them died`, `their bodies`."""

from collections.abc import Iterable, Sequence

from recount.extraction.crowds import FOUND, SOME
from recount.extraction.outcomes import Suffered
from recount.extraction.phrases import Counted, counted
from recount.extraction.triggers import Form, Trigger
from recount.language.numbers import Quantity
from recount.language.sentences import Parsed, Sentence, within
from recount.model.codes import ClaimKind, Comparator, Outcome, Unit
from recount.model.interval import Interval

_GENERAL = frozenset(
    {"victims", "hostages", "captives", "men", "women", "people", "abductees", "detainees", "prisoners", "passengers",
     "group", "boys", "girls", "children", "workers", "missing", "three", "others", "occupants"}
)  # fmt: skip
_DEFINITE = frozenset({"the", "these", "those", "their", "all", "his", "its"})
_PRONOUNS = frozenset({"they", "all", "both", "them"})
_ONE = frozenset({"he", "she"})
_BACK = 2


def stood_for(text: Parsed, found: Sequence[Quantity], crowd: Suffered) -> Interval:
    """How many people a plural without a number stands for; some where nothing before says."""
    phrase = crowd.phrase
    keys = text.keys(phrase.first, phrase.end)
    definite = bool(_DEFINITE.intersection(keys[:1])) or _DEFINITE.intersection(
        text.keys(phrase.first - 1, phrase.first)
    )
    if not definite:
        return SOME
    for each in _before(text, found, phrase.sentence, phrase.first):
        if each.head == keys[-1] or keys[-1] in _GENERAL:
            return each.quantity.interval
    return SOME


def pronouns(
    text: Parsed, found: Sequence[Quantity], sentence: Sentence, triggers: Sequence[Trigger], taken: Sequence[Suffered]
) -> Iterable[Suffered]:
    """`they were executed`, `all of them died`, `shot them dead`, `their bodies were found`: with how many they are."""
    used = {each.trigger for each in taken if each.trigger is not None}
    for trigger in triggers:
        if trigger in used or trigger.outcome not in (Outcome.KILLED, Outcome.INJURED) or trigger.denied:
            continue
        at = _pronoun(text, sentence, trigger)
        if at is None and _alone(text, sentence, trigger):
            quantity = Quantity(sentence.first, sentence.first + 1, _SINGLE, Comparator.EXACT, ClaimKind.EXACT)
            yield Suffered(
                Counted(quantity, sentence, sentence.first + 1, known=True, bare=True), Outcome.KILLED, trigger
            )
        if at is not None:
            yield from _many(text, found, sentence, at, trigger)
    if text.keys(sentence.first, sentence.first + 2) in (
        ["none", "survived"],
        ["nobody", "survived"],
        ["no", "survivors"],
    ):
        yield from _many(text, found, sentence, sentence.first, None)
    for at in range(sentence.first, sentence.last - 2):
        if text.tokens[at].key == "their" and text.tokens[at + 1].key in ("bodies", "corpses", "remains"):
            yield from _many(text, found, sentence, at, None)


_SINGLE = Interval(1, 1)


def _alone(text: Parsed, sentence: Sentence, trigger: Trigger) -> bool:
    """`She died on the way to hospital`: one person, told of in the sentence before."""
    at = trigger.first
    while at > sentence.first and text.means(at - 1, "functions") in ("be", "have", "adverb"):
        at -= 1
    opens = at == sentence.first + 1 and text.tokens[sentence.first].key in _ONE
    return opens and trigger.outcome is Outcome.KILLED and trigger.form is Form.BEFORE


def _pronoun(text: Parsed, sentence: Sentence, trigger: Trigger) -> int | None:
    if trigger.form is Form.AFTER:
        object_ = trigger.last
        return object_ if object_ < sentence.last and text.tokens[object_].key in ("them", "both") else None
    at = trigger.first
    while at > sentence.first and (
        text.means(at - 1, "functions") in ("be", "have", "adverb") or text.tokens[at - 1].key in FOUND
    ):
        at -= 1
    if text.keys(at - 2, at) == ["of", "them"]:
        at -= 1
    if at > sentence.first and text.tokens[at - 1].key in _PRONOUNS:
        return at - 1
    return None


def _many(
    text: Parsed, found: Sequence[Quantity], sentence: Sentence, at: int, trigger: Trigger | None
) -> Iterable[Suffered]:
    for each in _before(text, found, sentence, at):
        interval = each.quantity.interval
        quantity = Quantity(at, at + 1, interval, Comparator.EXACT, ClaimKind.EXACT)
        outcome = Outcome.KILLED if trigger is None else trigger.outcome
        yield Suffered(Counted(quantity, sentence, at + 1, population=each.population, known=True), outcome, trigger)
        return


def _before(text: Parsed, found: Sequence[Quantity], sentence: Sentence, at: int) -> Iterable[Counted]:
    """The plural counts of people before a token, nearest first."""
    for here in (sentence, *reversed(text.near(sentence, _BACK, 0))):
        phrases = counted(text, here, within(found, here))
        for each in reversed(phrases):
            held = each.quantity.interval
            plural = held.low is not None and held.low >= 2
            if each.first < at and each.known and plural and each.unit in (Unit.PEOPLE, Unit.BODIES):
                yield each
