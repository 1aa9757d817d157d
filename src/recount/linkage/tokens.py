"""What two words of names weigh: every distinct pair of words is scored once, then looked up.

The weight of two words is log2 of how much likelier one spelling is when both write the same name than when they
write names of two people drawn at random: a shared rare name says more than a shared common one, in any script.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from recount.language.names import Name
from recount.language.similarity import likelihoods, random_words, similar
from recount.linkage.columns import Columns, compared
from recount.model.assertions import Script

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

NEVER = -60.0
UNRELATED = 0.01
"""How often one person's name part is written as a quite different word: a nickname, a title, a copying error."""
_PSEUDO = 1500.0
_RARE = 0.0015


@dataclass(frozen=True)
class Words:
    """Distinct words of all names with how often each occurs, per kind of part (0 personal, 1 family).

    `number` maps (script, word) to its row. Arabic words come first, so that a pair of both scripts is always read
    from Arabic to Latin.
    """

    words: tuple[str, ...]
    arabic: int
    counts: Ints

    @cached_property
    def number(self) -> dict[str, int]:
        """Row of each word; scripts share no letters, so the word alone is enough."""
        return {word: row for row, word in enumerate(self.words)}


def words_of(columns: Columns) -> Words:
    """The distinct words of all names of all records."""
    counts: dict[Script, Counter[tuple[str, int]]] = {Script.ARABIC: Counter(), Script.LATIN: Counter()}
    for names in columns.names:
        for name in names:
            _count(counts[_kind(name)], compared(name))
    arabic = sorted({word for word, _ in counts[Script.ARABIC]})
    latin = sorted({word for word, _ in counts[Script.LATIN]} - set(arabic))
    words = (*arabic, *latin)
    both = counts[Script.ARABIC] + counts[Script.LATIN]
    table = np.array([[both[word, 0], both[word, 1]] for word in words], dtype=np.int64).reshape(-1, 2)
    return Words(words, len(arabic), table)


def _kind(name: Name) -> Script:
    return Script.ARABIC if name.script is Script.ARABIC else Script.LATIN


def _count(counts: Counter[tuple[str, int]], words: Sequence[str]) -> None:
    for place, word in enumerate(words):
        if word:
            counts[word, int(place == len(words) - 1 and place >= 2)] += 1


@dataclass(frozen=True)
class TokenWeights:
    """Weights of word pairs in bits, per kind of part; pairs that are not held share nothing.

    `keys` are left row * number of words + right row with left < right or equal, sorted; `bits` is (pairs, kinds).
    """

    size: int
    keys: Ints
    bits: Floats

    def lookup(self, left: Ints, right: Ints, kind: int) -> Floats:
        """Bits of word pairs, -1 standing for a word that is not there and says nothing."""
        low, high = np.minimum(left, right), np.maximum(left, right)
        wanted = low * self.size + high
        place = np.searchsorted(self.keys, wanted)
        place[place == len(self.keys)] = 0
        held = self.keys[place] == wanted if len(self.keys) else np.zeros(len(wanted), dtype=bool)
        found = np.where(held, self.bits[place, kind] if len(self.keys) else 0.0, _floored(NEVER))
        return np.where(low < 0, 0.0, found)


def _floored(bits: float) -> float:
    return float(np.log2((1 - UNRELATED) * 2.0**bits + UNRELATED))


def token_weights(words: Words) -> TokenWeights:
    """Score every pair of words that could write one name."""
    size = len(words.words)
    arabic, latin = words.words[: words.arabic], words.words[words.arabic :]
    shares = _shares(words)
    parts = [
        _across(arabic, latin, shares, words.arabic),
        _within(arabic, shares[: words.arabic], 0),
        _within(latin, shares[words.arabic :], words.arabic),
    ]
    left = np.concatenate([part[0] for part in parts])
    right = np.concatenate([part[1] for part in parts])
    bits = np.concatenate([part[2] for part in parts])
    keys = left * size + right
    order = np.argsort(keys, kind="stable")
    floored = np.log2((1 - UNRELATED) * 2.0 ** bits[order] + UNRELATED)
    return TokenWeights(size, keys[order], floored)


def _shares(words: Words) -> Floats:
    """Share of each word among the parts of its script and kind, leaning on a rare word where there are few."""
    shares = np.zeros(words.counts.shape)
    for part in (slice(0, words.arabic), slice(words.arabic, None)):
        counts = words.counts[part]
        # A family name may stand among the personal names of a shorter list, and the other way round.
        mixed = counts + 0.1 * counts[:, ::-1]
        shares[part] = (mixed + _PSEUDO * _RARE) / (mixed.sum(axis=0) + _PSEUDO)
    return shares


def _across(arabic: Sequence[str], latin: Sequence[str], shares: Floats, offset: int) -> tuple[Ints, Ints, Floats]:
    left, right = similar(arabic, latin)
    log = likelihoods([arabic[row] for row in left], [latin[row] for row in right])
    bits = log[:, None] - _random(log, left, right, shares[:offset], random_words(latin))
    return left, right + offset, bits


def _random(log: Floats, left: Ints, right: Ints, shares: Floats, letters: Floats) -> Floats:
    """log2 P(right word) for a person drawn at random: over all words it may write, and names nobody listed."""
    unseen = 0.02
    found = np.empty((len(log), shares.shape[1]))
    for kind in range(shares.shape[1]):
        total = np.bincount(right, weights=shares[left, kind] * 2.0**log, minlength=len(letters))
        found[:, kind] = np.log2((1 - unseen) * total + unseen * 2.0**letters)[right]
    return found


def _within(words: Sequence[str], shares: Floats, offset: int) -> tuple[Ints, Ints, Floats]:
    left, right = similar(words, words)
    log = likelihoods([words[row] for row in left], [words[row] for row in right])
    bits = log[:, None] - _random(log, left, right, shares, random_words(words))
    forward = left <= right
    order = np.lexsort((left, right))
    # Both readings of a pair, this word from that and that from this, are averaged: neither list is the original.
    there = {(int(a), int(b)): row for row, (a, b) in enumerate(zip(left, right, strict=True))} if len(order) else {}
    back = np.array([there[int(b), int(a)] for a, b in zip(left[forward], right[forward], strict=True)], dtype=np.int64)
    mean = (bits[forward] + bits[back]) / 2 if len(back) else bits[forward]
    return left[forward] + offset, right[forward] + offset, mean
