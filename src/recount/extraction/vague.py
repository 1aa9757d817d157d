"""Vague words under a named policy: `dozens` is kept literally, and read as an analysis wants it read."""

from dataclasses import replace

from recount.errors import SettingsError
from recount.extraction.reads import Read
from recount.language.sentences import Parsed
from recount.model.codes import ClaimKind
from recount.model.interval import Interval

POLICIES = ("literal", "acled", "airwars", "ibc")
"""What each reads a vague word as stands on the word's own line in the lexicon; where it says nothing, literally."""


def policy(name: str) -> str:
    """A policy's name, checked.

    Raises:
        SettingsError: there is no policy of that name.
    """
    if name not in POLICIES:
        raise SettingsError(f"[extraction] vague = {name!r}: there are {', '.join(POLICIES)}; correct recount.toml")
    return name


def read_under(name: str, text: Parsed, read: Read) -> Read:
    """A claim with its vague words read under a policy; every other claim as it is."""
    claim = read.claim
    if name == "literal" or claim.quantity.kind is not ClaimKind.VAGUE:
        return read
    said = read.suffered.phrase.quantity
    for at in range(said.first, said.last):
        mark = text.marks[at].get("numbers")
        for part in mark.means if mark is not None else ():
            if part.startswith(f"{name}="):
                return replace(read, claim=replace(claim, quantity=replace(claim.quantity, interval=_interval(part))))
    return read


def _interval(part: str) -> Interval:
    low, _, high = part.partition("=")[2].partition("-")
    return Interval(int(low), int(high or low))
