"""Numbers that stand alone: what they count is told by the words around them, such as `the wounded are 22`."""

from collections.abc import Sequence

from recount.extraction.lists import Suffered
from recount.extraction.phrases import Counted
from recount.extraction.triggers import Form, Trigger
from recount.language.sentences import Parsed
from recount.model.codes import Outcome

_CHANGED = frozenset(
    {
        "revised",
        "raised",
        "lowered",
        "updated",
        "corrected",
        "increased",
        "reduced",
        "brought",
        "brings",
        "bringing",
        "bring",
        "raising",
        "raises",
    }
)


def revised(text: Parsed, phrase: Counted, found: Sequence[Trigger]) -> Suffered | None:
    """`the toll, given as 28 at first, has been revised to 33`: the toll that the sentence began with."""
    at = phrase.first - 1
    if at - 1 <= phrase.sentence.first or text.tokens[at].key != "to" or text.tokens[at - 1].key not in _CHANGED:
        return None
    tolls = [trigger for trigger in found if trigger.form is Form.TOLL and trigger.last <= at]
    after = [trigger for trigger in found if trigger.form is Form.TOLL and 0 <= trigger.first - phrase.end <= 2]
    if after:
        return Suffered(phrase, after[0].outcome, after[0], 1.0)  # "raised to 44 the number of dead"
    return Suffered(phrase, tolls[-1].outcome, tolls[-1], 1.0) if tolls else None


_ARE = frozenset(
    {"are", "were", "is", "was", "number", "numbered", "totalled", "totaled", "reached", "put", "stood", "stand",
     "stands", "estimated", "rose", "risen", "climbed", "at", "to", "have", "has", "had"}
)  # fmt: skip
_LONGEST_LINK = 4


def numbered(text: Parsed, phrase: Counted) -> Outcome | None:
    """`the wounded are 22`, `injuries were put at 30`: how many the subject is, with no noun after the number."""
    at = phrase.first
    while at > max(phrase.sentence.first, phrase.first - _LONGEST_LINK) and text.tokens[at - 1].key in _ARE:
        at -= 1
    if phrase.known or at == phrase.first or at <= phrase.sentence.first:
        return None
    head = text.marks[at - 1].get("heads")
    return Outcome(head.means[2]) if head is not None and head.means[2] in ("killed", "injured", "missing") else None


_ALTOGETHER = (["in", "all"], ["in", "total"], ["all", "told"], ["in", "number"])


def in_all(text: Parsed, phrase: Counted) -> Outcome | None:
    """`the dead, seven in all`, `the victims, 12 in total`: how many the noun before the comma speaks of."""
    at = phrase.quantity.last
    altogether = text.keys(at, at + 2) in _ALTOGETHER or text.keys(at, at + 1) == ["altogether"]
    comma = phrase.first - 1
    if not altogether or comma - 1 < phrase.sentence.first or text.tokens[comma].key not in (",", "("):
        return None
    head, trigger = text.marks[comma - 1].get("heads"), text.marks[comma - 1].get("triggers")
    said = head.means[2] if head is not None else trigger.first if trigger is not None else "-"
    return Outcome(said) if said in ("killed", "injured", "missing") else None


def by_another(text: Parsed, one: Counted, other: Counted) -> bool:
    """`one child according to A, four civilians according to B`, `8 dead, while a doctor spoke of 12`: two voices."""
    between = text.keys(one.end, other.first)
    if len(between) > _LONGEST_VOICE:
        return False
    last = other.quantity.last + (other.end - other.quantity.last if other.known else 0)
    again = text.keys(last, last + 2) == ["according", "to"] and "according" in between
    spoken = text.having("reporting", one.end, other.first)
    bare = not other.known and bool(spoken) and other.first - spoken[-1] <= 2 and not other.bare
    return again or bare


_LONGEST_VOICE = 14


def gapped(text: Parsed, phrase: Counted) -> bool:
    """`two were killed in the north, one in the south`: the verb is not said again."""
    if phrase.known or phrase.first <= phrase.sentence.first or phrase.end >= phrase.sentence.last:
        return False
    opens = text.tokens[phrase.first - 1].key in (",", ":", ";") or text.means(phrase.first - 1, "functions") == "and"
    return opens and text.tokens[phrase.quantity.last].key in _ELSEWHERE


_ELSEWHERE = frozenset({"in", "at", "near", "outside", "on", "aboard", "inside", "during", "في", "ب", "قرب"})
