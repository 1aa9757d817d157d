"""Reading a release as anybody else's tools would: every text that any of its files holds, rows of its tables."""

import csv
import gzip
import io
import sqlite3
from contextlib import closing
from pathlib import Path

from pyarrow import parquet

Value = str | int | float | bool | None


def everything(folder: Path) -> str:
    """All that stands in any file of a folder, packed ones unpacked."""
    return "\n".join(opened(path) for path in sorted(folder.rglob("*")) if path.is_file())


def opened(path: Path) -> str:
    """All that stands in one file."""
    if path.suffix == ".parquet":
        told = parquet.read_schema(path)
        return f"{told.metadata}{[field.metadata for field in told]}{parquet.read_table(path).to_pylist()}"
    if path.suffix == ".sqlite":
        raw = path.read_bytes().decode("utf-8", "replace")
        return raw + "".join(str(sqlite_rows(path, table)) for table in sqlite_tables(path))
    if path.suffix == ".gz":
        return gzip.decompress(path.read_bytes()).decode("utf-8")
    if path.suffix == ".pdf":
        return _printed(path)
    return path.read_text("utf-8")


def _printed(path: Path) -> str:
    """The words of a report on paper, its outline and what it says of itself, and its bytes."""
    import pypdfium2  # type: ignore[import-untyped]

    document = pypdfium2.PdfDocument(path)
    pages = [page.get_textpage().get_text_range() for page in document]
    return "\n".join([*pages, str(document.get_metadata_dict()), path.read_bytes().decode("utf-8", "replace")])


def sqlite_tables(path: Path) -> list[str]:
    """The tables of a database, those of its search among them."""
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("select name from sqlite_master where type = 'table' order by 1")
        return [name for (name,) in found]


def sqlite_rows(path: Path, table: str) -> list[dict[str, Value]]:
    """The rows of one table of a database, in order."""
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute(f'select * from "{table}"')
        names = [column[0] for column in found.description]
        return [dict(zip(names, row, strict=True)) for row in found]


def csv_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))


def parquet_rows(path: Path) -> list[dict[str, Value]]:
    """The rows of a Parquet file; days as they are written elsewhere."""
    rows = parquet.read_table(path).to_pylist()
    return [{name: _plain(value) for name, value in row.items()} for row in rows]


def _plain(value: object) -> Value:
    return value if isinstance(value, (str, int, float, bool)) or value is None else str(value)
