"""Ratios: numerator and base, and a base nobody states."""

from collections.abc import Sequence
from dataclasses import replace

from recount.extraction.drafts import Draft
from recount.extraction.reads import Read
from recount.extraction.wholes import COUNTED, HARM, referring, total
from recount.model.codes import ClaimKind, Population


def ratio(draft: Draft, read: Read, before: Sequence[Read], after: Sequence[Read]) -> Read:
    """Numerator and base of `27 times higher than the figure acknowledged, 326`; a base nobody states stays missing."""
    pointing = _times_that(draft, read, before)
    if pointing is not None:
        return pointing
    top = total(before)
    sentence = read.suffered.phrase.sentence
    end = read.suffered.phrase.quantity.last
    following = [
        each.claim
        for each in after
        if each.suffered.phrase.sentence == sentence
        and each.claim.quantity.unit in COUNTED
        and each.claim.quantity.interval.known
        and not _another_ratio(after, end, each.suffered.phrase.first)
    ]
    base = following[0] if following else None
    operands = tuple(claim.id for claim in (top, base) if claim is not None)
    relation = (
        "ratio" if top is not None and base is not None else "base not stated" if base is None else "ratio, unresolved"
    )
    if top is None:
        operands = ()
    claim = replace(read.claim, operands=operands)
    if claim.population is Population.PEOPLE:
        claim = replace(
            claim, population=_rated(draft, read) or (top.population if top is not None else claim.population)
        )
    return referring(replace(read, claim=claim), relation=relation)


def _times_that(draft: Draft, read: Read, before: Sequence[Read]) -> Read | None:
    """`The dead, 9,000, come to many times that number`: what stands before is the base, not the numerator."""
    phrase = read.suffered.phrase
    last = phrase.quantity.last
    if not {"that", "those"}.intersection(draft.text.keys(last - 1, last + 1)):
        return None
    counts = [
        each
        for each in before
        if each.claim.quantity.unit in COUNTED and each.claim.outcome in HARM and each.claim.quantity.interval.known
    ]
    top = [each.claim for each in counts if each.suffered.phrase.sentence == phrase.sentence]
    base = [each.claim for each in counts if each.suffered.phrase.sentence != phrase.sentence]
    if not (top and base):
        return referring(read, relation="ratio, unresolved")
    claim = replace(read.claim, operands=(top[-1].id, base[-1].id))
    return referring(replace(read, claim=claim), relation="ratio")


def _rated(draft: Draft, read: Read) -> Population | None:
    """`a civilian casualty rate nearly 10 times higher` speaks of civilians."""
    first = read.suffered.phrase.first
    near = draft.text.keys(max(read.suffered.phrase.sentence.first, first - 8), first)
    return Population.CIVILIANS if {"civilian", "civilians"}.intersection(near) else None


def _another_ratio(after: Sequence[Read], start: int, end: int) -> bool:
    return any(
        each.claim.quantity.kind is ClaimKind.RATIO and start <= each.suffered.phrase.first < end for each in after
    )
