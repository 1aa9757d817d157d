"""What one source tells of one event: the claims under one code, or of one report about one place and day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from recount.clustering.nearness import FINE, LONGEST_EVENT_DAYS, locates_within
from recount.clustering.summary import commonest_period, commonest_place
from recount.model.assertions import Claim
from recount.model.codes import Cause, Outcome
from recount.model.interval import Interval
from recount.model.tolls import toll
from recount.model.values import UNDETERMINED, Period, Place


@dataclass(frozen=True, slots=True)
class Telling:
    """Claims of one source about one event. `id` is that of its first claim; `code` the source's own for the event.

    `elsewhere` are other places it quotes accounts as naming: where sources differ, each place may be the right one.
    """

    id: str
    source: str
    code: str | None
    claims: tuple[str, ...]
    place: Place
    period: Period
    killed: Interval
    cause: Cause | None
    parties: frozenset[str]
    elsewhere: tuple[Place, ...] = ()

    @property
    def places(self) -> tuple[Place, ...]:
        """Everywhere it may have happened, by any account in it."""
        return (self.place, *self.elsewhere)

    @property
    def days(self) -> range:
        """The days it may have happened on, as ordinals."""
        if self.period.start is None or self.period.end is None:
            return range(0)
        return range(self.period.start.toordinal(), self.period.end.toordinal() + 1)

    @property
    def spot(self) -> tuple[tuple[str, ...], range]:
        """Where and when, whatever the words for it were."""
        return self.place.path, self.days

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude, where the source gives them."""
        if self.place.lat is None or self.place.lon is None:
            return None
        return self.place.lat, self.place.lon


def tellings(claims: Sequence[Claim], case: tuple[str, ...] | None = None) -> list[Telling]:
    """The tellings that say where and when well enough to be compared with others, in order of id.

    Args:
        claims: claims of events.
        case: the path of the place the whole case is about; None where only what is finer than a town counts.
    """
    groups: dict[tuple[object, ...], list[Claim]] = {}
    for claim in sorted(claims, key=lambda claim: claim.id):
        groups.setdefault(_group(claim), []).append(claim)
    found = (_telling(group, case) for group in groups.values())
    return sorted((one for one in found if one is not None), key=lambda telling: telling.id)


def _group(claim: Claim) -> tuple[object, ...]:
    if claim.incident is not None:
        return (claim.source, claim.incident)
    days = (claim.period.start, claim.period.end) if claim.period is not None else ()
    number = claim.report.event if claim.report is not None else 0
    return (claim.locator.document, number, claim.event, claim.place.path if claim.place is not None else (), days)


def _telling(claims: Sequence[Claim], case: tuple[str, ...] | None) -> Telling | None:
    first, place, period = claims[0], commonest_place(claims), commonest_period(claims)
    if place is None or period is None or period.days is None or period.days > LONGEST_EVENT_DAYS:
        return None
    if first.incident is None and not locates_within(place, period, case):
        return None
    return Telling(
        first.id,
        first.source,
        first.incident,
        tuple(claim.id for claim in claims),
        place,
        period,
        toll(claims, Outcome.KILLED),
        _cause(claims),
        _parties(claims),
        _elsewhere(claims, place),
    )


def _elsewhere(claims: Iterable[Claim], usual: Place) -> tuple[Place, ...]:
    """One place for each other path that claims name as finely, in order of path."""
    named = (claim.place for claim in claims if claim.place is not None and claim.place.precision in FINE)
    others = {place.path: place for place in named if place.path and place.path != usual.path}
    return tuple(others[path] for path in sorted(others))


def _cause(claims: Iterable[Claim]) -> Cause | None:
    causes = {claim.cause for claim in claims} - {None, Cause.UNKNOWN, Cause.OTHER}
    return causes.pop() if len(causes) == 1 else None


def _parties(claims: Iterable[Claim]) -> frozenset[str]:
    named = (claim.attribution.parties for claim in claims if claim.attribution is not None)
    return frozenset(party for parties in named for party in parties or () if party != UNDETERMINED)
