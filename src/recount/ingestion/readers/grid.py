"""From lines of cells to a table: header, sealing, and rows that are no rows."""

import csv
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

from recount.ingestion.readers.job import Job, numbered
from recount.ingestion.refused import Refused
from recount.ingestion.section import nearest
from recount.language.scripts import visible
from recount.model.evidence import Row, SetAside, Table

Cells = Sequence[str | None]


def blank(cells: Cells) -> bool:
    """Whether a line has nothing but empty cells."""
    return not any(cell and not cell.isspace() for cell in cells)


def sealed_positions(header: Sequence[str], job: Job) -> frozenset[int]:
    """Which columns to seal. A column without a header is sealed too, since nobody can say what it holds.

    Raises:
        Refused: a sealed column is not there. It may be spelled otherwise, so nothing of the file may be used.
    """
    if not job.sealed:
        return frozenset()
    labels = [visible(each).casefold() for each in header]
    for name in job.sealed:
        if visible(name).casefold() not in labels:
            close = nearest(name, [each for each in header if each])
            hint = f"the nearest header is {close!r}: " if close else ""
            remedy = f"{hint}correct `sealed` or `header_row` in source.toml"
            raise Refused(job.where, f"the sealed column {name!r} is not there, so nothing of it is used", remedy)
    wanted = {visible(name).casefold() for name in job.sealed}
    return frozenset(n for n, each in enumerate(labels) if each in wanted or not each)


def table(lines: Iterable[tuple[int, Cells]], job: Job, sheet: str | None = None) -> tuple[Table, list[SetAside]]:
    """Make a table of numbered lines: the header, then every row as received, sealed cells replaced by None.

    Rows that stand for nobody (blank, a header again, a total at the end) are left out and told, as are rows whose
    cells do not fit the header where something is sealed: a shifted cell could carry what must stay hidden.
    """
    lines = list(lines)
    header = _header(lines, job)
    sealed = sealed_positions(header, job)
    where = job.where if sheet is None else f"{job.where}, sheet {sheet}"
    odd = _Odd(where)
    rows: list[Row] = []
    for number, cells in lines:
        if number > job.header_row and not blank(cells):
            fitted = odd.fitted(number, cells, header, sealed=bool(sealed))
            rows += [] if fitted is None else [Row(number, _sealed(fitted, sealed))]
    rows, totals = _without_totals(rows, where)
    return Table(header, tuple(rows), sheet), _odd_headers(header, where) + odd.told() + totals


class _Odd:
    """Rows that do not fit the header, by kind."""

    def __init__(self, where: str) -> None:
        self._where = where
        self._kinds: dict[str, list[int]] = {kind: [] for kind in _ODD}

    def fitted(self, number: int, cells: Cells, header: Sequence[str], *, sealed: bool) -> Cells | None:
        """The cells of a row, as many as the header has or more; None where the row may not be used."""
        width, longer = len(header), any(cells[len(header) :])
        if longer or len(cells) < width:
            self._kinds["unfit" if sealed else "long" if longer else "short"].append(number)
            if sealed:
                return None
            return (*cells, *[None] * (width - len(cells)))
        if _repeats(cells, header):
            self._kinds["again"].append(number)
            return None
        return cells[:width]

    def told(self) -> list[SetAside]:
        """What there is to say of them."""
        return [
            SetAside(f"{self._where}, {numbered(rows)}", *_ODD[kind][:2], whole=_ODD[kind][2])
            for kind, rows in self._kinds.items()
            if rows
        ]


_ODD = {
    "again": ("repeats the header and was left out", "nothing to do if it is no entry", True),
    "short": ("has fewer cells than the header", "the missing ones count as empty: check that none has shifted", False),
    "long": ("has more cells than the header", "the extra ones are not read: look for an unquoted comma", False),
    "unfit": (
        "does not fit the header, and a shifted cell could show what is sealed",
        "quote cells with a comma",
        True,
    ),
}


def _sealed(cells: Cells, sealed: frozenset[int]) -> tuple[str | None, ...]:
    if not sealed:
        return tuple(cells)
    return tuple(None if n in sealed else cell for n, cell in enumerate(cells))


def _header(lines: Sequence[tuple[int, Cells]], job: Job) -> tuple[str, ...]:
    found = next((cells for number, cells in lines if number == job.header_row), None)
    if found is None or blank(found):
        what = f"has no header in row {job.header_row}"
        raise Refused(job.where, what, "give the row of the header as header_row in source.toml")
    names = tuple((cell or "").strip() for cell in found)
    # Where something is sealed the header counts as it stands: a row that is shorter may be a row that has shifted.
    return names if job.sealed else names[: _used(names, lines)]


def _used(names: Sequence[str], lines: Sequence[tuple[int, Cells]]) -> int:
    """How many columns have a header, or hold anything at all."""
    width = len(names)
    while width and not names[width - 1] and not any(len(cells) >= width and cells[width - 1] for _, cells in lines):
        width -= 1
    return width


def _odd_headers(header: Sequence[str], where: str) -> list[SetAside]:
    told = []
    for name, times in sorted(Counter(visible(each) for each in header if each).items()):
        if times > 1:
            what = f"{times} columns are headed {name!r}; the first is read"
            told.append(SetAside(where, what, "give each column a header of its own in a copy of the file", False))
    bare = [n for n, each in enumerate(header, 1) if not each]
    if bare:
        what = f"{numbered(bare, 'column')} {'have' if len(bare) > 1 else 'has'} no header and cannot be read"
        told.append(SetAside(where, what, "ask its publisher what stands there", False))
    return told


def _repeats(cells: Cells, header: Sequence[str]) -> bool:
    return (cells[0] or "").strip() == header[0] and all(
        (cell or "").strip() == name for cell, name in zip(cells, header, strict=False)
    )


@cache
def _total_words() -> frozenset[str]:
    text = files("recount.ingestion").joinpath("data/totals.csv").read_text(encoding="utf-8")
    return frozenset(row[0].casefold() for row in list(csv.reader(text.splitlines()))[1:])


def _without_totals(rows: list[Row], where: str) -> tuple[list[Row], list[SetAside]]:
    """Take a total off the end of a table: a label from the list of such words, and few other cells."""
    told = []
    while rows and _is_total(rows[-1]):
        last = rows.pop()
        remedy = "nothing to do; if it is an entry, give it the words of an entry"
        told.append(SetAside(f"{where}, row {last.number}", "is a total and was left out", remedy))
    return rows, told


def _is_total(row: Row) -> bool:
    full = [cell.strip() for cell in row.cells if cell and cell.strip()]
    words = [cell for cell in full if cell.rstrip(":： ").casefold() in _total_words()]
    return len(words) == 1 and all(cell in words or cell.replace(",", "").isdecimal() for cell in full)
