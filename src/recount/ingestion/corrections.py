"""Corrections by hand: hand/corrections.csv, one line a cell, each with a reason. The document stays as received."""

import csv
from pathlib import Path

from recount.ingestion.refused import Refused
from recount.language.scripts import visible
from recount.model.evidence import Correction, Mapping, SetAside

_HEADER = ("file", "row", "column", "was", "becomes", "reason")


def corrections(
    folder: Path, where: str, mapping: Mapping | None
) -> tuple[tuple[Correction, ...], tuple[SetAside, ...]]:
    """Read a source's corrections; a line that cannot be used is set aside, the others go on.

    Args:
        folder: the source's folder.
        where: the path of the corrections file as messages should give it.
        mapping: how the source's columns are read, so that a sealed column is not corrected in the open.
    """
    path = folder / "hand" / "corrections.csv"
    if not path.is_file():
        return (), ()
    try:
        lines = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines(keepends=True), strict=True))
    except (UnicodeDecodeError, csv.Error, OSError) as error:
        raise Refused(where, f"cannot be read ({type(error).__name__})", "save it as CSV in UTF-8") from error
    if not lines or tuple(cell.strip() for cell in lines[0]) != _HEADER:
        raise Refused(where, "the header is not as expected", f"begin the file with {','.join(_HEADER)}")
    found: list[Correction] = []
    aside: list[SetAside] = []
    for number, cells in enumerate(lines[1:], 2):
        if any(cell.strip() for cell in cells):
            one = _correction(f"{where}, row {number}", cells, mapping)
            (aside if isinstance(one, SetAside) else found).append(one)  # type: ignore[arg-type]
    return tuple(found), (*aside, *_twice(where, found))


def _correction(where: str, cells: list[str], mapping: Mapping | None) -> Correction | SetAside:
    if len(cells) != len(_HEADER):
        return SetAside(where, f"has {len(cells)} cells instead of 6", "quote cells that hold a comma")
    file, row, column, was, becomes, reason = (cell.strip() for cell in cells)
    if not reason:
        return SetAside(where, "the correction has no reason", "say in the reason column how you know")
    if not row.isdecimal():
        return SetAside(where, f"row {row!r} is not a row number", "give the number the file shows, from 1")
    if mapping is not None and _sealed(column, mapping):
        return SetAside(where, f"the column {column!r} is sealed", "a sealed cell is never read: remove the correction")
    return Correction(file, int(row), column, was, becomes, reason)


def _sealed(column: str, mapping: Mapping) -> bool:
    return visible(column).casefold() in {visible(each).casefold() for each in mapping.sealed}


def _twice(where: str, found: list[Correction]) -> list[SetAside]:
    """Two corrections of one cell contradict each other unless they agree."""
    first: dict[tuple[str, int, str], Correction] = {}
    aside = []
    for one in found:
        other = first.setdefault((one.file, one.row, one.column), one)
        if other.becomes != one.becomes:
            cell = f"{one.file}, row {one.row}, column {one.column}"
            aside.append(SetAside(where, f"corrects {cell} in two ways", "keep the one that is right", whole=False))
    return aside
