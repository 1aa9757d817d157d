"""Two names laid side by side: which parts answer which, and what they weigh.

Lists keep different parts. A list with two parts has the given name with either the father's or the family's; the
shorter name is laid on the longer one in every order-keeping way, the given name always on the given name, but for two
names of two parts, one of which may begin with the family name.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from recount.linkage.columns import MOST_PARTS, Columns
from recount.linkage.pairs import Pairs
from recount.linkage.tokens import UNHELD, TokenWeights, column_of
from recount.linkage.vocabulary import Words

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

GIVEN, FATHER, GRANDFATHER, FAMILY = range(4)
_FAMILY_FIRST = 0.01
_FAMILY_ALONE = 0.05
_BOTH_UNNAMED = 1.5
_ONE_UNNAMED = -2.0
"""Few are entered as somebody's infant; who is so on one list mostly is on the other, or has a name by then."""
_MANY = 20_000
"""From so many pairs on, compiling the loop over them costs less than it saves."""
PARTS = ("given name", "father's name", "grandfather's name", "family name")


@dataclass(frozen=True)
class NameTable:
    """Every name of every record: its record, its words by number (-1 where there is none), and how many parts.

    `first` and `count` say where the names of each record stand, `unnamed` which are of infants without a name.
    """

    record: Ints
    words: Ints
    parts: Ints
    first: Ints
    count: Ints
    unnamed: NDArray[np.bool_]


def name_table(columns: Columns, words: Words) -> NameTable:
    """All names as rows of word numbers, in order of record."""
    rows = [(record, parts) for record, names in enumerate(columns.compared) for parts in names]
    table = np.full((len(rows), MOST_PARTS), -1, dtype=np.int64)
    for row, (_, parts) in enumerate(rows):
        table[row, : len(parts)] = [words.number[word] if word else -1 for word in parts]
    record = np.array([record for record, _ in rows], dtype=np.int64)
    count = np.bincount(record, minlength=len(columns.records)).astype(np.int64)
    first = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(count)])[:-1]
    sizes = np.array([len(parts) for _, parts in rows], dtype=np.int64)
    unnamed = np.array([name.unnamed for names in columns.names for name in names], dtype=bool)
    return NameTable(record, table, sizes, first, count, unnamed)


@lru_cache(maxsize=64)
def layouts(short: int, long: int) -> tuple[tuple[tuple[int, ...], float], ...]:
    """Ways to lay `short` parts on `long` ones, the first on the first, with log2 of how usual each is.

    Of two names of two parts one may begin with the family name, and a single part may be a family name.
    """
    ways = [(0, *rest) for rest in combinations(range(1, long), short - 1)]
    usual = [_usual(way, long) for way in ways]
    if short == long == 2:
        ways, usual = [*ways, (1, 0)], [*usual, sum(usual) * _FAMILY_FIRST]
    if short == 1 < long:
        ways, usual = [*ways, (long - 1,)], [*usual, sum(usual) * _FAMILY_ALONE]
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
    if place == parts - 1 and place >= 2:
        return FAMILY
    return FATHER if place == 1 else GRANDFATHER


@dataclass(frozen=True)
class Aligned:
    """Names of pairs laid side by side.

    `bits` by role (pairs, 4); `layout` log2 of how usual the layout is; `names` their rows (pairs, 2); `words` which
    answer each other (pairs, parts, 2), -1 where nothing does, the left record's first; `roles` whose they are.
    """

    bits: Floats
    layout: Floats
    names: NDArray[np.int32]
    words: NDArray[np.int32]
    roles: NDArray[np.int8]

    @property
    def total(self) -> Floats:
        """All bits of the names of each pair."""
        return np.asarray(self.bits.sum(axis=1) + self.layout)

    def where(self, kept: NDArray[np.bool_] | Ints) -> "Aligned":
        """The pairs a condition keeps, or those of some numbers."""
        return Aligned(self.bits[kept], self.layout[kept], self.names[kept], self.words[kept], self.roles[kept])


def align(table: NameTable, weights: TokenWeights, pairs: Pairs) -> Aligned:
    """Lay the names of record pairs side by side and keep the best of all their names and layouts."""
    count = len(pairs)
    found = Aligned(
        np.zeros((count, 4)),
        np.zeros(count),
        np.full((count, 2), -1, dtype=np.int32),
        np.full((count, MOST_PARTS, 2), -1, dtype=np.int32),
        np.full((count, MOST_PARTS), -1, dtype=np.int8),
    )
    if count >= _MANY:
        _laid(found, table, weights, pairs)
    else:
        _laid_by_shape(found, table, weights, pairs)
    _infants(found, table)
    return found


def _laid(found: Aligned, table: NameTable, weights: TokenWeights, pairs: Pairs) -> None:
    """Lay names side by side, in place, pair by pair."""
    from recount.linkage.laying import lay

    names = table.words, table.parts, table.first, table.count
    weighed = *weights.beside, weights.told, UNHELD
    filled = found.bits, found.layout, found.names, found.words, found.roles
    lay(names, weighed, _as_arrays(), (pairs.left, pairs.right), filled)


@lru_cache(maxsize=1)
def _as_arrays() -> tuple[Ints, Floats, Ints, Ints, Ints]:
    """All layouts by number of parts of the shorter and the longer name, and what stands at each place."""
    size = MOST_PARTS + 1
    places, usual = np.zeros((size, size, size + 2, size), dtype=np.int64), np.zeros((size, size, size + 2))
    many, columns, roles = (np.zeros((size, size), dtype=np.int64) for _ in range(3))
    for long in range(1, size):
        for place in range(long):
            columns[long, place], roles[long, place] = column_of(place, long), role(place, long)
        for short in range(1, long + 1):
            ways = layouts(short, long)
            many[short, long] = len(ways)
            for number, (way, bits) in enumerate(ways):
                places[short, long, number, :short], usual[short, long, number] = way, bits
    return places, usual, many, columns, roles


def _laid_by_shape(found: Aligned, table: NameTable, weights: TokenWeights, pairs: Pairs) -> None:
    """The same, for all pairs of names of so many parts at a time."""
    best = np.full(len(pairs), -np.inf)
    most = int(table.count.max(initial=0))
    for a in range(most):
        for b in range(most):
            rows = np.nonzero((table.count[pairs.left] > a) & (table.count[pairs.right] > b))[0]
            names = np.stack([table.first[pairs.left[rows]] + a, table.first[pairs.right[rows]] + b], axis=1)
            for shape in _shapes(table, rows, names):
                _keep_better(found, best, shape, table, weights)


def _infants(found: Aligned, table: NameTable) -> None:
    """Say, in place, what it means that one name or both are of an infant without a name."""
    if not table.unnamed.any():
        return
    there = found.names[:, 0] >= 0
    one, other = (np.where(there, table.unnamed[found.names[:, side]], False) for side in (0, 1))
    found.bits[one & other, GIVEN] = _BOTH_UNNAMED
    found.bits[one ^ other, GIVEN] = _ONE_UNNAMED


@dataclass(frozen=True)
class _Shape:
    """Pairs of names with the same numbers of parts: their rows, their names, and the shorter and longer name."""

    rows: Ints
    names: Ints
    short: Ints
    long: Ints
    parts: tuple[int, int]


def _shapes(table: NameTable, rows: Ints, names: Ints) -> list[_Shape]:
    sizes = table.parts[names]
    order = np.argsort(sizes, axis=1, kind="stable")
    short, long = np.take_along_axis(names, order, axis=1).T
    kinds = sizes.min(axis=1) * 10 + sizes.max(axis=1) if len(rows) else np.zeros(0, dtype=np.int64)
    found = []
    for kind in np.unique(kinds).tolist():
        group = np.nonzero(kinds == kind)[0]
        found.append(_Shape(rows[group], names[group], short[group], long[group], divmod(kind, 10)))
    return found


def _keep_better(found: Aligned, best: Floats, shape: _Shape, table: NameTable, weights: TokenWeights) -> None:
    """Try every layout of one shape and keep, in place, what is better than before."""
    swapped = shape.short != shape.names[:, 0]
    for way, usual in layouts(*shape.parts):
        bits = np.zeros((len(shape.rows), 4))
        words = np.full((len(shape.rows), MOST_PARTS, 2), -1, dtype=np.int64)
        roles = np.full(MOST_PARTS, -1, dtype=np.int64)
        for number, place in enumerate(way):
            of = roles[number] = role(place, shape.parts[1])
            one, other = table.words[shape.short, number], table.words[shape.long, place]
            bits[:, of] += weights.lookup(one, other, column_of(place, shape.parts[1]))
            words[:, number, 0] = np.where(swapped, other, one)
            words[:, number, 1] = np.where(swapped, one, other)
        total = bits.sum(axis=1) + usual
        better = total > best[shape.rows]
        target = shape.rows[better]
        best[target], found.layout[target] = total[better], usual
        found.bits[target], found.words[target] = bits[better], words[better]
        found.names[target], found.roles[target] = shape.names[better], roles


def together(parts: Sequence[Aligned]) -> Aligned:
    """Several portions of aligned pairs as one."""
    return Aligned(
        np.concatenate([part.bits for part in parts]),
        np.concatenate([part.layout for part in parts]),
        np.concatenate([part.names for part in parts]),
        np.concatenate([part.words for part in parts]),
        np.concatenate([part.roles for part in parts]),
    )
