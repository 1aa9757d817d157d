"""Ids of earlier releases: where they lead, over any number of releases."""

from dataclasses import replace
from pathlib import Path

import pytest

from recount.model.findings import Findings
from recount.model.people import Resolution
from recount.publication import PublicationSettings, publish
from tests.publication import invented
from tests.publication.opening import csv_rows, parquet_rows, sqlite_rows
from tests.publication.test_since import OPEN, joined


def renamed(found: Findings, old: str, new: str) -> Findings:
    """The same people, one of them under another id."""
    victims = tuple(replace(v, id=new) if v.id == old else v for v in found.resolution.victims)

    def told(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(new if key == old else key for key in ids)

    figures = tuple(
        replace(f, lines=tuple(replace(line, evidence=told(line.evidence)) for line in f.lines)) for f in found.figures
    )
    events = tuple(replace(one, victims=told(one.victims)) for one in found.incidents)
    return replace(found, resolution=Resolution(victims), figures=figures, incidents=events)


def version(found: Findings, number: str) -> Findings:
    return replace(found, case=replace(found.case, version=number))


@pytest.fixture(scope="module")
def releases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four releases: two people are joined, the one is given another id, and all that was comes back."""
    folder = tmp_path_factory.mktemp("releases")
    publish(version(invented.findings(), "1"), folder / "1", OPEN)
    publish(version(joined(), "2"), folder / "2", OPEN, folder / "1")
    publish(version(renamed(joined(), "v-9", "v-8"), "3"), folder / "3", OPEN, folder / "2")
    publish(version(invented.findings(), "4"), folder / "4", OPEN, folder / "3")
    return folder


def led(site: Path) -> dict[str, tuple[str, str, str]]:
    """Where each id leads, why, and which version had it last."""
    return {row["id"]: (row["to"], row["reason"], row["last_in"]) for row in csv_rows(site / "data/redirects.csv")}


def test_a_first_release_sends_nobody_on(releases: Path) -> None:
    assert led(releases / "1") == {}
    assert csv_rows(releases / "1/data/tombstones.csv") == []


def test_people_who_were_joined_lead_to_who_holds_their_rows(releases: Path) -> None:
    assert led(releases / "2") == {"v-1": ("v-9", "joined", "1"), "v-4": ("v-9", "joined", "1")}


def test_what_is_gone_and_held_by_nobody_has_a_tombstone_with_its_reason(releases: Path) -> None:
    buried = {row["id"]: row for row in csv_rows(releases / "2/data/tombstones.csv")}
    assert set(buried) == {"i-2"}
    assert (buried["i-2"]["reason"], buried["i-2"]["last_in"]) == ("removed", "1")


def test_an_id_of_two_releases_ago_leads_to_who_holds_its_rows_today(releases: Path) -> None:
    found = led(releases / "3")
    assert found["v-1"] == ("v-8", "joined", "1")
    assert found["v-9"] == ("v-8", "joined", "2")
    page = (releases / "3/en/people/1.html").read_text("utf-8")
    assert "../people/8.html#v-8" in page[page.index("id=v-1") :]
    assert [row["id"] for row in csv_rows(releases / "3/data/tombstones.csv")] == ["i-2"]


def test_what_is_shown_again_has_its_address_back(releases: Path) -> None:
    found = led(releases / "4")
    assert not {"v-1", "v-4", "i-2"} & set(found)
    assert {row["to"]: row["reason"] for row in csv_rows(releases / "4/data/redirects.csv") if row["id"] == "v-9"} == {
        "v-1": "divided",
        "v-4": "divided",
    }
    assert csv_rows(releases / "4/data/tombstones.csv") == []


def test_every_address_that_leads_on_is_a_page_and_leads_to_one(releases: Path) -> None:
    for number in "234":
        for name in ("redirects", "tombstones"):
            for row in csv_rows(releases / number / f"data/{name}.csv"):
                for address in filter(None, (row["page"], row.get("to_page"))):
                    path, _, anchor = address.partition("#")
                    assert f"id={anchor}" in (releases / number / path).read_text("utf-8").replace('"', "")


def test_redirects_are_the_same_in_every_format(releases: Path) -> None:
    told = csv_rows(releases / "3/data/redirects.csv")
    assert told == parquet_rows(releases / "3/data/redirects.parquet")
    assert told == sqlite_rows(releases / "3/data/recount.sqlite", "redirects")


def test_where_rows_are_not_shown_nobody_guesses_who_holds_them(tmp_path: Path) -> None:
    closed = PublicationSettings(naming="full", minors="full", show_rows=False)
    publish(invented.findings(), tmp_path / "1", closed)
    publish(joined(), tmp_path / "2", closed, tmp_path / "1")
    buried = {row["id"]: row["reason"] for row in csv_rows(tmp_path / "2/data/tombstones.csv")}
    assert buried == {"v-1": "rows not shown", "v-4": "rows not shown", "i-2": "removed"}


def test_a_redirect_names_nobody(releases: Path) -> None:
    closed = (releases / "3/data/redirects.csv").read_text("utf-8")
    assert "Hasan" not in closed
    assert "حسن" not in closed
