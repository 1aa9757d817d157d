"""Reads boundaries that a case brings with it: a GeoJSON file of areas, in degrees of WGS 84."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from recount.errors import SettingsError
from recount.model.boundaries import Boundaries, Boundary, Ring

MOST_POINTS = 20_000
"""Points of all lines together; more say nothing on a page and make it heavy."""

_CORNERS = 3
_AREAS = ("Polygon", "MultiPolygon")


def load_boundaries(file: Path, credit: str, licence: str) -> Boundaries:
    """The areas of a file.

    Raises:
        SettingsError: it is no GeoJSON of areas, lies off the earth, is too fine, or names no licence.
    """
    if not credit or not licence:
        raise SettingsError(
            f"{file}: boundaries may be shown only with who drew them and under which licence; "
            "add boundaries_credit and boundaries_licence to [places] in recount.toml"
        )
    areas = tuple(_areas(file))
    points = sum(len(ring) for area in areas for ring in area.rings)
    if not areas:
        raise SettingsError(f"{file}: holds no Polygon and no MultiPolygon; give areas, or leave boundaries out")
    if points > MOST_POINTS:
        raise SettingsError(f"{file}: has {points:,} points, more than {MOST_POINTS:,}; simplify its lines")
    return Boundaries(areas, credit, licence)


def _areas(file: Path) -> Iterator[Boundary]:
    for number, feature in enumerate(_features(file), 1):
        where = f"{file}, feature {number}"
        shape = feature.get("geometry") or {}
        if shape.get("type") not in _AREAS:
            continue
        named = feature.get("properties") or {}
        try:
            parts = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
            rings = tuple(_ring(ring, where) for part in parts for ring in part)
        except (KeyError, TypeError, ValueError, IndexError) as error:
            raise SettingsError(f"{where}: its coordinates cannot be read ({error}); correct them") from error
        yield Boundary(_name(named, "name", "name_en"), rings, _name(named, "name_ar", "name:ar"))


def _features(file: Path) -> list[Mapping[str, Any]]:
    try:
        found = json.loads(file.read_text("utf-8"))
        features = found["features"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SettingsError(f"{file}: is no GeoJSON collection of features ({error}); correct it") from error
    if not isinstance(features, list) or not all(isinstance(one, dict) for one in features):
        raise SettingsError(f"{file}: its features are no list of objects; correct it")
    return features


def _ring(points: list[list[float]], where: str) -> Ring:
    ring = tuple((float(point[0]), float(point[1])) for point in points)
    if len(ring) <= _CORNERS:
        raise SettingsError(f"{where}: a line of {len(ring)} points bounds nothing; correct it")
    if any(not (-180 <= lon <= 180 and -90 <= lat <= 90) for lon, lat in ring):
        raise SettingsError(f"{where}: lies off the earth; coordinates are longitude first, then latitude, in degrees")
    return ring


def _name(properties: Mapping[str, Any], *keys: str) -> str:
    return next((str(properties[key]) for key in keys if isinstance(properties.get(key), str)), "")
