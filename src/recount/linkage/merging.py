"""What the records of one person say together. Nothing is averaged; what they disagree on widens or stays unknown."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from recount.model.assertions import Attribution, Record, WrittenName
from recount.model.codes import Basis, Cause, Outcome, PlacePrecision, Precision, Sex, Status
from recount.model.ids import content_id
from recount.model.people import Victim
from recount.model.values import Age, Period, Place

_OUTCOMES = (Outcome.KILLED, Outcome.OTHER, Outcome.MISSING, Outcome.INJURED, Outcome.CASUALTY)
_FROM_ABOVE = frozenset({Cause.AIRSTRIKE, Cause.ARTILLERY, Cause.BOMBARDMENT})
_COLLAPSES = frozenset({Cause.AIRSTRIKE, Cause.ARTILLERY, Cause.EXPLOSIVE, Cause.BOMBARDMENT})
_FINEST_FIRST = tuple(PlacePrecision)


def victim(records: Sequence[Record], joined: float, decisions: Iterable[str]) -> Victim:
    """One person out of all records of them."""
    ordered = sorted(records, key=lambda record: record.id)
    return Victim(
        id=content_id("v", [ordered[0].id]),
        records=tuple(record.id for record in ordered),
        sources=tuple(sorted({record.source for record in ordered})),
        names=_names(ordered),
        sex=_sex(ordered),
        age=_age(ordered),
        outcome=min((record.outcome for record in ordered), key=_OUTCOMES.index),
        died=_died(ordered),
        place=_place([record.place for record in ordered if record.place is not None and record.place.path]),
        cause=_cause({record.cause for record in ordered}),
        status=_status({record.status for record in ordered}),
        attributions=_attributions(ordered),
        incidents=tuple(sorted({record.incident for record in ordered if record.incident is not None})),
        joined=joined,
        decisions=tuple(sorted(set(decisions))),
    )


def _names(records: Sequence[Record]) -> tuple[WrittenName, ...]:
    """Every spelling once, the fullest first."""
    found = dict.fromkeys(name for record in records for name in record.names)
    return tuple(sorted(found, key=lambda name: (-len(name.text.split()), name.script, name.text)))


def _sex(records: Sequence[Record]) -> Sex:
    counts = Counter(record.sex for record in records if record.sex is not Sex.UNKNOWN).most_common()
    if not counts or (len(counts) == 2 and counts[0][1] == counts[1][1]):
        return Sex.UNKNOWN
    return counts[0][0]


def _age(records: Sequence[Record]) -> Age | None:
    ages = [record.age for record in records if record.age is not None]
    return Age(min(age.low for age in ages), max(age.high for age in ages)) if ages else None


def _died(records: Sequence[Record]) -> Period | None:
    """What the dates of death have in common, else all of them; a registration only says *not later than*."""
    periods = [record.died for record in records if record.died is not None]
    if not periods:
        registered = [record.registered for record in records if record.registered is not None]
        return Period(None, min(registered), Precision.SPAN, Basis.REGISTRATION) if registered else None
    start = max((period.start for period in periods if period.start is not None), default=None)
    end = min((period.end for period in periods if period.end is not None), default=None)
    if start is None or end is None or start <= end:
        return _same(periods, start, end)
    starts = [period.start for period in periods]
    ends = [period.end for period in periods]
    first = None if None in starts else min(day for day in starts if day is not None)
    last = None if None in ends else max(day for day in ends if day is not None)
    return Period(first, last, Precision.SPAN, periods[0].basis)


def _same(periods: Sequence[Period], start: date | None, end: date | None) -> Period:
    """The period itself where one record gives it, so that its precision and basis stay."""
    given = next((period for period in periods if (period.start, period.end) == (start, end)), None)
    return given if given is not None else Period(start, end, Precision.SPAN, periods[0].basis)


def _place(places: Sequence[Place]) -> Place | None:
    """The narrowest place all agree with; where they part, the wider place that holds them all."""
    if not places:
        return None
    narrowest = max(places, key=lambda place: (len(place.path), place.path))
    if all(narrowest.inside(place) for place in places):
        return narrowest
    shared = _shared([place.path for place in places])
    if not shared:
        return None
    given = next((place for place in places if place.path == shared), None)
    if given is not None:
        return given
    coarsest = max(_FINEST_FIRST.index(place.precision) for place in places)
    precision = _FINEST_FIRST[min(coarsest + 1, len(_FINEST_FIRST) - 1)]
    return Place(shared, precision, basis=Basis.ASSUMED)


def _shared(paths: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    shared = []
    for steps in zip(*paths, strict=False):
        if len(set(steps)) > 1:
            break
        shared.append(steps[0])
    return tuple(shared)


def _cause(causes: set[Cause]) -> Cause:
    """One cause where the records agree; a collapse gives way to a weapon that can bring a house down (rule 15)."""
    known = causes - {Cause.UNKNOWN}
    if Cause.COLLAPSE in known and known & _COLLAPSES:
        known -= {Cause.COLLAPSE}
    if len(known) == 1:
        return next(iter(known))
    if known and known <= _FROM_ABOVE:
        return Cause.BOMBARDMENT if len(known - {Cause.BOMBARDMENT}) > 1 else next(iter(known - {Cause.BOMBARDMENT}))
    return Cause.UNKNOWN


def _status(found: set[Status]) -> Status:
    """Unknown unless a source says so, and unknown again where sources differ (rule 14)."""
    known = found - {Status.UNKNOWN}
    return next(iter(known)) if len(known) == 1 else Status.UNKNOWN


def _attributions(records: Sequence[Record]) -> tuple[Attribution, ...]:
    found = dict.fromkeys(record.attribution for record in records if record.attribution is not None)
    return tuple(sorted(found, key=lambda attribution: (attribution.parties, attribution.by, attribution.ground)))
