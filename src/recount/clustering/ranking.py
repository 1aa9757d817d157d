"""How well an incident fits a position: points for day, place, count and party, each with its reason (rule 28)."""

from collections.abc import Iterator, Mapping, Sequence

from recount.clustering.nearness import FINE, distance_km, locates_an_event
from recount.clustering.settings import ClusteringSettings
from recount.model.assertions import Acknowledgement, Claim
from recount.model.codes import Position
from recount.model.incidents import Incident
from recount.model.register import Candidate
from recount.model.values import UNDETERMINED, Period, Place, party_inside

Reason = tuple[str, float]

RULED_OUT = -8.0
"""What a day or a place that cannot be the same takes away."""
_FAR_TIMES = 3


class Incidents:
    """The incidents of a case by day, and the parties that their claims name."""

    def __init__(self, incidents: Sequence[Incident], claims: Mapping[str, Claim]) -> None:
        self.by_id = {incident.id: incident for incident in incidents}
        self._days: dict[int, list[Incident]] = {}
        self._codes: dict[str, list[Incident]] = {}
        self._claims = claims
        for incident in incidents:
            for code in incident.codes:
                self._codes.setdefault(code, []).append(incident)
            if incident.period is not None and incident.period.start is not None:
                self._days.setdefault(incident.period.start.toordinal(), []).append(incident)

    def coded(self, answers: str | None) -> list[Incident]:
        """The incidents that a position names by their codes, with `;` between them."""
        codes = [code.strip() for code in (answers or "").split(";")]
        return list({one.id: one for code in codes for one in self._codes.get(code, ())}.values())

    def around(self, period: Period | None, days: int) -> Iterator[Incident]:
        """The incidents that began within so many days of a period."""
        if period is None or period.start is None or period.end is None:
            return
        for day in range(period.start.toordinal() - days, period.end.toordinal() + days + 1):
            yield from self._days.get(day, ())

    def parties(self, incident: Incident) -> set[str]:
        """Whom the incident's claims name."""
        told = (self._claims[one].attribution for one in incident.claims)
        return {party for each in told if each is not None for party in each.parties} - {UNDETERMINED}


def ranked(position: Acknowledgement, known: Incidents, settings: ClusteringSettings) -> list[Candidate]:
    """Every incident that may be the one a position speaks of, best first.

    An incident whose day or place rules it out is no candidate, unless the position names it by its code.
    """
    if position.of_total:
        return []
    coded = known.coded(position.answers)
    near = list(known.around(position.period, settings.position_days)) if _dated(position) else []
    incidents = {incident.id: incident for incident in (*coded, *near)}
    made = []
    for incident in incidents.values():
        why = reasons(position, incident, known, settings)
        if incident in coded or not any(points <= RULED_OUT for _, points in why):
            made.append(Candidate(incident.id, round(sum(points for _, points in why), 2), tuple(why)))
    return sorted(made, key=lambda one: (-one.points, one.incident))


def _dated(position: Acknowledgement) -> bool:
    return locates_an_event(position.place, position.period) or (
        position.period is not None and position.period.days == 1 and position.place is not None
    )


def reasons(
    position: Acknowledgement, incident: Incident, known: Incidents, settings: ClusteringSettings
) -> list[Reason]:
    """Why an incident fits a position, and why it does not."""
    found = [
        _day(position.period, incident.period, settings),
        _place(position.place, incident.place, settings),
        _count(position, incident),
        _party(position.party, known.parties(incident)),
    ]
    return [one for one in found if one is not None]


def _day(a: Period | None, b: Period | None, settings: ClusteringSettings) -> Reason | None:
    if a is None or b is None or a.start is None or a.end is None or b.start is None or b.end is None:
        return None
    if a.overlaps(b):
        return ("the same day", 4.0)
    apart = (b.start - a.end).days if b.start > a.end else (a.start - b.end).days
    if apart > settings.position_days:
        return (f"{apart} days apart", RULED_OUT)
    return (f"{apart} days apart", 1.5) if apart > 1 else ("1 day apart", 2.5)


def _place(a: Place | None, b: Place | None, settings: ClusteringSettings) -> Reason | None:
    if a is None or b is None:
        return None
    measured = _distance(a, b, settings)
    if measured is not None and (measured[1] <= 0 or not (a.path and b.path)):
        return measured
    if not (a.path and b.path):
        return None
    if a.path == b.path:
        return ("the same place", 4.0) if b.precision in FINE else ("the same wider place", 0.5)
    if a.inside(b) or b.inside(a):
        outer = a if b.inside(a) else b
        return ("one place in the other", 3.0 if outer.precision in FINE else 0.5)
    return measured if measured is not None else ("another place", RULED_OUT)


def _distance(a: Place, b: Place, settings: ClusteringSettings) -> Reason | None:
    """Points of both, against how poorly each is known; the same digits on both sides may be a copy, and say less."""
    gap = distance_km(a, b)
    if gap is None:
        return None
    reach = max(settings.radius_km, (a.radius_km or 0) + (b.radius_km or 0))
    if (a.lat, a.lon) == (b.lat, b.lon) and a.path != b.path:
        return ("the same coordinates, perhaps copied", 2.0)
    if gap <= reach:
        return (f"{gap:.1f} km apart, within the stated precision", 3.0)
    if gap <= _FAR_TIMES * reach:
        return (f"{gap:.1f} km apart, beyond the stated precision", -1.0)
    return (f"{gap:.1f} km apart", RULED_OUT)


def _count(position: Acknowledgement, incident: Incident) -> Reason | None:
    if position.position is not Position.ACCEPTS or not position.conceded.known or not incident.killed.known:
        return None
    if position.conceded.overlaps(incident.killed):
        return ("the number conceded is claimed", 2.0)
    if incident.killed.high is not None and position.conceded.floor > incident.killed.high:
        return ("more is conceded than anybody claims", -2.0)
    return ("less is conceded than is claimed", 0.0)


def _party(party: str, named: set[str]) -> Reason | None:
    if not named:
        return None
    if any(party_inside(party, one) or party_inside(one, party) for one in named):
        return ("the claims name the party", 1.5)
    return ("the claims name only others", -2.0)
