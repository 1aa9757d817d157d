"""Spreadsheets: .xlsx, .xls and .ods, with every cell at the address the program shows."""

import zipfile
from datetime import datetime, time

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from recount.ingestion.readers import archive, formulas
from recount.ingestion.readers.grid import table
from recount.ingestion.readers.job import Job, Reading
from recount.ingestion.refused import Refused
from recount.ingestion.section import nearest
from recount.model.evidence import SetAside

_EXACT = 10**15
"""Beyond 15 digits a spreadsheet rounds a number."""


def read(job: Job) -> Reading:
    """Read the sheet the source names, or the first; the other sheets are told."""
    zipped = not job.path.lower().endswith(".xls")
    try:
        if zipped:
            with zipfile.ZipFile(job.path) as opened:
                archive.check(opened, job)
        with CalamineWorkbook.from_path(job.path) as book:
            return _sheet(book, job)
    except PasswordError as error:
        raise Refused(job.where, "is locked with a password", "save a copy without one") from error
    except (CalamineError, zipfile.BadZipFile, zlib_error(), OSError, ValueError, RuntimeError) as error:
        remedy = "open it in a spreadsheet program and save it again, or as CSV"
        raise Refused(job.where, f"is not a sound spreadsheet ({type(error).__name__})", remedy) from error


def zlib_error() -> type[Exception]:
    """The error of a damaged compressed stream, whose module is only loaded here."""
    import zlib

    return zlib.error


def _sheet(book: CalamineWorkbook, job: Job) -> Reading:
    names = book.sheet_names
    if not names:
        raise Refused(job.where, "holds no sheet", "open it in a spreadsheet program and save it again")
    name = names[0] if job.sheet is None else job.sheet
    if name not in names:
        close = nearest(name, names)
        hint = f"did you mean {close!r}?" if close else f"its sheets are: {', '.join(names)}"
        raise Refused(job.where, f"has no sheet {name!r}", hint)
    sheet = book.get_sheet_by_name(name)
    doubtful: list[str] = []
    values = sheet.to_python(skip_empty_area=False)
    lines = [(number, [_cell(value, doubtful) for value in row]) for number, row in enumerate(values, 1)]
    found, told = table(lines, job, name)
    told += _odd(book, job, name, doubtful)
    told += _merged(sheet, job, f"{job.where}, sheet {name}")
    return Reading("calamine", tables=(found,), told=tuple(told))


def _cell(value: object, doubtful: list[str]) -> str | None:
    """A cell as text: whole numbers without a point, dates in ISO form, text untouched; None where empty."""
    if value is None or isinstance(value, str):
        return value or None
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return _number(value, doubtful)
    if isinstance(value, datetime) and value.time() == time(0):
        return value.date().isoformat()
    return str(value)


def _number(value: float, doubtful: list[str]) -> str:
    if not value.is_integer():
        return repr(value)
    if abs(value) >= _EXACT:
        doubtful.append(str(int(value)))
    return str(int(value))


def _odd(book: CalamineWorkbook, job: Job, name: str, doubtful: list[str]) -> list[SetAside]:
    where = f"{job.where}, sheet {name}"
    told = []
    others = [other for other in book.sheet_names if other != name and book.get_sheet_by_name(other).height]
    if others:
        what = f"was not read: only {name!r} is"
        remedy = "name the right one as sheet under [table], or give the others a source of their own"
        told.append(SetAside(f"{job.where}, sheet{'s' if len(others) > 1 else ''} {', '.join(others)}", what, remedy))
    if doubtful:
        what = f"{len(doubtful)} numbers have more than 15 digits, which the spreadsheet has rounded"
        told.append(SetAside(where, what, "ask for a copy in which they are text", False))
    lost = _unsaved(job, book.sheet_names.index(name))
    if lost:
        what = f"formulas were saved without their results: {lost}"
        told.append(SetAside(where, what, "open it in a spreadsheet program and save it again", False))
    return told


def _unsaved(job: Job, number: int) -> str:
    """Which formulas have no saved result, in words; empty where all have one. The old .xls cannot tell."""
    if job.path.lower().endswith(".xls"):
        return ""
    with zipfile.ZipFile(job.path) as opened:
        if job.path.lower().endswith(".ods"):
            count = formulas.unsaved_in_ods(opened)
            return f"{count} cells" if count else ""
        lost = formulas.unsaved(opened, number)
    return ", ".join(lost[:10]) + (f" and {len(lost) - 10} more" if len(lost) > 10 else "")


def _merged(sheet: CalamineSheet, job: Job, where: str) -> list[SetAside]:
    """Merged cells below the header hold their value in the first one only."""
    try:
        ranges = sheet.merged_cell_ranges or []
    except CalamineError:
        return []
    tall = sorted({top + 1 for (top, _), (bottom, _) in ranges if top >= job.header_row and bottom > top})
    if not tall:
        return []
    what = f"{len(tall)} merged cells span several rows, beginning in row {tall[0]}; only the first row has the value"
    return [SetAside(where, what, "unmerge them in a copy and fill in each row", False)]
