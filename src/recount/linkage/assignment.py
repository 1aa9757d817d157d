"""One to one: where every list names a person once, each record answers at most one record of each other list."""

from collections.abc import Iterable
from dataclasses import replace

from recount.model.assertions import Record
from recount.model.people import Links, ScoredPair


def one_to_one(records: Iterable[Record], links: Links) -> Links:
    """The links with, for every two lists, the likeliest pairs first and no record twice; none within one list.

    Only pairs that reach the threshold take a place; below it all likely pairs are kept for a reviewer.
    """
    lists = {record.id: f"{record.source}@{record.list_version or ''}" for record in records}
    taken: set[tuple[str, str]] = set()
    kept: list[ScoredPair] = []
    for pair in sorted(links.pairs, key=lambda pair: (-_bits(pair), pair.left, pair.right)):
        left, right = lists[pair.left], lists[pair.right]
        places = {(pair.left, right), (pair.right, left)}
        if left == right or places & taken:
            continue
        kept.append(pair)
        if pair.probability >= links.threshold:
            taken |= places
    return replace(links, pairs=tuple(sorted(kept, key=lambda pair: (pair.left, pair.right))))


def _bits(pair: ScoredPair) -> float:
    """The score a probability is rounded from, which still tells two likely pairs apart."""
    return sum(weight.bits for weight in pair.weights)
