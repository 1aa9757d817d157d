"""What is sealed never leaves ingestion: not in a noun, not in a message, not in a log."""

import csv
import json
import logging
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from recount.extraction.rows import assertions_in
from recount.extraction.settings import ExtractionSettings, Theatre
from recount.ingestion import ingest, load_sources
from recount.language.places import Gazetteer
from recount.model.scope import Scope
from tests.ingestion.folders import PERSONS, a_source

CANARY = "CANARY-7731"
SEALED = PERSONS.replace("[columns]", 'sealed = ["informant", "phone"]\n[columns]')
HEADER = ["name", "age", "died", "informant", "phone", ""]
ROW = ["A", "35", "17/03/2017", CANARY, f"+964 {CANARY}", f"blank {CANARY}"]


def _csv(path: Path) -> None:
    with path.with_suffix(".csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEADER, ROW, ROW[:1] + ROW[2:], [*ROW, CANARY], ["B, b", *ROW[1:]], ROW])
        file.write(f'x,1,2017,"{CANARY}\n')


def _good_csv(path: Path) -> None:
    with path.with_suffix(".csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEADER, ROW, ROW[:1] + ROW[2:], [*ROW, CANARY], ROW])


def _bad_bytes(path: Path) -> None:
    path.with_suffix(".csv").write_bytes(",".join(HEADER).encode() + f"\nA,1,,{CANARY}".encode() + b"\xff\n")


def _xlsx(path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (HEADER, ROW, ROW):
        sheet.append(row)
    book.create_sheet("more")["A1"] = CANARY
    book.save(path.with_suffix(".xlsx"))


def _json(path: Path) -> None:
    nested = {"informant": CANARY, "said": [{"phone": CANARY}]}
    rows = [
        {"name": "A", "age": 3, "died": "", "informant": CANARY, "phone": {"n": CANARY}, "": CANARY, "more": nested}
    ]
    path.with_suffix(".json").write_text(json.dumps([*rows, [CANARY]]), encoding="utf-8")


def _bad_json(path: Path) -> None:
    path.with_suffix(".json").write_text(f'[{{"informant": "{CANARY}" "phone": 1}}]', encoding="utf-8")


def _jsonl(path: Path) -> None:
    good = json.dumps({"name": "A", "informant": CANARY, "phone": CANARY})
    path.with_suffix(".jsonl").write_text(f'{good}\n{good[:-3]}\n"{CANARY}"\n', encoding="utf-8")


def _misspelt(path: Path) -> None:
    path.with_suffix(".csv").write_text(f"name,age,died,infomant,phone\nA,1,,{CANARY},\n", encoding="utf-8")


@pytest.mark.parametrize("write", [_csv, _good_csv, _bad_bytes, _xlsx, _json, _bad_json, _jsonl, _misspelt])
def test_sealed_values_reach_no_noun_no_log_and_no_message(
    tmp_path: Path, write: Callable[[Path], None], caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    write(a_source(tmp_path, SEALED) / "list")
    sources, told = load_sources(tmp_path)
    intake = ingest(tmp_path, sources)
    theatre = Theatre((), Gazetteer(()), Scope())
    assertions = [assertions_in(each, sources[0], theatre, ExtractionSettings()) for each in intake.documents]
    for seen in (repr(told), repr(intake), repr(assertions), caplog.text, *capfd.readouterr()):
        assert CANARY not in seen
    assert intake.documents or intake.set_aside


def test_a_sealed_column_keeps_its_header(tmp_path: Path) -> None:
    _good_csv(a_source(tmp_path, SEALED) / "list")
    (document,) = ingest(tmp_path, load_sources(tmp_path)[0]).documents
    (table,) = document.tables
    assert table.header == tuple(HEADER)
    assert [row.cells for row in table.rows] == [("A", "35", "17/03/2017", None, None, None)] * 2


def test_a_sealed_column_that_is_not_there_keeps_the_whole_file_out(tmp_path: Path) -> None:
    _misspelt(a_source(tmp_path, SEALED) / "list")
    intake = ingest(tmp_path, load_sources(tmp_path)[0])
    assert intake.documents == ()
    assert "the sealed column 'informant' is not there" in str(intake.set_aside[0])
    assert "the nearest header is 'infomant'" in str(intake.set_aside[0])


def test_a_sealed_header_is_found_in_any_case_and_with_invisible_marks(tmp_path: Path) -> None:
    path = a_source(tmp_path, SEALED) / "list.csv"
    path.write_text(f"name,age,died,\u200fINFORMANT ,Phone\nA,1,,{CANARY},{CANARY}\n", encoding="utf-8")
    (document,) = ingest(tmp_path, load_sources(tmp_path)[0]).documents
    assert document.tables[0].rows[0].cells == ("A", "1", None, None, None)
