"""How well an incident fits a position: points for day, place, count and party, each with its reason (rule 28)."""

from collections.abc import Mapping, Sequence

from recount.clustering.nearness import FINE, distance_km, locates_an_event
from recount.clustering.settings import ClusteringSettings
from recount.clustering.shelf import Shelf
from recount.model.assertions import Acknowledgement, Claim
from recount.model.codes import PlacePrecision, Position
from recount.model.incidents import Incident
from recount.model.register import Candidate
from recount.model.values import UNDETERMINED, Period, Place, party_inside

Reason = tuple[str, float]

RULED_OUT = -8.0
"""What a day or a place that cannot be the same takes away."""
_FAR_TIMES = 3
_KEPT = 12
"""How many candidates of a position are looked at again; the rest are further behind."""


class Incidents:
    """The incidents of a case by day, and the parties that their claims name."""

    def __init__(self, incidents: Sequence[Incident], claims: Mapping[str, Claim]) -> None:
        self.by_id = {incident.id: incident for incident in incidents}
        self._shelf: Shelf[Incident] = Shelf()
        self._codes: dict[str, list[Incident]] = {}
        self._claims = claims
        self._parties: dict[str, frozenset[str]] = {}
        for incident in incidents:
            for code in incident.codes:
                self._codes.setdefault(code, []).append(incident)
            if incident.period is not None and incident.period.start is not None:
                self._shelf.put(incident.id, incident, incident.place, [incident.period.start.toordinal()])

    def coded(self, answers: str | None) -> list[Incident]:
        """The incidents that a position names by their codes, with `;` between them."""
        codes = [code.strip() for code in (answers or "").split(";")]
        return list({one.id: one for code in codes for one in self._codes.get(code, ())}.values())

    def around(self, position: Acknowledgement, settings: ClusteringSettings) -> list[Incident]:
        """The incidents that began within the days of a position's event, and are not surely elsewhere."""
        period, place = position.period, position.place
        if period is None or period.start is None or period.end is None:
            return []
        days = settings.position_days
        span = range(period.start.toordinal() - days, period.end.toordinal() + days + 1)
        reach = settings.radius_km + (place.radius_km or 0 if place is not None else 0)
        return self._shelf.near(place, span, _FAR_TIMES * reach)

    def parties(self, incident: Incident) -> frozenset[str]:
        """Whom the incident's claims name."""
        if incident.id not in self._parties:
            told = (self._claims[one].attribution for one in incident.claims)
            named = {party for each in told if each is not None for party in each.parties}
            self._parties[incident.id] = frozenset(named - {UNDETERMINED})
        return self._parties[incident.id]


def ranked(position: Acknowledgement, known: Incidents, settings: ClusteringSettings) -> list[Candidate]:
    """Every incident that may be the one a position speaks of, best first.

    An incident whose day or place rules it out is no candidate, unless the position names it by its code.
    """
    if position.of_total:
        return []
    coded = {incident.id: incident for incident in known.coded(position.answers)}
    near = known.around(position, settings) if _dated(position) else []
    weighed = []
    for incident in {one.id: one for one in (*coded.values(), *near)}.values():
        why = reasons(position, incident, known, settings, even_if_ruled_out=incident.id in coded)
        if why is not None:
            weighed.append((-round(sum(points for _, points in why), 2), incident.id, why))
    weighed.sort(key=lambda one: one[:2])
    kept = [one for n, one in enumerate(weighed) if n < _KEPT or one[1] in coded]
    return [Candidate(incident, -points, tuple(why)) for points, incident, why in kept]


def _dated(position: Acknowledgement) -> bool:
    return locates_an_event(position.place, position.period) or (
        position.period is not None and position.period.days == 1 and position.place is not None
    )


def reasons(
    position: Acknowledgement,
    incident: Incident,
    known: Incidents,
    settings: ClusteringSettings,
    *,
    even_if_ruled_out: bool = True,
) -> list[Reason] | None:
    """Why an incident fits a position, and why it does not; None where its day or place rule it out."""
    town = not incident.codes and incident.place is not None and incident.place.precision is PlacePrecision.CITY
    where = [_day(position.period, incident.period, settings), _place(position.place, incident.place, settings)]
    if town and position.place is not None and incident.place and position.place.path == incident.place.path:
        where[1] = ("the same town", 3.0)  # an event that reports place by its town, in a case of a wider land
    found = [one for one in where if one is not None]
    if not even_if_ruled_out and any(points <= RULED_OUT for _, points in found):
        return None
    more = (_count(position, incident), _party(position.party, known.parties(incident)))
    return [*found, *(one for one in more if one is not None)]


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
        # Who answers an allegation takes the place as it was alleged: a wide one is rather another wide one.
        return ("the same place", 4.0) if b.precision in FINE else ("the same wider place", 1.5)
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


def _party(party: str, named: frozenset[str]) -> Reason | None:
    if not named:
        return None
    if any(party_inside(party, one) or party_inside(one, party) for one in named):
        return ("the claims name the party", 1.5)
    return ("the claims name only others", -2.0)
