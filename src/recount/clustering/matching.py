"""Which incident a position answers, with the candidates that were weighed, and which victims died in it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from recount.clustering.nearness import locates_an_event
from recount.clustering.ranking import Incidents, ranked
from recount.clustering.settings import ClusteringSettings
from recount.model.assertions import Acknowledgement, Assertions, Proposition
from recount.model.decisions import Judgement, Question, Verdict
from recount.model.incidents import Incident
from recount.model.people import Victim
from recount.model.register import Answer, Candidate, PositionMatch

_SHOWN = 4
"""How many candidates of a position are kept; the linked ones always are."""

ENOUGH = 6.0
"""Points from which an incident may be the one: the same place and about the day, or as much in other reasons."""
LEAD = 1.0
"""How far the best must lead the next; a day more or less, or the number alone, decides."""

_Judged = Mapping[str, Verdict]


def match_positions(
    assertions: Assertions, incidents: Sequence[Incident], verdicts: Iterable[Verdict], settings: ClusteringSettings
) -> list[PositionMatch]:
    """Weigh every position on an event against the incidents it may answer, and say why (rules 26 and 28).

    A reviewer's word goes first, then the code the position cites, then the points: it answers the one incident that
    leads the next clearly. Where several are about as good it answers one of them and nobody knows which, so it is
    linked to none. Order of the input is immaterial.
    """
    known = Incidents(incidents, {claim.id: claim for claim in assertions.claims})
    judged: dict[str, dict[str, Verdict]] = {}
    for verdict in verdicts:
        if verdict.question is Question.ANSWERS:
            judged.setdefault(verdict.subject[0], {})[verdict.subject[1]] = verdict
    return [
        _matched(position, known, judged.get(position.id, {}), settings)
        for position in sorted(assertions.acknowledgements, key=lambda one: one.id)
        if not position.of_total
    ]


def _matched(
    position: Acknowledgement, known: Incidents, judged: _Judged, settings: ClusteringSettings
) -> PositionMatch:
    found = ranked(position, known, settings)
    found += [Candidate(one, 0.0, ()) for one in sorted(judged) if one in known.by_id and one not in _ids(found)]
    refused = {one for one, verdict in judged.items() if verdict.judgement is Judgement.NO}
    chosen = {one for one, verdict in judged.items() if verdict.judgement is Judgement.YES} & _ids(found)
    open_ = [one for one in found if one.incident not in refused]
    coded = {incident.id for incident in known.coded(position.answers)} - refused
    if chosen:
        answer = Answer.BY_DECISION
    elif coded:
        answer, chosen = Answer.BY_CODE, coded
    else:
        answer, chosen = _by_points(position, open_)
    kept = [replace(one, linked=one.incident in chosen) for one in found]
    shown = tuple(one for n, one in enumerate(kept) if one.linked or n < _SHOWN)
    decisions = tuple(sorted({each for verdict in judged.values() for each in verdict.decisions}))
    return PositionMatch(position.id, answer, _says(answer, shown), shown, decisions)


def _ids(found: Iterable[Candidate]) -> set[str]:
    return {one.incident for one in found}


def _by_points(position: Acknowledgement, found: Sequence[Candidate]) -> tuple[Answer, set[str]]:
    if position.answers is not None or not found or found[0].points < ENOUGH:
        return Answer.NONE, set()
    level = [one for one in found if one.points > found[0].points - LEAD]
    return (Answer.MATCHED, {found[0].incident}) if len(level) == 1 else (Answer.ONE_OF_SEVERAL, set())


def _says(answer: Answer, found: Sequence[Candidate]) -> str:
    if not found:
        return "no incident has its day and place"
    best = "; ".join(why for why, _ in found[0].why)
    match answer:
        case Answer.BY_CODE:
            return "it cites the incident's code"
        case Answer.BY_DECISION:
            return "a reviewer decided it"
        case Answer.ONE_OF_SEVERAL:
            return f"several incidents fit about equally well: {best}"
        case Answer.NONE:
            return f"no incident fits well enough; the best: {best}"
    behind = f"; the next is {found[0].points - found[1].points:.1f} points behind" if len(found) > 1 else ""
    return f"{best}{behind}"


def answered(
    incidents: Sequence[Incident], matches: Iterable[PositionMatch], propositions: Iterable[Proposition]
) -> list[Incident]:
    """Attach positions and propositions to the incidents they answer: many to many (rule 26)."""
    found: dict[str, list[str]] = {incident.id: [] for incident in incidents}
    for match in matches:
        for candidate in match.candidates:
            if candidate.linked:
                found[candidate.incident].append(match.position)
    by_code: dict[str, list[str]] = {}
    for proposition in propositions:
        by_code.setdefault(proposition.about, []).append(proposition.id)
    return [
        replace(
            incident,
            acknowledgements=tuple(sorted(set(found[incident.id]))),
            propositions=tuple(sorted(one for code in incident.codes for one in by_code.get(code, ()))),
        )
        for incident in incidents
    ]


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
