"""Words of harm whose parts stand apart: `stabbed a guard to death`, `the number of miners killed`, `named as`."""

from itertools import pairwise

from recount.extraction.forms import Form, Trigger, verb_before
from recount.extraction.shots import SHOT
from recount.language.sentences import Parsed, Sentence
from recount.model.codes import Outcome


def idiom(text: Parsed, sentence: Sentence, at: int) -> Trigger | None:
    """The trigger of several parts that begins at a token, or None."""
    return (
        _identified(text, sentence, at)
        or _of_far(text, sentence, at)
        or _hurt(text, sentence, at)
        or _number_of(text, sentence, at)
        or _turned(text, sentence, at)
    )


def _turned(text: Parsed, sentence: Sentence, at: int) -> Trigger | None:
    """`before turning the rifle on himself`: who turns a weapon on himself is told of as dead."""
    if text.tokens[at].key not in _TURNS:
        return None
    after = text.keys(at + 1, min(at + _FARTHEST_HARM + 1, sentence.last))
    pairs = list(pairwise(after))
    ends = [n for n, pair in enumerate(pairs) if pair in (("on", "himself"), ("on", "herself"))]
    if not ends or not _WEAPONS.intersection(after[: ends[0]]):
        return None
    return Trigger(at, at + ends[0] + 2, Outcome.KILLED, Form.AFTER, word="turned")


_TURNS = frozenset({"turned", "turning", "turn", "turns"})
_WEAPONS = frozenset({"gun", "weapon", "rifle", "pistol", "handgun", "firearm", "revolver", "shotgun", "knife"})


_SOME = frozenset({"a", "unknown", "unspecified", "undisclosed", "large", "small", "unconfirmed", "undetermined"})


_VIOLENCE = frozenset(
    {"stabbed", "stabbing", "shot", "shooting", "beat", "beaten", "beating", "hacked", "hacking", "burned", "burnt",
     "left", "leaving", "burning", "clubbed", "stoned", "bludgeoned", "trampled", "tortured", "strangled", "crushed"}
)  # fmt: skip


def people_follow(text: Parsed, sentence: Sentence, at: int) -> bool:
    """`lost 11 men`: a number of people, and neither lives nor limbs."""
    number = at < sentence.last and (text.tokens[at].kind == "number" or "numbers" in text.marks[at])
    heads = [
        text.marks[here]["heads"].means for here in range(at, min(at + 4, sentence.last)) if "heads" in text.marks[here]
    ]
    return number and bool(heads) and heads[0][0] == "people" and heads[0][2] == "-"


_FARTHEST_DEATH = 12
_MET = frozenset({"لقي", "لقيت", "لقوا"})
SUFFERED = frozenset(
    {"treated", "sustained", "sustaining", "sustain", "suffered", "suffering", "received", "receiving"}
)
_HARMS = frozenset({"injuries", "injury", "wounds", "wound", "burns"})
_FARTHEST_HARM = 6
PARTED = (
    _VIOLENCE
    | SHOT
    | _MET
    | SUFFERED
    | {
        "lost",
        "of",
        "as",
        ":",
        "comprised",
        "comprise",
        "hit",
        "struck",
        "number",
        "numbers",
        "turned",
        "turning",
        "turn",
        "turns",
    }
)
_DEATHS = frozenset({"مصرعهم", "مصرعه", "مصرعها", "مصرعهما", "حتفهم", "حتفه", "حتفها", "حتفهما"})
"""لقي ستة مصرعهم: six met their deaths."""


def to_death(text: Parsed, sentence: Sentence, at: int) -> Trigger | None:
    """`stabbed a guard to death`, `shot two men dead`: the verb stands before its people and the rest after them."""
    if text.tokens[at].key == "lost" and people_follow(text, sentence, at + 1):
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
            passive = verb_before(text, sentence, at) == "be"
            return Trigger(at, at + 1, Outcome.KILLED, Form.BEFORE if passive else Form.AFTER, not passive, key)
    return None


def _hurt(text: Parsed, sentence: Sentence, at: int) -> Trigger | None:
    """`sustained varying degrees of injuries`: the subject was hurt, however the injuries are described."""
    if text.tokens[at].key not in SUFFERED:
        return None
    for end in range(at + 1, min(at + _FARTHEST_HARM, sentence.last)):
        if text.tokens[end].key in _HARMS:
            bare = text.tokens[at].key == "treated" and verb_before(text, sentence, at) is None
            return None if bare else Trigger(at, end + 1, Outcome.INJURED, Form.BEFORE, word=text.tokens[at].key)
        counted = text.tokens[end].kind == "number" or "numbers" in text.marks[end]
        treated = text.tokens[end].key == "for"
        joined = text.means(end, "functions") in (None, "of", "det") or treated
        if counted or text.tokens[end].kind != "word" or not joined:
            return None
    return None


def _number_of(text: Parsed, sentence: Sentence, at: int) -> Trigger | None:
    """`the number of miners killed`: a figure follows."""
    if text.tokens[at].key not in ("number", "numbers") or text.keys(at + 1, at + 2) != ["of"] or of_some(text, at):
        return None
    end = at + 2 + (text.means(min(at + 2, sentence.last - 1), "functions") == "det")
    head = text.marks[end].get("heads") if end + 1 < sentence.last else None
    if head is None or head.first not in ("people", "bodies"):
        return None
    end += head.length
    said = text.means(end, "triggers") if end < sentence.last else None
    if head.first == "bodies" and text.keys(end, end + 1) in (["recovered"], ["found"], ["retrieved"], ["counted"]):
        return Trigger(at, end + 1, Outcome.KILLED, Form.TOLL, word="number")
    if said not in ("killed", "injured"):
        return None
    return Trigger(at, end + text.length(end, "triggers"), Outcome(said), Form.TOLL, word="number")


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


def of_some(text: Parsed, at: int) -> bool:
    """`a number of people wounded` gives no number that a toll could be."""
    return at > 0 and text.tokens[at].key == "number" and text.tokens[at - 1].key in _SOME
