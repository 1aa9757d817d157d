"""A release as one SQLite file, and what Datasette is told of it."""

from collections.abc import Sequence

from recount.model.tables import OpenTable

NAME = "recount.sqlite"


def as_database(tables: Sequence[OpenTable]) -> bytes:
    """All tables in one file, written by the room that opens SQLite."""
    from recount.store.tables import database

    return database(tables)


def described(title: str, about: str, tables: Sequence[OpenTable]) -> dict[str, object]:
    """What `datasette recount.sqlite --metadata metadata.json` shows beside each table and column."""
    told = {
        table.name.replace("-", "_"): {
            "description": table.about,
            "columns": {column.name: column.about for column in table.columns},
        }
        for table in tables
    }
    return {"title": title, "description": about, "databases": {NAME.removesuffix(".sqlite"): {"tables": told}}}
