"""Every source.toml is read strictly; one bad source never stops the others."""

import re
from pathlib import Path

import pytest

from recount.ingestion import load_sources
from recount.model.codes import SourceKind
from recount.model.evidence import Rows
from tests.ingestion.folders import NEWS, PERSONS, a_source

FULL = """
name = "Forensic department"
name_ar = "دائرة الطب العدلي"
kind = "morgue"
language = "ar"
licence = "unpublished"
url = "https://example.org"
obtained = "by hand, 2018"
depends_on = ["hospital"]
party = "iraq"
encoding = "windows-1256"
note = "a note"
[table]
rows = "persons"
date_order = "DMY"
sheet = "الورقة1"
header_row = 2
ignored = ["remarks"]
sealed = ["informant"]
[columns]
name = "الاسم"
sex = "الجنس"
[values.sex]
"ذكر" = "male"
"انثى" = "FEMALE"
[constants]
party = "isis"
[expect]
rows = [9000, 10000]
required = ["name"]
[expect.known]
sex = ["ذكر", "انثى", ""]
[[document]]
file = "documents/a.xlsx"
published = 2017-12-21
received = "2018-01-02"
title = "A list"
credit = ["Associated Press"]
version = "2"
"""


def test_a_full_description_is_read_into_a_source(tmp_path: Path) -> None:
    a_source(tmp_path, FULL)
    (source,), told = load_sources(tmp_path)
    assert (source.id, source.kind, source.encoding) == ("morgue", SourceKind.MORGUE, "windows-1256")
    assert source.mapping is not None
    assert source.mapping.rows is Rows.PERSONS
    assert source.mapping.columns == (("name", "الاسم"), ("sex", "الجنس"))
    assert source.mapping.values == (("sex", (("ذكر", "male"), ("انثى", "female"))),)
    assert (source.mapping.header_row, source.mapping.sealed) == (2, ("informant",))
    assert (source.expect.rows_low, source.expect.rows_high, source.expect.required) == (9000, 10000, ("name",))
    assert source.documents[0].received is not None
    assert source.documents[0].received.isoformat() == "2018-01-02"
    assert [str(each) for each in told] == [
        "sources/morgue/source.toml, key depends_on: no source is called 'hospital'; correct the id, or add that source"
    ]


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (("kind =", "kid ="), r"key kind: is missing or empty"),
        (('kind = "morgue"', 'kind = "mortuary"'), r"key kind: 'mortuary' is not known; use one of: news, ngo"),
        (('language = "ar"', 'langauge = "ar"'), r"key langauge: is not a known key; did you mean 'language'\?"),
        (('language = "ar"', "language = 3"), r"key language: expected text in quotation marks, found a whole number"),
        (('rows = "persons"', 'rows = "people"'), r"key table\.rows: 'people' is not known"),
        (('"DMY"', '"dd/mm"'), r"key table\.date_order: 'dd/mm' is not known; use one of: YMD, DMY, MDY"),
        (("\nage = ", "\naeg = "), r"key columns\.aeg: is not a field of persons rows; did you mean 'age'\?"),
        (('died = "died"', 'died = "age"'), r"key columns\.\w+: reads the column 'age', as \w+ does"),
        (("[columns]", 'sealed = ["NAME"]\n[columns]'), r"key table\.sealed: 'NAME' is also mapped or ignored"),
        (("[columns]", "header_row = 0\n[columns]"), r"key table\.header_row: expected a whole number from 1 up"),
        (('name = "A', 'encoding = "utf-9"\nname = "A'), r"key encoding: 'utf-9' is not an encoding"),
        (("[columns]", "[columns]\n[[["), r"is not valid TOML: .*line"),
        (
            ("[columns]", '[values.sex]\n"m" = "man"\n[columns]'),
            r"key values\.sex\.m: 'man' is not known; use one of: f",
        ),
        (("[columns]", "[expect]\nrows = [9, 1]\n[columns]"), r"key expect\.rows: expected two whole numbers"),
        (('[table]\nrows = "persons"\ndate_order = "DMY"\n', ""), r"key columns: stands without \[table\]"),
    ],
)
def test_an_error_names_file_key_and_remedy(tmp_path: Path, change: tuple[str, str], complaint: str) -> None:
    assert change[0] in PERSONS
    a_source(tmp_path, PERSONS.replace(*change, 1))
    sources, (told,) = load_sources(tmp_path)
    assert sources == ()
    assert str(told).startswith("sources/morgue/source.toml")
    assert re.search(complaint, str(told)), str(told)
    assert told.remedy


def test_one_bad_source_is_set_aside_and_the_rest_go_on(tmp_path: Path) -> None:
    a_source(tmp_path, "name = ", "bad")
    a_source(tmp_path, NEWS, "good")
    (tmp_path / "sources" / "bare").mkdir()
    sources, told = load_sources(tmp_path)
    assert [source.id for source in sources] == ["good"]
    assert [each.where.split(",")[0] for each in told] == ["sources/bad/source.toml", "sources/bare/source.toml"]


def test_a_case_without_sources_says_so(tmp_path: Path) -> None:
    sources, (told,) = load_sources(tmp_path)
    assert sources == ()
    assert "holds no source" in str(told)


def test_corrections_are_read_and_one_without_a_reason_is_refused(tmp_path: Path) -> None:
    hand = a_source(tmp_path).parent / "hand"
    hand.mkdir()
    (hand / "corrections.csv").write_text(
        "file,row,column,was,becomes,reason\n"
        "documents/a.csv,48,age,214,21,the certificate says 21\n"
        "documents/a.csv,49,age,99,9,\n"
        "documents/a.csv,x,age,99,9,because\n",
        encoding="utf-8",
    )
    (source,), told = load_sources(tmp_path)
    assert [(each.row, each.becomes) for each in source.corrections] == [(48, "21")]
    assert [each.where for each in told] == [f"sources/morgue/hand/corrections.csv, row {n}" for n in (3, 4)]
    assert "has no reason" in told[0].what


def test_a_sealed_column_cannot_be_corrected_in_the_open(tmp_path: Path) -> None:
    hand = a_source(tmp_path, PERSONS.replace("[columns]", 'sealed = ["Informant"]\n[columns]')).parent / "hand"
    hand.mkdir()
    text = "file,row,column,was,becomes,reason\ndocuments/a.csv,2,informant,CANARY-1,CANARY-2,because\n"
    (hand / "corrections.csv").write_text(text, encoding="utf-8")
    (source,), told = load_sources(tmp_path)
    assert source.corrections == ()
    assert "CANARY" not in str(told)
    assert "is sealed" in told[0].what
