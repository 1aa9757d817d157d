"""Vague words under a named policy: `dozens` is kept literally, and read as an analysis wants it read."""

import csv
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files

from recount.errors import SettingsError
from recount.extraction.reads import Read
from recount.language.sentences import Parsed
from recount.model.codes import ClaimKind
from recount.model.interval import Interval

POLICIES = ("literal", "acled", "airwars", "ibc")
"""What each makes of a word stands in `data/vague.csv` with its source; what is not there is read literally."""


def policy(name: str) -> str:
    """A policy's name, checked.

    Raises:
        SettingsError: there is no policy of that name.
    """
    if name not in POLICIES:
        raise SettingsError(f"[extraction] vague = {name!r}: there are {', '.join(POLICIES)}; correct recount.toml")
    return name


@lru_cache(maxsize=1)
def readings() -> Mapping[tuple[str, str], Interval]:
    """What each policy makes of each word, by (policy, word)."""
    text = (files("recount.extraction") / "data" / "vague.csv").read_text(encoding="utf-8")
    return {
        (line["policy"], line["word"]): Interval(int(line["low"]), int(line["high"]))
        for line in csv.DictReader(text.splitlines())
        if line["low"]
    }


def read_under(name: str, text: Parsed, read: Read) -> Read:
    """A claim with its vague word read under a policy, and how it was read; every other claim as it is."""
    claim = read.claim
    word = _word(text, read) if claim.quantity.kind is ClaimKind.VAGUE else None
    interval = None if word is None else readings().get((name, word))
    if interval is None:
        return read
    shown = str(interval.low) if interval.low == interval.high else f"{interval.low}–{interval.high}"
    told = f"{claim.found_by}; {word} read as {shown} ({name})"
    quantity = replace(claim.quantity, interval=interval)
    return replace(read, claim=replace(claim, quantity=quantity, found_by=told))


def _word(text: Parsed, read: Read) -> str | None:
    """The vague word of a claim by its name in the lexicon."""
    said = read.suffered.phrase.quantity
    for at in range(said.first, said.last):
        mark = text.marks[at].get("numbers")
        for part in mark.means if mark is not None else ():
            if part.startswith("is="):
                return part[3:]
    return None
