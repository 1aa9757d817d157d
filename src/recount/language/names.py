"""Personal names taken apart: which words belong together, and whose name each part is.

Iraqi registers write the given name, the father's, the grandfather's and a family or tribal name; foreign lists keep
two or three of these in Latin letters. A kunya (Abu Ali, "father of Ali") names *another* person and is kept apart.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from recount.language import arabic, transliteration
from recount.language.arabic import fold, without_article
from recount.language.scripts import script_of, visible
from recount.language.transliteration import plain_latin
from recount.model.assertions import Script

_LONGEST = 40
_MOST = 8


class Role(StrEnum):
    """Whose name a part is."""

    GIVEN = "given"
    FATHER = "father"
    GRANDFATHER = "grandfather"
    FAMILY = "family"
    FURTHER = "further"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a name: `text` as written, `word` folded for comparison, and its role."""

    text: str
    word: str
    role: Role


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart. `parts` are in order; `kunya` is what stood before them, naming somebody's child.

    `unnamed` marks an infant entered as "son of": its parts begin with the father.
    """

    script: Script
    parts: tuple[Part, ...]
    kunya: str = ""
    unnamed: bool = False

    def part(self, role: Role) -> Part | None:
        """The part with a role, where the name has it."""
        return next((part for part in self.parts if part.role is role), None)


_SERVANT = {"عبد", "abd", "abdul", "abdel", "abdal", "abdoul", "abdu"}
_SERVANT_MISTYPED = {"عب", "بد", "عدب", "بعد", "عتد", "عند", "غبد", "عبذ"}
"""What stands for عبد in registers typed in haste; only before a word with the article."""
_SON = {"بن", "ابن", "بنت", "ابنه", "bin", "ibn", "bint", "ben", "b", "bn", "wld", "weld", "ould"}
_CALLED_SO = {"ben", "b"}
"""Sons in the middle of a name, and at its beginning somebody called Ben, or an initial."""
_ARTICLE = {"al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "adh", "ath", "ul", "il"}
_FATHER_OF = {"ابو", "ابي", "ابا", "abu", "abo", "abou", "abi"}
_MOTHER_OF = {"ام", "um", "umm", "om", "oum"}
_FAITH = {"الدين", "الدي", "الين", "الدن", "اليدن", "الله", "الحق", "الاسلام", "الهدي", "النبي", "الزهراء"}
_FAITH_MISTYPED = {"الدي", "الين", "الدن", "اليدن"}
_FAITH_LATIN = {"din", "deen", "dine", "eddin", "eddine", "aldin", "aldeen", "uddin", "allah", "ullah", "addin", "adin"}
_INFANT = {"طفل", "طفله", "رضيع", "رضيعه", "مولود", "infant", "baby", "newborn", "child", "son", "daughter", "of"}
_NOBODY = {"مجهول", "مجهوله", "المجهول", "الهويه", "جثه", "جثمان", "unknown", "unidentified", "unnamed", "anonymous"}
"""Words that stand where a name would, saying that none is known."""
_TITLES = {"الشهيد", "الشهيده", "المرحوم", "المرحومه", "الحاج", "الحاجه", "السيد", "الشيخ", "دكتور", "الدكتور"} | {
    "mr", "mrs", "dr", "sheikh", "sayyid", "hajj", "haji", "martyr",
}  # fmt: skip
_GLUED_ARTICLE = re.compile(r"^(?:al|el)(?=[bcdfghjklmnpqrstvwxz])(?=.{5,})")
_WORDS = re.compile(r"[^\s،,;/().\"\-–_]+")


@lru_cache(maxsize=1 << 17)
def parse(text: str) -> Name:
    """Take one written name apart. Unreadable text gives a name without parts, never an error."""
    text = visible(text)
    script = script_of(text)
    words = [word[:_LONGEST] for word in _WORDS.findall(text)]
    folded = [_fold(word, script) for word in words]
    kept = [(word, plain) for word, plain in zip(words, folded, strict=True) if plain]
    if any(plain in _NOBODY for _, plain in kept):
        return Name(script, ())
    while len(kept) > 1 and kept[0][1] in _TITLES:
        kept = kept[1:]
    kept, kunya = _without_kunya(kept)
    unnamed = bool(kept) and (kept[0][1] in _INFANT | _SON - _CALLED_SO)
    if unnamed:
        kept = [pair for pair in kept if pair[1] not in _INFANT]
    joined = _joined(kept, script)[:_MOST]
    if script is Script.ARABIC and len(joined) > 1:
        joined[-1] = (joined[-1][0], arabic.mended_article(joined[-1][1]))
    plain = arabic.plain_compound if script is Script.ARABIC else transliteration.plain_compound
    roles = _roles(len(joined), unnamed=unnamed)
    parts = tuple(Part(text, plain(word), role) for (text, word), role in zip(joined, roles, strict=True))
    return Name(script, parts, kunya, unnamed)


def _fold(word: str, script: Script) -> str:
    if script is Script.ARABIC:
        return "".join(letter for letter in fold(word) if letter.isalpha())
    return plain_latin(word).replace(" ", "")


def _without_kunya(words: list[tuple[str, str]]) -> tuple[list[tuple[str, str]], str]:
    """Leave out a leading kunya where enough of a name follows it to be somebody's own."""
    if len(words) >= 4 and words[0][1] in _FATHER_OF | _MOTHER_OF:
        return words[2:], f"{words[0][0]} {words[1][0]}"
    return words, ""


def _joined(words: list[tuple[str, str]], script: Script) -> list[tuple[str, str]]:
    """Put compounds together: Abd al-Rahman, Abu Hamra, Nur al-Din; leave out bin and the article."""
    found: list[tuple[str, str]] = []
    position = 0
    while position < len(words):
        rest = [word for _, word in words[position:]]
        taken = (1, rest[0]) if position == 0 and rest[0] in _CALLED_SO else _compound(rest, script)
        text = " ".join(text for text, _ in words[position : position + taken[0]])
        if taken[1]:
            found.append((text, taken[1]))
        position += taken[0]
    return found


def _compound(words: list[str], script: Script) -> tuple[int, str]:
    """How many words the next part takes, and its comparable form; empty for bin and a lone article."""
    first = words[0]
    if first in _SON and len(words) > 1:
        return 1, ""
    if script is Script.ARABIC:
        return _arabic_compound(words)
    return _latin_compound(words)


def _arabic_compound(words: list[str]) -> tuple[int, str]:
    first = words[0]
    if first == "ال" and len(words) > 1:
        return 2, words[1]
    if first in _SERVANT and len(words) > 1:
        return 2, first + words[1]
    if first in _SERVANT_MISTYPED and len(words) > 1 and words[1].startswith("ال") and len(words[1]) > 3:
        return 2, "عبد" + words[1]
    if first in _FATHER_OF and len(words) > 1:
        return 2, "ابو" + without_article(words[1])
    if len(words) > 1 and words[1] in _FAITH:
        return 2, first + ("الدين" if words[1] in _FAITH_MISTYPED else words[1])
    return 1, without_article(first)


def _latin_compound(words: list[str]) -> tuple[int, str]:
    first = words[0]
    if first in _SERVANT and len(words) > 1:
        taken = 3 if words[1] in _ARTICLE and len(words) > 2 else 2
        served = words[taken - 1]
        glued = served == "allah" or (first == "abd" and taken == 2 and served.startswith("al") and len(served) > 5)
        return taken, "abdal" + (served[2:] if glued else served)
    if first in _FATHER_OF and len(words) > 1:
        taken = 3 if words[1] in _ARTICLE and len(words) > 2 else 2
        return taken, "abu" + words[taken - 1]
    if first in _ARTICLE and len(words) > 1:
        return 2, words[1]
    if len(words) > 2 and words[1] in _ARTICLE and words[2] in _FAITH_LATIN:
        return 3, first + "al" + words[2]
    if len(words) > 1 and words[1] in _FAITH_LATIN:
        return 2, first + words[1]
    return 1, _GLUED_ARTICLE.sub("", first)


def _roles(count: int, *, unnamed: bool) -> list[Role]:
    """Roles by position: given, father, grandfather, family; of three the last may be either, of two likewise."""
    order = [Role.GIVEN, Role.FATHER, Role.GRANDFATHER]
    if unnamed:
        order = order[1:]
    if count <= 1:
        return order[:count]
    middle = order[: count - 1]
    further = [Role.FURTHER] * (count - 1 - len(middle))
    return [*middle, *further, Role.FAMILY]
