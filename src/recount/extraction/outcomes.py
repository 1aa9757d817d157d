"""Which counted phrase suffered which trigger: both sides of a trigger, lists, and parts of what stands before."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from recount.extraction.phrases import Counted
from recount.extraction.triggers import Form, Trigger
from recount.language.sentences import Parsed
from recount.model.codes import Outcome, Unit

_FARTHEST_RIGHT = 28
_FARTHEST_LEFT = 14
_BREAKS = frozenset({";", ":", "\n", "--", "—"})
_TOLL_LINKS = frozenset(
    {"to", "at", "of", ",", "is", "was", "reached", "stands", "stood", "rose", "risen", "hit", "were", "are", ":",
     "الي", "بلغ", "بلغت"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Suffered:
    """A counted phrase with what happened to it.

    `trigger` is the word that says so, None where the noun itself does; `cost` grows with what lies between;
    `whole` is the index of the phrase it is part of, `listed` of the phrase it is coordinated with.
    """

    phrase: Counted
    outcome: Outcome | None
    trigger: Trigger | None = None
    cost: float = 0.0
    whole: int | None = None
    listed: int | None = None


def linked(text: Parsed, phrases: Sequence[Counted], found: Sequence[Trigger]) -> list[Suffered]:
    """Every counted phrase of a sentence with its outcome, None where nothing in the sentence gives one."""
    links: list[Suffered] = []
    for index, _phrase in enumerate(phrases):
        links.append(_link(text, phrases, index, links, found))
    return _shared_backwards(text, phrases, links)


def _link(
    text: Parsed, phrases: Sequence[Counted], index: int, before: Sequence[Suffered], found: Sequence[Trigger]
) -> Suffered:
    phrase = phrases[index]
    previous = index - 1 if index else None
    if previous is not None and _is_part(text, phrases[previous], phrase):
        return _as_part(phrase, before, _outermost(before, previous))
    own = _own(text, phrases, index, found)
    parts_go_on = previous is not None and _goes_on(text, phrases[previous], phrase)
    if previous is not None and parts_go_on and before[previous].whole is not None:
        if own is not None and own.outcome is not before[previous].outcome and own.cost < 1:
            return own
        return _as_part(phrase, before, _outermost(before, previous))
    if own is not None and own.cost <= 3:
        return own
    inherited = None if previous is None else _inherited(text, phrases, index, before[previous], own)
    return inherited or own or Suffered(phrase, None)


def _inherited(
    text: Parsed, phrases: Sequence[Counted], index: int, said: Suffered, own: Suffered | None
) -> Suffered | None:
    """The outcome of the phrase before, for one that is listed with it or leaves the verb out."""
    phrase = phrases[index]
    if said.outcome is None or (own is None and _has_its_own_verb(text, phrase)):
        return None
    loose = own is None or (own.trigger is not None and own.trigger.form is not Form.BEFORE)
    if loose and _is_listed(text, phrases[index - 1], phrase):
        return Suffered(phrase, said.outcome, said.trigger, said.cost + 1, None, index - 1)
    if own is None and _gapped(text, phrase):
        return Suffered(phrase, said.outcome, said.trigger, min(said.cost + 1, 3.0), said.whole, said.listed)
    return None


def _has_its_own_verb(text: Parsed, phrase: Counted) -> bool:
    """`killed two boys, two officials said`, `and their mother was among the wounded`: another clause has begun."""
    if phrase.end >= phrase.sentence.last:
        return False
    return "reporting" in text.marks[phrase.end] or text.means(phrase.end, "functions") in ("be", "have")


def _gapped(text: Parsed, phrase: Counted) -> bool:
    """`two were killed in the north, one in the south`: the verb is not said again."""
    if phrase.known or phrase.first <= phrase.sentence.first or phrase.end >= phrase.sentence.last:
        return False
    opens = text.tokens[phrase.first - 1].key in (",", ":", ";") or text.means(phrase.first - 1, "functions") == "and"
    return opens and text.tokens[phrase.quantity.last].key in _ELSEWHERE


_ELSEWHERE = frozenset({"in", "at", "near", "outside", "on", "aboard", "inside", "during"})


def _own(text: Parsed, phrases: Sequence[Counted], index: int, found: Sequence[Trigger]) -> Suffered | None:
    """The outcome a phrase has by its own noun or by the nearest trigger on either side."""
    phrase = phrases[index]
    if phrase.outcome is not None and phrase.outcome is not Outcome.CASUALTY:
        return Suffered(phrase, phrase.outcome)
    label = _label(text, phrase)
    if label is not None:
        return Suffered(replace(phrase, known=True), label)
    options = [
        option
        for option in (
            _to_the_right(text, phrases, index, found),
            _to_the_left(text, phrases, index, found),
            _alongside(text, phrase, found),
        )
        if option is not None
    ]
    if options:
        return min(options, key=lambda option: (option.outcome is Outcome.OTHER, option.cost))
    return None if phrase.outcome is None else Suffered(phrase, phrase.outcome)


_LONGEST_LABEL = 7


def _label(text: Parsed, phrase: Counted) -> Outcome | None:
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


def _to_the_right(text: Parsed, phrases: Sequence[Counted], index: int, found: Sequence[Trigger]) -> Suffered | None:
    """`12 people ... were killed`: the first trigger after the phrase that is not cut off from it."""
    phrase = phrases[index]
    starts = {other.first: other for other in phrases[index + 1 :]}
    by_first = {trigger.first: trigger for trigger in found}
    at, cost, aside, skipped = phrase.end, 0.0, False, 0
    last = min(phrase.sentence.last, phrase.end + _FARTHEST_RIGHT)
    context: Suffered | None = None
    while at < last:
        trigger = by_first.get(at)
        alone = at == phrase.end and trigger is not None and trigger.last < last and _in_list_at(text, trigger.last)
        if trigger is not None and trigger.outcome is Outcome.OTHER and alone:
            return Suffered(phrase, trigger.outcome, trigger, cost)
        if trigger is not None and trigger.outcome is Outcome.OTHER:
            context = context or Suffered(phrase, trigger.outcome, trigger, cost)
        elif trigger is not None and not (aside and trigger.form is not Form.BEFORE):
            return _suffers(phrase, trigger, cost, at - phrase.end - skipped) or context
        other = starts.get(at)
        if other is not None and not aside and not _in_list(text, other):
            if not _is_part(text, phrase, other):
                return context
            aside = True
        closing = _closing_dash(text, at, last)
        if closing is not None:
            at = closing + 1
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


_DASHES = frozenset({"--", "—", "–"})
_LONGEST_ASIDE = 18


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
    if trigger.form is Form.AMONG and 0 < distance <= 3 and cost < 2:
        return Suffered(phrase, trigger.outcome, trigger, cost)
    return None


def _cut(text: Parsed, at: int, *, aside: bool) -> bool:
    key = text.tokens[at].key
    if key in _BREAKS:
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


def _to_the_left(text: Parsed, phrases: Sequence[Counted], index: int, found: Sequence[Trigger]) -> Suffered | None:
    """`killed 12 people`, `the death toll rose to 12`: the nearest trigger before the phrase that takes an object."""
    phrase = phrases[index]
    if _has_its_own_verb(text, phrase):
        found = [trigger for trigger in found if trigger.form is not Form.AFTER or trigger.last == phrase.first]
    ends = {trigger.last: trigger for trigger in found}
    others = {other.end: other for other in phrases[:index]}
    at, cost = phrase.first, 0.0
    first = max(phrase.sentence.first, phrase.first - _FARTHEST_LEFT)
    while at >= first:
        trigger = ends.get(at)
        if trigger is not None:
            named = trigger.form is Form.AFTER and _names_between(text, trigger.last, phrase.first)
            return _taken(text, phrase, trigger, min(cost, 2.0) if named else cost)
        if at in others and at != phrase.first and not _is_listed(text, others[at], phrase):
            return None
        at -= 1
        if at < first:
            return None
        key, meaning = text.tokens[at].key, text.means(at, "functions")
        if (key in _BREAKS and key != ":") or (meaning in ("clause", "relative") and key != "as"):
            return None
        cost += 3 if meaning in ("prep", "by") and key not in ("as",) else 1.5 if key == "," else 0.3
    return None


def _names_between(text: Parsed, first: int, last: int) -> bool:
    """`killed the mayor, his driver and two guards`: only nouns, commas and joints of a list stand between."""
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
            return Suffered(phrase, trigger.outcome, trigger, min(cost, 3.0))
    return None


def _is_part(text: Parsed, whole: Counted, part: Counted) -> bool:
    """Whether a phrase is said to be part of the one before: `, including 14 children`, `, 14 of them children`."""
    if whole.bare:
        return False
    between = range(whole.end, part.first)
    if text.keys(whole.end, part.first) == ["("]:
        return True
    if len(between) <= 16 and any(text.means(at, "functions") == "part" for at in between[-4:]):
        return all(text.tokens[at].key not in _BREAKS for at in between)
    members = text.keys(part.quantity.last, part.quantity.last + 2) in (["of", "them"], ["of", "whom"])
    return members and len(between) <= 16


def _outermost(before: Sequence[Suffered], index: int) -> int:
    """The whole that a list of parts belongs to: `, including 14 children and 3 women`."""
    whole = before[index].whole
    return index if whole is None else whole


def _as_part(phrase: Counted, before: Sequence[Suffered], whole: int) -> Suffered:
    suffered = before[whole]
    outcome = phrase.outcome if phrase.outcome is not None else suffered.outcome
    return Suffered(phrase, outcome, suffered.trigger, suffered.cost + 0.5, whole)


def _goes_on(text: Parsed, one: Counted, other: Counted) -> bool:
    """Whether a list of parts goes on: `including eight women and six children`; a comma before `and` ends it."""
    between = text.keys(one.end, other.first)
    return _is_listed(text, one, other) and between not in ([",", "and"], [",", "و"])


def _in_list_at(text: Parsed, at: int) -> bool:
    """`one captured and another injured`: a participle that ends its member of a list."""
    return text.means(at, "functions") == "and" or text.tokens[at].key in (",", ";")


def _in_list(text: Parsed, other: Counted) -> bool:
    """Whether a phrase is joined to what stands before it."""
    at = other.first - 1
    return at > other.sentence.first and (text.means(at, "functions") == "and" or text.tokens[at].key in (",", "("))


def _alongside(text: Parsed, phrase: Counted, found: Sequence[Trigger]) -> Suffered | None:
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


def _is_listed(text: Parsed, one: Counted, other: Counted) -> bool:
    """Whether two phrases are members of one list: only commas, `and`, and words like `another` between them."""
    between = range(one.end, other.first)
    if len(between) > 4 or other.first < one.end:
        return False
    joined = False
    for at in between:
        key, meaning = text.tokens[at].key, text.means(at, "functions")
        joined = joined or key == "," or meaning == "and"
        if key != "," and meaning not in ("and", "adverb", "det"):
            return False
    return joined


def _shared_backwards(text: Parsed, phrases: Sequence[Counted], links: list[Suffered]) -> list[Suffered]:
    """Give a trigger after a list to all its members: `six soldiers and an interpreter were killed`."""
    for index in range(len(links) - 2, -1, -1):
        here, after = links[index], links[index + 1]
        part_of_list = after.whole is not None and here.whole == after.whole
        if (
            part_of_list
            or here.outcome is not None
            or after.outcome is None
            or not _is_listed(text, phrases[index], phrases[index + 1])
        ):
            continue
        if after.trigger is not None and after.trigger.form in (Form.BEFORE, Form.ADJACENT):
            links[index] = Suffered(here.phrase, after.outcome, after.trigger, after.cost + 1, here.whole, index + 1)
    listed = [
        Suffered(link.phrase, link.outcome, link.trigger, link.cost, links[link.listed].whole, link.listed)
        if link.listed is not None
        and link.whole is None
        and link.listed < index
        and links[link.listed].whole is not None
        else link
        for index, link in enumerate(links)
    ]
    return listed


def of_people(suffered: Suffered) -> bool:
    """Whether the phrase counts people or their bodies, or an unknown noun to which something happened."""
    return suffered.phrase.unit in (Unit.PEOPLE, Unit.BODIES, Unit.NAMES)
