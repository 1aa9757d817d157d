"""Claims, positions and victims into incidents by the source's own code, by place and time, and by decisions."""

from collections.abc import Iterable, Sequence

from recount.clustering.groups import Groups
from recount.clustering.matching import answered, suffered
from recount.clustering.nearness import locates_an_event, one_place, one_time
from recount.clustering.settings import ClusteringSettings
from recount.clustering.summary import summarise
from recount.model.assertions import Assertions, Claim, Standing
from recount.model.codes import Outcome
from recount.model.decisions import Judgement, Question, Verdict
from recount.model.incidents import Incident
from recount.model.people import Victim

_HARM = (Outcome.KILLED, Outcome.INJURED, Outcome.MISSING, Outcome.CASUALTY)


def cluster(
    assertions: Assertions, victims: Sequence[Victim], verdicts: Sequence[Verdict], settings: ClusteringSettings
) -> list[Incident]:
    """Group accounts of harm into the events behind them.

    Claims of one code are one incident; a claim without a code joins an incident of the same place and time only
    where exactly one is near; the rest make incidents of their own. Positions and propositions then answer incidents
    by code, else by place and time (a position may answer several). Victims join by their records' code, else where
    one incident alone fits their day and place. Order of the input is immaterial.
    """
    placed = [claim for claim in assertions.claims if _speaks_of_an_event(claim)]
    codes = {claim.id: (claim.source, claim.incident) for claim in placed if claim.incident is not None}
    groups = Groups((claim.id for claim in placed), _judged(verdicts, Judgement.NO), codes)
    _join_by_decision(groups, {claim.id for claim in placed}, verdicts)
    _join_by_code(groups, placed)
    _join_by_place_and_time(groups, placed, settings)
    by_id = {claim.id: claim for claim in placed}
    incidents = [summarise([by_id[member] for member in group]) for group in groups.all()]
    incidents = answered(incidents, assertions, verdicts, settings)
    return sorted(suffered(incidents, victims), key=lambda incident: incident.id)


def _speaks_of_an_event(claim: Claim) -> bool:
    """Claims of harm to people that are asserted of one event; the parts of a larger claim come with it."""
    if claim.standing is not Standing.ASSERTED or claim.outcome not in _HARM:
        return False
    return claim.incident is not None or locates_an_event(claim.place, claim.period)


def _judged(verdicts: Iterable[Verdict], judgement: Judgement) -> list[tuple[str, ...]]:
    return [v.subject for v in verdicts if v.question is Question.SAME_EVENT and v.judgement is judgement]


def _join_by_decision(groups: Groups, known: set[str], verdicts: Iterable[Verdict]) -> None:
    for left, right in _judged(verdicts, Judgement.YES):
        if left in known and right in known:
            groups.join(left, right, decided=True)


def _join_by_code(groups: Groups, claims: Sequence[Claim]) -> None:
    """A source's code names one event within that source, and a code shared across sources was copied on purpose."""
    first: dict[str, str] = {}
    for claim in sorted(claims, key=lambda claim: claim.id):
        if claim.incident is not None:
            groups.join(first.setdefault(claim.incident, claim.id), claim.id)


def _join_by_place_and_time(groups: Groups, claims: Sequence[Claim], settings: ClusteringSettings) -> None:
    """Join claims near each other; where a source knows several events near a claim, none of them is chosen."""
    ordered = sorted((c for c in claims if locates_an_event(c.place, c.period)), key=lambda claim: claim.id)
    days = _by_day(ordered)
    near = {
        claim.id: [one for one in _around(days, claim, settings) if _near(claim, one, settings)] for claim in ordered
    }
    several = {one: _sources_of_several(claims) for one, claims in near.items()}
    for claim in ordered:
        for other in near[claim.id]:
            if _unambiguous(claim, several[other.id]) and _unambiguous(other, several[claim.id]):
                groups.join(claim.id, other.id)


def _unambiguous(claim: Claim, several: set[str]) -> bool:
    """Whether a claim's code is the only one its source has near the other claim."""
    return claim.incident is None or claim.source not in several


def _sources_of_several(claims: Iterable[Claim]) -> set[str]:
    codes: dict[str, set[str]] = {}
    for claim in claims:
        if claim.incident is not None:
            codes.setdefault(claim.source, set()).add(claim.incident)
    return {source for source, known in codes.items() if len(known) > 1}


def _by_day(claims: Sequence[Claim]) -> dict[int, list[Claim]]:
    days: dict[int, list[Claim]] = {}
    for claim in claims:
        if claim.period is not None and claim.period.start is not None:
            days.setdefault(claim.period.start.toordinal(), []).append(claim)
    return days


def _around(days: dict[int, list[Claim]], claim: Claim, settings: ClusteringSettings) -> list[Claim]:
    if claim.period is None or claim.period.start is None:
        return []
    reach = settings.days + 3
    middle = claim.period.start.toordinal()
    return [other for day in range(middle - reach, middle + reach + 1) for other in days.get(day, ())]


def _near(a: Claim, b: Claim, settings: ClusteringSettings) -> bool:
    if a.place is None or b.place is None or a.period is None or b.period is None:
        return False
    return one_time(a.period, b.period, settings.days) and one_place(a.place, b.place, settings)
