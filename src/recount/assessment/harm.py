"""How many deaths of one incident are documented, and what is claimed beyond that (rule 24)."""

from dataclasses import dataclass

from recount.assessment.dossier import Dossier
from recount.assessment.positions import conceded, current
from recount.model.assertions import Acknowledgement, Claim
from recount.model.codes import Outcome, Position, Stance, Unit
from recount.model.incidents import Incident
from recount.model.interval import UNKNOWN, Interval
from recount.model.tolls import figures_first, toll


@dataclass(frozen=True, slots=True)
class Harm:
    """The killed of one incident.

    `documented` is what the evidence carries, unknown where nobody gives a figure; `residual` what is claimed beyond
    it: contested, neither deleted nor added twice. `conceded` is what parties accept; `why` one sentence.
    """

    documented: Interval
    residual: Interval
    conceded: Interval
    why: str


def harm(incident: Incident, dossier: Dossier) -> Harm:
    """Weigh one incident's claims against what parties concede and whom the lists name.

    Where a party concedes deaths, they are documented, up to the highest figure of its own finding; what others claim
    beyond is residual. Otherwise the claims' own range is documented. Those known by name are a floor in both: the
    people whom a list places there by the incident's code, or as many as one source says it can name.
    """
    standing = current(dossier.positions[one] for one in incident.acknowledgements)
    accepted = conceded(one for one in standing if one.outcome is Outcome.KILLED)
    if accepted.known and any(dossier.answering[one.id] > 1 for one in standing):
        # Of one concession for several events nobody can say where the dead lie.
        here = conceded(one for one in standing if one.outcome is Outcome.KILLED and dossier.answering[one.id] == 1)
        accepted = Interval(here.floor, accepted.high)
    told = [dossier.claims[one] for one in incident.claims]
    claims = figures_first(claim for claim in told if claim.outcome is Outcome.KILLED)
    whom = (Outcome.KILLED, dossier.scope.population)
    claimed = toll(told, *whom)
    if accepted.known and accepted.high != 0:
        documented = _own_finding(accepted, claims, standing, dossier)
        why = f"{accepted} conceded"
        if documented != accepted:
            why += f"; the same finding leaves up to {documented.high} open"
    else:
        documented, why = claimed, "the range of what independent sources claim"
    documented, why = _with_named(documented, _named(incident, dossier), why)
    by_others = toll([claim for claim in told if claim.stance is not Stance.ACKNOWLEDGES], *whom)
    return Harm(documented, _beyond(by_others, documented), accepted, why)


def _own_finding(
    accepted: Interval, claims: list[Claim], standing: list[Acknowledgement], dossier: Dossier
) -> Interval:
    """What a party concedes, up to the highest figure it gives itself no earlier than it conceded."""
    since = {one.party: one.stated for one in standing if one.position is Position.ACCEPTS}
    high = accepted.high if accepted.high is not None else accepted.floor
    for claim in claims:
        party = dossier.speaks_for(claim)
        if party not in since:
            continue
        conceded_on = since[party]
        if claim.published is None or conceded_on is None or claim.published >= conceded_on:
            high = max(high, claim.closed.high or 0)
    return Interval(accepted.floor, high)


def _named(incident: Incident, dossier: Dossier) -> int:
    told = [dossier.claims[one] for one in incident.claims]
    names = [c for c in told if c.outcome is Outcome.KILLED and c.quantity.unit is Unit.NAMES and c.relation == "named"]
    return max([_sure(incident, dossier), *(int(claim.quantity.interval.floor) for claim in names)])


def _sure(incident: Incident, dossier: Dossier) -> int:
    """How many people a list itself places in this incident by its code; their day and place alone are no proof."""
    return len(sure_victims(incident, dossier))


def sure_victims(incident: Incident, dossier: Dossier) -> list[str]:
    """The people whom a list itself places in this incident by its code."""
    victims = (dossier.victims[one] for one in incident.victims)
    return [victim.id for victim in victims if set(victim.incidents) & set(incident.codes)]


def _with_named(documented: Interval, named: int, why: str) -> tuple[Interval, str]:
    if named == 0 or (documented.low is not None and documented.low >= named):
        return documented, why
    high = None if documented.high is None else max(documented.high, named)
    return Interval(named, named if high is None else high), f"{why}; at least {named} people are known by name"


def _beyond(claimed: Interval, documented: Interval) -> Interval:
    if claimed.high is None or documented.high is None or claimed.high <= documented.high:
        return UNKNOWN
    return Interval(max(0, claimed.floor - documented.high), claimed.high - documented.high)
