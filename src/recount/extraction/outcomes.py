"""Which counted phrase suffered which trigger: both sides of a trigger, lists, and parts of what stands before."""

from collections.abc import Sequence
from dataclasses import replace

from recount.extraction.alone import by_another, gapped, in_all, numbered, revised
from recount.extraction.lists import Suffered, aside_of, has_its_own_verb, is_listed, is_part, of_people
from recount.extraction.phrases import Counted
from recount.extraction.reach import alongside, labelled, to_the_left, to_the_right
from recount.extraction.triggers import Form, Trigger
from recount.language.sentences import Parsed
from recount.model.codes import ClaimKind, Outcome, Unit

__all__ = ["Suffered", "linked", "of_people"]


def linked(text: Parsed, phrases: Sequence[Counted], found: Sequence[Trigger]) -> list[Suffered]:
    """Every counted phrase of a sentence with its outcome, None where nothing in the sentence gives one."""
    links: list[Suffered] = []
    for index, _phrase in enumerate(phrases):
        links.append(_link(text, phrases, index, links, found))
    return _adding_up(text, phrases, _shared_backwards(text, phrases, links))


_GENERAL = frozenset(
    {"people", "persons", "civilians", "victims", "individuals", "members", "men", "fatality", "fatalities", "death",
     "deaths", "person", "others", "residents", "villagers", "casualties", "workers", "employees", "women", "dead"}
)  # fmt: skip


_LONGEST_APART = 6
"""`four workers of Radio Delta, a presenter, two technicians and a driver`: how far the list may stand."""


def _apposed(text: Parsed, phrases: Sequence[Counted], links: Sequence[Suffered], index: int) -> list[int]:
    """The list that may tell who a general count is: `two civilians, a woman and a child, were killed`."""
    if index + 1 >= len(phrases):
        return []
    pair = phrases[index + 1].bare and text.means(phrases[index + 1].first, "functions") != "det"
    if phrases[index].head not in _GENERAL and not pair:
        return []  # "two citizens, husband and wife": without an article they tell who the two are
    apart = phrases[index + 1].first - phrases[index].end
    of = apart == 1 or text.means(phrases[index].end, "functions") == "of"
    if not (1 <= apart <= _LONGEST_APART and of) or phrases[index].bare:
        return []
    rest = []
    for at in range(index + 1, len(links)):
        if links[at].outcome is not links[index].outcome or links[at].whole is not None:
            break
        rest.append(at)
        if sum(phrases[one].quantity.interval.floor for one in rest) == phrases[index].quantity.interval.floor:
            return rest if apart == 1 or len(rest) > 1 else []
    return []


def _adding_up(text: Parsed, phrases: Sequence[Counted], links: list[Suffered]) -> list[Suffered]:
    """`13 bodies were seen; eight guerrillas, four soldiers and a civilian`: what makes up the whole is its parts."""
    for index, link in enumerate(links):
        rest = [at for at in range(index + 1, len(links)) if phrases[at].known and phrases[at].unit is Unit.PEOPLE]
        held = phrases[index].quantity.interval
        loose = len(rest) > 1 and all(links[at].outcome is None for at in rest)
        if not loose:
            rest = _apposed(text, phrases, links, index)
        if link.outcome not in (Outcome.KILLED, Outcome.INJURED) or not rest:
            continue
        if sum(phrases[at].quantity.interval.floor for at in rest) == held.floor:
            return [
                Suffered(each.phrase, link.outcome, link.trigger, link.cost + 0.5, index) if at in rest else each
                for at, each in enumerate(links)
            ]
    return links


def _link(
    text: Parsed, phrases: Sequence[Counted], index: int, before: Sequence[Suffered], found: Sequence[Trigger]
) -> Suffered:
    phrase = phrases[index]
    if _taken_from(text, phrases, index):
        return Suffered(phrase, phrase.outcome)
    own = _own(text, phrases, index, found)
    part = _as_member(text, phrases, index, before, own) if index else None
    if part is not None:
        return part
    if own is not None and own.cost <= 3:
        return own
    inherited = _inherited(text, phrases, index, before[index - 1], own) if index else None
    return inherited or own or Suffered(phrase, None)


def _as_member(
    text: Parsed, phrases: Sequence[Counted], index: int, before: Sequence[Suffered], own: Suffered | None
) -> Suffered | None:
    """The phrase as a part of what stands before it, None where it is none."""
    phrase, previous = phrases[index], phrases[index - 1]
    said = before[index - 1]
    if is_part(text, previous, phrase):
        return _own_part(phrase, before, index - 1, own)
    one_of_them = not previous.known or previous.head in ("them", "whom")
    if said.whole is not None and phrase.bare and one_of_them and phrase.first == previous.end:
        return _as_part(phrase, before, _outermost(before, index - 1))
    hurt = said.outcome is Outcome.INJURED and _one_of_the_hurt(text, previous, phrase)
    whole = index - 1 if hurt else _whole_of_aside(text, phrases, index, before, own)
    if whole is not None:
        return _as_part(phrase, before, _outermost(before, whole))
    if said.whole is None or not _goes_on(text, previous, phrase):
        return None
    if own is not None and own.outcome is not said.outcome and own.cost < 1:
        return own
    return _as_part(phrase, before, _outermost(before, index - 1))


_GRAVELY = frozenset({"seriously", "critically", "gravely", "severely", "badly", "with", "in"})


def _one_of_the_hurt(text: Parsed, whole: Counted, part: Counted) -> bool:
    """`four remain in hospital, one with serious injuries`: how badly some of them are hurt."""
    comma = text.tokens[part.first - 1].key == "," and not part.known and not part.bare
    fewer = part.quantity.interval.floor < whole.quantity.interval.floor
    return comma and fewer and text.tokens[part.quantity.last].key in _GRAVELY


def _own_part(phrase: Counted, before: Sequence[Suffered], previous: int, own: Suffered | None) -> Suffered:
    again = own is not None and own.trigger is not None and own.trigger.last == phrase.first
    unclear = before[previous].outcome is Outcome.CASUALTY
    if unclear and own is not None and own.outcome in (Outcome.KILLED, Outcome.INJURED):
        return replace(own, whole=previous)  # "nine casualties, of whom four died"
    if own is not None and before[previous].outcome is Outcome.INJURED and _died_later(phrase, own):
        return replace(own, whole=previous)  # "eleven were wounded, two of whom later died"
    if own is None or not again or own.outcome is before[previous].outcome:
        return _as_part(phrase, before, _outermost(before, previous))
    return own  # "killing 10 and wounding 15 of them"


def _died_later(phrase: Counted, own: Suffered) -> bool:
    after = own.trigger is not None and own.trigger.first >= phrase.end and own.trigger.form is Form.BEFORE
    return own.outcome is Outcome.KILLED and after


def _whole_of_aside(
    text: Parsed, phrases: Sequence[Counted], index: int, before: Sequence[Suffered], own: Suffered | None
) -> int | None:
    """The count that an aside between dashes or brackets tells the parts of, where it has no verb of its own."""
    phrase = phrases[index]
    around = aside_of(text, phrase) if index and phrase.outcome is None else None
    of = text.keys(phrase.quantity.last, phrase.quantity.last + 1) in (["from"], ["of"])
    if around is None or not (phrase.known or of or text.tokens[around[0]].key == "("):
        return None
    if own is not None and own.trigger is not None and around[0] < own.trigger.first < around[1]:
        return None
    for at in range(index - 1, -1, -1):
        held, said = phrases[at].quantity.interval, before[at]
        if phrases[at].end > around[0]:
            continue
        plural = held.low is None or held.low > phrase.quantity.interval.floor
        return _outermost(before, at) if plural and said.outcome is not None and not phrases[at].bare else None
    return None


def _taken_from(text: Parsed, phrases: Sequence[Counted], index: int) -> bool:
    """`Of the ten people in the truck, two died`: those from among whom others are counted."""
    phrase = phrases[index]
    if index and text.keys(phrases[index - 1].quantity.last, phrase.first) in (["of"], ["of", "the"], ["of", "these"]):
        counts = phrases[index - 1].quantity.unit == "count"
        return counts and phrase.outcome is None  # "two of three brothers were killed"
    opening = text.keys(phrase.sentence.first, phrase.first)
    of = opening in (["of"], ["of", "the"], ["out", "of"], ["out", "of", "the"], ["of", "these"], ["of", "those"])
    return of and index + 1 < len(phrases)


def _inherited(
    text: Parsed, phrases: Sequence[Counted], index: int, said: Suffered, own: Suffered | None
) -> Suffered | None:
    """The outcome of the phrase before, for one that is listed with it or leaves the verb out."""
    phrase = phrases[index]
    # "the bodies of a man, his wife and four children were recovered": found dead without a verb that says so
    found = said.trigger is None and said.outcome is Outcome.KILLED and said.phrase.outcome in (None, said.outcome)
    found = found and (said.phrase.unit is Unit.BODIES or said.listed is not None)
    if said.outcome is None or (own is None and not found and has_its_own_verb(text, phrase)):
        return None
    if not phrase.known and phrase.quantity.kind is ClaimKind.VAGUE:
        return None  # "injuring six people and millions in losses"
    loose = own is None or (own.trigger is not None and own.trigger.form is not Form.BEFORE)
    if loose and is_listed(text, phrases[index - 1], phrase):
        return Suffered(phrase, said.outcome, said.trigger, said.cost + 1, None, index - 1)
    if own is None and said.whole is not None and text.keys(phrase.first - 2, phrase.first) == [",", "and"]:
        return Suffered(phrase, said.outcome, said.trigger, said.cost + 1, None, said.whole)  # after "five of whom ..."
    if own is None and (by_another(text, phrases[index - 1], phrase) or gapped(text, phrase)):
        return Suffered(phrase, said.outcome, said.trigger, min(said.cost + 1, 3.0), said.whole, said.listed)
    return None


def _own(text: Parsed, phrases: Sequence[Counted], index: int, found: Sequence[Trigger]) -> Suffered | None:
    """The outcome a phrase has by its own noun or by the nearest trigger on either side."""
    phrase = phrases[index]
    if phrase.nobody:
        found = [trigger for trigger in found if _touches(trigger, phrase)]
    if phrase.outcome is not None and phrase.outcome is not Outcome.CASUALTY:
        return _died_of_it(text, phrases, index, found) or Suffered(phrase, phrase.outcome)
    if _possessed(text, phrase):
        return Suffered(phrase, Outcome.KILLED)
    label = labelled(text, phrase) or _all_of_them(text, phrase) or in_all(text, phrase) or numbered(text, phrase)
    if label is not None:
        return Suffered(replace(phrase, known=True), label)
    among = [each for each in found if each.form is Form.AMONG and _opens(text, each, phrase)]
    if among:
        return Suffered(phrase, among[0].outcome, among[0], 1.0)  # "among the wounded, eight were in danger"
    options = [
        option
        for option in (
            None if _agents(text, phrase) else to_the_right(text, phrases, index, found),
            to_the_left(text, phrases, index, found),
            alongside(text, phrase, found),
            revised(text, phrase, found),
        )
        if option is not None
    ]
    if phrase.outcome is Outcome.CASUALTY:  # "nine casualties, three killed and six injured"
        options = [each for each in options if not _beyond(phrases, index, each.trigger)]
    if options:
        vague = (Outcome.OTHER, Outcome.CASUALTY)  # "killing A and his driver, who were shot": dead says more than shot
        return min(options, key=lambda option: (option.outcome in vague, option.outcome is vague[0], option.cost))
    return None if phrase.outcome is None else Suffered(phrase, phrase.outcome)


def _all_of_them(text: Parsed, phrase: Counted) -> Outcome | None:
    """`twelve casualties, all wounded`: what is said of all of them at once."""
    at = phrase.end + 2
    all_ = text.keys(phrase.end, at) in ([",", "all"], [",", "both"])
    if phrase.outcome is not Outcome.CASUALTY or not all_ or at >= phrase.sentence.last:
        return None
    said = text.means(at, "triggers")
    return Outcome(said) if said in ("killed", "injured") else None


def _opens(text: Parsed, trigger: Trigger, phrase: Counted) -> bool:
    between = text.keys(trigger.last, phrase.first)
    return trigger.last <= phrase.first and between in ([], [","])


_VERB_OF_NOBODY = 4


def _touches(trigger: Trigger, phrase: Counted) -> bool:
    """Whether a trigger is the verb of `nobody`: `nobody was hurt`, not `the dead, whom nobody named`."""
    return 0 <= trigger.first - phrase.end <= _VERB_OF_NOBODY or 0 <= phrase.first - trigger.last <= 1


def _beyond(phrases: Sequence[Counted], index: int, trigger: Trigger | None) -> bool:
    """Whether another count stands between a count of casualties and a verb after it."""
    return trigger is not None and any(
        phrases[index].end <= other.first < trigger.first for other in phrases[index + 1 :]
    )


def _agents(text: Parsed, phrase: Counted) -> bool:
    """`shot by several men, is in serious condition`: those who did it."""
    at = phrase.first - 1
    return text.language == "en" and at >= phrase.sentence.first and text.tokens[at].key == "by"


_SLAYINGS = frozenset({"slaying", "slayings", "murder", "murders", "killing", "killings", "assassination", "deaths"})


def _possessed(text: Parsed, phrase: Counted) -> bool:
    """`the six Jesuits' slaying`: what was done to them is their noun's."""
    at = phrase.end
    after = text.keys(at, min(at + 2, phrase.sentence.last))
    if after[:1] == ["'"]:
        return bool(_SLAYINGS.intersection(after[1:]))
    return text.tokens[at - 1].possessive and bool(_SLAYINGS.intersection(after[:1]))


def _died_of_it(text: Parsed, phrases: Sequence[Counted], index: int, found: Sequence[Trigger]) -> Suffered | None:
    """`two critically injured men died overnight`: the verb counts for more than the noun."""
    if phrases[index].outcome is not Outcome.INJURED:
        return None
    died = to_the_right(text, phrases, index, found)
    own = died is not None and died.outcome is Outcome.KILLED and died.cost <= 1
    return died if own and died is not None and died.trigger is not None and died.trigger.form is Form.BEFORE else None


def _outermost(before: Sequence[Suffered], index: int) -> int:
    """The whole that a list of parts belongs to: `, including 14 children and 3 women`."""
    whole = before[index].whole
    return index if whole is None else whole


def _as_part(phrase: Counted, before: Sequence[Suffered], whole: int) -> Suffered:
    suffered = before[whole]
    if suffered.outcome is Outcome.CASUALTY and phrase.outcome in (Outcome.KILLED, Outcome.INJURED):
        return Suffered(
            phrase, phrase.outcome
        )  # "40 killed or hurt, 15 of them dead": all the dead, and part of no dead
    outcome = phrase.outcome if phrase.outcome is not None else suffered.outcome
    return Suffered(phrase, outcome, suffered.trigger, suffered.cost + 0.5, whole)


def _goes_on(text: Parsed, one: Counted, other: Counted) -> bool:
    """Whether a list of parts goes on: `including eight women and six children`; a comma before `and` ends it."""
    between = text.keys(one.end, other.first)
    return is_listed(text, one, other) and between not in ([",", "and"], [",", "و"])


def _shared_backwards(text: Parsed, phrases: Sequence[Counted], links: list[Suffered]) -> list[Suffered]:
    """Give a trigger after a list to all its members: `six soldiers and an interpreter were killed`."""
    for index in range(len(links) - 2, -1, -1):
        here, after = links[index], links[index + 1]
        part_of_list = after.whole is not None and here.whole == after.whole
        if (
            part_of_list
            or here.outcome is not None
            or _taken_from(text, phrases, index)
            or after.outcome is None
            or not is_listed(text, phrases[index], phrases[index + 1])
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
