"""Link: records in, scored pairs out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from recount.linkage.alignment import GIVEN, Aligned, NameTable, name_table
from recount.linkage.audit import Audit, audit
from recount.linkage.blocking import blocks
from recount.linkage.columns import Columns, columns
from recount.linkage.engine import Engine, Evidence, engine
from recount.linkage.habits import laid_as_usual_here
from recount.linkage.kinship import BORN, CODES, Kin, kinship
from recount.linkage.learning import relearned
from recount.linkage.memory import Comparisons, Memory
from recount.linkage.missed import FLOOR, missed
from recount.linkage.namesakes import of_namesakes
from recount.linkage.pairs import Pairs
from recount.linkage.scoring import Compared, Scores, likely, score
from recount.linkage.screening import Codes, Screened, screened
from recount.linkage.settings import LinkageSettings
from recount.linkage.tokens import Spelled, TokenWeights, learned, spelled, token_weights
from recount.linkage.vocabulary import Words, words_of
from recount.linkage.waterfall import Explained
from recount.model.assertions import Record
from recount.model.people import Links

Floats = NDArray[np.float64]

_WEAK_NAMES = 2.0
"""Bits below which two names say too little to be worth weighing the rest, unless a code agrees."""
_HOPELESS = -1.0
"""Bits below which not even what the case teaches of its spelling can make two names alike."""
_ROUNDS = 3
"""So many times the pairs teach how often one person meets each level of a comparison."""
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
    promised: bool

    def compare(self, found: Screened) -> tuple[Compared, Scores]:
        """Compare pairs by everything but their names, which have been compared."""
        pairs, aligned = found.pairs, found.names
        evidence = of_namesakes(self.at_work.weigh(pairs), self.columns, self.table, aligned)
        for _ in range(_ROUNDS):
            compared, kin = self._compared(pairs, aligned, evidence)
            probability = likely(compared, self.columns.listed, kin, promised=self.promised)
            evidence = relearned(evidence, probability)
            aligned = laid_as_usual_here(aligned, self.table, probability)
        compared, kin = self._compared(pairs, aligned, evidence)
        return compared, score(compared, self.columns.listed, kin, promised=self.promised)

    def _compared(self, pairs: Pairs, aligned: Aligned, evidence: Sequence[Evidence]) -> tuple[Compared, Kin]:
        lists = self.columns.listed
        within = lists[pairs.left] == lists[pairs.right] if self.promised else None
        kin = kinship(aligned.bits, evidence, self.kin, np.bincount(lists, minlength=1).tolist(), within)
        born = _born_together(evidence)
        return Compared(pairs, aligned, [_doubted(one, aligned, born) for one in evidence]), kin

    def screen(self, found: Iterable[Pairs], weights: TokenWeights, least: float) -> Screened:
        """The pairs whose names come to so many bits at least, or that share a code."""
        return screened(found, self.table, Codes.of(self.columns, promised=self.promised), weights, least)

    def audit(self, found: Pairs, weights: TokenWeights, largest: int) -> Audit:
        """What blocking overlooked, as far as the names are alike."""
        count = len(self.columns.records)
        audited = audit(self.table, weights, count)
        return audited.within(self.screen([audited.pairs], weights, _WEAK_NAMES).pairs, found, count, largest)


def link(records: Sequence[Record], settings: LinkageSettings | None = None, memory: Memory | None = None) -> Links:
    """Find which records may be of one person, how probable that is, and why.

    The order of the records is immaterial, and so are the number of processors and what is remembered.

    Raises:
        PlugInMissing: the engine the settings name is not installed.
    """
    settings = settings or LinkageSettings()
    table = columns(records)
    words = words_of(table)
    names = name_table(table, words)
    keys = blocks(table, words, names, settings.largest_block)
    at_work = engine(settings.engine)(table, keys, settings.seed)
    case = Case(table, words, names, at_work, settings.kin, settings.one_to_one)
    spellings = spelled(words, Comparisons(settings.channels, memory))
    found = case.screen(at_work.candidates(), token_weights(spellings, words), _HOPELESS)
    taught = token_weights(_taught(spellings, *case.compare(found)), words)
    audited = case.audit(found.pairs, taught, settings.largest_block)
    # What the lists teach of their romanisations can make alike what did not look so at first.
    alike = case.screen(at_work.candidates(), taught, _WEAK_NAMES).pairs if words.mostly_latin else found.pairs
    compared, scores = case.compare(case.screen([audited.with_them(alike, len(table.records))], taught, _WEAK_NAMES))
    unseen = missed(table, words, compared, scores, audited)
    return Links(
        pairs=Explained(table, words, case.table, compared, scores).pairs(min(FLOOR, settings.review)),
        engine=at_work.name,
        threshold=settings.threshold,
        blocks=(
            ("pairs that share a key", found.looked_at),
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
    return learned(spellings, met[there].astype(np.int64), weight[there])


def _born_together(evidence: Sequence[Evidence]) -> NDArray[np.bool_]:
    """Pairs that give one day of birth."""
    return next((one.level == 0 for one in evidence if one.comparison == BORN), np.zeros(1, dtype=bool))


def _doubted(evidence: Evidence, names: Aligned, born_together: NDArray[np.bool_]) -> Evidence:
    """A code shared by two people of different given names says nothing: an error to review, not a merge.

    Unless they were born on one day: then it is the name that is wrong, and twins do not share codes.
    """
    if evidence.comparison not in CODES or evidence.silent:
        return evidence
    wrong = (evidence.bits > 0) & (names.bits[:, GIVEN] < _OTHER_NAME) & ~born_together
    return replace(
        evidence,
        bits=np.where(wrong, 0.0, evidence.bits),
        level=np.where(wrong, len(evidence.says), evidence.level).astype(np.int16),
        says=(*evidence.says, "the same code, but another given name: an error to review"),
    )
