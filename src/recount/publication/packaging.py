"""What lets others find, cite and load the open data: a Frictionless data package, a citation, places on a map."""

import json
import re
from collections.abc import Mapping, Sequence

from recount.publication.public import PublicIncident, PublicSite

Value = str | int | float | bool | None
Row = Mapping[str, Value]

_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")
_DATES = frozenset({"start", "end", "published", "stated", "day"})


def packaged(site: PublicSite, tables: Mapping[str, Sequence[Row]]) -> dict[str, bytes]:
    """The files beside the tables, by name."""
    return {
        "CITATION.cff": citation(site).encode(),
        "datapackage.json": _json(package(site, tables)),
        "incidents.geojson": _lines(places(site)),
    }


def package(site: PublicSite, tables: Mapping[str, Sequence[Row]]) -> dict[str, object]:
    """A Frictionless data package: every table with its columns and their types."""
    case = site.case
    found: dict[str, object] = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": _NOT_IN_NAMES.sub("-", case.words.en.casefold()).strip("-") or "case",
        "title": case.words.en,
        "description": case.about.en,
        "version": case.version,
        **({"contributors": [{"title": case.publisher, "roles": ["publisher"]}]} if case.publisher else {}),
        "resources": [_resource(name, rows) for name, rows in sorted(tables.items())],
    }
    return found if case.as_of is None else found | {"created": f"{case.as_of.isoformat()}T00:00:00Z"}


def _resource(name: str, rows: Sequence[Row]) -> dict[str, object]:
    columns = list(rows[0]) if rows else []
    fields = [{"name": column, "type": _type(column, [row[column] for row in rows])} for column in columns]
    return {
        "name": name,
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": fields, "missingValues": [""]},
    }


def _type(column: str, values: Sequence[Value]) -> str:
    given = [value for value in values if value is not None]
    if column in _DATES:
        return "date"
    if given and all(isinstance(value, bool) for value in given):
        return "boolean"
    if given and all(isinstance(value, int) and not isinstance(value, bool) for value in given):
        return "integer"
    if given and all(isinstance(value, (int, float)) and not isinstance(value, bool) for value in given):
        return "number"
    return "string"


def citation(site: PublicSite) -> str:
    """How to cite this release, as a CITATION.cff file."""
    case = site.case
    lines = [
        "cff-version: 1.2.0",
        "type: dataset",
        f"title: {_quoted(case.words.en)}",
        f"message: {_quoted('Please cite this release with its version and the head of its checksums.')}",
        f"version: {_quoted(case.version)}",
        "authors:",
        f"  - name: {_quoted(case.publisher or f'The publishers of {case.words.en}')}",
    ]
    if case.as_of is not None:
        lines.append(f"date-released: {case.as_of.isoformat()}")
    if case.simulated:
        lines.append(f"abstract: {_quoted('Simulated: the place, its war and everybody named are invented.')}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def places(site: PublicSite) -> dict[str, object]:
    """Every incident as GeoJSON; one whose place is unknown or withheld has no geometry, and is not left out."""
    return {"type": "FeatureCollection", "features": [_feature(incident) for incident in site.incidents]}


def _feature(incident: PublicIncident) -> dict[str, object]:
    place, period = incident.place, incident.period
    located = place is not None and place.lat is not None and place.lon is not None
    start, end = (None, None) if period is None else (period.start, period.end)
    return {
        "type": "Feature",
        "id": incident.id,
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]} if located and place is not None else None,
        "properties": {
            "place": None if place is None else place.words.en,
            "precision": None if place is None else place.precision.value,
            "radius_km": None if place is None else place.radius_km,
            "start": None if start is None else start.isoformat(),
            "end": None if end is None else end.isoformat(),
            "killed_low": incident.killed.low,
            "killed_high": incident.killed.high,
            "page": f"en/{incident.href}",
        },
    }


def _lines(collection: dict[str, object]) -> bytes:
    """A collection with one feature a line."""
    features = collection["features"]
    lines = ",\n".join(json.dumps(one, ensure_ascii=False) for one in features) if isinstance(features, list) else ""
    return f'{{"type": "FeatureCollection", "features": [\n{lines}\n]}}\n'.encode()


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
