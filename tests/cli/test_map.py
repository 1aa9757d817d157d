"""Drafting a mapping: what is sure is written, what is doubtful is commented out, what is not understood is named."""

import json
import tomllib
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recount.cli.drafting import draft
from recount.cli.drafting.written import as_toml
from recount.cli.exits import Exit
from recount.ingestion.mapping import mapping
from recount.ingestion.section import Section
from recount.model.evidence import Mapping, Row, Rows, Table
from tests.ingestion import test_layouts as tables

ENGLISH = """Full name,Sex,Age,Date of death,Date,Neighbourhood,Phone,Weapon,Rmk
Person One,M,30,17/03/2017,18/03/2017,Old Town,07701234567,air strike,a
Person Two,F,6 months,28/03/2017,29/03/2017,Harbour,07701234568,crushed,b
"""
ARABIC = """ت;الاسم الكامل;الجنس;العمر;تاريخ الاستشهاد;رقم الهاتف;ملاحظة
١;شخص أول;ذكر;٣٠;١٧/٠٣/٢٠١٧;07701234567;أ
٢;شخص ثان;أنثى;٤٠;٢٨/٠٣/٢٠١٧;07701234568;ب
"""
SORANI = """ژ,ناوی سیانی,ڕەگەز,تەمەن,بەرواری کوژران,گەڕەک,ژمارەی مۆبایل
1,کەسی یەکەم,نێر,30,2017-03-17,Old Town,07501234567
2,کەسی دووەم,مێ,40,2017-03-28,Harbour,07501234568
"""
LAYOUTS = {
    "acled": tables.ACLED,
    "ucdp-ged": tables.GED,
    "ibc": tables.IBC,
    "ibc-individuals": tables.PERSONS_OF_IBC,
    "airwars": tables.AIRWARS,
    "monthly-report": tables.MONTHS,
    "morgue-register": tables.MORGUE,
    "hospital-list": tables.HOSPITAL,
    "persons-with-ids": tables.IDS,
    "interview-dossiers": tables.DOSSIERS,
}


def drafted(recount, folder: Path, table: str, *options: str, name: str = "list.csv"):
    """What the command says of a table: the whole as JSON."""
    (folder / name).write_text(table, "utf-8")
    said = recount("map", folder / name, "--json", *options)
    assert said.code == Exit.FINE, said.err
    return json.loads(said.out)


def as_read(toml: str) -> Mapping:
    """The mapping a build would make of a draft."""
    found = mapping(Section("source.toml", "", tomllib.loads(toml)))
    assert found is not None
    return found


def fields(found: dict) -> dict[str, tuple[str, str]]:
    return {each["header"]: (each["field"], each["sure"]) for each in found["columns"]}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_shipped_layout_is_recognised(recount, tmp_path, layout):
    found = drafted(recount, tmp_path, LAYOUTS[layout])

    assert found["layout"] == layout
    assert as_read(found["toml"]).layout == layout
    assert found["unplaced"] == []


def test_columns_are_known_by_their_headers_and_checked_by_their_values(recount, tmp_path):
    found = drafted(recount, tmp_path, ENGLISH)

    assert found["rows"] == "persons"
    assert fields(found) == {
        "Full name": ("name", "sure"),
        "Sex": ("sex", "sure"),
        "Age": ("age", "sure"),
        "Date of death": ("died", "sure"),
        "Date": ("died", "doubtful"),
        "Neighbourhood": ("place", "sure"),
        "Phone": ("(seal)", "sure"),
        "Weapon": ("cause", "sure"),
        "Rmk": ("", "unknown"),
    }


def test_what_is_doubtful_stands_in_the_draft_as_a_comment(recount, tmp_path):
    toml = drafted(recount, tmp_path, ENGLISH)["toml"]

    assert '\n# died = "Date"  # doubtful: ' in toml
    assert '#   "Rmk"' in toml
    assert dict(as_read(toml).columns) == {
        "name": "Full name",
        "sex": "Sex",
        "age": "Age",
        "died": "Date of death",
        "place": "Neighbourhood",
        "cause": "Weapon",
    }


def test_telephones_are_sealed_and_never_shown(recount, tmp_path):
    (tmp_path / "list.csv").write_text(ENGLISH, "utf-8")
    said = recount("map", tmp_path / "list.csv")

    assert as_read(said.out).sealed == ("Phone",)
    assert "0770" not in said.out + said.err


def test_telephones_are_known_by_their_values_too(recount, tmp_path):
    found = drafted(recount, tmp_path, ENGLISH.replace("Phone", "X1"))

    assert fields(found)["X1"] == ("(seal)", "likely")


@pytest.mark.parametrize(("table", "died"), [(ARABIC, "تاريخ الاستشهاد"), (SORANI, "بەرواری کوژران")])
def test_arabic_and_sorani_headers_and_words_are_known(recount, tmp_path, table, died):
    found = drafted(recount, tmp_path, table)
    read = as_read(found["toml"])

    assert read.rows is Rows.PERSONS
    assert {"name", "sex", "age", "died"} <= set(dict(read.columns))
    assert dict(read.columns)["died"] == died
    assert len(read.sealed) == len(read.ignored) == 1
    assert sorted(meaning for _, meaning in dict(read.values)["sex"]) == ["female", "male"]


def test_a_date_past_the_twelfth_settles_the_order(recount, tmp_path):
    found = drafted(recount, tmp_path, ENGLISH)

    assert found["date_order"]["fitting"] == ["DMY"]
    assert as_read(found["toml"]).date_order == "DMY"


def test_an_order_nothing_decides_is_not_chosen(recount, tmp_path):
    table = "Name,Sex,Date of death\n" + "".join(f"Person {n},M,0{n}/05/2017\n" for n in ("1", "2", "3"))
    found = drafted(recount, tmp_path, table)

    assert not found["date_order"]["sure"]
    assert '# date_order = "DMY"  # doubtful' in found["toml"]
    assert as_read(found["toml"]).date_order == "YMD"


def test_a_header_its_values_contradict_is_doubtful(recount, tmp_path):
    table = "Name,Sex,Age\n" + "".join(f"Person {n},M,Old Town\n" for n in "abc")
    found = drafted(recount, tmp_path, table)

    assert fields(found)["Age"] == ("age", "doubtful")
    assert "none of its values are ages" in found["toml"]


def test_two_columns_for_one_field_are_both_left_to_a_person(recount, tmp_path):
    found = drafted(recount, tmp_path, "Name,Age,Place,Site\nPerson One,30,Old Town,Harbour\n")

    assert {fields(found)[each] for each in ("Place", "Site")} == {("place", "doubtful")}


def test_names_in_two_scripts_go_to_two_fields(recount, tmp_path):
    found = drafted(recount, tmp_path, "الاسم,Name,Age\nشخص أول,Person One,30\nشخص ثان,Person Two,31\n")

    assert dict(as_read(found["toml"]).columns) == {"name_arabic": "الاسم", "name_latin": "Name", "age": "Age"}


def test_words_nobody_has_mapped_are_left_open_with_their_rows(recount, tmp_path):
    found = drafted(recount, tmp_path, ENGLISH.replace("crushed", "the wall"))

    assert '# "the wall" = ""  # in 1 row: what does it mean?' in found["toml"]


def test_coordinates_and_grid_references_are_known_by_their_values(recount, tmp_path):
    table = 'Code,Killed,Q1,Q2\nA,4,"36.34, 43.13",38SLF3254022123\nB,5,"36.35, 43.14",38SLF3254022124\n'
    found = drafted(recount, tmp_path, table)

    assert found["rows"] == "incidents"
    assert fields(found)["Q1"] == ("coordinates", "likely")
    assert fields(found)["Q2"] == ("mgrs", "likely")


def test_without_a_word_of_what_a_row_is_nothing_is_chosen(recount, tmp_path):
    found = drafted(recount, tmp_path, "a,b\n1,2\n3,4\n")

    assert found["rows"] is None
    assert "# rows = " in found["toml"]
    assert drafted(recount, tmp_path, "a,b\n1,2\n3,4\n", "--rows", "incidents")["rows"] == "incidents"


def test_a_workbook_is_read_from_the_sheet_and_row_that_are_given(recount, tmp_path):
    book = openpyxl.Workbook()
    sheet = book.create_sheet("List")
    for row in (["A list"], ["Name", "Sex", "Age"], ["Person One", "M", 30]):
        sheet.append(row)
    book.save(tmp_path / "list.xlsx")
    said = recount("map", tmp_path / "list.xlsx", "--sheet", "List", "--header-row", 2)

    read = as_read(said.out)
    assert (read.sheet, read.header_row, dict(read.columns)["name"]) == ("List", 2, "Name")


def test_nested_keys_of_json_are_known_by_their_last_part(recount, tmp_path):
    found = drafted(recount, tmp_path, '[{"victim": {"name": "Person One", "age": 30}}]', name="list.json")

    assert fields(found) == {"victim.name": ("name", "sure"), "victim.age": ("age", "sure")}


def test_the_draft_goes_to_a_file_that_is_not_there_yet(recount, tmp_path):
    (tmp_path / "list.csv").write_text(ENGLISH, "utf-8")
    out = tmp_path / "source.toml"

    said = recount("map", tmp_path / "list.csv", "--out", out)
    assert said.code == Exit.FINE
    assert "Full name" in said.out
    assert as_read(out.read_text("utf-8")).rows is Rows.PERSONS
    again = recount("map", tmp_path / "list.csv", "--out", out)
    assert again.code == Exit.CASE
    assert "exists" in again.err


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.pdf", b"%PDF", "no table ends in .pdf"),
        ("a.csv", "الاسم\nشخص\n".encode("cp1256") * 20, "--encoding"),
        ("a.json", b"{", "is not valid JSON"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(recount, tmp_path, name, content, says):
    (tmp_path / name).write_bytes(content)
    said = recount("map", tmp_path / name)

    assert said.code == Exit.CASE
    assert says in said.err
    assert "Traceback" not in said.err


_CELLS = st.one_of(
    st.none(), st.text(max_size=12), st.sampled_from(["Name", "age", "الاسم", "17/03/2017", "38SLF", "4-6"])
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_CELLS, min_size=1, max_size=6), st.lists(st.lists(_CELLS, min_size=6, max_size=6), max_size=4))
def test_any_table_gives_a_draft_that_is_sound_toml(header, rows):
    table = Table(
        tuple(each or "" for each in header),
        tuple(Row(n, tuple(row[: len(header)])) for n, row in enumerate(rows, 2)),
    )
    drafted = tomllib.loads(as_toml(draft(table, Rows.PERSONS), "a.csv", "a"))
    assert drafted["table"]["rows"] == "persons"
