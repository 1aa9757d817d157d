"""The distinct words of all names, and how common each is."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from recount.language.similarity import common_names
from recount.linkage.columns import Columns
from recount.model.assertions import Script

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

PERSONAL, FAMILY, EITHER = KINDS = range(3)
"""Kinds of name parts with their own frequencies; of the second of two parts nobody knows whose it is."""
_PSEUDO = 400.0
_RARE = 0.003
_KNOWN = 8.0
"""A common name counts as met so many times before it is: Alaa met once is no mistyped Ali."""
_ONCE = 0.85
"""A case with few records knows little of how common its names are: it leans on a name borne by 3 in 1,000."""

_MIXED = np.array([[1.0, 0.1, 0.5], [0.1, 1.0, 0.5], [0.5, 0.5, 1.0]])
"""How much a word met as one kind counts for another: a family name may stand among the first of a shorter list."""


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    return frozenset(word for word, _ in common_names())


@dataclass(frozen=True)
class Words:
    """Distinct words, Arabic ones first, with how often each occurs per kind of part."""

    words: tuple[str, ...]
    arabic: int
    counts: Ints

    @cached_property
    def number(self) -> dict[str, int]:
        """Row of each word; scripts share no letters, so the word alone is enough."""
        return {word: row for row, word in enumerate(self.words)}

    @property
    def scripts(self) -> tuple[slice, slice]:
        """The rows of Arabic and of Latin words."""
        return slice(0, self.arabic), slice(self.arabic, len(self.words))

    @property
    def mostly_latin(self) -> bool:
        """Whether most parts of names are in Latin letters."""
        return 2 * int(self.counts[self.arabic :].sum()) > int(self.counts.sum())

    def shares(self, script: slice) -> Floats:
        """Share of each word of one script among its parts, per kind."""
        counts = self.counts[script] @ _MIXED
        return np.asarray((counts + _PSEUDO * _RARE) / (counts.sum(axis=0) + _PSEUDO))

    def meant(self, script: slice) -> Floats:
        """How often each word is meant rather than mistyped: what was met once is hardly a name, unless it is known."""
        counts = self.counts[script].sum(axis=1)
        known = _KNOWN * np.array([word in _known() for word in self.words[script]], dtype=np.float64)
        return np.asarray((np.maximum(counts - _ONCE, 1.0 - _ONCE) + known) / max(float(counts.sum()), 1.0))


def words_of(columns: Columns) -> Words:
    """The distinct words of all names of all records."""
    counts: dict[bool, Counter[tuple[str, int]]] = {True: Counter(), False: Counter()}
    for names, words_of_names in zip(columns.names, columns.compared, strict=True):
        for name, found in zip(names, words_of_names, strict=True):
            _count(counts[name.script is Script.ARABIC], found)
    arabic = sorted({word for word, _ in counts[True]})
    latin = sorted({word for word, _ in counts[False]} - set(arabic))
    words = (*arabic, *latin)
    both = counts[True] + counts[False]
    table = np.array([[both[word, kind] for kind in KINDS] for word in words], dtype=np.int64)
    return Words(words, len(arabic), table.reshape(-1, len(KINDS)))


def _count(counts: Counter[tuple[str, int]], words: Sequence[str]) -> None:
    for place, word in enumerate(words):
        if word:
            counts[word, kind_of(place, len(words))] += 1


def kind_of(place: int, parts: int) -> int:
    """Which kind of part stands at a place of a name of so many parts."""
    if place == 0 or place < parts - 1:
        return PERSONAL
    return EITHER if place == 1 else FAMILY
