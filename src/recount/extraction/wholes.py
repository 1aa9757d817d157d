"""Wholes that other figures refer to."""

from collections.abc import Sequence
from dataclasses import replace

from recount.extraction.reads import Read
from recount.model.assertions import Claim
from recount.model.codes import ClaimKind, Outcome, Unit

HARM = (Outcome.KILLED, Outcome.INJURED, Outcome.MISSING, Outcome.CASUALTY)
COUNTED = (Unit.PEOPLE, Unit.BODIES, Unit.NAMES)


def total(before: Sequence[Read]) -> Claim | None:
    """The figure for everyone: the last count before that is laid to nobody and part of nothing."""
    counts = [
        each.claim
        for each in before
        if each.claim.quantity.unit in COUNTED
        and each.claim.outcome in HARM
        and each.claim.part_of is None
        and each.claim.quantity.interval.known
        and each.claim.quantity.kind not in (ClaimKind.VAGUE, ClaimKind.RATE)
    ]
    whole = [claim for claim in counts if claim.attribution is None]
    return (whole or counts or [None])[-1]  # type: ignore[list-item]


def referring(read: Read, *, part_of: str | None = None, relation: str | None = None, sure: float = 1.0) -> Read:
    """The read with what it refers to, and how."""
    claim = read.claim
    confidence = round(claim.confidence * sure, 2)
    return replace(read, claim=replace(claim, part_of=part_of, relation=relation, confidence=confidence))
