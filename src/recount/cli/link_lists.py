"""Somebody's spreadsheets as records: read by the readers of a case, their columns recognised by their headers."""

import csv
import hashlib
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from recount.errors import CaseError
from recount.language.arabic import fold
from recount.language.scripts import visible
from recount.linkage.headers import Columns, asked_for, date_order, drafted, mapped, sexes
from recount.model.assertions import Record
from recount.model.codes import PlacePrecision, SourceKind
from recount.model.evidence import Document, Mapping, Row, Rows, SetAside, Source, Table
from recount.model.ids import content_id
from recount.model.values import Home, Place

_NAMES = frozenset({"name", "name_arabic", "name_latin"})
_TRIED = 10
_HOME = {"address": "street", **{part: part for part in ("building", "suburb", "postcode", "state", "phone")}}
"""Fields that say where somebody lived, beside what a record calls them."""


@dataclass(frozen=True)
class List:
    """One spreadsheet: its name, its table as received, which columns were read as what, and its people by row."""

    name: str
    table: Table
    columns: Columns
    people: dict[int, Record]
    told: tuple[SetAside, ...]

    @cached_property
    def rows(self) -> dict[int, Row]:
        """The rows by number."""
        return {row.number: row for row in self.table.rows}

    @property
    def said(self) -> str:
        """Which columns were read as what, in one line."""
        return ", ".join(f"{field} = {' + '.join(columns)}" for field, columns in self.columns.items())


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the person at the keyboard said about reading: `--map`, `--encoding`, `--sheet`, `--header-row`."""

    columns: str = ""
    encoding: str = ""
    sheet: str | None = None
    header_row: int | None = None

    @property
    def row(self) -> int:
        """The row the headers stand in, the first where nobody said."""
        return self.header_row or 1


def lists(paths: Sequence[Path], wishes: Wishes) -> Iterator[List]:
    """Read the spreadsheets one after the other.

    Raises:
        CaseError: one cannot be read, or no column of it holds names.
    """
    stems = Counter(path.stem for path in paths)
    names: Counter[str] = Counter()
    for path in paths:
        name = path.stem if stems[path.stem] == 1 else path.as_posix()
        names[name] += 1
        yield _list(path, name if names[name] == 1 else f"{name} ({names[name]})", wishes)


def _list(path: Path, name: str, wishes: Wishes) -> List:
    read_as = _with_encoding(path, wishes)
    table, columns, told = _recognised(path, name, read_as)
    if not wishes.encoding and read_as.encoding != "utf-8":
        guess = SetAside(str(path), f"is not UTF-8 and was read as {read_as.encoding}", "say --encoding if it is not")
        told = (guess, *told)
    if not _NAMES & set(columns):
        headers = ", ".join(repr(column) for column in table.header if column)
        wanted = f"none of {', '.join(asked_for(wishes.columns))} is" if wishes.columns else "no column is known to be"
        raise CaseError(f"{path}: {wanted} its names; its columns are {headers}; say --map name=COLUMN,age=COLUMN")
    people, unread = _people(path, name, table, columns)
    return List(name, table, columns, people, (*told, *unread))


def _recognised(path: Path, name: str, wishes: Wishes) -> tuple[Table, Columns, tuple[SetAside, ...]]:
    """The table with its columns. A title may stand above the headers: the first rows are tried until one is known."""
    first = _tried(path, name, wishes)
    if wishes.header_row is not None or _NAMES & set(first[1]):
        return first
    for row in range(2, _TRIED + 1):
        try:
            table, columns, told = _tried(path, name, replace(wishes, header_row=row))
        except CaseError:
            continue
        if _NAMES & set(columns):
            note = SetAside(str(path), f"its headers were found in row {row}", "say --header-row if they are elsewhere")
            return table, columns, (note, *told)
    return first


def _tried(path: Path, name: str, wishes: Wishes) -> tuple[Table, Columns, tuple[SetAside, ...]]:
    table, told = _table(path, wishes)
    columns = mapped(wishes.columns, table.header, name) if wishes.columns else drafted(table.header)
    return table, columns, told


def _with_encoding(path: Path, wishes: Wishes) -> Wishes:
    """UTF-8 where a text file is that or nobody knows, else the encoding of Arabic Windows where it gives Arabic."""
    if wishes.encoding or path.suffix.lower() not in (".csv", ".tsv", ".txt"):
        return wishes if wishes.encoding else replace(wishes, encoding="utf-8")
    data = path.read_bytes()
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or _decodes(data, "utf-8"):
        return replace(wishes, encoding="utf-8")
    text = data.decode("cp1256", "replace")
    arabic = sum("\u0621" <= letter <= "\u064a" for letter in text)
    if arabic * 3 > sum(letter.isalpha() for letter in text):
        return replace(wishes, encoding="cp1256")
    return replace(wishes, encoding="cp1252" if _decodes(data, "cp1252") else "utf-8")


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _table(path: Path, wishes: Wishes) -> tuple[Table, tuple[SetAside, ...]]:
    from recount.ingestion import IngestionSettings, readers
    from recount.ingestion.readers.job import FORMATS, Job
    from recount.ingestion.sandbox import Sandbox

    form = FORMATS.get(path.suffix.lower())
    if form is None or form.reader not in ("delimited", "workbook", "objects"):
        raise CaseError(f"{path}: is no table that can be read; save it as .csv, .tsv, .xlsx or .ods")
    data = path.read_bytes()
    columns = _header(data, wishes) if form.reader == "delimited" else ()
    job = Job(str(path), str(path), form.reader, wishes.encoding, columns, (), wishes.sheet, wishes.row, True)
    if form.apart:
        with Sandbox(IngestionSettings()) as sandbox:
            reading = sandbox.read(job)
    else:
        reading = readers.read(job)
    if reading.refused is not None:
        raise CaseError(str(reading.refused).replace("in source.toml", "with --encoding"))
    if not reading.tables:
        raise CaseError(f"{path}: holds no table; check --sheet and --header-row")
    return reading.tables[0], reading.told


def _header(data: bytes, wishes: Wishes) -> tuple[str, ...]:
    """The header cut by the delimiter it shows most of, so that the reader knows which one is meant."""
    lines = data.decode(wishes.encoding, "replace").removeprefix("\ufeff").splitlines()
    first = lines[wishes.row - 1] if len(lines) >= wishes.row else ""
    delimiter = max(",;\t", key=first.count)
    return tuple(next(csv.reader(io.StringIO(first), delimiter=delimiter), []))


def _people(path: Path, name: str, table: Table, columns: Columns) -> tuple[dict[int, Record], tuple[SetAside, ...]]:
    """Records by row number; a place is what is written there, since no gazetteer is at hand."""
    from recount.extraction.rows import assertions_in
    from recount.extraction.settings import ExtractionSettings, Theatre
    from recount.language.places import Gazetteer
    from recount.model.scope import Scope

    read = _as_fields(table, columns)
    fields = tuple((field, field) for field in read.header if field not in ("place", *_HOME))
    values = (("sex", sexes(_cells(read, "sex"))),) if "sex" in columns else ()
    order = date_order(cell for field in ("died", "registered", "birth_date") for cell in _cells(read, field))
    mapping = Mapping(Rows.PERSONS, fields, values, date_order=order)
    source = Source(name, name, SourceKind.OTHER, mapping=mapping)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    document = Document(
        content_id("d", (name, digest)), name, str(path), digest, path.stat().st_size, "text/csv", tables=(read,)
    )
    theatre = Theatre((), Gazetteer(), Scope())
    found = assertions_in(document, source, theatre, ExtractionSettings())
    places = dict(zip((row.number for row in read.rows), _cells(read, "place"), strict=False))
    homes = dict(zip((row.number for row in read.rows), _homes(read), strict=True))
    people = {
        _row(one): replace(_placed(one, places.get(_row(one))), home=homes.get(_row(one))) for one in found.records
    }
    return people, found.set_aside


def _as_fields(table: Table, columns: Columns) -> Table:
    """The table with one column a field, the parts of a name joined."""
    at = {column: place for place, column in reversed(list(enumerate(table.header)))}
    rows = [
        Row(row.number, tuple(_joined([row.cells[at[column]] for column in parts]) for parts in columns.values()))
        for row in table.rows
    ]
    return Table(tuple(columns), tuple(rows))


def _joined(cells: Sequence[str | None]) -> str | None:
    return " ".join(cell.strip() for cell in cells if cell and cell.strip()) or None


def _cells(table: Table, field: str) -> list[str | None]:
    if field not in table.header:
        return []
    at = table.header.index(field)
    return [row.cells[at] for row in table.rows]


def _homes(read: Table) -> list[Home | None]:
    """Where each row says that somebody lived, None where it says nothing of it."""
    told = {_HOME[field]: _cells(read, field) for field in read.header if field in _HOME}
    rows = [{part: cells[number] for part, cells in told.items()} for number in range(len(read.rows))]
    return [Home(**row) if any(row.values()) else None for row in rows]


def _row(record: Record) -> int:
    return record.locator.row or 0


def _placed(record: Record, written: str | None) -> Record:
    plain = fold(visible(written or "")).casefold()
    return replace(record, place=Place((plain,), PlacePrecision.NEIGHBOURHOOD, written or "")) if plain else record
