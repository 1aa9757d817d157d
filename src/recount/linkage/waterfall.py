"""Scored pairs with the weights that make their probability, as a reviewer reads them."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from recount.linkage.alignment import PARTS, NameTable
from recount.linkage.columns import Columns
from recount.linkage.scoring import Compared, Scores
from recount.linkage.vocabulary import Words
from recount.model.people import ScoredPair, Weight


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
        records, pairs = self.columns.records, self.compared.pairs
        probability = np.round(self.scores.probability, 4)
        return tuple(
            ScoredPair(
                records[pairs.left[row]].id, records[pairs.right[row]].id, float(probability[row]), tuple(self._of(row))
            )
            for row in np.nonzero(probability >= floor)[0].tolist()
        )

    def _of(self, row: int) -> Iterable[Weight]:
        """The waterfall of one pair, in the order it is read: prior, names, everything else, kin, rivals."""
        yield Weight("prior", _bits(self.scores.prior[row]), "before anything is compared")
        yield from self._names(row)
        for found in self.compared.evidence:
            if found.level[row] >= 0:
                yield Weight(found.comparison, _bits(found.bits[row]), found.says[found.level[row]])
        if self.scores.kin[row] < -0.05:
            yield Weight("kin", _bits(self.scores.kin[row]), "brothers, sisters and cousins share as much")
        if self.scores.rivals[row] < -0.05:
            yield Weight("rivals", _bits(self.scores.rivals[row]), "other records of the same list fit as well")

    def _names(self, row: int) -> Iterable[Weight]:
        names = self.compared.names
        for part, called in enumerate(PARTS):
            if names.bits[row, part] != 0:
                yield Weight(called, _bits(names.bits[row, part]), self._said(row, part))
        if names.layout[row] != 0:
            yield Weight("parts of the name", _bits(names.layout[row]), "one name has fewer parts than the other")

    def _said(self, row: int, part: int) -> str:
        """What both sides wrote for one part of the name."""
        names = self.compared.names
        both = [
            (int(one), int(other))
            for one, other, of in zip(*names.words[row].T, names.roles[row], strict=True)
            if of == part and one >= 0 and other >= 0
        ]
        sides = [self._texts(int(name)) for name in names.names[row]]
        return ", ".join(f"{sides[0].get(one, '')} / {sides[1].get(other, '')}" for one, other in both)

    def _texts(self, name: int) -> dict[int, str]:
        """The parts of one name as written, by the number of their word."""
        record = int(self.table.record[name])
        parts = self.columns.names[record][name - int(self.table.first[record])].parts
        return {self.words.number[part.word]: part.text for part in parts if part.word in self.words.number}


def _bits(value: float) -> float:
    return round(float(value), 2)
