"""Words of a text with where they stand, and the folded keys they are compared by. The text itself is never changed."""

import re
import unicodedata
from functools import lru_cache, partial
from typing import NamedTuple

# A word may hold combining marks, the Arabic lengthening stroke and inner apostrophes (Ba'aj, Qur’an).
_WORD = re.compile(r"[^\W_]+(?:(?:[\u0300-\u036f\u0640\u064b-\u0652\u0670]|['’ʼ‘](?=[^\W_]))[^\W_]*)*")
_POSSESSIVE = re.compile(r"['’][sS]$")
_QUOTES = ("'", "’")
_ARABIC_LETTERS = str.maketrans(
    {
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ى": "ي",
        "ئ": "ي",
        "ؤ": "و",
        "ة": "ه",
        "ک": "ك",
        "ی": "ي",
        "گ": "ك",
        "ـ": None,
        "ء": None,
    }
)
_APOSTROPHES = str.maketrans(dict.fromkeys("'’ʼ‘ʿʾ`´", None))
_LONG_VOWELS = (("ee", "i"), ("oo", "u"), ("ou", "u"), ("dj", "j"))
_DOUBLED = re.compile(r"(.)\1+")


class Word(NamedTuple):
    """One word of a text: its characters (start, end) and the key it is compared by."""

    start: int
    end: int
    key: str
    capital: bool


_made = partial(tuple.__new__, Word)


def words(text: str) -> list[Word]:
    """The words of a text in order, possessive endings cut off."""
    found = []
    for match in _WORD.finditer(text):
        (bare, capital, cut), (start, end) = _shape(match[0]), match.span()
        found.append(_made((start, end - cut, bare, capital)))
    return found


@lru_cache(maxsize=65536)
def _shape(written: str) -> tuple[str, bool, int]:
    """A word's key, whether it may begin a name, and how many characters of 's it ends in."""
    cut = 2 if written[-2:-1] in _QUOTES and _POSSESSIVE.search(written) else 0
    bare = written[:-cut] if cut else written
    return folded(bare), not bare[0].islower(), cut


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """The key of one word: marks, case, long vowels, doubled letters and Arabic letter variants levelled out."""
    bare = "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))
    bare = bare.casefold().translate(_APOSTROPHES).translate(_ARABIC_LETTERS)
    for written, key in _LONG_VOWELS:
        bare = bare.replace(written, key)
    bare = _DOUBLED.sub(r"\1", bare)
    # Jadidah and Jadida are one name; the h is the ta marbuta.
    return bare[:-1] if len(bare) > 3 and bare.endswith("ah") else bare
