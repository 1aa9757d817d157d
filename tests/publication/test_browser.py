"""A reader with a real browser, without JavaScript and without a network."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from recount.publication import PublicationSettings, publish
from tests.publication import invented

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

pytestmark = pytest.mark.browser
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
EVIDENCE = "a[href*='reports/d-'], a[href*='rows/d-']"
KINDS = (
    "index",
    "figures/index",
    "figures/documented",
    "incidents/index",
    "incidents/1",
    "people/index",
    "people/1",
    "incidents/places",
    "reports/index",
    "reports/d-one",
    "lists/index",
    "lists/morgue",
    "../rows/d-morgue-1-1",
    "origins",
    "positions",
    "discrepancies",
    "estimate",
    "method",
    "counted",
    "decisions",
    "set-aside",
    "downloads",
    "search",
    "changes",
    "report-an-error",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("browsed") / "site"
    publish(invented.findings(), out, PublicationSettings(naming="full", minors="full", show_rows=True))
    return out


@pytest.fixture(scope="module")
def reader() -> "Iterator[tuple[BrowserContext, list[str]]]":
    """A browser without JavaScript, and every address it asked for."""
    if CHROMIUM is None:
        pytest.skip(
            "NO BROWSER: install chromium to check that the pages work without JavaScript and without a network"
        )
    from playwright.sync_api import sync_playwright

    asked: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
        context.on("request", lambda request: asked.append(request.url))
        yield context, asked
        browser.close()


def clicks_to_evidence(page: "Page", start: str) -> int | None:
    """How many clicks from a number's link to a highlighted sentence or a cell; None where three do not suffice."""
    page.goto(start)
    if lands_on_evidence(page):
        return 1
    direct = page.locator(EVIDENCE)
    if direct.count():
        direct.first.click()
        return 2 if lands_on_evidence(page) else None
    for address in addresses(page, "main a")[:20]:
        page.goto(address)
        near = page.locator(EVIDENCE)
        if near.count():
            near.first.click()
            return 3 if lands_on_evidence(page) else None
    return None


def lands_on_evidence(page: "Page") -> bool:
    return page.locator("mark:target, mark:has(:target), td:target, tr:target").count() == 1


def addresses(page: "Page", selector: str) -> list[str]:
    found: list[str] = page.locator(selector).evaluate_all("links => links.map(link => link.href)")
    return found


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_number_of_the_account_is_three_clicks_from_its_sentence_or_cell(
    site: Path, reader: "tuple[BrowserContext, list[str]]", language: str
) -> None:
    page = reader[0].new_page()
    page.goto((site / language / "index.html").as_uri())
    numbers = sorted(set(addresses(page, "main a.num")))
    assert len(numbers) >= 6
    far = [number for number in numbers if clicks_to_evidence(page, number) is None]
    page.close()
    assert [number for number in far if "estimate.html" not in number] == []


STANDS = "main a[href*='figures/'], main a[href*='counted.html#']"
"""Links from a piece of evidence to the figures that rest on it."""


def leads_back(page: "Page") -> bool:
    """Whether a figure that rests on what is shown is reached from here, in one click or two, at the step that does."""
    page.locator(STANDS).first.click()
    page.wait_for_load_state()
    if "counted.html" in page.url:
        assert page.locator(".one:visible").count() == 1
        page.locator(".one:visible a").first.click()
        page.wait_for_load_state()
    return "/figures/" in page.url and page.locator("section:target, li:target").count() == 1


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page_leads_from_its_numbers_to_the_evidence_and_back(
    site: Path, reader: "tuple[BrowserContext, list[str]]", kind: str, language: str
) -> None:
    page = reader[0].new_page()
    page.goto((site / language / f"{kind}.html").as_uri())
    numbers = [address for address in addresses(page, "main a.num") if "estimate" not in address]
    for number in dict.fromkeys(numbers):
        assert clicks_to_evidence(page, number) is not None
        assert leads_back(page), f"{number} -> {page.url}"
    page.close()


EVIDENCE_PAGES = (
    "reports/d-one",
    "../rows/d-morgue-1-1",
    "people/1",
    "incidents/2",
    "decisions",
    "positions",
    "lists/morgue",
)


@pytest.mark.parametrize("kind", EVIDENCE_PAGES)
def test_every_report_row_person_incident_and_decision_lists_the_figures_that_rest_on_it(
    site: Path, reader: "tuple[BrowserContext, list[str]]", kind: str
) -> None:
    page = reader[0].new_page()
    page.goto((site / "en" / f"{kind}.html").as_uri())
    assert leads_back(page)
    page.close()


def test_a_sentence_leads_back_to_the_incident_and_a_row_to_its_person(
    site: Path, reader: "tuple[BrowserContext, list[str]]"
) -> None:
    page = reader[0].new_page()
    page.goto((site / "en/reports/d-one.html").as_uri())
    page.locator("a[href*='incidents/1.html#i-1']").first.click()
    assert "Old Town" in page.locator("article.one:visible h2").inner_text()
    page.goto((site / "rows/d-morgue-1-1.html").as_uri() + "#r2c1")
    page.locator("tr:has(td:target) a").first.click()
    shown = page.locator("article.one:visible")
    assert shown.count() == 1
    assert "Ali Hasan Mahmoud" in shown.first.inner_text()
    page.close()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_page_is_wider_than_a_phone_and_nothing_leaves_the_disk(
    site: Path, reader: "tuple[BrowserContext, list[str]]", language: str
) -> None:
    context, asked = reader
    page = context.new_page()
    wide = []
    for kind in KINDS:
        page.goto((site / language / f"{kind}.html").as_uri())
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wide.append(kind)
    page.close()
    assert wide == []
    assert asked
    assert all(address.startswith("file://") for address in asked)


def test_the_language_switch_keeps_the_page(site: Path, reader: "tuple[BrowserContext, list[str]]") -> None:
    page = reader[0].new_page()
    page.goto((site / "index.html").as_uri())
    page.locator("a[hreflang=en]").click()
    page.locator("nav a", has_text="Positions").click()
    page.locator("a[hreflang=ar]").click()
    assert page.url.endswith("/ar/positions.html")
    assert page.locator("html").get_attribute("dir") == "rtl"
    page.close()


def test_a_reader_with_a_keyboard_alone_reaches_the_text_first(
    site: Path, reader: "tuple[BrowserContext, list[str]]"
) -> None:
    page = reader[0].new_page()
    page.goto((site / "en/index.html").as_uri())
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")
    page.close()


@pytest.mark.parametrize(
    ("language", "words", "found"),
    [("en", "hasan MAHMOUD", "Ali Hasan Mahmoud"), ("ar", "علي حسن", "علي حسن محمود"), ("en", "old town", "Old Town")],
)
def test_a_search_needs_no_server_and_finds_names_in_either_script(
    site: Path, reader: "tuple[BrowserContext, list[str]]", language: str, words: str, found: str
) -> None:
    page = reader[0].browser.new_page()  # type: ignore[union-attr]
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((site / language / "search.html").as_uri())
    page.locator("#search").fill(words)
    first = page.locator("#found a").first
    assert found in first.inner_text()
    address = first.get_attribute("href") or ""
    assert (site / language / address.partition("#")[0]).is_file()
    assert all(one.startswith("file://") for one in asked)
    page.close()


def test_names_that_may_not_be_shown_are_not_in_the_index(tmp_path: Path) -> None:
    publish(invented.findings(), tmp_path / "site", PublicationSettings())
    index = (tmp_path / "site" / "static" / "search-index.js").read_text("utf-8")
    assert "Old Town" in index
    assert "Mahmoud" not in index
    assert "محمود" not in index


def test_with_javascript_lists_are_filtered_and_the_other_language_keeps_the_place(
    site: Path, reader: "tuple[BrowserContext, list[str]]"
) -> None:
    page = reader[0].browser.new_page()  # type: ignore[union-attr]
    page.goto((site / "en/people/index.html").as_uri())
    page.locator("form.filter input").fill("omar")
    assert [name.strip() for name in page.locator("#list li:visible a").all_inner_texts()] == ["Omar Salim Dawud"]
    page.goto((site / "en/people/1.html").as_uri() + "#v-1")
    assert page.title().startswith("Ali Hasan Mahmoud")
    page.locator("a.switch[hreflang=ar]").click()
    page.wait_for_load_state()
    assert page.url.endswith("/ar/people/1.html#v-1")
    page.close()


def test_with_javascript_the_map_picks_out_a_month_and_comes_closer(
    site: Path, reader: "tuple[BrowserContext, list[str]]"
) -> None:
    page = reader[0].browser.new_page()  # type: ignore[union-attr]
    page.goto((site / "en/incidents/places.html").as_uri())
    page.locator("#picks select[name=from]").select_option(label="March 2021")
    assert page.locator("#picks output").inner_text() == "1 of 2 incidents"
    assert page.locator(".mapped a[data-e]:visible").count() == 1
    page.locator("#picks button[name=in]").click()
    assert page.locator(".mapped .land").get_attribute("width") == "160%"
    page.close()
