"""How alike two words of names are, in one script or across two.

Letters are recoded before any edit distance, so that one letter is one step in every script, and words are scored by
noisy channels: the probability that one is a spelling of the other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from recount.language.arabic import LETTERS
from recount.language.channels import channel, latin_letters, number_of
from recount.language.near import near
from recount.language.transliteration import skeleton

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_NEVER = -60.0
_WORDS = 2_000
_FAR = 10.0
"""Bits by which letters drawn at random may be likelier than a spelling before it is left out."""

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
    """Pairs of folded words that might spell one name, by the channel from the left side's script to the right's.

    What letters drawn at random would rather have made is left out: it says nothing for one name.
    """
    if not left or not right or not latin(right[0]):
        rows, columns = similar(left, right)
        return Likenesses(rows, columns, likelihoods([left[row] for row in rows], [right[row] for row in columns]))
    least = random_words(right) - _FAR
    parts = []
    for rows, columns in _similar(left, right):
        log = _written(left, rows, right, columns, channels)
        kept = log > least[columns]
        parts.append((rows[kept], columns[kept], log[kept]))
    return Likenesses(*(np.concatenate([part[side] for part in parts]) for side in range(3)))


def _written(left: Sequence[str], rows: Ints, right: Sequence[str], columns: Ints, channels: str) -> Floats:
    """log2 P(right | left) of Latin words by the channel from the script of the left side."""
    if not latin(left[0]):
        return channel("arabic-latin", channels).between(left, rows, right, columns)
    _, number = number_of([*left, *right])
    same = number[rows] == number[len(left) + columns]
    other_habit = np.exp2(channel("latin-latin", channels).between(left, rows, right, columns))
    with np.errstate(divide="ignore"):
        return np.asarray(np.log2(ONE_HABIT * same + (1 - ONE_HABIT) * other_habit))


def similar(left: Sequence[str], right: Sequence[str]) -> tuple[Ints, Ints]:
    """Rows of the pairs whose skeletons are at most one consonant apart, two for long ones."""
    parts = list(_similar(left, right))
    return np.concatenate([rows for rows, _ in parts]), np.concatenate([columns for _, columns in parts])


def _similar(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[Ints, Ints]]:
    """The same, some words of the left side at a time."""
    (bones, rows), (others, columns) = (number_of([skeleton(word) for word in side]) for side in (left, right))
    one, other, steps = near(bones, others, 2)
    lengths = [np.array([len(word) for word in side], dtype=np.int64) for side in (bones, others)]
    shorter = np.minimum(lengths[0][one], lengths[1][other]) if len(one) else one
    kept = steps <= np.where(shorter >= 5, 2, 1)
    for start in range(0, max(len(left), 1), _WORDS):
        within = rows[start : start + _WORDS]
        here = kept & np.isin(one, within)
        some, column = _borne(one[here], within, other[here], columns)
        yield some + start, column


def _borne(one: Ints, rows: Ints, other: Ints, columns: Ints) -> tuple[Ints, Ints]:
    """Pairs of words in order, from pairs of the skeletons they bear."""
    bearers = [np.argsort(side, kind="stable") for side in (rows, columns)]
    counts = [np.bincount(side, minlength=1) for side in (rows, columns)]
    first = [np.cumsum(count) - count for count in counts]
    lefts, rights = counts[0][one], counts[1][other]
    pair = np.repeat(np.arange(len(one)), lefts * rights)
    within = np.arange(len(pair)) - np.repeat(np.cumsum(lefts * rights) - lefts * rights, lefts * rights)
    found = (
        bearers[0][first[0][one[pair]] + within // rights[pair]] * len(columns)
        + bearers[1][first[1][other[pair]] + within % rights[pair]]
    )
    found = np.sort(found)
    return found // max(len(columns), 1), found % max(len(columns), 1)


def mistypings(words: Sequence[str]) -> Likenesses:
    """Pairs (meant, typed) of words of one script at most one slip apart, and log2 of how often that slip is made."""
    rows, columns, steps = near(words, words, 1)
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


def likelihoods(left: Sequence[str], right: Sequence[str], channels: str = "") -> Floats:
    """log2 P(right | left writes the same name) for pairs of folded words, all pairs of the same two scripts.

    `channels` is a folder of channels trained on somebody's own pairs.

    Arabic is spelled one way only: what differs there is mistyped, which `mistypings` knows.
    """
    if not left:
        return np.zeros(0)
    if latin(right[0]):
        one, other = number_of(left), number_of(right)
        return _written(one[0], one[1], other[0], other[1], channels)
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
