"""What stands before or after a name without being part of it: titles, notes, kunyas, and words for who has no name."""

import re
from dataclasses import dataclass

from recount.language.wordlists import word_list
from recount.model.assertions import Script

Words = list[tuple[str, str]]
"""Words as written, and folded."""

FATHER_OF = word_list("father of")
_FATHER_FIRST = FATHER_OF - {"ابا", "bu", "bou", "abi"}
_MOTHER_OF = word_list("mother of")
_KUNYA_AS_NAME = word_list("kunya that is a name")
"""Abu Bakr, Abu al-Fadl, Umm Kulthum: kunyas that are given names."""
SON = word_list("son")
CALLED_SO = frozenset({"ben", "b"})
"""Sons in the middle of a name, and at its beginning somebody called Ben, or an initial."""
_INFANT = word_list("infant")
_CHILD = word_list("child")
_SAID_OF = word_list("said of a child")
_AFTER_INFANT = frozenset({"of", "one", "two", "male", "female", "boy", "girl"})
_NOBODY = word_list("nobody")
"""Words that stand where a name would, saying that none is known."""
_TITLES = word_list("title")
TELLING = FATHER_OF | _MOTHER_OF | SON | CALLED_SO | _INFANT | _CHILD | _NOBODY | _TITLES | {"al"}
"""Words that may be no part of the name they stand with."""
_NOTE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}|\([^()]*$")
_NOTED = re.compile(r"[(\[{\-–—]|حديث")
_NEW = re.compile(r"حديثة? الولادة")
_DASH = re.compile(r"\s+[-–—]\s+")


@dataclass(frozen=True, slots=True)
class Bare:
    """The words of a name alone. `kunya` stood before them; `unnamed` says that they begin with the father's name."""

    words: Words
    kunya: str = ""
    unnamed: bool = False


def without_notes(text: str) -> str:
    """A name without what is said of it in brackets, or after a dash behind three words or more."""
    if not _NOTED.search(text):
        return text
    text = _NEW.sub("مولود", text)
    outside = " ".join(_NOTE.sub(" ", text).split())
    if len(outside.split()) >= 2:
        text = outside
    before, *after = _DASH.split(text)
    return before if after and len(before.split()) >= 3 and len(" ".join(after).split()) <= 3 else text


def bare(words: Words, script: Script) -> Bare:
    """Leave out titles, a kunya, and the words for an infant without a name; nothing is left of nobody's name."""
    if any(plain in _NOBODY for _, plain in words):
        return Bare([])
    kunya = ""
    while (shorter := _shorter(words, script)) is not words:
        words = shorter
    found, kunya = _kunya(words)
    while (shorter := _shorter(found, script)) is not found:
        found = shorter
    unnamed = bool(found) and _of_a_parent(found)
    if unnamed:
        found = _without_infant(found)
    return Bare(found, kunya, unnamed)


def _shorter(words: Words, script: Script) -> Words:
    """The words without one title before them; the same list where there is none."""
    if len(words) < 2:
        return words
    first, second = words[0][1], words[1][1]
    if first in _TITLES or (script is Script.ARABIC and len(first) == 1 and len(words) > 2):
        return words[1:]
    if first in _CHILD and not {plain for _, plain in words[1:3]} & _SAID_OF:
        return words[1:]
    return words[2:] if (first, second) == ("al", "hajj") and len(words) > 3 else words


def _kunya(words: Words) -> tuple[Words, str]:
    """Without a kunya at their beginning, and the kunya: Abu Ali is the father of Ali, and somebody's own name follows.

    Mothers are called so without more; of fathers one name must be left, or two, for a family may be called Abu Ali.
    """
    first = words[0][1] if words else ""
    if len(words) < 3 or first not in _FATHER_FIRST | _MOTHER_OF or words[1][1] in _KUNYA_AS_NAME:
        return words, ""
    if first in _FATHER_FIRST and len(words) < 4:
        return words, ""
    return words[2:], f"{words[0][0]} {words[1][0]}"


def _of_a_parent(words: Words) -> bool:
    first = words[0][1]
    if first in _CHILD:
        return True
    return first in _INFANT - _AFTER_INFANT | SON - CALLED_SO


def _without_infant(words: Words) -> Words:
    """The words after those for the infant: son of, baby girl of."""
    start = 0
    while start < len(words) - 1 and words[start][1] in _INFANT | _CHILD | SON - CALLED_SO:
        start += 1
    return words[start:]
