"""Findings: always rebuilt from documents, decisions, settings and version."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from recount.model.assertions import (
    Acknowledgement,
    Attribution,
    Claim,
    MonthlyReport,
    Proposition,
    Record,
    WrittenName,
)
from recount.model.codes import Cause, Grade, Outcome, Sex, Status
from recount.model.decisions import Decision, Verdict
from recount.model.evidence import Document, SetAside, Source
from recount.model.interval import Interval
from recount.model.ledger import Figure
from recount.model.scope import Scope
from recount.model.values import Age, Party, Period, Place


@dataclass(frozen=True, slots=True)
class Weight:
    """What one comparison adds to a pair's score, in bits: its name, the weight, and what both sides wrote."""

    comparison: str
    bits: float
    says: str = ""


@dataclass(frozen=True, slots=True)
class ScoredPair:
    """Two records that may be one person: `left` < `right`, the probability, and the weights that make it."""

    left: str
    right: str
    probability: float
    weights: tuple[Weight, ...] = ()


@dataclass(frozen=True, slots=True)
class Links:
    """What `link` returns: scored pairs in order of (left, right), the engine, and how candidates were found.

    `blocks` says per blocking rule how many pairs it gave; `bounded` what was left uncompared and why;
    `missed` the share of true pairs the engine believes it never compared.
    """

    pairs: tuple[ScoredPair, ...]
    engine: str
    threshold: float
    blocks: tuple[tuple[str, int], ...] = ()
    bounded: tuple[str, ...] = ()
    missed: float = 0.0


@dataclass(frozen=True, slots=True)
class Victim:
    """The person behind one or more records.

    `records` are sorted ids; `sources` the lists they come from. `died`, `age` and `place` are what the records agree
    on or the hull of what they say. `joined` is the smallest probability of a link that holds the victim together, 1
    for a single record; `decisions` those that shaped it.
    """

    id: str
    records: tuple[str, ...]
    sources: tuple[str, ...]
    names: tuple[WrittenName, ...] = ()
    sex: Sex = Sex.UNKNOWN
    age: Age | None = None
    outcome: Outcome = Outcome.KILLED
    died: Period | None = None
    place: Place | None = None
    cause: Cause = Cause.UNKNOWN
    status: Status = Status.UNKNOWN
    attributions: tuple[Attribution, ...] = ()
    incidents: tuple[str, ...] = ()
    joined: float = 1.0
    decisions: tuple[str, ...] = ()

    @property
    def named(self) -> bool:
        """Whether any record gives a name."""
        return bool(self.names)


@dataclass(frozen=True, slots=True)
class Resolution:
    """What `resolve` returns: every record in exactly one victim, and how unsure their number is.

    `draws` are numbers of distinct people in draws of the whole partition; `contradictions` pairs that judgements
    both join and keep apart, which become questions.
    """

    victims: tuple[Victim, ...]
    draws: tuple[int, ...] = ()
    contradictions: tuple[tuple[str, ...], ...] = ()
    doubtful: tuple[ScoredPair, ...] = ()

    @property
    def people(self) -> Interval:
        """Distinct people: the middle 95 % of the draws, and always the number found."""
        found = len(self.victims)
        if not self.draws:
            return Interval(found, found)
        ordered = sorted(self.draws)
        cut = int(0.025 * len(ordered))
        return Interval(min(found, ordered[cut]), max(found, ordered[-1 - cut]))


@dataclass(frozen=True, slots=True)
class Origin:
    """One voice: the claims that say the same because they repeat one account (rules 9 to 11)."""

    id: str
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    says: str = ""


@dataclass(frozen=True, slots=True)
class Derivation:
    """One claim repeats another: `copy` a copy, `derived` a rewrite, `speaker` the same utterance in two reports."""

    claim: str
    origin: str
    kind: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Incident:
    """The event behind one or more claims and positions: a place and a time.

    `killed` and `injured` are hulls of what its independent origins claim; `victims` the people the lists place
    there. `claims`, `acknowledgements`, `propositions`, `victims` are ids.
    """

    id: str
    place: Place | None
    period: Period | None
    codes: tuple[str, ...] = ()
    title: str = ""
    claims: tuple[str, ...] = ()
    acknowledgements: tuple[str, ...] = ()
    propositions: tuple[str, ...] = ()
    victims: tuple[str, ...] = ()
    killed: Interval = Interval()
    injured: Interval = Interval()
    notes: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Assessment:
    """The grade of one incident against ONE party by a declared rule; a departure is a signed decision.

    `origins` are the independent voices that name the party; `conceded` what it concedes; `residual` what is claimed
    beyond that, contested, neither deleted nor added twice (rule 24).
    """

    incident: str
    party: str
    grade: Grade
    rule: str
    says: str
    origins: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    conceded: Interval = Interval()
    residual: Interval = Interval()
    decision: str | None = None


@dataclass(frozen=True, slots=True)
class CaptureTable:
    """How many victims have each capture history over the lists, within a stratum.

    `counts` pairs a history (one 0 or 1 per list, in the order of `lists`) with a number of victims, sorted; the
    all-zero history never occurs. `windows` says which days each list covers.
    """

    lists: tuple[str, ...]
    counts: tuple[tuple[tuple[int, ...], int], ...]
    stratum: str = "all"
    windows: tuple[Period | None, ...] = ()
    dropped: tuple[str, ...] = ()

    @property
    def observed(self) -> int:
        """Victims on at least one list."""
        return sum(count for _, count in self.counts)


@dataclass(frozen=True, slots=True)
class FittedModel:
    """One model of a suite: its terms, its total, and its weight in the average."""

    terms: tuple[str, ...]
    estimate: float
    criterion: float
    weight: float
    parameters: int


@dataclass(frozen=True, slots=True)
class MethodEstimate:
    """What one method makes of a table: one voice in an estimate, never a headline of its own.

    `estimate` is the method's best value, `median` and `mean` those of its draws, each None where there is none.
    `settled` is False where a sampler did not converge; then there is no interval. `diagnostics` are named numbers.
    """

    name: str
    estimate: float | None = None
    interval: Interval | None = None
    median: float | None = None
    mean: float | None = None
    level: float = 0.95
    settled: bool = True
    says: tuple[str, ...] = ()
    settings: tuple[tuple[str, str], ...] = ()
    diagnostics: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class WhatIf:
    """How the total moves when one assumption is changed: what is asked, of which kind, and the answer."""

    kind: str
    says: str
    total: float | None = None
    interval: Interval | None = None


@dataclass(frozen=True, slots=True)
class Estimate:
    """A total that includes the undocumented. Never the same type as a documented figure.

    `interval` is None where the table cannot carry one; `verdict` is `estimable`, `fragile` or `not estimable`, and
    `reasons` say why. `models` tells the selection. `interval` is the envelope of the `methods`, `disagreement` the
    ratio of the largest to the smallest of their medians, `sensitivity` what would follow from other assumptions.
    """

    stratum: str
    lists: tuple[str, ...]
    observed: int
    method: str
    verdict: str
    reasons: tuple[str, ...] = ()
    interval: Interval | None = None
    median: float | None = None
    models: tuple[FittedModel, ...] = ()
    caveats: tuple[str, ...] = ()
    settings: tuple[tuple[str, str], ...] = ()
    digest: str = ""
    methods: tuple[MethodEstimate, ...] = ()
    disagreement: float | None = None
    sensitivity: tuple[WhatIf, ...] = ()


class DiscrepancyKind(StrEnum):
    """The ways in which figures and claims fail to fit."""

    CONTRADICTION = "contradiction"
    MUTATION = "mutation"
    GAP = "gap to what is acknowledged"
    RATIO = "ratio"
    SHARE = "share"
    RATE = "rate"
    SCOPE = "different scopes"
    PLACE = "place conflict"
    DATE = "date conflict"
    SUPERSEDED = "superseded"
    PROPOSITION = "contested proposition"
    IDENTITY = "broken sum"
    TYPO = "probable typing error"


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Two figures or claims that cannot both be true, or a repetition that changed its meaning, or a gap.

    `subjects` are ids of claims, acknowledgements, figures or incidents; `strength` orders them for a reader, 0 to 1;
    `numbers` are the named values the explanation is made of; `holds` says whether an arithmetic check holds.
    """

    id: str
    kind: DiscrepancyKind
    title: str
    says: str
    subjects: tuple[str, ...]
    strength: float = 0.5
    numbers: tuple[tuple[str, Interval], ...] = ()
    holds: bool | None = None


class Turn(StrEnum):
    """What became of an entry from one version of a list to the next."""

    ADDED = "added"
    REMOVED = "removed"
    RESTORED = "restored"
    CHANGED = "changed"
    DOUBLED = "doubled id"


@dataclass(frozen=True, slots=True)
class ListChange:
    """One entry that differs between two versions of a list.

    `key` is the official id or the list's own code it is followed by, empty where it is followed by what it says;
    `before` and `after` are ids of its records. A restored entry's `before` is its last record before it was removed,
    in the version `last_seen`. `fields` are (field, was, is) as texts: they may hold names, so nothing but redaction
    may publish them. With a doubled id several entries of one version share a key, which is an error to look at and
    never a merge (rule 17).
    """

    id: str
    turn: Turn
    key: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    fields: tuple[tuple[str, str, str], ...] = ()
    last_seen: str = ""


@dataclass(frozen=True, slots=True)
class VersionStep:
    """What a list did between two of its versions: how many entries both have, and every change (rule 12).

    `kept` are the entries both versions hold, changed ones included; `entries` how many the later version has.
    """

    source: str
    before: str
    after: str
    entries: int
    kept: int
    changes: tuple[ListChange, ...] = ()

    def of(self, turn: Turn) -> tuple[ListChange, ...]:
        """The changes of one kind."""
        return tuple(change for change in self.changes if change.turn is turn)


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


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything a build found, and the evidence it rests on: what `publish` and `trace` read.

    All tuples are in order of id, except figures (headline first), discrepancies (strongest first) and decisions
    (by reviewer and counter). `method` is the settings used, as (name, value) pairs for the method note.
    `places` pairs each gazetteer id with its names in any script, the main one first.
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
