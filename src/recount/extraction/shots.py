"""`was shot` says neither dead nor alive: the words around it do, or nobody knows."""

from recount.language.sentences import Parsed, Sentence
from recount.model.codes import Outcome

SHOT = frozenset({"shot", "stabbed", "knifed", "machinegunned", "riddled"})
_NO_PEOPLE = frozenset(
    {"at", "down", "out", "off", "up", "into", "through", "from", "of", "back", "across", "over", "toward", "towards"}
)
_DIED = frozenset({"died", "dead", "succumbed", "killed", "kill", "murdered", "assassinated", "dies", "fatally"})
_PRONOUNS = frozenset({"he", "she", "they", "both", "all", "his", "her", "their"})


def is_shot(text: Parsed, sentence: Sentence, at: int) -> bool:
    """Whether a token says that somebody was shot or stabbed: not `a shot`, `shot at` or `shot down`."""
    if text.language == "en" and text.tokens[at].key in ("hit", "struck") and at + 2 < sentence.last:
        return text.tokens[at + 1].key == "by" and text.means(at + 2, "wounds") == "fire"
    if text.language != "en" or text.tokens[at].key not in SHOT:
        return False
    if at > sentence.first and (
        text.means(at - 1, "functions") == "det"
        or text.tokens[at - 1].kind == "number"
        or "numbers" in text.marks[at - 1]
    ):
        return text.tokens[at - 1].key in ("both", "all", "this")
    if text.keys(at + 1, at + 3) in _FROM_NEAR:
        return True
    return at + 1 >= sentence.last or text.tokens[at + 1].key not in _NO_PEOPLE


_FROM_NEAR = (["at", "close"], ["at", "point"], ["at", "pointblank"])
"""`shot at close range`: how, and not at whom."""


def what_became(text: Parsed, sentence: Sentence, at: int) -> Outcome:
    """Killed or injured as the sentence, or the one after it, says; else a casualty of whom nothing more is known."""
    own = _evidence(text, sentence)
    if "alive" in own and not _DIED.intersection(text.keys(sentence.first, sentence.last)):
        return Outcome.INJURED
    if "dead" in own or _DIED.intersection(text.keys(at + 1, sentence.last)):
        return Outcome.KILLED if "dead" in own or not _others_died(text, sentence, at) else Outcome.CASUALTY
    following = next(iter(text.near(sentence, 0, 1)), None)
    if following is not None and text.tokens[following.first].key in _PRONOUNS:
        if _DIED.intersection(text.keys(following.first + 1, following.first + 7)):
            return Outcome.KILLED
        own = own | _evidence(text, following)
    return Outcome.INJURED if own & {"limb", "alive"} else Outcome.CASUALTY


def _others_died(text: Parsed, sentence: Sentence, at: int) -> bool:
    """`three were shot; two of them died`: a number of its own stands before the death."""
    for here in range(at + 1, sentence.last):
        if text.tokens[here].key in _DIED:
            return False
        if text.tokens[here].kind == "number" or "numbers" in text.marks[here] or text.tokens[here].key == ";":
            return True
    return False


def _evidence(text: Parsed, sentence: Sentence) -> frozenset[str]:
    means = (text.means(at, "wounds") for at in range(sentence.first, sentence.last))
    return frozenset(each for each in means if each is not None)
