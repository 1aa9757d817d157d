"""Arabic letters made comparable: one form for each letter that spelling habits and keyboards write in several ways."""

import csv
import re
import unicodedata
from functools import lru_cache
from importlib.resources import files

from recount.language.mistyped import mistyped

_SAME = {
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",
    "ٲ": "ا",
    "ٳ": "ا",
    "ى": "ي",
    "ی": "ي",
    "ې": "ي",
    "ێ": "ي",
    "ے": "ي",
    "ۍ": "ي",
    "ئ": "ي",
    "ؤ": "و",
    "ۆ": "و",
    "ۇ": "و",
    "ۋ": "و",
    "ة": "ه",
    "ۀ": "ه",
    "ە": "ه",
    "ہ": "ه",
    "ھ": "ه",
    "ک": "ك",
    "ڪ": "ك",
    "گ": "ك",
    "ڵ": "ل",
    "ڕ": "ر",
    "پ": "ب",
    "چ": "ج",
    "ژ": "ز",
    "ڤ": "ف",
    "ں": "ن",
    "ٹ": "ت",
    "ڈ": "د",
    "ڑ": "ر",
}
"""Letters of Sorani, Persian and Urdu spelling beside the Arabic letter a clerk puts for them."""

_DROPPED = {"ء", "ـ"}
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
"""The 28 letters that are left after folding, in dictionary order."""

_NO_ARTICLE = {"الهام", "الياس", "الماس", "الطاف"}
"""Given names that begin with the letters of the article: Ilham, Ilyas, Almas, Altaf."""
_SERVANT, _FAITH = "عبد", "دين"
_INNER_ARTICLE = re.compile("(.{2,}?)ال(.+)")
_EASTERN = {ord(digit): str(value) for block in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹") for value, digit in enumerate(block)}


def western_digits(text: str) -> str:
    """Eastern Arabic and Persian digits written as 0 to 9."""
    return text.translate(_EASTERN)


_SORANI = frozenset("ەێۆڵڕڤ")
_SORANI_BEGINS = (("ئە", "ا"), ("ئا", "ا"), ("ئێ", "اي"), ("ئی", "اي"), ("ئۆ", "او"), ("ئو", "او"))


@lru_cache(maxsize=1)
def _sorani_spelled() -> dict[str, str]:
    """Names of Arabic origin as Sorani spells them, where letter by letter more would differ than a slip."""
    text = files("recount.language").joinpath("data", "names", "sorani.csv").read_text("utf-8")
    return {row["sorani"]: row["arabic"] for row in csv.DictReader(text.splitlines())}


def _from_sorani(word: str) -> str:
    """A word in Sorani spelling as Arabic would write it: ئەحمەد as احمد. Short vowels are letters in Sorani."""
    if word in _sorani_spelled():
        return _sorani_spelled()[word]
    if not _SORANI & set(word):
        return word
    for begins, letter in _SORANI_BEGINS:
        if word.startswith(begins):
            word = letter + word[len(begins) :]
            break
    inner = word[:-1].replace("ە", "") + word[-1:]
    return inner.replace("وو", "و").replace("ڵڵ", "ل")


def fold(text: str) -> str:
    """A text in the 28 plain letters: presentation forms opened, vowel signs, tatweel and bare hamza left out.

    Alif of any kind is ا, final ya and alif maqsura are ي, ta marbuta is ه. What is no Arabic letter stays.
    """
    opened = unicodedata.normalize("NFKC", text)
    composed = unicodedata.normalize("NFC", opened)
    if _SORANI & set(composed) or "ئ" in composed:
        composed = " ".join(_from_sorani(word) for word in composed.split(" "))
    letters = (letter for letter in composed if unicodedata.category(letter) != "Mn")
    return "".join(_SAME.get(letter, letter) for letter in letters if letter not in _DROPPED)


def without_article(word: str) -> str:
    """A folded word without the article ال, where enough of a word is left."""
    return word[2:] if word.startswith("ال") and len(word) > 4 and word not in _NO_ARTICLE else word


def plain_compound(word: str) -> str:
    """A folded word without the article inside it: عبدالرحمن as عبدرحمن, صلاحالدين as صلاحدين.

    In speech the article melts into the letter after it, and Latin spellings follow the speech.
    """
    inner = _INNER_ARTICLE.fullmatch(word)
    if inner is None:
        return word
    before, after = inner.groups()
    # The letters of "servant" are often mistyped, those of "faith" cut off at the end.
    if (len(after) > 1 and mistyped(before, _SERVANT)) or (len(before) > 1 and mistyped(after, _FAITH)):
        return before + after
    return word


def mended_article(word: str) -> str:
    """A last name whose article was typed in the wrong order, اطلويل for الطويل, without it."""
    swapped = len(word) >= 6 and word[0] == "ا" and word[2] == "ل" and word[1] not in "ال"
    return word[1] + word[3:] if swapped else word
