"""Reading rows: a table and the description of its source -> records, claims, positions and propositions."""

from dataclasses import replace

from recount.extraction.rows.doubts import tell_dates
from recount.extraction.rows.exhibits import exhibits, tallies
from recount.extraction.rows.incidents import claims
from recount.extraction.rows.monthly import monthly, totals
from recount.extraction.rows.persons import records
from recount.extraction.rows.positions import acknowledgements, beside
from recount.extraction.rows.propositions import propositions
from recount.extraction.rows.sheet import Sheet
from recount.extraction.settings import ExtractionSettings, Theatre
from recount.model.assertions import Assertions
from recount.model.evidence import Document, Rows, Source

__all__ = ["assertions_in"]


def assertions_in(document: Document, source: Source, theatre: Theatre, settings: ExtractionSettings) -> Assertions:  # noqa: ARG001
    """Everything the tables of a document say, each with the row or cell where it stands.

    A cell that cannot be read is set aside and its row goes on without it; a row that cannot be used is set aside
    whole. Corrections by hand are applied here, so that what the document holds stays as received.
    """
    if source.mapping is None:
        return Assertions()
    found = [_read(Sheet(document, source, source.mapping, table, theatre)) for table in document.tables]
    return Assertions(
        claims=tuple(each for part in found for each in part.claims),
        records=tuple(each for part in found for each in part.records),
        acknowledgements=tuple(each for part in found for each in part.acknowledgements),
        propositions=tuple(each for part in found for each in part.propositions),
        set_aside=tuple(each for part in found for each in part.set_aside),
        monthly=tuple(each for part in found for each in part.monthly),
        exhibits=tuple(each for part in found for each in part.exhibits),
        tallies=tuple(each for part in found for each in part.tallies),
    )


def _read(sheet: Sheet) -> Assertions:
    """The rows of one table; what could not be read is known only once all of them have been."""
    tell_dates(sheet)
    found = _rows(sheet)
    return replace(found, set_aside=sheet.told.lines())


def _rows(sheet: Sheet) -> Assertions:
    found = Assertions()
    match sheet.mapping.rows:
        case Rows.PERSONS:
            persons = tuple(records(sheet))
            found = Assertions(records=persons)
        case Rows.INCIDENTS:
            incidents, answers = tuple(claims(sheet)), tuple(beside(sheet))
            found = Assertions(claims=incidents, acknowledgements=answers)
        case Rows.POSITIONS:
            positions = tuple(acknowledgements(sheet))
            found = Assertions(acknowledgements=positions)
        case Rows.PROPOSITIONS:
            parts = tuple(propositions(sheet))
            found = Assertions(propositions=parts)
        case Rows.MONTHLY:
            reports = tuple(monthly(sheet))
            sums = tuple(totals(sheet, reports))
            found = Assertions(acknowledgements=sums, monthly=reports)
        case Rows.EVIDENCE:
            held = tuple(exhibits(sheet))
            found = Assertions(exhibits=held)
        case Rows.TALLIES:
            counted = tuple(tallies(sheet))
            found = Assertions(tallies=counted)
    return found
