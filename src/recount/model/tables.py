"""A table of open data: its columns, each with a type and a meaning, and its rows."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

Value: TypeAlias = str | int | float | bool | None
"""What a cell of open data may hold; days are written 2017-03-17, None is what nobody knows."""


class ColumnType(StrEnum):
    """What a column holds, in the words of Frictionless Table Schema."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class OpenColumn:
    """A column: `of` is the table whose `id` it holds, `hxl` its hashtag; `searched` words can be looked up."""

    name: str
    type: ColumnType
    about: str
    of: str | None = None
    hxl: str = ""
    searched: bool = False


@dataclass(frozen=True, slots=True)
class OpenTable:
    """A table of open data. `key` are the columns that tell its rows apart, empty where none do."""

    name: str
    about: str
    columns: tuple[OpenColumn, ...]
    rows: tuple[tuple[Value, ...], ...]
    key: tuple[str, ...] = ()
