"""Rates a day against counts over a stated period, both ends counted and not (rule 8)."""

from recount.model.assertions import Claim
from recount.model.codes import ClaimKind, Unit
from recount.model.discrepancies import Discrepancy, DiscrepancyKind
from recount.model.findings import Findings
from recount.model.interval import Interval, exactly
from recount.reconciliation.claims import counts, discrepancy, named


def rates(findings: Findings) -> list[Discrepancy]:
    """Hold every rate a day against the counts with a stated period in the same report."""
    found: dict[tuple[object, ...], Discrepancy] = {}
    for rate in sorted(findings.claims, key=lambda claim: claim.id):
        if rate.quantity.kind is not ClaimKind.RATE and rate.quantity.unit is not Unit.PER_DAY:
            continue
        for count in _beside(rate, findings):
            checked = _compared(rate, count)
            found.setdefault((checked.numbers, count.quantity.interval), checked)
    return list(found.values())


def _beside(rate: Claim, findings: Findings) -> list[Claim]:
    case = findings.case.scope.period
    here = [claim for claim in counts(findings) if claim.locator.document == rate.locator.document]
    return [
        claim
        for claim in here
        if claim.period is not None
        and claim.period.days is not None
        and claim.period.days > 1
        and claim.counts_everyone
        and (case is None or not claim.period.nearly(case))
    ]


def _compared(rate: Claim, count: Claim) -> Discrepancy:
    days = count.period.days if count.period is not None and count.period.days is not None else 1
    amount = count.quantity.interval.floor
    a_day = Interval(round(amount / days, 1), round(amount / (days - 1), 1))
    stated = rate.quantity.interval
    over = Interval(
        None if stated.low is None else stated.low * days, None if stated.high is None else stated.high * days
    )
    holds = stated.overlaps(a_day)
    says = (
        f"{count.quantity.interval} over {count.period} is {a_day} a day ({days} days with both ends counted, "
        f"{days - 1} without). “{rate.phrase}” over the same days would be {over}. "
        + ("The two agree." if holds else "These are two different claims, and neither corrects the other.")
    )
    numbers = (("claimed a day", stated), ("computed a day", a_day), ("days", exactly(days)), ("rate times days", over))
    title = f"“{rate.phrase}”, {named(rate)}, beside {count.quantity.interval}"
    subjects = (rate.id, count.id)
    return discrepancy(DiscrepancyKind.RATE, title, says, subjects, strength=0.5, numbers=numbers, holds=holds)
