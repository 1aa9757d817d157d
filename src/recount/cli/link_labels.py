"""Pairs of rows that somebody has decided on, read from a CSV for `recount link --labels`."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from recount.cli.link_lists import List
from recount.errors import CaseError
from recount.model.decisions import Judgement, Question, Verdict, subject_of

_COLUMNS = ("list", "row", "other_list", "other_row", "same")
_ANSWERS = {"yes": Judgement.YES, "no": Judgement.NO}


def verdicts(path: Path, read: Sequence[List]) -> tuple[Verdict, ...]:
    """What was decided of pairs of rows: columns `list`, `row`, `other_list`, `other_row`, and `same`, yes or no.

    Raises:
        CaseError: the file cannot be read, or a line of it names no row that was read.
    """
    people = {(one.name, number): record.id for one in read for number, record in one.people.items()}
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return tuple(_read(path, csv.DictReader(file), people))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise CaseError(f"{path}: cannot be read as a CSV in UTF-8 ({error})") from error


def _read(path: Path, rows: "csv.DictReader[str]", people: Mapping[tuple[str, int], str]) -> Iterator[Verdict]:
    missing = [column for column in _COLUMNS if column not in (rows.fieldnames or ())]
    if missing:
        raise CaseError(f"{path}: has no column {', '.join(missing)}; it needs {', '.join(_COLUMNS)}")
    for row in rows:
        at = f"{path}, line {rows.line_num}"
        pair = [_person(at, row[name], row[number], people) for name, number in (_COLUMNS[:2], _COLUMNS[2:4])]
        answer = _ANSWERS.get((row["same"] or "").strip().casefold())
        if answer is None:
            raise CaseError(f"{at}: same is {row['same']!r}; write yes or no")
        yield Verdict(Question.SAME_PERSON, subject_of(Question.SAME_PERSON, pair), answer, None, ())


def _person(at: str, name: str | None, number: str | None, people: Mapping[tuple[str, int], str]) -> str:
    row = (number or "").strip()
    found = people.get((name or "", int(row))) if row.isdecimal() else None
    if found is None:
        lists = ", ".join(sorted({one for one, _ in people}))
        raise CaseError(f"{at}: no person was read in row {number!r} of {name!r}; the lists are {lists}")
    return found
