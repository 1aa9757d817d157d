"""What could not be read, one line per distinct reason with the rows it stands in, so that 5,000 rows say it once."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

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
        lines: list[SetAside] = []
        kinds: dict[_Reason, list[list[int]]] = {}
        for reason, rows in self.rows.items():
            alike = kinds.setdefault(replace(reason, what=""), [])
            alike.append(rows)
            if len(alike) <= _DISTINCT or reason.whole:
                lines.append(self._line(reason, rows))
        for kind, alike in kinds.items():
            if len(alike) > _DISTINCT and not kind.whole:
                left = alike[_DISTINCT:]
                more = replace(kind, what=f"{len(left):,} more such values")
                lines.append(self._line(more, [row for rows in left for row in rows]))
        return tuple(lines)

    def _line(self, reason: _Reason, rows: list[int]) -> SetAside:
        where = self.document.path if reason.sheet is None else f"{self.document.path}, sheet {reason.sheet}"
        where = f"{where}, {numbered(rows)}" + ("" if reason.column is None else f", column {reason.column}")
        what = reason.what if len(rows) == 1 else f"{reason.what} ({len(rows):,} rows)"
        return SetAside(where, what, reason.remedy, reason.whole)


def numbered(numbers: Iterable[int]) -> str:
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
    return f"row{'s' if len(ordered) > 1 else ''} {shown}{f' and {more} more' if more else ''}"
