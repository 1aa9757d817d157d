"""Which incident a position answers, and which victims died in it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from recount.clustering.nearness import locates_an_event, one_place, one_time
from recount.clustering.settings import ClusteringSettings
from recount.model.assertions import Acknowledgement, Assertions
from recount.model.decisions import Judgement, Question, Verdict
from recount.model.incidents import Incident
from recount.model.people import Victim

EXACT_DAYS = 0


def answered(
    incidents: Sequence[Incident], assertions: Assertions, verdicts: Sequence[Verdict], settings: ClusteringSettings
) -> list[Incident]:
    """Attach positions and propositions: many to many, and a reviewer's word goes before the machine's (rule 26)."""
    found: dict[str, list[str]] = {incident.id: [] for incident in incidents}
    for position in assertions.acknowledgements:
        for incident in _answers(position, incidents, verdicts, settings):
            found[incident.id].append(position.id)
    by_code: dict[str, list[str]] = {}
    for proposition in assertions.propositions:
        by_code.setdefault(proposition.about, []).append(proposition.id)
    return [
        replace(
            incident,
            acknowledgements=tuple(sorted(set(found[incident.id]))),
            propositions=tuple(sorted(one for code in incident.codes for one in by_code.get(code, ()))),
        )
        for incident in incidents
    ]


def _answers(
    position: Acknowledgement, incidents: Sequence[Incident], verdicts: Iterable[Verdict], settings: ClusteringSettings
) -> list[Incident]:
    judged = {
        verdict.subject[1]: verdict.judgement
        for verdict in verdicts
        if verdict.question is Question.ANSWERS and verdict.subject[0] == position.id
    }
    said = [incident for incident in incidents if judged.get(incident.id) is Judgement.YES]
    likely = said or _likely(position, incidents, settings)
    return [incident for incident in likely if judged.get(incident.id) is not Judgement.NO]


def _likely(position: Acknowledgement, incidents: Sequence[Incident], settings: ClusteringSettings) -> list[Incident]:
    if position.of_total:
        return []
    if position.answers is not None:
        return [incident for incident in incidents if position.answers in incident.codes]
    if not locates_an_event(position.place, position.period):
        return []
    for days in (EXACT_DAYS, settings.days):
        near = [incident for incident in incidents if _fits(position, incident, days, settings)]
        if near:
            return near
    return []


def _fits(position: Acknowledgement, incident: Incident, days: int, settings: ClusteringSettings) -> bool:
    if position.place is None or position.period is None or incident.place is None or incident.period is None:
        return False
    return one_time(position.period, incident.period, days) and one_place(position.place, incident.place, settings)


def suffered(incidents: Sequence[Incident], victims: Sequence[Victim]) -> list[Incident]:
    """Attach victims by their records' code, else where exactly one incident fits their day and place."""
    by_code = {code: incident.id for incident in incidents for code in incident.codes}
    by_day: dict[int, list[Incident]] = {}
    for incident in incidents:
        if locates_an_event(incident.place, incident.period) and incident.period and incident.period.start:
            by_day.setdefault(incident.period.start.toordinal(), []).append(incident)
    found: dict[str, list[str]] = {incident.id: [] for incident in incidents}
    for victim in victims:
        coded = sorted({by_code[code] for code in victim.incidents if code in by_code})
        for one in coded or _where_they_died(victim, by_day):
            found[one].append(victim.id)
    return [replace(incident, victims=tuple(sorted(set(found[incident.id])))) for incident in incidents]


def _where_they_died(victim: Victim, by_day: dict[int, list[Incident]]) -> list[str]:
    if not locates_an_event(victim.place, victim.died) or victim.died is None or victim.died.start is None:
        return []
    same_day = by_day.get(victim.died.start.toordinal(), ())
    near = [
        incident.id for incident in same_day if incident.place and victim.place and victim.place.inside(incident.place)
    ]
    return near if len(near) == 1 else []
