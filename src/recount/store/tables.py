"""Tables of open data as one SQLite file that opens in Datasette and in anything else as it is."""

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing

from recount.model.tables import ColumnType, OpenColumn, OpenTable, Value

WRITTEN_BY = 3_040_000
"""The SQLite version that is noted in every file, so that the library of a machine leaves no trace in the bytes."""

_TYPES = {
    ColumnType.STRING: "text",
    ColumnType.INTEGER: "integer",
    ColumnType.NUMBER: "real",
    ColumnType.BOOLEAN: "integer",
    ColumnType.DATE: "text",
}
_PAGE = 8192
_HEADER = 100
_HEADS = {2: 12, 5: 12, 10: 8, 13: 8}
"""Kinds of pages of a tree, with the length of their headings; pages of anything else begin with a zero."""

_COUNTER = slice(24, 28)
_VALID_FOR = slice(92, 96)
_VERSION = slice(96, 100)


def database(tables: Sequence[OpenTable]) -> bytes:
    """One file: every table with its keys, what is searched, and a table of what each column means.

    References are declared, not indexed: indexes would weigh as much as the tables, to save milliseconds.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute(f"pragma page_size = {_PAGE}")
        connection.execute("pragma secure_delete = on")
        connection.execute("begin")
        for table in tables:
            _create(connection, table)
            _fill(connection, table.name, table.rows, len(table.columns))
        _explain(connection, tables)
        for table in tables:
            _make_searchable(connection, table)
        connection.execute("commit")
        connection.execute("vacuum")
        return _untraced(connection.serialize())


def called(name: str) -> str:
    """What a table is called in SQL."""
    return name.replace("-", "_")


def _create(connection: sqlite3.Connection, table: OpenTable) -> None:
    lines = [_column(column) for column in table.columns]
    if table.key:
        lines.append(f"primary key ({', '.join(map(_quoted, table.key))})")
    lines += [
        f"foreign key ({_quoted(column.name)}) references {_quoted(called(column.of))} (id)"
        for column in table.columns
        if column.of is not None
    ]
    body = ",\n  ".join(lines)
    connection.execute(f"create table {_quoted(called(table.name))} (\n  {body}\n)")


def _column(column: OpenColumn) -> str:
    return f"{_quoted(column.name)} {_TYPES[column.type]}"


def _fill(connection: sqlite3.Connection, name: str, rows: Iterable[Sequence[Value]], width: int) -> None:
    places = ", ".join("?" * width)
    connection.executemany(f"insert into {_quoted(called(name))} values ({places})", rows)


def _explain(connection: sqlite3.Connection, tables: Sequence[OpenTable]) -> None:
    connection.execute('create table "columns" ("table" text, "column" text, type text, about text)')
    rows = [
        (called(table.name), column.name, column.type.value, column.about)
        for table in tables
        for column in table.columns
    ]
    _fill(connection, "columns", rows, 4)


def _make_searchable(connection: sqlite3.Connection, table: OpenTable) -> None:
    """An index of words beside the table; Datasette finds it by `content=`, written without spaces."""
    searched = ", ".join(_quoted(column.name) for column in table.columns if column.searched)
    if not searched:
        return
    name, words = _quoted(called(table.name)), _quoted(f"{called(table.name)}_fts")
    connection.execute(
        f"create virtual table {words} using fts5"
        f"({searched}, tokenize = 'unicode61 remove_diacritics 2', content={name}, columnsize=0)"
    )
    connection.execute(f"insert into {words} ({words}) values ('rebuild')")
    connection.execute(f"insert into {words} ({words}) values ('optimize')")


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _untraced(content: bytes) -> bytes:
    """The file without how often it was written, by which library, and what that left where nothing stands."""
    found = bytearray(content)
    found[_COUNTER] = found[_VALID_FOR] = (1).to_bytes(4, "big")
    found[_VERSION] = WRITTEN_BY.to_bytes(4, "big")
    for page in range(0, len(found), _PAGE):
        _clear(found, page)
    return bytes(found)


def _clear(found: bytearray, page: int) -> None:
    """Clear what lies between the list of a page's cells and the first of them (sqlite.org/fileformat2, 1.6)."""
    head = page + (_HEADER if page == 0 else 0)
    if found[head] not in _HEADS:
        return
    cells = int.from_bytes(found[head + 3 : head + 5], "big")
    first = int.from_bytes(found[head + 5 : head + 7], "big") or 65536
    begins = head + _HEADS[found[head]] + 2 * cells
    found[begins : page + first] = bytes(page + first - begins)
