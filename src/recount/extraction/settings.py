"""What a case may choose about reading assertions out of documents."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExtractionSettings:
    """How claims are read.

    `backend` names the extractor; `vague` the policy that turns "dozens" into an interval at analysis time
    (`literal`, `acled`, `airwars`, `ibc`).
    """

    backend: str = "rules"
    vague: str = "literal"
