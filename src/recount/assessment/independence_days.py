"""The day of an event as its first printing gives it: a reprint's `Tuesday` is no other week's."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from recount.language.reprints import read_again
from recount.model.assertions import Claim
from recount.model.origins import Derivation


def as_first_printed(claims: Sequence[Claim], derivations: Iterable[Derivation]) -> tuple[Claim, ...]:
    """The claims, those of a later copy with their origin's day where the words were read on another day.

    For telling events apart only: what a claim itself says is not changed.
    """
    known = {claim.id: claim for claim in claims}
    copies = {one.claim: one.origin for one in derivations if one.kind == "copy" and one.origin in known}
    return tuple(_dated(claim, known[copies[claim.id]]) if claim.id in copies else claim for claim in claims)


def _dated(copy: Claim, origin: Claim) -> Claim:
    if copy.period is None or origin.period is None or copy.period.overlaps(origin.period):
        return copy
    told, again = origin.period.start, copy.period.start
    if told is None or again is None or origin.published is None or copy.published is None:
        return copy
    return replace(copy, period=origin.period) if read_again(told, origin.published, again, copy.published) else copy
