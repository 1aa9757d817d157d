"""How alike two words of names are, in one script or across two.

Letters are recoded before any edit distance, so that one letter is one step in every script, and words are scored by
noisy channels: the probability that one is a spelling of the other.
"""

import csv
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from recount.language.arabic import LETTERS
from recount.language.channels import channel, latin_letters, number_of
from recount.language.damage import Likenesses, latin
from recount.language.near import near
from recount.language.transliteration import skeleton

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_NEVER = -60.0
_WORDS = 2_000
_FAR = 10.0
"""Bits by which letters drawn at random may be likelier than a spelling before it is left out."""

_NAMED_AFTER = 110
"""So many of the commonest names also stand behind Abu in names of families."""
_FATHERS = 0.02

ONE_HABIT = 0.4
"""How often two lists in Latin letters spell a name alike because they romanise alike."""


def spellings(left: Sequence[str], right: Sequence[str], channels: str = "") -> Likenesses:
    """Pairs of folded words that might spell one name, by the channel from the left side's script to the right's.

    What letters drawn at random would rather have made is left out: it says nothing for one name.
    """
    if not left or not right or not latin(right[0]):
        rows, columns = similar(left, right)
        return Likenesses(rows, columns, likelihoods([left[row] for row in rows], [right[row] for row in columns]))
    least = random_words(right) - _FAR
    written, parts = _writing(left, right, channels), []
    for rows, columns in _similar(left, right):
        log = written(rows, columns)
        kept = log > least[columns]
        parts.append((rows[kept], columns[kept], log[kept]))
    return Likenesses(*(np.concatenate([part[side] for part in parts]) for side in range(3)))


def _writing(left: Sequence[str], right: Sequence[str], channels: str) -> Callable[[Ints, Ints], Floats]:
    """log2 P(right | left) of words by number, the right ones Latin, by the channel of the left side's script."""
    if not latin(left[0]):
        return channel("arabic-latin", channels).beside(left, right).log2
    _, number = number_of([*left, *right])
    other_habit = channel("latin-latin", channels).beside(left, right)

    def written(rows: Ints, columns: Ints) -> Floats:
        same = number[rows] == number[len(left) + columns]
        with np.errstate(divide="ignore"):
            return np.asarray(np.log2(ONE_HABIT * same + (1 - ONE_HABIT) * np.exp2(other_habit.log2(rows, columns))))

    return written


def similar(left: Sequence[str], right: Sequence[str]) -> tuple[Ints, Ints]:
    """Rows of the pairs whose skeletons are at most one consonant apart, two for long ones."""
    parts = list(_similar(left, right))
    return np.concatenate([rows for rows, _ in parts]), np.concatenate([columns for _, columns in parts])


def _similar(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[Ints, Ints]]:
    """The same, some words of the left side at a time."""
    (bones, rows), (others, columns) = (number_of([skeleton(word) for word in side]) for side in (left, right))
    one, other, steps = near(bones, others, 2)
    lengths = [np.array([len(word) for word in side], dtype=np.int64) for side in (bones, others)]
    shorter = np.minimum(lengths[0][one], lengths[1][other]) if len(one) else one
    kept = steps <= np.where(shorter >= 5, 2, 1)
    for start in range(0, max(len(left), 1), _WORDS):
        within = rows[start : start + _WORDS]
        here = kept & np.isin(one, within)
        some, column = _borne(one[here], within, other[here], columns)
        yield some + start, column


def _borne(one: Ints, rows: Ints, other: Ints, columns: Ints) -> tuple[Ints, Ints]:
    """Pairs of words in order, from pairs of the skeletons they bear."""
    bearers = [np.argsort(side, kind="stable") for side in (rows, columns)]
    counts = [np.bincount(side, minlength=1) for side in (rows, columns)]
    first = [np.cumsum(count) - count for count in counts]
    lefts, rights = counts[0][one], counts[1][other]
    pair = np.repeat(np.arange(len(one)), lefts * rights)
    within = np.arange(len(pair)) - np.repeat(np.cumsum(lefts * rights) - lefts * rights, lefts * rights)
    found = (
        bearers[0][first[0][one[pair]] + within // rights[pair]] * len(columns)
        + bearers[1][first[1][other[pair]] + within % rights[pair]]
    )
    found = np.sort(found)
    return found // max(len(columns), 1), found % max(len(columns), 1)


def likelihoods(left: Sequence[str], right: Sequence[str], channels: str = "") -> Floats:
    """log2 P(right | left writes the same name) for pairs of folded words, all pairs of the same two scripts.

    `channels` is a folder of channels trained on somebody's own pairs.

    Arabic is spelled one way only: what differs there is mistyped, which `mistypings` knows.
    """
    if not left:
        return np.zeros(0)
    if latin(right[0]):
        one, other = number_of(left), number_of(right)
        return _writing(one[0], other[0], channels)(one[1], other[1])
    return np.array([0.0 if a == b else _NEVER for a, b in zip(left, right, strict=True)])


@lru_cache(maxsize=1)
def common_names() -> tuple[tuple[str, float], ...]:
    """Common Arabic names, folded, with a rough share of each: what a name may be although no list at hand holds it."""
    text = resources.files("recount.language").joinpath("data", "names", "common.csv").read_text("utf-8")
    rows = [line.split(",") for line in text.splitlines()[1:]]
    found = {word: float(share) / 1000 for word, share in rows}
    fathers = {"ابو" + word: found[word] * _FATHERS for word, _ in rows[:_NAMED_AFTER]}
    return tuple(sorted({**fathers, **found}.items()))


@lru_cache(maxsize=1)
def usual_spellings() -> dict[str, str]:
    """Usual Latin spellings that stand for one common Arabic name, folded: Samira is never Samir."""
    text = resources.files("recount.language").joinpath("data", "names", "spelled.csv").read_text("utf-8")
    return {row["latin"]: row["arabic"] for row in csv.DictReader(text.splitlines())}


def random_words(words: Sequence[str]) -> Floats:
    """log2 P(word) among all words of its script, whoever bears them."""
    if words and latin(words[0]):
        return latin_letters().log2(words)
    return np.array([-float(np.log2(len(LETTERS))) * (len(word) + 1) for word in words])
