"""What a text says killed people. A cause word names no party (rule 15)."""

from recount.extraction.outcomes import Suffered
from recount.language.sentences import Parsed
from recount.model.codes import Cause

_REACH = 26
_WEAPONS = (Cause.AIRSTRIKE, Cause.ARTILLERY, Cause.BOMBARDMENT)


def cause_of(text: Parsed, suffered: Suffered) -> Cause | None:
    """The cause named nearest in the sentence; several kinds of fire together are bombardment."""
    sentence = suffered.phrase.sentence
    at = suffered.trigger.first if suffered.trigger is not None else suffered.phrase.first
    named: dict[Cause, int] = {}
    for here in text.having("causes", max(sentence.first, at - _REACH), min(sentence.last, at + _REACH)):
        meaning = text.means(here, "causes")
        if meaning is not None and text.quoted[here] == text.quoted[at]:
            cause = Cause[meaning]
            named[cause] = min(named.get(cause, _REACH), abs(here - at))
    return _one(named)


def _one(named: dict[Cause, int]) -> Cause | None:
    weapons = [cause for cause in _WEAPONS if cause in named]
    if len(weapons) > 1:
        return Cause.BOMBARDMENT
    if weapons == [Cause.AIRSTRIKE] or (weapons and Cause.EXPLOSIVE not in named):
        return weapons[0]
    specific = {cause: distance for cause, distance in named.items() if cause is not Cause.FIGHTING}
    if specific:
        return min(specific, key=lambda cause: (specific[cause], cause.value))
    return Cause.FIGHTING if named else None
