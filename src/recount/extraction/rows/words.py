"""Words that stand in cells, as data with a reason each: months, ages, causes, and what means that nothing is known."""

import csv
import unicodedata
from functools import cache
from importlib.resources import files

from recount.language.scripts import visible


@cache
def lexicon(name: str) -> dict[str, tuple[str, ...]]:
    """One of the lists in `data/`: a word, folded, to what stands beside it."""
    text = files("recount.extraction.rows").joinpath(f"data/{name}.csv").read_text(encoding="utf-8")
    lines = list(csv.reader(text.splitlines()))
    return {folded(line[0]): tuple(line[1:-1]) for line in lines[1:]}


def folded(text: str) -> str:
    """A cell as it is looked up in a lexicon: no invisible marks, blanks run together, case folded."""
    return visible(text).casefold()


def in_ascii_digits(text: str) -> str:
    """Eastern Arabic, Persian and any other decimal digits as 0 to 9."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(each)) if each.isdecimal() else each for each in text)


def plain(text: str) -> str:
    """A cell as numbers and dates are read from it."""
    return in_ascii_digits(visible(text))
