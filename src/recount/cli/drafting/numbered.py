"""Headers of numbers of people, put together from words: of whom, killed or injured, the lower or the higher of two.

`Civilians killed min`, `max_injured_children` and `عدد القتلى المدنيين (الحد الأدنى)` are read by one rule, so that no
list has to hold every combination. A header with a word that the rule does not know is not read by it.
"""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from recount.cli.drafting.keys import key
from recount.ingestion.fields import FIELDS
from recount.model.evidence import Rows

WHOLE = "a number of people; empty is unknown"
PART = "a part of the whole"
CONCEDED = "what the party accepts"
_BOUNDS = {"low": "the lower of two", "high": "the higher of two"}
_LONGEST = 3


@dataclass(frozen=True, slots=True)
class Numbered:
    """What the words of a header say: the outcomes and groups they name, and which of two bounds, if any."""

    outcomes: frozenset[str]
    groups: frozenset[str]
    bounds: frozenset[str]


def numbered(key: tuple[str, ...], rows: Rows) -> tuple[str, bool, str] | None:
    """The field of a header of a number of people, whether that is settled, and why; None where it is no such header.

    Args:
        key: the folded words of the header, in order.
        rows: what one row is.
    """
    said = _said(key)
    if said is None or len(said.groups) > 1 or len(said.bounds) > 1:
        return None
    found = _field(said)
    if found is None or found[0] not in FIELDS[rows]:
        return None
    return found


def _field(said: Numbered) -> tuple[str, bool, str] | None:
    bound = next(iter(said.bounds), "")
    end = f"_{bound}" if bound else ""
    group = next(iter(said.groups), "")
    if "conceded" in said.outcomes:
        others = said.outcomes - {"conceded", "killed"}
        part = group not in ("", "civilians")
        return None if others or part else (f"conceded{end}", True, _BOUNDS.get(bound, CONCEDED))
    if len(said.outcomes) == 1:
        outcome = next(iter(said.outcomes))
        field = f"{outcome}_{group}{end}" if group else f"{outcome}{end}"
        return field, True, PART if group else _BOUNDS.get(bound, WHOLE)
    if not said.outcomes and group:
        return f"killed_{group}{end}", False, "whether killed or injured is not said"
    return (f"killed{end}", False, "of whom is not said") if not said.outcomes and bound else None


def _said(key: tuple[str, ...]) -> Numbered | None:
    """Every word of a header by its role; None where one of them is not known."""
    found: dict[str, set[str]] = {"outcome": set(), "group": set(), "bound": set(), "said": set()}
    at = 0
    while at < len(key):
        taken = next((size for size in range(_LONGEST, 0, -1) if key[at : at + size] in _words()), 0)
        if not taken:
            return None
        role, meaning = _words()[key[at : at + taken]]
        found[role].add(meaning)
        at += taken
    return Numbered(frozenset(found["outcome"]), frozenset(found["group"]), frozenset(found["bound"]))


@cache
def _words() -> dict[tuple[str, ...], tuple[str, str]]:
    text = files("recount.cli.drafting").joinpath("numbers.csv").read_text(encoding="utf-8")
    return {key(line["word"]): (line["role"], line["meaning"]) for line in csv.DictReader(text.splitlines())}
