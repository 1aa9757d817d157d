"""What two words of names weigh: every distinct pair of words is scored once, then looked up.

The weight of two words is log2 of how much likelier one spelling is when both write the same name than when they
write names of two people drawn at random: a shared rare name says more than a shared common one, in any script.
Words may be mistyped on either side, so a word stands for every word it may have been meant to be.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from recount.language.similarity import random_words
from recount.linkage.latin import two_habits
from recount.linkage.memory import Comparisons
from recount.linkage.readings import (
    LEAST,
    UNRELATED,
    UNRELATED_GIVEN,
    UNSEEN,
    Floats,
    Ints,
    as_matrix,
    read_names,
    two_names,
)
from recount.linkage.side import side_by_side
from recount.linkage.vocabulary import KINDS, PERSONAL, Words, kind_of

Numbers = NDArray[np.int32]

_SELDOM = 2.0**-14
_FAINT = 2.0**-18
_FAINTEST = 2.0**-32
"""Of two scripts more is held, since what a case shows of its own spellings may be far from usual."""
_ONE_WAY = -18.0
"""Bits of two words one way where only the other way is held: they are too few to be worth holding."""
_NOTHING = -12.0
"""Bits at which two words are as surely two names as any two that share nothing."""
_PRODUCT_ROWS = 400
_TRUST = 12.0
"""So many times must a word be met before what it was met with weighs as much as what its letters say."""


@dataclass(frozen=True)
class Spelled:
    """P(right word | left word, same name) for words of two scripts or of one, as a sparse matrix of their rows.

    `others` is how often each right word writes a common name that is on no list.
    """

    matrix: Any
    left: slice
    right: slice
    others: Floats


@dataclass(frozen=True)
class TokenWeights:
    """Weights of word pairs in bits, per kind of part; pairs that are not held share nothing.

    `keys` are left row * number of words + right row with left <= right, sorted; `bits` is (pairs, kinds), before
    allowing for parts that are written as another name altogether.
    """

    size: int
    keys: Ints
    bits: Floats

    @cached_property
    def beside(self) -> tuple[Ints, Numbers, Numbers]:
        """Where the partners of each word begin, the partners, and the number of each pair: under both its words."""
        low, high = (side.astype(np.int32) for side in np.divmod(self.keys, max(self.size, 1)))
        number, other = np.arange(len(low), dtype=np.int32), low != high
        ends = np.concatenate([low, high[other]]), np.concatenate([high, low[other]])
        found = sparse.csr_array((np.concatenate([number, number[other]]), ends), shape=(self.size, self.size))
        found.sort_indices()
        return found.indptr.astype(np.int64), found.indices.astype(np.int32), found.data.astype(np.int32)

    @cached_property
    def told(self) -> Floats:
        """What each pair says, per column: given names, then every kind of other part."""
        kinds = (PERSONAL, *KINDS)
        return np.stack(
            [_told(self.bits[:, kind], other) for kind, other in zip(kinds, OTHER_NAMES, strict=True)], axis=1
        )

    def lookup(self, left: Ints, right: Ints, column: int) -> Floats:
        """Bits of word pairs, -1 standing for a word that is not there and says nothing."""
        low, high = np.minimum(left, right), np.maximum(left, right)
        found = np.full(len(left), float(UNHELD[column]))
        if len(self.keys):
            wanted = low * self.size + high
            place = np.minimum(np.searchsorted(self.keys, wanted), len(self.keys) - 1)
            held = self.keys[place] == wanted
            found[held] = self.told[place[held], column]
        return np.where(low < 0, 0.0, found)


OTHER_NAMES = (UNRELATED_GIVEN, UNRELATED, UNRELATED, UNRELATED)
"""How often one person's part is written as another name altogether, per column."""
UNHELD = np.log2(np.array(OTHER_NAMES))
"""What a pair says that is not held, per column."""


def column_of(place: int, parts: int) -> int:
    """In which column stands what two words say, by the place of one in a name of so many parts."""
    return 0 if place == 0 else 1 + kind_of(place, parts)


def _told(bits: Floats, unrelated: float) -> Floats:
    """Bits with what it says that a part may be written as another name altogether."""
    return np.asarray(np.log2((1 - unrelated) * np.exp2(bits) + unrelated))


def spelled(words: Words, comparisons: Comparisons | None = None) -> list[Spelled]:
    """How likely any two words write one name: Arabic with Latin, then each script with itself.

    `comparisons` are by our own channels and remember nothing where not given.
    """
    comparisons = comparisons or Comparisons()
    arabic, latin = words.scripts
    texts = words.words[arabic], words.words[latin]
    typed = [two_names(as_matrix(comparisons.mistypings(text), len(text), len(text)), text, text) for text in texts]
    meant = [_meant(matrix, words.meant(script)) for matrix, script in zip(typed, words.scripts, strict=True)]
    read = read_names(words, comparisons)
    across, others = read.held, read.others @ typed[1]
    shares = words.shares(arabic), words.shares(latin)
    habits = _telling(two_habits(texts[1], shares[1][:, 0], read, comparisons), shares[1])
    return [
        Spelled(_product([meant[0], across, typed[1]], shares[0], _FAINTEST), arabic, latin, others),
        Spelled(meant[0] @ typed[0], arabic, arabic, np.zeros(len(texts[0]))),
        Spelled(_telling(_product([meant[1], habits, typed[1]], shares[1], _FAINT), shares[1]), latin, latin, others),
    ]


def _product(factors: Sequence[Any], shares: Floats, faint: float) -> Any:
    """The product of sparse matrices, a few rows at a time, without what chance makes so much oftener.

    All that is left out on the way to one cell together comes to less than twice `faint` of what chance makes of it.
    """
    usual = [shares]
    for factor in factors:
        usual.append(factor.T @ usual[-1])
    least = [faint * found.min(axis=1) for found in usual[2:]]

    def some(start: int) -> Any:
        rows = factors[0][start : start + _PRODUCT_ROWS]
        for factor, enough in zip(factors[1:], least, strict=True):
            rows = (rows @ factor).tocsr()
            rows.data[rows.data < enough[rows.indices]] = 0.0
            rows.eliminate_zeros()
        return rows

    parts = list(side_by_side(some, range(0, max(factors[0].shape[0], 1), _PRODUCT_ROWS)))
    return sparse.vstack(parts, format="csr")


def _telling(found: Any, shares: Floats) -> Any:
    """Without the spellings that chance makes so much oftener, either way, that they say nothing."""
    usual = np.min([found.T @ shares[:, kind] for kind in KINDS], axis=0)
    likely = found.tocsr(copy=True)
    likely.data = np.where(likely.data < usual[likely.indices] * _SELDOM, 0.0, 1.0)
    likely.eliminate_zeros()
    return found.multiply(likely.maximum(likely.T)).tocsr()


def _meant(typed: Any, shares: Floats) -> Any:
    """P(meant | typed), by how common each word is and how often it is mistyped so."""
    common = sparse.diags_array(shares) @ typed
    total = np.maximum(np.asarray(common.sum(axis=0)).ravel(), LEAST)
    return (common @ sparse.diags_array(1.0 / total)).T.tocsr()


def learned(parts: list[Spelled], met: Ints, weight: Floats) -> list[Spelled]:
    """Let the case teach how its own lists spell: words met in pairs that are probably one person, by probability.

    What two common names look like letter by letter (Hasan, Hussein) is outweighed by how they are in fact written.
    """
    low, high = met.min(axis=1), met.max(axis=1)
    found = []
    for part in parts:
        inside = _within(low, part.left) & _within(high, part.right)
        shape = part.matrix.shape
        seen = sparse.coo_array(
            (weight[inside], (low[inside] - part.left.start, high[inside] - part.right.start)), shape=shape
        ).tocsr()
        if part.left == part.right:
            seen = seen + seen.T
        # What was met once may be the very error it would excuse, and letters that cannot agree never become spellings.
        seen.data = np.maximum(seen.data - 1.0, 0.0)
        seen = seen.multiply(part.matrix > 0)
        total = np.asarray(seen.sum(axis=1)).ravel() + _TRUST
        blended = sparse.diags_array(1.0 / total) @ (seen + _TRUST * part.matrix)
        found.append(Spelled(blended.tocsr(), part.left, part.right, part.others))
    return found


def _within(rows: Ints, part: slice) -> NDArray[np.bool_]:
    return np.asarray((rows >= part.start) & (rows < part.stop))


def token_weights(parts: list[Spelled], words: Words) -> TokenWeights:
    """Weights of all pairs of words that may write one name."""
    size = len(words.words)
    keys, bits = zip(*(_weighed(part, words) for part in parts), strict=True)
    joined = np.concatenate(keys)
    order = np.argsort(joined, kind="stable")
    return TokenWeights(size, joined[order], np.concatenate(bits)[order])


def _weighed(part: Spelled, words: Words) -> tuple[Ints, Floats]:
    """Keys and bits of one matrix; within a script both directions are averaged, for neither list is the original."""
    texts = words.words[part.right]
    shares = words.shares(part.left)
    found: list[Floats] = []
    for kind in KINDS:
        bits = _against_chance(part, shares[:, kind], random_words(texts))
        rows = (_symmetric(bits) if part.left == part.right else bits).tocoo()
        found.append(rows.data)
    bits = np.stack(found, axis=1)
    kept = bits.max(axis=1) > _NOTHING
    left = rows.coords[0][kept].astype(np.int64) + part.left.start
    right = rows.coords[1][kept].astype(np.int64) + part.right.start
    return left * len(words.words) + right, bits[kept]


def _against_chance(part: Spelled, shares: Floats, letters: Floats) -> Any:
    """log2 of each probability over that of the right word for a person drawn at random."""
    usual = part.matrix.T @ shares + part.others * _elsewhere(shares)
    chance = np.log2((1 - UNSEEN) * usual + UNSEEN * 2.0**letters + LEAST)
    found = part.matrix.copy().tocsr()
    found.sum_duplicates()
    bits = np.log2(np.maximum(found.data, LEAST)) - chance[found.indices]
    # A weight of exactly 0 would be dropped as an empty cell.
    found.data = np.where(bits == 0.0, 1e-9, bits)
    return found


def _elsewhere(shares: Floats) -> float:
    """The share of names that are on no list: the smaller the case, the more."""
    return max(1.0 - float(shares.sum()), 0.0)


def _symmetric(bits: Any) -> Any:
    """The mean of both directions of each pair, once, the smaller row first; what is not held is `_ONE_WAY`."""
    above = bits.copy()
    above.data = above.data - _ONE_WAY
    mean = sparse.triu((above + above.T) * 0.5, format="csr")
    mean.data = mean.data + _ONE_WAY
    return mean
