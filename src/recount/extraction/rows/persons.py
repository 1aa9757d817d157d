"""Rows that stand for one person each: registers, victims' lists, hospital lists."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from recount.extraction.rows import ages, times
from recount.extraction.rows.codes import cause, code
from recount.extraction.rows.parties import attribution
from recount.extraction.rows.places import place
from recount.extraction.rows.sheet import Entry, Sheet
from recount.extraction.rows.told import Unread
from recount.extraction.rows.words import folded, lexicon
from recount.language.scripts import script_of
from recount.model.assertions import Record, Script, WrittenName
from recount.model.codes import Cause, Outcome, Sex, Status
from recount.model.ids import content_id
from recount.model.values import Age, Period

_NUMBERED = re.compile(r"[\s#.(-]*(?:\bno\.?|\bnumber|رقم)?[\s#]*\d+\)?$")
_ALIASES = re.compile(r"\s*/\s*|\s*\|\s*|\s*\n\s*")


_SEVERAL = re.compile(r"\s*[;؛/|\n]\s*")


def records(sheet: Sheet) -> Iterator[Record]:
    """One record a row. A row without a name is a person too (rule 18); a row without anything is set aside."""
    codes: dict[str, int] = {}
    for entry in sheet.entries():
        if entry.blank:
            entry.refuse("says nothing about anybody", "fill it in at its source, or leave it")
            continue
        yield _record(entry)
        _tell_twin(entry, codes)


def _record(entry: Entry) -> Record:
    died, registered = times.death(entry), times.day(entry, "registered")
    times.tell_order(entry, "died", None if died is None else died.start, registered, "after the registration")
    born, birth_year = times.day(entry, "birth_date"), entry.read("birth_year", ages.birth_year)
    cause_written, found_cause = cause(entry)
    return Record(
        id=content_id("r", entry.identity()),
        locator=entry.locator(),
        source=entry.sheet.source.id,
        names=_names(entry),
        sex=code(entry, "sex", Sex) or Sex.UNKNOWN,
        age=_age(entry, died, born, birth_year),
        birth_year=birth_year if born is None else born.year,
        outcome=_outcome(entry),
        died=died,
        registered=registered,
        place=place(entry),
        cause_written=cause_written,
        cause=found_cause or Cause.UNKNOWN,
        status=code(entry, "status", Status) or Status.UNKNOWN,
        attribution=attribution(entry, entry.sheet.source.name),
        official_id=entry.given("official_id"),
        own_code=entry.given("code"),
        incident=entry.given("incident"),
        list_version=entry.sheet.document.version,
        birth_date=born,
    )


def _outcome(entry: Entry) -> Outcome:
    """Killed in a list of the dead; where a column says what became of each, nobody is killed who is not said to be."""
    found = code(entry, "outcome", Outcome)
    if found is not None:
        return found
    if "outcome" not in entry.sheet.columns:
        return Outcome.KILLED
    if entry.given("outcome") is None:
        entry.tell(
            "outcome", Unread("the outcome is not given", "counted as a casualty, not as killed; ask its keeper")
        )
    return Outcome.CASUALTY


def _names(entry: Entry) -> tuple[WrittenName, ...]:
    """Every name as written, alternatives after a stroke as names of their own; none for a word like `unidentified`."""
    found: list[WrittenName] = []
    for field, script in (("name", None), ("name_arabic", Script.ARABIC), ("name_latin", Script.LATIN)):
        written = entry.written(field)
        if written is None or _unnamed(written):
            continue
        for part in _ALIASES.split(unicodedata.normalize("NFC", written)):
            found += _once(_name(entry, field, part, script), found) if part and not _unnamed(part) else []
    for part in _SEVERAL.split(unicodedata.normalize("NFC", entry.given("aliases") or "")):
        found += _once(_name(entry, "aliases", part, None), found) if part and not _unnamed(part) else []
    return tuple(found)


def _once(name: WrittenName | None, found: list[WrittenName]) -> list[WrittenName]:
    return [] if name is None or name in found else [name]


def _unnamed(text: str) -> bool:
    """Whether a cell says that there is no name, such as `unidentified` or `Unknown man no. 12`."""
    word = folded(text)
    return word in lexicon("unnamed") or _NUMBERED.sub("", word) in lexicon("unnamed")


def _name(entry: Entry, field: str, part: str, script: Script | None) -> WrittenName | None:
    actual = script_of(part)
    if not any(letter.isalpha() for letter in part):
        entry.tell(field, Unread("a name without letters", "correct it in hand/corrections.csv, with the reason"))
        return None
    if script is not None and actual not in (script, Script.OTHER):
        what = f"the name is in {actual} script, not {script}"
        entry.tell(field, Unread(what, "kept as what it is; map the column to another field if all its rows are so"))
    return WrittenName(part, actual)


def _age(entry: Entry, died: Period | None, born: date | None, birth_year: int | None) -> Age | None:
    """The age as written, else what follows from the dates of birth and death; where both disagree, that is told."""
    stated, computed = entry.read("age", ages.age), _computed(died, born, birth_year)
    if stated is None:
        return computed
    if computed is not None and (stated.low > computed.high + 1 or stated.high < computed.low - 1):
        what = f"the age does not fit the birth: {computed.low}–{computed.high} by the dates"
        entry.tell("age", Unread(what, "kept as written; correct what is wrong in hand/corrections.csv"))
    return stated


def _computed(died: Period | None, born: date | None, birth_year: int | None) -> Age | None:
    if died is None or died.start is None or died.end is None:
        return None
    if born is not None:
        first, last = ages.between(born, died.start), ages.between(born, died.end)
        return None if first is None or last is None else Age(first.low, last.high)
    if birth_year is None or died.start.year != died.end.year:
        return None
    return ages.from_years(birth_year, died.start.year)


def _tell_twin(entry: Entry, codes: dict[str, int]) -> None:
    """Two rows of one list with one code: a doubled row or a slip, and a reviewer's matter."""
    own = entry.given("code")
    if own is None:
        return
    first = codes.setdefault(own, entry.row.number)
    if first != entry.row.number:
        what = f"the code {own[:40]!r} is also that of row {first}"
        entry.tell("code", Unread(what, "both rows are kept; ask the keeper of the list which is right"))
