"""Records as columns: what the comparisons read, one row a record in order of id."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from recount.language.arabic import western_digits
from recount.language.names import Name, Role, parse
from recount.language.scripts import visible
from recount.linkage.homes import Address, address
from recount.model.assertions import Record
from recount.model.codes import Cause, Precision, Sex
from recount.model.values import Period

MOST_PARTS = 5
"""Parts of a name that are compared: the first four and the last."""


@dataclass(frozen=True)
class Columns:
    """Records of a case ready to be compared. Every list has one entry a record, in order of record id.

    `names` are all names a record gives, taken apart; a name without parts is left out. Days are proleptic ordinals;
    `born` are days of birth in eight digits.
    """

    records: tuple[Record, ...]
    names: tuple[tuple[Name, ...], ...]
    sex: tuple[str | None, ...]
    age: tuple[tuple[int, int] | None, ...]
    died: tuple[tuple[int, int] | None, ...]
    registered: tuple[int | None, ...]
    place: tuple[tuple[str, ...] | None, ...]
    cause: tuple[str | None, ...]
    official: tuple[str | None, ...]
    code: tuple[str | None, ...]
    born: tuple[str | None, ...]
    home: tuple[Address, ...]

    @cached_property
    def compared(self) -> tuple[tuple[tuple[str, ...], ...], ...]:
        """The words of every name of each record that are compared."""
        return tuple(tuple(compared(name) for name in names) for names in self.names)

    @cached_property
    def listed(self) -> NDArray[np.int64]:
        """The list of each record by number; every version of a list is a list of its own."""
        return numbered([f"{record.source}@{record.list_version or ''}" for record in self.records])


def columns(records: Sequence[Record]) -> Columns:
    """Records as columns, sorted by id so that the order of reading is immaterial."""
    ordered = tuple(sorted(records, key=lambda record: record.id))
    return Columns(
        records=ordered,
        names=tuple(_names(record) for record in ordered),
        sex=tuple(None if record.sex is Sex.UNKNOWN else record.sex.value for record in ordered),
        age=_ages(ordered),
        died=tuple(_days(record.died) for record in ordered),
        registered=tuple(None if record.registered is None else record.registered.toordinal() for record in ordered),
        place=tuple(
            record.place.path if record.place is not None and record.place.path else None for record in ordered
        ),
        cause=tuple(None if record.cause is Cause.UNKNOWN else record.cause.name for record in ordered),
        official=tuple(_code(record.official_id) for record in ordered),
        code=tuple(_code(record.own_code) for record in ordered),
        born=tuple(record.birth_date.strftime("%Y%m%d") if record.birth_date else None for record in ordered),
        home=tuple(address(record) for record in ordered),
    )


def numbered(values: Sequence[str | None]) -> NDArray[np.int64]:
    """Values as numbers in their order, -1 for none."""
    order = {value: number for number, value in enumerate(sorted({value for value in values if value is not None}))}
    return np.array([-1 if value is None else order[value] for value in values], dtype=np.int64)


_FLOAT = re.compile(r"(\d+)\.0+")
_EXPONENT = re.compile(r"\d(?:\.\d+)?[eE]\+?\d+")


def _code(written: str | None) -> str | None:
    """A code as it was before a spreadsheet made a number of it: 12345.0 is 12345, and 1.2E+11 is none any more."""
    plain = western_digits(visible(written or "")).casefold()
    if _EXPONENT.fullmatch(plain):
        return None
    whole = _FLOAT.fullmatch(plain)
    return (whole[1] if whole else plain) or None


def _names(record: Record) -> tuple[Name, ...]:
    parsed = (parse(name.text) for name in record.names)
    return tuple(name for name in parsed if name.parts)


def _ages(records: Sequence[Record]) -> tuple[tuple[int, int] | None, ...]:
    """Ages; where no list gives any, nor a date to reckon one by, years of birth are compared as ages in one year."""
    found = tuple(_age(record) for record in records)
    if any(age is not None for age in found):
        return found
    years = [record.birth_year for record in records]
    last = max((year for year in years if year is not None), default=0)
    return tuple(None if year is None else (last - year, last - year) for year in years)


def _age(record: Record) -> tuple[int, int] | None:
    if record.age is not None:
        return record.age.low, record.age.high
    day = _last_day(record)
    if record.birth_year is None or day is None:
        return None
    return max(day.year - record.birth_year - 1, 0), max(day.year - record.birth_year, 0)


def _last_day(record: Record) -> date | None:
    return record.died.end if record.died is not None and record.died.end is not None else record.registered


def _days(period: Period | None) -> tuple[int, int] | None:
    """First and last day, None where an end is open: half a date would look like agreement with half the war."""
    if period is None or period.start is None or period.end is None:
        return None
    if period.precision is Precision.YEAR:
        return None
    return period.start.toordinal(), period.end.toordinal()


def compared(name: Name) -> tuple[str, ...]:
    """The words of a name that are compared, the given name first and empty for an unnamed infant."""
    words = [part.word for part in name.parts]
    if any(len(word) > 1 for word in words):
        # An initial may stand for anything: it says nothing.
        words = [word if len(word) > 1 else "" for word in words]
    if name.parts and name.parts[0].role is not Role.GIVEN:
        words = ["", *words]
    return tuple(words if len(words) <= MOST_PARTS else [*words[: MOST_PARTS - 1], words[-1]])
