"""A text as tokens and sentences, for reading claims. Offsets are code points of the text as it was stored."""

import re
from functools import lru_cache, partial
from typing import NamedTuple

from recount.language.folding import folded

# One code point for one code point: matching may level them, offsets must not move.
_LEVELLED = (
    (" ", "\u00a0\u202f\u2007\u2009\u200b\ufeff\u200e\u200f\t\r"), ("'", "‘’ʼ`´"), ('"', "“”„«»"), ("-", "‐‑‒−"),
    (",", "٬،"), (".", "٫"), (";", "؛"), ("?", "؟"), ("%", "٪"),
)  # fmt: skip
_TOKEN = re.compile(
    r"(?P<initials>(?:[^\W\d_]\.){2,})"
    r"|(?P<joined>و)(?=\d)"
    r"|(?P<word>[^\W\d_][^\W_]*+(?:(?:[\u0300-\u036f\u0640\u064b-\u0652\u0670]|'(?=[^\W\d_]))[^\W_]*+)*+)"
    r"|(?P<mark>--+|\.{2,}|[^\s\w]|_)"
    r"|(?P<number>\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)(?P<suffix>[^\W\d_]{1,3}(?![^\W_]))?"
    r"|(?P<break>\n[ \n]*)"
)
_ARABIC = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي"})
_ARABIC_MARKS = re.compile("[\u0640\u064b-\u0652\u0670]")
_LONGEST_NUMBER = 15
_ORDINALS = frozenset({"st", "nd", "rd", "th"})


class Token(NamedTuple):
    """One word, number or mark: its characters (start, end), its key, and what it is.

    `kind` is "word", "number", "mark" or "break". `glued` says that only a hyphen parts it from the token before;
    `possessive` that it ended in 's, which `end` leaves out. `value` is set for numbers in digits. `name` is the key
    that names are compared by, more loosely than words; marks and line breaks have none.
    """

    start: int
    end: int
    key: str
    kind: str
    capital: bool = False
    glued: bool = False
    possessive: bool = False
    value: int | float | None = None
    name: str = ""


_made = partial(tuple.__new__, Token)
"""A token of all its fields at once; most of the time of reading a text goes into making its tokens."""


def view(text: str) -> str:
    """The text with look-alike signs levelled, code point for code point: same length, same offsets."""
    for levelled, signs in _LEVELLED:
        for sign in signs:
            text = text.replace(sign, levelled)
    return text


def tokens(text: str) -> list[Token]:
    """The tokens of a text in order; line breaks are tokens, hyphens inside compounds are not."""
    seen, found = view(text), []
    hyphen = -1
    for match in _TOKEN.finditer(seen):
        kind, written, (start, end) = match.lastgroup, match[0], match.span()
        if kind == "word":
            bare, first, cut, name = _shape(written)
            found.append(_made((start, end - cut, bare, kind, first, hyphen == start, cut > 0, None, name)))
        elif kind != "mark":
            found.extend(_read(match, glued=hyphen == start, start=start, end=end))
        elif written == "-" and _inside_compound(seen, start):
            hyphen = end
        else:
            found.append(_made((start, end, written, kind, False, False, False, None, "")))
    return found


def _inside_compound(seen: str, at: int) -> bool:
    return 0 < at < len(seen) - 1 and (seen[at - 1].isalnum() or seen[at - 1] == ".") and seen[at + 1].isalnum()


def _read(match: re.Match[str], *, glued: bool, start: int, end: int) -> list[Token]:
    written = match.group()
    if match["number"] is not None:
        return _number(match, start, glued=glued)
    if match["joined"] is not None:
        return [Token(start, end, written, "word")]
    if match["initials"] is not None:
        letters = written.replace(".", " ").lower()
        return [Token(start, end, letters.replace(" ", ""), "word", written[0].isupper(), glued, name=letters.rstrip())]
    return [Token(start, end, "\n", "break")]


@lru_cache(maxsize=65536)
def _shape(written: str) -> tuple[str, bool, int, str]:
    """A word's key, whether it begins with a capital, how many characters of 's it ends in, and its key as a name."""
    cut = 2 if written[-2:] in ("'s", "'S") and len(written) > 2 else 0
    bare = written[:-cut] if cut else written
    return key(bare), bare[0].isupper(), cut, folded(bare)


def _number(match: re.Match[str], start: int, *, glued: bool) -> list[Token]:
    digits, suffix = match["number"], match["suffix"]
    end = match.end("number")
    if suffix is not None and suffix.lower() in _ORDINALS:
        ordinal = digits + suffix.lower()
        return [Token(start, match.end(), ordinal, "word", glued=glued, name=ordinal)]
    number = Token(start, end, digits, "number", glued=glued, value=_value(digits), name=digits)
    if suffix is None:
        return [number]
    return [number, Token(end, match.end(), key(suffix), "word", glued=True, name=folded(suffix))]


def _value(digits: str) -> int | float | None:
    plain = digits.replace(",", "")
    if len(plain) > _LONGEST_NUMBER:
        return None
    return float(plain) if "." in plain else int(plain)


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """What a word is compared by: lower case, Arabic letter variants, marks and the article levelled."""
    bare = _ARABIC_MARKS.sub("", word.lower())
    if bare.startswith("ال") and len(bare) > 4:
        bare = bare[2:]
    return bare.translate(_ARABIC)
