"""Lists, their rows, and the people behind them."""

from dataclasses import dataclass
from datetime import date

from recount.model.codes import Cause, Outcome, Sex, SourceKind, Status
from recount.model.values import Period
from recount.publication.public.accounts import PublicReport
from recount.publication.public.custody import PublicCustody
from recount.publication.public.numbers import PublicUse
from recount.publication.public.scopes import Public, PublicEvidence, PublicParty, PublicPlace, PublicWords


@dataclass(frozen=True, slots=True)
class PublicRow(Public):
    """One row of a table as received; `withheld` cells are not there at all."""

    number: int
    cells: tuple[str | None, ...]
    anchors: tuple[str | None, ...]
    leads: tuple[PublicEvidence, ...]
    rests: tuple[PublicUse, ...] = ()


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
    custody: PublicCustody


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
