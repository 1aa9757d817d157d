"""Personal names taken apart: which words belong together, and whose name each part is.

Iraqi registers write the given name, the father's, the grandfather's and a family or tribal name; foreign lists keep
two or three of these in Latin letters. A kunya (Abu Ali, "father of Ali") names *another* person and is kept apart.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from recount.language import arabic, transliteration
from recount.language.arabic import fold
from recount.language.compounds import depends, joined
from recount.language.epithets import TELLING, bare, without_notes
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


_WORDS = re.compile(r"[^\s،,;/().\"\-–_]+")


@lru_cache(maxsize=1 << 17)
def parse(text: str) -> Name:
    """Take one written name apart. Unreadable text gives a name without parts, never an error."""
    text = without_notes(visible(text))
    script = script_of(text)
    words = [word[:_LONGEST] for word in _WORDS.findall(text)]
    return _plainly(words, script) or _with_care(words, script)


def _plainly(words: list[str], script: Script) -> Name | None:
    """A name of words that each are one part and nothing else; None where any may be more or less than that."""
    last = len(words) - 1
    found = [_part(word, script, place == last) for place, word in enumerate(words)]
    if not 2 <= len(words) <= _MOST or None in found:
        return None
    roles = _ROLES[len(words)]
    return Name(script, tuple(Part(*part, role) for part, role in zip(found, roles, strict=True) if part is not None))


@lru_cache(maxsize=1 << 17)
def _part(word: str, script: Script, last: bool) -> tuple[str, str] | None:
    """A word as written and as compared, wherever it stands among others; None where that depends on the others."""
    folded = _fold(word, script)
    if len(folded) < 2 or folded in TELLING or depends(folded, script):
        return None
    alone = joined([(word, folded)], script)
    if len(alone) != 1:
        return None
    text, plain = alone[0]
    mended = arabic.mended_article(plain) if last and script is Script.ARABIC else plain
    return text, _plain(mended, script)


def _with_care(words: list[str], script: Script) -> Name:
    """A name some words of which are compounds, titles, kunyas, or stand for a name that is not known."""
    folded = [_fold(word, script) for word in words]
    kept = [(word, plain) for word, plain in zip(words, folded, strict=True) if plain]
    alone = bare(kept, script)
    found = joined(alone.words, script)[:_MOST]
    if script is Script.ARABIC and len(found) > 1:
        found[-1] = (found[-1][0], arabic.mended_article(found[-1][1]))
    roles = _roles(len(found), unnamed=alone.unnamed, kunya=alone.kunya)
    parts = tuple(Part(text, _plain(word, script), role) for (text, word), role in zip(found, roles, strict=True))
    return Name(script, parts, alone.kunya, alone.unnamed)


@lru_cache(maxsize=1 << 17)
def _plain(word: str, script: Script) -> str:
    """A folded word with its compounds in one form."""
    return arabic.plain_compound(word) if script is Script.ARABIC else transliteration.plain_compound(word)


@lru_cache(maxsize=1 << 17)
def _fold(word: str, script: Script) -> str:
    if script is Script.ARABIC:
        return "".join(letter for letter in fold(word) if letter.isalpha())
    return plain_latin(word).replace(" ", "")


def _roles_of(count: int) -> tuple[Role, ...]:
    return tuple(_roles(count, unnamed=False, kunya=""))


def _roles(count: int, *, unnamed: bool, kunya: str) -> list[Role]:
    """Roles by position: given, father, grandfather, family; of three the last may be either, of two likewise.

    One part behind a kunya is the family's: the given name is not told.
    """
    order = [Role.GIVEN, Role.FATHER, Role.GRANDFATHER]
    if unnamed:
        order = order[1:]
    if count <= 1:
        return [Role.FAMILY][:count] if kunya and not unnamed else order[:count]
    middle = order[: count - 1]
    further = [Role.FURTHER] * (count - 1 - len(middle))
    return [*middle, *further, Role.FAMILY]


_ROLES = tuple(_roles_of(count) for count in range(_MOST + 1))
