"""Sex beside the given name: whoever bears one name mostly is of one sex, so that it says little more.

Two people drawn at random are of one sex every other time; two who bear one given name nearly always. Where the given
names of a pair agree, sex is therefore held against how often namesakes differ in it, counted over the records.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from recount.linkage.alignment import GIVEN, Aligned, NameTable
from recount.linkage.columns import Columns, numbered
from recount.linkage.engine import Evidence

SEX = "sex"
OF_NAMESAKES = "sex, where the given name is one"
_LEANING = 50.0
_USUAL = 0.04
"""How often two bearers of one given name are of two sexes, as so many pairs of others would have it."""


def of_namesakes(evidence: Sequence[Evidence], columns: Columns, table: NameTable, names: Aligned) -> list[Evidence]:
    """The evidence with sex taken apart: what it says where the given names are one, and where they are not."""
    found: list[Evidence] = []
    for one in evidence:
        if one.comparison != SEX or len(one.chance) != 2:
            found.append(one)
            continue
        differ = _differ(columns, table)
        agree = names.bits[:, GIVEN] > 0
        found.append(replace(one, level=np.where(agree, -1, one.level).astype(np.int16)))
        found.append(
            replace(
                one,
                comparison=OF_NAMESAKES,
                level=np.where(agree, one.level, -1).astype(np.int16),
                chance=(1.0 - differ, differ),
            )
        )
    return found


def _differ(columns: Columns, table: NameTable) -> float:
    """How often two records of one given name are of two sexes."""
    sex = numbered(columns.sex)[table.record]
    word = table.words[:, 0]
    there = (sex >= 0) & (word >= 0) & ~table.unnamed
    if not there.any():
        return _USUAL
    counts = np.zeros((int(word.max()) + 1, int(sex.max()) + 1))
    np.add.at(counts, (word[there], sex[there]), 1.0)
    total = counts.sum(axis=1)
    pairs, same = total * (total - 1) / 2, (counts * (counts - 1) / 2).sum(axis=1)
    return float(((pairs - same).sum() + _LEANING * _USUAL) / (pairs.sum() + _LEANING))
