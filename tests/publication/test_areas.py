"""Boundaries on the map: drawn below what happened, credited, and only where a case brings them."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from recount.model.boundaries import Boundaries, Boundary
from recount.publication import PublicationSettings, publish
from tests.publication import invented

RING = ((43.05, 36.15), (43.15, 36.15), (43.15, 36.25), (43.05, 36.25), (43.05, 36.15))
BOUNDS = Boundaries((Boundary("Old <District>", (RING,), "المنطقة القديمة"),), "The survey of Zarda", "CC0-1.0")
PAGES = ("index.html", "incidents/index.html", "incidents/places.html")


def published(folder: Path, bounds: Boundaries | None) -> Path:
    found = invented.findings()
    found = replace(found, case=replace(found.case, boundaries=bounds))
    publish(found, folder / "site", PublicationSettings(naming="full", minors="full"))
    return folder / "site"


@pytest.mark.parametrize("page", PAGES)
def test_areas_are_drawn_below_the_places_with_their_credit(tmp_path: Path, page: str) -> None:
    text = (published(tmp_path, BOUNDS) / "en" / page).read_text("utf-8")
    assert text.index("<path class=area") < text.index("<circle")
    assert "Old &lt;District&gt;" in text
    assert "The survey of Zarda, CC0-1.0" in text
    line = re.search(r'class=area d="M([^"]+)Z"', text)
    assert line is not None
    assert len(line[1].split("L")) == len(RING)


def test_an_area_has_its_name_in_the_language_of_the_page(tmp_path: Path) -> None:
    assert "المنطقة القديمة" in (published(tmp_path, BOUNDS) / "ar/index.html").read_text("utf-8")


def test_a_case_without_boundaries_says_that_none_are_drawn(tmp_path: Path) -> None:
    text = (published(tmp_path, None) / "en/incidents/places.html").read_text("utf-8")
    assert "No boundaries are drawn" in text
    assert "class=area" not in text
