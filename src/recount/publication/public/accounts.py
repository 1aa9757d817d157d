"""What is said of harm: claims, reports, positions, incidents."""

from dataclasses import dataclass
from datetime import date

from recount.model.codes import ClaimKind, Comparator, Grade, Outcome, Population, Position, Stance, Unit
from recount.model.interval import Interval
from recount.model.values import Period
from recount.publication.public.custody import PublicCustody
from recount.publication.public.scopes import Public, PublicEvidence, PublicParty, PublicPlace, PublicWords


@dataclass(frozen=True, slots=True)
class PublicClaim(Public):
    """One account of harm, with the sentence or the cell that makes it.

    `in_scope` says whether everyone it counts belongs to what the case is about, whoever killed them; `voice` is where
    the accounts that repeat one another with it are shown, empty where it stands alone.
    """

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
    in_scope: bool
    voice: str = ""


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
    """A report, highlighted. `complete` says whether the whole text is shown, `custody` how it came."""

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
    custody: PublicCustody


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
