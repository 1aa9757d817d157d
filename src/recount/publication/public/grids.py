"""Plain tables of what is known beside the figures: the register of positions, evidence, breakdowns, list versions."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from recount.model.interval import Interval
from recount.publication.public.scopes import Public, PublicEvidence, PublicParty, PublicWords


@dataclass(frozen=True, slots=True)
class PublicCode(Public):
    """A value of a closed list, with the family of messages that has its word."""

    family: str
    value: str


@dataclass(frozen=True, slots=True)
class PublicSentence(Public):
    """A sentence of the engine, which a page translates."""

    text: str


Simple: TypeAlias = (
    PublicEvidence
    | PublicCode
    | PublicSentence
    | PublicWords
    | PublicParty
    | Interval
    | date
    | str
    | int
    | float
    | None
)
Cell: TypeAlias = "Simple | tuple[Simple, ...]"
"""What a cell may hold; several things stand one below the other."""


@dataclass(frozen=True, slots=True)
class PublicGrid(Public):
    """One table: `name` finds its title and note, `columns` their headings, in the messages."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    about: PublicWords | None = None


@dataclass(frozen=True, slots=True)
class PublicGridPage(Public):
    """A page of tables, at `href`; `name` finds its title and lead in the messages, `about` is whose page it is."""

    href: str
    name: str
    grids: tuple[PublicGrid, ...]
    about: PublicWords | None = None
