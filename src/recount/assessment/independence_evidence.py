"""The sentences of two reports that show what one has of the other, side by side."""

import re
from collections.abc import Callable
from typing import NamedTuple

from recount.assessment.independence_words import normal, own_words, spoken_words, term

_SENTENCE = re.compile(r"[^\n.!?؟]+(?:[.!?؟](?!\s|[\"”»)]|$)[^\n.!?؟]*)*[.!?؟]*[\"”»)]*")
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\d[\d,.]*\d|\d|[^\W\d_]+")
_LONGEST = 100_000
_FEWEST = 3


class Beside(NamedTuple):
    """A sentence of one report and the one of another that says the most of the same: characters (start, end)."""

    here: tuple[int, int]
    there: tuple[int, int]
    shared: int


def beside(a: str, b: str, *, most: int = 3, spoken: bool = False) -> list[Beside]:
    """The sentences that two reports share most of, in the order of the first; of very long texts the beginning.

    Args:
        a: one report.
        b: the other.
        most: how many pairs at most.
        spoken: compare what stands between quotation marks only; otherwise only a paper's own words.
    """
    view = spoken_words if spoken else own_words
    first, second = _sentences(a[:_LONGEST], view), _sentences(b[:_LONGEST], view)
    held: dict[str, list[int]] = {}
    for index, (_, terms) in enumerate(second):
        for one in terms:
            held.setdefault(one, []).append(index)
    found = [pair for span, terms in first if (pair := _best(span, terms, second, held)) is not None]
    return sorted(sorted(found, key=lambda one: (-one.shared, one.here))[:most])


def _best(
    span: tuple[int, int],
    terms: frozenset[str],
    others: list[tuple[tuple[int, int], frozenset[str]]],
    held: dict[str, list[int]],
) -> Beside | None:
    counts: dict[int, int] = {}
    for one in sorted(terms):
        for index in held.get(one, ())[:50]:
            counts[index] = counts.get(index, 0) + 1
    best = min(counts, key=lambda index: (-counts[index], index), default=None)
    return None if best is None or counts[best] < _FEWEST else Beside(span, others[best][0], counts[best])


def _sentences(text: str, view: Callable[[str], str]) -> list[tuple[tuple[int, int], frozenset[str]]]:
    seen = view(text)
    found = []
    for match in _SENTENCE.finditer(text):
        start, end = match.span()
        start += len(match.group()) - len(match.group().lstrip())
        terms = {term(normal(word)) for word in _WORD.findall(seen[start:end])}
        found.append(((start, end), frozenset(one for one in terms if one is not None)))
    return found
