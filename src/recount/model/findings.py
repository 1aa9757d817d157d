"""Findings: always rebuilt from documents, decisions, settings and version."""

from dataclasses import dataclass, field
from datetime import date

from recount.model.assertions import (
    Acknowledgement,
    Claim,
    MonthlyReport,
    Proposition,
    Record,
)
from recount.model.boundaries import Boundaries
from recount.model.breakdowns import BlameHistory, Breakdown, EvidenceMatrix
from recount.model.decisions import Decision, Verdict
from recount.model.discrepancies import Discrepancy
from recount.model.estimates import CaptureTable, Estimate
from recount.model.evidence import Document, SetAside, Source
from recount.model.exhibits import Exhibit, Tally
from recount.model.incidents import Assessment, Incident
from recount.model.ledger import Figure
from recount.model.origins import Derivation, Origin
from recount.model.people import Links, Resolution
from recount.model.register import PositionRegister
from recount.model.scope import Scope
from recount.model.values import Party
from recount.model.versions import VersionStep


@dataclass(frozen=True, slots=True)
class Release:
    """A published, versioned, checksummed set of findings: (path, SHA-256) of every file, and their joint digest."""

    version: str
    files: tuple[tuple[str, str], ...]
    head: str
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What a case is about, as its owner says in recount.toml."""

    name: str
    scope: Scope
    name_ar: str = ""
    about: str = ""
    about_ar: str = ""
    version: str = "1"
    as_of: date | None = None
    simulated: bool = False
    publisher: str = ""
    boundaries: Boundaries | None = None


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything a build found, and the evidence it rests on: what `publish` and `trace` read.

    All tuples are in order of id, except figures (headline first), discrepancies (strongest first) and decisions
    (by reviewer and counter). `method` is the settings used, as (name, value) pairs for the method note.
    `places` pairs each gazetteer id with its names in any script, the main one first. `exhibits` is the evidence known
    to exist, `tallies` counts of people without rows, `versions` what lists did from version to version, `register`
    what each official position answers, revised and disputes; `matrices` the kinds of evidence behind each party's
    assessments, `breakdowns` the documented people by party, cause, place, month, sex, age and status, and `blame`
    how responsibility was told over time.
    """

    case: CaseFacts
    parties: tuple[Party, ...]
    sources: tuple[Source, ...]
    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    records: tuple[Record, ...]
    acknowledgements: tuple[Acknowledgement, ...]
    propositions: tuple[Proposition, ...]
    links: Links
    resolution: Resolution
    incidents: tuple[Incident, ...]
    assessments: tuple[Assessment, ...]
    derivations: tuple[Derivation, ...]
    origins: tuple[Origin, ...]
    figures: tuple[Figure, ...]
    tables: tuple[CaptureTable, ...]
    estimates: tuple[Estimate, ...]
    discrepancies: tuple[Discrepancy, ...]
    decisions: tuple[Decision, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    stale: tuple[str, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    method: tuple[tuple[str, str], ...] = ()
    places: tuple[tuple[str, tuple[str, ...]], ...] = ()
    monthly: tuple[MonthlyReport, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    tallies: tuple[Tally, ...] = ()
    versions: tuple[VersionStep, ...] = ()
    register: PositionRegister = field(default_factory=PositionRegister)
    matrices: tuple[EvidenceMatrix, ...] = ()
    breakdowns: tuple[Breakdown, ...] = ()
    blame: tuple[BlameHistory, ...] = ()
