"""Doubts that only a whole column can raise: swapped dates of which not one is impossible by itself."""

import re
from dataclasses import dataclass, field

from recount.extraction.rows.sheet import Sheet
from recount.extraction.rows.told import Unread
from recount.extraction.rows.words import plain

_FIELDS = (
    "died",
    "died_from",
    "died_to",
    "registered",
    "birth_date",
    "date",
    "start",
    "end",
    "stated",
    "published",
)
_YEAR_LAST = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-]\d{4}")
_ISO = re.compile(r"\d{4}-\d{2}-(\d{2})")
_FEW = 5


@dataclass(slots=True)
class _Column:
    """The rows of a column of dates, by what their two small numbers allow."""

    first_is_day: list[int] = field(default_factory=list)
    second_is_day: list[int] = field(default_factory=list)
    either: list[int] = field(default_factory=list)
    converted: list[int] = field(default_factory=list)
    converted_late: int = 0


def tell_dates(sheet: Sheet) -> None:
    """Say where a column as a whole shows another order of day and month than was declared."""
    for name in _FIELDS:
        if name in sheet.columns:
            column = _sorted(sheet, name)
            _tell_order(sheet, name, column)
            _tell_conversion(sheet, name, column)


def _sorted(sheet: Sheet, name: str) -> _Column:
    found, at = _Column(), sheet.columns[name]
    for row in sheet.table.rows:
        text = plain(row.cells[at] or "")
        if match := _YEAR_LAST.fullmatch(text):
            first, second = int(match[1]) > 12, int(match[2]) > 12
            kind = found.first_is_day if first else found.second_is_day if second else found.either
            kind.append(row.number)
        elif match := _ISO.fullmatch(text):
            found.converted.append(row.number)
            found.converted_late += int(match[1]) > 12
    return found


def _tell_order(sheet: Sheet, name: str, column: _Column) -> None:
    """The declared order fails wherever it can be tested, so it misreads the rest without failing."""
    order = sheet.mapping.date_order
    fits, fails = column.first_is_day, column.second_is_day
    if order == "MDY":
        fits, fails = fails, fits
    if order == "YMD" or fits or not fails or not column.either:
        return
    other = "MDY" if order == "DMY" else "DMY"
    what = f"may be misread: no date of this column is written {order}, and {len(fails)} can only be {other}"
    _tell(sheet, name, column.either, Unread(what, f'set date_order = "{other}" in source.toml if all are so'))


def _tell_conversion(sheet: Sheet, name: str, column: _Column) -> None:
    """A spreadsheet of another country turns 12/03 into 3 December and leaves 17/03 as text."""
    if sheet.table.sheet is None or column.converted_late or len(column.converted) < _FEW:
        return
    if not (column.first_is_day or column.second_is_day):
        return
    what = "may have been swapped: every real date of this column has a day up to 12, and later days are text"
    _tell(sheet, name, column.converted, Unread(what, "kept; ask for the file as it was before it met a spreadsheet"))


def _tell(sheet: Sheet, name: str, rows: list[int], problem: Unread) -> None:
    for row in rows:
        sheet.told.cell((sheet.table.sheet, row), sheet.header(name), problem)
