"""Two names explained: which parts answer which, what each weighs, and how one was written for the other."""

from dataclasses import dataclass

import numpy as np

from recount.language.channels import Letter, channel, likeliest
from recount.language.damage import latin
from recount.language.scripts import written
from recount.language.transliteration import skeleton
from recount.linkage.alignment import PARTS, Aligned, align, name_table
from recount.linkage.columns import columns
from recount.linkage.memory import Comparisons
from recount.linkage.pairs import Pairs
from recount.linkage.tokens import spelled, token_weights
from recount.linkage.vocabulary import Words, words_of
from recount.model.assertions import Record
from recount.model.evidence import Locator


@dataclass(frozen=True, slots=True)
class PartCompared:
    """One part of a name beside the part that answers it, as compared, and how the letters became each other."""

    part: str
    left: str
    right: str
    skeletons: tuple[str, str]
    letters: tuple[Letter, ...]


@dataclass(frozen=True, slots=True)
class NamesCompared:
    """Two names side by side, their bits by kind of part, and the bits of parts that are missing."""

    parts: tuple[PartCompared, ...]
    bits: tuple[tuple[str, float], ...]
    layout: float

    @property
    def total(self) -> float:
        """All bits of the two names."""
        return sum(value for _, value in self.bits) + self.layout


def compare_names(left: str, right: str, channels: str = "") -> NamesCompared | None:
    """Compare two names as linkage does, none being known to be common; None where one of them has no parts."""
    table = columns([Record(f"r-{n}", Locator("d"), f"{n}", (written(text),)) for n, text in enumerate((left, right))])
    if not all(table.names):
        return None
    words = words_of(table)
    one = np.zeros(1, dtype=np.int64)
    weights = token_weights(spelled(words, Comparisons(channels)), words)
    found = align(name_table(table, words), weights, Pairs(one, one + 1))
    bits = tuple((name, round(float(value), 2)) for name, value in zip(PARTS, found.bits[0], strict=True) if value != 0)
    return NamesCompared(tuple(_parts(found, words, channels)), bits, round(float(found.layout[0]), 2))


def _parts(found: Aligned, words: Words, channels: str) -> list[PartCompared]:
    parts = []
    for (one, other), of in zip(found.words[0].tolist(), found.roles[0].tolist(), strict=True):
        if one >= 0 and other >= 0:
            pair = words.words[one], words.words[other]
            letters = tuple(_letters(*pair, channels))
            parts.append(PartCompared(PARTS[of], *pair, (skeleton(pair[0]), skeleton(pair[1])), letters))
    return parts


def _letters(one: str, other: str, channels: str) -> list[Letter]:
    """How one word became the other: by a channel where a Latin word was written, else by typing."""
    if one == other or not (latin(one) or latin(other)):
        return _typed(one, other)
    if latin(one) and latin(other):
        return likeliest(channel("latin-latin", channels), one, other)
    read, wrote = (other, one) if latin(one) else (one, other)
    return likeliest(channel("arabic-latin", channels), read, wrote)


def _typed(one: str, other: str) -> list[Letter]:
    """Letters kept and letters changed, of two words in one script."""
    from rapidfuzz.distance import Levenshtein

    found = []
    for step in Levenshtein.opcodes(one, other):
        read, wrote = one[step.src_start : step.src_end], other[step.dest_start : step.dest_end]
        kept = step.tag == "equal"
        found += [Letter(a, a, 0.0) for a in read] if kept else [Letter(read, wrote, float("nan"))]
    return found
