"""CSV and TSV. A row has the number a spreadsheet shows, which counts blank lines but no quoted line breaks."""

import csv
import io
from pathlib import Path

from recount.ingestion.readers.decoding import decode
from recount.ingestion.readers.grid import table
from recount.ingestion.readers.job import Job, Reading
from recount.ingestion.refused import Refused
from recount.language.scripts import visible


def read(job: Job) -> Reading:
    """Read one table; quoting must be sound, since a stray quotation mark can swallow the rest of a list."""
    text, told = decode(Path(job.path).read_bytes(), job.encoding, job.where)
    delimiter = "\t" if job.path.lower().endswith(".tsv") else _delimiter(text, job)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    grid: list[tuple[int, list[str | None]]] = []
    try:
        for number, cells in enumerate(lines, 1):
            grid.append((number, [cell or None for cell in cells]))
    except csv.Error as error:
        remedy = "correct the quotation marks there, in a copy, and say so in the note of source.toml"
        raise Refused(f"{job.where}, line {lines.line_num}", "is not sound CSV", remedy) from error
    found, odd = table(grid, job)
    return Reading("csv", tables=(found,), told=(*told, *odd))


def _delimiter(text: str, job: Job) -> str:
    """The delimiter under which most of the declared columns are found in the header; a comma where none tells."""
    wanted = {visible(each) for each in job.columns}
    best, most = ",", 0
    for delimiter in (",", ";", "\t"):
        lines = csv.reader(io.StringIO(text[: 1 << 20], newline=""), delimiter=delimiter)
        try:
            header = next((cells for number, cells in enumerate(lines, 1) if number == job.header_row), [])
        except csv.Error:
            continue
        found = len(wanted & {visible(each) for each in header})
        best, most = (delimiter, found) if found > most else (best, most)
    return best
