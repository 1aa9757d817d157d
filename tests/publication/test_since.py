"""What a reader of the last release is told in the next one."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from recount.errors import RecountError
from recount.model.findings import Findings
from recount.model.interval import exactly
from recount.model.people import Resolution
from recount.publication import PublicationSettings, publish
from tests.publication import invented
from tests.publication.test_pages import Links

OPEN = PublicationSettings(naming="full", minors="full", show_rows=True)


def joined() -> Findings:
    """The case a year later: two people turned out to be one, a figure moved, an incident is no longer there."""
    found = invented.findings()
    first, child, body, other = found.resolution.victims
    both = replace(first, id="v-9", records=(*first.records, *other.records))
    figures = tuple(
        replace(
            figure,
            lines=tuple(
                replace(
                    line,
                    amount=exactly(7) if figure.name == "claimed" else line.amount,
                    evidence=tuple("v-9" if key in ("v-1", "v-4") else key for key in line.evidence),
                )
                for line in figure.lines
            ),
            excluded=(),
        )
        for figure in found.figures
    )
    events = (replace(found.incidents[0], victims=("v-2", "v-9")),)
    return replace(found, resolution=Resolution((both, child, body)), figures=figures, incidents=events)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    publish(invented.findings(), tmp_path / "one", OPEN)
    publish(joined(), tmp_path / "two", OPEN, tmp_path / "one")
    return tmp_path / "two"


def test_a_changed_figure_is_told_with_what_it_was(site: Path) -> None:
    page = re.sub(r"<[^>]+>", " ", (site / "en/changes.html").read_text("utf-8"))
    assert re.search(r"(?i)claimed: residents\s+at least 12\s+7", page)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_address_of_a_person_who_was_joined_leads_to_who_holds_their_rows(site: Path, language: str) -> None:
    page = (site / language / "people/4.html").read_text("utf-8")
    tombstone = page[page.index("id=v-4") :]
    assert "<a href=../people/9.html#v-9>" in tombstone


def test_the_address_of_an_incident_that_is_gone_says_so(site: Path) -> None:
    page = (site / "en/incidents/2.html").read_text("utf-8")
    assert "No longer shown here" in page
    assert "which says why: 3." in (site / "en/changes.html").read_text("utf-8")


def test_every_link_of_what_changed_leads_somewhere(site: Path) -> None:
    page = site / "en" / "changes.html"
    targets = [href.partition("#") for href in Links(page.read_text("utf-8")).hrefs]
    assert targets
    for file, _, anchor in targets:
        target = (page.parent / file) if file else page
        assert target.is_file(), file
        assert not anchor or anchor in Links(target.read_text("utf-8")).anchors


def test_a_first_release_says_that_there_is_none_before_it(tmp_path: Path) -> None:
    publish(invented.findings(), tmp_path / "one", OPEN)
    assert "No earlier release" in (tmp_path / "one/en/changes.html").read_text("utf-8")


def test_a_folder_that_is_no_release_cannot_be_compared(tmp_path: Path) -> None:
    with pytest.raises(RecountError, match="holds no release that can be compared"):
        publish(invented.findings(), tmp_path / "one", OPEN, tmp_path / "nothing")


def test_the_address_a_row_had_in_one_language_leads_to_where_it_stands_for_all(tmp_path: Path) -> None:
    publish(invented.findings(), tmp_path / "one", OPEN)
    manifest = tmp_path / "one" / "release.json"
    told = json.loads(manifest.read_text("utf-8"))
    told["files"] |= {"ar/rows/d-morgue-1-1.html": "0" * 64, "ar/rows/d-gone-1-1.html": "0" * 64}
    manifest.write_text(json.dumps(told), "utf-8")
    publish(joined(), tmp_path / "two", OPEN, tmp_path / "one")
    page = (tmp_path / "two/ar/rows/d-morgue-1-1.html").read_text("utf-8")
    assert '<a href="../../rows/d-morgue-1-1.html">' in page
    assert (tmp_path / "two/rows/d-morgue-1-1.html").is_file()
    assert not (tmp_path / "two/ar/rows/d-gone-1-1.html").exists()
