"""Link: records in, scored pairs out."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from recount.linkage.alignment import PARTS, Aligned, NameTable, align, name_table
from recount.linkage.blocking import blocks
from recount.linkage.columns import Columns, columns
from recount.linkage.engine import Evidence, Pairs, engine
from recount.linkage.missed import missed
from recount.linkage.scoring import Scores, score
from recount.linkage.settings import LinkageSettings
from recount.linkage.tokens import token_weights, words_of
from recount.model.assertions import Record
from recount.model.findings import Links, ScoredPair, Weight

FLOOR = 0.02
"""Pairs below it are not kept; what they add up to is part of what `Links.missed` says."""
_WEAK_NAMES = 4.0
"""Bits below which two names say too little to be worth weighing the rest, unless a code agrees."""


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
    found = at_work.candidates()
    words = words_of(table)
    weights = token_weights(words)
    names = name_table(table, words)
    pairs, aligned = _plausible(found, align(names, weights, found.left, found.right), table)
    evidence = at_work.weigh(pairs)
    scores = score(pairs, table.sources, aligned, evidence, settings.kin)
    unseen = missed(table, names, words, weights, found, scores, settings)
    kept = _kept(table, names, pairs, aligned, evidence, scores, min(FLOOR, settings.review))
    return Links(
        pairs=tuple(kept),
        engine=at_work.name,
        threshold=settings.threshold,
        blocks=(("pairs that share a key", len(found)), ("pairs whose names are alike", len(pairs))),
        bounded=(*keys.bounded, *unseen.told),
        missed=unseen.share,
    )


def _plausible(found: Pairs, aligned: Aligned, table: Columns) -> tuple[Pairs, Aligned]:
    """Pairs whose names say enough, or that share a code; records without names only through a code."""
    coded = np.array(
        [_same_code(table.records[a], table.records[b]) for a, b in zip(found.left, found.right, strict=True)],
        dtype=bool,
    )
    kept = (aligned.total > _WEAK_NAMES) | coded
    return found.where(kept), Aligned(aligned.bits[kept], aligned.layout[kept], aligned.left[kept], aligned.right[kept])


def _same_code(one: Record, other: Record) -> bool:
    official = one.official_id is not None and one.official_id == other.official_id
    return official or (one.source != other.source and one.own_code is not None and one.own_code == other.own_code)


def _kept(  # noqa: PLR0913 (everything a pair's explanation is made of)
    table: Columns,
    names: NameTable,
    pairs: Pairs,
    aligned: Aligned,
    evidence: Sequence[Evidence],
    scores: Scores,
    floor: float,
) -> list[ScoredPair]:
    probability = scores.probability
    rows = np.nonzero(probability >= floor)[0]
    return [
        ScoredPair(
            table.records[pairs.left[row]].id,
            table.records[pairs.right[row]].id,
            round(float(probability[row]), 4),
            tuple(_weights(row, table, names, aligned, evidence, scores)),
        )
        for row in rows.tolist()
    ]


def _weights(
    row: int, table: Columns, names: NameTable, aligned: Aligned, evidence: Sequence[Evidence], scores: Scores
) -> Iterable[Weight]:
    """The waterfall of one pair, in the order it is read: prior, names, everything else, kin, rivals."""
    yield Weight("prior", _round(scores.prior[row]), "before anything is compared")
    written = _written(table, names, aligned, row)
    for part, name in enumerate(PARTS):
        if aligned.bits[row, part] != 0:
            yield Weight(name, _round(aligned.bits[row, part]), written if part == 0 else "")
    if aligned.layout[row] != 0:
        yield Weight("parts of the name", _round(aligned.layout[row]), "one name has fewer parts than the other")
    for found in evidence:
        if found.level[row] >= 0:
            yield Weight(found.comparison, _round(found.bits[row]), found.says[found.level[row]])
    if scores.kin[row] < -0.05:
        yield Weight("kin", _round(scores.kin[row]), "what brothers and sisters share as well")
    if scores.rivals[row] < -0.05:
        yield Weight("rivals", _round(scores.rivals[row]), "other records of the same list fit as well")


def _round(bits: float | np.floating[NDArray[np.float64]]) -> float:  # type: ignore[type-var]
    return round(float(bits), 2)


def _written(table: Columns, names: NameTable, aligned: Aligned, row: int) -> str:
    sides = [side for side in (int(aligned.left[row]), int(aligned.right[row])) if side >= 0]
    texts = []
    for side in sides:
        record = int(names.record[side])
        name = table.names[record][side - int(names.first[record])]
        texts.append(" ".join(part.text for part in name.parts))
    return " / ".join(texts)
