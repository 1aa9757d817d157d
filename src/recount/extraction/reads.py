"""A claim on its way: read, but not yet referred to the claims around it."""

from dataclasses import dataclass

from recount.extraction.outcomes import Suffered
from recount.model.assertions import Claim


@dataclass(frozen=True, slots=True)
class Read:
    """A claim with what later steps still need of how it was read.

    `party` is the party that says it, where one does.
    """

    claim: Claim
    suffered: Suffered
    party: str | None = None
