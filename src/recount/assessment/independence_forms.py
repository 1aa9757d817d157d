"""Forms filled in anew: a monitor's months, an agency's briefs of two attacks. They share wording, and no account."""

from collections.abc import Iterable
from difflib import SequenceMatcher

import numpy as np

from recount.assessment.independence_text import Read

MOST_KEPT = 0.6
"""A copy keeps its origin's numbers, whatever else is changed; above this share of the fewer nothing is looked at."""
FEWEST = 2
"""In so many places a form has other numbers, and in so many other words."""
_LONGEST = 600


def one_form(a: Read, b: Read) -> bool:
    """Whether two reports that share wording fill in one form with other facts.

    They do where, in the wording that they share, one number stands in the place of another at least twice and more
    often than a number is kept, and other words stand in the place of others too. An account that is brought up to
    date has other numbers, and the same places and names.
    """
    fewest = min(len(a.numbers), len(b.numbers))
    same = len(np.intersect1d(a.numbers, b.numbers, assume_unique=True))
    if fewest < FEWEST or same > MOST_KEPT * fewest:
        return False
    one, other = (np.concatenate(each.paragraphs).tolist()[:_LONGEST] for each in (a, b))
    numbers = frozenset((*a.numbers.tolist(), *b.numbers.tolist()))
    kept, filled, worded = 0, 0, 0
    for what, i, j, k, m in SequenceMatcher(a=one, b=other, autojunk=False).get_opcodes():
        first, second = _parted(one[i:j], numbers), _parted(other[k:m], numbers)
        kept += len(first[0]) if what == "equal" else 0
        filled += what == "replace" and bool(first[0] and second[0]) and first[0] != second[0]
        worded += what == "replace" and bool(first[1] and second[1])
    return filled >= FEWEST and worded >= FEWEST and filled > kept


def _parted(words: Iterable[int], numbers: frozenset[int]) -> tuple[set[int], set[int]]:
    """The numbers among some words, and the other words."""
    found = set(words)
    return found & numbers, found - numbers
