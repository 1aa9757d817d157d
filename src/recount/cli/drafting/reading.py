"""Reading a table that no source.toml speaks of yet, with the same readers and limits as a build."""

import csv
from pathlib import Path

from recount.errors import SourceError
from recount.ingestion.readers.job import FORMATS, Job
from recount.ingestion.sandbox import Sandbox
from recount.ingestion.settings import USUAL
from recount.model.evidence import Table

_DELIMITERS = (",", ";", "\t")


def read(file: Path, *, sheet: str | None = None, header_row: int = 1, encoding: str = "utf-8") -> Table:
    """The one table of a file.

    Raises:
        SourceError: it is no table, or cannot be read; says why and what to do.
    """
    form = FORMATS.get(file.suffix.lower())
    if form is None:
        raise SourceError(f"{file}: no table ends in {file.suffix or 'nothing'}; save it as .csv, .xlsx or .json")
    if file.stat().st_size > USUAL.largest_mb * 1024 * 1024:
        raise SourceError(f"{file}: is larger than {USUAL.largest_mb} MB; give a part of it")
    columns = _headers(file, encoding, header_row) if form.reader == "delimited" else ()
    job = Job(str(file), file.name, form.reader, encoding, columns=columns, sheet=sheet, header_row=header_row)
    with Sandbox(USUAL) as sandbox:
        found = sandbox.read(job)
    if found.refused is not None:
        raise SourceError(str(found.refused).replace("encoding = ", "--encoding "))
    if not found.tables:
        raise SourceError(f"{file}: holds no table; reports need no mapping")
    return found.tables[0]


def _headers(file: Path, encoding: str, header_row: int) -> tuple[str, ...]:
    """The headers of a delimited file under the delimiter that parts most, since nothing names its columns yet."""
    try:
        lines = file.read_bytes()[: 1 << 20].decode(encoding, "replace").lstrip("\ufeff").splitlines(keepends=True)
    except LookupError as error:
        raise SourceError(f"{encoding!r} is not an encoding; use one such as utf-8 or windows-1256") from error
    best: list[str] = []
    for delimiter in _DELIMITERS:
        rows = csv.reader(lines, delimiter=delimiter)
        header = next((cells for number, cells in enumerate(rows, 1) if number == header_row), [])
        best = header if len(header) > len(best) else best
    return tuple(best)
