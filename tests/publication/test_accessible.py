"""Readers who do not see, or have no mouse: every kind of page, in both directions, light and dark, wide and narrow."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from recount.case import open_case
from recount.pipeline import build
from recount.publication import PublicationSettings, publish
from recount.simulation import SMALL, simulate
from tests.publication import invented
from tests.publication.test_browser import CHROMIUM, KINDS, QUIET, addresses, clicks_to_evidence, leads_back

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
LEVELS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
LOOKS = ((1200, "light", "en"), (390, "dark", "ar"))
ENOUGH = 400
"""Presses of a key after which a reader would have given up."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("accessible") / "site"
    publish(invented.findings(), out, PublicationSettings(naming="full", minors="full", show_rows=True))
    return out


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    if CHROMIUM is None:
        pytest.skip("NO BROWSER: install chromium to check that the pages can be used by everybody")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield opened
        opened.close()


def failures(page: "Page", addresses: list[Path]) -> list[tuple[str, str, str]]:
    """What fails the guidelines on these pages: the page, the rule, the first element."""
    axe = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
    options = {"runOnly": {"type": "tag", "values": list(LEVELS)}, "resultTypes": ["violations"]}
    found, checks = [], 0
    for address in addresses:
        page.goto(address.as_uri())
        page.evaluate(axe)
        told = page.evaluate("options => axe.run(document, options)", options)
        checks += len(told["passes"])
        found += [(address.name, one["id"], one["nodes"][0]["html"]) for one in told["violations"]]
    assert checks > 10 * len(addresses)
    return found


@pytest.mark.parametrize(("width", "scheme", "language"), LOOKS)
def test_no_kind_of_page_fails_the_accessibility_guidelines(
    site: Path, browser: "Browser", width: int, scheme: str, language: str
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    assert failures(page, [site / language / f"{kind}.html" for kind in KINDS]) == []
    page.close()


FOLDERS = (
    "evidence/*.html",
    "figures/documented.html",
    "figures/index.html",
    "incidents/??.html",
    "incidents/index.html",
    "incidents/places.html",
    "lists/*.html",
    "people/??.html",
    "people/index.html",
    "reports/d-*.html",
    "reports/claims-*.html",
    "../rows/*.html",
    "versions/*.html",
)
TABLES = {"register.html", "evidence-held.html", "divided.html"}


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A simulated town with every kind of page there is."""
    folder = tmp_path_factory.mktemp("accessible") / "town"
    simulate(folder, SMALL)
    build(open_case(folder))
    return folder / "site"


def of_every_kind(site: Path, language: str) -> list[Path]:
    """The longest page of every kind."""
    found = [sorted((site / language).glob(kind), key=lambda one: (one.stat().st_size, one.name)) for kind in FOLDERS]
    assert [kind for kind, those in zip(FOLDERS, found, strict=True) if not those] == []
    single = sorted((site / language).glob("*.html"))
    assert {page.name for page in single} >= TABLES
    return [*single, *(those[-1] for those in found)]


@pytest.mark.parametrize(("width", "scheme", "language"), [(390, "light", "en"), (1200, "dark", "ar")])
def test_no_kind_of_page_of_a_simulated_town_fails_them(
    town: Path, browser: "Browser", width: int, scheme: str, language: str
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    assert failures(page, [*of_every_kind(town, language), town / "index.html"]) == []
    page.close()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_kind_of_page_of_a_simulated_town_is_wider_than_a_phone(
    town: Path, browser: "Browser", language: str
) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 900})
    wide = []
    for address in of_every_kind(town, language):
        page.goto(address.as_uri())
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wide.append(address.name)
    page.close()
    assert wide == []


FIRST = 2
"""Numbers that are followed from each page of a town."""


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_kind_of_page_of_a_town_leads_from_number_to_evidence_and_back_without_scripts(
    town: Path, browser: "Browser", language: str
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    page = context.new_page()
    followed = 0
    for address in of_every_kind(town, language):
        page.goto(address.as_uri())
        found = [one for one in addresses(page, "main a.num") if "estimate" not in one]
        for number in list(dict.fromkeys(found))[:FIRST]:
            assert clicks_to_evidence(page, number) is not None, f"{address.name}: {number}"
            assert leads_back(page), f"{address.name}: {number} -> {page.url}"
            followed += 1
    assert followed >= FIRST
    context.close()


@pytest.mark.parametrize("kind", ["people/??.html", "incidents/??.html", "../rows/*.html", "reports/d-*.html"])
def test_a_keyboard_alone_leads_from_any_evidence_of_a_town_to_a_figure(
    town: Path, browser: "Browser", kind: str
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1200, "height": 900})
    page = context.new_page()
    links = ("figures/", "counted.html#")
    resting = [one for one in sorted((town / "ar").glob(kind)) if any(f"{link}" in main(one) for link in links)]
    page.goto(resting[0].as_uri())
    page.evaluate("document.querySelector('main').scrollIntoView()")
    page.locator("main a[href*='figures/'], main a[href*='counted.html#']").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**#*")
    if "counted.html" in page.url:
        tab_to(page, ".one a[href*='figures/']")
        page.keyboard.press("Enter")
        page.wait_for_url("**/figures/*")
    assert page.locator("section:target, li:target, section:has(:target)").count() == 1
    context.close()


def main(page: Path) -> str:
    """A page without what stands around it."""
    return page.read_text("utf-8").partition("<main")[2].partition("</main")[0]


def tab_to(page: "Page", selector: str) -> None:
    """Press the tabulator until the focus stands on what is looked for, which must be seen to have it."""
    for _ in range(ENOUGH):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
            assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
            return
    raise AssertionError(f"nothing like {selector} can be reached by keyboard on {page.url}")


@pytest.mark.parametrize("kind", ["reports/d-one", "../rows/d-morgue-1-1", "people/1", "incidents/2", "decisions"])
def test_a_keyboard_alone_leads_from_evidence_back_to_the_figure(site: Path, browser: "Browser", kind: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1200, "height": 900})
    page = context.new_page()
    page.goto((site / "en" / f"{kind}.html").as_uri())
    tab_to(page, "main a[href*='figures/'], main a[href*='counted.html#']")
    page.keyboard.press("Enter")
    page.wait_for_url("**#*")
    if "counted.html" in page.url:
        tab_to(page, ".one a[href*='figures/']")
        page.keyboard.press("Enter")
        page.wait_for_url("**/figures/*")
    assert page.locator("section:target, li:target").count() == 1
    context.close()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_keyboard_alone_leads_from_a_number_to_its_sentence_and_back(
    site: Path, browser: "Browser", language: str
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1200, "height": 900})
    page = context.new_page()
    page.goto((site / language / "index.html").as_uri())
    tab_to(page, "a.num[href='figures/claimed.html']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/claimed.html")
    tab_to(page, "a[href*='reports/d-one.html#']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/d-one.html#*")
    assert page.locator("mark:target, mark:has(:target)").count() == 1
    tab_to(page, "a[href*='incidents/1.html#i-1']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/1.html*")
    page.go_back()
    page.go_back()
    assert page.url.endswith("/claimed.html")
    context.close()
