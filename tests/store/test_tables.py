"""Tables of open data as one SQLite file."""

import random
import sqlite3
from contextlib import closing

import pytest

from recount.model.tables import ColumnType, OpenColumn, OpenTable
from recount.store.tables import database

WORDS = ("killed", "at least", "Old Town", "حسن", "élan", "al-Fanar", "seventeen")


def a_table(name: str, rows: int, of: OpenTable | None = None) -> OpenTable:
    chance = random.Random(name)
    columns = (
        OpenColumn("id", ColumnType.STRING, "Its id"),
        OpenColumn("of", ColumnType.STRING, "What it belongs to", None if of is None else of.name),
        OpenColumn("words", ColumnType.STRING, "What it says", searched=True),
        OpenColumn("lat", ColumnType.NUMBER, "Latitude"),
    )
    owners = [None] if of is None else [row[0] for row in of.rows]
    made = (
        (f"{name}-{n}", chance.choice(owners), " ".join(chance.choices(WORDS, k=9)), chance.random())
        for n in range(rows)
    )
    return OpenTable(name, "", columns, tuple(made), ("id",))


@pytest.fixture(scope="module")
def two() -> list[OpenTable]:
    events = a_table("events", 400)
    return [events, a_table("told-of", 3000, events)]


def opened(content: bytes) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(content)
    return connection


def test_a_file_is_sound_and_every_reference_holds(two: list[OpenTable]) -> None:
    with closing(opened(database(two))) as found:
        assert found.execute("pragma integrity_check").fetchall() == [("ok",)]
        assert found.execute("pragma foreign_key_check").fetchall() == []
        assert found.execute("select * from told_of").fetchall() == list(two[1].rows)


def test_the_same_tables_give_the_same_bytes(two: list[OpenTable]) -> None:
    assert database(two) == database(two)


def test_nothing_lies_where_a_page_has_no_cells(two: list[OpenTable]) -> None:
    content = database(two)
    gaps = 0
    for page in range(8192, len(content), 8192):
        if content[page] in (2, 5, 10, 13):
            begins = page + (12 if content[page] < 10 else 8)
            begins += 2 * int.from_bytes(content[page + 3 : page + 5], "big")
            ends = page + (int.from_bytes(content[page + 5 : page + 7], "big") or 65536)
            assert not any(content[begins:ends])
            gaps += ends - begins
    assert gaps > 1000


def test_a_search_finds_words_in_either_script_without_their_marks(two: list[OpenTable]) -> None:
    with closing(opened(database(two))) as found:
        for word in ('"حسن"', '"elan"', '"al-fanar"'):
            assert found.execute("select count(*) from told_of_fts where told_of_fts match ?", (word,)).fetchone()[0]


def test_what_a_column_means_stands_beside_the_data(two: list[OpenTable]) -> None:
    with closing(opened(database(two))) as found:
        told = found.execute("""select about from columns where "table" = 'told_of' and "column" = 'lat'""").fetchall()
    assert told == [("Latitude",)]


def test_datasette_finds_the_search_by_how_it_is_declared(two: list[OpenTable]) -> None:
    with closing(opened(database(two))) as found:
        declared = found.execute("select sql from sqlite_master where name = 'told_of_fts'").fetchone()[0]
    assert 'content="told_of"' in declared
