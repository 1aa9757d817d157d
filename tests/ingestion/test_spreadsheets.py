"""Spreadsheets and JSON: every cell at its address, every value as written."""

import datetime
import json
import time
import zipfile
from pathlib import Path

import openpyxl
import pytest

from recount.model.evidence import Table
from tests.ingestion.folders import PERSONS, a_source, taken_in, the_table, told


def a_workbook(path: Path, cells: dict[str, object], title: str = "List") -> openpyxl.Workbook:
    """Write an .xlsx with values or formulas at the given addresses."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for address, value in cells.items():
        sheet[address] = value
    book.save(path)
    return book


def test_cells_keep_their_address_although_the_first_rows_and_columns_are_empty(tmp_path: Path) -> None:
    toml = PERSONS.replace("[columns]", "header_row = 3\n[columns]")
    cells = {"B3": "name", "C3": "age", "D3": "died", "B5": "A", "C5": 35, "D5": datetime.date(2017, 3, 17)}
    a_workbook(a_source(tmp_path, toml) / "a.xlsx", cells)
    table = the_table(tmp_path)
    assert table.sheet == "List"
    assert table.header == ("", "name", "age", "died")
    assert [(row.number, row.cells) for row in table.rows] == [(5, (None, "A", "35", "2017-03-17"))]


def test_numbers_dates_and_text_come_as_a_person_would_write_them(tmp_path: Path) -> None:
    cells = {"A1": "name", "B1": "age", "C1": "died", "D1": "x"}
    cells |= {"A2": "007", "B2": 1.5, "C2": datetime.datetime(2017, 3, 1, 10, 30), "D2": True}
    a_workbook(a_source(tmp_path) / "a.xlsx", cells)
    assert the_table(tmp_path).rows[0].cells == ("007", "1.5", "2017-03-01 10:30:00", "TRUE")


def test_a_formula_without_a_saved_result_is_told_with_its_address(tmp_path: Path) -> None:
    a_workbook(a_source(tmp_path) / "a.xlsx", {"A1": "name", "B1": "age", "C1": "died", "A2": "A", "B2": "=20+1"})
    assert "formulas were saved without their results: B2;" in told(taken_in(tmp_path))


def test_rounded_numbers_merged_cells_and_other_sheets_are_told(tmp_path: Path) -> None:
    path = a_source(tmp_path) / "a.xlsx"
    cells = {"A1": "name", "B1": "age", "C1": "died", "A2": 123456789012345678, "A3": "B", "B3": 1}
    book = a_workbook(path, cells)
    book["List"].merge_cells("C2:C3")
    book.create_sheet("Notes")["A1"] = "x"
    book.save(path)
    text = told(taken_in(tmp_path))
    assert "1 numbers have more than 15 digits" in text
    assert "1 merged cells span several rows, beginning in row 2" in text
    assert "sheet Notes: was not read: only 'List' is" in text


def test_a_sheet_that_is_not_there_is_refused_with_the_nearest(tmp_path: Path) -> None:
    toml = PERSONS.replace("[columns]", 'sheet = "Lists"\n[columns]')
    a_workbook(a_source(tmp_path, toml) / "a.xlsx", {"A1": "name"})
    assert "has no sheet 'Lists'; did you mean 'List'?" in told(taken_in(tmp_path))


def test_an_open_document_sheet_is_read_at_its_addresses(tmp_path: Path) -> None:
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    row = "<table:table-row>{}</table:table-row>"
    date = '<table:table-cell office:value-type="date" office:date-value="2017-03-17"/>'
    number = '<table:table-cell office:value-type="float" office:value="35"/>'
    formula = '<table:table-cell table:formula="of:=1+1"/>'
    rows = row.format("<table:table-cell/>") + row.format("".join(map(cell.format, ("name", "age", "died"))))
    rows += row.format(cell.format("007") + number + date) + row.format(cell.format("B") + formula)
    spaces = " ".join(f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ("office", "text", "table"))
    sheet = f'<office:spreadsheet><table:table table:name="List">{rows}</table:table></office:spreadsheet>'
    content = f"<office:document-content {spaces}><office:body>{sheet}</office:body></office:document-content>"
    path = a_source(tmp_path, PERSONS.replace("[columns]", "header_row = 2\n[columns]")) / "a.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", '<manifest:manifest xmlns:manifest="x"/>')
        archive.writestr("content.xml", content)
    intake = taken_in(tmp_path)
    (table,) = intake.documents[0].tables
    assert [(row.number, row.cells) for row in table.rows] == [(3, ("007", "35", "2017-03-17")), (4, ("B", None, None))]
    assert "formulas were saved without their results: 1 cells" in told(intake)


def test_a_damaged_spreadsheet_is_told(tmp_path: Path) -> None:
    folder = a_source(tmp_path)
    for name in ("a.xlsx", "b.xls", "c.ods"):
        (folder / name).write_bytes(b"no spreadsheet at all " + name.encode())
    assert told(taken_in(tmp_path)).count("is not a sound spreadsheet") == 3


def test_ten_thousand_rows_take_about_a_second(tmp_path: Path) -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("List")
    sheet.append(["name", "age", "died", *(f"c{n}" for n in range(9))])
    for n in range(10_000):
        sheet.append([f"name {n}", n % 90, "17/03/2017", *range(9)])
    book.save(a_source(tmp_path) / "a.xlsx")
    begun = time.perf_counter()
    assert len(the_table(tmp_path).rows) == 10_000
    assert time.perf_counter() - begun < 5, "measured 0.3 s alone on the machine; five leaves room for a busy one"


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_objects_become_rows_with_nested_keys_joined(tmp_path: Path, name: str) -> None:
    rows = [
        {"name": "A", "age": 35, "died": None, "place": {"lat": 36.3}, "tags": ["x", "y"], "id": 12345678901234567890},
        {"age": "6 months", "name": "ب", "ok": True},
    ]
    text = json.dumps({"count": 2, "rows": rows}) if name.endswith("n") else "\n\n".join(map(json.dumps, rows))
    (a_source(tmp_path) / name).write_text(text, encoding="utf-8")
    table: Table = the_table(tmp_path)
    assert table.header == ("name", "age", "died", "place.lat", "tags", "id", "ok")
    assert table.rows[0].cells == ("A", "35", None, "36.3", "x; y", "12345678901234567890", None)
    assert table.rows[1].cells == ("ب", "6 months", None, None, None, None, "TRUE")
    expected = [(1, "/rows/0"), (2, "/rows/1")] if name.endswith("n") else [(1, None), (3, None)]
    assert [(row.number, row.pointer) for row in table.rows] == expected


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[{]", "line 1, column 3: is not valid JSON"),
        ('[{"a": 1, "a": 2}]', "an object has one key twice"),
        ('{"a": [1], "b": [2]}', "holds 2 lists: a, b"),
        ("3", "holds no list of objects"),
        ("[1, 2]", "rows 1–2: is not an object with named values"),
        ("[" * 50_000, "is nested too deeply"),
        ('{"a":' * 500 + "1" + "}" * 500, "holds no list of objects"),
    ],
)
def test_json_that_is_no_list_of_objects_is_told(tmp_path: Path, text: str, complaint: str) -> None:
    (a_source(tmp_path) / "a.json").write_text(text, encoding="utf-8")
    intake = taken_in(tmp_path)
    assert intake.documents == ()
    assert complaint in told(intake)


def test_a_bad_line_of_json_lines_leaves_the_others(tmp_path: Path) -> None:
    (a_source(tmp_path) / "a.jsonl").write_text('{"name": "A"}\n{"name": \n{"name": "B"}\n', encoding="utf-8")
    intake = taken_in(tmp_path)
    assert [row.number for row in intake.documents[0].tables[0].rows] == [1, 3]
    assert "a.jsonl, row 2" in told(intake)
