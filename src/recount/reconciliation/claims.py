"""Claims as reconciliation needs them: counts of people, their scopes, and how to speak of them."""

from collections.abc import Iterable
from dataclasses import replace

from recount.language.roster import Roster, roster
from recount.model.assertions import Claim, Standing
from recount.model.codes import ClaimKind, Outcome, Unit
from recount.model.discrepancies import Discrepancy, DiscrepancyKind
from recount.model.findings import Findings
from recount.model.ids import content_id
from recount.model.interval import Interval
from recount.model.scope import Scope

_HARM = (Outcome.KILLED, Outcome.INJURED, Outcome.MISSING, Outcome.CASUALTY)
_COUNTS = (ClaimKind.EXACT, ClaimKind.RANGE, ClaimKind.BOUND, ClaimKind.APPROXIMATE)


def counts(findings: Findings) -> list[Claim]:
    """Claims that count people, with a figure that is not a vague word, asserted of what happened."""
    return [claim for claim in findings.claims if is_count(claim)]


def is_count(claim: Claim) -> bool:
    """Whether a claim counts people harmed, in figures."""
    return (
        claim.outcome in _HARM
        and claim.standing is Standing.ASSERTED
        and claim.quantity.unit in (Unit.PEOPLE, Unit.BODIES, Unit.NAMES)
        and claim.quantity.kind in _COUNTS
        and claim.quantity.interval.known
    )


def scope_of(claim: Claim, case: Scope) -> Scope:
    """A claim's scope, with a period that covers most of the case's own taken for the case's."""
    scope = claim.scope
    if scope.period is not None and case.period is not None and scope.period.nearly(case.period):
        return replace(scope, period=case.period)
    return scope


def totals(findings: Findings) -> list[Claim]:
    """Counts of everyone killed in the whole scope of the case, whoever killed them."""
    case = findings.case.scope
    return [
        claim
        for claim in counts(findings)
        if claim.outcome is case.outcome
        and claim.counts_everyone
        and claim.attribution is None
        and claim.incident is None
        and claim.place is not None
        and case.place is not None
        and claim.place.path == case.place.path
        and (claim.period is None or case.period is None or claim.period.nearly(case.period))
    ]


def one_place(a: Claim, b: Claim) -> bool:
    """Whether two claims speak of the same place, whatever they call it."""
    return (a.place.path if a.place is not None else None) == (b.place.path if b.place is not None else None)


def named(claim: Claim) -> str:
    """Who says it, for a sentence."""
    return claim.claimant or "a report that names no one"


def speaker(claim: Claim, known: Roster) -> str:
    """Who makes a claim: one key for a party, source or publisher known by name, whatever the text calls it."""
    return known.speaker(claim.chain).key or (claim.claimant or "").casefold() or claim.source


def known_in(findings: Findings) -> Roster:
    """Who is known by name in a case."""
    return roster(findings.sources, findings.parties, findings.claims)


def counted(claim: Claim) -> str:
    """What it says, for a sentence: how many of whom, a share of them, so many times, or so many a day."""
    interval, whom = claim.quantity.interval, f"{claim.population.value} {claim.outcome.value}"
    match claim.quantity.unit:
        case Unit.SHARE:
            return f"{_percent(interval)} of the {whom}"
        case Unit.RATIO:
            return f"{interval} times as many {whom}"
        case Unit.PER_DAY:
            return f"{interval} {whom} a day"
    return f"{interval} {whom}"


def _percent(share: Interval) -> str:
    ends = [f"{end:.0%}" for end in (share.low, share.high) if end is not None]
    return "–".join(dict.fromkeys(ends)) or "a share"


def laid_to(claim: Claim, findings: Findings) -> str:
    """The parties a claim names, for a sentence."""
    if claim.attribution is None:
        return "whoever killed them"
    return called(claim.attribution.parties, findings)


def called(parties: Iterable[str], findings: Findings) -> str:
    """The names of parties, joined as a joint attribution is."""
    names = {party.id: party.name for party in findings.parties}
    return " or ".join(names.get(party, party) for party in parties)


def origins(findings: Findings) -> dict[str, str]:
    """The origin of each claim."""
    return {claim: origin.id for origin in findings.origins for claim in origin.claims}


def repeated(findings: Findings, kind: ClaimKind) -> frozenset[str]:
    """The claims of one kind that repeat another of that kind: checked once, with the origin's own."""
    of_kind = {claim.id for claim in findings.claims if claim.quantity.kind is kind}
    return frozenset(one.claim for one in findings.derivations if one.claim in of_kind and one.origin in of_kind)


def discrepancy(
    kind: DiscrepancyKind,
    title: str,
    says: str,
    subjects: Iterable[str],
    *,
    strength: float = 0.5,
    numbers: Iterable[tuple[str, Interval]] = (),
    holds: bool | None = None,
) -> Discrepancy:
    """A discrepancy with an id made of its kind, its subjects and what it says."""
    about = tuple(subjects)
    return Discrepancy(
        content_id("x", (kind, *about, title)), kind, title, says, about, round(strength, 4), tuple(numbers), holds
    )
