"""How words are damaged: slips of the hand, and letters lost on the way out of a PDF."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from recount.language.arabic import LETTERS
from recount.language.near import near

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

MISTYPED = 0.06
"""How often a word is damaged by typing, or loses letters on the way out of a PDF."""
_KINDS_OF_DAMAGE = {"swapped": 0.22, "lost": 0.32, "replaced": 0.2, "added": 0.14, "cut": 0.08, "twice": 0.04}
_LAST = 3.0
"""How much oftener the last letter is lost than any other: on the way out of a PDF its final form goes first."""
_NEARBY = 0.7
_DAMAGED_ARTICLE = 0.05
"""How often damage falls on the article rather than on the word behind it; most words have none."""
_ROWS = ("ضصثقفغعهخحجد", "شسيبلاتنمكط", "ذئءؤرىةوزظ", "qwertyuiop", "asdfghjkl", "zxcvbnm")
_ALIKE = ("بتثني", "جحخ", "دذ", "رز", "سش", "صض", "طظ", "عغ", "فق", "كل", "هة", "aeiou", "ckq", "uv", "mn", "sz")


def _confused() -> dict[str, str]:
    """The letters each letter is confused with: neighbours on the keyboard, and letters of one shape or sound."""
    found: dict[str, set[str]] = {}
    for row in _ROWS:
        for one, other in pairwise(row):
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
    for group in _ALIKE:
        for letter in group:
            found.setdefault(letter, set()).update(set(group) - {letter})
    return {letter: "".join(sorted(others)) for letter, others in found.items()}


_CONFUSED = _confused()


@dataclass(frozen=True)
class Likenesses:
    """Pairs of words that might write one name: rows on both sides, and log2 P(right | left writes that name)."""

    left: Ints
    right: Ints
    log2: Floats


def mistypings(words: Sequence[str], others: Sequence[str] | None = None, rate: float = MISTYPED) -> Likenesses:
    """Pairs (meant, typed) of words of one script, and log2 of how often one is typed for the other.

    One slip, two in long words, or final letters cut off. `others` are what may be typed where these are no words that
    may be meant; `rate` is how often a word is damaged at all.
    """
    typed = words if others is None else others
    rows, columns, steps = near(words, typed, 1)
    for more in (_twice(words, typed), _cut(words, typed), _article(words, typed)):
        rows, columns, steps = (np.concatenate(both) for both in zip((rows, columns, steps), more, strict=True))
    alphabet = 26 if words and latin(words[0]) else len(LETTERS)
    log = np.array(
        [
            rate * _slip(words[a], typed[b], alphabet, step) if step else 1.0 - rate
            for a, b, step in zip(rows.tolist(), columns.tolist(), steps.tolist(), strict=True)
        ]
    )
    return Likenesses(rows, columns, np.log2(log) if len(log) else log)


_LONG = 6
_OFF, _ON = 3, 4
"""As a step: final letters are cut off, or what is left of a damaged article stands before the word."""
_ARTICLES = {"ل": 0.3, "لا": 0.25, "لل": 0.2, "ا": 0.15, "اال": 0.1}
"""What becomes of the article, of which a word is compared without."""


def _twice(words: Sequence[str], typed: Sequence[str]) -> tuple[Ints, Ints, Ints]:
    """Pairs of long words two slips apart; among short ones two slips make one name another."""
    long = [
        np.array([row for row, word in enumerate(side) if len(word) >= _LONG], dtype=np.int64)
        for side in (words, typed)
    ]
    meant, wrote = ([side[row] for row in rows.tolist()] for side, rows in zip((words, typed), long, strict=True))
    rows, columns, steps = near(meant, wrote, 2)
    ends = [meant[a].startswith(wrote[b]) for a, b in zip(rows.tolist(), columns.tolist(), strict=True)]
    apart = (steps == 2) & ~np.array(ends, dtype=bool)
    return long[0][rows[apart]], long[1][columns[apart]], steps[apart]


def _cut(words: Sequence[str], typed: Sequence[str]) -> tuple[Ints, Ints, Ints]:
    """Pairs of a word and what is left of it without its last two or three letters."""
    number = {word: row for row, word in enumerate(typed)}
    found = [
        (row, number[word[:-lost]])
        for row, word in enumerate(words)
        for lost in (2, 3)
        if len(word) - lost >= lost and word[:-lost] in number
    ]
    pairs = np.array(found, dtype=np.int64).reshape(-1, 2)
    return pairs[:, 0], pairs[:, 1], np.full(len(pairs), _OFF, dtype=np.int64)


def _article(words: Sequence[str], typed: Sequence[str]) -> tuple[Ints, Ints, Ints]:
    """Pairs of a word and the word behind a damaged article."""
    number = {word: row for row, word in enumerate(typed)} if words and not latin(words[0]) else {}
    found = [
        (row, number[article + word])
        for row, word in enumerate(words)
        for article in _ARTICLES
        if len(word) > 2 and article + word in number
    ]
    pairs = np.array(found, dtype=np.int64).reshape(-1, 2)
    return pairs[:, 0], pairs[:, 1], np.full(len(pairs), _ON, dtype=np.int64)


def _slip(meant: str, typed: str, alphabet: int, step: int) -> float:
    """How often damage turns the word meant into the word typed: any place alike, the end more, any letter alike."""
    places, kinds = len(meant), _KINDS_OF_DAMAGE
    if step > 1:
        return _seldom(meant, typed, step)
    if len(typed) < places:
        return kinds["lost"] * (_LAST if meant.startswith(typed) else 1.0) / (places - 1 + _LAST)
    if len(typed) > places:
        return kinds["added"] / ((places + 1) * alphabet)
    if sorted(meant) == sorted(typed):
        return kinds["swapped"] / max(places - 1, 1)
    return kinds["replaced"] / places * _replaced(meant, typed, alphabet)


def _seldom(meant: str, typed: str, step: int) -> float:
    """The same of damage other than one slip."""
    places, kinds = len(meant), _KINDS_OF_DAMAGE
    if step == _OFF:
        return kinds["cut"] * (0.75 if places - len(typed) == 2 else 0.25)
    if step == _ON:
        return _DAMAGED_ARTICLE * _ARTICLES[typed.removesuffix(meant)]
    return kinds["twice"] / (4 * places) ** 2


def _replaced(meant: str, typed: str, alphabet: int) -> float:
    """How often one letter is put for another: mostly for one that looks like it or lies beside it on the keyboard."""
    one, other = next(pair for pair in zip(meant, typed, strict=True) if pair[0] != pair[1])
    near = _CONFUSED.get(one, "")
    share = _NEARBY / len(near) if other in near else 0.0
    return share + (1 - _NEARBY) / alphabet


def latin(word: str) -> bool:
    """Whether a folded word is in Latin letters."""
    return "a" <= word[:1] <= "z"
