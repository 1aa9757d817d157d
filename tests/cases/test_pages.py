"""The answers to cases 1 to 10 stand on pages that a reader can open."""

import html
import re
from pathlib import Path

import pytest

from recount.model.findings import Findings

ANSWERS = {
    "case 1: the ratio, its warning and the like-for-like ratio": ("27.6", "33.7", "9.8", "count different things"),
    "case 2: against the one known figure": ("base not stated", "7.1", "8.7", "1,260", "No known figure"),
    "case 2: the lost hedge": ("hedge lost", "nearly"),
    "case 3: the third of every stated whole": ("35.6%", "33.3%", "29.1%", "The share holds"),
    "case 4: people became civilians": ("people became civilians", "unresolved"),
    "case 5: two parties became one": ("attribution changed", "nobody can split it"),
    "case 6: twelve a day beside the count": ("48.4", "121 days", "1,452", "different claims"),
    "case 7: both counts with their places": ("5,805", "5,975", "Airwars"),
    "case 8: conceded, the high end, the residual": ("105", "141", "520", "al-Jadida"),
    "case 8: the superseded figure": ("superseded", "100", "105"),
    "case 8: the place conflict": ("Old City", "al-Jadida", "places the event"),
    "case 9: who says what of the explosives": (
        "explosives were present",
        "US Central Command",
        "Iraqi Joint Operations Command",
        "Residents of al-Jadida",
    ),
    "case 10: four reports, one voice": ("Associated Press", "Taipei Times", "Jerusalem Online", "Daily Kos"),
}


@pytest.fixture(scope="module")
def english(mosul_folder: Path, mosul_findings: Findings) -> dict[str, str]:
    """The words of every English page, by its path."""
    site = mosul_folder / "site"
    pages = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in sorted(site.rglob("*.html"))}
    return {path: _words(page) for path, page in pages.items() if re.search(r"<html[^>]*lang=\"en", page)}


def _words(page: str) -> str:
    page = re.sub(r"<(script|style)\b.*?</\1>", " ", page, flags=re.DOTALL)
    text = html.unescape(re.sub(r"<[^>]+>", " ", page))
    return " ".join(text.replace(" ", " ").replace(" ", " ").split())


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_stands_on_a_page(english: dict[str, str], answer: str):
    wanted = ANSWERS[answer]

    shown = [path for path, text in english.items() if all(word in text for word in wanted)]

    assert shown, f"no page shows all of {wanted}"


def test_no_page_adds_the_prime_ministers_total_to_what_is_acknowledged(english: dict[str, str]):
    assert not [path for path, text in english.items() if "1,586" in text]


def test_the_first_page_tells_conceded_from_claimed(english: dict[str, str]):
    (front,) = [text for path, text in english.items() if path.count("/") <= 1 and path.endswith("index.html")][:1]

    assert "326" in front
    assert "11,000" in front


BESIDE = {
    "case 11: the joint concession, the named floor and the highest claim": ("11–29", "35", "50", "al-Shifa"),
    "the second best incident stands beside the chosen one": ("What each position answers", "Next best"),
    "what is held and was not released": ("at least 700", "video feeds", "US Central Command", "Kept back"),
    "a count of a part stands beside the figure": ("A carver of headstones", "2,000"),
}


@pytest.mark.parametrize("answer", BESIDE)
def test_what_stands_beside_the_figures_is_on_a_page(english: dict[str, str], answer: str):
    assert [path for path, text in english.items() if all(word in text for word in BESIDE[answer])]
