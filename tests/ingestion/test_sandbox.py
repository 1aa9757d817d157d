"""Hostile files end in a clear message, and the files after them are read."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest

from recount.ingestion import IngestionSettings
from tests.ingestion.folders import PERSONS, a_source, taken_in, told

SMALL = IngestionSettings(memory_mb=256, seconds=3)


def a_sound_workbook() -> bytes:
    """An .xlsx of one row."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["name", "age", "died"])
    sheet.append(["A", 1, ""])
    into = io.BytesIO()
    book.save(into)
    return into.getvalue()


def with_part(name: str, content: bytes, *, of: bytes | None = None) -> bytes:
    """A workbook in which one part is replaced."""
    into = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(of or a_sound_workbook())) as old,
        zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for member in old.namelist():
            if member != name:
                new.writestr(member, old.read(member))
        new.writestr(name, content)
    return into.getvalue()


def _sheet(rows: bytes) -> bytes:
    head = (
        b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    )
    return head + rows + b"</sheetData></worksheet>"


ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><x>&b;</x>'
)
HUGE = b'<row r="1">' + b'<c r="A1" t="inlineStr"><is><t>x</t></is></c>' * 1 + b"</row>"
FAR = _sheet(HUGE + b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>far</t></is></c></row>')


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (with_part("xl/worksheets/sheet1.xml", _sheet(b" " * (120 << 20))), "times its size, more than 150"),
        (with_part("xl/worksheets/sheet1.xml", ENTITIES), "declares XML entities"),
        (with_part("xl/sharedStrings.xml", ENTITIES.decode().encode("utf-16")), "declares XML entities"),
        (with_part("xl/worksheets/sheet1.xml", FAR), "could not be parsed within 256 MB and 3 s"),
        (with_part("xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row"), "is not a sound spreadsheet"),
        (a_sound_workbook()[:-200], "is not a sound spreadsheet"),
    ],
)
def test_a_hostile_workbook_is_set_aside_and_the_next_is_read(tmp_path: Path, content: bytes, complaint: str) -> None:
    folder = a_source(tmp_path, PERSONS)
    (folder / "a-hostile.xlsx").write_bytes(content)
    (folder / "b-sound.xlsx").write_bytes(a_sound_workbook())
    intake = taken_in(tmp_path, SMALL)
    assert [document.path.rpartition("/")[2] for document in intake.documents] == ["b-sound.xlsx"]
    assert complaint in told(intake)


def test_an_archive_of_too_many_files_or_too_much_content_is_refused(tmp_path: Path) -> None:
    folder = a_source(tmp_path, PERSONS)
    (folder / "a.xlsx").write_bytes(with_part("xl/more.bin", b"0123456789" * 200_000))
    assert "files, more than the 3 allowed" in told(taken_in(tmp_path, IngestionSettings(members=3)))
    assert "more than the 1 MB allowed" in told(taken_in(tmp_path, IngestionSettings(unfolded_mb=1)))


def test_a_page_that_is_nested_without_end_does_not_end_the_build(tmp_path: Path) -> None:
    folder = a_source(tmp_path, 'name = "N"\nkind = "news"\n')
    (folder / "a.html").write_text("<div>" * 200_000 + "nine killed", encoding="utf-8")
    (folder / "b.txt").write_text("nine killed", encoding="utf-8")
    intake = taken_in(tmp_path, SMALL)
    assert "b.txt" in [document.path.rpartition("/")[2] for document in intake.documents]


def test_a_parser_may_not_connect_write_or_start_a_program(tmp_path: Path) -> None:
    attempts = (
        "import socket; socket.create_connection(('127.0.0.1', 9), 1)",
        "import socket; socket.getaddrinfo('example.org', 80)",
        f"open({str(tmp_path / 'x')!r}, 'w')",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
    )
    for attempt in attempts:
        code = f"import sys; from recount.ingestion.readers.worker import _audit; sys.addaudithook(_audit)\n{attempt}"
        run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
        assert b"PermissionError" in run.stderr, attempt


def test_json_that_needs_more_memory_than_allowed_is_told(tmp_path: Path) -> None:
    (a_source(tmp_path) / "a.json").write_text("[" + "[]," * 8_000_000 + "[]]", encoding="utf-8")
    text = told(taken_in(tmp_path, SMALL))
    assert "needs more memory than a parser may use" in text or "could not be parsed within" in text
