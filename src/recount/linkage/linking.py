"""Link: records in, scored pairs out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from recount.linkage.alignment import GIVEN, Aligned, NameTable, align, name_table
from recount.linkage.blocking import blocks
from recount.linkage.columns import Columns, columns
from recount.linkage.engine import Engine, Evidence, Pairs, engine
from recount.linkage.missed import missed
from recount.linkage.scoring import Compared, Scores, score
from recount.linkage.settings import LinkageSettings
from recount.linkage.tokens import Spelled, TokenWeights, learned, spelled, token_weights
from recount.linkage.vocabulary import Words, words_of
from recount.linkage.waterfall import Explained
from recount.model.assertions import Record
from recount.model.findings import Links

FLOOR = 0.02
"""Pairs below it are not kept; what they add up to is part of what `Links.missed` says."""
_WEAK_NAMES = 4.0
"""Bits below which two names say too little to be worth weighing the rest, unless a code agrees."""
_OTHER_NAME = -2.0
"""Bits of the given name below which a shared code is more likely an error than the same person (rule 17)."""


@dataclass(frozen=True)
class Case:
    """The records of a case made ready, the engine at work on them, and the pairs that share a key."""

    columns: Columns
    words: Words
    table: NameTable
    at_work: Engine
    found: Pairs
    kin: float

    def compare(self, weights: TokenWeights) -> tuple[Compared, Scores]:
        """Compare all pairs that share a key and whose names are alike enough."""
        aligned = align(self.table, weights, self.found)
        kept = (aligned.total > _WEAK_NAMES) | _coded(self.columns, self.found)
        pairs, aligned = self.found.where(kept), aligned.where(kept)
        evidence = [_doubted(one, aligned) for one in self.at_work.weigh(pairs)]
        compared = Compared(pairs, aligned, evidence)
        return compared, score(compared, self.columns.lists, self.kin)


def link(records: Sequence[Record], settings: LinkageSettings | None = None) -> Links:
    """Find which records may be of one person, how probable that is, and why.

    The order of the records is immaterial, and so is the number of processors.

    Raises:
        PlugInMissing: the engine the settings name is not installed.
    """
    settings = settings or LinkageSettings()
    table = columns(records)
    keys = blocks(table, settings.largest_block)
    at_work = engine(settings.engine)(table, keys, settings.seed)
    words = words_of(table)
    case = Case(table, words, name_table(table, words), at_work, at_work.candidates(), settings.kin)
    spellings = spelled(words)
    compared, scores = case.compare(token_weights(spellings, words))
    spellings = _taught(spellings, words, compared, scores)
    compared, scores = case.compare(token_weights(spellings, words))
    unseen = missed(scores)
    return Links(
        pairs=Explained(table, words, case.table, compared, scores).pairs(min(FLOOR, settings.review)),
        engine=at_work.name,
        threshold=settings.threshold,
        blocks=(("pairs that share a key", len(case.found)), ("pairs whose names are alike", len(compared.pairs))),
        bounded=(*keys.bounded, *unseen.told),
        missed=unseen.share,
    )


def _taught(spellings: list[Spelled], words: Words, compared: Compared, scores: Scores) -> list[Spelled]:
    """Spellings as the pairs that are probably one person show them."""
    met = compared.names.words.reshape(-1, 2)
    weight = np.repeat(scores.probability, compared.names.words.shape[1])
    there = (met >= 0).all(axis=1) & (weight > 0.5)
    return learned(spellings, met[there], weight[there])


def _coded(table: Columns, found: Pairs) -> NDArray[np.bool_]:
    """Pairs that share a code; records without a name are compared through a code only."""
    records = table.records
    return np.array(
        [
            _same_code(records[a], records[b])
            for a, b in zip(found.left.tolist(), found.right.tolist(), strict=True)
        ],
        dtype=bool,
    )


def _same_code(one: Record, other: Record) -> bool:
    official = one.official_id is not None and one.official_id == other.official_id
    return official or (one.source != other.source and one.own_code is not None and one.own_code == other.own_code)


def _doubted(evidence: Evidence, names: Aligned) -> Evidence:
    """A code shared by two people of different given names says nothing: an error to review, not a merge."""
    if evidence.comparison not in ("official id", "list's own code"):
        return evidence
    wrong = (evidence.bits > 0) & (names.bits[:, GIVEN] < _OTHER_NAME)
    return replace(
        evidence,
        bits=np.where(wrong, 0.0, evidence.bits),
        level=np.where(wrong, len(evidence.says), evidence.level).astype(np.int16),
        says=(*evidence.says, "the same code, but another given name: an error to review"),
    )
