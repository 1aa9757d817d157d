"""What a reader is given and what it gives back; both travel between processes as JSON."""

from collections.abc import Iterable
from dataclasses import dataclass

from recount.model.evidence import SetAside, Table


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: its media type, the module that reads it, and whether its parser runs in a process of its own."""

    media_type: str
    reader: str
    apart: bool


FORMATS: dict[str, Format] = {
    ".txt": Format("text/plain", "text", False),
    ".md": Format("text/markdown", "text", False),
    ".html": Format("text/html", "web", True),
    ".htm": Format("text/html", "web", True),
    ".csv": Format("text/csv", "delimited", False),
    ".tsv": Format("text/tab-separated-values", "delimited", False),
    ".xlsx": Format("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "workbook", True),
    ".xls": Format("application/vnd.ms-excel", "workbook", True),
    ".ods": Format("application/vnd.oasis.opendocument.spreadsheet", "workbook", True),
    ".json": Format("application/json", "objects", True),
    ".jsonl": Format("application/jsonl", "objects", True),
}
"""What can be read, by the ending of a file's name."""


@dataclass(frozen=True, slots=True)
class Job:
    """One file to read.

    `where` is its path as messages give it, `path` where it lies. `columns` are the headers the source speaks of,
    `sealed` those whose cells must not leave the reader. `tabular` says that the source describes its tables.
    """

    path: str
    where: str
    reader: str
    encoding: str = "utf-8"
    columns: tuple[str, ...] = ()
    sealed: tuple[str, ...] = ()
    sheet: str | None = None
    header_row: int = 1
    tabular: bool = False
    members: int = 5_000
    unfolded_mb: int = 384
    ratio: int = 150


@dataclass(frozen=True, slots=True)
class Reading:
    """What came out of one file. With `refused`, nothing did, and it says why."""

    reader: str = ""
    text: str | None = None
    title: str = ""
    tables: tuple[Table, ...] = ()
    told: tuple[SetAside, ...] = ()
    refused: SetAside | None = None


def numbered(numbers: Iterable[int], noun: str = "row") -> str:
    """Row numbers as a person would list them: `row 3`, `rows 3, 9, 12–40`; at most 20 stretches, the rest counted."""
    ordered = sorted(set(numbers))
    stretches: list[tuple[int, int]] = []
    for number in ordered:
        if stretches and number == stretches[-1][1] + 1:
            stretches[-1] = (stretches[-1][0], number)
        else:
            stretches.append((number, number))
    shown = ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in stretches[:20])
    more = sum(b - a + 1 for a, b in stretches[20:])
    return f"{noun}{'s' if len(ordered) > 1 else ''} {shown}{f' and {more} more' if more else ''}"
