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
from recount.model.values import Place, party_inside

SAME_DAY = (0.86, 0.055, 0.012, 0.005)
"""Share of tellings of one event that are that many days off, on each side; newspapers give their own day for it."""
ONE_QUARTER, WITHIN, ELSEWHERE = 0.86, 0.10, 0.03
"""The same place is named; one names a wider place than the other; a neighbouring place is named by mistake."""
POINT_COPIED, COPIED_KM = 0.45, 0.02
"""Points of one event are often copied from source to source, and rarely as near to each other where they are not."""
STRANGERS_POINT = 0.04
"""Two events of one quarter lie as close together as copied points do."""
FAR_POINTS = 0.2
"""Points further apart than the case's radius, in one place: known poorly, or of two events."""
CAUSE_KEPT, CAUSE_OTHER = 0.85, 0.1
NUMBERS_MEET, NUMBERS_APART = 0.65, 0.27
PARTY_AGREES, PARTY_DIFFERS = 1.4, 0.4
HARDLY = log(0.005)
"""Odds below which a telling is not even a rival."""
_VAGUE = {
    Cause.BOMBARDMENT: {Cause.AIRSTRIKE, Cause.ARTILLERY, Cause.COLLAPSE, Cause.FIGHTING},
    Cause.COLLAPSE: {Cause.AIRSTRIKE, Cause.ARTILLERY, Cause.EXPLOSIVE, Cause.BOMBARDMENT, Cause.FIGHTING},
    Cause.FIGHTING: set(Cause),
    Cause.EXECUTION: {Cause.SMALL_ARMS, Cause.FIGHTING},
}
"""What a vague cause word may mean (rule 15)."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What agreement with one telling is worth, among all that another source tells: logs of likelihood ratios."""

    rarity: float
    cause: float
    number_meets: float
    number_close: float
    number_far: float

    @property
    def most(self) -> float:
        """More than any telling of the source can have for it, day and place left aside."""
        return self.rarity + max(0.0, self.cause) + max(0.0, self.number_meets) + log(PARTY_AGREES)


def expected(one: Telling, around: Surroundings) -> Expected:
    """What agreement with a telling is worth among what a source tells."""
    meet = around.share_of_numbers(one.killed)
    close = max(0.05, around.share_of_numbers(_wide(one.killed)) - meet)
    return Expected(
        -log(around.a_day(one.place)),
        log(CAUSE_KEPT / around.share_of_cause(one.cause)) if one.cause is not None else 0.0,
        log(NUMBERS_MEET / meet),
        log(NUMBERS_APART / close),
        log((1 - NUMBERS_MEET - NUMBERS_APART) / max(1 - meet - close, 0.05)),
    )


def likeness(one: Telling, other: Telling, worth: Expected, settings: ClusteringSettings) -> float | None:
    """Log odds that `other` tells of the event of `one`; `worth` is what agreement means among its source's tellings.

    None where day or place rule it out, or where nothing else could make up for them.
    """
    gap = gap_days(one.period, other.period)
    if gap is None or gap > settings.days or gap >= len(SAME_DAY):
        return None
    away = None if one.point is None or other.point is None else distance_km(one.place, other.place)
    place = _place(one, other, away, settings)
    if place is None:
        return None
    where = log(SAME_DAY[gap] * place / max(len(one.days), len(other.days))) + _point(one, other, away, settings)
    if where + worth.most < HARDLY:
        return None
    party = _party(one.parties, other.parties)
    return (
        where + worth.rarity + _cause(one.cause, other.cause, worth) + _number(one.killed, other.killed, worth) + party
    )


def _place(one: Telling, other: Telling, away: float | None, settings: ClusteringSettings) -> float | None:
    """The likeliest of the places that either names."""
    fits = (_fit(a, b, settings) for a in one.places for b in other.places)
    best = max((fit for fit in fits if fit is not None), default=None)
    if best is None and away is not None and away <= COPIED_KM:
        return ELSEWHERE
    return best


def _fit(a: Place, b: Place, settings: ClusteringSettings) -> float | None:
    if a.path == b.path and a.path:
        return ONE_QUARTER
    if a.inside(b) or b.inside(a):
        return WITHIN
    return WITHIN if one_place(a, b, settings) else None


def _point(one: Telling, other: Telling, away: float | None, settings: ClusteringSettings) -> float:
    if away is None:
        return 0.0
    if away <= COPIED_KM:
        return log(POINT_COPIED / STRANGERS_POINT)
    reach = settings.radius_km + (one.place.radius_km or 0) + (other.place.radius_km or 0)
    return log(1 - POINT_COPIED) if away <= reach else log(FAR_POINTS)


def _cause(one: Cause | None, other: Cause | None, worth: Expected) -> float:
    if one is None or other is None:
        return 0.0
    if one is other:
        return worth.cause
    vague = other in _VAGUE.get(one, ()) or one in _VAGUE.get(other, ())
    return 0.0 if vague else log(CAUSE_OTHER)


def _number(one: Interval, other: Interval, worth: Expected) -> float:
    """Numbers that meet, weighed by how many of the source's events have such a number; those that do not."""
    if one.low is None or one.high is None or other.low is None or other.high is None:
        return 0.0
    if one.low <= other.high and other.low <= one.high:
        return worth.number_meets
    wide = _wide(one)
    close = other.low <= (wide.high or 0) and (wide.low or 0) <= other.high
    return worth.number_close if close else worth.number_far


def _wide(killed: Interval) -> Interval:
    """From half to twice a number: how far apart first and last tolls of one event usually are."""
    if killed.low is None or killed.high is None:
        return killed
    return Interval(killed.low // 2, killed.high * 2 + 1)


def _party(one: frozenset[str], other: frozenset[str]) -> float:
    if not one or not other:
        return 0.0
    agrees = any(party_inside(a, b) or party_inside(b, a) for a in one for b in other)
    return log(PARTY_AGREES if agrees else PARTY_DIFFERS)
