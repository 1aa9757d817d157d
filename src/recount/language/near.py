"""Words a slip or two apart, out of very many: letters lost, added, replaced, or swapped with the next."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

_CELLS = 4_000_000
_FEW = 500_000
"""So many pairs are compared one by one before it is worth looking for those that may be near."""
_CHECKED = 500_000

Near = tuple[Ints, Ints, Ints]
"""Rows on both sides, in order, and how many slips lie between."""


def near(left: Sequence[str], right: Sequence[str], most: int) -> Near:
    """Pairs of words at most so many slips apart."""
    if not left or not right:
        return tuple(np.zeros(0, dtype=np.int64) for _ in range(3))  # type: ignore[return-value]
    if most == 1 and len(left) * len(right) > _FEW:
        return _checked(left, right, *_sharing(left, right))
    return _one_by_one(left, right, most)


def _one_by_one(left: Sequence[str], right: Sequence[str], most: int) -> Near:
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import cdist

    parts: list[Near] = []
    stride = max(1, _CELLS // len(right))
    for start in range(0, len(left), stride):
        some = left[start : start + stride]
        found = cdist(some, right, scorer=OSA.distance, score_cutoff=most, dtype=np.uint8, workers=-1)
        kept = np.nonzero(found <= most)
        parts.append((kept[0] + start, kept[1], found[kept].astype(np.int64)))
    return _together(parts)


def _sharing(left: Sequence[str], right: Sequence[str]) -> tuple[Ints, Ints]:
    """Pairs of words that are alike once each has lost one letter or none: all that are one slip apart, and others."""
    number: dict[str, int] = {}
    sides = [_shortened(words, number) for words in (left, right)]
    order = [np.argsort(variants, kind="stable") for variants, _ in sides]
    counts = [np.bincount(variants, minlength=len(number)) for variants, _ in sides]
    first = [np.cumsum(count) - count for count in counts]
    pairs = counts[0] * counts[1]
    variant = np.repeat(np.arange(len(number)), pairs)
    within = np.arange(len(variant)) - np.repeat(np.cumsum(pairs) - pairs, pairs)
    one = sides[0][1][order[0][first[0][variant] + within // counts[1][variant]]]
    other = sides[1][1][order[1][first[1][variant] + within % counts[1][variant]]]
    codes = np.sort(one * len(right) + other)
    codes = codes[np.diff(codes, prepend=-1) != 0]
    return codes // len(right), codes % len(right)


def _shortened(words: Sequence[str], number: dict[str, int]) -> tuple[Ints, Ints]:
    """What is left of each word without one of its letters, and the word itself, by number; and the row of the word."""
    variants: list[int] = []
    rows: list[int] = []
    for row, word in enumerate(words):
        for text in {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}:
            variants.append(number.setdefault(text, len(number)))
            rows.append(row)
    return np.array(variants, dtype=np.int64), np.array(rows, dtype=np.int64)


def _checked(left: Sequence[str], right: Sequence[str], rows: Ints, columns: Ints) -> Near:
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import cpdist

    parts: list[Near] = []
    for start in range(0, len(rows), _CHECKED):
        one, other = rows[start : start + _CHECKED], columns[start : start + _CHECKED]
        words = [left[row] for row in one.tolist()], [right[row] for row in other.tolist()]
        steps = cpdist(*words, scorer=OSA.distance, score_cutoff=1, dtype=np.uint8)
        kept = steps <= 1
        parts.append((one[kept], other[kept], steps[kept].astype(np.int64)))
    return _together(parts)


def _together(parts: Sequence[Near]) -> Near:
    none = np.zeros(0, dtype=np.int64)
    rows, columns, steps = (np.concatenate([none, *(part[side] for part in parts)]) for side in range(3))
    return rows.astype(np.int64), columns.astype(np.int64), steps
