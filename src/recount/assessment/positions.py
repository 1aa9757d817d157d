"""Which of a party's positions stand: revisions supersede and never erase (rule 27)."""

from collections.abc import Iterable
from datetime import date

from recount.model.assertions import Acknowledgement
from recount.model.codes import Position
from recount.model.interval import Interval, hull_of


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


def conceded(positions: Iterable[Acknowledgement]) -> Interval:
    """What accepting positions concede together on one event: the hull, since partners may concede the same deaths."""
    return hull_of([one.conceded for one in positions if one.position is Position.ACCEPTS and one.conceded.known])
