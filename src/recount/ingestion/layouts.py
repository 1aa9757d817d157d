"""Layouts shipped with the package: how tables that many cases meet are mapped, as data in mappings/*.toml."""

import tomllib
from collections.abc import Mapping as Read
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from recount.ingestion.fields import CODES, FIELDS, code
from recount.language.scripts import visible
from recount.model.evidence import Rows

_FOLDER = "mappings"


@dataclass(frozen=True, slots=True)
class Layout:
    """One shipped layout. `columns` pairs a field with every header it is known under, `essential` says which fields
    make a table one of this layout; the others may be missing from a file.
    """

    id: str
    name: str
    about: str
    codebook: str
    kind: str
    rows: Rows
    columns: tuple[tuple[str, tuple[str, ...]], ...]
    essential: tuple[str, ...]
    values: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    constants: tuple[tuple[str, str], ...] = ()
    ignored: tuple[str, ...] = ()
    sealed: tuple[str, ...] = ()
    date_order: str = "YMD"

    @property
    def headers(self) -> frozenset[str]:
        """Every header it knows, folded."""
        mapped = [header for _, headers in self.columns for header in headers]
        return frozenset(visible(each).casefold() for each in (*mapped, *self.ignored, *self.sealed))


def names() -> tuple[str, ...]:
    """The ids of all shipped layouts, in order."""
    folder = files("recount.ingestion").joinpath(_FOLDER)
    return tuple(sorted(each.name[:-5] for each in folder.iterdir() if each.name.endswith(".toml")))


@cache
def layout(identifier: str) -> Layout:
    """One shipped layout.

    Raises:
        KeyError: there is none of this id.
    """
    if identifier not in names():
        raise KeyError(identifier)
    path = files("recount.ingestion").joinpath(f"{_FOLDER}/{identifier}.toml")
    return _layout(identifier, tomllib.loads(path.read_text(encoding="utf-8")))


def every() -> tuple[Layout, ...]:
    """All shipped layouts, in order of id."""
    return tuple(layout(each) for each in names())


def _layout(identifier: str, read: Read[str, object]) -> Layout:
    found = Layout(
        id=identifier,
        name=str(read["name"]),
        about=" ".join(str(read["about"]).split()),
        codebook=str(read.get("codebook", "")),
        kind=str(read["kind"]),
        rows=Rows(str(read["rows"])),
        columns=tuple((field, _texts(headers)) for field, headers in _table(read, "columns")),
        essential=_texts(read["essential"]),
        values=tuple((field, _pairs(meanings)) for field, meanings in _table(read, "values")),
        constants=_pairs(read.get("constants", {})),
        ignored=_texts(read.get("ignored", [])),
        sealed=_texts(read.get("sealed", [])),
        date_order=str(read.get("date_order", "YMD")),
    )
    for field, pairs in found.values:
        if field in CODES and any(code(field, meaning) is None for _, meaning in pairs):
            raise ValueError(f"mappings/{identifier}.toml: a meaning under values.{field} is not known; correct it")
    unknown = [field for field, _ in found.columns if field not in FIELDS[found.rows]]
    if unknown:
        raise ValueError(f"mappings/{identifier}.toml: {unknown} are no fields of {found.rows} rows; correct them")
    return found


def _table(read: Read[str, object], key: str) -> list[tuple[str, object]]:
    found = read.get(key, {})
    return list(found.items()) if isinstance(found, dict) else []


def _pairs(found: object) -> tuple[tuple[str, str], ...]:
    return tuple((str(key), str(value)) for key, value in found.items()) if isinstance(found, dict) else ()


def _texts(found: object) -> tuple[str, ...]:
    if isinstance(found, str):
        return (found,)
    return tuple(str(each) for each in found) if isinstance(found, list) else ()
