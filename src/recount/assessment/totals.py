"""What is claimed and what is acknowledged of the whole, kept apart from what is documented."""

from collections.abc import Sequence
from dataclasses import replace

from recount.assessment.dossier import Dossier
from recount.assessment.positions import conceded, current, stated_total
from recount.model.assertions import Acknowledgement, Claim
from recount.model.codes import ClaimKind, Kind, Position
from recount.model.incidents import Incident
from recount.model.interval import Interval, hull_of
from recount.model.ledger import Effect, Figure, Line
from recount.model.scope import Scope
from recount.model.values import party_inside

_COUNTS = (ClaimKind.EXACT, ClaimKind.RANGE, ClaimKind.BOUND, ClaimKind.APPROXIMATE)


def claimed(dossier: Dossier) -> list[Figure]:
    """One figure per independent voice that claims a total for the whole scope, most repeated first.

    All totals of one origin, and all of one claimant, are one voice. Totals of different voices are never added.
    The first is called `claimed`, the next `claimed/2`.
    """
    whole = [claim for claim in dossier.assertions.claims if covers(claim, dossier.scope)]
    groups = sorted(
        _voices(whole, dossier), key=lambda found: (-_documents(found), -_top(found), min(c.id for c in found))
    )
    return [_claimed(claims, "claimed" if n == 0 else f"claimed/{n + 1}", dossier) for n, claims in enumerate(groups)]


def _voices(claims: Sequence[Claim], dossier: Dossier) -> list[list[Claim]]:
    """The claims of each voice: joined where they share an origin or a claimant, whatever a text calls him."""
    groups: list[tuple[set[str], list[Claim]]] = []
    for claim in claims:
        marks = {dossier.origin(claim), dossier.speaker(claim) or claim.id}
        mine = [group for group in groups if group[0] & marks]
        groups = [group for group in groups if not group[0] & marks]
        groups.append((marks.union(*(g[0] for g in mine)), [claim, *(one for g in mine for one in g[1])]))
    return [group[1] for group in groups]


def covers(claim: Claim, scope: Scope) -> bool:
    """Whether a claim counts everyone of the scope, whoever killed them."""
    if not claim.counts_everyone or claim.outcome is not scope.outcome or claim.quantity.kind not in _COUNTS:
        return False
    if claim.attribution is not None or claim.place is None or scope.place is None:
        return False
    if claim.incident is not None or claim.place.path != scope.place.path:
        return False
    return claim.period is None or scope.period is None or claim.period.nearly(scope.period)


def _documents(claims: Sequence[Claim]) -> int:
    return len({claim.locator.document for claim in claims})


def _top(claims: Sequence[Claim]) -> float:
    return max((claim.quantity.interval.high or claim.quantity.interval.floor) for claim in claims)


def _claimed(claims: list[Claim], name: str, dossier: Dossier) -> Figure:
    claims = sorted(claims, key=lambda claim: claim.id)
    says = (
        f"claimed by {_claimants(claims)}, in {_documents(claims)} reports"
        if _documents(claims) > 1
        else (f"claimed by {_claimants(claims)}")
    )
    interval = hull_of([claim.quantity.interval for claim in claims if not _one_end_told(claim, claims)])
    line = Line(Effect.ADDS, interval, "one origin, one voice", says, tuple(c.id for c in claims), _claimants(claims))
    populations = {claim.population for claim in claims}
    population = populations.pop() if len(populations) == 1 else dossier.scope.population
    scope = replace(dossier.scope, kind=Kind.CLAIMED, population=population)
    return Figure(name, scope, (line,), notes=_perhaps(claims, dossier))


def _perhaps(claims: Sequence[Claim], dossier: Dossier) -> tuple[str, ...]:
    """Who a claimant may be, where his words hold a known name and do not mean it for sure: he stays a voice apart."""
    told: dict[str, None] = {}
    for claim in claims:
        known = dossier.roster.speaker(claim.chain)
        if known.key is None and known.maybe:
            names = " or ".join(known.maybe)
            told[f"“{claim.claimant}” may be the voice of {names}, and is counted as a voice of its own."] = None
    return tuple(told)


def _one_end_told(claim: Claim, voice: Sequence[Claim]) -> bool:
    """Whether a bound only gives one end of a range of the same voice again: `more than 10,040` of 10,040 to 11,660.

    It is evidence of that range, and leaves neither of its ends open.
    """
    told = claim.quantity.interval
    ranges = [one.quantity.interval for one in voice if one.quantity.kind is ClaimKind.RANGE]
    return any((told.low == one.low) != (told.high == one.high) and None in (told.low, told.high) for one in ranges)


def _claimants(claims: Sequence[Claim]) -> str:
    return " / ".join(sorted({claim.claimant or "no one named" for claim in claims}))


def acknowledged(dossier: Dossier) -> list[Figure]:
    """What each party acknowledges: its latest total, or else the sum over the incidents it accepts."""
    figures = [_total(party.id, dossier) or _over_incidents(party.id, dossier) for party in dossier.parties]
    given = [figure for figure in figures if figure is not None]
    return [figure for figure in given if not any(_retold(figure, other, dossier) for other in given)]


def _retold(figure: Figure, other: Figure, dossier: Dossier) -> bool:
    """Whether reports only laid a coalition's own figure to a partner: a repetition, not a second position."""
    one, whole = (figure.scope.parties or ("",))[0], (other.scope.parties or ("",))[0]
    if one == whole or not party_inside(one, whole) or figure.interval != other.interval:
        return False
    behind = [dossier.positions[e] for line in figure.lines for e in line.evidence if e in dossier.positions]
    return all(position.found_by != "table" for position in behind)


def _total(party: str, dossier: Dossier) -> Figure | None:
    own = [one for one in _positions(dossier) if one.party == party and _of_the_whole(one, dossier)]
    standing = [one for one in current(own) if one.position is Position.ACCEPTS and one.conceded.known]
    if not standing:
        return None
    ids = tuple(one.id for one in standing)
    says = "its latest total of its own"
    line = Line(Effect.ADDS, stated_total(standing), "a party's latest position", says, ids, "stated total")
    beside = (
        *(_incident_line(one, found) for one, found in _accepted(party, dossier)),
        *(_unmatched_line(found) for found in _unmatched(party, dossier)),
    )
    return Figure(f"acknowledged/{party}", _scope(party, standing, dossier), (line,), beside)


def _of_the_whole(position: Acknowledgement, dossier: Dossier) -> bool:
    """Whether a total speaks of this case: one of a wider war or a single month says nothing of it."""
    place, period = dossier.scope.place, dossier.scope.period
    here = position.place is None or place is None or position.place.path == place.path
    then = position.period is None or period is None or position.period.nearly(period)
    return position.of_total and here and then


def _over_incidents(party: str, dossier: Dossier) -> Figure | None:
    accepted = _accepted(party, dossier)
    lines = (
        *(_incident_line(one, found) for one, found in accepted),
        *(_unmatched_line(found) for found in _unmatched(party, dossier)),
    )
    if not lines:
        return None
    positions = [dossier.positions[e] for line in lines for e in line.evidence if e in dossier.positions]
    return Figure(f"acknowledged/{party}", _scope(party, positions, dossier), lines)


def _accepted(party: str, dossier: Dossier) -> list[tuple[Incident, list[Acknowledgement]]]:
    """What the party and its partners accept, each position once: one that may answer several incidents concedes its
    dead once (rule 26).
    """
    found = []
    taken: set[str] = set()
    known = {one.id: one for one in _positions(dossier)}
    for incident in dossier.incidents:
        told = (known[one] for one in incident.acknowledgements if one in known)
        accepting = [one for one in current(told) if _accepts(one, party)]
        fresh = [one for one in accepting if one.id not in taken]
        if fresh:
            taken.update(one.id for one in fresh)
            found.append((incident, fresh))
    return found


def _accepts(one: Acknowledgement, party: str) -> bool:
    return one.position is Position.ACCEPTS and party_inside(one.party, party)


def _positions(dossier: Dossier) -> list[Acknowledgement]:
    """Positions on what the figure counts: a party that admits to wounding people has not conceded a death."""
    return [one for one in dossier.assertions.acknowledgements if one.outcome is dossier.scope.outcome]


def _unmatched(party: str, dossier: Dossier) -> list[list[Acknowledgement]]:
    """What is accepted of events that no incident of the case is known to be, by the event it names."""
    matched = {one for incident in dossier.incidents for one in incident.acknowledgements}
    events: dict[str, list[Acknowledgement]] = {}
    for one in _positions(dossier):
        if one.id not in matched and not one.of_total and _within(one, dossier.scope):
            place = "" if one.place is None else one.place.id or one.place.written
            events.setdefault(one.answers or f"{one.period} {place}", []).append(one)
    standing = ([one for one in current(events[event]) if _accepts(one, party)] for event in sorted(events))
    return [found for found in standing if found]


def _within(one: Acknowledgement, scope: Scope) -> bool:
    """Whether a position names a day and place, and none that lies outside the case."""
    if one.period is None or (scope.period is not None and not one.period.inside(scope.period)):
        return False
    return one.place is None or scope.place is None or one.place.inside(scope.place)


def _unmatched_line(positions: list[Acknowledgement]) -> Line:
    says = f"accepted for an event of {positions[0].period} that is no incident here for sure"
    ids = tuple(one.id for one in positions)
    return Line(Effect.ADDS, conceded(positions), "a party's latest position", says, ids, "no incident")


def _incident_line(incident: Incident, positions: list[Acknowledgement]) -> Line:
    name = incident.title or (incident.place.id if incident.place else "an incident")
    amount: Interval = conceded(positions)
    ids = (incident.id, *(one.id for one in positions))
    return Line(Effect.ADDS, amount, "a party's latest position", f"accepted for {name}, {incident.period}", ids, name)


def _scope(party: str, positions: Sequence[Acknowledgement], dossier: Dossier) -> Scope:
    populations = {one.population for one in positions}
    population = populations.pop() if len(populations) == 1 else dossier.scope.population
    return replace(dossier.scope, kind=Kind.ACKNOWLEDGED, parties=(party,), population=population)
