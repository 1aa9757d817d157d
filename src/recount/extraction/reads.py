"""A claim on its way: read, but not yet referred to the claims around it."""

from dataclasses import dataclass

from recount.extraction.outcomes import Suffered
from recount.model.assertions import Claim


@dataclass(frozen=True, slots=True)
class Read:
    """A claim with what later steps still need of how it was read.

    `party` is the party that says it, where one does; `tabled` says that it stands in a table of the report: as a
    `total` or as a `cell`.
    """

    claim: Claim
    suffered: Suffered
    party: str | None = None
    tabled: str = ""
