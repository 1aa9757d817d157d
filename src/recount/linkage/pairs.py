"""Pairs of records, by their rows."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


def distinct(codes: Ints) -> Ints:
    """The distinct values in order; sorting them is faster than `numpy.unique`, which puts them in a table first."""
    codes = np.sort(codes)
    return np.asarray(codes[np.concatenate([codes[:1] == codes[:1], codes[1:] != codes[:-1]])])


@dataclass(frozen=True)
class Pairs:
    """Pairs of rows of the columns, left < right, sorted and distinct."""

    left: Ints
    right: Ints

    def __len__(self) -> int:
        return len(self.left)

    def where(self, kept: NDArray[np.bool_] | Ints) -> "Pairs":
        """The pairs a condition keeps, or those of some numbers."""
        return Pairs(self.left[kept], self.right[kept])

    @staticmethod
    def together(parts: Sequence["Pairs"]) -> "Pairs":
        """Several portions as one."""
        none = np.zeros(0, dtype=np.int64)
        sides = [part.left for part in parts], [part.right for part in parts]
        return Pairs(*(np.concatenate([none, *side]) for side in sides))
