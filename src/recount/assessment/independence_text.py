"""How much of one report stands in another: word for word, and told in the same order."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import sqrt
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from recount.assessment.independence_words import normal, paragraphs, term

Sums = NDArray[np.uint32]
_FEWEST = 12
_MIX = np.uint32(0x9E3779B1)


def _none() -> Sums:
    return np.zeros(0, np.uint32)


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """One report as it is compared: sums of its words in paragraphs, of its 5-word runs, and of its terms in order.

    `runs` are sorted and distinct; `terms` distinct, in the order in which the report first uses them. `numbers` are
    the sums of its numbers, sorted and distinct.
    """

    paragraphs: tuple[Sums, ...]
    runs: Sums
    terms: Sums
    numbers: Sums = field(default_factory=_none)


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two reports share.

    `shared` 5-word runs, `copied` their share of the shorter report's; of the terms of the one with fewer, `common` is
    the share that the other uses at all, `ordered` the share that it uses in the same order, `beyond` what of that is
    more than chance would put in order.
    """

    shared: int
    copied: float
    ordered: float
    beyond: float
    common: float


def read(text: str, frames: frozenset[int] = frozenset()) -> Read:
    """A report as it is compared; what stands between quotation marks is a speaker's and left out.

    Args:
        text: the report.
        frames: sums of paragraphs that stand around many reports, which are left out too.
    """
    kept = []
    told: dict[int, None] = {}
    numbers: set[int] = set()
    for words in paragraphs(text):
        known = [_known(word) for word in words]
        part = np.array([own for own, _, _ in known], np.uint32)
        if not frames or paragraph_sum(part) not in frames:
            kept.append(part)
            told |= dict.fromkeys(meant for _, meant, _ in known if meant >= 0)
            numbers.update(own for own, _, number in known if number)
    return Read(tuple(kept), runs_of(kept), np.array(list(told), np.uint32), np.array(sorted(numbers), np.uint32))


@lru_cache(maxsize=400_000)
def _known(written: str) -> tuple[int, int, bool]:
    """The sums of a word as written: of its one spelling, and of what it says, below zero where it says nothing; and
    whether it is a number."""
    word = normal(written)
    meant = term(word)
    return crc32(word.encode()), -1 if meant is None else crc32(meant.encode()), word[:1].isdigit()


def paragraph_sum(words: Sums) -> int:
    """One sum for a paragraph."""
    return crc32(words.tobytes())


def runs_of(parts: Sequence[Sums], size: int = 5) -> Sums:
    """The sums of all runs of some words, over the ends of paragraphs: papers break them where they like."""
    words = np.concatenate(parts) if parts else np.zeros(0, np.uint32)
    if len(words) < size:
        return np.zeros(0, np.uint32)
    total = np.zeros(len(words) - size + 1, np.uint32)
    for at in range(size):
        total = (total ^ words[at : len(words) - size + 1 + at]) * _MIX
        total ^= total >> np.uint32(15)
    return np.unique(total)


def copied(a: Read, b: Read) -> tuple[int, float]:
    """How many 5-word runs two reports share, and which share of the shorter report's; few words share nothing."""
    return shared_runs(a.runs, b.runs)


def shared_runs(a: Sums, b: Sums) -> tuple[int, float]:
    """How many runs stand in both, and which share of the fewer."""
    shorter = min(len(a), len(b))
    if shorter < _FEWEST:
        return 0, 0.0
    shared = len(np.intersect1d(a, b, assume_unique=True))
    return shared, shared / shorter


def ordered(a: Read, b: Read) -> tuple[float, float, float]:
    """The share of terms that two reports use in one order, how much more that is than chance, and the share in any.

    Of n terms in any order about 2 √n stand in order by chance (the longest increasing subsequence).
    """
    place = {one: at for at, one in enumerate(b.terms.tolist())}
    common = [place[one] for one in a.terms.tolist() if one in place]
    fewest = max(1, min(len(a.terms), len(b.terms)))
    longest = _longest(common)
    return longest / fewest, (longest - 2 * sqrt(len(common))) / fewest, len(common) / fewest


def _longest(places: Iterable[int]) -> int:
    ends: list[int] = []
    for place in places:
        at = bisect_left(ends, place)
        ends[at : at + 1] = [place]
    return len(ends)


def overlap(a: Read, b: Read) -> Overlap:
    """What two reports share."""
    return Overlap(*copied(a, b), *ordered(a, b))
