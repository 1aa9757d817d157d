"""The Arabic pages of the two bundled cases: nothing of the engine is left in English, and sources have names."""

import re
import shutil
from pathlib import Path

import pytest

from recount.case import open_case
from recount.model.findings import Findings
from recount.pipeline import build
from recount.publication.wording import wording
from recount.simulation import SMALL, simulate
from tests.publication.reading import left_in_english, names

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "mosul-2017"
WRITTEN_BY_OTHERS = ("rows", "people")
"""Folders of pages that hold what lists say, cell by cell."""


@pytest.fixture(scope="module", params=["mosul", "invented city"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Findings]:
    folder = tmp_path_factory.mktemp("arabic") / "case"
    if request.param == "mosul":
        shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("build", "site"))
    else:
        simulate(folder, SMALL)
    return folder / "site", build(open_case(folder))


def pages(site: Path, language: str) -> list[Path]:
    return [page for page in sorted((site / language).rglob("*.html")) if page.parent.name not in WRITTEN_BY_OTHERS]


def test_no_sentence_of_the_engine_is_left_in_english_on_an_arabic_page(built: tuple[Path, Findings]) -> None:
    site, findings = built
    found = pages(site, "ar")
    assert len(found) > 30
    assert left_in_english(found, names(findings)) == {}


def test_the_reading_itself_finds_english(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<p>قبل <bdi>The sum</bdi> holds here</p><p>«<b>their own words</b>» <bdi>Old Town</bdi></p>", "utf-8"
    )
    assert left_in_english([page], frozenset({"old town"})) == {"The sum": "page.html", "holds here": "page.html"}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_settings_are_told_in_words_and_no_value_is_written_as_code(
    built: tuple[Path, Findings], language: str
) -> None:
    site, findings = built
    say = wording(language)
    assert [name for name, _ in findings.method if not say.has(f"setting.{name}")] == []
    table = (site / language / "method.html").read_text("utf-8").partition('id="settings"')[2]
    told = re.sub(r"<code.*?</code>|<[^>]+>", " ", table)
    assert not re.search(r"\('|\(\)|\bNone\b|\bTrue\b|\bFalse\b", told)


def test_sources_are_called_by_their_names_never_by_their_ids(built: tuple[Path, Findings]) -> None:
    site, findings = built
    ids = {source.id for source in findings.sources if source.id != source.name and "-" in source.id}
    found = [
        (page.name, key)
        for page in pages(site, "en")
        for key in ids
        if re.search(rf"(?<![\w/-]){re.escape(key)}(?![\w/-])", shown(page))
    ]
    assert found == []


def shown(page: Path) -> str:
    """What a page says, without code and addresses."""
    return re.sub(r"<code.*?</code>|<bdi dir=.ltr.>.*?</bdi>|<[^>]+>", " ", page.read_text("utf-8"))
