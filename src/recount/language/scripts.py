"""Which script a text is written in, and the invisible marks that must not part equal names."""

import re
import unicodedata
from functools import lru_cache

from recount.model.assertions import Script, WrittenName

_INVISIBLE = dict.fromkeys(
    (
        0x200B,
        0x200C,
        0x200D,
        0x200E,
        0x200F,
        0x2060,
        0x061C,
        0xFEFF,
        0x00AD,
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
    )
)
"""Zero-width, bidirectional and soft-hyphen marks."""
_UNSEEN = _INVISIBLE | dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), " ")
"""The same, and control characters as white space."""


def visible(text: str) -> str:
    """The text without zero-width, bidirectional and control characters, in NFC, its white space made single."""
    return " ".join(unicodedata.normalize("NFC", text.translate(_UNSEEN)).split())


def arabic_letter(letter: str) -> bool:
    """Whether a character is of the Arabic script, presentation forms included."""
    point = ord(letter)
    return (
        0x0600 <= point <= 0x06FF or 0x0750 <= point <= 0x077F or 0xFB50 <= point <= 0xFDFF or 0xFE70 <= point <= 0xFEFE
    )


_ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a][\u0621-\u063a\u0641-\u064a ]*")


def script_of(text: str) -> Script:
    """The script most letters of a text are of; OTHER where it has no letter of Arabic or Latin script."""
    if _ARABIC.fullmatch(text):
        return Script.ARABIC
    scripts = [_letter_script(letter) for letter in text]
    arabic, latin = scripts.count(Script.ARABIC), scripts.count(Script.LATIN)
    if arabic == latin == 0:
        return Script.OTHER
    return Script.ARABIC if arabic >= latin else Script.LATIN


@lru_cache(maxsize=1 << 12)
def _letter_script(letter: str) -> Script:
    """The script of one letter; OTHER for what is none."""
    if not letter.isalpha():
        return Script.OTHER
    if arabic_letter(letter):
        return Script.ARABIC
    return Script.LATIN if "LATIN" in unicodedata.name(letter, "") else Script.OTHER


def written(text: str) -> WrittenName:
    """A name as written, with the script it is in."""
    return WrittenName(text, script_of(text))
