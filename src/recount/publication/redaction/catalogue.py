"""Where everything is: findings by id, and the page and anchor that shows each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from recount.model.assertions import Acknowledgement, Claim, Proposition, Record
from recount.model.decisions import Decision
from recount.model.discrepancies import Discrepancy
from recount.model.estimates import Estimate
from recount.model.evidence import Document, Locator, Rows, Source
from recount.model.exhibits import Exhibit, Tally
from recount.model.findings import Findings
from recount.model.ids import digest
from recount.model.incidents import Assessment, Incident
from recount.model.ledger import Figure
from recount.model.origins import Origin
from recount.model.people import Victim
from recount.model.values import Party

ROWS_A_PAGE = 200


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Findings by id. Built once; read by every maker of public values."""

    findings: Findings
    parties: Mapping[str, Party]
    places: Mapping[str, tuple[str, ...]]
    sources: Mapping[str, Source]
    documents: Mapping[str, Document]
    claims: Mapping[str, Claim]
    records: Mapping[str, Record]
    positions: Mapping[str, Acknowledgement]
    propositions: Mapping[str, Proposition]
    victims: Mapping[str, Victim]
    incidents: Mapping[str, Incident]
    figures: Mapping[str, Figure]
    decisions: Mapping[str, Decision]
    discrepancies: Mapping[str, Discrepancy]
    origins: Mapping[str, Origin]
    assessments: Mapping[str, tuple[Assessment, ...]]
    estimates: Mapping[str, Estimate]
    settings: Mapping[str, str]
    person_of: Mapping[str, Victim]
    incident_of: Mapping[str, Incident]
    origin_of: Mapping[str, Origin]
    rows: Mapping[tuple[str, str | None, int], str] = field(default_factory=dict)
    held: Mapping[str, Exhibit | Tally] = field(default_factory=dict)

    def href(self, locator: Locator, anchor: str) -> str | None:
        """The sentence or the cell a locator points to, relative to the language's folder."""
        document = self.documents.get(locator.document)
        if document is None:
            return None
        if locator.row is None:
            return f"reports/{document.id}.html#{anchor}" if document.text is not None else None
        page = self.rows.get((document.id, locator.sheet, locator.row))
        return None if page is None else f"{page}#{cell_anchor(document, locator)}"


def cell_anchor(document: Document, locator: Locator) -> str:
    """The anchor of the cell a locator points to, or of its row where it names no column."""
    for table in document.tables:
        if table.sheet == locator.sheet and locator.column in table.header:
            return f"r{locator.row}c{table.header.index(locator.column) + 1}"
    return f"r{locator.row}"


def catalogue(findings: Findings) -> Catalogue:
    """Put findings in order of id."""
    resolution = findings.resolution
    return Catalogue(
        findings=findings,
        parties={party.id: party for party in findings.parties},
        places=dict(findings.places),
        sources={source.id: source for source in findings.sources},
        documents={document.id: document for document in findings.documents},
        claims={claim.id: claim for claim in findings.claims},
        records={record.id: record for record in findings.records},
        positions={position.id: position for position in findings.acknowledgements},
        propositions={proposition.id: proposition for proposition in findings.propositions},
        victims={victim.id: victim for victim in resolution.victims},
        incidents={incident.id: incident for incident in findings.incidents},
        figures={figure.id: figure for figure in findings.figures},
        decisions={decision.id: decision for decision in findings.decisions},
        discrepancies={discrepancy.id: discrepancy for discrepancy in findings.discrepancies},
        origins={origin.id: origin for origin in findings.origins},
        assessments=_by_incident(findings.assessments),
        estimates={estimate_id(estimate): estimate for estimate in findings.estimates},
        settings=dict(findings.method),
        person_of={record: victim for victim in resolution.victims for record in victim.records},
        incident_of=_incident_of(findings.incidents),
        origin_of={claim: origin for origin in findings.origins for claim in origin.claims},
        rows=_row_pages(findings.documents),
        held={held.id: held for kind in (findings.exhibits, findings.tallies) for held in kind},
    )


def estimate_id(estimate: Estimate) -> str:
    """How an estimate is called on pages: its stratum and its lists."""
    return "e-" + slug(estimate.stratum) + "-" + digest("\x1f".join(estimate.lists).encode())[:6]


def slug(name: str) -> str:
    """A name as part of a file's name."""
    return quote(name.replace("/", "--").replace(" ", "-"), safe="").replace("%", "_")


def source_href(source: str) -> str:
    """The page of a source."""
    return f"lists/{slug(source)}.html"


def person_href(victim: str) -> str:
    """The page and anchor of a person: by the first digits of their id, so that the address lasts."""
    return f"people/{_digits(victim)}.html#{victim}"


def incident_href(incident: str) -> str:
    """The page and anchor of an event: by the first digits of its id, so that the address lasts."""
    return f"incidents/{_digits(incident)}.html#{incident}"


def _digits(key: str) -> str:
    return key.partition("-")[2][:2]


def origin_href(origin: str) -> str:
    """Where a voice heard more than once is shown; one heard once is shown where its claim stands."""
    return f"origins.html#{origin}"


def figure_href(figure: Figure) -> str:
    """The page of a figure."""
    return f"figures/{slug(figure.name)}.html"


def rows_href(document: str, table: int, page: int) -> str:
    """One page of rows of a table: beside the folders of the languages, since rows are shown as they were received."""
    return f"../rows/{document}-{table + 1}-{page + 1}.html"


def of_people(source: Source | None) -> bool:
    """Whether a source's tables are lists of people."""
    return source is not None and source.mapping is not None and source.mapping.rows is Rows.PERSONS


def _by_incident(assessments: Iterable[Assessment]) -> dict[str, tuple[Assessment, ...]]:
    found: dict[str, tuple[Assessment, ...]] = {}
    for assessment in assessments:
        found[assessment.incident] = (*found.get(assessment.incident, ()), assessment)
    return found


def _incident_of(incidents: Iterable[Incident]) -> dict[str, Incident]:
    return {
        assertion: incident
        for incident in incidents
        for assertion in (*incident.claims, *incident.acknowledgements, *incident.propositions)
    }


def _row_pages(documents: Iterable[Document]) -> dict[tuple[str, str | None, int], str]:
    return {
        (document.id, table.sheet, row.number): rows_href(document.id, number, place // ROWS_A_PAGE)
        for document in documents
        for number, table in enumerate(document.tables)
        for place, row in enumerate(table.rows)
    }
