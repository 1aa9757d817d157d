"""The ids that people have had in releases: kept in the case's folder, so that a person keeps one as the case grows.

`releases/people.csv` is written by `recount publish` and by nothing else. It holds no names: of every person the id and
a short digest of each of their rows; of every id that is nobody's any more, whose it became. It is an input like any
other: with it a build gives the same bytes wherever it is made, without it ids are a function of the rows alone.
"""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from recount.case import Case
from recount.errors import CaseError
from recount.linkage.history import History, Holding, renamed, who_is_who
from recount.model.assertions import Record
from recount.model.evidence import Document
from recount.model.findings import Findings
from recount.model.ids import digest
from recount.model.people import Resolution, Victim
from recount.store import encode
from recount.store.files import write_atomically

_SHORT = 12
_COLUMNS = ["id", "became", "rows"]


@dataclass(frozen=True, slots=True)
class Released:
    """Whose each id was in the last release (id, rows), and whose those became that are gone (id, ids)."""

    people: tuple[tuple[str, tuple[str, ...]], ...] = ()
    gone: tuple[tuple[str, tuple[str, ...]], ...] = ()


def path_of(case: Case) -> Path:
    """Where the ids of releases are kept."""
    return case.root / "releases" / "people.csv"


def released(case: Case) -> Released:
    """The ids of releases, none before the first one.

    Raises:
        CaseError: the file is there and does not hold them.
    """
    path = path_of(case)
    if not path.is_file():
        return Released()
    try:
        rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8"))))
        found = [(row["id"], tuple(row["became"].split()), tuple(row["rows"].split())) for row in rows]
    except (OSError, ValueError, KeyError, AttributeError) as error:
        raise CaseError(f"{path}: is not as `recount publish` writes it ({error!r}); take it from a backup") from error
    return Released(
        tuple((one, rows) for one, _, rows in found if rows),
        tuple((one, became) for one, became, rows in found if not rows),
    )


def carried(before: Released, after: Resolution, marks: Mapping[str, str]) -> Resolution:
    """A resolution under the ids that its people had in the last release."""
    told = who_is_who(dict(before.people), _holding(after.victims, marks))
    return renamed(after, told, {one for one, _ in (*before.people, *before.gone)})


def keep_released(case: Case, findings: Findings) -> None:
    """Note the ids of a release, and what became of those of earlier ones."""
    now = people_by_rows(findings)
    rows = [(one, "", " ".join(rows)) for one, rows in sorted(now.items())]
    rows += [(one, " ".join(became), "") for one, became in sorted(_gone(released(case), now).items())]
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerows([_COLUMNS, *rows])
    write_atomically(path_of(case), file.getvalue().encode())


def _gone(before: Released, now: Holding) -> dict[str, tuple[str, ...]]:
    """Whose each id became that is nobody's now, followed on through everybody gone since."""
    told = who_is_who(dict(before.people), now)
    found = {one: _heirs(one, told) for one, _ in before.people if one not in now}
    for one, became in before.gone:
        if one not in now:
            found[one] = tuple(dict.fromkeys(last for heir in became for last in found.get(heir, (heir,))))
    return found


def _heirs(one: str, told: History) -> tuple[str, ...]:
    return (told.moved[one],) if one in told.moved else ()


def people_by_rows(findings: Findings) -> dict[str, tuple[str, ...]]:
    """People by id, each with the marks of their rows."""
    return _holding(findings.resolution.victims, row_marks(findings.records, findings.documents))


def _holding(people: Iterable[Victim], marks: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    return {one.id: tuple(marks[record] for record in one.records) for one in people}


def row_marks(records: Iterable[Record], documents: Iterable[Document]) -> dict[str, str]:
    """A mark for every record that stays when a row moves or its file is sent anew.

    It is made of the source with the list's own code for the entry, where no other has it; else of the cells. Of equal
    rows each has a mark of its own, in their order.
    """
    rows = {
        (each.id, table.sheet, row.number): row for each in documents for table in each.tables for row in table.rows
    }
    ordered = sorted(records, key=lambda one: (one.source, one.list_version or "", one.locator.row or 0, one.id))
    codes = Counter((record.source, record.list_version, record.own_code) for record in ordered)
    met: Counter[str] = Counter()
    found = {}
    for record in ordered:
        if record.own_code is not None and codes[record.source, record.list_version, record.own_code] == 1:
            says = f"code {record.own_code}"
        else:
            row = rows.get((record.locator.document, record.locator.sheet, record.locator.row or 0))
            says = record.id if row is None else encode(row.cells).decode()
        key = f"{record.source} {says}"
        met[key] += 1
        found[record.id] = digest(f"{key} {met[key]}".encode())[:_SHORT]
    return found
