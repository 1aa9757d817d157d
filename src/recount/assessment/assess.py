"""One grade for each incident against each party named in it."""

from collections.abc import Sequence

from recount.assessment.dossier import Dossier
from recount.assessment.grading import GradeRule, Standpoint, graded, scale
from recount.assessment.harm import harm
from recount.assessment.positions import conceded, current
from recount.assessment.settings import AssessmentSettings
from recount.model.assertions import Acknowledgement, Claim
from recount.model.codes import Grade, Outcome, Population, Position
from recount.model.decisions import Judgement, Question, Verdict
from recount.model.incidents import Assessment, Incident
from recount.model.interval import Interval
from recount.model.values import UNDETERMINED, party_inside

JOINT = "+"
"""Joins the ids of parties that are named together: a party set of its own, which nobody splits."""


def assess(dossier: Dossier, verdicts: Sequence[Verdict], settings: AssessmentSettings) -> list[Assessment]:
    """Grade every incident against every party (or joint set of parties) that a claim or a position names.

    An incident in which nobody is named is graded against `undetermined`. A reviewer's signed grade goes before the
    rule's, which stays visible.
    """
    rules = scale(settings.scale)
    signed = {v.subject: v for v in verdicts if v.question is Question.GRADE and v.judgement is Judgement.YES}
    return [
        _assessed(incident, party, dossier, rules, signed.get((incident.id, party)))
        for incident in dossier.incidents
        for party in _named(incident, dossier)
    ]


def _named(incident: Incident, dossier: Dossier) -> list[str]:
    sets = {_key(claim) for claim in _claims(incident, dossier)} - {None}
    accepting = {one.party for one in _positions(incident, dossier) if one.position is Position.ACCEPTS}
    known = {one for one in sets if one is not None} | accepting
    return sorted(known - {UNDETERMINED}) or [UNDETERMINED]


def _key(claim: Claim) -> str | None:
    return None if claim.attribution is None else JOINT.join(sorted(claim.attribution.parties))


def _claims(incident: Incident, dossier: Dossier) -> list[Claim]:
    return [dossier.claims[one] for one in incident.claims]


def _positions(incident: Incident, dossier: Dossier) -> list[Acknowledgement]:
    return current(dossier.positions[one] for one in incident.acknowledgements)


def standpoint(incident: Incident, party: str, dossier: Dossier) -> Standpoint:
    """What is known of one incident against one party or joint set of parties."""
    claims = _claims(incident, dossier)
    wanted = party.split(JOINT)
    outside = [claim for claim in claims if dossier.speaks_for(claim) is None]
    voice = _voices(outside, dossier)
    if party == UNDETERMINED:
        voices = set(voice.values())
        return Standpoint(tuple(sorted(voices)), (), accepted=False, fighters=_only_fighters(claims))
    naming = {voice[claim.id] for claim in outside if _names(claim, wanted)}
    others = {voice[claim.id] for claim in outside if _names_others(claim, wanted)}
    accepted = any(
        one.position is Position.ACCEPTS and one.conceded.high != 0 and any(party_inside(one.party, p) for p in wanted)
        for one in _positions(incident, dossier)
    )
    return Standpoint(
        tuple(sorted(naming)), tuple(sorted(others - naming)), accepted=accepted, fighters=_only_fighters(claims)
    )


def _voices(claims: Sequence[Claim], dossier: Dossier) -> dict[str, str]:
    """The independent voice behind each claim: one for an origin, one for all that a speaker says in one source, and
    one for whoever is known by name, wherever he is quoted.

    A row that gives killed and injured is two claims of one voice.
    """
    groups: list[tuple[set[object], list[Claim]]] = []
    for claim in sorted(claims, key=lambda claim: claim.id):
        marks: set[object] = {dossier.origin(claim), (claim.source, claim.chain)}
        known = dossier.roster.speaker(claim.chain).key
        marks |= set() if known is None else {("known", known)}
        mine = [group for group in groups if group[0] & marks]
        groups = [group for group in groups if not group[0] & marks]
        groups.append((marks.union(*(group[0] for group in mine)), [claim, *(c for group in mine for c in group[1])]))
    return {claim.id: min(dossier.origin(one) for one in members) for _, members in groups for claim in members}


def _names(claim: Claim, wanted: Sequence[str]) -> bool:
    """Whether a claim names one of the parties or a partner of it. Naming a coalition names no single partner."""
    if claim.attribution is None:
        return False
    return any(party_inside(one, other) for one in claim.attribution.parties for other in wanted)


def _names_others(claim: Claim, wanted: Sequence[str]) -> bool:
    """Whether a claim names parties that have nothing to do with these; their own coalition is no rival."""
    if claim.attribution is None or claim.attribution.parties == (UNDETERMINED,):
        return False
    return not any(
        party_inside(one, other) or party_inside(other, one) for one in claim.attribution.parties for other in wanted
    )


def _only_fighters(claims: Sequence[Claim]) -> bool:
    counted = [claim for claim in claims if claim.quantity.interval.known]
    return bool(counted) and all(claim.population is Population.FIGHTERS for claim in counted)


def _conceded(incident: Incident, party: str, dossier: Dossier) -> Interval:
    """What a party, or the parties named together, concede of the killed, its partners' concessions included."""
    wanted = party.split(JOINT)
    return conceded(
        one
        for one in _positions(incident, dossier)
        if one.outcome is Outcome.KILLED and any(party_inside(one.party, other) for other in wanted)
    )


def _assessed(
    incident: Incident, party: str, dossier: Dossier, rules: tuple[GradeRule, ...], signed: Verdict | None
) -> Assessment:
    known = standpoint(incident, party, dossier)
    rule = graded(known, rules)
    found = harm(incident, dossier)
    grade = rule.grade if signed is None or signed.value is None else Grade(signed.value)
    says = (
        rule.says if signed is None else f"a reviewer's signed decision; by the rule alone: {rule.grade}, {rule.says}"
    )
    return Assessment(
        incident.id,
        party,
        grade,
        rule.when,
        says,
        known.voices,
        tuple(sorted((*incident.claims, *incident.acknowledgements))),
        _conceded(incident, party, dossier),
        found.residual,
        None if signed is None else signed.decisions[0],
    )
