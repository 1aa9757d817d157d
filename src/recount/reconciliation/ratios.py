"""Claims such as "ten times higher": both readings, the scopes of both sides, the like-for-like ratio (rules 3, 7)."""

from recount.model.assertions import Claim
from recount.model.codes import ClaimKind
from recount.model.discrepancies import Discrepancy, DiscrepancyKind
from recount.model.findings import Findings
from recount.model.interval import Interval, exactly
from recount.model.values import party_inside
from recount.reconciliation.claims import (
    counted,
    counts,
    discrepancy,
    known_in,
    laid_to,
    named,
    one_place,
    origins,
    repeated,
    scope_of,
    speaker,
    totals,
)


def ratios(findings: Findings) -> list[Discrepancy]:
    """Recompute every claimed ratio of two counts; one finding per origin and base."""
    found: dict[tuple[object, ...], Discrepancy] = {}
    again = repeated(findings, ClaimKind.RATIO)
    for claim in sorted(findings.claims, key=lambda claim: (claim.published is None, claim.published, claim.id)):
        if claim.quantity.kind is ClaimKind.RATIO and claim.quantity.interval.known and claim.id not in again:
            checked = _checked(claim, findings)
            if checked is not None:
                found.setdefault((checked.title, checked.numbers), checked)
    return list(found.values())


def _checked(ratio: Claim, findings: Findings) -> Discrepancy | None:
    by_id = {claim.id: claim for claim in counts(findings)}
    operands = [by_id[one] for one in ratio.operands if one in by_id]
    if len(operands) == 2:
        return _with_base(ratio, operands[0], operands[1], findings)
    top = operands[0] if operands else _total_beside(ratio, findings)
    return None if top is None else _without_base(ratio, top, findings)


def _total_beside(ratio: Claim, findings: Findings) -> Claim | None:
    """The widest total the same document gives."""
    here = [claim for claim in totals(findings) if claim.locator.document == ratio.locator.document]
    return max(
        here, key=lambda claim: (claim.quantity.interval.high or claim.quantity.interval.floor, claim.id), default=None
    )


def quotient(top: Interval, base: Interval) -> Interval:
    """The ratios two intervals allow, to two decimals; open where the base may be zero or has no high end."""
    low = None if base.high is None or base.high == 0 or top.low is None else round(top.low / base.high, 2)
    high = None if not base.low or top.high is None else round(top.high / base.low, 2)
    return Interval(low, high)


def _readings(ratio: Interval) -> Interval:
    """ "N times higher" is N times or N + 1 times: both are allowed."""
    return Interval(ratio.low, None if ratio.high is None else ratio.high + 1)


def _with_base(ratio: Claim, top: Claim, base: Claim, findings: Findings) -> Discrepancy:
    value = quotient(top.quantity.interval, base.quantity.interval)
    holds = _readings(ratio.quantity.interval).overlaps(value)
    numbers = [("claimed", ratio.quantity.interval), ("ratio", value)]
    says = f"{counted(top)} against {counted(base)} is a ratio of {value}: “{ratio.phrase}” {_holds(holds)}."
    apart = _apart(top, base, findings)
    if apart:
        says += (
            f" But the two count different things ({', '.join(apart)}): {laid_to(top, findings)} "
            f"against {laid_to(base, findings)}."
        )
        like = _like_for_like(top, base, findings)
        if like is not None:
            near = quotient(like.quantity.interval, base.quantity.interval)
            numbers.append(("like for like", _floor_only(near)))
            says += _like_says(like, base, near, findings)
    subjects = (ratio.id, top.id, base.id)
    kind = DiscrepancyKind.RATIO
    title = f"“{ratio.phrase}”, {named(ratio)}"
    return discrepancy(kind, title, says, subjects, strength=0.8 if apart else 0.4, numbers=numbers, holds=holds)


def _floor_only(value: Interval) -> Interval:
    return value if value.low is None or value.high is not None else exactly(value.low)


def _holds(holds: bool) -> str:
    return "holds as arithmetic" if holds else "does not hold"


def _apart(top: Claim, base: Claim, findings: Findings) -> tuple[str, ...]:
    case = findings.case.scope
    return scope_of(top, case).differences(scope_of(base, case))


def _like_says(like: Claim, base: Claim, near: Interval, findings: Findings) -> str:
    laid = laid_to(like, findings)
    says = f" Like for like, {counted(like)} laid to {laid} against {base.quantity.interval} is {near}."
    if "parties" in _apart(like, base, findings):
        says += " It remains a joint attribution, which nobody can split."
    return says


def _like_for_like(top: Claim, base: Claim, findings: Findings) -> Claim | None:
    """The count laid to the fewest parties that hold the base's own: as near in scope as any claim comes."""
    if base.attribution is None:
        return None
    wanted = base.attribution.parties
    candidates = [
        claim
        for claim in counts(findings)
        if claim.attribution is not None
        and claim.outcome is top.outcome
        and claim.counts_everyone
        and claim.incident is None
        and one_place(claim, top)
        and all(any(party_inside(one, other) for other in claim.attribution.parties) for one in wanted)
        and claim.id not in (top.id, base.id)
        and scope_of(claim, findings.case.scope).kind is not scope_of(base, findings.case.scope).kind
    ]
    # A claim that narrowed a joint attribution on the way is a mutation: the origin's own words go first.
    derived = {one.claim for one in findings.derivations}
    return min(candidates, key=lambda c: (c.id in derived, -c.quantity.interval.floor, c.id), default=None)


def _without_base(ratio: Claim, top: Claim, findings: Findings) -> Discrepancy:
    origin, roster = origins(findings), known_in(findings)
    own = origin.get(top.id, top.id)
    bases = [
        claim
        for claim in totals(findings)
        if origin.get(claim.id, claim.id) != own
        and speaker(claim, roster) != speaker(top, roster)
        and claim.quantity.interval.exact
        and claim.quantity.interval.floor < top.quantity.interval.floor
    ]
    numbers = [("claimed", ratio.quantity.interval)]
    says = f"“{ratio.phrase}” names no base."
    reached = False
    for base in _distinct(bases):
        value = quotient(top.quantity.interval, base.quantity.interval)
        reached = reached or _readings(ratio.quantity.interval).overlaps(value)
        numbers.append((f"against {base.quantity.interval}", value))
        says += f" Against the {base.quantity.interval} of {named(base)} it is {value}."
    ten = ratio.quantity.interval
    says += " One known figure reaches it." if reached else f" No known figure gives {ten}."
    title = f"“{ratio.phrase}”, base not stated"
    subjects = (ratio.id, top.id, *(base.id for base in _distinct(bases)))
    return discrepancy(DiscrepancyKind.RATIO, title, says, subjects, strength=0.6, numbers=numbers, holds=reached)


def _distinct(claims: list[Claim]) -> list[Claim]:
    seen: dict[Interval, Claim] = {}
    for claim in sorted(claims, key=lambda claim: claim.id):
        seen.setdefault(claim.quantity.interval, claim)
    return [seen[interval] for interval in sorted(seen, key=lambda one: (one.floor, str(one)))]
