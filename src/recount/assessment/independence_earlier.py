"""Claims met so far, found again by figure and event, so that a long table is not gone through for each row."""

from collections import defaultdict

from recount.assessment.independence_match import figures, thing
from recount.model.assertions import Claim
from recount.model.codes import ClaimKind
from recount.model.values import Period

_Key = tuple[object, ...]
ANY_WEEK = -1
"""Stands for the weeks of a claim that names no days, or too many to tell events apart."""
_LONG = 31
_DAYS = 7


class Earlier:
    """Claims in the order in which they were added."""

    def __init__(self) -> None:
        self._held: dict[_Key, dict[int, list[tuple[int, Claim]]]] = defaultdict(dict)
        self._number = 0

    def add(self, claim: Claim) -> None:
        """Hold one more claim, under each of its numbers, its code, and for claims of no code under none."""
        self._number += 1
        for key in _keys(claim):
            for held in (self._held[(*key, "all")], self._held[(*key, "of", claim.incident)]):
                for week in weeks(claim.period):
                    held.setdefault(week, []).append((self._number, claim))

    def like(self, claim: Claim) -> list[Claim]:
        """Those with one of its numbers, of the same outcome, that neither code nor week sets apart; earliest first."""
        codes: list[_Key] = [("of", claim.incident), ("of", None)] if claim.incident else [("all",)]
        here = weeks(claim.period)
        found: dict[int, Claim] = {}
        for held in (self._held.get((*key, *code), {}) for key in _keys(claim) for code in codes):
            asked = held if ANY_WEEK in here else (*here, ANY_WEEK)
            found |= {number: one for week in asked for number, one in held.get(week, ())}
        return [found[number] for number in sorted(found)]


def weeks(period: Period | None) -> tuple[int, ...]:
    """The weeks in which a claim's days lie, a day more on each side; `ANY_WEEK` where they are not told or a month."""
    if period is None or period.start is None or period.end is None or (period.days or 0) > _LONG:
        return (ANY_WEEK,)
    first, last = period.start.toordinal() - 1, period.end.toordinal() + 1
    return tuple(range(first // _DAYS, last // _DAYS + 1))


def _keys(claim: Claim) -> list[_Key]:
    if claim.quantity.kind is ClaimKind.NO_FIGURE:
        return [(claim.outcome, thing(claim), None)]
    return [(claim.outcome, thing(claim), number) for number in sorted(figures(claim))]
