"""Claims of one event with what their report tells of it in all, so that parts told one by one are one number."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from recount.extraction.drafts import Draft
from recount.extraction.reads import Read
from recount.extraction.totals import Totals, totals
from recount.extraction.whereabouts import unsettled, whereabouts
from recount.model.assertions import Claim, ReportTotal, Standing
from recount.model.codes import Outcome

_COUNTED = (Outcome.KILLED, Outcome.INJURED)
_REMEMBERED = 30
"""How many sentences back a day or place still holds."""


def with_totals(draft: Draft, reads: Sequence[Read]) -> list[Claim]:
    """The claims of a report with what it tells of each event in all, and with the day and place of their event.

    Those of an event that it tells in several figures, or by groups, know its total; those that say themselves neither
    when nor where take what the telling of their event says, if that is one day, one place. A long report of a whole
    war is left as it is: what it adds up is no event.
    """
    claims = [read.claim for read in reads]
    plain = _plain(claims)
    settled = draft.around.event is not None or not any(map(unsettled, claims))
    if draft.around.long or (plain and settled):
        return claims
    known: dict[str, ReportTotal] = {}
    placed: dict[str, Claim] = {}
    after = 0
    for number, event in enumerate(totals(draft, reads), start=1):
        here = _of_event(event, reads)
        known.update(() if plain else _known(number, event, [read.claim for read in here]))
        placed.update((read.claim.id, _settled(draft, read, after)) for read in here)
        after = max(after, *(sentence.last for sentence in event.sentences), 0)
    moved = [placed.get(claim.id, claim) for claim in claims]
    return [claim if claim.id not in known else replace(claim, report=known[claim.id]) for claim in moved]


def _settled(draft: Draft, read: Read, after: int) -> Claim:
    """A claim with the day and place told before it, since the event before this one ended.

    In a report of one event all claims have been given its day and its spot.
    """
    nothing = not draft.around.dates and not draft.around.places
    if nothing or draft.around.event is not None or not unsettled(read.claim):
        return read.claim
    upto = draft.text.number_of(read.suffered.phrase.sentence.first) + 1
    telling = draft.text.sentences[max(0, upto - _REMEMBERED) : upto]
    return whereabouts(draft, [each for each in telling if each.first >= after]).given_to(read.claim)


def _of_event(event: Totals, reads: Sequence[Read]) -> list[Read]:
    told = {sentence.first for sentence in event.sentences}
    here = [read for read in reads if read.suffered.phrase.sentence.first in told and not read.tabled]
    return [read for read in here if _told(read.claim)]


def _plain(claims: Sequence[Claim]) -> bool:
    """Whether there is nothing to add up: one figure at most of each outcome, of everyone."""
    outcomes = [claim.outcome for claim in claims]
    return len(outcomes) == len(set(outcomes)) and all(claim.counts_everyone for claim in claims)


def _known(number: int, event: Totals, here: Sequence[Claim]) -> Iterator[tuple[str, ReportTotal]]:
    for outcome in _COUNTED:
        amount = event.of(outcome)
        claims = [claim for claim in here if claim.outcome is outcome]
        if amount is not None and claims:
            total = ReportTotal(number, amount, tuple(claim.id for claim in claims))
            yield from ((claim.id, total) for claim in claims)


def _told(claim: Claim) -> bool:
    return claim.standing is Standing.ASSERTED and claim.quantity.interval.known
