"""A build as a compact record, kept in build/builds/, so that any later one can be held against it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from recount.model.assertions import Acknowledgement, Claim, Record
from recount.model.changes import (
    BuildRecord,
    DecisionRecord,
    DocumentRecord,
    FigureRecord,
    LineRecord,
    PersonRecord,
    Resting,
)
from recount.model.evidence import Document, Locator, Row, Source
from recount.model.findings import Findings
from recount.model.ids import digest
from recount.model.ledger import Effect, Figure, Line
from recount.pipeline.released import people_by_rows
from recount.store import encode
from recount.store.files import write_atomically
from recount.store.program import program_version

KEPT = 20
"""How many records of builds stay in build/builds/."""
_SHORT, _NAME = 12, 16

_Read = Claim | Record | Acknowledgement


def record_of(findings: Findings) -> BuildRecord:
    """What a build was made of and came to."""
    roots = _Roots(findings)
    return BuildRecord(
        case=findings.case.name,
        program=program_version(),
        figures=tuple(_figure(figure, roots) for figure in findings.figures),
        documents=tuple(_document(document) for document in sorted(findings.documents, key=lambda one: one.path)),
        sources=tuple((source.id, _described(source)) for source in findings.sources),
        decisions=tuple(
            DecisionRecord(one.id, f"{one.question} {one.judgement}: {one.reason}", one.id in findings.stale)
            for one in findings.decisions
        ),
        settings=findings.method,
        people=tuple(PersonRecord(one, rows) for one, rows in sorted(people_by_rows(findings).items())),
    )


def keep_record(folder: Path, head: str, complete: Callable[[], Findings]) -> None:
    """Leave a record of a build under the head of its release, unless there is one; the latest `KEPT` stay."""
    path = folder / f"{head[:_NAME]}.json"
    if path.exists():
        return
    write_atomically(path, encode(record_of(complete())))
    kept = sorted(folder.glob("*.json"), key=lambda one: (one.stat().st_mtime_ns, one.name))
    for old in kept[:-KEPT]:
        old.unlink()


def _described(source: Source) -> str:
    return digest(encode(source))[:_SHORT]


def _document(document: Document) -> DocumentRecord:
    rows = [row for table in document.tables for row in table.rows]
    numbers = tuple(row.number for row in rows)
    return DocumentRecord(document.path, document.sha256, tuple(_row(row) for row in rows), numbers)


def _row(row: Row) -> str:
    return digest(encode(row.cells))[:_SHORT]


def _figure(figure: Figure, roots: "_Roots") -> FigureRecord:
    balance = figure.balance
    lines = tuple(_line(line, roots) for line in figure.lines)
    return FigureRecord(figure.name, balance.interval, balance.unknown, lines)


def _line(line: Line, roots: "_Roots") -> LineRecord:
    adds = line.effect is Effect.ADDS
    rests, decisions = roots.of(line.evidence)
    return LineRecord(line.label, line.says, line.rule, line.amount, adds, rests, decisions)


class _Roots:
    """From the evidence of a line down to the rows and words it stands in, and the decisions that shaped it."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._kept: dict[str, tuple[frozenset[str], frozenset[str]]] = {}

    def of(self, evidence: Iterable[str]) -> tuple[tuple[Resting, ...], tuple[str, ...]]:
        """The documents behind some evidence with a digest of what is taken from each, and the decisions."""
        found: dict[str, set[str]] = {}
        decisions: set[str] = set()
        for one in evidence:
            read, decided = self._below(one)
            decisions |= decided
            for assertion in read:
                path, words = self._words[assertion]
                found.setdefault(path, set()).add(words)
        rests = tuple(Resting(path, len(words), _short(words)) for path, words in sorted(found.items()))
        return rests, tuple(sorted(decisions))

    def _below(self, one: str) -> tuple[frozenset[str], frozenset[str]]:
        if one in self._words:
            return frozenset((one,)), frozenset()
        if one in self._findings_decisions:
            return frozenset(), frozenset((one,))
        if one not in self._kept:
            self._kept[one] = self._spread(one)
        return self._kept[one]

    def _spread(self, one: str) -> tuple[frozenset[str], frozenset[str]]:
        below, decided = self._parts.get(one, ((), ()))
        inner = [self._below(each) for each in below]
        read = frozenset().union(*(found for found, _ in inner))
        return read, frozenset(decided).union(*(more for _, more in inner))

    @cached_property
    def _findings_decisions(self) -> frozenset[str]:
        return frozenset(one.id for one in self._findings.decisions)

    @cached_property
    def _parts(self) -> Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]:
        """What victims and incidents are made of, and the decisions on them and on their grades."""
        known = self._findings
        graded: dict[str, list[str]] = {}
        for one in known.assessments:
            if one.decision is not None:
                graded.setdefault(one.incident, []).append(one.decision)
        parts = {victim.id: (victim.records, victim.decisions) for victim in known.resolution.victims}
        for incident in known.incidents:
            below = (*incident.claims, *incident.acknowledgements, *incident.victims)
            parts[incident.id] = (below, (*incident.decisions, *graded.get(incident.id, ())))
        return parts

    @cached_property
    def _words(self) -> Mapping[str, tuple[str, str]]:
        """The document each assertion stands in, and what it says there."""
        documents = {document.id: document for document in self._findings.documents}
        rows = {
            (document.id, table.sheet, row.number): row
            for document in documents.values()
            for table in document.tables
            for row in table.rows
        }
        return {one.id: _where(one.locator, documents, rows) for one in _read(self._findings)}


def _read(findings: Findings) -> Iterator[_Read]:
    yield from findings.claims
    yield from findings.records
    yield from findings.acknowledgements


def _where(
    locator: Locator, documents: Mapping[str, Document], rows: Mapping[tuple[str, str | None, int], Row]
) -> tuple[str, str]:
    document = documents.get(locator.document)
    path = locator.document if document is None else document.path
    row = rows.get((locator.document, locator.sheet, locator.row or 0))
    if row is not None:
        return path, f"{locator.column or ''} {_row(row)}"
    text = "" if document is None or document.text is None else document.text[locator.start : locator.end]
    return path, f"{locator.start} {text}"


def _short(words: Iterable[str]) -> str:
    return digest("\x1f".join(sorted(words)).encode())[:_SHORT]
