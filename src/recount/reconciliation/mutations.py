"""What changed on the way from an account to its repetition (rule 10)."""

from collections.abc import Iterator
from itertools import combinations

from recount.language.reprints import read_again
from recount.model.assertions import Claim
from recount.model.codes import Comparator
from recount.model.discrepancies import Discrepancy, DiscrepancyKind
from recount.model.findings import Findings
from recount.model.values import Place
from recount.reconciliation.claims import called, counted, counts, discrepancy, is_count, named
from recount.reconciliation.hedges import family
from recount.reconciliation.refigured import refigured


def mutations(findings: Findings) -> list[Discrepancy]:
    """What repetitions changed: hedges, bounds, whom they count, what befell them, who did it, where and when."""
    claims = {claim.id: claim for claim in findings.claims}
    found = [
        mutation
        for one in findings.derivations
        if one.kind in ("copy", "derived") and one.claim in claims and one.origin in claims
        for mutation in _between(claims[one.origin], claims[one.claim], findings)
    ]
    return [*found, *figures_changed(findings), *_within_a_report(findings)]


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
    if origin.outcome is not copy.outcome and is_count(origin) and is_count(copy):
        change = f"{origin.outcome.value} became {copy.outcome.value}; which of the two is meant stays unresolved"
        yield _changed(origin, copy, "outcome changed", change)
    yield from _moved(origin, copy)


def _moved(origin: Claim, copy: Claim) -> Iterator[Discrepancy]:
    """Where and when the repetition puts the event, if elsewhere or on another day."""
    here, there = origin.place, copy.place
    if here is not None and there is not None and _elsewhere(here, there):
        change = f"{here.written or here.id} in the one, {there.written or there.id} in the other"
        yield _changed(origin, copy, "place changed", change)
    if _on_another_day(origin, copy):
        change = f"{origin.period} in the one, {copy.period} in the other"
        yield _changed(origin, copy, "date changed", change)


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


def _on_another_day(origin: Claim, copy: Claim) -> bool:
    """Whether the days are apart, and not only because the same word was read on two days of publication."""
    if origin.period is None or copy.period is None or origin.period.overlaps(copy.period):
        return False
    told, again = origin.period.start, copy.period.start
    if told is None or again is None or origin.published is None or copy.published is None:
        return True
    return not read_again(told, origin.published, again, copy.published)


def _elsewhere(here: Place, there: Place) -> bool:
    return bool(here.path and there.path) and not (here.inside(there) or there.inside(here))


def figures_changed(findings: Findings) -> list[Discrepancy]:
    """The same sentence with another figure in a copy: a slip on the way, or a later count of the same deaths."""
    change = "the same sentence with another figure; a person has to look which of the two was meant"
    return [_changed(origin, copy, "figure changed", change) for origin, copy in refigured(findings)]


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
