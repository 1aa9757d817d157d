"""Scored pairs with the weights that make their probability, as a reviewer reads them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from recount.linkage.alignment import PARTS, NameTable
from recount.linkage.columns import Columns
from recount.linkage.engine import Evidence
from recount.linkage.scoring import Compared, Scores
from recount.linkage.vocabulary import Words
from recount.model.people import ScoredPair, Weight

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_ROWS = 20_000
_NOTHING = 0.05


@dataclass(frozen=True)
class Explained:
    """Everything the explanation of a pair is made of."""

    columns: Columns
    words: Words
    table: NameTable
    compared: Compared
    scores: Scores

    def pairs(self, floor: float) -> tuple[ScoredPair, ...]:
        """Pairs whose probability reaches the floor, in order of (left, right)."""
        probability = np.round(self.scores.probability, 4)
        rows = np.nonzero(probability >= floor)[0]
        parts = [self._some(rows[start : start + _ROWS], probability) for start in range(0, len(rows), _ROWS)]
        return tuple(pair for part in parts for pair in part)

    def _some(self, rows: Ints, probability: Floats) -> list[ScoredPair]:
        """Some of the pairs. What is said of each is put together a comparison at a time."""
        records, pairs = self.columns.records, self.compared.pairs.where(rows)
        said: list[Iterable[tuple[Weight, ...]]] = [
            _weights("prior", self.scores.prior[rows], "before anything is compared"),
            self._names(rows),
            *(_met(one, rows) for one in self.compared.evidence),
            _told("names in these lists", self.scores.moved[rows], "as ages and all else show them to be written"),
            _told("kin", self.scores.kin[rows], "brothers, sisters and cousins share as much"),
            _told("rivals", self.scores.rivals[rows], "other records of the same list fit as well"),
        ]
        ends = pairs.left.tolist(), pairs.right.tolist(), probability[rows].tolist()
        return [
            ScoredPair(records[left].id, records[right].id, likely, tuple(chain.from_iterable(weights)))
            for left, right, likely, *weights in zip(*ends, *said, strict=True)
        ]

    def _names(self, rows: Ints) -> Iterator[tuple[Weight, ...]]:
        names = self.compared.names.where(rows)
        columns = names.bits.tolist(), names.layout.tolist(), names.names.tolist()
        for bits, layout, (one, other), words, roles in zip(
            *columns, names.words.tolist(), names.roles.tolist(), strict=True
        ):
            found = []
            if one >= 0:
                said = _said(self._texts(one), self._texts(other), words, roles)
                found = [Weight(PARTS[of], _bits(value), said[of]) for of, value in enumerate(bits) if value != 0]
            if layout != 0:
                found.append(Weight("parts of the name", _bits(layout), "one name has fewer parts than the other"))
            yield tuple(found)

    def _texts(self, name: int) -> dict[int, str]:
        """The parts of one name as written, by the number of their word."""
        record = int(self.table.record[name])
        parts = self.columns.names[record][name - int(self.table.first[record])].parts
        number = self.words.number
        return {number[part.word]: part.text for part in parts if part.word in number}


def _said(one: dict[int, str], other: dict[int, str], words: list[list[int]], roles: list[int]) -> list[str]:
    """What both sides wrote for each part of the name."""
    found = [""] * len(PARTS)
    for (left, right), of in zip(words, roles, strict=True):
        if left >= 0 and right >= 0:
            text = f"{one.get(left, '')} / {other.get(right, '')}"
            found[of] = f"{found[of]}, {text}" if found[of] else text
    return found


def _weights(name: str, bits: Floats, says: str) -> list[tuple[Weight, ...]]:
    """One weight each, the same value for the same bits."""
    made = {value: (Weight(name, _bits(value), says),) for value in set(bits.tolist())}
    return [made[value] for value in bits.tolist()]


def _met(one: Evidence, rows: Ints) -> list[tuple[Weight, ...]]:
    """The level each pair is met on, nothing where the comparison is silent."""
    met = list(zip(one.level[rows].tolist(), one.bits[rows].tolist(), strict=True))
    made = {
        (level, bits): (Weight(one.comparison, _bits(bits), one.says[level]),) if level >= 0 else ()
        for level, bits in set(met)
    }
    return [made[each] for each in met]


def _told(name: str, bits: Floats, says: str) -> Iterator[tuple[Weight, ...]]:
    """One weight each, nothing where it is next to nothing."""
    return ((Weight(name, _bits(value), says),) if abs(value) > _NOTHING else () for value in bits.tolist())


def _bits(value: float) -> float:
    return round(float(value), 2)
