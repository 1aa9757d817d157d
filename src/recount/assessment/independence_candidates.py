"""Which pairs of many reports are worth comparing: those that share runs of words, or words few others hold."""

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from recount.assessment.independence_text import Read, Sums

Keys = NDArray[np.int64]
Places = NDArray[np.int32]
Starts = NDArray[np.int64]
EVERY_PAIR = 300
"""Up to so many reports every pair is compared."""
_HELD_BY = 40
_POSTINGS = 16_000_000
_PAIRS = 16_000_000
_RUNS = 3
_MIX = np.uint32(0x9E3779B1)
_TERMS = 5
_RAREST = 18
"""So many of a report's rarest terms are also taken two by two: where reports are very many no single term is rare."""
_RARE_PAIRS = 6
"""Pairs of rare terms that two reports must share: four terms make six."""


def candidates(reports: Sequence[Read]) -> list[tuple[int, int]]:
    """Pairs worth comparing, in order: all of a few reports, else those that share what is rare.

    What more than 40 reports hold links each of them to the first and to the one before it only, so that a story
    printed by hundreds is followed to its first without comparing each with each.
    """
    if len(reports) <= EVERY_PAIR:
        return list(combinations(range(len(reports)), 2))
    copies = _sharing([report.runs for report in reports], _RUNS, chained=True)
    terms = [np.unique(report.terms) for report in reports]
    retold = np.union1d(_sharing(terms, _TERMS, chained=False), _sharing(_together(terms), _RARE_PAIRS, chained=False))
    found = np.union1d(copies, retold)
    return list(zip((found // len(reports)).tolist(), (found % len(reports)).tolist(), strict=True))


def _sharing(sums: Sequence[Sums], fewest: int, *, chained: bool) -> Keys:
    """Pairs that share several sums, as left times the number of reports plus right.

    Many sums are sampled, the same ones in every report, so that memory has a bound.
    """
    every = 1 + sum(map(len, sums)) // _POSTINGS
    kept = [one[one % every == 0] for one in sums] if every > 1 else list(sums)
    held = np.repeat(np.arange(len(sums), dtype=np.int32), [len(one) for one in kept])
    values = np.concatenate(kept)
    order = np.argsort(values, kind="stable")
    values, held = values[order], held[order]
    starts = np.flatnonzero(np.concatenate(([True], values[1:] != values[:-1])))
    sizes = np.diff(np.append(starts, len(values)))
    paired = list(_within(held, starts, sizes))
    if chained:
        paired += _chains(held, starts, sizes)
    if not paired:
        return np.zeros(0, np.int64)
    keys = np.concatenate([left.astype(np.int64) * len(sums) + right for left, right in paired])
    found, counts = np.unique(keys, return_counts=True)
    return np.asarray(found[counts * every >= fewest], np.int64)


def _together(terms: Sequence[Sums]) -> list[Sums]:
    """Sums of the pairs of each report's rarest terms; equally rare ones by their own sum."""
    every, counts = np.unique(np.concatenate(terms), return_counts=True)
    found = []
    for own in terms:
        order = np.lexsort((own, counts[np.searchsorted(every, own)]))
        rare = np.sort(own[order[:_RAREST]])
        left, right = np.triu_indices(len(rare), 1)
        found.append(np.unique((rare[left] * _MIX) ^ rare[right]))
    return found


def _within(held: Places, starts: Starts, sizes: Starts) -> Iterator[tuple[Places, Places]]:
    """Every pair of the holders of what up to 40 hold, what fewest hold first, until there are too many pairs."""
    room = _PAIRS
    for size in range(2, _HELD_BY + 1):
        here = starts[sizes == size]
        left, right = np.triu_indices(size, 1)
        here = here[: room // len(left)]
        room -= len(here) * len(left)
        if len(here):
            yield held[here[:, None] + left].ravel(), held[here[:, None] + right].ravel()


def _chains(held: Places, starts: Starts, sizes: Starts) -> list[tuple[Places, Places]]:
    """Each holder of what many hold, with the first of them and with the one before."""
    found, room = [], _PAIRS // 2
    wide = np.flatnonzero(sizes > _HELD_BY)
    for one in wide[np.argsort(sizes[wide], kind="stable")]:
        holders = held[starts[one] : starts[one] + sizes[one]]
        room -= 2 * len(holders)
        if room < 0:
            break
        found += [(np.broadcast_to(holders[:1], len(holders) - 1), holders[1:]), (holders[:-1], holders[1:])]
    return found
