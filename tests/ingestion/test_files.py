"""Every file becomes a document or is set aside with where, what and remedy."""

import hashlib
import os
from pathlib import Path

import pytest

from recount.ingestion import IngestionSettings
from recount.model.ids import content_id
from tests.ingestion.folders import NEWS, PERSONS, a_source, taken_in, the_document, the_table, told


def test_plain_text_is_kept_character_for_character(tmp_path: Path) -> None:
    content = "Nine\u00a0killed\r\n\r\n\u200fقتل تسعة\t.\n\n"
    (a_source(tmp_path, NEWS, "ap") / "a.txt").write_bytes(content.encode())
    document = the_document(tmp_path)
    sha256 = hashlib.sha256(content.encode()).hexdigest()
    assert document.text == content
    assert (document.sha256, document.size) == (sha256, len(content.encode()))
    assert document.id == content_id("d", ["ap", sha256])
    assert (document.path, document.media_type) == ("sources/ap/documents/a.txt", "text/plain")


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    folder = a_source(tmp_path, NEWS)
    (folder / "a.txt").write_bytes("\ufeffقتل".encode())
    (folder / "b.txt").write_bytes("قتل تسعة".encode("utf-16"))
    intake = taken_in(tmp_path)
    assert [document.text for document in intake.documents] == ["قتل", "قتل تسعة"]
    assert "b.txt: begins with the mark of utf-16-le" in told(intake)


def test_a_wrong_encoding_names_the_byte_and_proposes_the_right_one(tmp_path: Path) -> None:
    text = "list of the dead\n" + "قتل تسعة أشخاص في غارة جوية على حي الجديدة غرب المدينة\n" * 5
    (a_source(tmp_path, NEWS) / "a.txt").write_bytes(text.encode("windows-1256"))
    intake = taken_in(tmp_path)
    assert intake.documents == ()
    assert "documents/a.txt, line 2: byte 17 (0xde) is not utf-8" in told(intake)
    assert 'try encoding = "cp1256" in source.toml' in told(intake)


def test_the_declared_encoding_is_used_and_utf_8_in_its_guise_is_told(tmp_path: Path) -> None:
    folder = a_source(tmp_path, 'encoding = "windows-1256"\n' + NEWS)
    (folder / "a.txt").write_bytes("قتل تسعة".encode("windows-1256"))
    (folder / "b.txt").write_bytes("قتل تسعة".encode())
    intake = taken_in(tmp_path)
    assert intake.documents[0].text == "قتل تسعة"
    assert "b.txt: was read as cp1256 but is valid UTF-8 too" in told(intake)
    assert "a.txt" not in told(intake)


def test_a_web_page_gives_headline_and_body_without_its_menus(tmp_path: Path) -> None:
    page = """<html><head><meta charset="windows-1256"><title>الموقع | مقتل تسعة</title></head><body>
    <nav><a href="/">الرئيسية</a><a href="/x">رياضة</a></nav><article><h1>مقتل تسعة في غارة</h1>
    <p>قال مسؤولون إن تسعة أشخاص على الأقل قتلوا يوم الثلاثاء في غارة جوية على الحي القديم من المدينة.</p>
    <p>وأضاف المصدر أن فرق الإنقاذ ما زالت تبحث عن ناجين تحت أنقاض المنازل المدمرة في الحي.</p></article>
    <footer>جميع الحقوق محفوظة</footer></body></html>"""
    (a_source(tmp_path, NEWS) / "a.html").write_bytes(page.encode("windows-1256"))
    document = the_document(tmp_path)
    assert document.text is not None
    assert "مقتل تسعة" in document.title
    assert document.text.index("مقتل تسعة") < document.text.index("تسعة أشخاص على الأقل")
    assert "رياضة" not in document.text
    assert document.reader.startswith("trafilatura ")


def test_what_the_keeper_notes_of_a_file_stands_on_its_document(tmp_path: Path) -> None:
    about = '[[document]]\nfile = "documents/deep/a.md"\npublished = 2017-12-20\nversion = "3"\ncredit = ["AP"]\n'
    folder = a_source(tmp_path, NEWS + about)
    (folder / "deep").mkdir()
    (folder / "deep" / "a.md").write_text("# A headline\n\nText.\n", encoding="utf-8")
    document = the_document(tmp_path)
    assert document.published is not None
    assert document.published.isoformat() == "2017-12-20"
    assert (document.title, document.version, document.credit) == ("A headline", "3", ("AP",))


def test_files_that_cannot_be_used_are_told_one_by_one(tmp_path: Path) -> None:
    folder = a_source(tmp_path, NEWS + '[[document]]\nfile = "documents/gone.txt"\n')
    (tmp_path / "secret.txt").write_text("outside", encoding="utf-8")
    (folder / "empty.txt").touch()
    (folder / ".DS_Store").write_text("x", encoding="utf-8")
    (folder / "~$list.xlsx").write_text("x", encoding="utf-8")
    (folder / "scan.tiff").write_text("x", encoding="utf-8")
    (folder / "blank.txt").write_text(" \n", encoding="utf-8")
    (folder / "binary.txt").write_bytes(b"a\0b")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "linked").symlink_to(tmp_path)
    (folder / "big.txt").write_bytes(b"x" * (2 << 20))
    (folder / ".gitkeep").touch()
    os.mkfifo(folder / "pipe.txt")
    intake = taken_in(tmp_path, IngestionSettings(largest_mb=1))
    assert intake.documents == ()
    assert {each.where.removeprefix("sources/morgue/documents/"): each.what for each in intake.set_aside} == {
        "empty.txt": "is empty",
        ".DS_Store": "is a hidden or temporary file",
        "~$list.xlsx": "is a hidden or temporary file",
        "scan.tiff": "files ending in .tiff cannot be read",
        "blank.txt": "holds no text",
        "binary.txt": "holds zero bytes, as a binary file does",
        "link.txt": "is a link that leads out of the folder",
        "linked": "is a link that leads out of the folder",
        "big.txt": "is 2 MB, more than the 1 MB allowed",
        "pipe.txt": "is no plain file",
        "sources/morgue/source.toml": "[[document]] names 'documents/gone.txt', which is not there",
    }
    assert all(each.remedy for each in intake.set_aside)


def test_an_unreadable_file_is_told(tmp_path: Path) -> None:
    path = a_source(tmp_path, NEWS) / "a.txt"
    path.write_text("x", encoding="utf-8")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    assert "a.txt: cannot be opened" in told(taken_in(tmp_path))


def test_the_same_bytes_in_two_sources_are_one_document(tmp_path: Path) -> None:
    for identifier in ("a", "b"):
        (a_source(tmp_path, NEWS, identifier) / "x.txt").write_text("the same", encoding="utf-8")
    intake = taken_in(tmp_path)
    assert [document.source for document in intake.documents] == ["a"]
    assert "sources/b/documents/x.txt: has the same bytes as sources/a/documents/x.txt" in told(intake)


def test_an_unchanged_second_version_of_a_list_is_a_document_of_its_own(tmp_path: Path) -> None:
    versions = "".join(f'[[document]]\nfile = "documents/{n}.csv"\nversion = "{n}"\n' for n in (1, 2))
    folder = a_source(tmp_path, PERSONS + versions)
    for n in (1, 2):
        (folder / f"{n}.csv").write_text("name,age,died\na,1,\n", encoding="utf-8")
    first, second = taken_in(tmp_path).documents
    assert first.sha256 == second.sha256
    assert first.id != second.id


def test_a_table_nobody_described_is_left_out_whole(tmp_path: Path) -> None:
    (a_source(tmp_path, NEWS) / "list.csv").write_text("witness\nCANARY\n", encoding="utf-8")
    intake = taken_in(tmp_path)
    assert intake.documents == ()
    assert "list.csv: is a table that source.toml does not describe" in told(intake)
    assert "CANARY" not in told(intake)


def test_rows_have_the_number_the_file_shows(tmp_path: Path) -> None:
    text = 'A list of the dead\nname,age,died\n\nA,1,\n"B\nb",2,\nC,3,\n'
    toml = PERSONS.replace("[columns]", "header_row = 2\n[columns]")
    (a_source(tmp_path, toml) / "a.csv").write_text(text, encoding="utf-8")
    table = the_table(tmp_path)
    assert [(row.number, row.cells) for row in table.rows] == [
        (4, ("A", "1", None)),
        (5, ("B\nb", "2", None)),
        (6, ("C", "3", None)),
    ]


def test_rows_that_stand_for_nobody_are_left_out_and_told(tmp_path: Path) -> None:
    text = "name,age,died\nA,1,\nname,age,died\nB,2\nC,3,,extra\nالمجموع,4,\n"
    (a_source(tmp_path) / "a.csv").write_text(text, encoding="utf-8")
    intake = taken_in(tmp_path)
    assert [row.number for row in intake.documents[0].tables[0].rows] == [2, 4, 5]
    assert "row 3: repeats the header and was left out" in told(intake)
    assert "row 4: has fewer cells than the header" in told(intake)
    assert "row 5: has more cells than the header" in told(intake)
    assert "row 6: is a total and was left out" in told(intake)


def test_a_person_called_like_a_total_is_not_taken_for_one(tmp_path: Path) -> None:
    (a_source(tmp_path) / "a.csv").write_text("name,age,died\nTotal,3,2017-01-01\n", encoding="utf-8")
    assert len(the_table(tmp_path).rows) == 1


def test_the_delimiter_follows_from_the_declared_columns(tmp_path: Path) -> None:
    (a_source(tmp_path) / "a.csv").write_text("name;age;died\nA, b;1;\n", encoding="utf-8")
    assert the_table(tmp_path).rows[0].cells == ("A, b", "1", None)


def test_unsound_quoting_names_the_line(tmp_path: Path) -> None:
    (a_source(tmp_path) / "a.csv").write_text('name,age,died\nA,1,\n"B"x,2,\n', encoding="utf-8")
    assert "a.csv, line 3: is not sound CSV" in told(taken_in(tmp_path))


def test_doubled_and_blank_headers_are_told(tmp_path: Path) -> None:
    (a_source(tmp_path) / "a.csv").write_text("name,age,,name,died\nA,1,x,B,\n", encoding="utf-8")
    text = told(taken_in(tmp_path))
    assert "2 columns are headed 'name'; the first is read" in text
    assert "column 3 has no header and cannot be read" in text


def test_expectations_are_held_against_what_came(tmp_path: Path) -> None:
    toml = PERSONS.replace('name = "name"', 'name = "nmae"') + (
        'sex = "sex"\n[expect]\nrows = [5, 9]\nrequired = ["age"]\n[expect.known]\nsex = ["m", "f"]\n'
    )
    (a_source(tmp_path, toml) / "a.csv").write_text("name,age,died,sex,note\nA,,,x,\nB,2,,f,\n", encoding="utf-8")
    intake = taken_in(tmp_path)
    assert len(intake.documents[0].tables[0].rows) == 2
    lines = told(intake).splitlines()
    assert "sources/morgue: holds 2 rows, outside the expected 5–9; look for" in lines[0]
    text = "\n".join(lines)
    assert "has no column 'nmae', which name is read from; the nearest header is 'name'" in text
    assert "column note: nobody reads it" in text
    assert "row 2: age is required and missing" in text
    assert "row 2: sex has 'x', which is not a known value" in text
    assert not any(each.whole for each in intake.set_aside)
