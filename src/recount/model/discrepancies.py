"""What cannot all be true."""

from dataclasses import dataclass
from enum import StrEnum

from recount.model.interval import Interval


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
