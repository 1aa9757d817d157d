"""Places by name: a gazetteer file per theatre."""

from dataclasses import dataclass

from recount.model.values import Place


@dataclass(frozen=True, slots=True)
class Entry:
    """One gazetteer line: a place with all the names it is known by, in any script."""

    place: Place
    name: str
    names: tuple[str, ...] = ()
    source: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The places of a theatre, in order of id."""

    entries: tuple[Entry, ...] = ()
