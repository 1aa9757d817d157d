"""What the page of downloads lists: whole files with what each is for, and each table in its formats."""

from collections.abc import Mapping, Sequence

from recount.publication.pages import Shown
from recount.publication.wording import Wording

FORMATS = (("csv", "CSV"), ("csv.gz", "CSV (gzip)"), ("hxl.csv", "HXL"), ("parquet", "Parquet"), ("json", "JSON"))
"""Endings of the files of one table, with what their links are called."""

_FIRST = ("recount.sqlite", "datapackage.json", "metadata.json")


def listed(files: Mapping[str, tuple[int, str]], say: Wording) -> dict[str, Shown]:
    """The values of the page, for files by name, each with its size and checksum."""
    tables = [name.removesuffix(".parquet") for name in files if name.endswith(".parquet")]
    parts = {f"{table}.{ending}" for table in tables for ending, _ in FORMATS}
    whole = [name for name in files if name not in parts]
    ordered = sorted(whole, key=lambda name: (_FIRST.index(name) if name in _FIRST else len(_FIRST), name))
    return {"whole": [_whole(name, *files[name], say) for name in ordered], "tables": _tables(tables, files, say)}


def _whole(name: str, size: int, checksum: str, say: Wording) -> Sequence[Shown]:
    key = name.casefold().replace(".", "_")
    return (name, say(f"downloads.{key}"), _size(size, say), checksum)


def _tables(tables: Sequence[str], files: Mapping[str, tuple[int, str]], say: Wording) -> list[Shown]:
    found: list[Shown] = []
    for table in tables:
        names = [(label, f"{table}.{ending}") for ending, label in FORMATS]
        links: list[Shown] = [(label, name, _size(files[name][0], say)) for label, name in names if name in files]
        found.append((table, _about(table, say), links))
    return found


def _about(table: str, say: Wording) -> str:
    return say(f"table.{table}") if say.has(f"table.{table}") else say(f"grid.{table.replace('-', '_')}")


def _size(size: int, say: Wording) -> str:
    return f"{say.number(-(-size // 1024))} kB"
