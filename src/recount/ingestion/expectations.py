"""What the keeper of a source expects of its tables, held against what came. The rows go on in any case."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from recount.ingestion.readers.job import numbered
from recount.ingestion.section import nearest
from recount.language.scripts import visible
from recount.model.evidence import Document, Mapping, SetAside, Source, Table

_SHOWN = 60
_PRIVATE = ("name", "name_latin", "name_arabic", "aliases", "official_id")


def unmet(document: Document, source: Source) -> list[SetAside]:
    """Columns nobody reads, columns that are not there, required fields left empty, values nobody knows."""
    if source.mapping is None:
        return []
    told: list[SetAside] = []
    for table in document.tables:
        where = document.path if table.sheet is None else f"{document.path}, sheet {table.sheet}"
        told += _unread(where, table, source.mapping)
        told += _missing(where, table, source.mapping)
        told += _empty(where, table, source)
        told += _unknown(where, table, source)
    return told


def uncounted(documents: Sequence[Document], source: Source) -> Iterator[SetAside]:
    """Numbers of rows outside the expected bounds: all files together, or each version of a list by itself."""
    low, high = source.expect.rows_low, source.expect.rows_high
    if low is None or high is None:
        return
    counts: dict[str | None, int] = defaultdict(int)
    for document in documents:
        counts[document.version] += sum(len(table.rows) for table in document.tables)
    for version, count in counts.items() or [(None, 0)]:
        if not low <= count <= high:
            where = f"sources/{source.id}" if version is None else f"sources/{source.id}, version {version}"
            what = f"holds {count:,} rows, outside the expected {low:,}–{high:,}"
            yield SetAside(where, what, "look for a missing or doubled part, or correct expect.rows", False)


def _unread(where: str, table: Table, mapping: Mapping) -> list[SetAside]:
    known = _read(table, mapping) | {visible(each) for each in mapping.ignored}
    sealed = {visible(each).casefold() for each in mapping.sealed}
    remedy = "map it under [columns], or list it as ignored or sealed under [table]"
    return [
        SetAside(f"{where}, column {name}", "nobody reads it", remedy, False)
        for name in dict.fromkeys(each for each in table.header if each)
        if visible(name) not in known and visible(name).casefold() not in sealed and not _inside_sealed(name, sealed)
    ]


def _read(table: Table, mapping: Mapping) -> set[str]:
    """The headers fields are read from: of several that a field is known under, the first that is there."""
    present, chosen = {visible(each) for each in table.header}, dict[str, str]()
    for field, column in mapping.columns:
        if visible(column) in present:
            chosen.setdefault(field, visible(column))
    return set(chosen.values())


def _inside_sealed(name: str, sealed: Iterable[str]) -> bool:
    """Whether a nested key of JSON ends in a sealed one."""
    return name.rpartition(".")[2].casefold() in sealed


def _missing(where: str, table: Table, mapping: Mapping) -> list[SetAside]:
    """Fields none of whose columns is there; those a layout calls optional are not missed."""
    present = {visible(each) for each in table.header}
    told = []
    for field in dict.fromkeys(field for field, _ in mapping.columns if field not in mapping.optional):
        columns = [column for name, column in mapping.columns if name == field]
        if not any(visible(column) in present for column in columns):
            close = nearest(columns[0], [each for each in table.header if each])
            hint = f"the nearest header is {close!r}" if close else "look at header_row, sheet and the file's headers"
            told.append(SetAside(where, f"has no column {columns[0]!r}, which {field} is read from", hint, False))
    return told


def _cells(table: Table, mapping: Mapping, field: str) -> list[tuple[int, str]] | None:
    """Row numbers and values of a mapped field; None where its column is not there."""
    labels = [visible(each) for each in table.header]
    columns = (visible(column) for name, column in mapping.columns if name == field)
    at = next((labels.index(column) for column in columns if column in labels), None)
    if at is None:
        return None
    return [(row.number, (row.cells[at] or "").strip()) for row in table.rows]


def _empty(where: str, table: Table, source: Source) -> list[SetAside]:
    told = []
    for field in source.expect.required:
        cells = _cells(table, source.mapping, field) if source.mapping else None
        empty = [number for number, value in cells or [] if not value]
        if empty:
            what = f"{field} is required and missing" + (f" ({len(empty):,} rows)" if len(empty) > 1 else "")
            told.append(SetAside(f"{where}, {numbered(empty)}", what, "ask its keeper, or correct it in hand/", False))
    return told


def _unknown(where: str, table: Table, source: Source) -> list[SetAside]:
    told = []
    for field, known in source.expect.known:
        cells = _cells(table, source.mapping, field) if source.mapping else None
        allowed = {visible(each) for each in known}
        found: dict[str, list[int]] = defaultdict(list)
        for number, value in cells or []:
            if visible(value) not in allowed:
                found[value].append(number)
        for value, rows in list(found.items())[:20]:
            shown = "a value" if field in _PRIVATE else repr(value[:_SHOWN])
            what = f"{field} has {shown}, which is not a known value"
            told.append(
                SetAside(f"{where}, {numbered(rows)}", what, f"add it to expect.known.{field} or correct it", False)
            )
        if len(found) > 20:
            what = f"{field} has {len(found) - 20} further values that are not known"
            told.append(SetAside(where, what, f"add them to expect.known.{field} or correct them", False))
    return told
