"""Strings planted in every sealed field of a case on disk, and looked for in everything that is published of it."""

import shutil
from pathlib import Path

import pytest

from recount.case import open_case
from recount.pipeline import build
from recount.publication import publish
from tests.publication.opening import everything, opened

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "mosul-2017"
FIELDS = ("Informant", "Notes", "Witness", "Home")
"""Columns of which nothing may leave the reading, in every kind of table."""

TABLES = {
    "persons": (
        "Name,Age,Sex,Died,Place",
        'name = "Name"\nage = "Age"\nsex = "Sex"\ndied = "Died"\nplace = "Place"',
        ("Invented Person One,30,male,2017-03-17,al-Jadida", "Invented Person Two,8,female,2017-03-18,al-Jadida"),
    ),
    "incidents": (
        "Code,Said by,Date,Place,Killed",
        'code = "Code"\nclaimant = "Said by"\ndate = "Date"\nplace = "Place"\nkilled = "Killed"',
        ("CAN-1,a neighbour,2017-03-17,al-Jadida,4", "CAN-2,a nurse,2017-05-02,al-Jadida,6"),
    ),
    "positions": (
        "Code,Party,Position,Stated,Date,Place",
        'code = "Code"\nparty = "Party"\nposition = "Position"\nstated = "Stated"\ndate = "Date"\nplace = "Place"',
        ("P-90,coalition,open,2017-06-01,2017-05-02,al-Jadida", "P-91,iraq,denies,2017-06-02,2017-05-02,al-Jadida"),
    ),
    "propositions": (
        "Incident,Says,Side,Said by",
        'incident = "Incident"\nsays = "Says"\nside = "Side"\nclaimant = "Said by"',
        ("CAN-1,a strike occurred,supports,a neighbour", "CAN-1,a strike occurred,denies,an official"),
    ),
    "evidence": (
        "Code,Incident,Kind,Held by",
        'code = "Code"\nincident = "Incident"\nevidence = "Kind"\nholder = "Held by"',
        ("E-90,CAN-1,photograph,a neighbour", "E-91,CAN-1,witness,a nurse"),
    ),
}


def canary(kind: str, field: str, row: int) -> str:
    return f"canary{kind}{field}{row}".casefold()


def plant(case: Path, kind: str) -> list[str]:
    """A source of one kind of rows with a canary in each sealed cell; what was planted."""
    header, columns, rows = TABLES[kind]
    folder = case / "sources" / f"planted-{kind}"
    (folder / "documents").mkdir(parents=True)
    planted = [[canary(kind, field, number) for field in FIELDS] for number, _ in enumerate(rows)]
    lines = [
        f"{header},{','.join(FIELDS)}",
        *(f"{row},{','.join(cells)}" for row, cells in zip(rows, planted, strict=True)),
    ]
    (folder / "documents" / "table.csv").write_text("\n".join(lines) + "\n", "utf-8")
    sealed = ", ".join(f'"{field}"' for field in FIELDS)
    table = f'[table]\nrows = "{kind}"\ndate_order = "YMD"\nsealed = [{sealed}]\n'
    source = f'name = "Planted {kind}"\nkind = "other"\nlanguage = "en"\nlicence = "Apache-2.0"\n'
    giver = canary(kind, "giver", 0)
    about = f'[[document]]\nfile = "documents/table.csv"\nreceived = 2018-02-03\nsealed_from = "{giver}"\n'
    (folder / "source.toml").write_text(f"{source}\n{table}\n[columns]\n{columns}\n{about}", "utf-8")
    return [giver, *(cell for cells in planted for cell in cells)]


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    case = tmp_path_factory.mktemp("planted") / "case"
    shutil.copytree(EXAMPLE, case, ignore=shutil.ignore_patterns("build", "site"))
    canaries = [one for kind in TABLES for one in plant(case, kind)]
    told = (case / "recount.toml").read_text("utf-8")
    policy = '\n[publication]\nnaming = "full"\nminors = "full"\nshow_rows = true\n'
    (case / "recount.toml").write_text(told + policy, "utf-8")
    pytest.importorskip("pypdfium2", reason="install pypdfium2 and typst to search reports on paper")
    known = open_case(case)
    publish(build(known), case / "release", known.settings.publication, paper=True)
    return case / "release", canaries


def test_no_sealed_field_of_any_kind_of_table_is_anywhere_in_what_is_published(
    planted: tuple[Path, list[str]],
) -> None:
    site, canaries = planted
    assert [path for path in sorted(site.parent.rglob("*.json")) if b"giver" in path.read_bytes().lower()] == []
    assert len(canaries) == len(TABLES) * (len(FIELDS) * 2 + 1)
    files = [path for path in sorted(site.rglob("*")) if path.is_file()]
    assert len(files) > 100
    for path in files:
        content = path.read_bytes().lower()
        found = [one for one in canaries if one.encode() in content or one.encode("utf-16-le") in content]
        assert found == [], path


def test_no_sealed_field_is_in_what_is_packed_or_printed(planted: tuple[Path, list[str]]) -> None:
    """Compressed columns, databases and pages on paper hold words that their bytes do not show."""
    site, canaries = planted
    endings = {path.suffix for path in site.rglob("*") if path.is_file()}
    assert {".parquet", ".sqlite", ".pdf", ".json", ".geojson"} <= endings
    text = everything(site).lower()
    assert text.count("invented person one") > 5
    assert [one for one in canaries if one in text] == []


@pytest.mark.parametrize("kind", ["victims.parquet", "recount.sqlite", "report-en.pdf"])
def test_a_word_that_is_published_is_found_by_the_same_search(planted: tuple[Path, list[str]], kind: str) -> None:
    """So that finding nothing means something."""
    path = next(planted[0].rglob(kind))
    assert ("mosul" if kind.endswith("pdf") else "invented person one") in opened(path).lower()


def test_what_stands_beside_the_sealed_fields_is_published(planted: tuple[Path, list[str]]) -> None:
    site = planted[0]
    text = "".join(path.read_text("utf-8") for path in (site / "en").rglob("*.html"))
    for kept in ("Invented Person One", "a neighbour", "CAN-2", "Planted positions", "photograph", "kept sealed"):
        assert kept in text, kept
