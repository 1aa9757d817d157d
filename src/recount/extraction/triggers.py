"""Words that say what happened to people, and in which form they stand: `were killed`, `killing`, `death toll`."""

from dataclasses import dataclass
from enum import Enum, auto

from recount.extraction.shots import SHOT, is_shot, what_became
from recount.language.lexicon import Mark
from recount.language.sentences import Parsed, Sentence
from recount.model.codes import Outcome

_OUTCOMES = {outcome.value: outcome for outcome in Outcome}


class Form(Enum):
    """On which side of a trigger the people stand to whom it happened."""

    BEFORE = auto()  # were killed, died
    ADJACENT = auto()  # 12 people killed in
    AFTER = auto()  # killed 12, killing 12, the death of 12
    TOLL = auto()  # the death toll rose to 12
    AMONG = auto()  # of the dead, 12


@dataclass(frozen=True, slots=True)
class Trigger:
    """One trigger: tokens [first, last), the outcome it says, and its form.

    `denied` says that it did not happen (`were not hurt`), `agent` that somebody does it to somebody, so that its
    subject did it and its object suffered it.
    """

    first: int
    last: int
    outcome: Outcome
    form: Form
    agent: bool = False
    word: str = ""
    denied: bool = False


def triggers(text: Parsed, sentence: Sentence) -> list[Trigger]:
    """The triggers of a sentence in order."""
    found: list[Trigger] = []
    marked = text.having("triggers", sentence.first, sentence.last)
    parted = text.saying(_PARTED, sentence.first, sentence.last)
    past = sentence.first
    for at in sorted({*marked, *parted}) if parted else marked:
        if at < past:
            continue
        mark = text.marks[at].get("triggers")
        if mark is None:
            apart = (
                _to_death(text, sentence, at)
                or _shot(text, sentence, at)
                or _named_or_of(text, sentence, at)
                or _hurt(text, sentence, at)
                or _number_of(text, sentence, at)
            )
            found.extend([apart] if apart is not None else [])
            past = apart.last if apart is not None else past
        elif mark.means[1] == "base" and _a_noun(text, at):
            past = at + mark.length
        elif not (mark.means[1] == "toll" and _of_some(text, at)):
            found.append(_marked(text, sentence, at, mark))
            past = at + mark.length
    return found


def _marked(text: Parsed, sentence: Sentence, at: int, mark: Mark) -> Trigger:
    form, agent = _form(text, sentence, at, mark.length, mark.means[1])
    denied = form is Form.BEFORE and _denied(text, sentence, at)
    return Trigger(at, at + mark.length, _OUTCOMES[mark.first], form, agent, text.tokens[at].key, denied)


def _of_some(text: Parsed, at: int) -> bool:
    """`a number of people wounded` gives no number that a toll could be."""
    return at > 0 and text.tokens[at].key == "number" and text.tokens[at - 1].key in _SOME


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


_SOME = frozenset({"a", "unknown", "unspecified", "undisclosed", "large", "small", "unconfirmed", "undetermined"})


_VIOLENCE = frozenset(
    {"stabbed", "stabbing", "shot", "shooting", "beat", "beaten", "beating", "hacked", "hacking", "burned", "burnt",
     "left", "leaving", "burning", "clubbed", "stoned", "bludgeoned", "trampled", "tortured", "strangled", "crushed"}
)  # fmt: skip


def _people_follow(text: Parsed, sentence: Sentence, at: int) -> bool:
    """`lost 11 men`: a number of people, and neither lives nor limbs."""
    number = at < sentence.last and (text.tokens[at].kind == "number" or "numbers" in text.marks[at])
    heads = [
        text.marks[here]["heads"].means for here in range(at, min(at + 4, sentence.last)) if "heads" in text.marks[here]
    ]
    return number and bool(heads) and heads[0][0] == "people" and heads[0][2] == "-"


_FARTHEST_DEATH = 12
_MET = frozenset({"لقي", "لقيت", "لقوا"})
_SUFFERED = frozenset(
    {"treated", "sustained", "sustaining", "sustain", "suffered", "suffering", "received", "receiving"}
)
_HARMS = frozenset({"injuries", "injury", "wounds", "wound", "burns"})
_FARTHEST_HARM = 6
_PARTED = (
    _VIOLENCE
    | SHOT
    | _MET
    | _SUFFERED
    | {"lost", "of", "as", ":", "comprised", "comprise", "hit", "struck", "number", "numbers"}
)
_DEATHS = frozenset({"مصرعهم", "مصرعه", "مصرعها", "مصرعهما", "حتفهم", "حتفه", "حتفها", "حتفهما"})
"""لقي ستة مصرعهم: six met their deaths."""


def _to_death(text: Parsed, sentence: Sentence, at: int) -> Trigger | None:
    """`stabbed a guard to death`, `shot two men dead`: the verb stands before its people and the rest after them."""
    if text.tokens[at].key == "lost" and _people_follow(text, sentence, at + 1):
        return Trigger(at, at + 1, Outcome.KILLED, Form.AFTER, word="lost")
    if text.tokens[at].key in _MET:
        end = min(at + _FARTHEST_DEATH, sentence.last)
        met = _DEATHS.intersection(text.keys(at + 2, end))
        return Trigger(at, at + 1, Outcome.KILLED, Form.AFTER, word=text.tokens[at].key) if met else None
    if text.tokens[at].key not in _VIOLENCE:
        return None
    for end in range(at + 2, min(at + _FARTHEST_DEATH, sentence.last)):
        key = text.tokens[end].key
        leaves = text.tokens[at].key in ("left", "leaving")
        if key in (";", ".") or (key == "," and not leaves) or "triggers" in text.marks[end]:
            return None
        if key == "dead" or (key == "death" and text.tokens[end - 1].key == "to"):
            passive = _verb_before(text, sentence, at) == "be"
            return Trigger(at, at + 1, Outcome.KILLED, Form.BEFORE if passive else Form.AFTER, not passive, key)
    return None


def _hurt(text: Parsed, sentence: Sentence, at: int) -> Trigger | None:
    """`sustained varying degrees of injuries`: the subject was hurt, however the injuries are described."""
    if text.tokens[at].key not in _SUFFERED:
        return None
    for end in range(at + 1, min(at + _FARTHEST_HARM, sentence.last)):
        if text.tokens[end].key in _HARMS:
            bare = text.tokens[at].key == "treated" and _verb_before(text, sentence, at) is None
            return None if bare else Trigger(at, end + 1, Outcome.INJURED, Form.BEFORE, word=text.tokens[at].key)
        counted = text.tokens[end].kind == "number" or "numbers" in text.marks[end]
        treated = text.tokens[end].key == "for"
        joined = text.means(end, "functions") in (None, "of", "det") or treated
        if counted or text.tokens[end].kind != "word" or not joined:
            return None
    return None


def _number_of(text: Parsed, sentence: Sentence, at: int) -> Trigger | None:
    """`the number of miners killed`: a figure follows."""
    if text.tokens[at].key not in ("number", "numbers") or text.keys(at + 1, at + 2) != ["of"] or _of_some(text, at):
        return None
    end = at + 2 + (text.means(min(at + 2, sentence.last - 1), "functions") == "det")
    head = text.marks[end].get("heads") if end + 1 < sentence.last else None
    if head is None or head.first != "people":
        return None
    end += head.length
    said = text.means(end, "triggers") if end < sentence.last else None
    if said not in ("killed", "injured"):
        return None
    return Trigger(at, end + text.length(end, "triggers"), Outcome(said), Form.TOLL, word="number")


def _named_or_of(text: Parsed, sentence: Sentence, at: int) -> Trigger | None:
    return _identified(text, sentence, at) or _of_far(text, sentence, at)


_NOUNS = frozenset({"massacre", "murder", "murders", "killing", "killings", "slaying", "assassination",
                    "assassinations",
                    "slaughter", "execution", "deaths", "death", "lynching"})  # fmt: skip
_FARTHEST_OF = 12
_HELD = frozenset({"custody", "detention", "prison", "jail", "captivity"})
"""`the death in custody of Yasin Omar`: a name after these is whoever died."""
_DASHES = frozenset({"--", "—", "–", "-"})


def _of_far(text: Parsed, sentence: Sentence, at: int) -> Trigger | None:
    """`the murder on the evening of 27 February of six followers`: its complement stands further off."""
    if text.tokens[at].key != "of" or at + 1 >= sentence.last or text.language != "en":
        return None
    named = text.capitals and text.tokens[at + 1].capital and text.tokens[at - 1].key in _HELD
    if not named and not (
        {"numbers", "comparators"} & text.marks[at + 1].keys() or text.tokens[at + 1].kind == "number"
    ):
        return None
    opened = text.saying(_DASHES, max(sentence.first, at - _FARTHEST_OF), at - 1)
    aside = text.tokens[at - 1].key in _DASHES and bool(opened)
    for back in range(opened[-1] - 1 if aside else at - 1, max(sentence.first, at - _FARTHEST_OF) - 1, -1):
        meaning = text.means(back, "functions")
        if text.tokens[back].key in _NOUNS and back < at - 1:
            return Trigger(at, at + 1, Outcome.KILLED, Form.AFTER, word=text.tokens[back].key)
        if meaning in ("be", "have", "clause", "relative", "modal") or "reporting" in text.marks[back]:
            return None
    return None


def _a_heading(text: Parsed, sentence: Sentence, colon: int) -> bool:
    """`Reported killed in the strike:` opens a list, `12 people were killed:` tells what follows in detail."""
    here = range(sentence.first, colon)
    counts = any(text.tokens[at].kind == "number" or "numbers" in text.marks[at] for at in here)
    verb = any(text.means(at, "functions") in ("be", "have") or "reporting" in text.marks[at] for at in here[1:])
    return not counts and not verb and colon + 1 < sentence.last and text.tokens[colon + 1].kind != "number"


_DEAD = frozenset({"victims", "victim", "dead", "killed", "deceased", "martyrs", "fatalities", "slain", "bodies"})
_NAMED = frozenset({"named", "identified", "listed", "names", "comprised", "comprise", "comprising"})
_FARTHEST_NAME = 10


def _identified(text: Parsed, sentence: Sentence, at: int) -> Trigger | None:
    """`the victims were named by relatives as`, `names of the dead:`: a list of the dead follows."""
    if (
        text.language != "en"
        or text.tokens[at].key not in ("as", ":", "comprised", "comprise")
        or at + 1 >= sentence.last
    ):
        return None
    before = text.keys(max(sentence.first, at - _FARTHEST_NAME), at + 1)
    named = bool(_NAMED.intersection(before) and _DEAD.intersection(before))
    heading = text.tokens[at].key == ":" and _a_heading(text, sentence, at)
    named = named or (heading and _DEAD.intersection(before) != frozenset())
    return Trigger(at, at + 1, Outcome.KILLED, Form.AFTER, word="named") if named else None


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
    before = _verb_before(text, sentence, at)
    if before == "be":
        return Form.BEFORE, False
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


def _verb_before(text: Parsed, sentence: Sentence, at: int) -> str | None:
    """The auxiliary of a participle: `be` in `were later killed`, `have` in `have reportedly killed`."""
    for back in range(at - 1, max(at - 5, sentence.first - 1), -1):
        meaning = text.means(back, "functions")
        if meaning in ("be", "have"):
            return meaning
        key = text.tokens[back].key
        if text.tokens[back].key in _PASSIVES:
            continue
        joined = meaning == "and" or key == "," or "triggers" in text.marks[back] or "hedges" in text.marks[back]
        if meaning not in ("adverb", "not") and not joined and not key.endswith("ly"):
            return None
    return None


_PASSIVES = frozenset(
    {"reported", "believed", "feared", "confirmed", "presumed", "thought", "declared", "found", "said", "known", "to"}
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
    return named or meaning in ("det", "pronoun") or "heads" in text.marks[at]
