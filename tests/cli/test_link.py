"""`recount link`: people in two spreadsheets."""

import csv
from pathlib import Path

import pytest
from openpyxl import Workbook
from typer import Typer
from typer.testing import CliRunner, Result

from recount.cli.link import link
from recount.errors import CaseError
from tests.linkage.people import a_city

CITY, WHO = a_city(150)
ARABIC = ("الاسم الرباعي", "العمر", "الجنس", "رقم")
LATIN = ("Full name", "Age (years)", "Sex", "No.")


def run(*arguments: object) -> Result:
    app = Typer()
    app.command()(link)
    return CliRunner().invoke(app, [*map(str, arguments), "--quiet"], catch_exceptions=False)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def a_list(path: Path, source: str, header: tuple[str, ...] = LATIN, sex: str = "M", delimiter: str = ",") -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=delimiter)
        writer.writerow(header)
        for record in CITY:
            if record.source == source:
                writer.writerow([record.names[0].text, record.age.low, sex, WHO[record.id]])
    return path


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    return (
        a_list(tmp_path / "register.csv", "morgue", ARABIC, "ذكر"),
        a_list(tmp_path / "ngo.csv", "names", LATIN, "M", ";"),
    )


def number(row: dict[str, str]) -> str:
    return row["رقم"] or row["No."]


def test_rows_of_one_person_share_an_id_and_rows_of_two_do_not(two, tmp_path):
    found = run(*two, "--out", tmp_path / "out.csv")
    assert found.exit_code == 0
    by_person: dict[str, set[str]] = {}
    by_id: dict[str, set[str]] = {}
    for row in rows(tmp_path / "out.csv"):
        by_person.setdefault(number(row), set()).add(row["person_id"])
        by_id.setdefault(row["person_id"], set()).add(number(row))
    assert sum(len(ids) == 1 for ids in by_person.values()) / len(by_person) >= 0.97
    assert sum(len(people) == 1 for people in by_id.values()) / len(by_id) >= 0.99


def test_the_table_holds_all_rows_in_order_with_what_was_found_added(two, tmp_path):
    run(*two, "--out", tmp_path / "out.csv")
    found = rows(tmp_path / "out.csv")
    given = [row for path, delimiter in ((two[0], ","), (two[1], ";")) for row in read(path, delimiter)]
    assert [{k: v for k, v in row.items() if v and k in given[0] | given[-1]} for row in found] == given
    assert [row["row"] for row in found[:2]] == ["2", "3"]
    assert {row["list"] for row in found} == {"register", "ngo"}
    linked = next(row for row in found if row["probability"])
    assert 0.5 <= float(linked["probability"]) <= 1
    assert " row " in linked["reason"]


def read(path: Path, delimiter: str) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def test_the_report_says_what_was_read_and_what_it_believes_of_itself(two, tmp_path):
    said = run(*two, "--out", tmp_path / "out.csv").stdout
    assert "name = الاسم الرباعي" in said
    assert "age = Age (years)" in said
    assert "precision believed: " in said
    assert "recall believed: " in said
    assert "never compared or not recognised" in said


def test_columns_may_be_named_and_the_parts_of_a_name_joined(tmp_path):
    path = tmp_path / "parts.csv"
    path.write_text("one,two,y\nسالم,ناظم كمال الدباغ,31\nسالم,ناظم كمال الدباغ,31\n", encoding="utf-8")
    run(path, "--map", "name=one+two,age=y", "--out", tmp_path / "out.csv")
    assert len({row["person_id"] for row in rows(tmp_path / "out.csv")}) == 1


def test_a_list_without_a_known_name_column_is_refused_with_its_columns(tmp_path):
    path = tmp_path / "odd.csv"
    path.write_text("who,when\nSalim,1\n", encoding="utf-8")
    with pytest.raises(CaseError, match=r"its columns are 'who', 'when'; say --map name=COLUMN"):
        run(path, "--out", tmp_path / "out.csv")


def test_lists_are_never_written_over_and_other_files_only_by_force(two, tmp_path):
    with pytest.raises(CaseError, match="is one of the lists"):
        run(*two, "--out", two[0], "--force")
    (tmp_path / "out.csv").write_text("mine")
    with pytest.raises(CaseError, match="exists"):
        run(*two, "--out", tmp_path / "out.csv")
    assert run(*two, "--out", tmp_path / "out.csv", "--force").exit_code == 0


def test_one_to_one_joins_a_row_with_one_row_of_another_list_at_most(tmp_path):
    name = "سالم ناظم كمال الدباغ"
    (tmp_path / "a.csv").write_text(f"name,age\n{name},31\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text(f"name,age\n{name},31\n{name},31\n", encoding="utf-8")
    run(tmp_path / "a.csv", tmp_path / "b.csv", "--out", tmp_path / "all.csv")
    run(tmp_path / "a.csv", tmp_path / "b.csv", "--one-to-one", "--out", tmp_path / "one.csv")
    assert len({row["person_id"] for row in rows(tmp_path / "all.csv")}) == 1
    assert len({row["person_id"] for row in rows(tmp_path / "one.csv")}) == 2


def test_a_workbook_is_read_like_a_csv_and_numbers_as_ids_are_no_names(tmp_path, two):
    book = Workbook()
    for cells in csv.reader(two[0].read_text("utf-8").splitlines()):
        book.active.append([int(cell) if cell.isdecimal() else cell for cell in cells])
    book.save(tmp_path / "register.xlsx")
    run(tmp_path / "register.xlsx", two[1], "--out", tmp_path / "xlsx.csv")
    run(*two, "--out", tmp_path / "csv.csv")
    shared = [len({row["person_id"] for row in rows(tmp_path / f"{kind}.csv")}) for kind in ("xlsx", "csv")]
    assert shared[0] == shared[1]


def test_the_page_shows_doubtful_pairs_side_by_side_with_their_waterfall(tmp_path):
    # One man of 64 in the one list, of 24 in the other: the age speaks against what the name says.
    a_list(tmp_path / "a.csv", "morgue")
    text = (tmp_path / "a.csv").read_text("utf-8")
    (tmp_path / "a.csv").write_text(text + "حسين <b> ناظم الدباغ,64,M,900\n", encoding="utf-8")
    a_list(tmp_path / "b.csv", "names")
    text = (tmp_path / "b.csv").read_text("utf-8")
    (tmp_path / "b.csv").write_text(text + "Hussein Nazim al-Dabbagh,24,M,900\n", encoding="utf-8")
    said = run(
        tmp_path / "a.csv", tmp_path / "b.csv", "--out", tmp_path / "o.csv", "--html", tmp_path / "o.html"
    ).stdout
    page = (tmp_path / "o.html").read_text("utf-8")
    assert "<script" not in page
    assert "<b>" not in page
    assert "http" not in page
    if "Review first" in said:
        assert "<svg" in page
        assert "given name" in page


def test_the_same_lists_give_the_same_bytes(two, tmp_path):
    for name in ("one", "two"):
        run(*two, "--out", tmp_path / f"{name}.csv", "--html", tmp_path / f"{name}.html")
    assert (tmp_path / "one.csv").read_bytes() == (tmp_path / "two.csv").read_bytes()


def test_headers_below_a_title_are_found_and_told(tmp_path):
    book = Workbook()
    for row in (["List of the dead"], [], list(ARABIC), ["سالم ناظم كمال الدباغ", 31.0, "ذكر", 1]):
        book.active.append(row)
    book.save(tmp_path / "register.xlsx")
    other = a_list(tmp_path / "ngo.csv", "names")
    found = CliRunner().invoke(
        _app(),
        [str(tmp_path / "register.xlsx"), str(other), "--out", str(tmp_path / "out.csv")],
        catch_exceptions=False,
    )
    assert "register: 1 people read from 1 rows" in found.stdout
    assert "its headers were found in row 3" in found.stderr


def test_a_list_of_arabic_windows_is_read_without_being_asked_and_told(tmp_path):
    text = "الاسم;العمر\nسالم ناظم كمال الدباغ;31\n"
    (tmp_path / "ministry.csv").write_bytes(text.encode("cp1256"))
    other = a_list(tmp_path / "ngo.csv", "names")
    found = CliRunner().invoke(
        _app(), [str(tmp_path / "ministry.csv"), str(other), "--out", str(tmp_path / "out.csv")], catch_exceptions=False
    )
    assert "was read as cp1256" in found.stderr
    assert rows(tmp_path / "out.csv")[0]["الاسم"] == "سالم ناظم كمال الدباغ"


def test_a_column_may_be_named_of_one_list_alone(tmp_path):
    one = a_list(tmp_path / "one.csv", "morgue", ("who", "years", "sex", "no"))
    other = a_list(tmp_path / "two.csv", "names", ("who", "Full name", "sex", "no"))
    found = run(one, other, "--out", tmp_path / "out.csv", "--map", "one:name=who,two:name=who,one:age=years")
    assert "(name = who, age = years)" in found.stdout
    assert "(name = who)" in found.stdout


def _app() -> Typer:
    app = Typer()
    app.command()(link)
    return app


def test_decided_pairs_join_and_part_rows(tmp_path: Path):
    (tmp_path / "a.csv").write_text("name,age\nسالم ناظم الدباغ,40\nهاشم رياض النجار,30\n", "utf-8")
    (tmp_path / "b.csv").write_text("name,age\nSalem Nazim al-Dabbagh,40\nSomebody Quite Different,71\n", "utf-8")
    labels = "list,row,other_list,other_row,same\na,2,b,2,no\na,3,b,3,yes\n"
    (tmp_path / "labels.csv").write_text(labels, "utf-8")
    lists, out = [tmp_path / name for name in ("a.csv", "b.csv")], tmp_path / "out.csv"
    assert run(*lists, "--out", out, "--labels", tmp_path / "labels.csv").exit_code == 0
    who = [row["person_id"] for row in rows(out)]
    assert who[0] != who[2]
    assert who[1] == who[3]
    (tmp_path / "labels.csv").write_text(labels.replace("b,3", "c,3"), "utf-8")
    with pytest.raises(CaseError, match="the lists are a, b"):
        run(*lists, "--out", out, "--force", "--labels", tmp_path / "labels.csv")
