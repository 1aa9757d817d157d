"""What the parties' own statements come to: revisions, lags, and who supports or denies what (rules 27 and 30)."""

from collections.abc import Iterable, Sequence
from datetime import date

from recount.model.assertions import Acknowledgement, Proposition, Side
from recount.model.codes import Basis, Position
from recount.model.incidents import Incident
from recount.model.register import Dispute, Lag, Revision, Turned
from recount.model.values import Period

_AGAINST = (Position.DENIES, Position.NON_CREDIBLE)


def revisions(positions: Iterable[Acknowledgement]) -> tuple[Revision, ...]:
    """Every position that replaces an earlier one, in order of party and of when it was stated.

    From a denial, or from *non-credible*, to an acceptance and back is a reversal; so is an acceptance reopened.
    """
    given = {one.id: one for one in positions}
    pairs = [(given[one.supersedes], one) for one in given.values() if one.supersedes in given]
    pairs.sort(key=lambda pair: (pair[1].party, pair[1].stated or date.max, pair[1].id))
    return tuple(_revision(earlier, later) for earlier, later in pairs)


def _revision(earlier: Acknowledgement, later: Acknowledgement) -> Revision:
    apart = None if earlier.stated is None or later.stated is None else (later.stated - earlier.stated).days
    return Revision(earlier.id, later.id, later.party, _turned(earlier, later), apart)


def _turned(earlier: Acknowledgement, later: Acknowledgement) -> Turned:
    for one, other in ((earlier, later), (later, earlier)):
        if one.position is Position.ACCEPTS and other.position in _AGAINST:
            return Turned.REVERSED
    if earlier.position is not later.position:
        return Turned.REVERSED if earlier.position is Position.ACCEPTS else Turned.RESTATED
    if not (earlier.conceded.known and later.conceded.known) or earlier.conceded == later.conceded:
        return Turned.RESTATED
    ends = (earlier.conceded.floor, earlier.conceded.high), (later.conceded.floor, later.conceded.high)
    rising = [_rises(old, new) for old, new in zip(*ends, strict=True)]
    if all(step >= 0 for step in rising):
        return Turned.RAISED
    return Turned.LOWERED if all(step <= 0 for step in rising) else Turned.RESTATED


def _rises(old: float | None, new: float | None) -> float:
    """Whether an end rises (above zero) or falls; an open end is above every number."""
    top = float("inf")
    a, b = top if old is None else old, top if new is None else new
    return 0 if a == b else 1 if b > a else -1


def lags(
    positions: Iterable[Acknowledgement], incidents: Iterable[Incident], parties: Sequence[str]
) -> tuple[Lag, ...]:
    """Days from each event to a party's first position on it, and to its first acceptance, by party.

    An event is the incident a position answers, else the day the position itself names. A day of statement that was
    only inherited from the file, or that lies before the event, says nothing of a lag and is counted as unknown.
    """
    when = {one: (incident.id, incident.period) for incident in incidents for one in incident.acknowledgements}
    by_party: dict[str, list[tuple[str, Acknowledgement, int | None]]] = {}
    for one in sorted(positions, key=lambda one: one.id):
        if not one.of_total:
            event, period = when.get(one.id, (f"{one.period} {one.place.id if one.place else ''}", one.period))
            by_party.setdefault(one.party, []).append((event, one, _days(one, period)))
    return tuple(_lag(party, by_party[party]) for party in parties if party in by_party)


def _days(one: Acknowledgement, event: Period | None) -> int | None:
    if one.stated is None or one.basis is not Basis.STATED or event is None or event.end is None:
        return None
    days = (one.stated - event.end).days
    return days if days >= 0 else None


def _lag(party: str, found: Sequence[tuple[str, Acknowledgement, int | None]]) -> Lag:
    first: dict[str, int] = {}
    accepted: dict[str, int] = {}
    for event, one, days in found:
        if days is not None:
            first[event] = min(days, first.get(event, days))
            if one.position is Position.ACCEPTS:
                accepted[event] = min(days, accepted.get(event, days))
    unknown = sum(days is None for _, _, days in found)
    return Lag(party, tuple(sorted(first.values())), tuple(sorted(accepted.values())), unknown)


def disputes(propositions: Iterable[Proposition], incidents: Iterable[Incident]) -> tuple[Dispute, ...]:
    """Each proposition about each event with those who support and those who deny it, contested or not."""
    by_code = {code: incident.id for incident in incidents for code in incident.codes}
    found: dict[tuple[str, str], list[Proposition]] = {}
    for one in sorted(propositions, key=lambda one: one.id):
        found.setdefault((one.about, one.says), []).append(one)
    return tuple(
        Dispute(about, says, by_code.get(about), *(_side(sides, side) for side in (Side.SUPPORTS, Side.DENIES)))
        for (about, says), sides in sorted(found.items())
    )


def _side(sides: Iterable[Proposition], wanted: Side) -> tuple[str, ...]:
    return tuple(one.id for one in sides if one.side is wanted)
