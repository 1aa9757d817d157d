"""Consent before anything else: a row nobody consented to is not read, and who may only be counted keeps no name."""

from collections.abc import Sequence

from recount.ingestion.fields import Consent, code
from recount.ingestion.readers.job import numbered
from recount.ingestion.refused import Refused
from recount.language.scripts import visible
from recount.model.evidence import Mapping, Row, SetAside, Table

_KEPT = (
    "code",
    "consent",
    "sex",
    "age",
    "died",
    "died_from",
    "died_to",
    "registered",
    "place",
    "place_arabic",
    "cause",
    "status",
    "party",
    "incident",
    "outcome",
)
"""The fields that stay of somebody who may only be counted."""


def consented(table: Table, mapping: Mapping, where: str) -> tuple[Table, list[SetAside]]:
    """A table as far as its people may be used, and what was left out, by row number and never by name.

    Raises:
        Refused: the column of consent is not there; it may be spelled otherwise, so nothing of the file may be used.
    """
    at = _column(table, mapping, where)
    if at is None and "consent" not in dict(mapping.constants):
        return table, []
    words = _Words(mapping)
    kept, rows = _positions(table, mapping), list[Row]()
    left: dict[str, list[int]] = {"refused": [], "unknown": [], "nameless": []}
    for row in table.rows:
        written = dict(mapping.constants)["consent"] if at is None else row.cells[at] or ""
        consent = words(written)
        if consent == Consent.PUBLISH:
            rows.append(row)
        elif consent == Consent.COUNT:
            rows.append(_unnamed(row, kept))
            left["nameless"].append(row.number)
        else:
            left["refused" if consent == Consent.NONE or not written.strip() else "unknown"].append(row.number)
    return Table(table.header, tuple(rows), table.sheet), _told(where, **left)


class _Words:
    """What a source's words for consent mean; None for one that nobody has mapped."""

    def __init__(self, mapping: Mapping) -> None:
        pairs = (pairs for field, pairs in mapping.values if field == "consent")
        self._meanings = {visible(word): meaning for each in pairs for word, meaning in each}

    def __call__(self, written: str) -> str | None:
        word = visible(written)
        return code("consent", self._meanings.get(word, word))


def _column(table: Table, mapping: Mapping, where: str) -> int | None:
    columns = [visible(column) for field, column in mapping.columns if field == "consent"]
    if not columns:
        return None
    labels = [visible(each) for each in table.header]
    found = next((labels.index(column) for column in columns if column in labels), None)
    if found is None:
        what = f"the column of consent {columns[0]!r} is not there, so nothing of it is used"
        raise Refused(where, what, 'correct it under [columns], or say [constants] consent = "publish"')
    return found


def _positions(table: Table, mapping: Mapping) -> frozenset[int]:
    wanted = {visible(column) for field, column in mapping.columns if field in _KEPT}
    return frozenset(n for n, each in enumerate(table.header) if visible(each) in wanted)


def _unnamed(row: Row, kept: frozenset[int]) -> Row:
    return Row(row.number, tuple(cell if n in kept else None for n, cell in enumerate(row.cells)), row.pointer)


def _told(where: str, refused: Sequence[int], unknown: Sequence[int], nameless: Sequence[int]) -> list[SetAside]:
    told = []
    if refused:
        what = "no consent is given, so the row is not read"
        told.append(SetAside(f"{where}, {numbered(refused)}", what, "ask for consent, or leave it"))
    if unknown:
        what = "the word for consent is not known, so the row is not read"
        told.append(SetAside(f"{where}, {numbered(unknown)}", what, "say what it means under [values.consent]"))
    if nameless:
        what = "consent is to counting only: names and ids were emptied"
        told.append(SetAside(f"{where}, {numbered(nameless)}", what, "nothing to do", whole=False))
    return told
