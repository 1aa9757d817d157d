"""Which claim of one report is which claim of another: the same figure for the same outcome, whatever else changed."""

from collections.abc import Iterable, Sequence

from recount.language.reprints import read_again
from recount.model.assertions import Claim
from recount.model.codes import ClaimKind, Comparator, Outcome, Unit

_COUNTS = (Unit.PEOPLE, Unit.BODIES, Unit.NAMES)
DAYS_OF_AN_EVENT = 3
DAYS_OF_A_BATTLE = 10_000
FEWEST_TO_TELL_APART = 20
"""From how many on a figure is distinct enough to know a claim by: small counts coincide by chance."""
_HARM = (Outcome.KILLED, Outcome.INJURED, Outcome.MISSING, Outcome.CASUALTY)
DAYS_OFF = 1
"""How far apart two accounts of one event may date it."""


def counterpart(claim: Claim, others: Iterable[Claim], *, copied: bool = False) -> Claim | None:
    """The claim among others that this one repeats: equal figures first, then the one most alike in scope.

    In a copy that was printed later the same `Tuesday` is read as another day, and is the same for all that.
    """
    alike = [other for other in others if same_figure(claim, other, copied=copied)]
    return max(alike, key=lambda other: (likeness(claim, other), -(other.locator.start or 0), other.id), default=None)


def changed_counterpart(claim: Claim, others: Iterable[Claim]) -> Claim | None:
    """The claim that this one repeats under another outcome: the dead became casualties, or casualties the dead.

    Only where the other report gives the figure once, and nobody repeats it as it was.
    """
    alike = [other for other in others if _under_another_outcome(claim, other)]
    return alike[0] if len(alike) == 1 else None


def _under_another_outcome(a: Claim, b: Claim) -> bool:
    one_is_wider = (a.outcome is Outcome.CASUALTY) != (b.outcome is Outcome.CASUALTY)
    counts = all(claim.outcome in _HARM and claim.quantity.kind is not ClaimKind.NO_FIGURE for claim in (a, b))
    large = min(figures(a), default=0) >= FEWEST_TO_TELL_APART
    same = a.quantity.interval == b.quantity.interval and thing(a) == thing(b) and a.population is b.population
    return one_is_wider and counts and large and same and not _other_event(a, b)


def same_figure(a: Claim, b: Claim, *, copied: bool = False) -> bool:
    """Whether two claims give the same number of the same thing; a hedge or bound may have changed on the way."""
    if a.outcome is not b.outcome or thing(a) != thing(b):
        return False
    if _other_event(a, b) and not (copied and _reprinted(a, b)):
        return False
    if a.quantity.kind is ClaimKind.NO_FIGURE or b.quantity.kind is ClaimKind.NO_FIGURE:
        return a.quantity.kind is b.quantity.kind
    if a.quantity.unit is Unit.SHARE and not _same_share(a, b):
        return False
    return bool(figures(a)) and bool(figures(a) & figures(b)) and _both_ends(a, b)


def _other_event(a: Claim, b: Claim) -> bool:
    """Whether two claims are of different events: papers write of every strike in the same words and small numbers.

    A repetition may misplace an event, or date it a day off; it does not do more than that.
    """
    if a.incident is not None and b.incident is not None and a.incident != b.incident:
        return True
    if a.period is None or b.period is None or a.period.start is None or b.period.start is None:
        return False
    if max(a.period.days or DAYS_OF_A_BATTLE, b.period.days or DAYS_OF_A_BATTLE) > DAYS_OF_AN_EVENT:
        return False
    return abs((a.period.start - b.period.start).days) > DAYS_OFF


def _reprinted(a: Claim, b: Claim) -> bool:
    """Whether the days of two claims differ as they would if one word was read on two days of publication."""
    if a.incident is not None or b.incident is not None or a.published is None or b.published is None:
        return False
    days = [claim.period.start if claim.period is not None else None for claim in (a, b)]
    return days[0] is not None and days[1] is not None and read_again(days[0], a.published, days[1], b.published)


def _same_share(a: Claim, b: Claim) -> bool:
    """Thirds of one whole are many: a share is repeated only with its parties, and a bare `most` with its cause."""
    parties = [set(claim.attribution.parties) if claim.attribution is not None else set() for claim in (a, b)]
    alike = bool(parties[0] & parties[1]) or not (parties[0] or parties[1])
    bare = a.quantity.comparator is Comparator.AT_LEAST
    return alike and (not bare or a.cause is b.cause)


def _both_ends(a: Claim, b: Claim) -> bool:
    """A range repeats a range; one end of it alone is another figure."""
    ranges = [claim.quantity.kind is ClaimKind.RANGE for claim in (a, b)]
    return a.quantity.interval == b.quantity.interval if any(ranges) else True


def thing(claim: Claim) -> str:
    """What a claim counts: people under all their names, else its unit."""
    unit = claim.quantity.unit
    return "people" if unit in _COUNTS else unit.value


def figures(claim: Claim) -> frozenset[float]:
    """The numbers a claim says."""
    interval = claim.quantity.interval
    return frozenset(float(end) for end in (interval.low, interval.high) if end is not None)


def likeness(a: Claim, b: Claim) -> int:
    """In how many respects two claims agree beyond the figure."""
    return (
        3 * (a.quantity.interval == b.quantity.interval)
        + 2 * (a.population is b.population)
        + 2 * (a.attribution == b.attribution)
        + 2 * (a.claimant == b.claimant)
        + (a.quantity.comparator is b.quantity.comparator)
        + (a.place == b.place)
    )


def same_event(a: Claim, b: Claim) -> bool:
    """Whether two claims may speak of one event: neither code, place nor period sets them apart."""
    if a.incident is not None and b.incident is not None and a.incident != b.incident:
        return False
    if a.place is not None and b.place is not None and not (a.place.inside(b.place) or b.place.inside(a.place)):
        return False
    return a.period is None or b.period is None or a.period.overlaps(b.period)


def distinct_figures(claims: Sequence[Claim]) -> frozenset[tuple[str, float]]:
    """The figures of harm in a report that are not everybody's: small counts coincide by chance."""
    return frozenset(
        (claim.outcome.value, figure)
        for claim in claims
        if claim.outcome in (Outcome.KILLED, Outcome.INJURED) and claim.quantity.unit in _COUNTS
        for figure in figures(claim)
        if figure >= FEWEST_TO_TELL_APART
    )
