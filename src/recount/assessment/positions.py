"""Which of a party's positions stand, and what several of them concede together (rules 26 and 27)."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations

from recount.model.assertions import Acknowledgement
from recount.model.codes import Position
from recount.model.interval import UNKNOWN, Interval, hull_of
from recount.model.values import party_inside

_FEW = 12
"""Up to so many positions on one event every set of disjoint ones is tried."""


def current(positions: Iterable[Acknowledgement]) -> list[Acknowledgement]:
    """Each party's latest positions on one subject, in order of id; earlier and superseded ones are left out."""
    given = sorted(positions, key=lambda one: one.id)
    replaced = {one.supersedes for one in given if one.supersedes is not None}
    left = [one for one in given if one.id not in replaced]
    latest: dict[str, date] = {}
    for one in left:
        if one.stated is not None:
            latest[one.party] = max(latest.get(one.party, one.stated), one.stated)
    return [one for one in left if one.stated is None or one.stated == latest[one.party]]


def stated_total(positions: Iterable[Acknowledgement]) -> Interval:
    """What one party's latest totals come to: their hull, for they are tellings of one number."""
    return hull_of([one.conceded for one in positions if _concedes(one)])


def conceded(positions: Iterable[Acknowledgement]) -> Interval:
    """What accepting positions concede together on one event, as bounds (rules 20 and 26).

    Whether two parties concede the same dead is seldom said, so their concessions are not added: the low end is the
    largest that any of them concedes, or the sum over positions that a source says are disjoint (`apart_from`). The
    high end is the sum over parties, in which a coalition's own figure is that of all its partners together, and is
    not added to theirs unless it is said to stand apart. So 11 by a coalition, 6 to 18 by one partner and "a further"
    11 by another, which does not say further to what, come to 11 to 29. The order is immaterial.
    """
    given = _once([one for one in positions if _concedes(one)])
    if not given:
        return UNKNOWN
    low = None if all(one.conceded.low is None for one in given) else _least(given)
    return Interval(low, _most(given))


def _concedes(one: Acknowledgement) -> bool:
    return one.position is Position.ACCEPTS and one.conceded.known


def _once(positions: Sequence[Acknowledgement]) -> list[Acknowledgement]:
    """One party's same number, stated in two places, is one concession."""
    kept: dict[tuple[object, ...], Acknowledgement] = {}
    for one in sorted(positions, key=lambda one: one.id):
        before = kept.setdefault((one.party, one.conceded), one)
        if before is not one and _apart(before, one):
            kept[one.party, one.conceded, one.id] = one
    return list(kept.values())


def _apart(a: Acknowledgement, b: Acknowledgement) -> bool:
    """Whether a source says that two positions speak of different dead."""
    return b.id in a.apart_from or a.id in b.apart_from


def _least(positions: Sequence[Acknowledgement]) -> int | float:
    """The largest sum of low ends over positions that are all said to be disjoint from each other."""
    alone = max(one.conceded.floor for one in positions)
    linked = [one for one in positions if any(_apart(one, other) for other in positions)][:_FEW]
    sums = [
        sum(one.conceded.floor for one in some)
        for size in range(2, len(linked) + 1)
        for some in combinations(linked, size)
        if all(_apart(a, b) for a, b in combinations(some, 2))
    ]
    return max((alone, *sums))


def _most(positions: Sequence[Acknowledgement]) -> int | float | None:
    """The sum over parties; a party that holds others concedes theirs and its own, whichever is more."""
    outer = sorted({one.party for one in positions if not _held(one.party, positions)})
    return _total([_of_party(party, positions) for party in outer])


def _held(party: str, positions: Sequence[Acknowledgement]) -> bool:
    return any(one.party != party and party_inside(party, one.party) for one in positions)


def _of_party(party: str, positions: Sequence[Acknowledgement]) -> int | float | None:
    own = [one for one in positions if one.party == party]
    partners = [one for one in positions if one.party != party and party_inside(one.party, party)]
    beside = [one for one in partners if any(_apart(one, other) for other in own)]
    whole = _total([one.conceded.high for one in own])
    with_beside = _total([whole, _most(beside)]) if beside else whole
    ends = [with_beside, _most(partners)] if partners else [with_beside]
    known = [end for end in ends if end is not None]
    return None if len(known) < len(ends) else max(known)


def _total(ends: Sequence[int | float | None]) -> int | float | None:
    known = [end for end in ends if end is not None]
    return None if len(known) < len(ends) else sum(known)
