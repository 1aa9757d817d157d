"""What a text does not settle: deaths it only fears, and casualties it does not divide into dead and wounded."""

from recount.extraction.lists import Suffered
from recount.language.sentences import Parsed
from recount.model.codes import Outcome
from recount.model.interval import Interval

_FEARED = frozenset(
    {"feared", "presumed", "believed", "thought", "fear", "fears", "neutralised", "neutralized"}
)  # official: "neutralised" takes in those captured or surrendered
_DOUBTED = frozenset({"may", "might"})
_FARTHEST = 12
_PASSED_OVER = frozenset({"to", "that", "dead", "missing", "reportedly"})


def doubted(text: Parsed, suffered: Suffered) -> bool:
    """`are feared dead`, `may have been killed`, `is believed to have died`: nobody says that it is so."""
    if suffered.trigger is None:
        return False
    first, last = suffered.trigger.first, suffered.trigger.last
    if _FEARED.intersection(text.keys(first, last)):
        return True
    counted = range(suffered.phrase.first, suffered.phrase.end)
    for at in range(first - 1, max(suffered.phrase.sentence.first, first - _FARTHEST) - 1, -1):
        if at in counted:
            continue
        key, meaning = text.tokens[at].key, text.means(at, "functions")
        if key in _FEARED:
            return True
        if key in _DOUBTED or (key == "could" and text.keys(at + 1, at + 3) == ["have", "been"]):
            return "have" in text.keys(at + 1, first)
        if meaning not in ("be", "have", "adverb") and key not in _PASSED_OVER and not key.endswith("ly"):
            return False
    return False


def undivided(text: Parsed, suffered: Suffered, interval: Interval) -> Interval:
    """How many of N casualties may be dead, or wounded: none to all; `killed and wounded` are at least one of each.

    A text that says `twelve were killed or wounded` says nothing of how many died, so that the low end is nobody.
    """
    trigger = suffered.trigger
    both = trigger is not None and trigger.outcome is Outcome.CASUALTY and "and" in _written(text, suffered)
    if both and interval.floor > 1:
        return Interval(1, None if interval.high is None else interval.high - 1)
    return Interval(0, interval.high)


def _written(text: Parsed, suffered: Suffered) -> list[str]:
    return text.keys(suffered.trigger.first, suffered.trigger.last) if suffered.trigger is not None else []
