"""Which pairs are compared at all: keys two records must share, bounded where a key is too common.

A key is two consonant skeletons of a name in order, or the first or last one with a day, or a code. A key that too
many records share is made finer by a third part of the name, a day, or an age; what is still too common is not
compared and told.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

import numpy as np
from numpy.typing import NDArray

from recount.language.transliteration import skeleton
from recount.linkage.alignment import NameTable
from recount.linkage.columns import Columns, numbered
from recount.linkage.pairs import Pairs, distinct
from recount.linkage.refining import Facts, joined, refined
from recount.linkage.vocabulary import Words

Ints = NDArray[np.int64]

NAME, DAY, OFFICIAL, CODE, BORN, HOME, PHONE = range(7)
_KINDS = {
    CODE: "a list's own code",
    DAY: "a name and a day",
    OFFICIAL: "an official id",
    NAME: "parts of a name",
    BORN: "a day of birth",
    HOME: "parts of an address",
    PHONE: "a telephone number",
}
_PORTION = 1_500_000


@dataclass(frozen=True)
class Blocks:
    """Records that share a key, block after block, each in order; `bounded` tells what was left out.

    `rows` are the records; block number n begins at `edges[n]`. No block holds one record alone, or too many.
    """

    rows: NDArray[np.int32]
    edges: Ints
    bounded: tuple[str, ...]

    def portions(self, records: int) -> Iterator[Pairs]:
        """All pairs that share a key, in order, in portions that fit in memory."""
        ends = np.repeat(self.edges[1:], np.diff(self.edges))
        partners = ends - np.arange(len(self.rows)) - 1
        order = np.argsort(self.rows, kind="stable")
        cost = np.bincount(self.rows, weights=partners.astype(np.float64), minlength=records).astype(np.float64)
        first = np.searchsorted(self.rows[order], np.arange(records + 1))
        for low, high in pairwise(_cuts(cost)):
            entries = order[first[low] : first[high]]
            yield _pairs(self.rows, entries, partners[entries], records)


def _cuts(cost: NDArray[np.float64]) -> list[int]:
    """Where to cut the records so that each portion has so many pairs."""
    portion = np.cumsum(cost) // _PORTION
    return [0, *(np.nonzero(np.diff(portion))[0] + 1).tolist(), len(cost)]


def _pairs(rows: NDArray[np.int32], entries: Ints, partners: Ints, records: int) -> Pairs:
    """Every entry with those that follow it in its block, each pair once."""
    left = np.repeat(entries, partners)
    within = np.arange(len(left)) - np.repeat(np.cumsum(partners) - partners, partners)
    codes = distinct(rows[left].astype(np.int64) * records + rows[left + 1 + within])
    return Pairs(codes // records, codes % records)


def blocks(columns: Columns, words: Words, table: NameTable, largest: int) -> Blocks:
    """The blocks of all records; no block holds more than `largest` of them."""
    bones = _bones(words, table)
    facts = Facts.of(columns, table, bones)
    kept: list[tuple[NDArray[np.int32], Ints]] = []
    common: dict[int, list[int]] = {}
    for kind, keys, rows in _keys(columns, table, bones, facts):
        for part, large in refined(keys, rows, facts, largest, finer=kind in (NAME, DAY, BORN, HOME)):
            kept.append(part)
            common.setdefault(kind, []).extend(large)
    return Blocks(*joined(kept), _told(common))


def _bones(words: Words, table: NameTable) -> NDArray[np.int32]:
    """The skeleton of each part of each name, by number, -1 where there is no part; given names in front."""
    found = [skeleton(word) for word in words.words]
    order = {bone: number for number, bone in enumerate(sorted(set(found)))}
    number = np.array([*(order[bone] for bone in found), -1], dtype=np.int32)
    bones = number[table.words]
    return np.take_along_axis(bones, np.argsort(bones < 0, axis=1, kind="stable"), axis=1)


def _keys(
    columns: Columns, table: NameTable, bones: NDArray[np.int32], facts: Facts
) -> Iterator[tuple[int, Ints, Ints]]:
    """Every kind of key with the records that bear it."""
    yield NAME, *_of_names(table, bones)
    yield DAY, *_of_days(table, bones, facts)
    yield BORN, *_of_births(columns)
    phones = [home.phone for home in columns.home]
    addresses = zip(*(home.keys for home in columns.home), strict=True)
    kinds = ((OFFICIAL, columns.official), (CODE, columns.code), (PHONE, phones), *((HOME, keys) for keys in addresses))
    for kind, values in kinds:
        codes = numbered(values)
        yield kind, codes[codes >= 0], np.nonzero(codes >= 0)[0]


def _of_names(table: NameTable, bones: NDArray[np.int32]) -> tuple[Ints, Ints]:
    """Any two parts of a name, in their order."""
    keys, rows = [], []
    size = int(bones.max(initial=0)) + 1
    for one, other in combinations(range(bones.shape[1]), 2):
        there = bones[:, other] >= 0
        keys.append(bones[there, one].astype(np.int64) * size + bones[there, other])
        rows.append(table.record[there])
    return np.concatenate(keys), np.concatenate(rows)


def _of_days(table: NameTable, bones: NDArray[np.int32], facts: Facts) -> tuple[Ints, Ints]:
    """The first or last part of a name with a day."""
    last = np.maximum((bones >= 0).sum(axis=1) - 1, 0)
    keys, rows = [], []
    for part in (bones[:, 0], bones[np.arange(len(bones)), last]):
        there = part >= 0
        name, day = facts.days.of(table.record[there])
        keys.append(part[there][name].astype(np.int64) * facts.days.size + day)
        rows.append(table.record[there][name])
    return np.concatenate(keys), np.concatenate(rows)


def _of_births(columns: Columns) -> tuple[Ints, Ints]:
    """The day of birth, alone: whose given name is written as another still shares it."""
    born = numbered(columns.born)
    rows = np.nonzero(born >= 0)[0]
    return born[rows], rows


def _told(common: dict[int, list[int]]) -> tuple[str, ...]:
    """One sentence a kind of key, without the names themselves."""
    return tuple(
        f"{len(common[kind])} keys of {_KINDS[kind]} are shared by up to {max(common[kind])} records each "
        "and were not compared by it"
        for kind in sorted(common, key=_KINDS.__getitem__)
        if common[kind]
    )
