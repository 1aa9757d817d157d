"""Words around names, by what they are: titles, kunyas, servants and whom they serve."""

import csv
from functools import lru_cache
from importlib.resources import files


def word_list(kind: str) -> frozenset[str]:
    """The words of one kind, folded, in both scripts."""
    return _lists()[kind]


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    text = files("recount.language").joinpath("data", "names", "words.csv").read_text("utf-8")
    found: dict[str, set[str]] = {}
    for row in csv.DictReader(text.splitlines()):
        found.setdefault(row["kind"], set()).add(row["word"])
    return {kind: frozenset(words) for kind, words in found.items()}
