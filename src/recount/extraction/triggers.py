"""Words that say what happened to people, and in which form they stand: `were killed`, `killing`, `death toll`."""

from recount.extraction.forms import Form, Trigger, verb_before
from recount.extraction.idioms import PARTED, idiom, of_some, people_follow, to_death
from recount.extraction.shots import is_shot, what_became
from recount.language.lexicon import Mark
from recount.language.sentences import Parsed, Sentence
from recount.model.codes import Outcome

__all__ = ["Form", "Trigger", "triggers"]

_OUTCOMES = {outcome.value: outcome for outcome in Outcome}


def triggers(text: Parsed, sentence: Sentence) -> list[Trigger]:
    """The triggers of a sentence in order."""
    found: list[Trigger] = []
    marked = text.having("triggers", sentence.first, sentence.last)
    parted = text.saying(PARTED, sentence.first, sentence.last)
    past = sentence.first
    for at in sorted({*marked, *parted}) if parted else marked:
        if at < past:
            continue
        mark = text.marks[at].get("triggers")
        if mark is None:
            apart = to_death(text, sentence, at) or _shot(text, sentence, at) or idiom(text, sentence, at)
            found.extend([apart] if apart is not None else [])
            past = apart.last if apart is not None else past
        elif mark.means[1] == "base" and _a_noun(text, at):
            past = at + mark.length
        elif not (mark.means[1] == "toll" and of_some(text, at)):
            found.append(_marked(text, sentence, at, mark))
            past = at + mark.length
    return found


def _marked(text: Parsed, sentence: Sentence, at: int, mark: Mark) -> Trigger:
    form, agent = _form(text, sentence, at, mark.length, mark.means[1])
    denied = form is Form.BEFORE and _denied(text, sentence, at)
    return Trigger(at, at + mark.length, _OUTCOMES[mark.first], form, agent, text.tokens[at].key, denied)


def _denied(text: Parsed, sentence: Sentence, at: int) -> bool:
    """`were not hurt`, `was not seriously injured`: `not` stands between the auxiliary and the participle."""
    before = text.keys(max(sentence.first, at - 3), at)
    return "not" in before and bool({"was", "were", "been", "be", "is", "are"}.intersection(before))


def _a_noun(text: Parsed, at: int) -> bool:
    """`the massacre took place`: a word that is also a verb stands as a noun after an article or a preposition."""
    if at == 0 or text.tokens[at].key not in _ALSO_NOUNS:
        return False
    meaning = text.means(at - 1, "functions")
    return text.tokens[at - 1].possessive or (
        meaning in ("det", "of", "by", "prep") and text.tokens[at - 1].key != "to"
    )


_ALSO_NOUNS = frozenset({"massacre", "massacres", "murder", "murders", "slaughter", "wound", "wounds", "kill", "kills"})


def _shot(text: Parsed, sentence: Sentence, at: int) -> Trigger | None:
    """`was shot`, `shot 16 peasants`: what became of them is told by the words around."""
    if not is_shot(text, sentence, at):
        return None
    form, agent = _form(text, sentence, at, 1, "participle")
    denied = form is Form.BEFORE and _denied(text, sentence, at)
    return Trigger(at, at + 1, what_became(text, sentence, at), form, agent, text.tokens[at].key, denied)


def _form(text: Parsed, sentence: Sentence, at: int, length: int, said: str) -> tuple[Form, bool]:
    if said in ("intransitive", "under", "context"):
        return Form.BEFORE, False
    if said in ("toll", "among"):
        return (Form.TOLL if said == "toll" else Form.AMONG), False
    if said in ("gerund", "noun", "base"):
        return Form.AFTER, said != "noun"
    before = verb_before(text, sentence, at)
    if before == "be":
        turned = people_follow(text, sentence, at + length) and not text.numerals(sentence.first, at)
        return (Form.AFTER if turned else Form.BEFORE), False  # "in the attack were killed 11 persons"
    object_ = _object_follows(text, sentence, at + length) and not _told_in_turn(text, sentence, at, length)
    if before == "have" or object_:
        return Form.AFTER, True
    return (Form.BEFORE if _second_verb(text, sentence, at) else Form.ADJACENT), False


def _told_in_turn(text: Parsed, sentence: Sentence, at: int, length: int) -> bool:
    """`2 LN killed 1 LN injured`: a number with its noun on either side, and another participle after the second."""
    before = range(max(sentence.first, at - 4), at)
    counted = [here for here in before if text.tokens[here].kind == "number" or "numbers" in text.marks[here]]
    after = at + length
    number = after < sentence.last and (text.tokens[after].kind == "number" or "numbers" in text.marks[after])
    marked = [text.marks[here].get("triggers") for here in range(after + 1, min(after + 5, sentence.last))]
    again = any(mark is not None and mark.first in ("killed", "injured") for mark in marked)
    return bool(counted) and "," not in text.keys(counted[0], at) and number and again


_FARTHEST_VERB = 14


def _second_verb(text: Parsed, sentence: Sentence, at: int) -> bool:
    """`were taken off two buses and shot dead`: the second verb of a passive."""
    here = at - 1
    while here > sentence.first and (text.means(here, "functions") == "adverb" or text.tokens[here].key.endswith("ly")):
        here -= 1
    if here <= sentence.first or text.tokens[here].key not in ("and", "then", "or", ","):
        return False
    for back in range(here - 1, max(here - _FARTHEST_VERB, sentence.first), -1):
        meaning, key = text.means(back, "functions"), text.tokens[back].key
        if key in (";", ":", '"') or meaning in ("clause", "relative") or "reporting" in text.marks[back]:
            return False
        if meaning == "be":
            after = text.tokens[back + 1].key
            return after.endswith(("ed", "en", "ought")) or after in _IRREGULAR
        if "triggers" in text.marks[back] and key != "captured":
            return False
    return False


_IRREGULAR = frozenset(
    {"shot", "found", "held", "led", "made", "hit", "caught", "bound", "lined", "kept", "forced", "put"}
)


def _object_follows(text: Parsed, sentence: Sentence, at: int) -> bool:
    """Whether what follows a participle is its object, so that the participle is active."""
    if at < sentence.last and "equals" in text.marks[at]:
        return True
    while at < sentence.last and text.means(at, "functions") == "adverb":
        at += 1
    if at >= sentence.last or text.tokens[at].kind == "break":
        return False
    token, meaning = text.tokens[at], text.means(at, "functions")
    if token.kind == "number" or {"numbers", "comparators", "fractions"} & text.marks[at].keys():
        return True
    if token.kind != "word":
        return False
    named = text.capitals and token.capital and meaning is None and "dates" not in text.marks[at]
    return named or meaning in ("det", "pronoun") or "heads" in text.marks[at] or token.key in _REFLEXIVE


_REFLEXIVE = frozenset({"himself", "herself"})
