"""What the words of a column of codes mean: by the list itself, by values.csv, or by what every shipped layout says."""

import csv
from functools import cache
from importlib.resources import files

from recount.extraction.rows.words import folded, lexicon
from recount.ingestion.fields import CODES, code
from recount.ingestion.layouts import every


def read_as_it_stands(field: str, written: str) -> bool:
    """Whether a build reads a word without being told what it means, or as a word for nothing known."""
    word = folded(written)
    return (
        code(field, word) is not None or word in lexicon("absent") or (field == "cause" and word in lexicon("causes"))
    )


def known(field: str, written: str) -> str | None:
    """The meaning of a word, as far as anything here knows one; None where nobody has mapped it."""
    if field not in CODES:
        return None
    word = folded(written)
    if read_as_it_stands(field, written):
        return code(field, word) or word
    return _vocabulary().get((field, word))


@cache
def _vocabulary() -> dict[tuple[str, str], str]:
    """Words of values.csv, then of the layouts as far as these agree with each other."""
    text = files("recount.cli.drafting").joinpath("values.csv").read_text(encoding="utf-8")
    found = {(line["field"], folded(line["word"])): line["meaning"] for line in csv.DictReader(text.splitlines())}
    said: dict[tuple[str, str], set[str]] = {}
    for layout in every():
        for field, pairs in layout.values:
            for word, meaning in pairs if field in CODES and field != "accuracy" else ():
                said.setdefault((field, folded(word)), set()).add(code(field, meaning) or meaning)
    agreed = {key: min(meanings) for key, meanings in said.items() if len(meanings) == 1}
    return agreed | found
