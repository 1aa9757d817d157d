"""Words a slip or two apart, out of very many: letters lost, added, replaced, or swapped with the next."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from recount.language.compiled import in_turn

Ints = NDArray[np.int64]

_FEW = 1_000_000
"""Up to so many pairs, compiling the loop over them costs more than it saves."""
_ROWS = 1_000

Near = tuple[Ints, Ints, Ints]
"""Rows on both sides, in order, and how many slips lie between."""


def near(left: Sequence[str], right: Sequence[str], most: int) -> Near:
    """Pairs of words at most so many slips apart."""
    if not left or not right:
        return tuple(np.zeros(0, dtype=np.int64) for _ in range(3))  # type: ignore[return-value]
    return _one_by_one(left, right, most) if len(left) * len(right) <= _FEW else _looked_up(left, right, most)


def _one_by_one(left: Sequence[str], right: Sequence[str], most: int) -> Near:
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import cdist

    found = cdist(left, right, scorer=OSA.distance, score_cutoff=most, dtype=np.uint8)
    rows, columns = np.nonzero(found <= most)
    return rows.astype(np.int64), columns.astype(np.int64), found[rows, columns].astype(np.int64)


def _looked_up(left: Sequence[str], right: Sequence[str], most: int) -> Near:
    """The same by a compiled loop that looks at words of about the same letters only."""
    from recount.language.slips import coded, few_slips

    sides = coded(list(left)), coded(list(right))

    def some(start: int) -> Near:
        return few_slips(*sides, most, (start, min(start + _ROWS, len(left))))

    parts = in_turn(some, range(0, len(left), _ROWS))
    rows, columns, steps = (np.concatenate([part[side] for part in parts]) for side in range(3))
    return rows, columns, steps
