"""From a table nobody has described to a draft of its mapping, every part of it with how sure it is and why."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from recount.cli.drafting.fitting import checked, fits, hint
from recount.cli.drafting.headers import IGNORE, SEAL, Meaning, meaning
from recount.cli.drafting.meanings import known, read_as_it_stands
from recount.cli.drafting.order import Order, order_of
from recount.cli.drafting.profile import MOST, Profile, profile
from recount.cli.drafting.recognised import by_layout, likeliest_rows, recognised
from recount.ingestion.fields import CODES
from recount.ingestion.layouts import Layout
from recount.language.scripts import visible
from recount.model.evidence import Rows, Table

SURE, LIKELY, DOUBTFUL, UNKNOWN = "sure", "likely", "doubtful", "unknown"
_SHOWN = 28


@dataclass(frozen=True, slots=True)
class Understood:
    """What was understood of one column: the field it may be (or that it is to be sealed or ignored), and how sure."""

    header: str
    field: str = ""
    sure: str = UNKNOWN
    why: str = ""
    samples: tuple[str, ...] = ()

    @property
    def usable(self) -> bool:
        """Whether a draft may use it without a person's word."""
        return self.sure in (SURE, LIKELY)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a column of codes: those whose meaning is known, and those a person must map, with their rows."""

    field: str
    known: tuple[tuple[str, str], ...]
    unknown: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A mapping as far as it can be drafted. `rows` is None where nothing says what one row is."""

    rows: Rows | None
    layout: Layout | None
    order: Order
    columns: tuple[Understood, ...]
    words: tuple[Words, ...]
    likeliest: Rows

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
    settled = found if layout is not None else _settled(found)
    shown = tuple(replace(each, samples=_samples(each, cells[headers.index(each.header)])) for each in settled)
    return Draft(
        rows=kind if rows or clear else None,
        layout=layout,
        order=order_of([(each.header, profiles[headers.index(each.header)]) for each in shown if each.field != SEAL]),
        columns=shown,
        words=tuple(_words(each, profiles[headers.index(each.header)], layout) for each in shown if _coded(each)),
        likeliest=likeliest,
    )


def _coded(each: Understood) -> bool:
    return each.usable and each.field in CODES


def _understood(header: str, column: Profile, rows: Rows, layout: Layout | None) -> Understood:
    if layout is not None:
        field = by_layout(layout, header)
        if field is not None:
            return Understood(header, field, SURE, f"of the layout {layout.id}")
    said = meaning(header, rows)
    return _by_values(header, column, rows) if said is None else _by_header(header, said, column)


def _by_values(header: str, column: Profile, rows: Rows) -> Understood:
    seen = hint(column, rows)
    if seen is None:
        return Understood(header, why="" if column.filled else "empty")
    return Understood(header, seen[0], LIKELY if seen[1] else DOUBTFUL, f"by its values: {seen[2]}")


def _by_header(header: str, said: Meaning, column: Profile) -> Understood:
    if said.field == SEAL:
        return Understood(header, said.field, SURE if said.sure else LIKELY, said.reason)
    if said.field == IGNORE:
        why = said.reason if column.serial else "by its header, but it does not number the lines"
        return Understood(header, IGNORE if column.serial else "code", SURE if column.serial else DOUBTFUL, why)
    against = fits(said.field, column)
    if against:
        return Understood(header, said.field, DOUBTFUL, f"by its header, but {against}")
    if not said.sure:
        return Understood(header, said.field, DOUBTFUL, said.reason)
    return Understood(header, said.field, SURE if checked(said.field) else LIKELY, said.reason)


def _settled(found: Sequence[Understood]) -> list[Understood]:
    """One column for a field: of several the surest, and where two are as sure as each other, neither."""
    kept = [_by_script(each, found) for each in found]
    result = []
    for each in kept:
        rivals = [one for one in kept if one.field == each.field and one is not each and _rank(one) >= _rank(each)]
        if each.usable and each.field not in (SEAL, IGNORE) and rivals:
            why = f"{rivals[0].header!r} may be the same field"
            result.append(replace(each, sure=DOUBTFUL, why=why))
        else:
            result.append(each)
    return result


def _first(found: Sequence[Understood]) -> list[Understood]:
    """By a layout a field is read from the first of its headers; whatever else would be that field is doubtful."""
    taken: set[str] = set()
    result = []
    for each in sorted(found, key=lambda one: (not one.why.startswith("of the layout"), found.index(one))):
        again = each.field in taken and each.field not in (SEAL, IGNORE)
        result.append(replace(each, sure=DOUBTFUL, why="another column is read as this field") if again else each)
        taken |= {each.field} if each.usable else set()
    return sorted(result, key=lambda one: [each.header for each in found].index(one.header))


def _rank(each: Understood) -> int:
    return (UNKNOWN, DOUBTFUL, LIKELY, SURE).index(each.sure)


def _by_script(each: Understood, found: Sequence[Understood]) -> Understood:
    """Two columns of names, one headed in Arabic letters: each goes to the field of its script."""
    if each.field != "name" or sum(one.field == "name" and one.usable for one in found) < 2:
        return each
    arabic = any("\u0600" <= letter <= "\u06ff" for letter in each.header)
    return replace(
        each, field="name_arabic" if arabic else "name_latin", sure=LIKELY, why="one of two columns of names"
    )


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
