"""The documentation names what exists, and its links lead somewhere."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from recount import config
from recount.ingestion.fields import FIELDS
from recount.model.decisions import Decision, Question
from recount.model.evidence import About, Correction, Mapping, Source
from recount.model.values import Party
from recount.publication.formats.reference import reference

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "tests").glob("*.md")])
REFERENCE = ROOT / "docs" / "reference"


def _named(page: str) -> set[str]:
    return set(re.findall(r"`\[*([\w.-]+)\]*`", (REFERENCE / page).read_text(encoding="utf-8")))


@pytest.mark.parametrize("room", sorted(config._ROOMS))
def test_every_setting_is_documented(room):
    missing = {field.name for field in fields(config._ROOMS[room])} - _named("recount-toml.md")
    assert not missing


def test_every_key_of_a_case_and_its_parties_is_documented():
    sections = (config.CaseSection, config.ScopeSection, config.PlacesSection, Party)
    assert not {field.name for section in sections for field in fields(section)} - _named("recount-toml.md")


@pytest.mark.parametrize("rows", FIELDS)
def test_every_field_of_a_row_is_documented(rows):
    assert not {rows.value, *FIELDS[rows]} - _named("source-toml.md")


def test_every_key_of_a_source_is_documented():
    elsewhere = {"id", "mapping", "expect", "documents", "corrections", "removals", "columns", "values", "constants"}
    keys = {field.name for kind in (Source, Mapping, About, Correction) for field in fields(kind)}
    named = _named("source-toml.md")
    assert {"from", "sealed_from"} <= named  # the two keys that `from_whom` is read from
    assert not keys - elsewhere - named - {"from_whom"}


def test_every_key_and_question_of_a_decision_is_documented():
    page = (REFERENCE / "decisions.md").read_text(encoding="utf-8")
    assert not {field.name for field in fields(Decision)} - _named("decisions.md")
    assert all(f"`{question}`" in page for question in Question)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page):
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    links = [link for link in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in link]
    assert [link for link in links if not (page.parent / link.partition("#")[0]).exists()] == []


def test_the_tables_of_a_release_are_documented_as_they_are_declared():
    assert (REFERENCE / "data.md").read_text(encoding="utf-8") == reference()
