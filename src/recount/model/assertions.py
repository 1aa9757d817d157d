"""Assertions: what a document says. Immutable, and addressed by where they stand."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from recount.model.codes import (
    Basis,
    Cause,
    ClaimKind,
    Comparator,
    EvidenceKind,
    Kind,
    Outcome,
    Population,
    Position,
    Sex,
    Stance,
    Status,
    Unit,
)
from recount.model.evidence import Locator, SetAside
from recount.model.exhibits import Exhibit, Tally
from recount.model.interval import Interval
from recount.model.scope import Scope
from recount.model.values import Age, Home, Period, Place


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as claimed: interval, qualifier, unit and form. Vague words keep their literal reading here."""

    interval: Interval
    comparator: Comparator
    unit: Unit
    kind: ClaimKind


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is named responsible, by whom, on what ground.

    Several parties are named *jointly*: the deaths of any of them, which nobody may split. `("undetermined",)` says
    that the source could not tell; no Attribution at all says that it did not speak of it.
    """

    parties: tuple[str, ...]
    by: str = ""
    ground: str = ""

    @property
    def joint(self) -> bool:
        """Whether several parties are named together."""
        return len(self.parties) > 1


class Standing(StrEnum):
    """Whether a claim speaks of the event at hand."""

    ASSERTED = "asserted"
    HYPOTHETICAL = "hypothetical"
    PAST_EVENT = "another, earlier event"


@dataclass(frozen=True, slots=True)
class ReportTotal:
    """What one report tells in all of one event, of one outcome: its claims added up as a careful reader would.

    `event` numbers the report's events from 1; `claims` are the ids of all its claims of that outcome and event, the
    parts and the figures it corrects among them.
    """

    event: int
    interval: Interval
    claims: tuple[str, ...]

    @property
    def closed(self) -> Interval:
        """The total with both ends: "at least 140" documents 140, "as many as 100" between 0 and 100."""
        low, high = self.interval.low, self.interval.high
        return Interval(0 if low is None else low, low if high is None else high)


@dataclass(frozen=True, slots=True)
class Claim:
    """One account of harm, with the exact words that make it.

    `phrase` is the quantity as written at `locator`; `sentence` the characters (start, end) of the sentence around
    it. `chain` says who says that who says it, nearest speaker last: `("Taipei Times", "Associated Press", "morgue")`.
    `part_of` names the claim this one is a subset of or refers back to; `operands` the claims a ratio or share was
    computed from. `incident` is the source's own code for the event, where the source is an incident table; `words`
    and `url` are what such a table quotes and cites beside the figure, `graded` the grade that table itself gives.
    `report` is what its report tells in all of the event, where the claim is one of several or counts a group.
    """

    id: str
    locator: Locator
    source: str
    phrase: str
    quantity: Quantity
    outcome: Outcome
    population: Population
    attribution: Attribution | None = None
    cause: Cause | None = None
    period: Period | None = None
    place: Place | None = None
    chain: tuple[str, ...] = ()
    stance: Stance = Stance.REPORTS
    hedges: tuple[str, ...] = ()
    standing: Standing = Standing.ASSERTED
    sentence: tuple[int, int] | None = None
    part_of: str | None = None
    relation: str | None = None
    operands: tuple[str, ...] = ()
    incident: str | None = None
    event: str | None = None
    quoted: bool = False
    published: date | None = None
    found_by: str = "rules"
    confidence: float = 1.0
    words: str = ""
    url: str = ""
    graded: str = ""
    report: ReportTotal | None = None

    @property
    def claimant(self) -> str | None:
        """Who the figure comes from, as far as the text says."""
        return self.chain[-1] if self.chain else None

    @property
    def closed(self) -> Interval:
        """The figure with both ends: "at least 140" documents 140, "as many as 100" between 0 and 100."""
        low, high = self.quantity.interval.low, self.quantity.interval.high
        if self.quantity.comparator is Comparator.UP_TO:
            return Interval(0, high)
        return Interval(low, low if high is None else high)

    @property
    def counts_everyone(self) -> bool:
        """Whether the figure counts all people of its outcome, not a part of them, a share or a possibility."""
        return (
            self.population in (Population.PEOPLE, Population.CIVILIANS)
            and self.part_of is None
            and self.standing is Standing.ASSERTED
            and self.quantity.unit in (Unit.PEOPLE, Unit.BODIES, Unit.NAMES)
            and self.quantity.interval.known
        )

    @property
    def scope(self) -> Scope:
        """What the claimed number is about."""
        parties = self.attribution.parties if self.attribution is not None else None
        acknowledged = self.stance is Stance.ACKNOWLEDGES
        kind = Kind.ACKNOWLEDGED if acknowledged else Kind.CLAIMED
        return Scope(self.outcome, self.population, parties, self.place, self.period, kind)


class Script(StrEnum):
    """The script a name is written in."""

    ARABIC = "arabic"
    LATIN = "latin"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class WrittenName:
    """A name exactly as one source wrote it."""

    text: str
    script: Script


@dataclass(frozen=True, slots=True)
class Record:
    """One source's entry for one person. A body without a name is a person too (rule 18).

    `died` is the date of death, None when the list holds only `registered` (rule 13). `cause_written` is kept as
    written; `cause` is its mapping and carries no party (rule 15). `official_id` is what the list gives, and two
    named people may wrongly share one (rule 17). `list_version` names the version of the list the row was read from.
    `home` is where the person lived, of lists that are linked on their own.
    """

    id: str
    locator: Locator
    source: str
    names: tuple[WrittenName, ...] = ()
    sex: Sex = Sex.UNKNOWN
    age: Age | None = None
    birth_year: int | None = None
    outcome: Outcome = Outcome.KILLED
    died: Period | None = None
    registered: date | None = None
    place: Place | None = None
    cause_written: str = ""
    cause: Cause = Cause.UNKNOWN
    status: Status = Status.UNKNOWN
    attribution: Attribution | None = None
    official_id: str | None = None
    own_code: str | None = None
    incident: str | None = None
    list_version: str | None = None
    birth_date: date | None = None
    home: Home | None = None

    @property
    def named(self) -> bool:
        """Whether the entry gives a name."""
        return bool(self.names)


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """A party's own position on an event or on a total.

    Silence is the absence of one, never a denial; a conceded zero is `Interval(0, 0)`, unlike no figure. `reason` is
    why an allegation was found non-credible, which never means that nobody died (rule 25). `answers` is the code of
    the incident the party says it answers; `supersedes` the id of the position this one revises, which stays.
    `of_total` marks a position on the whole conflict rather than on one event. `apart_from` are the positions whose
    dead a source says are others than these; `evidence` the kinds of evidence the party says it used.
    """

    id: str
    locator: Locator
    source: str
    party: str
    position: Position
    conceded: Interval
    outcome: Outcome = Outcome.KILLED
    population: Population = Population.CIVILIANS
    reason: str = ""
    stage: str = ""
    place: Place | None = None
    period: Period | None = None
    answers: str | None = None
    of_total: bool = False
    stated: date | None = None
    supersedes: str | None = None
    chain: tuple[str, ...] = ()
    words: str = ""
    found_by: str = "table"
    basis: Basis = Basis.STATED
    apart_from: tuple[str, ...] = ()
    evidence: tuple[EvidenceKind, ...] = ()

    @property
    def scope(self) -> Scope:
        """What the acknowledged number is about: the party's own share."""
        return Scope(self.outcome, self.population, (self.party,), self.place, self.period, Kind.ACKNOWLEDGED)


class Side(StrEnum):
    """Where somebody stands on a proposition."""

    SUPPORTS = "supports"
    DENIES = "denies"


@dataclass(frozen=True, slots=True)
class Proposition:
    """One part of a counter-claim, with who supports or denies it (rule 30).

    `about` is the incident's code, `says` a short fixed name such as `a strike occurred`. Responsibility is never
    moved by one.
    """

    id: str
    locator: Locator
    source: str
    about: str
    says: str
    side: Side
    claimant: str
    party: str | None = None
    stated: date | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class MonthlyReport:
    """What a party reports of its own assessments in one month (rule 29); a number nobody gave is None.

    `carried` allegations were open before the month, `new` came in, `closed` were assessed, `still_open` are left.
    Of the closed, some were found `credible`, some `non_credible`, some a `duplicate` of another. `deaths` are what it
    accepted in that month, `correction` what it took from (below zero) or added to earlier months, `total` the running
    total after it. `position` is the id of the acknowledgement made of the same row.
    """

    id: str
    locator: Locator
    source: str
    party: str
    month: Period
    carried: int | None = None
    new: int | None = None
    closed: int | None = None
    still_open: int | None = None
    credible: int | None = None
    non_credible: int | None = None
    duplicate: int | None = None
    deaths: int | None = None
    correction: int | None = None
    total: int | None = None
    stated: date | None = None
    position: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Assertions:
    """What `extract` returns: everything the documents say, and what could not be read out of them."""

    claims: tuple[Claim, ...] = ()
    records: tuple[Record, ...] = ()
    acknowledgements: tuple[Acknowledgement, ...] = ()
    propositions: tuple[Proposition, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    monthly: tuple[MonthlyReport, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    tallies: tuple[Tally, ...] = ()
