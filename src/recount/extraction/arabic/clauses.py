"""How Arabic clauses say what happened to whom: verbs after their people, adverbials before them, turns of phrase."""

from collections.abc import Sequence
from dataclasses import replace

from recount.extraction.arabic.people import HE, counts_people, numbered, people_at, risen_by
from recount.extraction.triggers import Form, Trigger
from recount.language.sentences import Parsed, Sentence
from recount.model.codes import Outcome

_LONGEST_SUBJECT = 6
_LONGEST_VERB = 9
_SPENT = frozenset({"قضي", "قضت"})
_LIVES = frozenset({"نحبهم", "نحبه", "نحبها", "نحبهما"})
_LOST_LIVES = frozenset({"حياتهم", "حياته", "حياتها", "حياتهما", "حياتهن", "ارواحهم", "ارواحهما"})
_BLOWS = frozenset({"طعن", "طعنت", "ضرب", "ضربت", "رجم", "رجمت", "عذب", "حرق"})
_DEATH = frozenset({"موت", "وفاه"})
_DID = frozenset({"قتلوا", "اعدموا", "اغتالوا", "جرحوا", "اصابوا", "ذبحوا", "قنصوا", "يقتلون"})
"""Plural verbs that with a number of people after them are what somebody did to those."""
_OPEN_RANGES = frozenset({"من", "بين", "ما"})
_UNDERWENT = frozenset({"تعرض", "تعرضت", "تعرضوا"})


def turned(text: Parsed, sentence: Sentence, found: Sequence[Trigger]) -> list[Trigger]:
    """The triggers of a sentence as Arabic builds clauses: verbs after their people, adverbials before them."""
    here = [_turned(text, sentence, _of_lives(text, sentence, each)) for each in _without_idle(text, sentence, found)]
    taken = {at for each in here for at in range(each.first, each.last)}
    here += [each for each in _phrases_of_death(text, sentence) if each.first not in taken]
    return _killed_and_hurt(text, [_past_adverbial(text, sentence, each) for each in sorted(here, key=_first)])


def _first(trigger: Trigger) -> int:
    return trigger.first


def _without_idle(text: Parsed, sentence: Sentence, found: Sequence[Trigger]) -> list[Trigger]:
    """Without nouns that stand between a toll and its figure: `حصيلة ضحايا غرق القارب إلى اثني عشر`.

    And without the death that a toll rose by, which it holds: `ارتفاع الحصيلة إلى 13 بعد وفاة طفلة`.
    """
    tolls = [each.last for each in found if each.form is Form.TOLL]
    return [
        each
        for each in found
        if each.form is not Form.AFTER
        or not (
            (each.last - 1 in tolls and not people_at(text, sentence, each.last))
            or risen_by(text, sentence, each.first)
        )
    ]


def _of_lives(text: Parsed, sentence: Sentence, trigger: Trigger) -> Trigger:
    """`فقد طفلان حياتهما`: who loses his life is dead, who is lost is missing; both are the same verb."""
    after = text.keys(trigger.last, min(trigger.last + _LONGEST_VERB, sentence.last))
    died = trigger.outcome is Outcome.MISSING and not _LOST_LIVES.isdisjoint(after)
    return replace(trigger, outcome=Outcome.KILLED) if died else trigger


def _phrases_of_death(text: Parsed, sentence: Sentence) -> list[Trigger]:
    """`قضى عشرة نحبهم`, `طعن شاب حتى الموت`: a verb that is a death by what follows it."""
    found = []
    for at in range(sentence.first, sentence.last - 2):
        key, after = text.tokens[at].key, text.keys(at + 2, min(at + _LONGEST_VERB, sentence.last))
        died = key in _SPENT and (_LIVES.intersection(after) or counts_people(text, sentence, at + 1))
        died = died or (key in _SPENT and _one_who_rules_nothing(text, at + 1))
        if died or (key in _BLOWS and _DEATH.intersection(after) and "حتي" in after):
            found.append(Trigger(at, at + 1, Outcome.KILLED, Form.AFTER, word=key))
    return found


def _one_who_rules_nothing(text: Parsed, at: int) -> bool:
    """`قضت طفلة`: a child dies, a judge decides; both are the same verb."""
    head = text.marks[at].get("heads")
    return head is not None and head.means[1] in ("children", "women", "men") and head.means[-1] == "single"


def _killed_and_hurt(text: Parsed, found: Sequence[Trigger]) -> list[Trigger]:
    """`قتل وأصيب 40 شخصا`: forty of whom some died and some were hurt."""
    kept: list[Trigger] = []
    for each in found:
        before = kept[-1] if kept else None
        both = before is not None and before.last + 1 == each.first and text.tokens[before.last].key == "و"
        verbs = before is not None and before.agent is each.agent and before.form is each.form
        if both and verbs and before is not None and before.outcome is not each.outcome:
            kept[-1] = replace(each, first=before.first, outcome=Outcome.CASUALTY)
        else:
            kept.append(each)
    return kept


def _past_adverbial(text: Parsed, sentence: Sentence, trigger: Trigger) -> Trigger:
    """`قتل في الهجوم 25 شخصا`, `قتلت غارة للتحالف سبعة`: what else the verb has stands before its people."""
    at = trigger.last
    if trigger.form is not Form.AFTER or at >= sentence.last or text.tokens[at].key in _OPEN_RANGES:
        return trigger
    manner = at + 1 < sentence.last and text.means(at + 1, "functions") == "adverb"
    if not manner and text.means(at, "functions") not in ("prep", "adverb") and "causes" not in text.marks[at]:
        return trigger
    for after in range(at + 1, min(at + _LONGEST_SUBJECT, sentence.last)):
        mark = text.marks[after]
        if text.tokens[after].kind == "number" or {"numbers", "comparators"} & mark.keys():
            return replace(trigger, last=after)
        if text.tokens[after].kind != "word" or {"heads", "triggers"} & mark.keys():
            return trigger
        if text.means(after, "functions") not in (None, "prep", "adverb"):
            return trigger
    return trigger


def _turned(text: Parsed, sentence: Sentence, trigger: Trigger) -> Trigger:
    """`إن طفلة قتلت وأصيب`: nobody stands after the verb, and its person right before it."""
    if _underwent(text, sentence, trigger):
        return replace(trigger, form=Form.BEFORE, agent=False)
    takes = trigger.last < sentence.last and numbered(text, trigger.last)
    if trigger.form is Form.BEFORE and takes and text.tokens[trigger.first].key in _DID:
        return replace(trigger, form=Form.AFTER, agent=True)
    if trigger.form is not Form.AFTER or not trigger.agent or people_at(text, sentence, trigger.last):
        return trigger
    first = max(sentence.first, trigger.first - _LONGEST_SUBJECT)
    for at in range(trigger.first - 1, first - 1, -1):
        if "heads" in text.marks[at] or text.tokens[at].key in HE:
            people = text.tokens[at].key in HE or text.marks[at]["heads"].first in ("people", "bodies")
            return replace(trigger, form=Form.BEFORE, agent=False) if people else trigger
        if text.tokens[at].kind != "word" or text.means(at, "functions") is not None or "triggers" in text.marks[at]:
            return trigger
    return trigger


def _underwent(text: Parsed, sentence: Sentence, trigger: Trigger) -> bool:
    """`تعرض أربعة صيادين لإصابات`: what they underwent stands after them."""
    at = trigger.first - 1
    if at <= sentence.first or text.tokens[at].key != "ل":
        return False
    return bool(_UNDERWENT.intersection(text.keys(max(sentence.first, at - _LONGEST_VERB), at)))
