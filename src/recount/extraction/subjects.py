"""Names of speakers: the noun phrase at a verb of saying, reduced to the one name that a reader would give."""

from collections.abc import Sequence
from dataclasses import dataclass

from recount.extraction.actors import Named
from recount.language.sentences import Parsed, Sentence

_LONGEST = 16


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who says something: a name, the party spoken for, what sort of speaker, and whether only a pronoun.

    `last` is the last token of the phrase.
    """

    name: str
    kind: str
    party: str | None = None
    pronoun: bool = False
    last: int = 0


def named_before(text: Parsed, sentence: Sentence, verb: int, named: Sequence[Named]) -> Speaker | None:
    """The subject of a verb, read backwards from it; an apposition between commas is passed over."""
    at = verb
    while at > sentence.first and text.means(at - 1, "functions") in (
        "adverb",
        "have",
        "be",
        "not",
        "modal",
        "perhaps",
    ):
        if text.tokens[at - 1].capital and text.tokens[at - 1].key in ("us", "may"):
            break
        at -= 1
    if at == sentence.first:
        return None
    if text.tokens[at - 1].key in (",", ")"):
        return _before_apposition(text, sentence, at - 1, named)
    return _phrase(text, _start_of_phrase(text, sentence, at), at, named)


def _before_apposition(text: Parsed, sentence: Sentence, comma: int, named: Sequence[Named]) -> Speaker | None:
    """`Chris Woods, head of the monitor, told`: the name before the first comma of the clause."""
    first = sentence.first
    for at in range(comma - 1, max(sentence.first - 1, comma - 30), -1):
        if text.tokens[at].key in ('"', ";", ":", "--"):
            first = at + 1
            break
    for at in range(first, comma):
        if text.tokens[at].key in (",", "("):
            speaker = _phrase(text, _start_of_phrase(text, sentence, at), at, named)
            if speaker is not None and (speaker.party or speaker.kind in ("person", "agency", "official")):
                return speaker
    return None


def _start_of_phrase(text: Parsed, sentence: Sentence, end: int) -> int:
    """Where the noun phrase that ends before a token begins."""
    at = end
    while at > max(sentence.first, end - _LONGEST):
        token, meaning = text.tokens[at - 1], text.means(at - 1, "functions")
        if token.kind in ("mark", "break") and token.key not in ("(", ")", ".", "'"):
            break
        if token.key == "." and not (at >= 2 and "abbreviations" in text.marks[at - 2]):
            break
        if meaning in ("prep", "clause", "relative", "be", "have", "and") and not _inside_name(text, at - 1):
            break
        if "reporting" in text.marks[at - 1] and not token.capital and text.means(at - 1, "speakers") is None:
            break
        at -= 1
    return at


def _inside_name(text: Parsed, at: int) -> bool:
    """`the ministry of health`, `a report by Amnesty`, `a spokesman for the army`: joints inside a name."""
    key = text.tokens[at].key
    joint = key in ("by", "for", "from", "in", "as", "with") or text.tokens[at].capital
    return (joint and any("speakers" in text.marks[back] for back in range(max(at - 4, 0), at))) or (
        key == "us" and text.tokens[at].capital
    )


def relative_subject(text: Parsed, sentence: Sentence, verb: int, named: Sequence[Named]) -> Speaker | None:
    """`officials, who acknowledge`: the name that a relative pronoun stands for."""
    at = verb - 1
    while at > sentence.first and text.means(at, "functions") in ("adverb", "have", "not"):
        at -= 1
    if at <= sentence.first or text.tokens[at].key not in ("who", "which", "that"):
        return None
    end = at - 1 if text.tokens[at - 1].key == "," else at
    while end - 1 > sentence.first and text.tokens[end - 1].key == ",":
        end -= 1
    apposed = _before_apposition(text, sentence, end, named) if text.tokens[at - 1].key == "," else None
    if apposed is not None and apposed.kind == "agency":
        return apposed
    return _phrase(text, _start_of_phrase(text, sentence, end), end, named) if end > sentence.first else None


def named_after(text: Parsed, sentence: Sentence, start: int, named: Sequence[Named]) -> Speaker | None:
    """The name that begins at a token: after `according to`, or after a verb that stands before its subject."""
    end = start
    while end < min(sentence.last, start + _LONGEST):
        token, meaning = text.tokens[end], text.means(end, "functions")
        if token.kind in ("mark", "break") and token.key not in ("(", ")", ".", "'"):
            break
        if token.key == "." and not (end > start and "abbreviations" in text.marks[end - 1]):
            break
        if text.language == "ar" and end > start and {"triggers", "numbers", "comparators"} & text.marks[end].keys():
            break
        place = text.language == "ar" and meaning == "prep" and end > start
        stops = place or (meaning in ("clause", "relative", "be", "have", "modal") and not token.capital)
        if stops or ("reporting" in text.marks[end] and "speakers" not in text.marks[end] and end > start):
            break
        end += 1
    return _phrase(text, start, end, named) if end > start else None


def _phrase(text: Parsed, first: int, last: int, named: Sequence[Named]) -> Speaker | None:
    """The one name a phrase comes down to: an organisation, a person, a party, or the words themselves."""
    if first >= last:
        return None
    party = _party(first, last, named)
    kind = _kind(text, first, last)
    agency = _agency(text, first, last)
    person = _person(text, first, last, named) if text.capitals else None
    if agency is not None and (person is None or kind == "publication"):
        return Speaker(agency, "agency", party, last=last - 1)
    if person is not None and not (kind is None and party is not None):
        return Speaker(person, "person", party, last=last - 1)
    if party is not None:
        return Speaker("", "party", party, last=last - 1)
    if kind is not None:
        return Speaker(_words(text, first, last), kind, None, pronoun=_anaphoric(text, first, last), last=last - 1)
    pronoun = _pronoun(text, last)
    return pronoun if pronoun is not None or not _somebody(text, last) else _witness(text, first, last)


def _somebody(text: Parsed, last: int) -> bool:
    """`a local journalist`, `two shopkeepers`: people by any noun may say what they know."""
    head = text.marks[last - 1].get("heads")
    return head is not None and head.first == "people" and head.means[2] == "-"


def _witness(text: Parsed, first: int, last: int) -> Speaker:
    return Speaker(_words(text, first, last), "witness", None, last=last - 1)


def _pronoun(text: Parsed, last: int) -> Speaker | None:
    meant = text.means(last - 1, "functions") == "pronoun" and text.tokens[last - 1].key not in ("i", "we", "you", "us")
    return Speaker("", "pronoun", None, pronoun=True, last=last - 1) if meant else None


def _party(first: int, last: int, named: Sequence[Named]) -> str | None:
    inside = [each for each in named if first <= each.first < last]
    return inside[0].party if inside else None


def _kind(text: Parsed, first: int, last: int) -> str | None:
    kinds = [text.means(at, "speakers") for at in range(first, last)]
    said = [kind for kind in kinds if kind is not None]
    return said[0] if said else None


def _agency(text: Parsed, first: int, last: int) -> str | None:
    for at in range(first, last):
        mark = text.marks[at].get("agencies")
        # A short form such as AP needs its capitals; "un" and "guardian" are words.
        if mark is not None and (text.tokens[at].capital or not text.capitals or mark.length > 1):
            return mark.first.replace("_", " ")
    return None


def _person(text: Parsed, first: int, last: int, named: Sequence[Named]) -> str | None:
    """The last run of capitalised words that are neither a title, an organisation nor a party."""
    taken = {at for each in named for at in range(each.first, each.last)}
    runs: list[list[int]] = []
    at = first
    while at < last:
        token = text.tokens[at]
        if "agencies" in text.marks[at]:
            at += text.length(at, "agencies")
            runs.append([])
            continue
        part = (
            token.kind == "word"
            and token.capital
            and at not in taken
            and not _titled(text, at)
            and not token.possessive
        )
        particle = token.key in ("al", "el", "bin", "ibn", "abu", "de", "van", "von") and runs and runs[-1]
        if part or particle:
            runs = runs or [[]]
            runs[-1].append(at)
        else:
            runs.append([])
        at += 1
    names = [run for run in runs if len(run) >= 2 or (len(run) == 1 and last - first == 1 and _surname(text, run[0]))]
    if not names:
        return None
    best = names[0]
    if any(text.means(at, "speakers") is not None for at in best):
        return None
    return text.written(best[0], best[-1] + 1)


_FULL_NAMES = 30
"""Among how many of its first mentions a name stands in full, so that a long text is read in linear time."""


def _surname(text: Parsed, at: int) -> bool:
    """Whether one capitalised word alone may be a name: it is used without its given name elsewhere in the text."""
    key = text.tokens[at].key
    before = text.tokens[at - 1].capital if at else False
    return (
        "'" not in key
        and any(
            0 < other < at and text.tokens[other].capital and text.tokens[other - 1].capital
            for other in text.keyed.get(key, ())[:_FULL_NAMES]
        )
        and not before
    )


def _titled(text: Parsed, at: int) -> bool:
    token = text.tokens[at]
    marked = text.marks[at]
    return (
        "speakers" in marked
        or "abbreviations" in marked
        or token.key in _TITLES
        or text.means(at, "functions") is not None
        or "heads" in marked
        or "dates" in marked
        or "reporting" in marked
    )


_TITLES = frozenset(
    {"colonel", "general", "lieutenant", "major", "captain", "sergeant", "air", "force", "brigadier", "prime", "sir",
     "professor", "iraqi", "american", "british", "french", "us", "syrian", "russian", "israeli", "un", "chief",
     "joint", "health", "defense", "defence", "interior", "foreign", "deputy", "researcher", "senior", "vice", "staff",
     "sheikh", "led", "marine"}
)  # fmt: skip


def _anaphoric(text: Parsed, first: int, last: int) -> bool:
    """`the report`, `the agency's reckoning`, `a new study`: stands for somebody named before or after."""
    kinds = {text.means(at, "speakers") for at in range(first, last)}
    general = bool(kinds & {"publication", "group"}) and not kinds & {"official", "medical", "witness"}
    plain = not text.capitals or not any(text.tokens[at].capital for at in range(first + 1, last))
    return general and plain and last - first <= 4


def _words(text: Parsed, first: int, last: int) -> str:
    if text.tokens[first].key in ("the", "a", "an"):
        first += 1
    return " ".join(text.written(first, last).split()) if first < last else ""
