"""Tables as Parquet, for data frames and analytical databases."""

from datetime import date

from recount.model.tables import ColumnType, OpenColumn, OpenTable, Value


def as_parquet(table: OpenTable) -> bytes:
    """One row group, compressed; what each table and column means travels in the file.

    The bytes are the same on every machine that has the same version of Arrow, which writes its name into the file.
    """
    from pyarrow import BufferOutputStream, parquet  # type: ignore[import-untyped]

    out = BufferOutputStream()
    parquet.write_table(
        _arrow(table), out, compression="zstd", compression_level=19, store_schema=False, row_group_size=1 << 24
    )
    return bytes(out.getvalue().to_pybytes())


def packed(content: bytes) -> bytes:
    """A file packed with gzip by the library that is pinned, so that the bytes are the same on every machine."""
    import pyarrow

    return bytes(pyarrow.compress(content, codec="gzip", asbytes=True))


def _arrow(table: OpenTable) -> object:
    import pyarrow

    types = {
        ColumnType.STRING: pyarrow.string(),
        ColumnType.INTEGER: pyarrow.int64(),
        ColumnType.NUMBER: pyarrow.float64(),
        ColumnType.BOOLEAN: pyarrow.bool_(),
        ColumnType.DATE: pyarrow.date32(),
    }
    fields = [
        pyarrow.field(column.name, types[column.type], metadata={"description": column.about})
        for column in table.columns
    ]
    schema = pyarrow.schema(fields, metadata={"table": table.name, "description": table.about})
    columns = [[_typed(column, row[place]) for row in table.rows] for place, column in enumerate(table.columns)]
    arrays = [pyarrow.array(values, field.type) for values, field in zip(columns, fields, strict=True)]
    return pyarrow.Table.from_arrays(arrays, schema=schema)


def _typed(column: OpenColumn, value: Value) -> Value | date:
    if column.type is ColumnType.DATE and isinstance(value, str):
        return date.fromisoformat(value)
    return value
