"""From rows to tables with declared columns, and columns read off the rows where a table is one case's own."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from importlib.resources import files

import msgspec

from recount.model.tables import ColumnType, OpenColumn, OpenTable, Value

Row = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class _Declared:
    about: str
    type: str = "string"
    of: str | None = None
    hxl: str = ""
    searched: bool = False


@dataclass(frozen=True, slots=True)
class _Table:
    key: tuple[str, ...]
    columns: dict[str, _Declared]


_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@cache
def shapes() -> Mapping[str, OpenTable]:
    """Every declared table, with its columns and without rows; what it is for is in the messages."""
    text = files("recount.publication.formats").joinpath("tables.toml").read_text("utf-8")
    declared = msgspec.toml.decode(text, type=dict[str, _Table])
    return {name: _shape(name, table) for name, table in declared.items()}


def _shape(name: str, declared: _Table) -> OpenTable:
    columns = tuple(_column(column, told) for column, told in declared.columns.items())
    return OpenTable(name, "", columns, (), declared.key)


def _column(name: str, told: _Declared) -> OpenColumn:
    return OpenColumn(name, ColumnType(told.type), told.about, told.of, told.hxl, told.searched)


def shaped(name: str, about: str, rows: Iterable[Row]) -> OpenTable:
    """A declared table. A column of whole numbers that holds a fraction becomes one of numbers, never a rounded one."""
    shape = shapes()[name]
    names = [column.name for column in shape.columns]
    filled = tuple(tuple(_value(row[column]) for column in names) for row in rows)
    columns = tuple(_wide(column, [row[place] for row in filled]) for place, column in enumerate(shape.columns))
    return replace(shape, about=about, columns=columns, rows=filled, key=_key(shape.key, names, filled))


def _key(key: Sequence[str], names: Sequence[str], rows: Sequence[Sequence[Value]]) -> tuple[str, ...]:
    """The key, where it tells all rows apart."""
    places = [names.index(name) for name in key]
    told = {tuple(row[place] for place in places) for row in rows}
    return tuple(key) if len(told) == len(rows) else ()


def _wide(column: OpenColumn, values: Iterable[Value]) -> OpenColumn:
    if column.type is ColumnType.INTEGER and any(isinstance(value, float) for value in values):
        return replace(column, type=ColumnType.NUMBER)
    return column


def read_off(name: str, about: str, rows: Sequence[Row], headings: Mapping[str, str]) -> OpenTable:
    """A table whose columns are those of its rows."""
    names = list(dict.fromkeys(column for row in rows for column in row))
    filled = tuple(tuple(_value(row.get(column)) for column in names) for row in rows)
    columns = tuple(
        OpenColumn(column, _type([row[place] for row in filled]), headings.get(column, column))
        for place, column in enumerate(names)
    )
    return OpenTable(name, about, columns, filled)


def _value(value: Value) -> Value:
    """A plain value; text that says nothing is nothing."""
    if isinstance(value, Enum):
        value = str(value.value)
    return None if value == "" else value


def _type(values: Iterable[Value]) -> ColumnType:
    given = [value for value in values if value is not None]
    if given and all(isinstance(value, bool) for value in given):
        return ColumnType.BOOLEAN
    if given and all(isinstance(value, int) and not isinstance(value, bool) for value in given):
        return ColumnType.INTEGER
    if given and all(isinstance(value, (int, float)) and not isinstance(value, bool) for value in given):
        return ColumnType.NUMBER
    return ColumnType.DATE if given and all(_is_day(value) for value in given) else ColumnType.STRING


def _is_day(value: Value) -> bool:
    return isinstance(value, str) and _DAY.fullmatch(value) is not None


def anchored(tables: Sequence[OpenTable]) -> tuple[OpenTable, ...]:
    """The tables with only those references that hold in every row."""
    ids = {table.name: _ids(table) for table in tables if table.key == ("id",)}
    return tuple(_anchored(table, ids) for table in tables)


def _ids(table: OpenTable) -> frozenset[Value]:
    place = next(place for place, column in enumerate(table.columns) if column.name == "id")
    return frozenset(row[place] for row in table.rows)


def _anchored(table: OpenTable, ids: Mapping[str, frozenset[Value]]) -> OpenTable:
    columns = []
    for place, column in enumerate(table.columns):
        held = column.of in ids and {row[place] for row in table.rows} - {None} <= ids[column.of or ""]
        columns.append(column if column.of is None or held else replace(column, of=None))
    return replace(table, columns=tuple(columns))
