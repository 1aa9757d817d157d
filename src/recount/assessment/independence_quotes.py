"""The same spoken words in two reports: one utterance, whoever prints it (rule 11)."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from zlib import crc32

from recount.assessment.independence_words import normal

_SAID = re.compile(r"[“«]([^“”«»\n]{0,2000})[”»]|\"([^\"\n]{0,2000})\"")
_WORD = re.compile(r"\d[\d,.]*\d|\d|[^\W\d_]+")
_SIZE = 5
_SHARED = 2
_MANY = 40


def spoken(text: str) -> frozenset[int]:
    """Sums of all runs of five words inside quotation marks."""
    found: set[int] = set()
    for match in _SAID.finditer(text):
        words = [normal(word) for word in _WORD.findall(match.group(1) or match.group(2) or "")]
        found.update(crc32(" ".join(words[at : at + _SIZE]).encode()) for at in range(len(words) - _SIZE + 1))
    return frozenset(found)


def one_utterance(a: frozenset[int], b: frozenset[int]) -> bool:
    """Whether two texts quote the same words, six in a row or more."""
    return len(a & b) >= _SHARED


def common_speakers(said: Sequence[frozenset[int]]) -> list[tuple[int, int]]:
    """Pairs of reports that quote the same words; what very many quote links each with the one before."""
    holders: dict[int, list[int]] = defaultdict(list)
    for index, runs in enumerate(said):
        for run in runs:
            holders[run].append(index)
    shared: Counter[tuple[int, int]] = Counter()
    for held in holders.values():
        shared.update(_pairs(held))
    return sorted(pair for pair, count in shared.items() if count >= _SHARED)


def _pairs(held: Sequence[int]) -> Iterable[tuple[int, int]]:
    if len(held) > _MANY:
        return pairwise(held)
    return ((a, b) for at, a in enumerate(held) for b in held[at + 1 :])
