"""Candidate pairs screened by their names, portion by portion: of a hundred that share a key a few are alike.

Portions are screened side by side and put together in their order, so the number of processors is immaterial.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from recount.linkage.alignment import Aligned, NameTable, align, together
from recount.linkage.columns import Columns, numbered
from recount.linkage.pairs import Pairs
from recount.linkage.side import side_by_side
from recount.linkage.tokens import TokenWeights

_BORN_ON_ONE_DAY = -9.0
"""Bits of two names from which a pair with one day of birth is looked at, whatever the names alone would say."""
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

    @staticmethod
    def of(columns: Columns) -> "Codes":
        """The codes of all records."""
        sources = [record.source for record in columns.records]
        return Codes(numbered(columns.official), numbered(columns.code), numbered(sources), numbered(columns.born))

    def born_together(self, found: Pairs) -> NDArray[np.bool_]:
        """Pairs with one day of birth."""
        return np.asarray((self.born[found.left] == self.born[found.right]) & (self.born[found.left] >= 0))

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
        enough = np.where(codes.born_together(pairs), _BORN_ON_ONE_DAY, least)
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
