""" "About a third": the stated count over every stated whole; no count is invented where none is stated (rule 4)."""

from recount.model.assertions import Claim
from recount.model.codes import ClaimKind
from recount.model.discrepancies import Discrepancy, DiscrepancyKind
from recount.model.findings import Findings
from recount.model.interval import Interval, exactly
from recount.reconciliation.claims import counts, discrepancy, laid_to, named, one_place, origins, repeated, totals


def shares(findings: Findings) -> list[Discrepancy]:
    """Check every share whose part and whole somebody counted; one finding per origin and party set."""
    found: dict[tuple[object, ...], Discrepancy] = {}
    again = repeated(findings, ClaimKind.SHARE)
    for claim in sorted(findings.claims, key=lambda claim: (claim.published is None, claim.published, claim.id)):
        if claim.quantity.kind is ClaimKind.SHARE and claim.attribution is not None and claim.id not in again:
            checked = _checked(claim, findings)
            if checked is not None:
                found.setdefault((checked.title, checked.numbers), checked)
    return list(found.values())


def _checked(share: Claim, findings: Findings) -> Discrepancy | None:
    origin = origins(findings)
    own = {origin.get(share.id, share.id), *_documents_origins(share, findings)}
    parts = [
        claim for claim in counts(findings) if _same_parties(claim, share) and origin.get(claim.id, claim.id) in own
    ]
    if not parts:
        return None
    part = min(parts, key=lambda claim: (claim.locator.document != share.locator.document, claim.id))
    wholes = [c for c in totals(findings) if origin.get(c.id, c.id) in own and _could_hold(c, part)]
    if not wholes:
        return None
    return _compared(share, part, wholes, findings)


def _could_hold(whole: Claim, part: Claim) -> bool:
    """Whether a total is large enough to hold the part; one that is not is a contradiction, and no whole of it."""
    high = whole.quantity.interval.high
    return high is None or high >= part.quantity.interval.floor


def _documents_origins(share: Claim, findings: Findings) -> set[str]:
    """The origins of the other claims in the same document: a share and its whole stand in one report."""
    origin = origins(findings)
    return {origin.get(c.id, c.id) for c in findings.claims if c.locator.document == share.locator.document}


def _same_parties(claim: Claim, share: Claim) -> bool:
    if claim.attribution is None or share.attribution is None or claim.incident is not None:
        return False
    same = claim.attribution.parties == share.attribution.parties
    return same and claim.outcome is share.outcome and claim.counts_everyone and one_place(claim, share)


def _compared(share: Claim, part: Claim, wholes: list[Claim], findings: Findings) -> Discrepancy:
    ends = sorted({end for whole in wholes for end in _ends(whole.quantity.interval)})
    amount = part.quantity.interval.floor
    values = [(end, round(amount / end, 3)) for end in ends if end]
    span = Interval(min(value for _, value in values), max(value for _, value in values))
    holds = share.quantity.interval.overlaps(span)
    listed = ", ".join(f"{value:.1%} of {end:,}" for end, value in values)
    says = (
        f"“{share.phrase}” laid to {laid_to(share, findings)}: {part.quantity.interval} is {listed}. "
        f"The share {'holds' if holds else 'does not hold'}; for shares without a stated count, none is computed."
    )
    numbers = [("claimed", share.quantity.interval), *((f"of {end:,}", exactly(value)) for end, value in values)]
    subjects = (share.id, part.id, *sorted(whole.id for whole in wholes))
    title = f"“{share.phrase}”, {named(share)}"
    strength = 0.2 if holds else 0.7
    return discrepancy(DiscrepancyKind.SHARE, title, says, subjects, strength=strength, numbers=numbers, holds=holds)


def _ends(interval: Interval) -> list[int | float]:
    return [end for end in (interval.low, interval.high) if end is not None]
