"""Link: records in, scored pairs out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from recount.linkage.alignment import GIVEN, Aligned, NameTable, align, name_table, together
from recount.linkage.audit import Audit, audit
from recount.linkage.blocking import blocks
from recount.linkage.columns import Columns, columns
from recount.linkage.engine import Engine, Evidence, Pairs, engine
from recount.linkage.kinship import CODES, kinship
from recount.linkage.missed import FLOOR, missed
from recount.linkage.scoring import Compared, Scores, score
from recount.linkage.settings import LinkageSettings
from recount.linkage.tokens import Spelled, TokenWeights, learned, spelled, token_weights
from recount.linkage.vocabulary import Words, words_of
from recount.linkage.waterfall import Explained
from recount.model.assertions import Record
from recount.model.people import Links

_WEAK_NAMES = 2.0
"""Bits below which two names say too little to be worth weighing the rest, unless a code agrees."""
_HOPELESS = -1.0
"""Bits below which not even what the case teaches of its spelling can make two names alike."""
_PORTION = 50_000
_OTHER_NAME = -2.0
"""Bits of the given name below which a shared code is more likely an error than the same person (rule 17)."""


@dataclass(frozen=True)
class Case:
    """The records of a case made ready, and the engine at work on them."""

    columns: Columns
    words: Words
    table: NameTable
    at_work: Engine
    kin: float | None

    def compare(self, found: Pairs, weights: TokenWeights, least: float) -> tuple[Compared, Scores]:
        """Compare the pairs whose names come to so many bits at least, or that share a code."""
        pairs, aligned = self._alike(found, weights, least)
        evidence = self.at_work.weigh(pairs)
        kin = kinship(aligned.bits, evidence, self.kin, len(self.columns.records))
        compared = Compared(pairs, aligned, [_doubted(one, aligned) for one in evidence])
        return compared, score(compared, self.columns.lists, kin)

    def audit(self, found: Pairs, weights: TokenWeights, largest: int) -> Audit:
        """What blocking overlooked, as far as the names are alike."""
        audited = audit(self.table, weights, len(self.columns.records), found)
        alike, _ = self._alike(audited.pairs, weights, _WEAK_NAMES)
        return audited.within(alike, largest)

    def _alike(self, found: Pairs, weights: TokenWeights, least: float) -> tuple[Pairs, Aligned]:
        """In portions, so that a million pairs do not have to be held with all their words at once."""
        coded = _coded(self.columns, found)
        parts = []
        for start in range(0, max(len(found), 1), _PORTION):
            portion = slice(start, start + _PORTION)
            aligned = align(self.table, weights, Pairs(found.left[portion], found.right[portion]))
            kept = (aligned.total > least) | coded[portion]
            parts.append((kept, aligned.where(kept)))
        return found.where(np.concatenate([kept for kept, _ in parts])), together([part for _, part in parts])


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
    case = Case(table, words, name_table(table, words), at_work, settings.kin)
    found = at_work.candidates()
    spellings = spelled(words, settings.channels)
    compared, scores = case.compare(found, token_weights(spellings, words), _HOPELESS)
    taught = token_weights(_taught(spellings, compared, scores), words)
    audited = case.audit(found, taught, settings.largest_block)
    compared, scores = case.compare(audited.with_them(compared.pairs, len(table.records)), taught, _WEAK_NAMES)
    unseen = missed(table, words, compared, scores, audited)
    return Links(
        pairs=Explained(table, words, case.table, compared, scores).pairs(min(FLOOR, settings.review)),
        engine=at_work.name,
        threshold=settings.threshold,
        blocks=(
            ("pairs that share a key", len(found)),
            ("pairs that share none but have alike names", len(audited.pairs)),
            ("pairs whose names are alike", len(compared.pairs)),
        ),
        bounded=(*keys.bounded, *unseen.told),
        missed=unseen.share,
    )


def _taught(spellings: list[Spelled], compared: Compared, scores: Scores) -> list[Spelled]:
    """Spellings as the pairs that are probably one person show them."""
    met = compared.names.words.reshape(-1, 2)
    weight = np.repeat(scores.probability, compared.names.words.shape[1])
    there = (met >= 0).all(axis=1) & (weight > 0.5)
    return learned(spellings, met[there], weight[there])


def _coded(table: Columns, found: Pairs) -> NDArray[np.bool_]:
    """Pairs that share a code; records without a name are compared through a code only."""
    official = _numbered(table.official)
    own = _numbered(table.code)
    source = _numbered([record.source for record in table.records])
    same = (official[found.left] == official[found.right]) & (official[found.left] >= 0)
    across = source[found.left] != source[found.right]
    return np.asarray(same | (across & (own[found.left] == own[found.right]) & (own[found.left] >= 0)))


def _numbered(values: Sequence[str | None]) -> NDArray[np.int64]:
    """Values as numbers, -1 for none."""
    order = {value: number for number, value in enumerate(sorted({value for value in values if value is not None}))}
    return np.array([-1 if value is None else order[value] for value in values], dtype=np.int64)


def _doubted(evidence: Evidence, names: Aligned) -> Evidence:
    """A code shared by two people of different given names says nothing: an error to review, not a merge."""
    if evidence.comparison not in CODES:
        return evidence
    wrong = (evidence.bits > 0) & (names.bits[:, GIVEN] < _OTHER_NAME)
    return replace(
        evidence,
        bits=np.where(wrong, 0.0, evidence.bits),
        level=np.where(wrong, len(evidence.says), evidence.level).astype(np.int16),
        says=(*evidence.says, "the same code, but another given name: an error to review"),
    )
