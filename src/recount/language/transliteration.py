"""Latin spellings of Arabic names made comparable: plain letters, and a consonant skeleton that both scripts share.

A skeleton fuses names that differ (Hasan and Hussein, Muhammad and Mahmud): it finds candidates and never scores.
"""

import re
import unicodedata
from functools import lru_cache

from recount.language.arabic import fold

_OTHER_LATIN = {
    "ç": "s",
    "ı": "i",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ł": "l",
    "ə": "e",
    "ş": "sh",
    "ș": "sh",
    "š": "sh",
    "č": "ch",
    "ǧ": "j",
    "ğ": "gh",
    "ġ": "gh",
    "ḫ": "kh",
    "ẖ": "kh",
    "ṯ": "th",
    "ḏ": "dh",
    "ž": "zh",
}
"""Letters that are more than a plain letter with a mark, in Turkish, Kurdish, Slavic and scholars' spelling."""

_CHAT = re.compile(r"(?<=[a-z])[2356789]|[2356789](?=[a-z])")
_CHAT_LETTERS = {"2": "", "3": "a", "5": "kh", "6": "t", "7": "h", "8": "gh", "9": "s"}
"""Digits that stand for Arabic letters in chat: Mo7ammad, 3ali."""

_ARABIC_SKELETON = {
    **dict(zip("بتثجحخدذرزسشصضطظعغفقكلمنهوي", "btdkhhddrdsssdtd-kfkklmnh--", strict=True)),
    "ا": "-",
}
_LATIN_SKELETON = (
    ("sch", "s"),
    ("sh", "s"),
    ("ch", "s"),
    ("kh", "h"),
    ("gh", "k"),
    ("th", "d"),
    ("dh", "d"),
    ("z", "d"),
    ("ph", "f"),
    ("dj", "k"),
    ("j", "k"),
    ("ck", "k"),
    ("q", "k"),
    ("g", "k"),
    ("ce", "se"),
    ("ci", "si"),
    ("c", "k"),
    ("x", "ks"),
    ("p", "b"),
    ("v", "f"),
)
_TWO_LETTERS = frozenset({"sh", "ch", "kh", "gh", "th", "dh", "ph"})
_VOWELS = re.compile(r"[aeiouyw'-]")
_REPEATED = re.compile(r"(.)\1+")


def plain_latin(text: str) -> str:
    """A Latin text in a to z: marks of every transcription left out, what is no letter made a space."""
    composed = unicodedata.normalize("NFC", text.lower())
    lowered = "".join(_OTHER_LATIN.get(letter, letter) for letter in composed)
    lowered = _CHAT.sub(lambda digit: _CHAT_LETTERS[digit.group()], lowered)
    letters = (letter for letter in unicodedata.normalize("NFKD", lowered) if unicodedata.category(letter) != "Mn")
    kept = "".join(letter if "a" <= letter <= "z" else "" if letter in _MARKS else " " for letter in letters)
    return " ".join(kept.split())


_MARKS = frozenset("'’‘`´ʿʾʼʻ\u02bf\u02be\u02bc")


_SERVANT = re.compile(r"^abd(?:ou|[aeiou])?(?:l|([rsntdz])(?=\1))(?=.{3})")
_FAITH = re.compile(r"(?<=..)(?:[aeiou]?l|[aeiou]+)?-?d?d(?:i|ee|ei)ne?$")
_OF_FAITH = re.compile(r"(?:dd|[aeu]ld)(?:i|ee|ei)ne?$")


def plain_compound(word: str) -> str:
    """A plain Latin word with its compounds in one form: abdurrahman as abdrahman, salaheddine as salahdin."""
    if _OF_FAITH.search(word) and len(word) > 6:
        word = _FAITH.sub("din", word)
    return _SERVANT.sub("abd", word)


@lru_cache(maxsize=1 << 17)
def skeleton(word: str) -> str:
    """The consonants of one word of either script in a joint alphabet; the word itself where it has none."""
    if "a" <= word[:1] <= "z":
        if len(word) > 2 and word.endswith("h") and word[-2:] not in _TWO_LETTERS:
            word = word[:-1]
        for written, sound in _LATIN_SKELETON:
            word = word.replace(written, sound)
        bones = _VOWELS.sub("", word)
    else:
        folded = fold(word)
        ending = folded[:-1] if len(folded) > 2 and folded[-1] in "هح" else folded
        bones = "".join(_ARABIC_SKELETON.get(letter, letter) for letter in ending).replace("-", "")
    return _REPEATED.sub(r"\1", bones) or word[:1]
