"""A capture table out of a CSV file, as publications print it or as one row a victim."""

import csv
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from recount.errors import NotEstimable
from recount.model.findings import CaptureTable

COUNT = "count"


def read_table(path: Path) -> CaptureTable:
    """Read histories of 0 and 1, a column a list; a last column `count` says how many victims share a history.

    Without that column every row is one victim. Histories that come more than once are added up.

    Raises:
        NotEstimable: the file is not such a table; the message names the line.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            header = [name.strip() for name in next(csv.reader([next(lines, "")]), [])]
            lists, counted = (header[:-1], True) if header[-1:] == [COUNT] else (header, False)
            _checked(lists, path)
            counts = _counts(csv.reader(lines), lists, path, counted=counted)
    except UnicodeDecodeError as error:
        raise NotEstimable(f"{path}: not UTF-8 text ({error.reason}); save the table as CSV in UTF-8") from error
    return CaptureTable(tuple(lists), tuple(sorted(counts.items())))


def _checked(lists: list[str], path: Path) -> None:
    if not lists or not all(lists):
        raise NotEstimable(f"{path}, line 1: every list needs a name in the first line")
    twice = [name for name, times in Counter(lists).items() if times > 1]
    if twice:
        raise NotEstimable(f"{path}, line 1: {', '.join(twice)} names more than one list; give each its own name")


def _counts(rows: Iterable[list[str]], lists: list[str], path: Path, *, counted: bool) -> Counter[tuple[int, ...]]:
    counts: Counter[tuple[int, ...]] = Counter()
    for line, row in enumerate(rows, start=2):
        if not any(cell.strip() for cell in row):
            continue
        if len(row) != len(lists) + counted:
            raise NotEstimable(f"{path}, line {line}: {len(row)} cells where {len(lists) + counted} are needed")
        history = tuple(_present(cell, path, line) for cell in row[: len(lists)])
        counts[history] += _count(row[-1], path, line) if counted else 1
    return counts


def _present(cell: str, path: Path, line: int) -> int:
    if cell.strip() not in ("0", "1"):
        raise NotEstimable(f"{path}, line {line}: {cell!r} says neither 0 (not on the list) nor 1 (on it)")
    return int(cell)


def _count(cell: str, path: Path, line: int) -> int:
    if not cell.strip().isascii() or not cell.strip().isdigit():
        raise NotEstimable(f"{path}, line {line}: {cell!r} is not a whole number of victims from 0 up")
    return int(cell)
