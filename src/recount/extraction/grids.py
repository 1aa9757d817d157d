"""Tables inside a report's text: rows of cells between bars, as readers of pages and Markdown write them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_ROW = re.compile(r"^[ \t]*\|.*\|[ \t]*$", re.MULTILINE)
_RULE = re.compile(r"^[\s|:-]+$")
_MOST_CELLS = 20_000


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its words at characters [start, end) of the text, both the same where it is empty."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Grid:
    """One table at characters [start, end): its rows from the top, rules between rows left out."""

    start: int
    end: int
    rows: tuple[tuple[Cell, ...], ...]


def grids(text: str) -> list[Grid]:
    """The tables of a text, in order: two rows or more of two cells or more, on lines that follow one another."""
    if "|" not in text:
        return []
    found: list[Grid] = []
    lines: list[re.Match[str]] = []
    for line in _ROW.finditer(text):
        if lines and text[lines[-1].end() : line.start()].strip(" \t") != "\n":
            _close(text, lines, found)
            lines = []
        lines.append(line)
    _close(text, lines, found)
    return found


def _close(text: str, lines: Sequence[re.Match[str]], found: list[Grid]) -> None:
    """The tables of lines that follow one another: a rule stands under the first row of each."""
    opens = [at - 1 for at, line in enumerate(lines) if at > 1 and _RULE.match(line.group())]
    for first, last in pairwise([0, *opens, len(lines)]):
        rows = tuple(
            _cells(text, line.start(), line.end()) for line in lines[first:last] if not _RULE.match(line.group())
        )
        wide = max((len(row) for row in rows), default=0)
        if len(rows) > 1 and wide > 1 and sum(map(len, rows)) <= _MOST_CELLS:
            found.append(Grid(lines[first].start(), lines[last - 1].end(), rows))


def _cells(text: str, start: int, end: int) -> tuple[Cell, ...]:
    bars = [at for at in range(start, end) if text[at] == "|"]
    return tuple(_cell(text, first + 1, last) for first, last in pairwise(bars))


def _cell(text: str, start: int, end: int) -> Cell:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Cell(text[start:end], start, end)
