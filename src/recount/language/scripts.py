"""Which script a text is written in, and the invisible marks that must not part equal names."""

import unicodedata

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


def visible(text: str) -> str:
    """The text without zero-width, bidirectional and control characters, in NFC, its white space made single."""
    kept = text.translate(_INVISIBLE)
    plain = "".join(" " if unicodedata.category(letter) == "Cc" else letter for letter in kept)
    return " ".join(unicodedata.normalize("NFC", plain).split())


def arabic_letter(letter: str) -> bool:
    """Whether a character is of the Arabic script, presentation forms included."""
    point = ord(letter)
    return (
        0x0600 <= point <= 0x06FF or 0x0750 <= point <= 0x077F or 0xFB50 <= point <= 0xFDFF or 0xFE70 <= point <= 0xFEFE
    )


def script_of(text: str) -> Script:
    """The script most letters of a text are of; OTHER where it has no letter of Arabic or Latin script."""
    arabic = sum(1 for letter in text if arabic_letter(letter) and letter.isalpha())
    latin = sum(1 for letter in text if letter.isalpha() and "LATIN" in unicodedata.name(letter, ""))
    if arabic == latin == 0:
        return Script.OTHER
    return Script.ARABIC if arabic >= latin else Script.LATIN


def written(text: str) -> WrittenName:
    """A name as written, with the script it is in."""
    return WrittenName(text, script_of(text))
