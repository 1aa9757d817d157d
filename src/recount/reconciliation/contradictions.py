"""Claims that cannot both be true, through their scopes (rule 6)."""

from collections.abc import Iterator
from itertools import combinations

from recount.model.assertions import Claim
from recount.model.codes import Population
from recount.model.discrepancies import Discrepancy, DiscrepancyKind
from recount.model.findings import Findings
from recount.model.scope import Relation
from recount.model.values import Place
from recount.reconciliation.claims import (
    counted,
    counts,
    discrepancy,
    known_in,
    laid_to,
    named,
    origins,
    scope_of,
    speaker,
)


def contradictions(findings: Findings) -> list[Discrepancy]:
    """One contradiction per pair of claimants and event, the strongest: those are what a reader needs."""
    origin, roster = origins(findings), known_in(findings)
    strongest: dict[tuple[object, ...], Discrepancy] = {}
    for a, b, event in _pairs(findings):
        one, other = speaker(a, roster), speaker(b, roster)
        if one == other or origin.get(a.id, a.id) == origin.get(b.id, b.id) or _added(a, b):
            continue
        found = _contradiction(a, b, findings)
        if found is None:
            continue
        key = (event, *sorted((one, other)))
        if key not in strongest or (found.strength, found.id) > (strongest[key].strength, strongest[key].id):
            strongest[key] = found
    return list(strongest.values())


def _pairs(findings: Findings) -> Iterator[tuple[Claim, Claim, str]]:
    """Pairs within one incident, and every claim on a wider scope with every other."""
    # A repetition adds no second opponent, and may have changed its origin's words: the origin speaks for itself.
    repeated = {one.claim for one in findings.derivations if one.kind in ("copy", "derived")}
    claims = {claim.id: claim for claim in counts(findings) if claim.id not in repeated and not _one_of_several(claim)}
    in_events: set[str] = set()
    for incident in findings.incidents:
        members = [claims[one] for one in incident.claims if one in claims]
        in_events.update(claim.id for claim in members)
        for a, b in combinations(members, 2):
            yield a, b, incident.id
    case = findings.case.scope.place
    wide = [claim for claim in claims.values() if claim.id not in in_events and _says_of_what(claim, case)]
    for a, b in combinations(wide, 2):
        yield a, b, ""


_LONGEST_EVENT_DAYS = 3


def _says_of_what(claim: Claim, case: Place | None) -> bool:
    """Whether a claim that stands in no incident says which deaths it is about: those of a time, or of the whole case.

    A day's dead in a town are of one event of that day, and a figure without a day is of any: two of these need not be
    about the same people.
    """
    if claim.place is None:
        return False
    if claim.period is None or claim.period.days is None:
        return claim.period is not None or (case is not None and claim.place.path == case.path)
    return claim.period.days > _LONGEST_EVENT_DAYS


def _one_of_several(claim: Claim) -> bool:
    """Whether its own report counts others too: three of the dead, or four policemen of six, are no rival total."""
    if claim.part_of is not None and claim.population is Population.PEOPLE:
        return True
    return claim.report is not None and claim.report.closed.floor > claim.closed.floor and claim.counts_everyone


def _added(a: Claim, b: Claim) -> bool:
    """Whether one report adds the two up: seven were killed, and another four died in hospital."""
    if a.report is None or a.report != b.report:
        return False
    return a.report.closed.floor >= a.closed.floor + b.closed.floor


def _contradiction(a: Claim, b: Claim, findings: Findings) -> Discrepancy | None:
    case = findings.case.scope
    one, other = scope_of(a, case), scope_of(b, case)
    relation = one.relation(other)
    if relation is Relation.INSIDE:
        return _part_above_whole(a, b, findings)
    if relation is Relation.CONTAINS:
        return _part_above_whole(b, a, findings)
    if relation is Relation.EQUAL and not a.quantity.interval.overlaps(b.quantity.interval):
        return _apart(a, b, findings)
    return None


def _part_above_whole(inner: Claim, outer: Claim, findings: Findings) -> Discrepancy | None:
    low, high = inner.quantity.interval.low, outer.quantity.interval.high
    if low is None or high is None or low <= high:
        return None
    says = (
        f"{named(inner)}: {counted(inner)} ({laid_to(inner, findings)}). {named(outer)}: {counted(outer)} "
        f"({laid_to(outer, findings)}). The first counts some of those the second counts, and is larger."
    )
    return _said(inner, outer, says, 1 - high / low)


def _apart(a: Claim, b: Claim, findings: Findings) -> Discrepancy:
    low, high = sorted((a, b), key=lambda claim: (claim.quantity.interval.floor, claim.id))
    top, bottom = low.quantity.interval.high, high.quantity.interval.floor
    says = (
        f"{named(low)}: {counted(low)}. {named(high)}: {counted(high)}. Both speak of the same deaths "
        f"({laid_to(a, findings)}), and no number satisfies both."
    )
    return _said(low, high, says, 1 - (top or 0) / bottom if bottom else 0.5)


def _said(a: Claim, b: Claim, says: str, strength: float) -> Discrepancy:
    title = f"{named(a)} against {named(b)}"
    numbers = ((named(a), a.quantity.interval), (named(b), b.quantity.interval))
    subjects = (a.id, b.id)
    return discrepancy(
        DiscrepancyKind.CONTRADICTION, title, says, subjects, strength=min(1.0, strength), numbers=numbers, holds=False
    )
