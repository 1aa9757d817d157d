"""Steps that thousands of people are behind: everybody listed once, and still three clicks from a number to a row."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from recount.model.assertions import Record
from recount.model.evidence import Document, Row, Table
from recount.model.findings import Findings
from recount.model.interval import exactly
from recount.model.ledger import Effect, Line
from recount.model.people import Resolution
from recount.publication import PublicationSettings, publish
from recount.publication.groups import LARGE, Groups
from recount.publication.redaction import redact
from tests.publication import invented
from tests.publication.test_accessible import failures
from tests.publication.test_browser import reader  # noqa: F401

OPEN = PublicationSettings(naming="full", minors="full", show_rows=True)
PEOPLE = LARGE + 400


def crowd() -> Findings:
    """A list of more people than a page holds, in two figures that share most of them."""
    found = invented.findings()
    person, record = found.resolution.victims[-1], found.records[-1]
    base = next(one for one in found.documents if one.id == "d-ngo")
    rows = tuple(Row(n, (f"Omar {n}", "41", "02.02.2021", "Harbour")) for n in range(2, PEOPLE + 2))
    document = Document(
        base.id, base.source, base.path, base.sha256, 10, "text/csv", tables=(Table(invented.NGO_HEADER, rows),)
    )
    records = tuple(_record(record, n) for n in range(PEOPLE))
    victims = tuple(replace(person, id="v-" + f"{n:04x}"[::-1], records=(f"r-{n}",)) for n in range(PEOPLE))
    ids = tuple(victim.id for victim in victims)
    one, other = (replace(found.figures[0], name=f"documented/{name}", excluded=()) for name in ("men", "2021-02"))
    one = replace(one, lines=(_step("men", ids[: LARGE + 200]),))
    other = replace(other, lines=(_step("february", ids[100:]),))
    documents = tuple(document if one.id == document.id else one for one in found.documents)
    head = replace(found.figures[0], lines=(_step("everybody", ids),), excluded=())
    return replace(
        found,
        documents=documents,
        records=records,
        resolution=Resolution(victims),
        figures=(head, one, other),
        incidents=(),
        assessments=(),
        discrepancies=(),
        decisions=(),
        estimates=(),
        tables=(),
    )


def _record(record: Record, number: int) -> Record:
    return replace(record, id=f"r-{number}", locator=replace(record.locator, document="d-ngo", row=number + 2))


def _step(label: str, people: tuple[str, ...]) -> Line:
    return Line(Effect.ADDS, exactly(len(people)), "a declared rule", "", people, label)


def test_everybody_is_in_one_group_and_the_groups_of_a_step_are_all_its_evidence() -> None:
    site = redact(crowd(), OPEN)
    groups = Groups(site.figures)
    held = [run.first.id for _, page in groups.pages for group in page for run in group.runs]
    assert len(held) == len(set(held)) == PEOPLE
    for figure in site.figures:
        for line in figure.lines:
            mine = {run.first.id for group in groups.of_step[line.href] for run in group.runs}
            assert mine == {piece.id for piece in line.evidence}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("crowd") / "site"
    publish(crowd(), out, OPEN)
    return out


@pytest.mark.browser
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_number_of_thousands_leads_to_any_of_its_rows_in_three_clicks(site, reader, language):  # type: ignore[no-untyped-def] # noqa: F811
    page = reader[0].new_page()
    page.goto((site / language / "figures/documented--men.html").as_uri())
    page.locator("section details summary").first.click()
    page.locator("section details a[href*='groups-']").first.click()
    assert page.locator(".one:visible").count() == 1
    names = page.locator(".one:visible .run a")
    assert names.count() > 60
    names.last.click()
    assert page.locator("td:target, tr:target").count() == 1
    page.locator("tr:has(td:target) a, tr:target a").first.click()
    assert page.locator("article.one:visible").count() == 1
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("language", ["en", "ar"])
def test_pages_of_groups_can_be_used_by_everybody(site, reader, language):  # type: ignore[no-untyped-def] # noqa: F811
    page = reader[0].browser.new_page(viewport={"width": 390, "height": 900})
    group = re.search(r"groups-1\.html#g\d+", (site / language / "figures/documented--men.html").read_text("utf-8"))
    assert group is not None
    kinds = ["evidence/groups-1.html", "evidence/documented-1-1.html", "figures/documented.html"]
    assert failures(page, [site / language / kind for kind in kinds]) == []
    page.close()
