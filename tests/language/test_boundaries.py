"""Boundaries that a case brings with it: read whole, or refused with what to do."""

import json
from pathlib import Path

import pytest

from recount.config import load
from recount.errors import SettingsError
from recount.language.boundaries import MOST_POINTS, load_boundaries

SQUARE = [[43.0, 36.0], [43.2, 36.0], [43.2, 36.2], [43.0, 36.0]]


def written(folder: Path, *shapes: dict[str, object], **properties: str) -> Path:
    features = [{"type": "Feature", "properties": properties, "geometry": shape} for shape in shapes]
    file = folder / "lines.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    return file


def polygon(*rings: list[list[float]]) -> dict[str, object]:
    return {"type": "Polygon", "coordinates": list(rings)}


def test_areas_come_with_their_names_and_all_their_rings(tmp_path: Path) -> None:
    several = {"type": "MultiPolygon", "coordinates": [[SQUARE], [SQUARE]]}
    road = {"type": "LineString", "coordinates": SQUARE}
    file = written(tmp_path, polygon(SQUARE), several, road, name="North", name_ar="الشمال")
    found = load_boundaries(file, "A survey", "CC0-1.0")
    assert [(one.name, one.name_ar, len(one.rings)) for one in found.areas] == [
        ("North", "الشمال", 1),
        ("North", "الشمال", 2),
    ]
    assert found.areas[0].rings[0][1] == (43.2, 36.0)


def test_boundaries_whose_licence_nobody_names_are_not_drawn(tmp_path: Path) -> None:
    file = written(tmp_path, polygon(SQUARE))
    with pytest.raises(SettingsError, match="boundaries_licence"):
        load_boundaries(file, "A survey", "")


@pytest.mark.parametrize(
    ("shape", "told"),
    [
        (polygon(SQUARE[:2]), "bounds nothing"),
        (polygon([[236.0, 43.0], *SQUARE]), "longitude first"),
        (polygon([["north", 2.0], *SQUARE]), "cannot be read"),  # type: ignore[list-item]
        ({"type": "Polygon"}, "cannot be read"),
        ({"type": "Point", "coordinates": [1, 2]}, "no Polygon"),
        (polygon([[43.0, 36.0]] * (MOST_POINTS + 1)), "simplify"),
    ],
)
def test_lines_that_cannot_be_drawn_say_why(tmp_path: Path, shape: dict[str, object], told: str) -> None:
    with pytest.raises(SettingsError, match=told):
        load_boundaries(written(tmp_path, shape), "A survey", "CC0-1.0")


@pytest.mark.parametrize("text", ["", "[]", '{"features": 3}', '{"features": [3]}', "{"])
def test_what_is_no_geojson_says_so(tmp_path: Path, text: str) -> None:
    file = tmp_path / "lines.geojson"
    file.write_text(text, "utf-8")
    with pytest.raises(SettingsError, match=r"lines\.geojson"):
        load_boundaries(file, "A survey", "CC0-1.0")


def test_a_case_names_its_boundaries_in_recount_toml(tmp_path: Path) -> None:
    written(tmp_path, polygon(SQUARE), name="North")
    told = '[case]\nname = "A"\n[places]\nboundaries = "lines.geojson"\nboundaries_credit = "A survey"\n'
    (tmp_path / "places.csv").write_text("id,parent,name,names,lat,lon,precision,radius_km,source,licence\n", "utf-8")
    (tmp_path / "recount.toml").write_text(told + 'boundaries_licence = "CC0-1.0"\n', "utf-8")
    known = load(tmp_path).case.boundaries
    assert known is not None
    assert (known.credit, known.areas[0].name) == ("A survey", "North")
