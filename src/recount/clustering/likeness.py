"""How much two tellings look like one event: day, place, point, cause, number and party, each weighed by its rarity.

The odds that a telling of another source is about the same event, against being one of that source's other events, are
(density of its features if it is the same) / (density of such events around). Shares under "the same" are set here with
their reasons; densities of other events are counted from the case itself (`surroundings`).
"""

from dataclasses import dataclass
from math import log

from recount.clustering.nearness import distance_km, gap_days, one_place
from recount.clustering.settings import ClusteringSettings
from recount.clustering.surroundings import Surroundings
from recount.clustering.tellings import Telling
from recount.model.codes import Cause
from recount.model.interval import Interval
from recount.model.values import party_inside

SAME_DAY = (0.86, 0.055, 0.012, 0.005)
"""Share of tellings of one event that are that many days off, on each side; newspapers give their own day for it."""
ONE_QUARTER, WITHIN, ELSEWHERE = 0.86, 0.10, 0.03
"""The same place is named; one names a wider place than the other; a neighbouring place is named by mistake."""
POINT_COPIED, COPIED_KM, NEAR_KM = 0.45, 0.02, 1.0
"""Points of one event are often copied from source to source, and rarely as near to each other where they are not."""
STRANGERS_POINT = 0.04
"""Two events of one quarter lie as close together as copied points do."""
FAR_POINTS = 0.2
"""Points further apart than the case's radius, in one place: known poorly, or of two events."""
CAUSE_KEPT, CAUSE_OTHER = 0.85, 0.1
NUMBERS_MEET, NUMBERS_APART = 0.65, 0.27
PARTY_AGREES, PARTY_DIFFERS = 1.4, 0.4
_VAGUE = {
    Cause.BOMBARDMENT: {Cause.AIRSTRIKE, Cause.ARTILLERY, Cause.COLLAPSE, Cause.FIGHTING},
    Cause.COLLAPSE: {Cause.AIRSTRIKE, Cause.ARTILLERY, Cause.EXPLOSIVE, Cause.BOMBARDMENT, Cause.FIGHTING},
    Cause.FIGHTING: set(Cause),
    Cause.EXECUTION: {Cause.SMALL_ARMS, Cause.FIGHTING},
}
"""What a vague cause word may mean (rule 15)."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Log odds, with the part each feature has in them, for people to read."""

    parts: tuple[tuple[str, float], ...]

    @property
    def log_odds(self) -> float:
        """All parts together."""
        return sum(weight for _, weight in self.parts)


def likeness(one: Telling, other: Telling, around: Surroundings, settings: ClusteringSettings) -> Likeness | None:
    """How much `other` looks like the event of `one`; `around` is what the source of `other` tells besides.

    None where day or place rule it out.
    """
    gap = gap_days(one.period, other.period)
    place = _place(one, other, settings)
    if gap is None or gap > settings.days or gap >= len(SAME_DAY) or place is None:
        return None
    spread = max(len(one.days), len(other.days))
    density = max(around.a_day(one.place), around.a_day(other.place) if place < WITHIN else 0.0)
    parts = (
        ("day", log(SAME_DAY[gap] / spread)),
        ("place", log(place)),
        ("events around", -log(density)),
        ("point", _point(one, other, settings)),
        ("cause", _cause(one.cause, other.cause, around)),
        ("number", _number(one.killed, other.killed, around)),
        ("party", _party(one.parties, other.parties)),
    )
    return Likeness(parts)


def _place(one: Telling, other: Telling, settings: ClusteringSettings) -> float | None:
    if one.place.path == other.place.path and one.place.path:
        return ONE_QUARTER
    if one.place.inside(other.place) or other.place.inside(one.place):
        return WITHIN
    gap = distance_km(one.place, other.place)
    if gap is not None and gap <= COPIED_KM:
        return ELSEWHERE
    return WITHIN if one_place(one.place, other.place, settings) else None


def _point(one: Telling, other: Telling, settings: ClusteringSettings) -> float:
    if one.point is None or other.point is None:
        return 0.0
    gap = distance_km(one.place, other.place) or 0.0
    if gap <= COPIED_KM:
        return log(POINT_COPIED / STRANGERS_POINT)
    reach = settings.radius_km + (one.place.radius_km or 0) + (other.place.radius_km or 0)
    return log(1 - POINT_COPIED) if gap <= reach else log(FAR_POINTS)


def _cause(one: Cause | None, other: Cause | None, around: Surroundings) -> float:
    if one is None or other is None:
        return 0.0
    if one is other:
        return log(CAUSE_KEPT / around.share_of_cause(other))
    vague = other in _VAGUE.get(one, ()) or one in _VAGUE.get(other, ())
    return 0.0 if vague else log(CAUSE_OTHER)


def _number(one: Interval, other: Interval, around: Surroundings) -> float:
    """Numbers that meet, weighed by how many of the source's events have such a number; those that do not."""
    if one.low is None or one.high is None or other.low is None or other.high is None:
        return 0.0
    meets = one.low <= other.high and other.low <= one.high
    if meets:
        return log(NUMBERS_MEET / around.share_of_numbers(one))
    wide = Interval(one.low // 2, one.high * 2 + 1)
    close = around.share_of_numbers(wide) - around.share_of_numbers(one)
    if other.low <= (wide.high or 0) and (wide.low or 0) <= other.high:
        return log(NUMBERS_APART / max(close, 0.05))
    return log((1 - NUMBERS_MEET - NUMBERS_APART) / max(1 - close, 0.05))


def _party(one: frozenset[str], other: frozenset[str]) -> float:
    if not one or not other:
        return 0.0
    agrees = any(party_inside(a, b) or party_inside(b, a) for a in one for b in other)
    return log(PARTY_AGREES if agrees else PARTY_DIFFERS)
