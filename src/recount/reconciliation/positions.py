"""Positions that were revised, and positions whose date looks like a slip of the pen (rules 27 and 28)."""

from collections.abc import Iterator

from recount.model.assertions import Acknowledgement, Claim
from recount.model.codes import Position
from recount.model.discrepancies import Discrepancy, DiscrepancyKind
from recount.model.findings import Findings
from recount.model.incidents import Incident
from recount.model.register import Turned
from recount.reconciliation.claims import discrepancy, is_count, named
from recount.reconciliation.slips import by_day, one_day, slipped_days, slipped_place


def position_conflicts(findings: Findings) -> list[Discrepancy]:
    """Revisions, earlier figures of a party that its later position replaced, and probable typing errors."""
    superseded = {found.title: found for found in _outrun_claims(findings)}
    return [*_revisions(findings), *superseded.values(), *_typos(findings)]


def _revisions(findings: Findings) -> Iterator[Discrepancy]:
    by_id = {one.id: one for one in findings.acknowledgements}
    reversed_ = {one.later for one in findings.register.revisions if one.turned is Turned.REVERSED}
    running = {report.position for report in findings.monthly}  # a running total that grows revises nothing
    for later in findings.acknowledgements:
        earlier = by_id.get(later.supersedes or "")
        if earlier is not None and later.id not in running:
            says = f"{_said(earlier)} This was superseded, and is kept. {_said(later)}"
            numbers = (("before", earlier.conceded), ("now", later.conceded))
            turned = later.id in reversed_
            title = f"{'Reversed' if turned else 'Revised'} by {_party(later, findings)}"
            subjects = (earlier.id, later.id)
            strength = 0.45 if turned else 0.3
            yield discrepancy(DiscrepancyKind.SUPERSEDED, title, says, subjects, strength=strength, numbers=numbers)


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
    """Positions that fit an event but for a slip of the pen; those that cite its code stay linked by it."""
    answered: dict[str, set[str]] = {}
    for incident in findings.incidents:
        for one in incident.acknowledgements:
            answered.setdefault(one, set()).add(incident.id)
    incidents = {incident.id: incident for incident in findings.incidents}
    days = by_day((incident.period, incident.id) for incident in findings.incidents)
    for position in findings.acknowledgements:
        day = None if position.of_total else one_day(position.period)
        if day is None:
            continue
        for meant, what in slipped_days(day).items():
            for one in days.get(meant, ()):
                linked = one in answered.get(position.id, ())
                if (linked or position.id not in answered) and _same_place(position, incidents[one]):
                    yield _dated_wrong(position, incidents[one], what, linked=linked)
        if position.id not in answered:
            yield from _placed_wrong(position, [incidents[one] for one in days.get(day, ())])


def _same_place(position: Acknowledgement, incident: Incident) -> bool:
    a, b = position.place, incident.place
    return a is not None and b is not None and bool(a.path) and (a.inside(b) or b.inside(a))


def _dated_wrong(position: Acknowledgement, incident: Incident, what: str, *, linked: bool) -> Discrepancy:
    says = (
        f"A position dated {position.period} fits an incident of {incident.period} at the same place "
        f"but for the {what}: probably a typing error. "
    )
    says += "It is linked by the code it cites." if linked else "It is reported and not linked."
    title = f"Probable slip of the {what}: {position.period}"
    return discrepancy(DiscrepancyKind.TYPO, title, says, (position.id, incident.id), strength=0.4)


def _placed_wrong(position: Acknowledgement, incidents: list[Incident]) -> Iterator[Discrepancy]:
    for incident in incidents:
        what = (
            None if position.place is None or incident.place is None else slipped_place(position.place, incident.place)
        )
        if what is not None:
            says = (
                f"A position of {position.period} fits an incident of the same day but for the {what}: probably a "
                "typing error. It is reported and not linked."
            )
            title = f"Probable slip of the {what}: {position.period}"
            yield discrepancy(DiscrepancyKind.TYPO, title, says, (position.id, incident.id), strength=0.4)
