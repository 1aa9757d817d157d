"""The values that pages are made of. Only `redaction` makes them; templates and charts take nothing else."""

from dataclasses import dataclass
from datetime import date

from recount.model.codes import (
    Cause,
    ClaimKind,
    Comparator,
    Grade,
    Kind,
    Outcome,
    PlacePrecision,
    Population,
    Position,
    Sex,
    SourceKind,
    Stance,
    Status,
    Unit,
)
from recount.model.interval import Interval
from recount.model.values import Period


@dataclass(frozen=True, slots=True)
class Public:
    """Something that may be shown to anybody."""


@dataclass(frozen=True, slots=True)
class PublicWords(Public):
    """A name or sentence in English and in Arabic; the Arabic is empty where nobody has written it."""

    en: str
    ar: str = ""


@dataclass(frozen=True, slots=True)
class PublicParty(Public):
    """A party to the conflict, with the neutral hue its owner gave it."""

    id: str
    words: PublicWords
    hue: int | None


@dataclass(frozen=True, slots=True)
class PublicPlace(Public):
    """A place as finely as it may be shown. Coordinates are withheld where they would point at a home."""

    id: str
    words: PublicWords
    within: PublicWords | None
    precision: PlacePrecision
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None


@dataclass(frozen=True, slots=True)
class PublicScope(Public):
    """What a number is about."""

    outcome: Outcome
    population: Population
    parties: tuple[PublicParty, ...] | None
    place: PublicPlace | None
    period: Period | None
    kind: Kind


@dataclass(frozen=True, slots=True)
class PublicEvidence(Public):
    """A way to one piece of evidence, relative to the language's folder.

    `words` names it, `row` is its row where it is a row, `quote` the sentence where it is one. `leaves` are the
    sentences and cells behind it where the thing itself is a person or an event.
    """

    kind: str
    id: str
    href: str | None
    words: PublicWords
    row: int | None = None
    quote: str = ""
    by: PublicWords | None = None
    period: Period | None = None
    interval: Interval | None = None
    leaves: tuple["PublicEvidence", ...] = ()


@dataclass(frozen=True, slots=True)
class PublicLine(Public):
    """One step of a ledger, and what the ledger comes to after it."""

    number: int
    adds: bool
    amount: Interval
    rule: str
    says: str
    label: str
    evidence: tuple[PublicEvidence, ...]
    running: Interval
    href: str


@dataclass(frozen=True, slots=True)
class PublicFigure(Public):
    """A published number: what it is about, and the ledger it is the fold of."""

    id: str
    name: str
    href: str
    scope: PublicScope
    interval: Interval
    unknown: int
    lines: tuple[PublicLine, ...]
    excluded: tuple[PublicLine, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PublicClaim(Public):
    """One account of harm, with the sentence or the cell that makes it."""

    id: str
    href: str
    phrase: str
    sentence: str
    interval: Interval
    comparator: Comparator
    unit: Unit
    kind: ClaimKind
    outcome: Outcome
    population: Population
    parties: tuple[PublicParty, ...] | None
    source: PublicWords
    title: str
    chain: tuple[str, ...]
    stance: Stance
    hedges: tuple[str, ...]
    standing: str
    place: PublicPlace | None
    period: Period | None
    published: date | None
    origin: str | None
    repeats: PublicEvidence | None
    repeats_how: str
    incident: PublicEvidence | None
    part_of: PublicEvidence | None
    relation: str
    confidence: float


@dataclass(frozen=True, slots=True)
class PublicSegment(Public):
    """A stretch of a report: plain, or within the sentence or the very words of some assertions.

    `begins` are the assertions whose sentence begins here, `sentence` those it lies in, `phrase` those whose quantity
    it is.
    """

    text: str
    begins: tuple[str, ...] = ()
    sentence: tuple[str, ...] = ()
    phrase: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PublicReport(Public):
    """A report with its sentences highlighted. `complete` says whether the whole text is shown."""

    id: str
    href: str
    title: str
    source: PublicWords
    publisher: str
    published: date | None
    url: str
    language: str
    sha256: str
    path: str
    complete: bool
    segments: tuple[PublicSegment, ...]
    claims: tuple[PublicClaim, ...]


@dataclass(frozen=True, slots=True)
class PublicRow(Public):
    """One row of a table as received; `withheld` cells are not there at all."""

    number: int
    cells: tuple[str | None, ...]
    anchors: tuple[str | None, ...]
    leads: tuple[PublicEvidence, ...]


@dataclass(frozen=True, slots=True)
class PublicTable(Public):
    """One table of a list. `hidden` are the columns that are not shown, and `why`."""

    id: str
    document: str
    source: str
    words: PublicWords
    sheet: str | None
    header: tuple[str, ...]
    hidden: tuple[tuple[str, str], ...]
    rows: tuple[PublicRow, ...]
    version: str | None
    sha256: str
    path: str


@dataclass(frozen=True, slots=True)
class PublicCell(Public):
    """A number of people described by no more than a month and a sex, never fewer than k."""

    month: str
    sex: Sex
    people: int


@dataclass(frozen=True, slots=True)
class PublicSource(Public):
    """Who publishes or keeps something."""

    id: str
    href: str
    words: PublicWords
    kind: SourceKind
    language: str
    licence: str
    url: str
    obtained: str
    depends_on: tuple[PublicWords, ...]
    note: str
    rows: int
    reports: int
    people: int
    tables: tuple[PublicTable, ...]
    documents: tuple[PublicReport, ...]
    cells: tuple[PublicCell, ...]
    withheld: bool
    columns: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PublicName(Public):
    """A name as one source wrote it, or as much of it as may be shown."""

    text: str
    arabic: bool


@dataclass(frozen=True, slots=True)
class PublicEntry(Public):
    """What one row says of a person."""

    source: PublicWords
    href: str | None
    row: int | None
    names: tuple[PublicName, ...]
    sex: Sex
    age: str
    died: Period | None
    registered: date | None
    place: str
    cause: str
    status: Status
    version: str | None


@dataclass(frozen=True, slots=True)
class PublicWeight(Public):
    """What one comparison added to the belief that two rows are one person, in bits."""

    comparison: str
    bits: float
    says: str


@dataclass(frozen=True, slots=True)
class PublicJoin(Public):
    """Two rows taken for one person, and why. `left` and `right` are places in the person's rows, from 1."""

    left: int
    right: int
    probability: float
    weights: tuple[PublicWeight, ...]


@dataclass(frozen=True, slots=True)
class PublicPerson(Public):
    """A person, with the rows that make them."""

    id: str
    href: str
    names: tuple[PublicName, ...]
    sex: Sex
    age: str
    died: Period | None
    place: PublicPlace | None
    cause: Cause
    status: Status
    outcome: Outcome
    attributions: tuple[tuple[PublicParty, ...], ...]
    entries: tuple[PublicEntry, ...]
    joins: tuple[PublicJoin, ...]
    joined: float
    incidents: tuple[PublicEvidence, ...]
    decisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PublicPosition(Public):
    """What a party itself says about an event or a total."""

    id: str
    href: str
    party: PublicParty
    position: Position
    conceded: Interval
    outcome: Outcome
    population: Population
    reason: str
    stage: str
    place: PublicPlace | None
    period: Period | None
    stated: date | None
    words: str
    of_total: bool
    supersedes: str | None
    superseded_by: str | None
    incident: PublicEvidence | None
    evidence: PublicEvidence


@dataclass(frozen=True, slots=True)
class PublicProposition(Public):
    """One part of a counter-claim, with one voice for or against it."""

    id: str
    says: str
    supports: bool
    claimant: str
    stated: date | None
    words: str
    evidence: PublicEvidence


@dataclass(frozen=True, slots=True)
class PublicAssessment(Public):
    """The grade of an incident against one party, with the rule that gave it."""

    party: PublicParty
    grade: Grade
    rule: str
    says: str
    origins: int
    evidence: tuple[PublicEvidence, ...]
    conceded: Interval
    residual: Interval
    decision: str | None


@dataclass(frozen=True, slots=True)
class PublicIncident(Public):
    """An event: a place, a time, and everything said of it."""

    id: str
    href: str
    title: str
    place: PublicPlace | None
    period: Period | None
    codes: tuple[str, ...]
    killed: Interval
    injured: Interval
    claims: tuple[PublicClaim, ...]
    assessments: tuple[PublicAssessment, ...]
    positions: tuple[PublicPosition, ...]
    propositions: tuple[PublicProposition, ...]
    people: tuple[PublicEvidence, ...]
    notes: tuple[str, ...]
    decisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PublicOrigin(Public):
    """One voice: the claims that repeat one account, the earliest first."""

    id: str
    says: str
    claims: tuple[PublicClaim, ...]
    mutations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PublicDiscrepancy(Public):
    """Figures or claims that do not fit together, with what each says."""

    id: str
    kind: str
    title: str
    says: str
    subjects: tuple[PublicEvidence, ...]
    numbers: tuple[tuple[str, Interval], ...]
    holds: bool | None
    strength: float


@dataclass(frozen=True, slots=True)
class PublicModel(Public):
    """One model of an estimate's suite."""

    terms: tuple[str, ...]
    estimate: float
    criterion: float
    weight: float


@dataclass(frozen=True, slots=True)
class PublicVoice(Public):
    """What one method, or one changed assumption, makes of the lists."""

    name: str
    says: tuple[str, ...]
    total: float | None
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class PublicEstimate(Public):
    """A total that includes the undocumented, or why there is none."""

    id: str
    href: str
    stratum: str
    lists: tuple[PublicWords, ...]
    observed: int
    method: str
    verdict: str
    reasons: tuple[str, ...]
    interval: Interval | None
    median: float | None
    models: tuple[PublicModel, ...]
    caveats: tuple[str, ...]
    settings: tuple[tuple[str, str], ...]
    overlaps: tuple[tuple[tuple[int, ...], int | None], ...]
    evidence: tuple[PublicEvidence, ...]
    voices: tuple[PublicVoice, ...]
    sensitivity: tuple[PublicVoice, ...]


@dataclass(frozen=True, slots=True)
class PublicDecision(Public):
    """One reviewer's judgement."""

    id: str
    day: date
    question: str
    subject: tuple[PublicEvidence, ...]
    judgement: str
    value: str
    reason: str
    stale: bool


@dataclass(frozen=True, slots=True)
class PublicSetAside(Public):
    """Something the build could not use."""

    where: str
    what: str
    remedy: str
    whole: bool


@dataclass(frozen=True, slots=True)
class PublicCase(Public):
    """What a case is about."""

    words: PublicWords
    about: PublicWords
    version: str
    as_of: date | None
    simulated: bool
    contact: str
    scope: PublicScope


@dataclass(frozen=True, slots=True)
class PublicSite(Public):
    """Everything that may be shown, in the order in which it is shown."""

    case: PublicCase
    parties: tuple[PublicParty, ...]
    figures: tuple[PublicFigure, ...]
    incidents: tuple[PublicIncident, ...]
    people: tuple[PublicPerson, ...]
    unnamed: int
    named: int
    naming: str
    k: int
    claims: tuple[PublicClaim, ...]
    reports: tuple[PublicReport, ...]
    sources: tuple[PublicSource, ...]
    origins: tuple[PublicOrigin, ...]
    positions: tuple[PublicPosition, ...]
    discrepancies: tuple[PublicDiscrepancy, ...]
    estimates: tuple[PublicEstimate, ...]
    decisions: tuple[PublicDecision, ...]
    set_aside: tuple[PublicSetAside, ...]
    method: tuple[tuple[str, str], ...]
    links: tuple[tuple[str, str], ...]
