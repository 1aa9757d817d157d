"""What could not be read, one line per distinct reason with the rows it stands in, so that 5,000 rows say it once."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from recount.errors import RecountError
from recount.model.evidence import Document, SetAside

_DISTINCT = 50
"""How many different values of one column are told one by one."""


class Unread(RecountError):
    """A cell that cannot be read: what is wrong with it, and what to do."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"{what}; {remedy}")
        self.what = what
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class _Reason:
    sheet: str | None
    column: str | None
    what: str
    remedy: str
    whole: bool


@dataclass(slots=True)
class Told:
    """Gathers what is set aside while a document is read."""

    document: Document
    rows: dict[_Reason, list[int]] = field(default_factory=dict)

    def cell(self, at: tuple[str | None, int], column: str | None, problem: Unread) -> None:
        """A value was left out, or is doubtful; the row goes on."""
        self._add(_Reason(at[0], column, problem.what, problem.remedy, False), at[1])

    def row(self, at: tuple[str | None, int], problem: Unread) -> None:
        """A row was left out whole."""
        self._add(_Reason(at[0], None, problem.what, problem.remedy, True), at[1])

    def _add(self, reason: _Reason, row: int) -> None:
        rows = self.rows.setdefault(reason, [])
        if not rows or rows[-1] != row:
            rows.append(row)

    def lines(self) -> tuple[SetAside, ...]:
        """Everything that was set aside, in the order it was met."""
        kinds: dict[tuple[str | None, str], int] = {}
        lines: list[SetAside] = []
        more: dict[tuple[str | None, str], list[int]] = {}
        for reason, rows in self.rows.items():
            kind = (reason.column, reason.remedy)
            kinds[kind] = kinds.get(kind, 0) + 1
            if kinds[kind] > _DISTINCT and not reason.whole:
                more.setdefault(kind, []).extend(rows)
            else:
                lines.append(self._line(reason, rows))
        return (*lines, *(self._rest(column, remedy, kinds, rows) for (column, remedy), rows in more.items()))

    def _line(self, reason: _Reason, rows: list[int]) -> SetAside:
        where = self.document.path if reason.sheet is None else f"{self.document.path}, sheet {reason.sheet}"
        where = f"{where}, {numbered(rows)}" + ("" if reason.column is None else f", column {reason.column}")
        what = reason.what if len(rows) == 1 else f"{reason.what} ({len(rows):,} rows)"
        return SetAside(where, what, reason.remedy, reason.whole)

    def _rest(
        self, column: str | None, remedy: str, kinds: dict[tuple[str | None, str], int], rows: list[int]
    ) -> SetAside:
        number = kinds[column, remedy] - _DISTINCT
        where = f"{self.document.path}, {numbered(rows)}, column {column}"
        return SetAside(where, f"{number:,} more such values ({len(rows):,} rows)", remedy, False)


def numbered(numbers: Iterable[int]) -> str:
    """Row numbers as a person would list them: `row 3`, `rows 3, 9, 12–40`; at most 30 stretches, the rest counted."""
    ordered = sorted(set(numbers))
    stretches: list[tuple[int, int]] = []
    for number in ordered:
        if stretches and number == stretches[-1][1] + 1:
            stretches[-1] = (stretches[-1][0], number)
        else:
            stretches.append((number, number))
    shown = ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in stretches[:30])
    more = sum(b - a + 1 for a, b in stretches[30:])
    return f"row{'s' if len(ordered) > 1 else ''} {shown}{f' and {more} more' if more else ''}"
