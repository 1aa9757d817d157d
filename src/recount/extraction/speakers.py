"""Who says it: verbs of saying with their subjects, `according to`, quotations, and who is carried over."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import islice

from recount.extraction.actors import Named
from recount.extraction.subjects import Speaker, named_after, named_before, relative_subject
from recount.language.sentences import Parsed, Sentence
from recount.model.codes import Stance

UNATTRIBUTED = "unattributed"
_STANCES = {
    "reports": Stance.REPORTS,
    "estimates": Stance.ESTIMATES,
    "acknowledges": Stance.ACKNOWLEDGES,
    "denies": Stance.DENIES,
    "not_credible": Stance.NOT_CREDIBLE,
    "investigates": Stance.INVESTIGATES,
}
_SOURCES = frozenset({"according", "by", "بحسب", "حسب", "وفق", "وفقا"})
_BELIEVED = frozenset({"believed", "thought", "feared", "presumed", "reported", "said", "estimated", "understood"})


_LONGEST_CLOSING = 12


class Reach(IntEnum):
    """How an attribution reaches over its sentence."""

    AFTER = 1  # X said that ...
    BEFORE = 2  # ..., X said
    WHOLE = 3  # according to X


@dataclass(frozen=True, slots=True)
class Saying:
    """One attribution: who, with which stance, at which token, and which side of it is said."""

    at: int
    speaker: Speaker
    stance: Stance
    reach: Reach


def sayings(text: Parsed, sentence: Sentence, named: Sequence[Named]) -> list[Saying]:
    """Every attribution of a sentence, in order."""
    found = []
    first, last = sentence.first, sentence.last
    sources, verbs = text.saying(_SOURCES, first, last), text.having("reporting", first, last)
    for at in sorted({*sources, *verbs, *text.having("speakers", first, last)}):
        saying = None
        if text.tokens[at].key in _SOURCES:
            saying = _according(text, sentence, at, named)
        if saying is None and "reporting" in text.marks[at]:
            saying = _verb(text, sentence, at, named)
        if saying is None and "speakers" in text.marks[at]:
            saying = _filed(text, sentence, at, named)
        if saying is not None:
            found.append(saying)
    return found


def _according(text: Parsed, sentence: Sentence, at: int, named: Sequence[Named]) -> Saying | None:
    keys = text.keys(at, at + 3)
    length = 2 if keys[:2] == ["according", "to"] else 1 if keys[:1] in (["بحسب"], ["وفق"], ["حسب"], ["وفقا"]) else 0
    if (
        keys[:2] == ["by", "the"]
        and keys[2:]
        and text.tokens[at + 2].possessive
        and text.keys(at + 3, at + 4) == ["reckoning"]
    ):
        length = 1
    if not length:
        return None
    speaker = named_after(text, sentence, at + length, named)
    return None if speaker is None else Saying(at, speaker, Stance.REPORTS, Reach.WHOLE)


def _verb(text: Parsed, sentence: Sentence, at: int, named: Sequence[Named]) -> Saying | None:
    """A verb of saying with its subject before it, or after it where the sentence is turned round."""
    mark = text.marks[at].get("reporting")
    if mark is None or _passive(text, sentence, at) or _noun(text, sentence, at):
        return None
    stance = _STANCES[mark.first]
    if text.language == "ar":
        following = named_after(text, sentence, at + mark.length, named)
        return None if following is None else Saying(at, following, stance, Reach.AFTER)
    speaker = relative_subject(text, sentence, at, named) or named_before(text, sentence, at, named)
    turned = speaker is None
    if turned and _after_quotation(text, sentence, at):
        speaker = named_after(text, sentence, at + mark.length, named)
    if speaker is None:
        return None
    if stance is Stance.DENIES and _CLAIMS.intersection(text.keys(max(sentence.first, at - _LONGEST_NAME), at)):
        return None  # "..., a claim the rebels denied": whoever made the claim still says it
    closing = turned or _closes(text, sentence, at + mark.length) or _between_commas(text, sentence, at, mark.length)
    return Saying(at, speaker, stance, Reach.BEFORE if closing else Reach.AFTER)


def _noun(text: Parsed, sentence: Sentence, at: int) -> bool:
    """Whether a word that is also a noun stands as one: `the records of`, `in its reports`."""
    mark = text.marks[at]["reporting"]
    if "noun" not in mark.means or at == sentence.first:
        return False
    before, meaning = text.tokens[at - 1], text.means(at - 1, "functions")
    after = text.keys(at + mark.length, at + mark.length + 1)
    joined = meaning in ("det", "prep", "of", "by", "and") and not before.capital
    return (
        before.possessive
        or joined
        or after in (["of"], ["from"], ["by"], ["on"], ["about"])
        or "heads" in text.marks[at - 1]
    )


def _passive(text: Parsed, sentence: Sentence, at: int) -> bool:
    """`were described`, `are found`: the subject is not the one who says it."""
    for back in range(at - 1, max(at - 3, sentence.first - 1), -1):
        meaning = text.means(back, "functions")
        if meaning == "be":
            return text.means(at, "reporting") != "investigates"
        if meaning not in ("adverb", "not"):
            return False
    return False


def _after_quotation(text: Parsed, sentence: Sentence, at: int) -> bool:
    """Whether a verb opens or follows a quotation or a comma, so that its subject may stand after it."""
    return at == sentence.first or text.tokens[at - 1].key in ('"', ",", "و")


def _between_commas(text: Parsed, sentence: Sentence, at: int, length: int) -> bool:
    """`killing twelve, state radio said, while`: what was said stands before, and the sentence goes on."""
    after = at + length
    if after >= sentence.last or text.tokens[after].key != ",":
        return False
    for back in range(at - 1, max(sentence.first, at - _LONGEST_NAME), -1):
        if text.tokens[back].key == ",":
            return not text.quoted[back] and text.means(back + 1, "functions") not in ("clause", "relative", "and")
        if text.tokens[back].kind != "word":
            return False
    return False


_LONGEST_NAME = 8
_CLAIMS = frozenset({"claim", "charge", "accusation", "allegation", "assertion", "version", "which"})


def _closes(text: Parsed, sentence: Sentence, after: int) -> bool:
    """Whether nothing but the end, a day or a hearer follows: what was said then stands before."""
    words = (at for at in range(after, sentence.last) if text.tokens[at].kind != "mark")
    rest = list(islice(words, _LONGEST_CLOSING + 1))
    if not rest:
        return True
    opening = text.tokens[rest[0]].key
    hearer = opening in (
        "on",
        "in",
        "the",
        "him",
        "her",
        "reporters",
        "tuesday",
        "monday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "yesterday",
        "today",
        "later",
    )
    bare = all({"triggers", "heads", "reporting"}.isdisjoint(text.marks[at]) for at in rest)
    short = len(rest) <= (_LONGEST_CLOSING if bare else 6) and "that" not in text.keys(after, sentence.last)
    return (hearer or "agencies" in text.marks[rest[0]]) and short and after - sentence.first > len(rest)


def _filed(text: Parsed, sentence: Sentence, at: int, named: Sequence[Named]) -> Saying | None:
    """`in health ministry reports`, `a list from the morgue`: a document speaks for who keeps it."""
    if text.means(at, "speakers") != "publication":
        return None
    kept = _kept_by(text, sentence, at, named)
    if kept is not None:
        return kept
    for back in range(at - 1, max(at - 8, sentence.first - 1), -1):
        if text.tokens[back].key in ("in", "in the"):
            speaker = named_after(text, sentence, back + 1, named)
            keeper = speaker is not None and speaker.last >= at and speaker.kind in ("official", "medical", "agency")
            return Saying(back, speaker, Stance.REPORTS, Reach.WHOLE) if keeper and speaker is not None else None
        if text.means(back, "functions") in ("be", "and", "by", "clause"):
            return None
    return None


def _kept_by(text: Parsed, sentence: Sentence, at: int, named: Sequence[Named]) -> Saying | None:
    """`a list of 9,606 names of people killed, from Mosul's morgue`."""
    if text.tokens[at].key not in ("list", "lists", "records", "register", "logs", "data"):
        return None
    for here in range(at + 1, min(at + 18, sentence.last)):
        if text.tokens[here].key == "from":
            keeper = named_after(text, sentence, here + 1, named)
            if keeper is not None and keeper.kind in ("medical", "official"):
                return Saying(at, keeper, Stance.REPORTS, Reach.AFTER)
        if "reporting" in text.marks[here]:
            return None
    return None


def unattributed(text: Parsed, sentence: Sentence) -> bool:
    """`are believed to`, `is feared`: the report itself names nobody."""
    return any(
        text.means(at - 1, "functions") in ("be", "adverb") and text.tokens[at + 1].key in ("to", "that", "still", "by")
        for at in text.saying(_BELIEVED, sentence.first + 1, sentence.last - 1)
    )
