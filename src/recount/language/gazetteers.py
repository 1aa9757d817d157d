"""Gazetteer files: CSV with `id,parent,name,names,lat,lon,precision,radius_km,source,licence`, one place a line."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from recount.errors import CaseError
from recount.language.places import Entry
from recount.model.codes import PlacePrecision
from recount.model.values import Place

COLUMNS = ("id", "parent", "name", "names", "lat", "lon", "precision", "radius_km", "source", "licence")
_NEEDED = ("id", "parent", "name", "precision")


@dataclass(frozen=True, slots=True)
class _Line:
    where: str
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return (self.cells.get(column) or "").strip()


def read(paths: Iterable[Path | str]) -> tuple[Entry, ...]:
    """The entries of some gazetteer files in order of id; a later file may name parents in an earlier one.

    Raises:
        CaseError: a file, column, line or parent that cannot be used; the message says where and what to do.
    """
    lines: dict[str, _Line] = {}
    for path in paths:
        for line in _lines(Path(path)):
            if line["id"] in lines:
                raise CaseError(
                    f"{line.where}: id {line['id']!r} is used twice (first at {lines[line['id']].where}); rename one"
                )
            lines[line["id"]] = line
    return tuple(_entry(lines[identifier], lines) for identifier in sorted(lines))


def _lines(path: Path) -> list[_Line]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise CaseError(f"{path}: no such gazetteer file; correct [places] gazetteer in recount.toml") from error
    except (UnicodeDecodeError, OSError) as error:
        raise CaseError(f"{path}: cannot be read as UTF-8 text ({error}); save it as CSV in UTF-8") from error
    reader = csv.DictReader(text.splitlines())
    missing = [column for column in _NEEDED if column not in (reader.fieldnames or ())]
    if missing:
        raise CaseError(f"{path}, line 1: column {missing[0]!r} is missing; the header is {','.join(COLUMNS)}")
    lines = [_Line(f"{path}, line {reader.line_num}", cells) for cells in reader]
    for line in lines:
        if not line["id"] or not line["name"]:
            raise CaseError(f"{line.where}: a place needs an id and a name; fill both or delete the line")
    return lines


def _entry(line: _Line, lines: Mapping[str, _Line]) -> Entry:
    place = Place(
        _path(line, lines),
        _precision(line),
        line["name"],
        _number(line, "lat", 90.0),
        _number(line, "lon", 180.0),
        _number(line, "radius_km", 20_000.0),
    )
    names = tuple(name.strip() for name in line["names"].split("|") if name.strip())
    return Entry(place, line["name"], names, line["source"], line["licence"])


def _path(line: _Line, lines: Mapping[str, _Line]) -> tuple[str, ...]:
    path, at = [line["id"]], line
    while at["parent"]:
        if at["parent"] not in lines:
            raise CaseError(
                f"{at.where}: parent {at['parent']!r} is not a place of this gazetteer; add it or correct the id"
            )
        at = lines[at["parent"]]
        if at["id"] in path:
            raise CaseError(
                f"{line.where}: {line['id']!r} is its own ancestor by way of {at['id']!r}; correct a parent"
            )
        path.append(at["id"])
    return tuple(reversed(path))


def _precision(line: _Line) -> PlacePrecision:
    try:
        return PlacePrecision(line["precision"])
    except ValueError as error:
        known = ", ".join(PlacePrecision)
        raise CaseError(f"{line.where}: precision {line['precision']!r} is unknown; use one of {known}") from error


def _number(line: _Line, column: str, bound: float) -> float | None:
    written = line[column]
    if not written:
        return None
    try:
        value = float(written)
    except ValueError as error:
        raise CaseError(f"{line.where}: {column} {written!r} is not a number; correct or empty it") from error
    if not -bound <= value <= bound or (column == "radius_km" and value < 0):
        raise CaseError(f"{line.where}: {column} {written} is out of range; correct or empty it")
    return value
