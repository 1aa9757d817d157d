"""The audit of blocking: pairs whose names are alike although they share no key.

Every record, or a sample where there are too many, is held against all others by every two words that may write one
name. What is found is compared like any other pair; what a sample finds says how much there is in the rest.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from recount.linkage.alignment import NameTable
from recount.linkage.pairs import Pairs, distinct
from recount.linkage.tokens import TokenWeights

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_ALIKE = 9.0
"""Bits that the words of two names must share, at best, for the pair to be looked at."""
_ENOUGH = 12.0
_PORTION = 2_000_000
AFFORDABLE = 5_000_000
"""So many pairs with one word alike are gone through, about a second of one processor; more are sampled."""


@dataclass(frozen=True)
class Audit:
    """Pairs that blocking overlooked, and which share of all pairs there are was gone through, 1 for all of them.

    `bounded` are pairs of names so common that too many records have them alike: they are not compared.
    """

    pairs: Pairs
    share: float
    bounded: int = 0

    def within(self, alike: Pairs, found: Pairs, records: int, largest: int) -> "Audit":
        """Those of its alike pairs that had not been found, but of records that have more than may share a key."""
        alike = alike.where(~np.isin(_keys(alike, records), _keys(found, records)))
        count = np.bincount(np.concatenate([alike.left, alike.right]), minlength=1)
        kept = np.maximum(count[alike.left], count[alike.right]) <= largest
        return Audit(alike.where(kept), self.share, int((~kept).sum()))

    def overlooked(self, pairs: Pairs, records: int) -> NDArray[np.bool_]:
        """Which of some pairs blocking had overlooked."""
        return np.asarray(np.isin(_keys(pairs, records), _keys(self.pairs, records)))

    def with_them(self, found: Pairs, records: int) -> Pairs:
        """Those pairs and the overlooked ones, sorted."""
        keys = distinct(np.concatenate([_keys(found, records), _keys(self.pairs, records)]))
        return Pairs(keys // records, keys % records)


def _keys(pairs: Pairs, records: int) -> Ints:
    return np.asarray(pairs.left * records + pairs.right)


def audit(table: NameTable, weights: TokenWeights, records: int, affordable: int = AFFORDABLE) -> Audit:
    """Look for pairs with alike names, whether they share a key or not.

    Args:
        table: all names.
        weights: what two words weigh when they may write one name.
        records: how many records there are.
        affordable: how many pairs with a word alike may be gone through.
    """
    if records < 2 or not len(weights.keys):
        return Audit(Pairs(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)), 1.0)
    words = _words(table, weights.size, records)
    likeness = _likeness(weights)
    costs = np.asarray(words @ ((likeness > 0) @ words.sum(axis=0)), dtype=np.float64).ravel()
    taken = _sampled(costs, affordable)
    keys = [_overlooked(rows, words[rows] @ likeness, words, records) for rows in _portions(taken, costs)]
    joined = distinct(np.concatenate(keys)) if keys else np.zeros(0, dtype=np.int64)
    share = len(taken) / records
    return Audit(Pairs(joined // records, joined % records), 1.0 - (1.0 - share) ** 2)


def _words(table: NameTable, size: int, records: int) -> Any:
    """Which words each record holds (records, words)."""
    there = table.words >= 0
    rows = np.repeat(table.record, there.sum(axis=1))
    found = sparse.csr_array((np.ones(len(rows)), (rows, table.words[there])), shape=(records, size))
    found.data[:] = 1.0
    return found


def _likeness(weights: TokenWeights) -> Any:
    """Bits of any two words that may write one name (words, words), both ways, at most what settles a part."""
    bits = np.minimum(weights.bits.max(axis=1), _ENOUGH)
    kept = bits > 0
    one, other = np.divmod(weights.keys[kept], weights.size)
    half = sparse.csr_array((bits[kept], (one, other)), shape=(weights.size, weights.size))
    return half.maximum(half.T).tocsr()


def _sampled(costs: Floats, affordable: int) -> Ints:
    """All records, or as many as can be afforded, evenly over the order of ids, which is by chance."""
    total = float(costs.sum())
    if total <= affordable:
        return np.arange(len(costs), dtype=np.int64)
    wanted = max(int(len(costs) * affordable / total), 1)
    return distinct(np.linspace(0, len(costs) - 1, wanted).astype(np.int64))


def _portions(taken: Ints, costs: Floats) -> Iterator[Ints]:
    """The records in portions that fit in memory."""
    ends = (np.cumsum(costs[taken]) // _PORTION).astype(np.int64)
    for portion in distinct(ends):
        yield taken[ends == portion]


def _overlooked(rows: Ints, alike: Any, words: Any, records: int) -> Ints:
    """Pairs of these records with any other that have enough alike, as left * records + right."""
    bits = (alike @ words.T).tocoo()
    kept = bits.data >= _ALIKE
    one, other = rows[bits.coords[0][kept]], bits.coords[1][kept].astype(np.int64)
    apart = one != other
    low, high = np.minimum(one, other)[apart], np.maximum(one, other)[apart]
    return distinct(low * records + high)
