"""From a counted phrase to the trigger that happened to it: to its right, to its left, or before a colon."""

from collections.abc import Sequence

from recount.extraction.lists import BREAKS, Suffered, has_its_own_verb, in_list, is_listed, is_part
from recount.extraction.phrases import Counted
from recount.extraction.triggers import Form, Trigger
from recount.language.sentences import Parsed
from recount.model.codes import Outcome, Unit

_FARTHEST_RIGHT = 28
_FARTHEST_LEFT = 14
_TOLL_LINKS = frozenset(
    {"ranged", "ranges", "varied", "varies", "between", "as", "to", "at", "of", ",", "is", "was", "reached", "stands",
     "stood", "rose", "risen", "hit", "were", "are", ":", "الي", "بلغ", "بلغت"}
)  # fmt: skip


_LONGEST_LABEL = 7


def labelled(text: Parsed, phrase: Counted) -> Outcome | None:
    """`Killed: 3`, `Civilian deaths reported: 6`: what the label before a colon says."""
    colon = phrase.first - 1
    if colon <= phrase.sentence.first or text.tokens[colon].key not in (":", "="):
        return None
    found: Outcome | None = None
    for at in range(colon - 1, max(phrase.sentence.first, colon - _LONGEST_LABEL) - 1, -1):
        if text.tokens[at].key in (",", ";"):
            break
        if text.tokens[at].kind == "number" or text.means(at, "functions") in ("be", "have", "clause", "relative"):
            return None
        head, trigger = text.marks[at].get("heads"), text.marks[at].get("triggers")
        said = trigger.first if trigger is not None else head.means[2] if head is not None else "-"
        if found is None and said in ("killed", "injured", "missing"):
            found = Outcome(said)
    return found


def to_the_right(text: Parsed, phrases: Sequence[Counted], index: int, found: Sequence[Trigger]) -> Suffered | None:
    """`12 people ... were killed`: the first trigger after the phrase that is not cut off from it."""
    phrase = phrases[index]
    starts = {other.first: other for other in phrases[index + 1 :]}
    by_first = {trigger.first: trigger for trigger in found}
    at, cost, aside, skipped = phrase.end, 0.0, False, 0
    last = min(phrase.sentence.last, phrase.end + _FARTHEST_RIGHT)
    context: Suffered | None = None
    spoken = False
    while at < last:
        verb = not aside and text.means(at, "functions") in ("be", "have")
        spoken = spoken or (verb and not _of_a_relative(text, phrase.end, at))
        trigger = by_first.get(at)
        alone = at == phrase.end and trigger is not None and trigger.last < last and _in_list_at(text, trigger.last)
        if trigger is not None and trigger.outcome is Outcome.OTHER and alone:
            return Suffered(phrase, trigger.outcome, trigger, cost)
        missing = trigger is not None and trigger.outcome is Outcome.MISSING and _no_end(text, phrase, trigger)
        if trigger is not None and (trigger.outcome is Outcome.OTHER or missing):
            context = context or Suffered(phrase, trigger.outcome, trigger, cost)
        elif trigger is not None and not (aside and trigger.form is not Form.BEFORE):
            return _suffers(phrase, trigger, cost, at - phrase.end - skipped) or context
        other = starts.get(at)
        if other is not None and _of_the(text, phrase, other):
            other = None  # "five members of one family were", "one of four tourists was"
        if other is not None and _cut_by(text, phrase, other, spoken=spoken, aside=aside):
            return context
        aside = aside or (other is not None and not in_list(text, other))
        closing = _closing_dash(text, at, last)
        if closing is not None:
            at = closing + 1
            continue
        named = _named_aside(text, at, last)
        if named is not None and not aside:
            at, cost, skipped = named, cost + 0.5, skipped + named - at
            continue
        if _cut(text, at, aside=aside) and not (at + 1 < last and _reported(text, at)):
            return context
        step = 1 if other is None else max(1, other.end - at)
        inside = aside or text.tokens[at].key in (",", ")", "]")
        aside = _aside(text, at, aside)
        skipped += step if inside or aside else 0
        cost += 0.0 if inside and aside else _price(text, at)
        at += step
    return context


def _cut_by(text: Parsed, phrase: Counted, other: Counted, *, spoken: bool, aside: bool) -> bool:
    """Whether the verbs after another count are no more those of the phrase."""
    theirs = other.head == "whom" and other.end < phrase.sentence.last and "triggers" in text.marks[other.end]
    if theirs or text.tokens[other.first - 1].key == "whom":
        return True  # "nine casualties, of whom four died", "20 rebels, 4 of whom died": the verb is theirs
    if aside:
        return False
    if spoken and has_its_own_verb(text, other):
        return True  # "four were freed unharmed and no one was killed"
    return not in_list(text, other) and not is_part(text, phrase, other)


def _no_end(text: Parsed, phrase: Counted, trigger: Trigger) -> bool:
    """`went missing and are presumed dead`, `three who went missing were found dead`: what became of them follows."""
    after = trigger.last + (text.tokens[trigger.last].key in (",", "and"))
    after += text.means(min(after, phrase.sentence.last - 1), "functions") == "be"
    dead = text.marks[after].get("triggers") if trigger.last < after < phrase.sentence.last else None
    feared = dead is not None and dead.first == "killed" and dead.length > 1
    return feared or _in_relative(text, phrase.end, trigger.first)


def _of_a_relative(text: Parsed, first: int, at: int) -> bool:
    """`two guards who were at the gate and a cook were hurt`: the first verb after `who` is not theirs alone."""
    for here in range(at - 1, first - 1, -1):
        meaning = text.means(here, "functions")
        if meaning in ("be", "have"):
            return False
        if meaning == "relative":
            return True
    return False


def _in_relative(text: Parsed, first: int, at: int) -> bool:
    """`three soldiers who went missing were found dead`: the main verb is still to come."""
    return any(text.means(here, "functions") == "relative" for here in range(first, at))


def _of_the(text: Parsed, phrase: Counted, other: Counted) -> bool:
    """`seven of the nine soldiers`, `five members of one family`: the whole that a phrase is taken from."""
    if other.unit is Unit.OTHER:
        return True
    between = text.keys(phrase.quantity.last, other.first)
    return between in (["of"], ["of", "the"])


_DASHES = frozenset({"--", "—", "–", "-"})
_LONGEST_ASIDE = 18
_OPENS_ASIDE = frozenset(
    {"identified", "named", "aged", "believed", "thought", "described", "known", "mostly", "all", "both", "most",
     "some", "one", "many", "mainly", "among", "including", "reportedly", "allegedly", "said", "none", "suspected"}
)  # fmt: skip


def _named_aside(text: Parsed, at: int, last: int) -> int | None:
    """After an aside between commas that tells who they were: `two men, identified as A and B, were killed`."""
    if text.tokens[at].key != "," or at + 1 >= last or text.tokens[at + 1].key not in _OPENS_ASIDE:
        return None
    for comma in range(at + 2, min(at + _LONGEST_ASIDE, last - 1)):
        after = text.means(comma + 1, "functions") in ("be", "have") or "triggers" in text.marks[comma + 1]
        if text.tokens[comma].key == "," and after:
            return comma + 1
    return None


def _closing_dash(text: Parsed, at: int, last: int) -> int | None:
    """Where an aside between dashes ends: `two children -- one of them a baby -- died`."""
    if text.tokens[at].key not in _DASHES:
        return None
    here = range(at + 1, min(at + _LONGEST_ASIDE, last))
    return next((each for each in here if text.tokens[each].key in _DASHES), None)


def _suffers(phrase: Counted, trigger: Trigger, cost: float, distance: int) -> Suffered | None:
    if trigger.form is Form.BEFORE:
        return Suffered(phrase, trigger.outcome, trigger, cost)
    if trigger.form is Form.ADJACENT and distance <= 3 and cost < 3:
        return Suffered(phrase, trigger.outcome, trigger, cost)
    if trigger.form is Form.AMONG and distance == 0 and trigger.word in ("killed", "dead", "wounded", "injured"):
        return Suffered(phrase, trigger.outcome, trigger, cost)  # "the ten people killed included"
    if trigger.form is Form.AMONG and 0 < distance <= 3 and cost < 2 and not phrase.bare:
        return Suffered(phrase, trigger.outcome, trigger, cost)
    return None


def _cut(text: Parsed, at: int, *, aside: bool) -> bool:
    key = text.tokens[at].key
    if key in BREAKS:
        return True
    if aside:
        return False
    meaning = text.means(at, "functions")
    return (
        meaning == "clause" and key not in ("that", "after", "during", "since", "as", "when", "before", "then", "than")
    ) or ("reporting" in text.marks[at] and "triggers" not in text.marks[at])


def _reported(text: Parsed, at: int) -> bool:
    """`were reported killed`, `are believed to have died`: no verb of saying but part of a passive."""
    passive = text.means(at - 1, "functions") in ("be", "adverb") or "triggers" in text.marks[at + 1]
    return "reporting" in text.marks[at] and passive


def _aside(text: Parsed, at: int, aside: bool) -> bool:
    """Whether a token stands in an aside between commas or brackets, such as `, including 14 children,`."""
    key = text.tokens[at].key
    if key in (")", "]", ","):
        return (
            key == ","
            and not aside
            and text.means(min(at + 1, len(text.tokens) - 1), "functions") in ("part", "relative", "det")
        )
    return aside or key in ("(", "[")


def _price(text: Parsed, at: int) -> float:
    meaning = text.means(at, "functions")
    if text.tokens[at].key == ",":
        return 0.5
    if meaning in ("prep", "by", "clause"):
        return 1.0
    return 0.0 if meaning in ("be", "have", "adverb", "relative", "modal", "perhaps") else 0.25


def _in_list_at(text: Parsed, at: int) -> bool:
    """`one captured and another injured`: a participle that ends its member of a list."""
    return text.means(at, "functions") == "and" or text.tokens[at].key in (",", ";")


def to_the_left(text: Parsed, phrases: Sequence[Counted], index: int, found: Sequence[Trigger]) -> Suffered | None:
    """`killed 12 people`, `the death toll rose to 12`: the nearest trigger before the phrase that takes an object."""
    phrase = phrases[index]
    if has_its_own_verb(text, phrase):
        found = [each for each in found if each.form is not Form.AFTER or _right_before(text, each.last, phrase.first)]
    ends = {trigger.last: trigger for trigger in found}
    others = {other.end: other for other in phrases[:index]}
    at, cost = phrase.first, 0.0
    first = max(phrase.sentence.first, phrase.first - _FARTHEST_LEFT)
    while at >= first:
        trigger = ends.get(at)
        if trigger is not None:
            named = trigger.form is Form.AFTER and _names_between(text, trigger.last, phrase)
            return _taken(text, phrase, trigger, min(cost, 2.0) if named else cost)
        if at in others and at != phrase.first and not is_listed(text, others[at], phrase):
            return None
        at -= 1
        if at < first:
            return None
        key, meaning = text.tokens[at].key, text.means(at, "functions")
        if key in _DASHES and at in ends and ends[at].form is Form.BEFORE and at == phrase.first - 1:
            return Suffered(phrase, ends[at].outcome, ends[at], 1.0)  # "a family was killed - a father and two girls -"
        if (key in BREAKS and key != ":") or (meaning in ("clause", "relative") and key != "as"):
            return None
        cost += 3 if meaning in ("prep", "by") and key not in ("as",) else 1.5 if key == "," else 0.3
    return None


def _right_before(text: Parsed, last: int, first: int) -> bool:
    return last == first or (last == first - 1 and text.means(last, "functions") == "det")


def _names_between(text: Parsed, first: int, phrase: Counted) -> bool:
    """`killed the mayor, his driver and two guards`: only nouns, commas and joints of a list stand between."""
    last = phrase.first
    goes_on = phrase.end < phrase.sentence.last and (
        text.tokens[phrase.end].key == "," or text.means(phrase.end, "functions") == "and"
    )
    if not goes_on and not any(text.means(at, "functions") == "and" for at in range(first, last)):
        return False  # "after the assassination of Galan, the 4,015 judges decided"
    if last - first > 12 or not any(
        text.means(at, "functions") == "and" or text.tokens[at].key == "," for at in range(first, last)
    ):
        return False
    return all(
        text.tokens[at].key == ","
        or text.means(at, "functions") in ("and", "det", "of")
        or (
            text.tokens[at].kind == "word" and text.means(at, "functions") is None and "reporting" not in text.marks[at]
        )
        for at in range(first, last)
    )


def _taken(text: Parsed, phrase: Counted, trigger: Trigger, cost: float) -> Suffered | None:
    if trigger.form is Form.AFTER and cost < 3:
        return Suffered(phrase, trigger.outcome, trigger, cost)
    if trigger.form is Form.AMONG and cost < 4:
        return Suffered(phrase, trigger.outcome, trigger, min(cost, 2.0))
    if trigger.form is Form.TOLL:
        between = text.keys(trigger.last, phrase.first)
        if not between or _TOLL_LINKS.intersection(between):
            grown = text.tokens[phrase.first - 1].key in ("to", "at", "reached")  # "the number of dead grew to three"
            return Suffered(phrase, trigger.outcome, trigger, 0.25 if grown else min(cost, 3.0))
    return None


def alongside(text: Parsed, phrase: Counted, found: Sequence[Trigger]) -> Suffered | None:
    """`was killed along with two guards`, `killed the mayor as well as two farmers`: shares what stands before."""
    for length in (2, 3):
        at = phrase.first - length
        if (
            at > phrase.sentence.first
            and text.means(at, "functions") == "and"
            and text.length(at, "functions") == length
        ):
            before = [each for each in found if each.last <= at and at - each.last <= 30 and each.form is not Form.TOLL]
            if before:
                return Suffered(phrase, before[-1].outcome, before[-1], 1.5)
    return None
