"""Positions that were revised, and positions whose date looks like a slip of the pen (rules 27 and 28)."""

from collections.abc import Iterator

from recount.model.assertions import Acknowledgement, Claim
from recount.model.codes import Position
from recount.model.discrepancies import Discrepancy, DiscrepancyKind
from recount.model.findings import Findings
from recount.model.incidents import Incident
from recount.model.values import Period
from recount.reconciliation.claims import discrepancy, is_count, named

_NEAR_YEARS = 2


def position_conflicts(findings: Findings) -> list[Discrepancy]:
    """Revisions, earlier figures of a party that its later position replaced, and probable typing errors."""
    superseded = {found.title: found for found in _outrun_claims(findings)}
    return [*_revisions(findings), *superseded.values(), *_typos(findings)]


def _revisions(findings: Findings) -> Iterator[Discrepancy]:
    by_id = {one.id: one for one in findings.acknowledgements}
    running = {report.position for report in findings.monthly}  # a running total that grows revises nothing
    for later in findings.acknowledgements:
        earlier = by_id.get(later.supersedes or "")
        if earlier is not None and later.id not in running:
            says = f"{_said(earlier)} This was superseded, and is kept. {_said(later)}"
            numbers = (("before", earlier.conceded), ("now", later.conceded))
            title = f"Revised by {_party(later, findings)}"
            subjects = (earlier.id, later.id)
            yield discrepancy(DiscrepancyKind.SUPERSEDED, title, says, subjects, strength=0.3, numbers=numbers)


def _said(one: Acknowledgement) -> str:
    figure = f", {one.conceded}" if one.conceded.known else ""
    return f"{one.stated or 'Undated'}: {one.position.value}{figure}."


def _party(one: Acknowledgement, findings: Findings) -> str:
    return next((party.name for party in findings.parties if party.id == one.party), one.party)


def _outrun_claims(findings: Findings) -> Iterator[Discrepancy]:
    """Figures that a party's own people gave of an incident before the position that now stands."""
    claims = {claim.id: claim for claim in findings.claims}
    positions = {one.id: one for one in findings.acknowledgements}
    for incident in findings.incidents:
        accepted = [positions[one] for one in incident.acknowledgements if positions[one].position is Position.ACCEPTS]
        for position in accepted:
            for claim in (claims[one] for one in incident.claims):
                if _outrun(claim, position, findings):
                    says = (
                        f"{named(claim)} spoke of {claim.quantity.interval} on {claim.published}; {_said(position)} "
                        "The earlier figure is kept as superseded."
                    )
                    title = f"{claim.quantity.interval}, superseded by {position.conceded}"
                    numbers = (("before", claim.quantity.interval), ("now", position.conceded))
                    subjects = (claim.id, position.id)
                    yield discrepancy(DiscrepancyKind.SUPERSEDED, title, says, subjects, strength=0.3, numbers=numbers)


def _outrun(claim: Claim, position: Acknowledgement, findings: Findings) -> bool:
    party = next((one for one in findings.parties if one.id == position.party), None)
    if party is None or claim.published is None or position.stated is None or not is_count(claim):
        return False
    names = {name.casefold() for name in (party.id, party.name, *party.names)}
    spoken = any(link.casefold() in names for link in claim.chain)
    return spoken and claim.published < position.stated and claim.quantity.interval != position.conceded


def _typos(findings: Findings) -> Iterator[Discrepancy]:
    answered = {one for incident in findings.incidents for one in incident.acknowledgements}
    for position in findings.acknowledgements:
        if position.id in answered or position.of_total:
            continue
        for incident in findings.incidents:
            what = _slip(position, incident)
            if what is not None:
                says = (
                    f"A position dated {position.period} fits an incident of {incident.period} at the same place "
                    f"but for the {what}: probably a typing error. It is reported and not linked."
                )
                subjects = (position.id, incident.id)
                title = f"Probable slip of the {what}: {position.period}"
                yield discrepancy(DiscrepancyKind.TYPO, title, says, subjects, strength=0.4)


def _slip(position: Acknowledgement, incident: Incident) -> str | None:
    if position.place is None or incident.place is None or not position.place.path:
        return None
    if not (position.place.inside(incident.place) or incident.place.inside(position.place)):
        return None
    return _swapped(position.period, incident.period)


def _swapped(a: Period | None, b: Period | None) -> str | None:
    if a is None or b is None or a.start is None or b.start is None or a.days != 1 or b.days != 1:
        return None
    one, other = a.start, b.start
    if one == other:
        return None
    if (one.month, one.day) == (other.month, other.day) and abs(one.year - other.year) <= _NEAR_YEARS:
        return "year"
    if (one.year, one.day) == (other.year, other.day) and abs(one.month - other.month) == 1:
        return "month"
    if one.year == other.year and (one.month, one.day) == (other.day, other.month):
        return "day and month"
    return None
