"""The same tables in every format: read back with others' tools, row by row."""

import gzip
import json
import re
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from recount.cli.app import app
from recount.model.tables import ColumnType, OpenTable
from recount.publication import PublicationSettings, publish
from recount.publication.data import PACKED, downloads
from recount.publication.formats import investigation
from recount.publication.formats.plain import neutral
from recount.publication.formats.shapes import shaped, shapes
from recount.publication.redaction import redact
from recount.publication.tabular import open_tables
from recount.publication.wording import wording
from tests.publication import invented
from tests.publication.opening import Value, csv_rows, everything, parquet_rows, sqlite_rows, sqlite_tables

OPEN = PublicationSettings(naming="full", minors="full", show_rows=True)
FTM = {
    "Document": {"name", "title", "fileName", "publisher", "publishedAt", "language", "sourceUrl", "notes"},
    "Documentation": {"document", "entity", "role", "summary"},
    "Event": {"name", "startDate", "endDate", "location", "involved", "recordId", "summary", "notes"},
    "Organization": {"name", "alias"},
    "Person": {"name", "alias", "gender", "deathDate", "address", "notes"},
    "PublicBody": {"name", "alias"},
    "UnknownLink": {"subject", "object", "role", "date", "summary"},
}
"""Properties by schema, as FollowTheMoney declares them."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("open") / "site"
    publish(invented.findings(), out, OPEN)
    return out


@pytest.fixture(scope="module")
def tables() -> tuple[OpenTable, ...]:
    return open_tables(redact(invented.findings(), OPEN), wording("en"))


def written(value: Value) -> str:
    """How a CSV file writes a value."""
    return "" if value is None else str(neutral(value))


def same(table: OpenTable, rows: list[dict[str, Value]], told: list[dict[str, str]]) -> bool:
    """Whether typed rows say what the CSV says; numbers by value, since 10 may be 10.0."""
    numeric = {column.name for column in table.columns if column.type in (ColumnType.INTEGER, ColumnType.NUMBER)}
    truth = {column.name for column in table.columns if column.type is ColumnType.BOOLEAN}

    def agrees(name: str, value: Value, text: str) -> bool:
        if value is None or text == "":
            return value is None and text == ""
        if name in numeric:
            return float(value) == float(text.lstrip("'"))
        return str(bool(value)) == text if name in truth else written(value) == text

    return len(rows) == len(told) and all(
        list(row) == list(line) and all(agrees(name, row[name], line[name]) for name in row)
        for row, line in zip(rows, told, strict=True)
    )


def test_parquet_and_sqlite_hold_the_csv_row_by_row(site: Path, tables: tuple[OpenTable, ...]) -> None:
    database = site / "data/recount.sqlite"
    assert sum(len(table.rows) for table in tables) > 30
    for table in tables:
        told = csv_rows(site / f"data/{table.name}.csv")
        assert same(table, parquet_rows(site / f"data/{table.name}.parquet"), told), table.name
        assert same(table, sqlite_rows(database, table.name.replace("-", "_")), told), table.name


def test_the_data_package_describes_every_table_in_every_format_with_its_keys(
    site: Path, tables: tuple[OpenTable, ...]
) -> None:
    package = json.loads((site / "data/datapackage.json").read_text("utf-8"))
    resources = {resource["path"]: resource for resource in package["resources"]}
    assert len({resource["name"] for resource in resources.values()}) == len(resources)
    for table in tables:
        for ending in ("csv", "parquet"):
            schema = resources[f"{table.name}.{ending}"]["schema"]
            fields = [(field["name"], field["type"]) for field in schema["fields"]]
            assert fields == [(column.name, column.type.value) for column in table.columns]
            assert schema.get("primaryKey", []) == list(table.key)
    claims = resources["claims.csv"]["schema"]["foreignKeys"]
    assert {"fields": ["incident"], "reference": {"resource": "incidents", "fields": ["id"]}} in claims
    assert all(reference["reference"]["resource"] + ".csv" in resources for reference in claims)


def test_every_declared_column_is_explained_and_every_table_has_words_in_both_languages() -> None:
    for table in shapes().values():
        assert all(column.about for column in table.columns), table.name
        assert wording("en").has(f"table.{table.name}")
        assert wording("ar").has(f"table.{table.name}")


def test_the_database_is_whole_keeps_its_references_and_can_be_searched_in_both_scripts(site: Path) -> None:
    with closing(sqlite3.connect(site / "data/recount.sqlite")) as found:
        assert found.execute("pragma integrity_check").fetchall() == [("ok",)]
        assert found.execute("pragma foreign_key_check").fetchall() == []
        keys = {(row[3], row[2]) for row in found.execute("pragma foreign_key_list(claims)")}
        assert {("incident", "incidents"), ("report", "reports"), ("repeats", "claims")} <= keys
        joined = "select id from victims where rowid in (select rowid from victims_fts where victims_fts match ?)"
        assert found.execute(joined, ('"hasan"',)).fetchall() == [("v-1",)]
        assert sorted(found.execute(joined, ('"حسن"',)).fetchall()) == [("v-1",), ("v-2",)]


def test_the_library_that_wrote_a_database_leaves_no_trace_in_it(site: Path) -> None:
    header = (site / "data/recount.sqlite").read_bytes()[:100]
    assert header[:16] == b"SQLite format 3\x00"
    assert (header[24:28], header[92:96]) == (b"\x00\x00\x00\x01", b"\x00\x00\x00\x01")
    assert int.from_bytes(header[96:100], "big") == 3_040_000


def test_datasette_is_told_what_every_table_and_column_means(site: Path) -> None:
    told = json.loads((site / "data/metadata.json").read_text("utf-8"))["databases"]["recount"]["tables"]
    own = {name for name in sqlite_tables(site / "data/recount.sqlite") if "_fts" not in name} - {"columns"}
    assert set(told) == own
    assert "not zero" in told["incidents"]["columns"]["killed_low"]


def test_hashtags_stand_below_the_header_and_the_rows_are_those_of_the_table(site: Path) -> None:
    tags, *rows = csv_rows(site / "data/incidents.hxl.csv")
    assert tags["killed_low"] == "#affected+killed+min"
    assert (tags["lat"], tags["start"], tags["id"]) == ("#geo+lat", "#date+start", "#event+id")
    assert all(tag.startswith("#") for tag in tags.values())
    plain = csv_rows(site / "data/incidents.csv")
    assert rows == [{name: row[name] for name in tags} for row in plain]


def test_no_hashtag_is_given_to_a_name_of_a_person() -> None:
    assert all(not column.hxl for column in shapes()["victims"].columns if column.name.startswith("name"))


def entities(folder: Path) -> dict[str, dict[str, object]]:
    lines = (folder / "data/entities.ftm.json").read_text("utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    assert len({one["id"] for one in found}) == len(found)
    return {one["id"]: one for one in found}


def test_entities_have_only_properties_that_follow_the_money_knows_and_lead_to_one_another(site: Path) -> None:
    found = entities(site)
    assert {one["schema"] for one in found.values()} >= {"Document", "Documentation", "Event", "Person", "UnknownLink"}
    for one in found.values():
        properties = one["properties"]
        assert isinstance(properties, dict)
        assert set(properties) <= FTM[str(one["schema"])]
        for name in ("subject", "object", "document", "entity", "involved"):
            assert all(value in found for value in properties.get(name, ()))
        required = {"UnknownLink": ("subject", "object"), "Documentation": ("document", "entity")}
        assert all(name in properties for name in required.get(str(one["schema"]), ("name",)))


def test_a_grade_stands_in_the_link_to_a_party_and_nobody_is_an_organization(site: Path) -> None:
    found = entities(site)
    roles = {tuple(one["properties"].get("role", ())) for one in found.values()}  # type: ignore[attr-defined]
    assert ("assessed: weak",) in roles
    assert ("own position: non-credible",) in roles
    assert "party-undetermined" not in found


@pytest.mark.parametrize("settings", [PublicationSettings(), PublicationSettings(naming="initials", minors="none")])
def test_what_may_not_be_shown_is_in_no_format(tmp_path: Path, settings: PublicationSettings) -> None:
    publish(invented.findings(), tmp_path / "site", settings)
    text = everything(tmp_path / "site")
    assert not any(name in text for name in ("Ali Hasan Mahmoud", "Omar Salim Dawud", "علي حسن محمود", "زينب"))
    assert "witness-canary" not in text
    assert "house-14" not in text


def test_the_reading_of_packed_files_finds_what_stands_in_them(site: Path) -> None:
    for kind in ("*.parquet", "*.sqlite"):
        folder = {path.name: everything_in(path) for path in (site / "data").glob(kind)}
        assert any("علي حسن محمود" in text for text in folder.values())


def everything_in(path: Path) -> str:
    if path.suffix == ".sqlite":
        return "".join(str(sqlite_rows(path, table)) for table in sqlite_tables(path))
    return str(parquet_rows(path))


def test_figures_of_too_few_unnamed_people_are_in_no_format(tmp_path: Path) -> None:
    publish(invented.findings(), tmp_path / "site", PublicationSettings())
    months = {"documented/2021-02", "documented/2021-03"}
    for rows in (
        csv_rows(tmp_path / "site/data/figures.csv"),
        csv_rows(tmp_path / "site/data/figures.hxl.csv"),
        parquet_rows(tmp_path / "site/data/figures.parquet"),
        sqlite_rows(tmp_path / "site/data/recount.sqlite", "figures"),
    ):
        assert rows
        assert not months & {str(row["name"]) for row in rows}
    assert not any(month in everything(tmp_path / "site/data") for month in months)


def test_a_table_without_rows_keeps_its_columns_in_every_format(tmp_path: Path) -> None:
    publish(invented.findings(), tmp_path / "site", PublicationSettings())
    data = tmp_path / "site/data"
    assert (data / "victims.csv").read_text("utf-8-sig").startswith("id,name_latin")
    assert parquet_rows(data / "victims.parquet") == []
    assert sqlite_rows(data / "recount.sqlite", "victims") == []


def test_the_same_findings_give_the_same_bytes_in_every_format() -> None:
    one, two = (downloads(redact(invented.findings(), OPEN)) for _ in range(2))
    assert one == two


def test_a_fraction_is_never_rounded_to_fit_its_column() -> None:
    row = dict.fromkeys((column.name for column in shapes()["ledger-lines"].columns), None)
    made = shaped("ledger-lines", "", [{**row, "people_low": 3}, {**row, "people_low": 3.5}])
    place = [column.name for column in made.columns].index("people_low")
    assert (made.columns[place].type, made.rows[1][place]) == (ColumnType.NUMBER, 3.5)
    assert made.key == ()


@pytest.mark.parametrize("name", ["recount.sqlite", "victims.parquet", "figures.hxl.csv", "entities.ftm.json"])
def test_a_changed_byte_in_any_format_is_found(tmp_path: Path, name: str) -> None:
    publish(invented.findings(), tmp_path / "site", OPEN)
    path = tmp_path / "site/data" / name
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    told = CliRunner().invoke(app, ["verify", str(tmp_path / "site")])
    assert told.exit_code == 1
    assert f"data/{name}: its bytes differ" in told.output


def test_a_release_is_checked_against_the_head_that_was_announced(tmp_path: Path) -> None:
    told = publish(invented.findings(), tmp_path / "site", OPEN).head
    other = publish(replace(invented.findings(), decisions=()), tmp_path / "other", OPEN).head
    assert told != other
    assert CliRunner().invoke(app, ["verify", str(tmp_path / "site"), "--head", told]).exit_code == 0
    refused = CliRunner().invoke(app, ["verify", str(tmp_path / "site"), "--head", other])
    assert refused.exit_code == 1
    assert "not the release that was announced" in refused.output


def test_an_id_of_a_partner_is_one_that_follow_the_money_takes() -> None:
    found = redact(invented.findings(), OPEN)
    partner = replace(found.parties[0], id="alliance/north")
    lines = investigation.entities(replace(found, parties=(*found.parties, partner))).decode().splitlines()
    ids = [json.loads(line)["id"] for line in lines]
    assert "party-alliance.north" in ids
    assert all(re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9.-]*", key) for key in ids)


def test_the_package_offers_parquet_as_files_and_csv_as_tables(site: Path) -> None:
    """Frictionless reads Parquet through data frames, which have no empty whole numbers: it would call them wrong."""
    found = json.loads((site / "data/datapackage.json").read_text("utf-8"))["resources"]
    kinds = {resource["format"]: resource.get("type") for resource in found}
    assert (kinds["parquet"], kinds["csv"]) == ("file", "table")
    assert all("schema" in resource for resource in found if resource["format"] in ("parquet", "csv"))


def test_a_long_table_comes_packed_and_says_the_same(tmp_path: Path) -> None:
    found = invented.findings()
    claim = found.claims[3]
    many = tuple(replace(claim, id=f"c-{number:06x}") for number in range(PACKED + 1))
    files = downloads(redact(replace(found, claims=(*found.claims, *many)), OPEN))
    assert "claims.csv" not in files
    assert "claims.json" not in files
    rows = gzip.decompress(files["claims.csv.gz"]).decode("utf-8-sig").splitlines()
    assert len(rows) == len(many) + len(found.claims) + 1
    resource = next(one for one in json.loads(files["datapackage.json"])["resources"] if one["path"] == "claims.csv.gz")
    assert (resource["name"], resource["format"], resource["compression"]) == ("claims", "csv", "gz")
    assert [field["name"] for field in resource["schema"]["fields"]] == rows[0].split(",")
