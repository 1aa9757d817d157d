"""Running totals of one event: wholes before parts, additions added, and where sources differ the hull of both."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from recount.extraction.tallies import Counted
from recount.model.codes import Outcome, Population
from recount.model.interval import Interval, Number


@dataclass
class Sum:
    """A running total: the figure, which people it counts, and how much of it later sentences have told in parts.

    `says` is who gave it; `early` says that it was told as a first count, `vague` that a word such as `dozens`
    alone told it: what somebody counts later replaces either.
    """

    total: Interval | None = None
    side: str = ""
    parts: Number = 0
    kinds: set[tuple[str, Population]] = field(default_factory=set)
    named: bool = False
    heard: frozenset[str] = frozenset()
    says: str = ""
    early: bool = False
    vague: bool = False

    def hear(self, counts: Sequence[Counted]) -> None:
        """Take in what one more sentence counts, voice by voice."""
        for says, group in groupby(counts, key=lambda each: each.says):
            self._hear_one(says, list(group))

    def _hear_one(self, says: str, counts: Sequence[Counted]) -> None:
        toll = [each for each in counts if each.toll]
        rival = self._rival(says, toll[-1:] or counts)
        early = all(each.early for each in counts)
        amount = toll[-1].amount if toll else added(counts)
        if self.total is not None and early and not self.early:
            return  # "earlier the toll was put at 24"
        vague = all(each.vague for each in counts)
        loose = (self.early and not early) or (self.vague and not vague and self._meets(amount))
        if self.total is not None and loose and not any(each.more for each in counts):
            self._replace(amount, "anyone", says)
        elif rival:
            self._widen(amount)
        elif toll:
            self._revise(amount, says)
        else:
            self._tell(amount, counts, says)
        self.early = early if self.total is None or early else False
        self.vague = vague

    def _meets(self, amount: Interval) -> bool:
        """Whether a figure may be what a vague word stood for."""
        return self.total is not None and self.total.overlaps(amount)

    def _rival(self, says: str, counts: Sequence[Counted]) -> bool:
        """Whether somebody else gives another figure for the same people."""
        if self.total is None or not says or says == self.says or len(counts) != 1:
            return False
        one, held = counts[0], self.total
        if held.low is None and one.amount.low is not None and held.high is not None and one.amount.low <= held.high:
            return one.everyone or one.toll  # "as many as 100 had died. The government put the toll at 40"
        if one.more or one.risen or one.single or one.located or one.amount.overlaps(held):
            return False
        whole = one.side in (self.side, "anyone") and (one.everyone or one.toll)
        return whole and (bool(self.says) or one.contrast)

    def _tell(self, amount: Interval, counts: Sequence[Counted], says: str) -> None:
        sides = {each.side for each in counts}
        side = next(iter(sides)) if len(sides) == 1 else "anyone"
        kinds = {(each.side, each.population) for each in counts}
        more = all(each.more for each in counts) or self._new_names(counts)
        self._take(amount, side, kinds, more=more, says=says)

    def _new_names(self, counts: Sequence[Counted]) -> bool:
        """Whether all are persons by name, and none of a name told before."""
        names = [each.names for each in counts]
        new = all(names) and self.named and not any(each & self.heard for each in names)
        self.named = all(names) and (self.named or self.total is None)
        self.heard = self.heard.union(*names)
        return new

    def _take(self, amount: Interval, side: str, kinds: set[tuple[str, Population]], *, more: bool, says: str) -> None:
        if self.total is None:
            self.total, self.side, self.kinds, self.says = amount, side, kinds, says
            return
        room = self.total.high is None or self.parts + amount.floor <= self.total.high
        if more and not (self.parts and room):
            self._add(amount, side, kinds)
        elif _exceeds(amount, self.total) and (side in (self.side, "anyone") or self.side == "anyone"):
            self._replace(amount, side, says)
        elif self.side in ("anyone", side) or side == "anyone" or (self.parts and room):
            self.parts += amount.floor
            self.kinds |= kinds
        else:
            self._add(amount, side, kinds)

    def _add(self, amount: Interval, side: str, kinds: set[tuple[str, Population]]) -> None:
        held = self.total if self.total is not None else Interval(0, 0)
        self.total = held + amount
        self.side = side if side == self.side else "several"
        self.kinds |= kinds

    def _revise(self, amount: Interval, says: str) -> None:
        """A running total told later replaces what came before, unless it only says it more loosely."""
        held = self.total
        if held is not None and amount.floor < held.floor:
            return
        inside = held is not None and held.floor <= amount.floor and held.high is not None
        if held is None or not (inside and amount.floor <= (held.high or 0)) or amount.floor > held.floor == held.high:
            self._replace(amount, "anyone", says)

    def _widen(self, amount: Interval) -> None:
        held = amount if self.total is None else self.total
        wide = held.hull(amount)
        self.total = Interval(amount.low, wide.high) if held.low is None else wide

    def _replace(self, amount: Interval, side: str, says: str) -> None:
        self.total, self.side, self.parts, self.says = amount, side, 0, says


def added(counts: Sequence[Counted]) -> Interval:
    """The counts of one sentence together; where one of them is all the others together, it alone."""
    if len(counts) == 1:
        return counts[0].amount
    if len(counts) > 1:
        rest = sum((each.amount for each in counts[1:]), Interval(0, 0))
        if counts[0].amount == rest and all(each.detail > counts[0].first for each in counts[1:]):
            return counts[0].amount
    return sum((each.amount for each in counts), Interval(0, 0))


def _exceeds(one: Interval, other: Interval) -> bool:
    return one.floor > other.floor and (other.high is None or one.floor > other.high or one.high is None)


class Event:
    """One event with its running totals."""

    def __init__(self) -> None:
        self.sums = {Outcome.KILLED: Sum(), Outcome.INJURED: Sum()}

    @property
    def told(self) -> bool:
        """Whether anything was counted of it."""
        return any(each.total is not None for each in self.sums.values())

    def hear(self, counts: Sequence[Counted], outcome: Outcome) -> None:
        """Take in the counts of one sentence."""
        self.sums[outcome].hear(counts)

    def total(self, outcome: Outcome) -> Interval | None:
        """The killed or the injured; where nobody was hurt and nothing is told of deaths, nobody died."""
        told, injured = self.sums[outcome].total, self.sums[Outcome.INJURED].total
        if outcome is Outcome.KILLED and told is None and injured == Interval(0, 0):
            return injured
        return told
