"""How alike two words of names are, in one script or across two.

Letters are recoded before any edit distance, so that one letter is one step in every script, and words are scored by
noisy channels: the probability that one is a spelling of the other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from recount.language.arabic import LETTERS
from recount.language.channels import channel, latin_letters
from recount.language.transliteration import skeleton

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_CELLS = 4_000_000
_NEVER = -60.0

MISTYPED = 0.06
"""How often a word is damaged by typing, or loses letters on the way out of a PDF."""
_KINDS_OF_DAMAGE = {"swapped": 0.3, "lost": 0.4, "replaced": 0.2, "added": 0.1}
ONE_HABIT = 0.4
"""How often two lists in Latin letters spell a name alike because they romanise alike."""
_NEARBY = 0.7
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


def spellings(left: Sequence[str], right: Sequence[str], channels: str = "") -> Likenesses:
    """Pairs of folded words that might spell one name, by the channel from the left side's script to the right's."""
    rows, columns = similar(left, right)
    log = likelihoods([left[row] for row in rows], [right[column] for column in columns], channels)
    return Likenesses(rows, columns, log)


def similar(left: Sequence[str], right: Sequence[str]) -> tuple[Ints, Ints]:
    """Rows of the pairs whose skeletons are at most one consonant apart, two for long ones."""
    bones = [[skeleton(word) for word in side] for side in (left, right)]
    lengths = [np.array([len(word) for word in side]) for side in bones]
    rows, columns, steps = _near(bones[0], bones[1], 2)
    shorter = np.minimum(lengths[0][rows], lengths[1][columns]) if len(rows) else rows
    kept = steps <= np.where(shorter >= 5, 2, 1)
    return rows[kept], columns[kept]


def mistypings(words: Sequence[str]) -> Likenesses:
    """Pairs (meant, typed) of words of one script at most one slip apart, and log2 of how often that slip is made."""
    rows, columns, steps = _near(words, words, 1)
    alphabet = 26 if words and latin(words[0]) else len(LETTERS)
    log = np.array(
        [
            _slip(words[a], words[b], alphabet) if step else 1.0 - MISTYPED
            for a, b, step in zip(rows, columns, steps, strict=True)
        ]
    )
    return Likenesses(rows, columns, np.log2(log) if len(log) else log)


def _slip(meant: str, typed: str, alphabet: int) -> float:
    """How often one slip turns the word meant into the word typed: any place alike, any letter alike."""
    places = len(meant)
    if len(typed) < places:
        return MISTYPED * _KINDS_OF_DAMAGE["lost"] / places
    if len(typed) > places:
        return MISTYPED * _KINDS_OF_DAMAGE["added"] / ((places + 1) * alphabet)
    if sorted(meant) == sorted(typed):
        return MISTYPED * _KINDS_OF_DAMAGE["swapped"] / max(places - 1, 1)
    return MISTYPED * _KINDS_OF_DAMAGE["replaced"] / places * _replaced(meant, typed, alphabet)


def _replaced(meant: str, typed: str, alphabet: int) -> float:
    """How often one letter is put for another: mostly for one that looks like it or lies beside it on the keyboard."""
    one, other = next(pair for pair in zip(meant, typed, strict=True) if pair[0] != pair[1])
    near = _CONFUSED.get(one, "")
    share = _NEARBY / len(near) if other in near else 0.0
    return share + (1 - _NEARBY) / alphabet


def _near(left: Sequence[str], right: Sequence[str], most: int) -> tuple[Ints, Ints, Ints]:
    """Pairs of words at most so many slips apart: letters lost, added, replaced, or swapped with the next."""
    if not left or not right:
        return tuple(np.zeros(0, dtype=np.int64) for _ in range(3))  # type: ignore[return-value]
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import cdist

    rows: list[Ints] = []
    columns: list[Ints] = []
    steps: list[Ints] = []
    stride = max(1, _CELLS // len(right))
    for start in range(0, len(left), stride):
        found = cdist(left[start : start + stride], right, scorer=OSA.distance, score_cutoff=most, dtype=np.uint8)
        near = np.nonzero(found <= most)
        rows.append(near[0] + start)
        columns.append(near[1])
        steps.append(found[near].astype(np.int64))
    return np.concatenate(rows).astype(np.int64), np.concatenate(columns).astype(np.int64), np.concatenate(steps)


def likelihoods(left: Sequence[str], right: Sequence[str], channels: str = "") -> Floats:
    """log2 P(right | left writes the same name) for pairs of folded words, all pairs of the same two scripts.

    `channels` is a folder of channels trained on somebody's own pairs.

    Arabic is spelled one way only: what differs there is mistyped, which `mistypings` knows.
    """
    if not left:
        return np.zeros(0)
    if latin(right[0]) and not latin(left[0]):
        return channel("arabic-latin", channels).log2(left, right)
    if latin(right[0]):
        same = np.array([a == b for a, b in zip(left, right, strict=True)])
        other_habit = np.exp2(channel("latin-latin", channels).log2(left, right))
        with np.errstate(divide="ignore"):
            return np.asarray(np.log2(ONE_HABIT * same + (1 - ONE_HABIT) * other_habit))
    return np.array([0.0 if a == b else _NEVER for a, b in zip(left, right, strict=True)])


@lru_cache(maxsize=1)
def common_names() -> tuple[tuple[str, float], ...]:
    """Common Arabic names, folded, with a rough share of each: what a name may be although no list at hand holds it."""
    text = resources.files("recount.language").joinpath("data", "names", "common.csv").read_text("utf-8")
    rows = (line.split(",") for line in text.splitlines()[1:])
    return tuple(sorted((word, float(share) / 1000) for word, share in rows))


def random_words(words: Sequence[str]) -> Floats:
    """log2 P(word) among all words of its script, whoever bears them."""
    if words and latin(words[0]):
        return latin_letters().log2(words)
    return np.array([-float(np.log2(len(LETTERS))) * (len(word) + 1) for word in words])


def latin(word: str) -> bool:
    """Whether a folded word is in Latin letters."""
    return "a" <= word[:1] <= "z"
