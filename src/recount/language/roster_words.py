"""The words of a claimant as they are compared with known names: folded, articles off, or spelt in another script."""

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

from recount.language.folding import folded, words
from recount.language.scripts import script_of
from recount.model.assertions import Script

_JOINED = re.compile(r"^(?:وال|بال|كال|فال|لل|ال|و|ب|ل|ف)(?=\w{3})")
_WORD_BITS = 5.0
"""So much likelier than chance letters each word of a name must be as a spelling of its counterpart."""


def tokens(text: str) -> list[str]:
    """The folded words of a name or of a claimant, an English article before them left out."""
    found = [word.key for word in words(text) if word.key]
    return found[1:] if len(found) > 1 and found[0] in ("the", "a", "an") else found


@lru_cache(maxsize=1 << 14)
def forms(word: str) -> frozenset[str]:
    """A folded word, and what is left of it without the Arabic article or a word joined to it."""
    return frozenset({word, _JOINED.sub("", word)})


def around(word: frozenset[str]) -> bool:
    """Whether a word, in any of its forms, leaves it the same voice when it stands around a name."""
    return bool(word & _lists()[0])


def speaks(word: str) -> bool:
    """Whether a word says that somebody speaks for the party named beside it."""
    return word in _lists()[1] or word in ("the", "a", "for")


@lru_cache(maxsize=1)
def _lists() -> tuple[frozenset[str], frozenset[str]]:
    told = tomllib.loads(files("recount.language").joinpath("data", "voice.toml").read_text("utf-8"))
    found = [
        frozenset(form for group in told[name] for word in group["words"].split() for form in forms(folded(word)))
        for name in ("around", "speaks")
    ]
    return found[0], found[1]


def one_spelling(written: str, name: str) -> float:
    """How many bits likelier than chance it is that words in one script spell a name in another; 0 where not at all.

    Words that only say what kind of publisher it is may stand on one side alone.
    """
    sides = tokens(written), tokens(name)
    return max(_spelled(one, other) for one in (sides[0], core(sides[0])) for other in (sides[1], core(sides[1])))


def core(name: list[str]) -> list[str]:
    """The words of a name without those that only say what it is or join it to others."""
    return [word for word in name if not around(forms(word))]


def _spelled(one: list[str], other: list[str]) -> float:
    scripts = [script_of(" ".join(side)) for side in (one, other)]
    if not one or len(one) != len(other) or set(scripts) != {Script.ARABIC, Script.LATIN}:
        return 0.0
    arabic, latin = (one, other) if scripts[0] is Script.ARABIC else (other, one)
    pairs = zip(arabic, latin, strict=True)
    bits = [max(_bits(form, _plain(other)) for form in sorted(forms(word))) for word, other in pairs]
    return sum(bits) if min(bits) >= _WORD_BITS else 0.0


def _plain(word: str) -> str:
    return "".join(letter for letter in word if "a" <= letter <= "z")


@lru_cache(maxsize=1 << 12)
def _bits(arabic: str, latin: str) -> float:
    from rapidfuzz.distance import OSA

    from recount.language.similarity import likelihoods, random_words
    from recount.language.transliteration import skeleton

    if not latin or OSA.distance(skeleton(arabic), skeleton(latin), score_cutoff=1) > 1:
        return 0.0
    return float(likelihoods([arabic], [latin])[0] - random_words([latin])[0])
