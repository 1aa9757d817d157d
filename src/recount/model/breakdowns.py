"""How the people of a scope divide, what evidence an assessment rests on, and how responsibility was told over time."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from recount.model.codes import EvidenceKind
from recount.model.interval import UNKNOWN, Interval


@dataclass(frozen=True, slots=True)
class Part:
    """One class of a breakdown: how many people are in it, the range they may be, and their share of all.

    Everybody is in exactly one class, so `people` add up to the whole and `share`s to one; the range is wider, since
    those whose class is unknown may be in any.
    """

    name: str
    people: int
    interval: Interval
    share: float


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The documented people divided by one thing: `party`, `cause`, `place`, `month`, `sex`, `age` or `status`.

    The class of those of whom it is not known is always among the parts, even when it is empty (rule 32). `mean` is the
    mean of what can be averaged (ages, an infant's 0 among them), over the `known` of whom it is known.
    """

    by: str
    parts: tuple[Part, ...]
    people: int
    mean: Interval = UNKNOWN
    known: int = 0


class Used(StrEnum):
    """Whether an assessment had a kind of evidence."""

    USED = "used"
    HELD_BACK = "held and not released"
    NOT_USED = "exists and was not used"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class EvidenceUse:
    """One kind of evidence in one assessment, with the exhibits and positions that say so."""

    kind: EvidenceKind
    used: Used
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EvidenceMatrix:
    """The kinds of evidence behind what one party says of one incident: used, kept back, unused, absent.

    `party` is the party that assessed, `position` its position that stands. Every kind is told, the absent ones too.
    """

    incident: str
    party: str
    uses: tuple[EvidenceUse, ...]
    position: str | None = None


@dataclass(frozen=True, slots=True)
class Blamed:
    """Whom one voice named responsible for an event on one day; `assertion` is the claim or position."""

    day: date | None
    by: str
    parties: tuple[str, ...]
    assertion: str


@dataclass(frozen=True, slots=True)
class BlameHistory:
    """How responsibility for one event was told over time, where it was not always told alike.

    `steps` are in order of day, undated ones last; of what one voice repeats only the first telling is kept.
    """

    incident: str
    steps: tuple[Blamed, ...]
