"""A map without tiles: each place drawn as finely as it is known, a building as a point, a district as a disc."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from markupsafe import Markup, escape

from recount.model.codes import PlacePrecision
from recount.publication.charts.areas import outlines
from recount.publication.charts.ground import Ground
from recount.publication.charts.scale import pc
from recount.publication.public import Public, PublicBoundary, PublicIncident, PublicPlace
from recount.publication.wording import Wording

_RADIUS_KM = {
    PlacePrecision.BUILDING: 0.1,
    PlacePrecision.NEIGHBOURHOOD: 0.6,
    PlacePrecision.DISTRICT: 2.5,
}
"""How far from its point a place may be where the gazetteer does not say. A whole city or more is not drawn."""

LABELS = 12
_LETTER, _LINE, _WIDTH = 0.75, 4.5, 100.0
"""A letter's width in percent of the drawing, a line's height likewise, as wide as a label may reach."""


@dataclass(frozen=True, slots=True)
class Spot(Public):
    """A place on the map, with the events there, the earliest first."""

    place: PublicPlace
    incidents: tuple[PublicIncident, ...]

    @property
    def href(self) -> str:
        """The page of its one event, or its part of the page of places."""
        return self.incidents[0].href if len(self.incidents) == 1 else f"incidents/places.html#{self.anchor}"

    @property
    def anchor(self) -> str:
        """Its place on the page of places."""
        return "at-" + self.place.id.replace(" ", "-")


def spots(incidents: Iterable[PublicIncident]) -> list[Spot]:
    """The places that have events, in order of id; one known in different ways is drawn as coarsely as the coarsest."""
    found: dict[str, list[PublicIncident]] = {}
    for incident in incidents:
        if incident.place is not None:
            found.setdefault(incident.place.id, []).append(incident)
    return [Spot(_coarsest(those), tuple(those)) for _, those in sorted(found.items())]


def _coarsest(incidents: Sequence[PublicIncident]) -> PublicPlace:
    order = list(PlacePrecision)
    places = [incident.place for incident in incidents if incident.place is not None]
    return max(places, key=lambda place: (order.index(place.precision), place.lat is not None))


def drawable(place: PublicPlace) -> bool:
    """Whether a place can stand on the map: it has a point and is finer than a city."""
    return place.lat is not None and place.lon is not None and place.precision in _RADIUS_KM


def radius(place: PublicPlace) -> float:
    """How far from its point a place may be, in kilometres."""
    return place.radius_km if place.radius_km is not None else _RADIUS_KM[place.precision]


def months_and_parties(found: Iterable[Spot]) -> tuple[list[str], list[str]]:
    """The months and the parties by which events can be picked out, in order."""
    events = [incident for spot in found for incident in spot.incidents]
    months = sorted({_month(incident) for incident in events} - {""})
    parties = sorted({grade.party.id for incident in events for grade in incident.assessments})
    return months, parties


def schematic(
    found: Sequence[Spot],
    say: Wording,
    root: str,
    title: str,
    areas: Sequence[PublicBoundary] = (),
    *,
    picked: bool = False,
) -> Markup:
    """All places that have a point, the least certain drawn first; empty where fewer than two have one.

    With `picked` each place carries the months and parties of its events, for a script that picks them out.
    """
    drawn = sorted((s for s in found if drawable(s.place)), key=lambda s: (-radius(s.place), s.place.id))
    if len({(spot.place.lat, spot.place.lon) for spot in drawn}) < 2:
        return Markup("")
    ground = Ground((spot.place.lat or 0.0, spot.place.lon or 0.0, radius(spot.place)) for spot in drawn)
    months, parties = months_and_parties(found) if picked else ([], [])
    order = {key: str(place) for place, key in enumerate(months)}, {key: str(n) for n, key in enumerate(parties)}
    discs = "".join(_spot(ground, spot, say, root, _events(spot, *order) if picked else "") for spot in drawn)
    return Markup(
        f'<svg class=map width="100%" style="aspect-ratio:{ground.wide / ground.tall:.3f}" role=group '
        f'aria-label="{escape(title)}"><title>{escape(title)}</title><rect class=ground width="100%" height="100%" />'
        f'<svg class=land width="100%" height="100%" overflow=visible>{ground.graticule(say)}'
        f"{outlines(ground, areas, say)}{discs}"
        f"{_names(ground, drawn, say)}</svg>{ground.bar(say)}</svg>"
    )


def _month(incident: PublicIncident) -> str:
    start = None if incident.period is None else incident.period.start
    return "" if start is None else start.strftime("%Y-%m")


def _events(spot: Spot, months: Mapping[str, str], parties: Mapping[str, str]) -> str:
    """Each event as its month and its parties, by their numbers: `3.0.1 4.0`."""
    told = (
        ".".join((months.get(_month(i), ""), *sorted({parties[g.party.id] for g in i.assessments})))
        for i in spot.incidents
    )
    return f' data-e="{" ".join(told)}"'


def dot(events: int) -> float:
    """The radius of a point with so many events, in pixels: the area grows with their number."""
    return 2.5 + 0.9 * sqrt(events)


def _spot(ground: Ground, spot: Spot, say: Wording, root: str, events: str) -> str:
    place = spot.place
    x, y = (pc(value) for value in ground.at(place.lat or 0.0, place.lon or 0.0))
    r = dot(len(spot.incidents))
    precision = say.code_word("precision", place.precision.value)
    name = f"{say.place(place).striptags()} ({precision}): {say.count('incident', len(spot.incidents))}"
    around = f'<circle class="disc {place.precision.value}" cx="{x}" cy="{y}" r="{pc(ground.length(radius(place)))}" />'
    if place.precision is PlacePrecision.BUILDING:
        around = f'<circle class=exact cx="{x}" cy="{y}" r={r + 3:.1f} />'
    css = "point vague" if place.precision is PlacePrecision.DISTRICT else "point"
    return (
        f'<a href="{root}{escape(spot.href)}"{events}><title>{escape(name)}</title>{around}'
        f'<circle class="{css}" cx="{x}" cy="{y}" r={r:.1f} /></a>'
    )


def _names(ground: Ground, drawn: Sequence[Spot], say: Wording) -> str:
    """The names of the places with most events, where they do not run over one another."""
    taken: list[tuple[float, float, float]] = []
    made: list[str] = []
    for spot in sorted(drawn, key=lambda spot: (-len(spot.incidents), spot.place.id)):
        x, y = ground.at(spot.place.lat or 0.0, spot.place.lon or 0.0)
        name = say.words(spot.place.words).striptags()
        half = _LETTER * len(name) / 2
        if len(made) == LABELS:
            break
        if all(abs(y - b) > _LINE or abs(x - a) > half + c for a, b, c in taken) and half < x < _WIDTH - half:
            taken.append((x, y, half))
            up = 5 + dot(len(spot.incidents))
            made.append(f'<text class="name minor" x="{pc(x)}" y="{pc(y)}" dy="-{up:.0f}">{escape(name)}</text>')
    return "".join(made)
