"""Candidate pairs screened by their names, portion by portion: of a hundred that share a key a few are alike.

Portions are screened side by side and put together in their order, so the number of processors is immaterial.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from recount.linkage.alignment import Aligned, NameTable, align, together
from recount.linkage.columns import Columns, numbered
from recount.linkage.homes import PLACED
from recount.linkage.pairs import Pairs
from recount.linkage.side import side_by_side
from recount.linkage.tokens import TokenWeights

_ALIKE_OTHERWISE = (-9.0, -19.0)
_PROMISED = (-19.0, -40.0)
"""Bits of two names from which a pair with one day of birth or one home is looked at, and a pair with both; lower where
no list names a person twice, which tells much of whoever is left over."""
_FEW = 300_000
"""So many records at most are worth that."""
_TOGETHER = 2
_PORTION = 50_000
"""So many pairs fit in the nearest memory with all their words."""


@dataclass(frozen=True)
class Screened:
    """Pairs alike enough, their names laid side by side, and how many were looked at."""

    pairs: Pairs
    names: Aligned
    looked_at: int


@dataclass(frozen=True)
class Codes:
    """The codes of every record as numbers, -1 for none."""

    official: NDArray[np.int64]
    own: NDArray[np.int64]
    source: NDArray[np.int64]
    born: NDArray[np.int64]
    home: NDArray[np.int64]
    likely: tuple[float, float]

    @staticmethod
    def of(columns: Columns, *, promised: bool = False) -> "Codes":
        """The codes of all records; `promised` where no list names a person twice."""
        sources = [record.source for record in columns.records]
        official, own, source, born = map(numbered, (columns.official, columns.code, sources, columns.born))
        home = np.stack([numbered([getattr(home, part) for home in columns.home]) for part in PLACED])
        few = promised and len(columns.records) <= _FEW
        return Codes(official, own, source, born, home, _PROMISED if few else _ALIKE_OTHERWISE)

    def alike(self, found: Pairs) -> NDArray[np.int64]:
        """How many of two facts pairs share: one day of birth, and two parts of an address."""
        born, *home = (
            (kept[found.left] == kept[found.right]) & (kept[found.left] >= 0) for kept in (self.born, *self.home)
        )
        return np.asarray(born.astype(np.int64) + (np.sum(home, axis=0) >= _TOGETHER))

    def shared(self, found: Pairs) -> NDArray[np.bool_]:
        """Pairs that share a code; records without a name are compared through a code only."""
        one, other = found.left, found.right
        same = (self.official[one] == self.official[other]) & (self.official[one] >= 0)
        across = self.source[one] != self.source[other]
        return np.asarray(same | (across & (self.own[one] == self.own[other]) & (self.own[one] >= 0)))


def screened(found: Iterable[Pairs], table: NameTable, codes: Codes, weights: TokenWeights, least: float) -> Screened:
    """Keep the pairs whose names come to so many bits at least, or that share a code."""

    def screen(pairs: Pairs) -> tuple[Pairs, Aligned]:
        aligned = align(table, weights, pairs)
        enough = np.array([least, *codes.likely])[codes.alike(pairs)]
        kept = (aligned.total > enough) | codes.shared(pairs)
        return pairs.where(kept), aligned.where(kept)

    counted: list[int] = []
    parts = list(side_by_side(screen, _cut(found, counted)))
    return Screened(
        Pairs.together([pairs for pairs, _ in parts]), together([names for _, names in parts]), sum(counted)
    )


def _cut(found: Iterable[Pairs], counted: list[int]) -> Iterator[Pairs]:
    """Pairs in small portions, and one empty one at least; notes how many there are."""
    yield Pairs.together([])
    for pairs in found:
        counted.append(len(pairs))
        for start in range(0, len(pairs), _PORTION):
            portion = slice(start, start + _PORTION)
            yield Pairs(pairs.left[portion], pairs.right[portion])
