"""Tables as text: CSV for spreadsheets, JSON for programs."""

import csv
import io
import json
from collections.abc import Iterable, Sequence

from recount.model.tables import OpenTable, Value

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(table: OpenTable) -> bytes:
    """A table with a header, in UTF-8 with a mark so that spreadsheets read the names; formulas are neutralised."""
    return written([[column.name for column in table.columns]], table.rows)


def written(heads: Iterable[Sequence[str]], rows: Iterable[Sequence[Value]]) -> bytes:
    """Rows of headings as they are, then rows of values."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows(heads)
    writer.writerows([neutral(value) for value in row] for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def neutral(value: Value) -> Value:
    """A cell that no spreadsheet takes for a formula: an apostrophe goes before = + - @ at its beginning."""
    if isinstance(value, str) and value.lstrip(" \u00a0\ufeff").startswith(_FORMULA):
        return "'" + value
    return value


def as_json(table: OpenTable) -> bytes:
    """A list of objects, one a line; values stay as they are."""
    names = [column.name for column in table.columns]
    lines = ",\n".join(json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) for row in table.rows)
    return f"[\n{lines}\n]\n".encode()


def web(url: str) -> str | None:
    """An address on the web; anything else is none that a reader may be sent to."""
    return url if url.startswith(("https://", "http://")) else None
