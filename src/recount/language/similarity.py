"""How alike two words of names are, in one script or across two.

Letters are recoded before any edit distance, so that one letter is one step in every script, and words are scored by
noisy channels: the probability that one is a spelling of the other.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from recount.language.arabic import LETTERS
from recount.language.channels import channel, latin_letters
from recount.language.transliteration import skeleton

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_CELLS = 4_000_000
_SAME = -0.3
"""log2 of how often a word is typed again letter by letter the same."""
_EDIT = -7.0
_FIRST = -2.5
_LETTER = -float(np.log2(len(LETTERS)))


def similar(left: Sequence[str], right: Sequence[str]) -> tuple[Ints, Ints]:
    """Rows of the pairs of words that might write one name: skeletons at most one consonant apart.

    Short skeletons must begin alike; in one script, words one or two letters apart are found as well.
    """
    if not left or not right:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    from rapidfuzz.distance import Levenshtein
    from rapidfuzz.process import cdist

    bones = [[skeleton(word) for word in side] for side in (left, right)]
    lengths = [np.array([len(word) for word in side]) for side in bones]
    rows: list[Ints] = []
    columns: list[Ints] = []
    step = max(1, _CELLS // len(right))
    for start in range(0, len(left), step):
        part = slice(start, start + step)
        steps = cdist(bones[0][part], bones[1], scorer=Levenshtein.distance, score_cutoff=2, dtype=np.uint8)
        shorter = np.minimum(lengths[0][part][:, None], lengths[1][None, :])
        near = steps <= np.where(shorter >= 5, 2, np.where(shorter >= 2, 1, 0))
        found = np.nonzero(near)
        rows.append(found[0] + start)
        columns.append(found[1])
    return np.concatenate(rows).astype(np.int64), np.concatenate(columns).astype(np.int64)


def likelihoods(left: Sequence[str], right: Sequence[str]) -> Floats:
    """log2 P(right | left writes the same name) for pairs of folded words, all pairs of the same two scripts."""
    if not left:
        return np.zeros(0)
    if latin(right[0]):
        return channel("latin-latin" if latin(left[0]) else "arabic-latin").log2(left, right)
    return _typed(left, right)


def random_words(words: Sequence[str]) -> Floats:
    """log2 P(word) among all words of its script, whoever bears them."""
    if words and latin(words[0]):
        return latin_letters().log2(words)
    return np.array([_LETTER * (len(word) + 1) for word in words])


def latin(word: str) -> bool:
    """Whether a folded word is in Latin letters."""
    return "a" <= word[:1] <= "z"


def _typed(left: Sequence[str], right: Sequence[str]) -> Floats:
    """Arabic typed twice: most words come out the same, some a letter or two apart, some with their end cut off."""
    from rapidfuzz.distance import Levenshtein
    from rapidfuzz.process import cpdist

    steps = cpdist(left, right, scorer=Levenshtein.distance, dtype=np.int32).astype(np.float64)
    cut = np.array([a.startswith(b) or b.startswith(a) for a, b in zip(left, right, strict=True)])
    apart = np.where(cut, _FIRST + 0.5 * _EDIT * (steps + 1), _FIRST + _EDIT * steps)
    return np.where(steps == 0, _SAME, apart)
