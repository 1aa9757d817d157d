"""Two names laid side by side: which parts answer which, and what they weigh.

Lists keep different parts. A list with two parts has the given name with either the father's or the family's; the
shorter name is laid on the longer one in every order-keeping way, the given name always on the given name.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from recount.linkage.columns import MOST_PARTS, Columns, compared
from recount.linkage.tokens import TokenWeights, Words

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

GIVEN, FATHER, GRANDFATHER, FAMILY = range(4)
PARTS = ("given name", "father's name", "grandfather's name", "family name")


@dataclass(frozen=True)
class NameTable:
    """Every name of every record: its record, its words by number (-1 where there is none), and how many parts."""

    record: Ints
    words: Ints
    parts: Ints
    first: Ints
    count: Ints


def name_table(columns: Columns, words: Words) -> NameTable:
    """All names as rows of word numbers, in order of record."""
    rows = [(record, compared(name)) for record, names in enumerate(columns.names) for name in names]
    table = np.full((len(rows), MOST_PARTS), -1, dtype=np.int64)
    for row, (_, parts) in enumerate(rows):
        table[row, : len(parts)] = [words.number[word] if word else -1 for word in parts]
    record = np.array([record for record, _ in rows], dtype=np.int64)
    count = np.bincount(record, minlength=len(columns.records)) if len(rows) else np.zeros(len(columns.records), int)
    first = np.concatenate([[0], np.cumsum(count)[:-1]]) if len(count) else np.zeros(0, dtype=np.int64)
    return NameTable(record, table, np.array([len(parts) for _, parts in rows], dtype=np.int64), first, count)


@lru_cache(maxsize=64)
def layouts(short: int, long: int) -> tuple[tuple[tuple[int, ...], float], ...]:
    """Ways to lay `short` parts on `long` ones, the first on the first, with log2 of how usual each is."""
    if short == 0:
        return (((), 0.0),)
    ways = [(0, *rest) for rest in combinations(range(1, long), short - 1)]
    usual = [_usual(way, long) for way in ways]
    return tuple((way, float(np.log2(weight / sum(usual)))) for way, weight in zip(ways, usual, strict=True))


def _usual(way: tuple[int, ...], long: int) -> float:
    """Beginnings are kept, and the last part is either the family name or simply the next father's."""
    kept = all(place == number for number, place in enumerate(way[:-1]))
    last = way[-1]
    return (6.0 if last == long - 1 else 4.0 if last == len(way) - 1 else 1.0) * (1.0 if kept else 0.2)


def role(place: int, parts: int) -> int:
    """Whose name the part at a place is, in a name of so many parts."""
    if place == 0:
        return GIVEN
    if place == parts - 1 and (parts >= 3 or place >= 2):
        return FAMILY
    return FATHER if place == 1 else GRANDFATHER


@dataclass(frozen=True)
class Aligned:
    """Names of pairs compared: bits by role (pairs, 4), log2 of how usual the layout is, and the names' rows."""

    bits: Floats
    layout: Floats
    left: Ints
    right: Ints

    @property
    def total(self) -> Floats:
        """All bits of the names of each pair."""
        return np.asarray(self.bits.sum(axis=1) + self.layout)


def align(table: NameTable, weights: TokenWeights, left: Ints, right: Ints) -> Aligned:
    """Lay the names of record pairs side by side and keep the best of all their names and layouts."""
    found = Aligned(np.zeros((len(left), 4)), np.zeros(len(left)), np.full(len(left), -1), np.full(len(left), -1))
    best = np.full(len(left), -np.inf)
    most = int(table.count.max(initial=0))
    for a in range(most):
        for b in range(most):
            rows = np.nonzero((table.count[left] > a) & (table.count[right] > b))[0]
            _keep_better(found, best, rows, table, weights, table.first[left[rows]] + a, table.first[right[rows]] + b)
    return found


def _keep_better(  # noqa: PLR0913 (one step of `align`, which holds the arrays)
    found: Aligned, best: Floats, rows: Ints, table: NameTable, weights: TokenWeights, one: Ints, other: Ints
) -> None:
    swap = table.parts[one] > table.parts[other]
    short, long = np.where(swap, other, one), np.where(swap, one, other)
    shapes = table.parts[short] * 10 + table.parts[long]
    for shape in np.unique(shapes):
        group = np.nonzero(shapes == shape)[0]
        for way, usual in layouts(int(shape) // 10, int(shape) % 10):
            bits = _laid(table, weights, short[group], long[group], way, int(shape) % 10)
            total = bits.sum(axis=1) + usual
            better = total > best[rows[group]]
            target = rows[group][better]
            best[target] = total[better]
            found.bits[target] = bits[better]
            found.layout[target] = usual
            found.left[target], found.right[target] = one[group][better], other[group][better]


def _laid(table: NameTable, weights: TokenWeights, short: Ints, long: Ints, way: tuple[int, ...], parts: int) -> Floats:
    """Bits by role for one layout of one shape of names."""
    bits = np.zeros((len(short), 4))
    for number, place in enumerate(way):
        of = role(place, parts)
        kind = int(of == FAMILY)
        bits[:, of] += weights.lookup(table.words[short, number], table.words[long, place], kind)
    return bits
