"""What a build was made of and came to, compactly, and what differs between two of them."""

from dataclasses import dataclass
from enum import StrEnum

from recount.model.interval import Interval


@dataclass(frozen=True, slots=True)
class Resting:
    """What one ledger line takes from one document: how many assertions, and one digest over what they say.

    Assertions are known by the cells or words they stand in, so a row that moved is the same row.
    """

    document: str
    pieces: int
    digest: str


@dataclass(frozen=True, slots=True)
class LineRecord:
    """One ledger line of a recorded figure, with the documents and decisions it rests on."""

    label: str
    says: str
    rule: str
    amount: Interval
    adds: bool = True
    rests: tuple[Resting, ...] = ()
    decisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureRecord:
    """One figure of a recorded build."""

    name: str
    interval: Interval
    unknown: int = 0
    lines: tuple[LineRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """One document of a recorded build; `rows` are short digests of its rows, in order, empty where they are not kept.

    `row_numbers` are the numbers the file shows for them.
    """

    path: str
    sha256: str
    rows: tuple[str, ...] = ()
    row_numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class DecisionRecord:
    """One decision of a recorded build, and whether it was stale."""

    id: str
    says: str
    stale: bool = False


@dataclass(frozen=True, slots=True)
class BuildRecord:
    """Everything needed to say what changed between two builds: inputs with their digests, and figures with theirs.

    `sources` are (id, digest of what its source.toml and corrections say), `settings` (name, value). `whole` says
    whether rows and ledgers' roots are kept: a published record keeps neither.
    """

    case: str
    program: str
    figures: tuple[FigureRecord, ...]
    documents: tuple[DocumentRecord, ...]
    sources: tuple[tuple[str, str], ...]
    decisions: tuple[DecisionRecord, ...]
    settings: tuple[tuple[str, str], ...]
    whole: bool = True
    people: tuple["PersonRecord", ...] = ()


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """One person of a recorded build, and a short digest of each of their rows that outlives the file it stands in."""

    id: str
    rows: tuple[str, ...]


class Cause(StrEnum):
    """What may change a figure."""

    DOCUMENT = "document"
    SOURCE = "description of a source"
    DECISION = "decision"
    SETTING = "setting"
    PROGRAM = "program"


@dataclass(frozen=True, slots=True)
class InputChange:
    """One input that differs: what it is, one sentence, and for a document the rows that came and went."""

    cause: Cause
    subject: str
    says: str
    rows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LineChange:
    """One step of a ledger that differs; None where the step is not there."""

    label: str
    before: Interval | None
    now: Interval | None


@dataclass(frozen=True, slots=True)
class FigureChange:
    """One figure that differs, its steps that do, and the inputs that reach them.

    `why` are subjects of the input changes. Where a step's own documents and decisions are as they were, a setting, a
    source's description or the program moved it, and all of those that changed are given.
    """

    name: str
    before: Interval | None
    now: Interval | None
    lines: tuple[LineChange, ...] = ()
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs between two builds: inputs first, then figures; `whole` is false where a record is published."""

    inputs: tuple[InputChange, ...]
    figures: tuple[FigureChange, ...]
    whole: bool = True
    people: "PeopleChange | None" = None


@dataclass(frozen=True, slots=True)
class PeopleChange:
    """Who of one build is who in another, by the rows they share.

    `same` counts the people there are in both, `moved` are those of them with another id (before, now); `merged`
    (before, now) went to somebody who is the same as somebody else, `split` (now, before) came from somebody who is
    still there; `new` and `gone` share no row with anybody.
    """

    same: int
    moved: tuple[tuple[str, str], ...] = ()
    merged: tuple[tuple[str, str], ...] = ()
    split: tuple[tuple[str, str], ...] = ()
    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
