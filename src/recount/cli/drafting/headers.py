"""What a header may mean, by the words of headers.csv in English, Arabic and Sorani."""

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from recount.cli.drafting.keys import key
from recount.cli.drafting.numbered import numbered
from recount.ingestion.fields import FIELDS
from recount.model.evidence import Rows

SEAL, IGNORE = "(seal)", "(ignore)"
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]")


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing a header may mean: a field (or SEAL, IGNORE), whether the word alone settles it, and why (not)."""

    field: str
    sure: bool
    reason: str


def meaning(header: str, rows: Rows) -> Meaning | None:
    """What a header means in rows of a kind: the whole of it, without what stands in brackets, or a part of it."""
    known = _known()[rows]
    number = None if key(header) in known else numbered(key(header), rows)
    if number is not None:
        return Meaning(*number)
    for text in (header, _ASIDE.sub(" ", header), header.rpartition(".")[2]):
        found = known.get(key(text))
        if found is not None:
            return found
    part = _longest(key(_ASIDE.sub(" ", header)), known)
    return None if part is None else Meaning(part.field, part.field == SEAL, "only a part of the header is known")


def _longest(header: tuple[str, ...], known: dict[tuple[str, ...], Meaning]) -> Meaning | None:
    """The longest known stretch of words in a header; a stretch to seal goes before all others."""
    stretches = [header[a:b] for a in range(len(header)) for b in range(a + 1, len(header) + 1)]
    found = [(known[each].field == SEAL, len(each), known[each]) for each in stretches if each in known]
    found = [each for each in found if each[2].field != IGNORE]
    return max(found, key=lambda each: each[:2], default=(False, 0, None))[2]


@cache
def _known() -> dict[Rows, dict[tuple[str, ...], Meaning]]:
    text = files("recount.cli.drafting").joinpath("headers.csv").read_text(encoding="utf-8")
    found: dict[Rows, dict[tuple[str, ...], Meaning]] = {rows: {} for rows in Rows}
    for line in csv.DictReader(text.splitlines()):
        kinds = list(Rows) if line["rows"] == "*" else [Rows(line["rows"])]
        one = Meaning(line["field"], line["sure"] == "yes", line["reason"])
        for rows in kinds:
            found[rows].setdefault(key(line["word"]), one)
    for rows, fields in FIELDS.items():
        for field in fields:
            found[rows].setdefault(key(field), Meaning(field, True, "the field's own name"))
    return found
