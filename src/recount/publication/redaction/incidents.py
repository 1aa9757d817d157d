"""Incidents, grades, positions and propositions."""

from recount.model.assertions import Acknowledgement, Proposition, Side
from recount.model.incidents import Assessment, Incident
from recount.publication.public import (
    PublicAssessment,
    PublicClaim,
    PublicIncident,
    PublicPosition,
    PublicProposition,
)
from recount.publication.redaction import words
from recount.publication.redaction.catalogue import incident_href
from recount.publication.redaction.evidence import Resolver, title_of


def positions(resolve: Resolver) -> dict[str, PublicPosition]:
    """Every position, by id; those revised later stay, with a pointer to what replaced them."""
    made = resolve.found.findings.acknowledgements
    later = {position.supersedes: position.id for position in made if position.supersedes is not None}
    return {position.id: _position(resolve, position, later.get(position.id)) for position in made}


def _position(resolve: Resolver, position: Acknowledgement, later: str | None) -> PublicPosition:
    found = resolve.found
    incident = found.incident_of.get(position.id)
    return PublicPosition(
        id=position.id,
        href=f"positions.html#{position.id}",
        party=words.party(found, position.party),
        position=position.position,
        conceded=position.conceded,
        outcome=position.outcome,
        population=position.population,
        reason=position.reason,
        stage=position.stage,
        place=words.place(found, position.place),
        period=position.period,
        stated=position.stated,
        words=position.words,
        of_total=position.of_total,
        supersedes=position.supersedes if position.supersedes in found.positions else None,
        superseded_by=later,
        incident=None if incident is None else resolve(incident.id),
        evidence=resolve.position(position),
    )


def incidents(
    resolve: Resolver, claims: dict[str, PublicClaim], shown: dict[str, PublicPosition]
) -> tuple[PublicIncident, ...]:
    """Every event, the earliest first."""
    made = [_incident(resolve, incident, claims, shown) for incident in resolve.found.findings.incidents]
    return tuple(sorted(made, key=_order))


def _order(incident: PublicIncident) -> tuple[str, str]:
    start = incident.period.start if incident.period is not None else None
    return (start.isoformat() if start is not None else "9999", incident.id)


def _incident(
    resolve: Resolver, incident: Incident, claims: dict[str, PublicClaim], shown: dict[str, PublicPosition]
) -> PublicIncident:
    found = resolve.found
    propositions = [found.propositions[key] for key in incident.propositions if key in found.propositions]
    return PublicIncident(
        id=incident.id,
        href=incident_href(incident.id),
        title=title_of(incident),
        place=words.place(found, incident.place),
        period=incident.period,
        codes=incident.codes,
        killed=incident.killed,
        injured=incident.injured,
        claims=tuple(sorted((claims[key] for key in incident.claims if key in claims), key=_claim_order)),
        assessments=tuple(_assessment(resolve, grade) for grade in found.assessments.get(incident.id, ())),
        positions=tuple(
            sorted((shown[key] for key in incident.acknowledgements if key in shown), key=lambda p: str(p.stated or ""))
        ),
        propositions=tuple(_proposition(resolve, proposition) for proposition in propositions),
        people=resolve.all(incident.victims, f"incident {incident.id}"),
        notes=incident.notes,
        decisions=incident.decisions,
    )


def _claim_order(claim: PublicClaim) -> tuple[str, bool, str, str]:
    return (claim.outcome.value, claim.repeats is not None, str(claim.published), claim.id)


def _assessment(resolve: Resolver, grade: Assessment) -> PublicAssessment:
    return PublicAssessment(
        party=words.party(resolve.found, grade.party),
        grade=grade.grade,
        rule=grade.rule,
        says=grade.says,
        origins=len(grade.origins),
        evidence=resolve.known(grade.evidence or grade.origins),
        conceded=grade.conceded,
        residual=grade.residual,
        decision=grade.decision,
    )


def _proposition(resolve: Resolver, proposition: Proposition) -> PublicProposition:
    return PublicProposition(
        id=proposition.id,
        says=proposition.says,
        supports=proposition.side is Side.SUPPORTS,
        claimant=proposition.claimant,
        stated=proposition.stated,
        words=proposition.words,
        evidence=resolve.proposition(proposition),
    )
