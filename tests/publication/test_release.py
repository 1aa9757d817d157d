"""Bytes, checksums and open data."""

import csv
import hashlib
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.publication import PublicationSettings, publish
from recount.publication.formats.plain import neutral
from tests.publication import invented

OPEN = PublicationSettings(naming="full", minors="full", show_rows=True)


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_the_same_findings_write_the_same_bytes(tmp_path: Path) -> None:
    one = publish(invented.findings(), tmp_path / "one", OPEN)
    two = publish(invented.findings(), tmp_path / "two", OPEN)
    assert one == two
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_publishing_again_leaves_nothing_of_the_last_release(tmp_path: Path) -> None:
    publish(invented.findings(), tmp_path / "site", OPEN)
    closed = publish(invented.findings(), tmp_path / "site", PublicationSettings())
    assert set(tree(tmp_path / "site")) == {path for path, _ in closed.files} | {"release.json"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site"]


def test_every_file_has_its_checksum_and_all_of_them_one_digest(tmp_path: Path) -> None:
    release = publish(invented.findings(), tmp_path / "site", OPEN)
    files = tree(tmp_path / "site")
    manifest = json.loads(files.pop("release.json"))
    assert manifest["files"] == {path: hashlib.sha256(content).hexdigest() for path, content in files.items()}
    about = f"version {manifest['version']}, as of {manifest['as_of']}\n"
    lines = about + "".join(f"{checksum}  {path}\n" for path, checksum in sorted(manifest["files"].items()))
    assert manifest["head"] == release.head == hashlib.sha256(lines.encode()).hexdigest()


def test_open_data_comes_as_csv_and_json_with_the_same_rows(tmp_path: Path) -> None:
    publish(invented.findings(), tmp_path / "site", OPEN)
    for name in ("figures", "claims", "victims", "incidents", "positions", "discrepancies"):
        rows = list(csv.DictReader(io.StringIO((tmp_path / "site/data" / f"{name}.csv").read_text("utf-8-sig"))))
        objects = json.loads((tmp_path / "site/data" / f"{name}.json").read_text("utf-8"))
        assert len(rows) == len(objects) > 0
        assert [row["id"] for row in rows] == [found["id"] for found in objects]


def test_an_unknown_number_is_empty_and_never_zero(tmp_path: Path) -> None:
    publish(invented.findings(), tmp_path / "site", OPEN)
    incidents = {row["id"]: row for row in json.loads((tmp_path / "site/data/incidents.json").read_text("utf-8"))}
    assert incidents["i-2"]["killed_low"] is None
    assert incidents["i-1"]["killed_low"] == 10


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1"])
def test_a_cell_that_looks_like_a_formula_is_neutralised(formula: str) -> None:
    assert neutral(formula) == "'" + formula


@given(st.text())
def test_no_text_leaves_as_a_formula(text: str) -> None:
    assert not str(neutral(text)).startswith(("=", "+", "-", "@"))


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("data") / "site"
    publish(invented.findings(), out, OPEN)
    return out / "data"


def test_the_data_package_names_every_table_with_the_columns_it_has(data: Path) -> None:
    package = json.loads((data / "datapackage.json").read_text("utf-8"))
    there = {path.name for path in data.iterdir()} - {"datapackage.json"}
    assert {resource["path"] for resource in package["resources"]} == there
    for resource in package["resources"]:
        content = (data / resource["path"]).read_bytes()
        assert (resource["bytes"], resource["hash"]) == (len(content), "sha256:" + hashlib.sha256(content).hexdigest())
        if resource["format"] != "csv":
            continue
        with (data / resource["path"]).open(encoding="utf-8-sig", newline="") as file:
            header = next(csv.reader(file), [])
        assert [field["name"] for field in resource["schema"]["fields"]] == header
    figures = next(resource for resource in package["resources"] if resource["name"] == "figures")
    types = {field["name"]: field["type"] for field in figures["schema"]["fields"]}
    assert (types["people_low"], types["start"], types["kind"]) == ("integer", "date", "string")


def test_incidents_are_places_on_a_map_and_none_is_left_out(data: Path) -> None:
    features = {one["id"]: one for one in json.loads((data / "incidents.geojson").read_text("utf-8"))["features"]}
    assert sorted(features) == ["i-1", "i-2"]
    told = features["i-1"]
    assert told["geometry"] == {"type": "Point", "coordinates": [invented.OLD_TOWN.lon, invented.OLD_TOWN.lat]}
    assert (told["properties"]["killed_low"], told["properties"]["killed_high"]) == (10, 14)
    assert features["i-2"]["properties"]["killed_low"] is None


def test_a_release_says_how_to_cite_it_and_that_it_is_simulated(data: Path) -> None:
    citation = (data / "CITATION.cff").read_text("utf-8")
    assert 'title: "Zarda 2021"' in citation
    assert "date-released: 2021-12-31" in citation
    assert "Simulated" in citation


def test_a_release_names_its_publisher_where_the_case_does(tmp_path: Path) -> None:
    found = invented.findings()
    publish(replace(found, case=replace(found.case, publisher="Zarda Records Office")), tmp_path / "site", OPEN)
    data = tmp_path / "site" / "data"
    assert '- name: "Zarda Records Office"' in (data / "CITATION.cff").read_text("utf-8")
    package = json.loads((data / "datapackage.json").read_text("utf-8"))
    assert package["contributors"] == [{"title": "Zarda Records Office", "roles": ["publisher"]}]
    assert "Zarda Records Office" in (tmp_path / "site" / "en" / "index.html").read_text("utf-8")
