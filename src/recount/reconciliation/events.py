"""Accounts of one event that put it in different places, on different days, or deny each other's propositions."""

from collections.abc import Iterator
from itertools import combinations

from recount.model.assertions import Claim, Proposition, Side
from recount.model.discrepancies import Discrepancy, DiscrepancyKind
from recount.model.findings import Findings
from recount.model.incidents import Incident
from recount.reconciliation.claims import discrepancy, named


def event_conflicts(findings: Findings) -> list[Discrepancy]:
    """Place and date conflicts within incidents, and the propositions both supported and denied."""
    claims = {claim.id: claim for claim in findings.claims}
    propositions = {one.id: one for one in findings.propositions}
    # What a repetition moved is a change on the way, told with the mutations, and no second account of the event.
    again = {one.claim for one in findings.derivations if one.kind in ("copy", "derived")}
    found: list[Discrepancy] = []
    for incident in findings.incidents:
        members = [claims[one] for one in incident.claims]
        told = [claim for claim in members if claim.id not in again]
        found += _places(incident, told)
        found += _dates(incident, told)
        found += _contested([propositions[one] for one in incident.propositions], incident)
    return found


def _places(incident: Incident, claims: list[Claim]) -> Iterator[Discrepancy]:
    seen: set[tuple[str, ...]] = set()
    for a, b in combinations(sorted(claims, key=lambda claim: claim.id), 2):
        if a.place is None or b.place is None or not (a.place.path and b.place.path):
            continue  # of a place no gazetteer knows, nobody can say that it is another one
        if a.place.inside(b.place) or b.place.inside(a.place):
            continue
        pair = tuple(sorted((a.place.id, b.place.id)))
        if pair not in seen:
            seen.add(pair)
            says = f"{named(a)} places the event in {_where(a)}, {named(b)} in {_where(b)}."
            title = f"Where: {_where(a)} or {_where(b)}"
            yield discrepancy(DiscrepancyKind.PLACE, title, says, (incident.id, a.id, b.id), strength=0.5)


def _where(claim: Claim) -> str:
    return (claim.place.written or claim.place.id) if claim.place is not None else "no place"


def _dates(incident: Incident, claims: list[Claim]) -> Iterator[Discrepancy]:
    """One conflict for each two dates, in order of the dates."""
    seen: set[tuple[str, str]] = set()
    for a, b in combinations(sorted(claims, key=lambda claim: (str(claim.period), claim.id)), 2):
        if a.period is None or b.period is None or a.period.overlaps(b.period):
            continue
        pair = (str(a.period), str(b.period))
        if pair not in seen:
            seen.add(pair)
            says = f"{named(a)} dates the event {a.period}; {b.period} is the day that {named(b)} gives."
            yield discrepancy(DiscrepancyKind.DATE, f"When: {a.period} or {b.period}", says, (incident.id, a.id, b.id))


def _contested(propositions: list[Proposition], incident: Incident) -> Iterator[Discrepancy]:
    by_text: dict[str, list[Proposition]] = {}
    for one in propositions:
        by_text.setdefault(one.says, []).append(one)
    for text, sides in sorted(by_text.items()):
        support = sorted({one.claimant for one in sides if one.side is Side.SUPPORTS})
        deny = sorted({one.claimant for one in sides if one.side is Side.DENIES})
        if support and deny:
            sides_say = f"{', '.join(support)} support it, {', '.join(deny)} deny it"
            says = f"“{text}”: {sides_say}. Responsibility is not moved by it."
            subjects = (incident.id, *sorted(one.id for one in sides))
            yield discrepancy(DiscrepancyKind.PROPOSITION, f"Contested: {text}", says, subjects, strength=0.6)
