"""What a party acknowledges beside what is documented and claimed of it (rule 6: a lower bound, not a rival total)."""

from recount.model.assertions import Claim
from recount.model.discrepancies import Discrepancy, DiscrepancyKind
from recount.model.findings import Findings
from recount.model.interval import Interval
from recount.model.ledger import Figure
from recount.model.values import party_inside
from recount.reconciliation.claims import counted, counts, discrepancy, laid_to, named, scope_of


def gaps(findings: Findings) -> list[Discrepancy]:
    """One gap per party that acknowledges something, against what is documented of it or else claimed."""
    figures = {figure.name: figure for figure in findings.figures}
    found = [_gap(party.id, party.name, figures, findings) for party in findings.parties]
    return [gap for gap in found if gap is not None]


def _gap(party: str, name: str, figures: dict[str, Figure], findings: Findings) -> Discrepancy | None:
    acknowledged = figures.get(f"acknowledged/{party}")
    if acknowledged is None:
        return None
    documented = figures.get(f"documented/{party}")
    short = None if documented is None else _against(name, acknowledged, documented)
    claim = _largest_claim(party, findings)
    if short is not None or claim is None:
        return short
    return _against_claim(name, acknowledged, claim, findings)


def _against(name: str, acknowledged: Figure, documented: Figure) -> Discrepancy | None:
    other = documented.interval
    gap = difference(other, acknowledged.interval)
    if gap is None:
        return None
    says = f"{name} acknowledges {acknowledged.interval}; {other} are documented as laid to it: a gap of {gap}."
    numbers = (("acknowledged", acknowledged.interval), ("documented", other), ("gap", gap))
    subjects = (acknowledged.id, documented.id)
    title = f"{name}: acknowledged and documented"
    return discrepancy(DiscrepancyKind.GAP, title, says, subjects, strength=0.9, numbers=numbers)


def difference(whole: Interval, part: Interval) -> Interval | None:
    """How far a part falls short of a whole; None where it does not."""
    if part.high is None or (whole.high is not None and whole.high <= part.floor):
        return None
    high = None if whole.high is None else whole.high - part.floor
    return Interval(max(0, whole.floor - part.high), high)


def _largest_claim(party: str, findings: Findings) -> Claim | None:
    """The largest count laid to the party over the scope of the case, alone or jointly."""
    case = findings.case.scope
    laid = [
        claim
        for claim in counts(findings)
        if claim.attribution is not None
        and claim.incident is None
        and claim.outcome is case.outcome
        and claim.counts_everyone
        and any(party_inside(party, one) for one in claim.attribution.parties)
        and scope_of(claim, case).kind.value == "claimed"
        and (claim.place is None or case.place is None or claim.place.inside(case.place))
    ]
    derived = {one.claim for one in findings.derivations}
    return min(laid, key=lambda claim: (claim.id in derived, -claim.quantity.interval.floor, claim.id), default=None)


def _against_claim(name: str, acknowledged: Figure, claim: Claim, findings: Findings) -> Discrepancy | None:
    gap = difference(claim.quantity.interval, acknowledged.interval)
    if gap is None:
        return None
    joint = claim.attribution is not None and claim.attribution.joint
    says = (
        f"{name} acknowledges {acknowledged.interval}; {named(claim)} counts {counted(claim)}, laid to "
        f"{laid_to(claim, findings)}: a gap of {gap}."
    )
    says += " The claim names several parties jointly, so the gap is not one party's alone." if joint else ""
    numbers = (("acknowledged", acknowledged.interval), ("claimed", claim.quantity.interval), ("gap", gap))
    subjects = (acknowledged.id, claim.id)
    title = f"{name}: acknowledged and claimed"
    return discrepancy(DiscrepancyKind.GAP, title, says, subjects, strength=0.9, numbers=numbers)
