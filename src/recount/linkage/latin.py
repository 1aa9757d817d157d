"""Two Latin spellings of one name: by their letters, through the Arabic name both write, or by consonants alone."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy import sparse

from recount.language.similarity import random_words
from recount.language.transliteration import skeleton
from recount.linkage.memory import Comparisons
from recount.linkage.readings import LEAST, UNRELATED, UNSEEN, Floats, Ints, Read, as_matrix, two_names

_ROWS = 1_000
_ENOUGH = 4.0
_BY_NAME = 0.5
"""How far a Latin word of a known name is read as that name rather than letter by letter."""
_WILD = 0.05
"""How often a list spells a name in a way no habit explains, its consonants alone being kept."""
_TELLING = 3
"""So many consonants tell a name well enough for that."""
_HARDLY = 2.0**-24


def two_habits(latin: Sequence[str], shares: Floats, read: Read, comparisons: Comparisons) -> Any:
    """P(Latin word | Latin word): by letters, and through the names that either is known to write.

    Less by letters where the two are known spellings of different names.
    """
    found = two_names(as_matrix(comparisons.spellings(latin, latin), len(latin), len(latin)), latin, latin)
    joint = sparse.diags_array(read.common) @ read.matrix
    total = np.asarray(joint.sum(axis=0)).ravel() + UNSEEN * 2.0 ** random_words(latin) + LEAST
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
    total = np.maximum(np.asarray(usual.sum(axis=0)).ravel(), LEAST)
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
