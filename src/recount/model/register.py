"""The register of official positions: which incident each answers and why, what was revised, how late, who denies."""

from dataclasses import dataclass
from enum import StrEnum


class Answer(StrEnum):
    """How a position came to answer an incident, or that it answers none."""

    BY_CODE = "by the incident's code"
    BY_DECISION = "by a reviewer's decision"
    MATCHED = "matched"
    ONE_OF_SEVERAL = "one of several"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An incident that a position may answer: its points, and why, each reason with what it adds or takes away.

    `linked` says whether the position is taken to answer it.
    """

    incident: str
    points: float
    why: tuple[tuple[str, float], ...]
    linked: bool = False


@dataclass(frozen=True, slots=True)
class PositionMatch:
    """What a position answers: its candidates, best first, so that the second best is seen beside the chosen one.

    `says` is one sentence: why this one, and how far behind the next is. A position that answers `ONE_OF_SEVERAL`
    is linked to none of them, for a grade may not rest on a guess; a reviewer may say which.
    """

    position: str
    answer: Answer
    says: str
    candidates: tuple[Candidate, ...] = ()
    decisions: tuple[str, ...] = ()


class Turned(StrEnum):
    """What a revision did to the position before it."""

    REVERSED = "reversed"
    RAISED = "raised"
    LOWERED = "lowered"
    RESTATED = "restated"


@dataclass(frozen=True, slots=True)
class Revision:
    """A later position of a party and the earlier one it replaces, which stays; `days` lie between the statements."""

    earlier: str
    later: str
    party: str
    turned: Turned
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Lag:
    """How many days a party took from an event to its first position on it, and to its acceptance.

    `days` are those of every position counted, in order; `accepted` those of accepting ones. `unknown` positions give
    no day of their own or of the event, or one before it. The median of an even number is the mean of the middle two.
    """

    party: str
    days: tuple[int, ...]
    accepted: tuple[int, ...] = ()
    unknown: int = 0

    @property
    def median(self) -> float | None:
        """Half of the positions came sooner."""
        return median_of(self.days)


def median_of(days: tuple[int, ...]) -> float | None:
    """The middle of some days, None where there are none."""
    ordered, half = sorted(days), len(days) // 2
    if not ordered:
        return None
    return float(ordered[half]) if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


@dataclass(frozen=True, slots=True)
class Dispute:
    """One proposition about one event, with the ids of the statements that support it and that deny it (rule 30).

    `incident` is None where no incident of the case has the code `about`. Nothing here moves responsibility.
    """

    about: str
    says: str
    incident: str | None
    supports: tuple[str, ...] = ()
    denies: tuple[str, ...] = ()

    @property
    def contested(self) -> bool:
        """Whether somebody supports it and somebody denies it."""
        return bool(self.supports and self.denies)


@dataclass(frozen=True, slots=True)
class PositionRegister:
    """Everything known of the parties' own positions as a whole."""

    matches: tuple[PositionMatch, ...] = ()
    revisions: tuple[Revision, ...] = ()
    lags: tuple[Lag, ...] = ()
    disputes: tuple[Dispute, ...] = ()
