"""Formulas whose result was never saved: a parser sees an empty cell where a person wrote something."""

import re
import zipfile

_CELL = re.compile(rb'<c\s[^>]*?r="([A-Z]+[0-9]+)"[^>]*?(?<!/)>(.*?)</c>', re.DOTALL)
_VALUE = re.compile(rb"<v>[^<]")
_SHEET = re.compile(rb"<sheet\s[^>]*?/?>")
_RELATION = re.compile(rb"<Relationship\s[^>]*?/?>")


def unsaved(archive: zipfile.ZipFile, number: int) -> tuple[str, ...]:
    """The addresses of cells in the sheet that stands at `number` (from 0) of an .xlsx whose formula has no result."""
    part = _part(archive, number)
    if part is None:
        return ()
    content = archive.read(part)
    if b"<f" not in content:
        return ()
    cells = _CELL.findall(content)
    return tuple(at.decode() for at, inner in cells if b"<f" in inner and not _VALUE.search(inner))


_ODS_CELL = re.compile(rb"<table:table-cell\s[^>]*table:formula=[^>]*>")


def unsaved_in_ods(archive: zipfile.ZipFile) -> int:
    """How many cells of an .ods hold a formula without a result."""
    cells = _ODS_CELL.findall(archive.read("content.xml"))
    return sum(b"office:value-type=" not in cell for cell in cells)


def _part(archive: zipfile.ZipFile, number: int) -> str | None:
    """Where in the archive the sheet lies, by the workbook's own table of relations."""
    try:
        sheets = _SHEET.findall(archive.read("xl/workbook.xml"))
        relations = _RELATION.findall(archive.read("xl/_rels/workbook.xml.rels"))
        wanted = _attribute(sheets[number], b"r:id")
        target = next(_attribute(each, b"Target") for each in relations if _attribute(each, b"Id") == wanted)
    except (KeyError, IndexError, StopIteration):
        return None
    path = target.decode("utf-8", "replace")
    path = path[1:] if path.startswith("/") else f"xl/{path}"
    return path if path in archive.namelist() else None


def _attribute(tag: bytes, name: bytes) -> bytes:
    found = re.search(rb"\s" + re.escape(name) + rb'="([^"]*)"', tag)
    return found.group(1) if found else b""
