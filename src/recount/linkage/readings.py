"""How names are written in the other script: P(Latin word | Arabic word), with what two common names cannot be."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from recount.language.damage import Likenesses
from recount.language.similarity import common_names, usual_spellings
from recount.linkage.memory import Comparisons
from recount.linkage.vocabulary import Words

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

UNRELATED = 0.01
"""How often a part of one person's name is written as a quite different word: a title, a generation left out."""
UNRELATED_GIVEN = 0.0015
"""The same of the given name, which is what people are called by."""
UNSEEN = 0.02
"""Share of names in one script that no list writes in the other."""
LEAST = 2.0**-45
"""Less than any probability that is told apart from none."""
_SHARPER = 2.0
_HOPELESS = 2.0**-16
_OTHER_NAME = 0.00005
"""How much seldomer than any other slip or spelling is the one that makes another common name of a common name."""
_IRREGULAR = 2.0**-7
"""How often a usual spelling is used at least, whatever its letters say: Mohd, Hocine, Ahmet."""


@dataclass(frozen=True)
class Read:
    """P(Latin word | Arabic word) for the words of the lists, then for the common names none of them holds.

    `common` is how common each Arabic word is; `lists` how many of them are on the lists.
    """

    matrix: Any
    common: Floats
    lists: int

    @property
    def held(self) -> Any:
        """The rows of the words on the lists."""
        return self.matrix[: self.lists]

    @property
    def others(self) -> Floats:
        """How often each Latin word writes a common name that is on no list."""
        return np.asarray(self.common[self.lists :] @ self.matrix[self.lists :])


def read_names(words: Words, comparisons: Comparisons) -> Read:
    arabic, latin = words.scripts
    held = words.words[arabic]
    others = [(word, share) for word, share in common_names() if word not in words.number]
    found = comparisons.spellings((*held, *(word for word, _ in others)), words.words[latin])
    rows = (*held, *(word for word, _ in others))
    matrix = two_names(as_matrix(found, len(rows), len(words.words[latin])), rows, words.words[latin])
    matrix = matrix.maximum(_irregular(rows, words.words[latin])).tocsr()
    common = np.concatenate([words.shares(arabic).mean(axis=1), np.array([share for _, share in others])])
    return Read(_sharpened(matrix, common), common, len(held))


def _irregular(names: Sequence[str], latin: Sequence[str]) -> Any:
    """How often a name is written in each of its usual spellings at least."""
    row, spelled_so = {name: number for number, name in enumerate(names)}, usual_spellings()
    met = [(row[spelled_so[word]], place) for place, word in enumerate(latin) if spelled_so.get(word) in row]
    found = np.array(met, dtype=np.int64).reshape(-1, 2).T
    return sparse.csr_array((np.full(len(met), _IRREGULAR), (found[0], found[1])), shape=(len(names), len(latin)))


def two_names(matrix: Any, left: Sequence[str], right: Sequence[str]) -> Any:
    """Lessen what would make two common names, each in a usual spelling, one name: Samir and Samira."""
    found = matrix.tocoo()
    order = {name: number for number, name in enumerate(sorted({*_names_known().values()}))}
    sides = [np.array([order.get(_names_known().get(word, ""), -1) for word in side] + [-1]) for side in (left, right)]
    one, other = sides[0][found.coords[0]], sides[1][found.coords[1]]
    found.data = np.where((one >= 0) & (other >= 0) & (one != other), found.data * _OTHER_NAME, found.data)
    return found.tocsr()


@lru_cache(maxsize=1)
def _names_known() -> dict[str, str]:
    """Common names in either script, and the Arabic name each is."""
    spelled_so = usual_spellings()
    return {**{word: word for word in spelled_so.values()}, **{word: word for word, _ in common_names()}, **spelled_so}


def _sharpened(matrix: Any, common: Floats) -> Any:
    """Lessen every reading of a word by how much likelier its best reading is.

    The letters of a word are not independent of each other, so a channel is too sure that a spelling far from a name
    might still be of it: that Hussein is Hasan, or Mahmud Muhammad.
    """
    found = matrix.tocsc()
    found.sum_duplicates()
    readings = found.data * common[found.indices]
    column = np.repeat(np.arange(found.shape[1]), np.diff(found.indptr))
    best = np.full(found.shape[1], LEAST)
    np.maximum.at(best, column, readings)
    found.data = np.where(readings < best[column] * _HOPELESS, 0.0, found.data * (readings / best[column]) ** _SHARPER)
    found.eliminate_zeros()
    return found.tocsr()


def as_matrix(found: Likenesses, height: int, width: int) -> Any:
    return sparse.csr_array((2.0**found.log2, (found.left, found.right)), shape=(height, width))
