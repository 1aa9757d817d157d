"""What lets others find, cite and load the open data: a Frictionless data package, a citation, places on a map."""

import json
import re
from collections.abc import Mapping, Sequence

from recount.model.ids import digest
from recount.model.tables import OpenColumn, OpenTable
from recount.publication.formats.database import described
from recount.publication.public import PublicIncident, PublicSite

_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")
_MEDIA = {
    "csv": "text/csv",
    "gz": "application/gzip",
    "parquet": "application/vnd.apache.parquet",
    "sqlite": "application/vnd.sqlite3",
    "json": "application/json",
    "geojson": "application/geo+json",
    "cff": "application/yaml",
}
_DIALECTS = {"hxl.csv": {"headerRows": [1], "commentRows": [2]}}


def packaged(site: PublicSite, tables: Sequence[OpenTable], files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files beside the tables, by name; the package names them all, with their checksums."""
    case = site.case
    beside = {
        "CITATION.cff": citation(site).encode(),
        "incidents.geojson": _lines(places(site)),
        "metadata.json": _json(described(case.words.en, case.about.en, tables)),
    }
    return beside | {"datapackage.json": _json(package(site, tables, {**files, **beside}))}


def package(site: PublicSite, tables: Sequence[OpenTable], files: Mapping[str, bytes]) -> dict[str, object]:
    """A Frictionless data package: every file with its checksum, every table with its columns and their types."""
    case = site.case
    by_name = {table.name: table for table in tables}
    found: dict[str, object] = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": _NOT_IN_NAMES.sub("-", case.words.en.casefold()).strip("-") or "case",
        "title": case.words.en,
        "description": case.about.en,
        "version": case.version,
        **({"contributors": [{"title": case.publisher, "roles": ["publisher"]}]} if case.publisher else {}),
        "resources": [_resource(path, content, by_name) for path, content in sorted(files.items())],
    }
    return found if case.as_of is None else found | {"created": f"{case.as_of.isoformat()}T00:00:00Z"}


def _resource(path: str, content: bytes, tables: Mapping[str, OpenTable]) -> dict[str, object]:
    stem, _, kind = path.partition(".")
    ending = kind.rpartition(".")[2]
    table = tables.get(stem) if kind in ("csv", "csv.gz", "hxl.csv", "parquet") else None
    text = ending not in ("parquet", "sqlite")
    packed = {"compression": "gz"} if ending == "gz" else {}
    found: dict[str, object] = {
        "name": stem.casefold() if kind in ("csv", "csv.gz") else _NOT_IN_NAMES.sub("-", path.casefold()),
        "path": path,
        "format": "csv" if packed else ending,
        "mediatype": _MEDIA[ending],
        **packed,
        **({"encoding": "utf-8"} if text else {}),
        "bytes": len(content),
        "hash": f"sha256:{digest(content)}",
    }
    if table is None:
        return found
    dialect = {"dialect": _DIALECTS[kind]} if kind in _DIALECTS else {}
    columns = [column for column in table.columns if column.hxl] if kind == "hxl.csv" else table.columns
    # Readers by way of data frames turn an empty whole number into a fraction that is none: a file, not a table.
    kind_of = "file" if kind == "parquet" else "table"
    return found | {"type": kind_of, "description": table.about, **dialect, "schema": _schema(table, columns)}


def _schema(table: OpenTable, columns: Sequence[OpenColumn]) -> dict[str, object]:
    names = {column.name for column in columns}
    found: dict[str, object] = {
        "fields": [{"name": one.name, "type": one.type.value, "description": one.about} for one in columns],
        "missingValues": [""],
    }
    if table.key and names.issuperset(table.key):
        found["primaryKey"] = list(table.key)
    references = [
        {"fields": [one.name], "reference": {"resource": one.of, "fields": ["id"]}} for one in columns if one.of
    ]
    return found | ({"foreignKeys": references} if references else {})


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
        },
    }


def _lines(collection: dict[str, object]) -> bytes:
    """A collection with one feature a line."""
    features = collection["features"]
    lines = (
        ",\n".join(json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in features)
        if isinstance(features, list)
        else ""
    )
    return f'{{"type": "FeatureCollection", "features": [\n{lines}\n]}}\n'.encode()


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
