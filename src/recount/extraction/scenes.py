"""Whether a sentence tells of a scene of its own: on another day and in another place than what was told before."""

from collections.abc import Sequence

from recount.extraction.drafts import Draft
from recount.language.sentences import Parsed, Sentence, within
from recount.model.codes import Precision
from recount.model.values import Period, Place


def another_scene(draft: Draft, sentence: Sentence, told: Sequence[Sentence]) -> bool:
    """Whether a sentence names both a day and a place, and neither is one of those told of before.

    A day alone does not part events (the wounded die on another day), and no more does a place (they die in hospital).
    """
    days, places = _days(draft, sentence), _places(draft, sentence)
    if not days or not places:
        return False
    scene = [each for each in told if harmed(draft.text, each)]
    before = [day for each in scene for day in _days(draft, each)]
    around = [place for each in scene for place in _places(draft, each)]
    apart = not any(_meet(one, other) for one in places for other in around)
    return bool(before) and bool(around) and apart and not any(a.overlaps(b) for a in days for b in before)


def harmed(text: Parsed, sentence: Sentence) -> bool:
    """Whether a sentence tells of what was done to people: an attack by its name, or what became of them."""
    first, last = sentence.first, sentence.last
    return bool(text.having("causes", first, last) or text.having("triggers", first, last))


def _days(draft: Draft, sentence: Sentence) -> list[Period]:
    found = within(draft.around.dates, sentence)
    return [each.period for each in found if each.period.precision is Precision.DAY]


def _places(draft: Draft, sentence: Sentence) -> list[Place]:
    return [each.place for each in within(draft.around.places, sentence)]


def _meet(one: Place, other: Place) -> bool:
    """Whether one place is the other; the town around a quarter is another scene only where its day is another too."""
    return one.path == other.path
