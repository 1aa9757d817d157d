"""How a source.toml says that its columns become fields."""

from dataclasses import replace

from recount.ingestion.fields import CODES, FIELDS, code
from recount.ingestion.layouts import Layout, layout, names
from recount.ingestion.section import Section, nearest
from recount.language.scripts import visible
from recount.model.evidence import Expectation, Mapping, Rows

_ORDERS = ("YMD", "DMY", "MDY")


def mapping(top: Section) -> Mapping | None:
    """Read [table], [columns], [values] and [constants]; None where a source holds no tables."""
    table, columns = top.section("table"), top.section("columns")
    values, constants = top.section("values"), top.section("constants")
    if table is None:
        for part, name in ((columns, "columns"), (values, "values"), (constants, "constants")):
            if part is not None:
                raise top.refuse(name, "stands without [table]", 'add [table] with rows = "persons" or another kind')
        return None
    base = _layout(table)
    rows = table.choice("rows", Rows) if base is None or table.has("rows") else base.rows
    if base is not None and rows is not base.rows:
        raise table.refuse("rows", f"{rows} does not go with the layout {base.id}", f'write "{base.rows}" or leave it')
    own = Mapping(
        rows=rows,
        columns=_columns(columns, rows),
        values=_values(values, rows),
        constants=_pairs(constants, rows),
        ignored=table.texts("ignored"),
        sealed=table.texts("sealed"),
        date_order=_order(table, "YMD" if base is None else base.date_order),
        sheet=table.maybe("sheet"),
        header_row=table.whole("header_row", 1),
    )
    table.finish()
    _refuse_overlaps(table, own)
    return own if base is None else upon(base, own)


def upon(base: Layout, own: Mapping) -> Mapping:
    """A source's own mapping upon a shipped layout: what the source says of a field or a column goes first.

    A source that lists `sealed` columns replaces the layout's, since a sealed column that is not there stops a file.
    """
    said = {field for field, _ in (*own.columns, *own.constants)}
    sealed = own.sealed or base.sealed
    taken = {visible(each).casefold() for each in (*sealed, *own.ignored, *(column for _, column in own.columns))}
    lent = [(field, each) for field, each in base.columns if field not in said]
    mapped = tuple((field, name) for field, each in lent for name in each if visible(name).casefold() not in taken)
    values = {field: dict(pairs) for field, pairs in base.values}
    for field, pairs in own.values:
        values[field] = values.get(field, {}) | dict(pairs)
    return replace(
        own,
        columns=(*own.columns, *mapped),
        values=tuple((field, tuple(pairs.items())) for field, pairs in values.items()),
        constants=(*own.constants, *((field, value) for field, value in base.constants if field not in said)),
        ignored=(*own.ignored, *(each for each in base.ignored if visible(each).casefold() not in taken)),
        sealed=sealed,
        layout=base.id,
        optional=tuple(field for field, _ in lent if field not in base.essential),
    )


def _layout(table: Section) -> Layout | None:
    wanted = table.maybe("layout")
    if wanted is None:
        return None
    if wanted not in names():
        close = nearest(wanted, names())
        hint = f"did you mean {close!r}?" if close else f"the shipped layouts are: {', '.join(names())}"
        raise table.refuse("layout", f"{wanted!r} is not known", hint)
    return layout(wanted)


def expectation(top: Section, rows: Rows | None) -> Expectation:
    """Read [expect]: row bounds, required fields, known values."""
    expect = top.section("expect")
    if expect is None:
        return Expectation()
    low, high = expect.bounds("rows")
    required, known = expect.texts("required"), expect.section("known")
    pairs = [] if known is None else [(field, known.texts(field)) for field in known.left()]
    expect.finish()
    if rows is None:
        raise top.refuse("expect", "stands without [table]", "remove it, or describe the table it speaks of")
    for field in (*required, *(field for field, _ in pairs)):
        _known_field(expect, field, rows)
    return Expectation(low, high, tuple(pairs), required)


def _known_field(section: Section, field: str, rows: Rows) -> None:
    if field in FIELDS[rows]:
        return
    close = nearest(field, FIELDS[rows])
    hint = f"did you mean {close!r}?" if close else f"{rows} rows have: {', '.join(FIELDS[rows])}"
    raise section.refuse(field, f"is not a field of {rows} rows", hint)


def _pairs(section: Section | None, rows: Rows) -> tuple[tuple[str, str], ...]:
    if section is None:
        return ()
    fields = section.left()
    for field in fields:
        _known_field(section, field, rows)
    return tuple((field, section.needed(field)) for field in fields)


def _columns(section: Section | None, rows: Rows) -> tuple[tuple[str, str], ...]:
    pairs = _pairs(section, rows)
    for field, column in pairs:
        twin = next((other for other, name in pairs if name == column and other != field), None)
        if twin is not None and section is not None:
            raise section.refuse(field, f"reads the column {column!r}, as {twin} does", "map each column to one field")
    return pairs


def _values(section: Section | None, rows: Rows) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    found = []
    for field in [] if section is None else section.left():
        inner = None if section is None else section.section(field)
        if inner is None or section is None:
            continue
        _known_field(section, field, rows)
        found.append((field, tuple((written, _meaning(inner, field, written)) for written in inner.left())))
    return tuple(found)


def _meaning(section: Section, field: str, written: str) -> str:
    meaning = section.text(written)
    if field not in CODES:
        return meaning
    value = code(field, meaning)
    if value is None:
        raise section.refuse(written, f"{meaning!r} is not known", f"use one of: {', '.join(CODES[field])}")
    return value


def _order(table: Section, usual: str) -> str:
    order = table.text("date_order", usual)
    if order not in _ORDERS:
        raise table.refuse("date_order", f"{order!r} is not known", f"use one of: {', '.join(_ORDERS)}")
    return order


def _refuse_overlaps(table: Section, found: Mapping) -> None:
    """A sealed column that is also mapped would carry what it must hide."""
    mapped = {column for _, column in found.columns}
    open_ones = {visible(column).casefold() for column in (*mapped, *found.ignored)}
    for column in found.sealed:
        if visible(column).casefold() in open_ones:
            raise table.refuse("sealed", f"{column!r} is also mapped or ignored", "a sealed column can only be sealed")
    for column in found.ignored:
        if column in mapped:
            raise table.refuse("ignored", f"{column!r} is also mapped", "take it out of one of the two")
