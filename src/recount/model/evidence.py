"""Evidence: what was received, never edited."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from recount.model.codes import SourceKind


class Rows(StrEnum):
    """What one row of a source's tables stands for."""

    PERSONS = "persons"
    INCIDENTS = "incidents"
    POSITIONS = "positions"
    PROPOSITIONS = "propositions"
    MONTHLY = "monthly"
    EVIDENCE = "evidence"
    TALLIES = "tallies"


@dataclass(frozen=True, slots=True)
class Expectation:
    """What the keeper of a source expects of its tables; a build says where one is not met.

    `rows` bounds the number of rows; `known` lists the values a field may have.
    """

    rows_low: int | None = None
    rows_high: int | None = None
    known: tuple[tuple[str, tuple[str, ...]], ...] = ()
    required: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mapping:
    """How a source's columns become fields.

    `columns` pairs a field of Recount with the column as its header is written; `values` pairs a field with
    (as written, meaning) pairs; `constants` sets fields for every row; `ignored` are columns nobody needs to read.
    `date_order` is YMD, DMY or MDY. `layout` names the shipped layout it builds on; a field may then stand with several
    columns, of which a file has one, and `optional` are fields whose column a file may lack.
    """

    rows: Rows
    columns: tuple[tuple[str, str], ...]
    values: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    constants: tuple[tuple[str, str], ...] = ()
    ignored: tuple[str, ...] = ()
    sealed: tuple[str, ...] = ()
    date_order: str = "YMD"
    sheet: str | None = None
    header_row: int = 1
    layout: str = ""
    optional: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """A person's correction of one cell, kept in the source's hand/ folder; the document stays as received."""

    file: str
    row: int
    column: str
    was: str
    becomes: str
    reason: str


SEALED = "sealed"
"""Stands for whoever must not be named: what was written in its place never leaves the reading."""


@dataclass(frozen=True, slots=True)
class About:
    """What the keeper of a source notes of one of its documents.

    `from_whom` is `SEALED` where somebody handed it over who must not be named: the name itself is never kept.
    """

    file: str
    published: date | None = None
    received: date | None = None
    title: str = ""
    url: str = ""
    publisher: str = ""
    credit: tuple[str, ...] = ()
    language: str = ""
    version: str | None = None
    obtained: str = ""
    from_whom: str = ""


@dataclass(frozen=True, slots=True)
class Removal:
    """Why a list's keeper took an entry out: the entry's own id or code, the first version without it, the reason."""

    key: str
    version: str
    reason: str


@dataclass(frozen=True, slots=True)
class Source:
    """Who publishes or keeps something: kind, licence, language, how we got it, whom it depends on.

    `names` are what else texts call it, in any script: a claim laid to one of them is in its voice.
    """

    id: str
    name: str
    kind: SourceKind
    language: str = "en"
    licence: str = ""
    url: str = ""
    obtained: str = ""
    depends_on: tuple[str, ...] = ()
    party: str | None = None
    encoding: str = "utf-8"
    name_ar: str = ""
    note: str = ""
    mapping: Mapping | None = None
    expect: Expectation = Expectation()
    documents: tuple[About, ...] = ()
    corrections: tuple[Correction, ...] = ()
    removals: tuple[Removal, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table as received: its number as the file shows it (from 1) and its cells, None where empty."""

    number: int
    cells: tuple[str | None, ...]
    pointer: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a document: header as written and rows as received. `sheet` is None for CSV and JSON."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    sheet: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One captured file, addressed by its bytes.

    `path` is relative to the case folder. `text` is what a reader sees, exactly as extracted, for reports; its
    character offsets are what claims point into. `tables` hold the rows of lists. `published` is when its publisher
    dated it, `received` when we got it, `obtained` how, where it differs from the rest of its source, and `from_whom`
    from whom, `SEALED` where that is not said.
    """

    id: str
    source: str
    path: str
    sha256: str
    size: int
    media_type: str
    received: date | None = None
    published: date | None = None
    title: str = ""
    url: str = ""
    publisher: str = ""
    credit: tuple[str, ...] = ()
    language: str = "en"
    reader: str = ""
    text: str | None = None
    text_sha256: str | None = None
    tables: tuple[Table, ...] = ()
    version: str | None = None
    obtained: str = ""
    from_whom: str = ""


@dataclass(frozen=True, slots=True)
class Locator:
    """Where an assertion stands: characters of a text, a cell or row of a table, or a JSON pointer.

    `start` and `end` are code points of `Document.text`. `row` is the number the file shows, from 1; `column` the
    header as written.
    """

    document: str
    start: int | None = None
    end: int | None = None
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    pointer: str | None = None

    def __str__(self) -> str:
        where = [self.document]
        if self.start is not None:
            where.append(f"characters {self.start}–{self.end}")
        if self.sheet is not None:
            where.append(f"sheet {self.sheet}")
        if self.row is not None:
            where.append(f"row {self.row}")
        if self.column is not None:
            where.append(f"column {self.column}")
        if self.pointer is not None:
            where.append(self.pointer)
        return ", ".join(where)


@dataclass(frozen=True, slots=True)
class SetAside:
    """Something the build could not use: where, what, and what to do next. Nothing is dropped without one.

    `whole` says that what stands there (a file, a row) is left out entirely; otherwise only a value was.
    """

    where: str
    what: str
    remedy: str
    whole: bool = True

    def __str__(self) -> str:
        return f"{self.where}: {self.what}; {self.remedy}"


@dataclass(frozen=True, slots=True)
class Intake:
    """What `ingest` returns: the documents of a case in order of path, and what was set aside.

    `root` is the case folder where a notebook works step by step; a build leaves it empty.
    """

    documents: tuple[Document, ...]
    set_aside: tuple[SetAside, ...] = ()
    root: str = ""
