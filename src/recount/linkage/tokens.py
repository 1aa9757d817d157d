"""What two words of names weigh: every distinct pair of words is scored once, then looked up.

The weight of two words is log2 of how much likelier one spelling is when both write the same name than when they
write names of two people drawn at random: a shared rare name says more than a shared common one, in any script.
Words may be mistyped on either side, so a word stands for every word it may have been meant to be.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from recount.language.damage import Likenesses, mistypings
from recount.language.similarity import common_names, random_words, spellings, usual_spellings
from recount.language.transliteration import skeleton
from recount.linkage.side import side_by_side
from recount.linkage.vocabulary import KINDS, Words

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

UNRELATED = 0.01
"""How often a part of one person's name is written as a quite different word: a title, a generation left out."""
UNRELATED_GIVEN = 0.0015
"""The same of the given name, which is what people are called by."""
_UNSEEN = 0.02
"""Share of names in one script that no list writes in the other."""
_LEAST = 2.0**-45
_SHARPER = 2.0
_HOPELESS = 2.0**-16
_SELDOM = 2.0**-14
_FAINT = 2.0**-18
_FAINTEST = 2.0**-32
"""Of two scripts more is held, since what a case shows of its own spellings may be far from usual."""
_ONE_WAY = -18.0
"""Bits of two words one way where only the other way is held: they are too few to be worth holding."""
_NOTHING = -12.0
"""Bits at which two words are as surely two names as any two that share nothing."""
_ROWS = 1_000
_PRODUCT_ROWS = 400
_ENOUGH = 4.0
_OTHER_NAME = 0.00005
"""How much seldomer than any other slip or spelling is the one that makes another common name of a common name."""
_BY_NAME = 0.5
"""How far a Latin word of a known name is read as that name rather than letter by letter."""
_WILD = 0.05
"""How often a list spells a name in a way no habit explains, its consonants alone being kept."""
_TELLING = 3
"""So many consonants tell a name well enough for that."""
_HARDLY = 2.0**-24
_IRREGULAR = 2.0**-7
"""How often a usual spelling is used at least, whatever its letters say: Mohd, Hocine, Ahmet."""
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

    def lookup(self, left: Ints, right: Ints, kind: int, unrelated: float) -> Floats:
        """Bits of word pairs, -1 standing for a word that is not there and says nothing.

        `unrelated` is how often one person's part is written as another name altogether.
        """
        low, high = np.minimum(left, right), np.maximum(left, right)
        found = np.full(len(left), float(np.log2(unrelated)))
        if len(self.keys):
            wanted = low * self.size + high
            place = np.minimum(np.searchsorted(self.keys, wanted), len(self.keys) - 1)
            held = self.keys[place] == wanted
            found[held] = np.log2((1 - unrelated) * np.exp2(self.bits[place[held], kind]) + unrelated)
        return np.where(low < 0, 0.0, found)


def spelled(words: Words, channels: str = "") -> list[Spelled]:
    """How likely any two words write one name: Arabic with Latin, then each script with itself.

    `channels` is a folder of channels trained on somebody's own pairs.
    """
    arabic, latin = words.scripts
    texts = words.words[arabic], words.words[latin]
    typed = [_two_names(_matrix(mistypings(text), len(text), len(text)), text, text) for text in texts]
    meant = [_meant(matrix, words.meant(script)) for matrix, script in zip(typed, words.scripts, strict=True)]
    read = _read(words, channels)
    across, others = read.held, read.others @ typed[1]
    shares = words.shares(arabic), words.shares(latin)
    habits = _telling(_two_habits(texts[1], shares[1][:, 0], read, channels), shares[1])
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


@dataclass(frozen=True)
class _Read:
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


def _read(words: Words, channels: str) -> _Read:
    arabic, latin = words.scripts
    held = words.words[arabic]
    others = [(word, share) for word, share in common_names() if word not in words.number]
    found = spellings((*held, *(word for word, _ in others)), words.words[latin], channels)
    rows = (*held, *(word for word, _ in others))
    matrix = _two_names(_matrix(found, len(rows), len(words.words[latin])), rows, words.words[latin])
    matrix = matrix.maximum(_irregular(rows, words.words[latin])).tocsr()
    common = np.concatenate([words.shares(arabic).mean(axis=1), np.array([share for _, share in others])])
    return _Read(_sharpened(matrix, common), common, len(held))


def _irregular(names: Sequence[str], latin: Sequence[str]) -> Any:
    """How often a name is written in each of its usual spellings at least."""
    row, spelled_so = {name: number for number, name in enumerate(names)}, usual_spellings()
    met = [(row[spelled_so[word]], place) for place, word in enumerate(latin) if spelled_so.get(word) in row]
    found = np.array(met, dtype=np.int64).reshape(-1, 2).T
    return sparse.csr_array((np.full(len(met), _IRREGULAR), (found[0], found[1])), shape=(len(names), len(latin)))


def _two_names(matrix: Any, left: Sequence[str], right: Sequence[str]) -> Any:
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


def _two_habits(latin: Sequence[str], shares: Floats, read: _Read, channels: str) -> Any:
    """P(Latin word | Latin word): by letters, and through the names that either is known to write.

    Less by letters where the two are known spellings of different names.
    """
    found = _two_names(_matrix(spellings(latin, latin, channels), len(latin), len(latin)), latin, latin)
    joint = sparse.diags_array(read.common) @ read.matrix
    total = np.asarray(joint.sum(axis=0)).ravel() + _UNSEEN * 2.0 ** random_words(latin) + _LEAST
    name_of = (joint @ sparse.diags_array(1.0 / total)).T.tocsr()
    known = np.asarray(name_of.sum(axis=1)).ravel()
    for start in range(0, len(latin), _ROWS):
        ends = found.indptr[start], found.indptr[min(start + _ROWS, len(latin))]
        some = slice(*ends)
        one = np.repeat(np.arange(len(latin)), np.diff(found.indptr))[some]
        shared = _shared(name_of, one, found.indices[some])
        differ = known[one] * known[found.indices[some]] * (1.0 - np.minimum(_ENOUGH * shared, 1.0))
        found.data[some] *= np.maximum(1.0 - differ, UNRELATED)
    by_letters = sparse.diags_array((1.0 - _WILD) * (1.0 - _BY_NAME * known)) @ found
    # Known names of one skeleton are told apart: Ahmed is not Hamid.
    unknown = sparse.diags_array(1.0 - known)
    wild = _WILD * unknown @ _one_skeleton(latin, shares) @ unknown
    return (by_letters + _BY_NAME * _through(name_of, read.matrix) + wild).tocsr()


def _one_skeleton(latin: Sequence[str], shares: Floats) -> Any:
    """P(Latin word | Latin word) where a list spells as it likes: any word of the same consonants, if they are many."""
    bones = [skeleton(word) for word in latin]
    order = {bone: number for number, bone in enumerate(sorted({bone for bone in bones if len(bone) >= _TELLING}))}
    there = np.array([row for row, bone in enumerate(bones) if bone in order], dtype=np.int64)
    number = np.array([order[bones[row]] for row in there.tolist()], dtype=np.int64)
    bears = sparse.csr_array((np.ones(len(there)), (there, number)), shape=(len(latin), max(len(order), 1)))
    usual = sparse.csr_array((shares[there], (there, number)), shape=bears.shape)
    total = np.maximum(np.asarray(usual.sum(axis=0)).ravel(), _LEAST)
    return bears @ (usual @ sparse.diags_array(1.0 / total)).T


def _through(name_of: Any, matrix: Any) -> Any:
    """P(Latin word | Latin word) where both write a name that is known, without what hardly ever does."""
    parts = []
    for start in range(0, name_of.shape[0], _ROWS):
        some = (name_of[start : start + _ROWS] @ matrix).tocsr()
        some.data[some.data < _HARDLY] = 0.0
        some.eliminate_zeros()
        parts.append(some)
    return sparse.vstack(parts, format="csr") if parts else name_of @ matrix


def _telling(found: Any, shares: Floats) -> Any:
    """Without the spellings that chance makes so much oftener, either way, that they say nothing."""
    usual = np.min([found.T @ shares[:, kind] for kind in KINDS], axis=0)
    likely = found.tocsr(copy=True)
    likely.data = np.where(likely.data < usual[likely.indices] * _SELDOM, 0.0, 1.0)
    likely.eliminate_zeros()
    return found.multiply(likely.maximum(likely.T)).tocsr()


def _shared(name_of: Any, one: Ints, other: Ints) -> Floats:
    """How probable it is that two Latin words write one Arabic name, for pairs in order of both."""
    if not len(one):
        return np.zeros(0)
    start, width = int(one[0]), name_of.shape[0]
    both = (name_of[start : int(one[-1]) + 1] @ name_of.T).tocsr()
    both.sort_indices()
    both = both.tocoo()
    keys = (both.coords[0] + start).astype(np.int64) * width + both.coords[1]
    wanted = one.astype(np.int64) * width + other
    if not len(keys):
        return np.zeros(len(one))
    place = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where(keys[place] == wanted, both.data[place], 0.0)


def _sharpened(matrix: Any, common: Floats) -> Any:
    """Lessen every reading of a word by how much likelier its best reading is.

    The letters of a word are not independent of each other, so a channel is too sure that a spelling far from a name
    might still be of it: that Hussein is Hasan, or Mahmud Muhammad.
    """
    found = matrix.tocsc()
    found.sum_duplicates()
    readings = found.data * common[found.indices]
    column = np.repeat(np.arange(found.shape[1]), np.diff(found.indptr))
    best = np.full(found.shape[1], _LEAST)
    np.maximum.at(best, column, readings)
    found.data = np.where(readings < best[column] * _HOPELESS, 0.0, found.data * (readings / best[column]) ** _SHARPER)
    found.eliminate_zeros()
    return found.tocsr()


def _matrix(found: Likenesses, height: int, width: int) -> Any:
    return sparse.csr_array((2.0**found.log2, (found.left, found.right)), shape=(height, width))


def _meant(typed: Any, shares: Floats) -> Any:
    """P(meant | typed), by how common each word is and how often it is mistyped so."""
    common = sparse.diags_array(shares) @ typed
    total = np.maximum(np.asarray(common.sum(axis=0)).ravel(), _LEAST)
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
    chance = np.log2((1 - _UNSEEN) * usual + _UNSEEN * 2.0**letters + _LEAST)
    found = part.matrix.copy().tocsr()
    found.sum_duplicates()
    bits = np.log2(np.maximum(found.data, _LEAST)) - chance[found.indices]
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
