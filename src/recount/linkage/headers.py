"""Which columns of somebody's spreadsheet are the name, the sex, the age: the usual headers in English and Arabic.

A column called *id* or *no.* is left alone: two lists that both count their rows from 1 do not share people.
"""

import csv
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files

from recount.errors import UnknownSubject
from recount.language.arabic import fold
from recount.language.scripts import visible

FIELDS = (
    "name", "name_arabic", "name_latin", "sex", "age", "birth_year", "birth_date", "died", "registered", "place",
    "cause", "official_id", "code", "given", "father", "grandfather", "surname", "address", "building", "suburb",
    "postcode", "state", "phone", "id",
)  # fmt: skip
"""What a column may be read as. A name may be told by its parts, `given` to `surname`; `id` is an official id."""
_PARTS = ("given", "father", "grandfather", "surname")
_ALSO = {"id": "official_id"}

Columns = dict[str, tuple[str, ...]]
"""A field with the headers it is read from: several for a name whose parts stand in columns of their own."""

_BETWEEN = re.compile(r"[\W_]+")


def drafted(header: Sequence[str]) -> Columns:
    """The fields that usual headers stand for. A whole name goes before its parts, the first of two columns wins."""
    known = _known()
    found: dict[str, dict[int, str]] = {}
    for column in header:
        field, part = known.get(_plain(column), ("", 0))
        if field:
            found.setdefault(field, {}).setdefault(part, column)
    return {field: _in_order(parts) for field, parts in sorted(found.items())}


def _in_order(parts: dict[int, str]) -> tuple[str, ...]:
    """The whole where there is one; in French lists, where `nom` beside `prénom` is the family name, both."""
    if 0 in parts and 1 in parts:
        return parts[1], parts[0]
    return (parts[0],) if 0 in parts else tuple(parts[number] for number in sorted(parts))


def mapped(asked: str, header: Sequence[str], of: str = "") -> Columns:
    """The fields as a person names them, `name=COLUMN,age=COLUMN`; parts of a name are joined by `+`.

    A column of another list may be named too: what this list does not have is left out. `ngo:name=COLUMN` is said of
    the list of that name alone, and `of` is the name of this one.

    Raises:
        UnknownSubject: no such field, or not written so.
    """
    columns = {visible(column).casefold(): column for column in header}
    found: Columns = {}
    for piece in filter(None, (part.strip() for part in asked.split(","))):
        field, equals, written = (part.strip() for part in piece.partition("="))
        among, colon, bare = field.rpartition(":")
        if colon and among.strip() != of and bare.strip() in FIELDS and equals:
            continue
        field = bare.strip()
        if field not in FIELDS or not equals:
            raise UnknownSubject(f"--map {piece}: write FIELD=COLUMN with a field of {', '.join(FIELDS)}")
        whole = columns.get(visible(written).casefold())
        named = [whole] if whole else [columns.get(visible(part).casefold()) for part in written.split("+")]
        there = tuple(column for column in named if column is not None)
        if there and len(there) == len(named) and field not in found:
            found[field] = there
    return _together(found)


def _together(found: Columns) -> Columns:
    """The columns with the parts of a name put together, and each field under one name."""
    parts = tuple(column for part in _PARTS for column in found.get(part, ()))
    whole = {_ALSO.get(field, field): columns for field, columns in found.items() if field not in _PARTS}
    return {**({"name": parts} if parts and "name" not in whole else {}), **whole}


def asked_for(asked: str) -> list[str]:
    """The pieces of a mapping as written, for a message."""
    return [part.strip() for part in asked.split(",") if part.strip()]


@lru_cache(maxsize=1)
def _known() -> dict[str, tuple[str, int]]:
    return {_plain(row["header"]): (row["field"], int(row["part"])) for row in _rows("headers")}


def sexes(written: Iterable[str | None]) -> tuple[tuple[str, str], ...]:
    """What the words of a column mean, for those that are a usual word for male or female."""
    known = {_plain(row["word"]): row["means"] for row in _rows("sexes")}
    words = sorted({cell.strip() for cell in written if cell and cell.strip()})
    return tuple((word, known[_plain(word)]) for word in words if _plain(word) in known)


def date_order(cells: Iterable[str | None]) -> str:
    """Whether dates are written year, day or month first; day first where nothing tells."""
    order = "DMY"
    for cell in cells:
        numbers = [int(part) for part in re.findall(r"\d+", cell or "")[:3]]
        if numbers and numbers[0] > 31:
            return "YMD"
        if len(numbers) == 3 and numbers[0] > 12:
            return "DMY"
        if len(numbers) == 3 and numbers[1] > 12:
            order = "MDY"
    return order


def _plain(text: str) -> str:
    """A header or word without case, marks and the letters Arabic writes in several ways."""
    return " ".join(_BETWEEN.sub(" ", fold(visible(text)).casefold().replace("'", "").replace("’", "")).split())


def _rows(name: str) -> list[dict[str, str]]:
    text = files("recount.linkage").joinpath("data", f"{name}.csv").read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))
