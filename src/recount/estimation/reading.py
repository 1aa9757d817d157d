"""A capture table out of a CSV file, as publications print it or as one row a victim."""

import csv
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

from recount.errors import SourceError
from recount.model.estimates import CaptureTable

if TYPE_CHECKING:
    from _csv import Reader

COUNT = "count"
UNKNOWN = "unknown"
JOINED = " / "
_MISSING = frozenset({"", UNKNOWN, "missing", "na", "n/a", "nan", "none", "null", "?", "-", "غير معروف", "مجهول"})
Row = tuple[str, ...]


def read_table(path: Path, lists: Sequence[str] = ()) -> CaptureTable:
    """Read histories of 0 and 1, a column a list; a column `count` says how many victims share a history.

    Without that column every row is one victim. Histories that come more than once are added up.

    Args:
        path: CSV in UTF-8, names in the first line.
        lists: the columns that are lists; without, every column but `count` must be one.

    Raises:
        SourceError: the file is not such a table; the message names the line.
    """
    return read_strata(path, (), lists)["all"]


def read_strata(path: Path, by: Sequence[str], lists: Sequence[str] = ()) -> dict[str, CaptureTable]:
    """Read a table and divide it by other columns, such as sex or month; one table a stratum, in order of name.

    An empty cell, or one that says unknown or missing, makes the stratum `unknown`, whose victims are imputed.

    Args:
        path: as for `read_table`.
        by: the columns to divide by; without any, everything is one stratum called `all`.
        lists: the columns that are lists; without, every column but `count` and those of `by` must be one.

    Raises:
        SourceError: the file is not such a table; the message names the line.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.reader(lines, strict=True)
            header = [name.strip() for name in next(reader, [])]
            chosen = _chosen(header, lists, by, path)
            wanted = [*chosen, *([COUNT] if COUNT in header else []), *by]
            places = [header.index(name) for name in wanted]
            rows = Counter(_rows(reader, places, len(header), path))
    except UnicodeDecodeError as error:
        raise SourceError(f"{path}: not UTF-8 text ({error.reason}); save the table as CSV in UTF-8") from error
    except csv.Error as error:
        raise SourceError(f"{path}: not a CSV file ({error}); save the table as CSV with commas, in UTF-8") from error
    strata: dict[str, Counter[Row]] = {} if by else {"all": Counter()}
    first = len(wanted) - len(by)
    for row, times in rows.items():
        strata.setdefault(_stratum(row[first:]), Counter())[row] = times
    where = _Where(path, places, len(chosen), first, hint=not lists)
    return {
        name: CaptureTable(tuple(chosen), tuple(sorted(_counts(some, where).items())), name)
        for name, some in sorted(strata.items())
    }


def _stratum(values: Row) -> str:
    """The name of a stratum, its parts known or `unknown`."""
    told = (value.strip().replace(JOINED, "/") for value in values)
    return JOINED.join(UNKNOWN if value.casefold() in _MISSING else value for value in told) or "all"


@dataclass(frozen=True, slots=True)
class _Where:
    """Where the wanted cells stand: lists first, then the count if there is one, then what divides."""

    path: Path
    places: list[int]
    lists: int
    first: int
    hint: bool

    def __call__(self, row: Row) -> str:
        return f"{self.path}, line {_line_of(self.path, self.places, row)}"


def _chosen(header: list[str], lists: Sequence[str], by: Sequence[str], path: Path) -> list[str]:
    """The columns that are lists."""
    chosen = list(lists) or [name for name in header if name != COUNT and name not in by]
    if not chosen or not all(name and name.isprintable() for name in chosen):
        raise SourceError(f"{path}, line 1: every list needs a name in the first line")
    used = [*chosen, *by]
    twice = [name for name in dict.fromkeys(used) if max(header.count(name), used.count(name)) > 1]
    if twice:
        raise SourceError(f"{path}, line 1: {', '.join(twice)} names more than one list; give each its own name")
    unknown = [name for name in used if name not in header]
    if unknown:
        raise SourceError(f"{path}, line 1: no column is called {', '.join(unknown)}; there are {', '.join(header)}")
    return chosen


def _rows(reader: "Reader", places: list[int], wide: int, path: Path) -> Iterator[Row]:
    """The wanted cells of every row that is not empty."""
    pick: Callable[[list[str]], Row] = itemgetter(*places) if len(places) > 1 else lambda row: (row[places[0]],)
    for row in reader:
        if len(row) == wide:
            if row[0] or any(row):
                yield pick(row)
        elif any(cell.strip() for cell in row):
            raise SourceError(f"{path}, line {reader.line_num}: {len(row)} cells where {wide} are needed")


def _counts(rows: Counter[Row], where: _Where) -> Counter[tuple[int, ...]]:
    advice = "; name the columns that are lists with --lists" if where.hint else ""
    counts: Counter[tuple[int, ...]] = Counter()
    for row, times in rows.items():
        cells = [cell.strip() for cell in row[: where.first]]
        wrong = next((cell for cell in cells[: where.lists] if cell not in ("0", "1")), None)
        if wrong is not None:
            raise SourceError(f"{where(row)}: {wrong!r} says neither 0 (not on the list) nor 1 (on it){advice}")
        many = 1
        if len(cells) > where.lists:
            if not (cells[-1].isascii() and cells[-1].isdigit()):
                raise SourceError(f"{where(row)}: {cells[-1]!r} is not a whole number of victims from 0 up")
            many = int(cells[-1])
        counts[tuple(map(int, cells[: where.lists]))] += many * times
    return counts


def _line_of(path: Path, places: list[int], wanted: Row) -> int:
    """The first line with these cells."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        reader = csv.reader(lines)
        next(reader, None)
        for row in reader:
            if len(row) > max(places) and tuple(row[place] for place in places) == wanted:
                break
        return reader.line_num
