"""Cells whose meaning is one value of a closed list: by the source's own table of values, else by the list itself."""

from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from recount.extraction.rows.sheet import Entry
from recount.extraction.rows.told import Unread
from recount.extraction.rows.words import folded, lexicon
from recount.model.codes import Cause

_Code = TypeVar("_Code", bound=StrEnum)


def code(entry: Entry, field: str, choices: type[_Code]) -> _Code | None:
    """A field's code; None where it says nothing or a word nobody has mapped, which is told and never guessed."""
    return entry.read(field, _reader(field, choices))


def cause(entry: Entry) -> tuple[str, Cause | None]:
    """The cause as written, and what it maps to: never a party (rule 15)."""
    written = entry.written("cause") or ""
    return written, entry.read("cause", _cause)


def yes(entry: Entry, field: str) -> bool:
    """Whether a field says yes; empty says no."""
    return entry.read(field, _yes) or False


def several(entry: Entry, field: str, choices: type[_Code]) -> tuple[_Code, ...]:
    """The codes of a cell that gives more than one, with `;` between them, in the order of their list."""
    found = entry.read(field, lambda text: _each(text, _reader(field, choices)))
    return tuple(each for each in choices if each in (found or ()))


def _each(text: str, reader: Callable[[str], _Code]) -> tuple[_Code, ...]:
    return tuple(reader(part.strip()) for part in text.split(";") if part.strip())


def _reader(field: str, choices: type[_Code]) -> Callable[[str], _Code]:
    def reader(text: str) -> _Code:
        word = folded(text)
        for each in choices:
            if word in (each.value, each.name.casefold(), each.name.casefold().replace("_", " ")):
                return each
        raise Unread(f"{text[:60]!r} is not a known {field}", f"map it under [values.{field}] in source.toml")

    return reader


def _cause(text: str) -> Cause:
    word = folded(text)
    known = lexicon("causes").get(word)
    if known is not None:
        return Cause(known[0])
    return _reader("cause", Cause)(text)


def _yes(text: str) -> bool:
    word = folded(text)
    if word in ("yes", "y", "true", "1", "x", "نعم"):
        return True
    if word in ("no", "n", "false", "0", "لا"):
        return False
    raise Unread(f"{text[:60]!r} is neither yes nor no", "write yes or no, or map it under [values]")
