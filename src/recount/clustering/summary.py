"""What a group of claims says together about one event."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from recount.clustering.nearness import FINE
from recount.model.assertions import Claim
from recount.model.codes import Outcome
from recount.model.ids import content_id
from recount.model.incidents import Incident
from recount.model.tolls import toll
from recount.model.values import Period, Place


def summarise(claims: Sequence[Claim]) -> Incident:
    """One incident out of its claims, all of them kept; the id is made of its code, or of its place and day."""
    codes = tuple(sorted({claim.incident for claim in claims if claim.incident is not None}))
    place, period = commonest_place(claims), commonest_period(claims)
    key = codes or (place.path if place else (), str(period), min(claim.id for claim in claims))
    return Incident(
        content_id("i", key),
        place,
        period,
        codes,
        title=_called(place) if place is not None else ", ".join(codes),
        claims=tuple(sorted(claim.id for claim in claims)),
        killed=toll(claims, Outcome.KILLED),
        injured=toll(claims, Outcome.INJURED),
    )


def _called(place: Place) -> str:
    """The place as written, but for a dateline's capitals."""
    return place.written.title() if place.written.isupper() else place.written or place.id


def commonest_place(claims: Sequence[Claim]) -> Place | None:
    """The finest place most claims give, else a point that no gazetteer names; ties go to the path that sorts first."""
    given = [claim.place for claim in claims if claim.place is not None]
    places = [place for place in given if place.path] or [place for place in given if place.lat is not None]
    fine = [place for place in places if place.precision in FINE] or places
    counts = Counter(place.path for place in fine)
    best = min(counts, key=lambda path: (-counts[path], path), default=None)
    found = (place for place in fine if place.path == best)
    return min(
        found,
        key=lambda place: (place.lat is None, place.written.isupper(), place.written, place.lat or 0, place.lon or 0),
        default=None,
    )


def commonest_period(claims: Sequence[Claim]) -> Period | None:
    """The period most claims give; ties go to the shortest, then to the earliest."""
    periods = [claim.period for claim in claims if claim.period is not None]
    counts = Counter(periods)

    def order(period: Period) -> tuple[int, int, date, date]:
        length = period.days if period.days is not None else 10**6
        return (-counts[period], length, period.start or date.min, period.end or date.max)

    return min(counts, key=order, default=None)
