"""Claims of one event with what their report tells of it in all, so that parts told one by one are one number."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from recount.extraction.drafts import Draft
from recount.extraction.reads import Read
from recount.extraction.totals import Totals, totals
from recount.model.assertions import Claim, ReportTotal, Standing
from recount.model.codes import Outcome

_COUNTED = (Outcome.KILLED, Outcome.INJURED)


def with_totals(draft: Draft, reads: Sequence[Read]) -> list[Claim]:
    """The claims of a report; those of an event that it tells in several figures, or by groups, know its total.

    A long report of a whole war is left as it is: what it adds up is no event.
    """
    claims = [read.claim for read in reads]
    if draft.around.long or _plain(claims):
        return claims
    known: dict[str, ReportTotal] = {}
    for number, event in enumerate(totals(draft, reads), start=1):
        known.update(_known(number, event, reads))
    return [replace(claim, report=known[claim.id]) if claim.id in known else claim for claim in claims]


def _plain(claims: Sequence[Claim]) -> bool:
    """Whether there is nothing to add up: one figure at most of each outcome, of everyone."""
    outcomes = [claim.outcome for claim in claims]
    return len(outcomes) == len(set(outcomes)) and all(claim.counts_everyone for claim in claims)


def _known(number: int, event: Totals, reads: Sequence[Read]) -> Iterator[tuple[str, ReportTotal]]:
    told = {sentence.first for sentence in event.sentences}
    here = [read for read in reads if read.suffered.phrase.sentence.first in told and not read.tabled]
    for outcome in _COUNTED:
        amount = event.of(outcome)
        claims = [read.claim for read in here if read.claim.outcome is outcome and _told(read.claim)]
        if amount is not None and claims:
            total = ReportTotal(number, amount, tuple(claim.id for claim in claims))
            yield from ((claim.id, total) for claim in claims)


def _told(claim: Claim) -> bool:
    return claim.standing is Standing.ASSERTED and claim.quantity.interval.known
