"""From a table nobody has described to a draft of its mapping, every part of it with how sure it is and why."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from recount.cli.drafting.fitting import checked, fits, hint
from recount.cli.drafting.headers import IGNORE, SEAL, Meaning, meaning
from recount.cli.drafting.meanings import known, read_as_it_stands
from recount.cli.drafting.order import Order, order_of
from recount.cli.drafting.profile import MOST, Profile, profile
from recount.cli.drafting.recognised import by_layout, likeliest_rows, recognised
from recount.cli.drafting.settling import of_whom, settled
from recount.cli.drafting.understood import DOUBTFUL, LIKELY, SURE, Understood
from recount.ingestion.fields import CODES
from recount.ingestion.layouts import Layout
from recount.language.scripts import visible
from recount.model.evidence import Rows, Table

_SHOWN = 28


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a column of codes: those whose meaning is known, and those a person must map, with their rows."""

    field: str
    known: tuple[tuple[str, str], ...]
    unknown: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A mapping as far as it can be drafted. `rows` is None where nothing says what one row is.

    `constants` are fields that hold for every row, each with its value and why.
    """

    rows: Rows | None
    layout: Layout | None
    order: Order
    columns: tuple[Understood, ...]
    words: tuple[Words, ...]
    likeliest: Rows
    constants: tuple[tuple[str, str, str], ...] = ()

    @property
    def unplaced(self) -> tuple[Understood, ...]:
        """Columns that nothing usable was found for."""
        return tuple(each for each in self.columns if not each.usable)


def draft(table: Table, rows: Rows | None = None) -> Draft:
    """Draft a mapping for one table.

    Args:
        table: header and rows as read.
        rows: what one row is, where a person has said so.
    """
    headers = [visible(each) for each in table.header]
    cells = {at: [row.cells[at] for row in table.rows] for at in range(len(headers))}
    profiles = {at: profile(cells[at]) for at in cells}
    layout = recognised(headers, rows)
    likeliest, clear = (layout.rows, True) if layout is not None else likeliest_rows(headers)
    kind = rows or likeliest
    found = [_understood(header, profiles[at], kind, layout) for at, header in enumerate(headers) if header]
    columns, constants = (found, ()) if layout is not None else of_whom(settled(found))
    shown = tuple(replace(each, samples=_samples(each, cells[headers.index(each.header)])) for each in columns)
    return Draft(
        rows=kind if rows or clear else None,
        layout=layout,
        order=order_of([(each.header, profiles[headers.index(each.header)]) for each in shown if each.field != SEAL]),
        columns=shown,
        words=tuple(_words(each, profiles[headers.index(each.header)], layout) for each in shown if _coded(each)),
        likeliest=likeliest,
        constants=constants,
    )


def _coded(each: Understood) -> bool:
    return each.usable and each.field in CODES


def _understood(header: str, column: Profile, rows: Rows, layout: Layout | None) -> Understood:
    if layout is not None:
        field = by_layout(layout, header)
        if field is not None:
            return Understood(header, field, SURE, f"of the layout {layout.id}")
    said = meaning(header, rows)
    return _by_values(header, column, rows) if said is None else _by_header(header, said, column, rows)


def _by_values(header: str, column: Profile, rows: Rows) -> Understood:
    seen = hint(column, rows)
    if seen is None:
        return Understood(header, why="" if column.filled else "empty")
    return Understood(header, seen[0], LIKELY if seen[1] else DOUBTFUL, f"by its values: {seen[2]}")


def _by_header(header: str, said: Meaning, column: Profile, rows: Rows) -> Understood:
    if said.field == SEAL:
        return Understood(header, said.field, SURE if said.sure else LIKELY, said.reason)
    if said.field == IGNORE:
        why = said.reason if column.serial else "by its header, but it does not number the lines"
        return Understood(header, IGNORE if column.serial else "code", SURE if column.serial else DOUBTFUL, why)
    against = fits(said.field, column)
    if against:
        return _by_both(header, said, column, rows, against)
    if not said.sure:
        return Understood(header, said.field, DOUBTFUL, said.reason)
    return Understood(header, said.field, SURE if checked(said.field) else LIKELY, said.reason)


def _by_both(header: str, said: Meaning, column: Profile, rows: Rows, against: str) -> Understood:
    """Where the values speak against the header: what they are beyond doubt, else what the header says, in doubt."""
    seen = hint(column, rows) if column.filled else None
    if seen is not None and seen[1] and seen[0] != said.field:
        return Understood(header, seen[0], LIKELY, f"by its values: {seen[2]}")
    return Understood(header, said.field, DOUBTFUL, f"by its header, but {against}")


def _samples(each: Understood, cells: Sequence[str | None]) -> tuple[str, ...]:
    if each.field == SEAL:
        return ()
    different = list(dict.fromkeys(visible(cell) for cell in cells[:MOST] if cell and cell.strip()))[:2]
    return tuple(one if len(one) <= _SHOWN else one[: _SHOWN - 1] + "…" for one in different)


def _words(each: Understood, column: Profile, layout: Layout | None) -> Words:
    lent = dict(next((pairs for field, pairs in layout.values if field == each.field), ())) if layout else {}
    left = [(word, rows) for word, rows in column.values if word not in lent]
    left = [(visible(word), rows) for word, rows in left if not read_as_it_stands(each.field, word)]
    pairs = tuple((word, meaning) for word, _ in left if (meaning := known(each.field, word)) is not None)
    return Words(each.field, pairs, tuple((word, rows) for word, rows in left if known(each.field, word) is None))
