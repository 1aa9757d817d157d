"""A party's own position where a report tells of one: what it concedes, denies, or gives no figure for."""

from collections.abc import Container, Iterable, Sequence

from recount.extraction.drafts import Draft
from recount.extraction.reads import Read
from recount.model.assertions import Acknowledgement
from recount.model.codes import ClaimKind, Outcome, Population, Position, Precision, Stance, Unit
from recount.model.ids import content_id
from recount.model.interval import UNKNOWN

_CONCEDED = (ClaimKind.EXACT, ClaimKind.RANGE, ClaimKind.BOUND, ClaimKind.APPROXIMATE)


def positions_in(draft: Draft, reads: Sequence[Read]) -> list[Acknowledgement]:
    """The positions of parties that a report's claims amount to, at the same places of the text."""
    return list(_positions(draft, reads))


def _positions(draft: Draft, reads: Sequence[Read]) -> Iterable[Acknowledgement]:
    conceded = {read.claim.id for read in reads if read.claim.stance is Stance.ACKNOWLEDGES}
    for read in reads:
        position = _position(read, conceded)
        if position is not None and read.party is not None:
            yield _acknowledgement(draft, read, position, read.party)


def _position(read: Read, conceded: Container[str]) -> Position | None:
    claim = read.claim
    counted = claim.quantity.kind in _CONCEDED and claim.quantity.unit in (Unit.PEOPLE, Unit.BODIES)
    if claim.stance is Stance.ACKNOWLEDGES and counted and claim.outcome is not Outcome.OTHER:
        own_part = claim.part_of is not None and claim.part_of in conceded
        return None if own_part else Position.ACCEPTS
    if claim.stance is Stance.NO_FIGURE and claim.quantity.kind is ClaimKind.NO_FIGURE:
        return Position.NO_FIGURE
    if claim.stance is Stance.NOT_CREDIBLE:
        return Position.NON_CREDIBLE
    if claim.stance is Stance.INVESTIGATES and counted and claim.outcome is not Outcome.OTHER:
        return Position.OPEN
    return None


def _acknowledgement(draft: Draft, read: Read, position: Position, party: str) -> Acknowledgement:
    claim = read.claim
    start, end = claim.sentence or (claim.locator.start, claim.locator.end)
    known = claim.outcome if claim.outcome is not Outcome.OTHER else Outcome.KILLED
    people = claim.population if claim.population is not Population.PEOPLE else Population.CIVILIANS
    one_day = claim.period is not None and claim.period.precision is Precision.DAY
    return Acknowledgement(
        id=content_id("a", (draft.document.id, claim.locator.start, claim.locator.end, party, position)),
        locator=claim.locator,
        source=draft.source.id,
        party=party,
        position=position,
        conceded=claim.quantity.interval if position is Position.ACCEPTS else UNKNOWN,
        outcome=known,
        population=people,
        reason="not enough information" if position is Position.NON_CREDIBLE else "",
        place=claim.place,
        period=claim.period,
        of_total=not one_day,
        stated=draft.published,
        chain=claim.chain,
        words=(draft.document.text or "")[start:end],
        found_by="rules",
    )
