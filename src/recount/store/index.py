"""Looking things up: every id with its content, and what rests on what. Derived; may be deleted at any time."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import msgspec

from recount.errors import UnknownSubject
from recount.store.codec import encode


@dataclass(frozen=True, slots=True)
class Thing:
    """Something with an id: its kind, such as `victim`, and its content as JSON."""

    id: str
    kind: str
    json: str


class Index:
    """An index file made by `write_index`."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def find(self, beginning: str) -> Thing:
        """The one thing whose id begins like this.

        Raises:
            UnknownSubject: nothing begins like this, or several things do.
        """
        found = self._ask(
            "select id, kind, json from things where id >= ? and id < ? order by id limit 4",
            (beginning, beginning + "\U0010ffff"),
        )
        things = [Thing(*row) for row in found]
        exact = [thing for thing in things if thing.id == beginning] or things
        if len(exact) == 1:
            return exact[0]
        if not exact:
            raise UnknownSubject(f"nothing in this case has an id that begins with {beginning}")
        some = ", ".join(thing.id for thing in exact[:3])
        raise UnknownSubject(f"several ids begin with {beginning} ({some}); give more of it")

    def rests_on(self, thing: str) -> list[str]:
        """The ids of the evidence a thing rests on directly."""
        return [row[0] for row in self._ask("select rests_on from evidence where thing = ? order by 1", (thing,))]

    def carries(self, thing: str) -> list[str]:
        """The ids of the things that rest directly on this one."""
        return [row[0] for row in self._ask("select thing from evidence where rests_on = ? order by 1", (thing,))]

    def kinds(self) -> dict[str, int]:
        """How many things of each kind there are."""
        counted = self._ask("select kind, count(*) from things group by kind order by kind", ())
        return {kind: int(number) for kind, number in counted}

    def _ask(self, question: str, values: tuple[str, ...]) -> list[tuple[str, ...]]:
        with closing(sqlite3.connect(f"{self.path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            return connection.execute(question, values).fetchall()


def write_index(path: Path, things: Iterable[tuple[str, str, object]]) -> Index:
    """Write (id, kind, value) for everything; evidence is every known id that a value mentions."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}")
    beside.unlink(missing_ok=True)
    rows = [(name, kind, encode(value)) for name, kind, value in things]
    known = {name for name, _, _ in rows}
    with closing(sqlite3.connect(beside)) as connection, connection:
        connection.execute("pragma journal_mode = off")
        connection.execute("pragma synchronous = off")
        connection.executescript(files("recount.store").joinpath("schema.sql").read_text())
        connection.executemany("insert into things values (?, ?, ?)", ((a, b, c.decode()) for a, b, c in rows))
        edges = {
            (name, other) for name, _, content in rows for other in known.intersection(_mentioned(content)) - {name}
        }
        connection.executemany("insert into evidence values (?, ?)", sorted(edges))
    beside.replace(path)
    return Index(path)


def _mentioned(content: bytes) -> Iterator[str]:
    """Every whole text in the content, at any depth."""
    waiting = [msgspec.json.decode(content)]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
