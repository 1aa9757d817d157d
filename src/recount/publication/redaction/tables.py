"""Lists, and the rows of their tables as far as the policy allows."""

from collections.abc import Mapping
from dataclasses import dataclass

from recount.model.assertions import Acknowledgement, Claim, Proposition, Record
from recount.model.evidence import Document, Row, Rows, Source, Table
from recount.model.exhibits import Exhibit, Tally
from recount.publication.public import PublicEvidence, PublicReport, PublicRow, PublicSource, PublicTable, PublicUse
from recount.publication.redaction import words
from recount.publication.redaction.catalogue import Catalogue, cell_anchor, of_people, source_href
from recount.publication.redaction.custody import custody
from recount.publication.redaction.evidence import Resolver
from recount.publication.redaction.naming import Naming
from recount.publication.redaction.people import cells
from recount.publication.redaction.resting import in_order

HARMLESS = frozenset({"sex", "registered", "cause", "status", "party", "ground"})
"""Fields of a person's row that name nobody and find no home."""

Resting = Mapping[str, tuple[PublicUse, ...]]
Located = Mapping[tuple[str, str | None, int], tuple[tuple[str, str], ...]]
"""Per row the assertions read from it: (id, anchor of the cell)."""


def sources(resolve: Resolver, reports: tuple[PublicReport, ...], resting: Resting) -> tuple[PublicSource, ...]:
    """Every source with its documents."""
    read = (_located(resolve.found), resting)
    return tuple(_source(resolve, source, reports, read) for source in resolve.found.findings.sources)


def _source(
    resolve: Resolver, source: Source, reports: tuple[PublicReport, ...], read: tuple[Located, Resting]
) -> PublicSource:
    found = resolve.found
    documents = [document for document in found.findings.documents if document.source == source.id]
    mine = {document.id for document in documents}
    withheld = of_people(source) and not resolve.policy.show_rows
    records = [record for record in found.findings.records if record.source == source.id]
    tables = [
        _table(resolve, source, document, number, read)
        for document in documents
        for number in range(len(document.tables))
    ]
    return PublicSource(
        id=source.id,
        href=source_href(source.id),
        words=words.source(source),
        kind=source.kind,
        language=source.language,
        licence=source.licence,
        url=source.url,
        obtained=source.obtained,
        depends_on=tuple(words.source(found.sources.get(other), other) for other in source.depends_on),
        note=source.note,
        rows=sum(len(table.rows) for document in documents for table in document.tables),
        reports=sum(document.text is not None for document in documents),
        people=len({found.person_of[record.id].id for record in records if record.id in found.person_of}),
        tables=() if withheld else tuple(tables),
        documents=tuple(report for report in reports if report.id in mine),
        cells=cells(records, resolve.policy.k) if withheld else (),
        withheld=withheld,
        columns=source.mapping.columns if source.mapping is not None else (),
    )


@dataclass(frozen=True, slots=True)
class _Opening:
    """How a table is opened: `hidden` columns nobody sees, `closed` those not seen of people who are not named."""

    document: Document
    table: Table
    located: Located
    hidden: frozenset[str]
    closed: frozenset[str]
    resting: Resting


def _table(
    resolve: Resolver, source: Source, document: Document, number: int, read: tuple[Located, Resting]
) -> PublicTable:
    located, resting = read
    table = document.tables[number]
    why = _hidden(resolve, source, table)
    hidden = frozenset(why)
    closed = hidden | _all_but_harmless(source, table) if of_people(source) else hidden
    opening = _Opening(document, table, located, hidden, closed, resting)
    return PublicTable(
        id=f"{document.id}-{number + 1}",
        document=document.id,
        source=source.id,
        words=words.source(source),
        sheet=table.sheet,
        header=table.header,
        hidden=tuple(sorted(why.items())),
        rows=tuple(_row(resolve, opening, row) for row in table.rows),
        version=document.version,
        sha256=document.sha256,
        path=document.path,
        custody=custody(document, source),
    )


def _hidden(resolve: Resolver, source: Source, table: Table) -> dict[str, str]:
    """The columns nobody may see, with why: sealed by the source, or closed by the naming policy."""
    mapping = source.mapping
    if mapping is None:
        return {}
    hidden = {column: "sealed" for column in mapping.sealed if column in table.header}
    if mapping.rows is Rows.PERSONS and resolve.policy.adults is not Naming.FULL:
        harmless = {column for field, column in mapping.columns if field in HARMLESS}
        hidden |= {column: "naming" for column in table.header if column not in harmless and column not in hidden}
    return hidden


def _row(resolve: Resolver, opening: _Opening, row: Row) -> PublicRow:
    here = opening.located.get((opening.document.id, opening.table.sheet, row.number), ())
    anchors = {anchor for _, anchor in here}
    hidden = (
        opening.closed if opening.closed != opening.hidden and not _named_in_full(resolve, here) else opening.hidden
    )
    header = opening.table.header
    return PublicRow(
        number=row.number,
        cells=tuple(None if name in hidden else cell for name, cell in zip(header, row.cells, strict=False)),
        anchors=tuple(_anchor(row, column, anchors) for column in range(len(header))),
        leads=_leads(resolve, here),
        rests=_rests(opening.resting, here),
    )


def _rests(resting: Resting, here: tuple[tuple[str, str], ...]) -> tuple[PublicUse, ...]:
    """The figures that rest on a row, each once, in their order."""
    found = [resting.get(key, ()) for key, _ in here]
    if len(found) < 2 or len(set(found)) == 1:
        return found[0] if found else ()
    return in_order(use for uses in found for use in uses)


def _anchor(row: Row, column: int, anchors: set[str]) -> str | None:
    name = f"r{row.number}c{column + 1}"
    return name if name in anchors else None


def _named_in_full(resolve: Resolver, here: tuple[tuple[str, str], ...]) -> bool:
    """Whether everyone a row speaks of may be named in full; a row nobody could read is shown to nobody."""
    found = resolve.found
    ages = [found.person_of[key].age for key, _ in here if key in found.person_of]
    ages += [found.records[key].age for key, _ in here if key in found.records]
    return bool(ages) and all(resolve.policy.of(age) is Naming.FULL for age in ages)


def _all_but_harmless(source: Source, table: Table) -> frozenset[str]:
    fields = source.mapping.columns if source.mapping is not None else ()
    return frozenset(table.header) - {column for field, column in fields if field in HARMLESS}


def _leads(resolve: Resolver, here: tuple[tuple[str, str], ...]) -> tuple[PublicEvidence, ...]:
    """Where a row leads: to the person or the event it is about."""
    found = resolve.found
    ids = [found.person_of[key].id for key, _ in here if key in found.person_of]
    ids += [found.incident_of[key].id for key, _ in here if key in found.incident_of]
    return resolve.known(dict.fromkeys(ids))


def _located(found: Catalogue) -> Located:
    rows: dict[tuple[str, str | None, int], tuple[tuple[str, str], ...]] = {}
    findings = found.findings
    assertions: tuple[Record | Claim | Acknowledgement | Proposition | Exhibit | Tally, ...]
    assertions = (*findings.records, *findings.claims, *findings.acknowledgements, *findings.propositions)
    assertions = (*assertions, *findings.exhibits, *findings.tallies)
    for made in assertions:
        where = made.locator
        document = found.documents.get(where.document)
        if where.row is not None and document is not None:
            key = (where.document, where.sheet, where.row)
            rows[key] = (*rows.get(key, ()), (made.id, cell_anchor(document, where)))
    return rows
