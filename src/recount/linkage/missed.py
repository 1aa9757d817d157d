"""How many true pairs were never compared, or not recognised, as far as the engine can tell."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from recount.language.transliteration import skeleton
from recount.linkage.audit import Audit
from recount.linkage.columns import Columns
from recount.linkage.scoring import Compared, Scores
from recount.linkage.vocabulary import Words

Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]

FLOOR = 0.02
"""Pairs below it are not kept; what they add up to is part of what `Links.missed` says."""
_BEYOND = 0.006
"""Share of pairs so damaged in several parts at once that no weight calls them likely, where the pairs show less."""
_NOT_RECOGNISED = 0.65
"""Pairs of that kind for each one found with two parts of three or more that differ: .55, .74 and .63 in invented lists
where one name in twelve is damaged once, and where three and six times as many slips are made."""
_BOTH = 2
_SEVERAL = 3
_USUAL = 0.94
_LEANING = 60.0
"""Parts of one name have one skeleton so often, as a case with few pairs is told by so many parts of others."""
_FEW = 20.0
"""A case with fewer likely pairs than this says little of how many it misses, and leans on what is usual."""


@dataclass(frozen=True, slots=True)
class Missed:
    """The share of true pairs never compared or not kept, and a sentence that says how it was found."""

    share: float
    told: tuple[str, ...] = ()


def missed(columns: Columns, words: Words, compared: Compared, scores: Scores, audited: Audit) -> Missed:
    """Estimate the share of true pairs that were not compared, and of those compared but not kept.

    The audit went through all pairs, or through a share of them: there, true pairs without a common key for every true
    pair with one say how many are in the rest. Where the audit saw little, it leans on what the names themselves say:
    two records share a key when two parts of their names have one skeleton, or the first or last part and the day, and
    from how often a part fails to agree follows how often so many fail together that nothing was compared.
    """
    probability = scores.probability
    total = float(probability.sum())
    if total <= 0:
        return Missed(0.0)
    overlooked = float(probability[audited.overlooked(compared.pairs, len(columns.records))].sum())
    looked_at = audited.share * (total - overlooked)
    agrees, laid = _agreement(words, compared)
    rate = (overlooked + _FEW * _expected(columns, agrees, laid, compared, probability)) / (looked_at + _FEW)
    unseen = rate * (1.0 - audited.share) * total
    below = float(probability[probability < FLOOR].sum())
    share = min((unseen + below) / (total + unseen + _FEW) + _beyond(agrees, laid, probability), 1.0)
    if total < 1.0:
        return Missed(round(share, 4))
    return Missed(round(share, 4), tuple(_told(share, overlooked, audited)))


def _told(share: float, overlooked: float, audited: Audit) -> list[str]:
    """What the audit found, and what is believed to be missing."""
    through = "all pairs" if audited.share == 1.0 else f"{audited.share:.2%} of all pairs, by a sample of the records,"
    common = f"{audited.bounded:,} further pairs share names so common that they were not compared"
    return [
        *([common] if audited.bounded else []),
        f"{through} were searched for alike names beyond the keys; pairs worth {overlooked:.1f} people were found so",
        f"an estimated {share:.1%} of the pairs that are one person were never compared or not recognised",
    ]


def _beyond(agrees: Bools, laid: Bools, probability: Floats) -> float:
    """The share of pairs too damaged to be recognised, by how many are damaged in two parts and still are."""
    several = laid.sum(axis=1) >= _SEVERAL
    damaged = several & ((laid & ~agrees).sum(axis=1) >= _BOTH)
    found, total = float(probability[damaged].sum()), float(probability[several].sum())
    return max(_BEYOND, _NOT_RECOGNISED * found / (total + _LEANING))


def _expected(columns: Columns, agrees: Bools, laid: Bools, compared: Compared, probability: Floats) -> float:
    """Pairs that share no key for every pair that does, as the agreement of their parts lets expect."""
    counts = laid.sum(axis=1)
    alike = float((agrees & laid).sum(axis=1) @ probability)
    usual = (alike + _LEANING * _USUAL) / (float(counts @ probability) + _LEANING)
    same_day = _same_day(columns, compared, probability)
    unseen = sum(
        float(probability[counts == parts].sum()) * _never(parts, usual, same_day)
        for parts in range(1, laid.shape[1] + 1)
    )
    return unseen / max(float(probability.sum()), 1e-9)


def _agreement(words: Words, compared: Compared) -> tuple[Bools, Bools]:
    """Which parts laid on each other have one skeleton, and which were laid at all (pairs, parts)."""
    bones = [skeleton(word) for word in words.words]
    order = {bone: number for number, bone in enumerate(sorted(set(bones)))}
    number = np.array([order[bone] for bone in bones] + [-1], dtype=np.int64)
    met = compared.names.words
    laid = (met >= 0).all(axis=2)
    return np.asarray(number[met[:, :, 0]] == number[met[:, :, 1]]), np.asarray(laid)


def _same_day(columns: Columns, compared: Compared, probability: Floats) -> float:
    """How often two records of one person give one day of death."""
    day = np.array([-1 if died is None or died[0] != died[1] else died[0] for died in columns.died], dtype=np.int64)
    one, other = day[compared.pairs.left], day[compared.pairs.right]
    return float(((one == other) & (one >= 0)) @ probability) / max(float(probability.sum()), 1.0)


def _never(parts: int, usual: float, same_day: float) -> float:
    """How often a pair with so many parts in common shares no key, over how often it shares one."""
    fails = 1.0 - usual
    none = fails**parts
    one = parts * usual * fails ** (parts - 1)
    ends = min(2, parts) / parts
    miss = none + one * (1.0 - ends * same_day)
    return min(miss / max(1.0 - miss, 1e-9), 1.0)
