"""A table being read: its columns as fields, its rows as entries, hand corrections applied on the way."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from recount.extraction.rows.told import Told, Unread
from recount.extraction.rows.words import folded, lexicon
from recount.extraction.settings import Theatre
from recount.language.scripts import visible
from recount.model.evidence import Correction, Document, Locator, Mapping, Row, Source, Table

_T = TypeVar("_T")
_Memo = dict[tuple[str, str], tuple[object, Unread | None]]


class Sheet:
    """One table with what is known of its columns. Reading a cell twice costs once: values repeat in lists."""

    def __init__(self, document: Document, source: Source, mapping: Mapping, table: Table, theatre: Theatre) -> None:
        self.document, self.source, self.mapping, self.theatre = document, source, mapping, theatre
        self.table = table
        self.told = Told(document)
        labels: dict[str, int] = {}
        for at, name in enumerate(table.header):
            labels.setdefault(visible(name), at)
        self._labels = labels
        known = [(name, labels[visible(column)]) for name, column in mapping.columns if visible(column) in labels]
        self.columns = dict(reversed(known))  # of a field's several columns the first that is there
        self.constants = dict(mapping.constants)
        self.values = {name: {visible(raw): meaning for raw, meaning in pairs} for name, pairs in mapping.values}
        self.memo: _Memo = {}
        self._entries: list[Entry] | None = None
        local = document.path.split("/", 2)[-1]
        self._corrections = _by_row(each for each in source.corrections if each.file == local)

    def entries(self) -> list["Entry"]:
        """The rows in order, corrected; a correction that no longer fits is told."""
        if self._entries is None:
            self._entries = list(self._read())
        return self._entries

    def _read(self) -> Iterator["Entry"]:
        for row in self.table.rows:
            corrections = self._corrections.pop(row.number, ())
            yield Entry(self, row, self._corrected(row, corrections) if corrections else row.cells)
        for number, left in sorted(self._corrections.items()):
            for each in left:
                problem = Unread("a correction names this row, which is not there", "give the number the file shows")
                self.told.cell((self.table.sheet, number), each.column, problem)

    def has(self, field: str) -> bool:
        """Whether the source gives this field at all."""
        return field in self.columns or field in self.constants

    def header(self, field: str) -> str | None:
        """The column a field is read from, as its header is written."""
        at = self.columns.get(field)
        return None if at is None else self.table.header[at]

    def _corrected(self, row: Row, corrections: tuple[Correction, ...]) -> tuple[str | None, ...]:
        cells = list(row.cells)
        for each in corrections:
            at = self._labels.get(visible(each.column))
            if at is None:
                self._unfit(row, each, f"a correction names the column {each.column!r}, which is not there")
            elif visible(cells[at] or "") != visible(each.was):
                self._unfit(row, each, "a correction no longer fits: the cell is not what it says it was")
            else:
                cells[at] = each.becomes or None
        return tuple(cells)

    def _unfit(self, row: Row, correction: Correction, what: str) -> None:
        remedy = "look at the cell again and bring hand/corrections.csv up to date"
        self.told.cell((self.table.sheet, row.number), correction.column, Unread(what, remedy))


def _by_row(corrections: Iterator[Correction]) -> dict[int, tuple[Correction, ...]]:
    found: dict[int, tuple[Correction, ...]] = {}
    for each in corrections:
        found[each.row] = (*found.get(each.row, ()), each)
    return found


class Entry:
    """One row, read field by field. What cannot be read is told and left out; the row goes on."""

    __slots__ = ("cells", "row", "sheet")

    def __init__(self, sheet: Sheet, row: Row, cells: tuple[str | None, ...]) -> None:
        self.sheet, self.row, self.cells = sheet, row, cells

    @property
    def at(self) -> tuple[str | None, int]:
        """Sheet and row, as told."""
        return self.sheet.table.sheet, self.row.number

    def locator(self, field: str | None = None) -> Locator:
        """Where the row, or one of its cells, stands."""
        column = None if field is None else self.sheet.header(field)
        table = self.sheet.table
        return Locator(
            self.sheet.document.id, sheet=table.sheet, row=self.row.number, column=column, pointer=self.row.pointer
        )

    def identity(self, *parts: str) -> tuple[object, ...]:
        """What a content-made id of something in this row is made of."""
        return (self.sheet.document.id, self.sheet.table.sheet, self.row.number, self.row.pointer, *parts)

    def written(self, field: str) -> str | None:
        """The cell of a field as written, trimmed; None where it is empty or the source has no such field."""
        at = self.sheet.columns.get(field)
        raw = self.sheet.constants.get(field) if at is None else self.cells[at]
        return (raw.strip() or None) if raw is not None else None

    def meaning(self, field: str) -> str | None:
        """The cell of a field through the source's own table of values; None where it is empty or says nothing."""
        raw = self.written(field)
        values = self.sheet.values.get(field)
        if values is not None:
            mapped = values.get("" if raw is None else visible(raw))
            if mapped is not None:
                return mapped.strip() or None
        return raw

    def text(self, field: str) -> str:
        """Free words, empty where there are none."""
        return self.meaning(field) or ""

    def given(self, field: str) -> str | None:
        """A cell that says something: neither empty nor a word for nothing known."""
        meaning = self.meaning(field)
        return None if meaning is None or folded(meaning) in lexicon("absent") else meaning

    def read(self, field: str, reader: Callable[[str], _T]) -> _T | None:
        """A field through a reader, None where it says nothing or cannot be read; the latter is told."""
        meaning = self.meaning(field)
        if meaning is None:
            return None
        key = (field, meaning)
        if key not in self.sheet.memo:
            self.sheet.memo[key] = _tried(reader, meaning)
        value, problem = self.sheet.memo[key]
        if problem is not None:
            self.tell(field, problem)
        return value  # type: ignore[return-value]  # one field has one reader

    def tell(self, field: str, problem: Unread) -> None:
        """Say that a field's value was left out, or is doubtful."""
        self.sheet.told.cell(self.at, self.sheet.header(field) or f"(constant {field})", problem)

    def refuse(self, what: str, remedy: str) -> None:
        """Say that the row is left out whole."""
        self.sheet.told.row(self.at, Unread(what, remedy))

    @property
    def blank(self) -> bool:
        """Whether no mapped column has anything in this row."""
        return not any(self.cells[at] and (self.cells[at] or "").strip() for at in self.sheet.columns.values())


def _tried(reader: Callable[[str], object], meaning: str) -> tuple[object, Unread | None]:
    if folded(meaning) in lexicon("absent"):
        return None, None
    try:
        return reader(meaning), None
    except Unread as problem:
        return None, problem
