"""What changed on the way from an account to its repetition (rule 10)."""

from collections.abc import Iterator
from itertools import combinations

from recount.model.assertions import Claim
from recount.model.codes import Comparator
from recount.model.discrepancies import Discrepancy, DiscrepancyKind
from recount.model.findings import Findings
from recount.reconciliation.claims import called, counted, counts, discrepancy, is_count, named
from recount.reconciliation.hedges import family


def mutations(findings: Findings) -> list[Discrepancy]:
    """Hedges lost, populations changed, bounds turned round and parties narrowed, each with both claims."""
    claims = {claim.id: claim for claim in findings.claims}
    found = [
        mutation
        for one in findings.derivations
        if one.kind in ("copy", "derived") and one.claim in claims and one.origin in claims
        for mutation in _between(claims[one.origin], claims[one.claim], findings)
    ]
    return [*found, *_within_a_report(findings)]


def _between(origin: Claim, copy: Claim, findings: Findings) -> Iterator[Discrepancy]:
    lost = [hedge for hedge in origin.hedges if family(hedge) not in {family(one) for one in copy.hedges}]
    if lost:
        yield _changed(origin, copy, "hedge lost", f"“{'”, “'.join(lost)}” of the origin is gone in the repetition")
    if origin.population is not copy.population and is_count(origin) and is_count(copy):
        change = f"{origin.population.value} became {copy.population.value}; which of the two is meant stays unresolved"
        yield _changed(origin, copy, "population changed", change)
    if {origin.quantity.comparator, copy.quantity.comparator} == {Comparator.UP_TO, Comparator.AT_LEAST}:
        yield _changed(origin, copy, "bound turned round", f"“{origin.phrase}” became “{copy.phrase}”")
    if _narrowed(origin, copy):
        yield _changed(origin, copy, "attribution changed", _parties(origin, copy, findings))


def _narrowed(origin: Claim, copy: Claim) -> bool:
    if origin.attribution is None or copy.attribution is None:
        return False
    return set(origin.attribution.parties) != set(copy.attribution.parties)


def _parties(origin: Claim, copy: Claim, findings: Findings) -> str:
    before = called(origin.attribution.parties, findings) if origin.attribution else "nobody"
    after = called(copy.attribution.parties, findings) if copy.attribution else "nobody"
    joint = origin.attribution is not None and origin.attribution.joint
    kept = "; the joint attribution stands, and nobody can split it" if joint else ""
    return f"laid to {before} in the one, to {after} in the other{kept}"


def _within_a_report(findings: Findings) -> list[Discrepancy]:
    """One report that gives a figure twice with different parties: the wider attribution stands."""
    by_document: dict[str, list[Claim]] = {}
    for claim in counts(findings):
        if claim.attribution is not None and claim.incident is None:
            by_document.setdefault(claim.locator.document, []).append(claim)
    found = []
    for claims in by_document.values():
        for a, b in combinations(sorted(claims, key=lambda claim: (claim.locator.start or 0, claim.id)), 2):
            same = a.quantity.interval == b.quantity.interval and a.outcome is b.outcome
            if same and _narrowed(a, b) and _one_inside_other(a, b):
                wide, narrow = sorted((a, b), key=lambda c: -len(c.attribution.parties if c.attribution else ()))
                found.append(_changed(wide, narrow, "attribution changed", _parties(wide, narrow, findings)))
    return found


def _one_inside_other(a: Claim, b: Claim) -> bool:
    if a.attribution is None or b.attribution is None:
        return False
    one, other = set(a.attribution.parties), set(b.attribution.parties)
    return one < other or other < one


def _changed(origin: Claim, copy: Claim, what: str, how: str) -> Discrepancy:
    says = f"{counted(origin)}, “{origin.phrase}”; repeated as {counted(copy)}, “{copy.phrase}”: {how}."
    title = f"{what}: {named(origin)}"
    strength = 0.55 if what == "hedge lost" else 0.75
    return discrepancy(DiscrepancyKind.MUTATION, title, says, (origin.id, copy.id), strength=strength)
