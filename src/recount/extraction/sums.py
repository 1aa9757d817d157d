"""Running totals of one event: wholes before parts, additions added, and where sources differ the hull of both."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from recount.extraction.tallies import Counted
from recount.language.sentences import Sentence
from recount.model.codes import Outcome, Population
from recount.model.interval import Interval, Number


@dataclass
class Sum:
    """A running total: the figure, which people it counts, and how much of it later sentences have told in parts.

    `says` is who gave it; `early` says that it was told as a first count, `vague` that a word such as `dozens`
    alone told it: what somebody counts later replaces either. `slain` says that attackers did it. `feared` are those
    who may have died beside the total, `possible` what the total may turn out to be: neither is in its low end.
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
    slain: bool = False
    feared: Interval | None = None
    possible: Interval | None = None

    @property
    def known(self) -> bool:
        """Whether anything was told."""
        return self.total is not None or self.feared is not None or self.possible is not None

    @property
    def whole(self) -> Interval | None:
        """The total, its high end with those of whom it is only feared."""
        if self.feared is None and self.possible is None:
            return self.total
        held = self.total if self.total is not None else Interval(0, 0)
        wide = held if self.feared is None else held + self.feared
        return wide if self.possible is None else Interval(wide.low, wide.hull(self.possible).high)

    def hear(self, counts: Sequence[Counted]) -> None:
        """Take in what one more sentence counts, voice by voice."""
        for says, group in groupby([each for each in counts if not each.doubted], key=lambda each: each.says):
            self._hear_one(says, list(group))
        for each in counts:
            if each.doubted:
                self._fear(each)

    def _fear(self, count: Counted) -> None:
        """Those feared dead after others were counted are none of these, unless they are more than all of them."""
        held, most = self.total, count.amount.high
        fewer = held is not None and most is not None and held.high is not None and most <= held.high
        others = held is not None and "anyone" not in (count.side, self.side) and count.side != self.side
        if count.more or fewer or others:
            self.feared = Interval(0, most) + (self.feared or Interval(0, 0))
        else:
            self.possible = Interval(0, most).hull(self.possible or Interval(0, most))

    def _hear_one(self, says: str, counts: Sequence[Counted]) -> None:
        counts = [each for each in counts if not each.early] or counts  # "eight, revising an earlier toll of six"
        toll = [each for each in counts if each.toll]
        rival = self._rival(says, toll[-1:] or counts)
        early = all(each.early for each in counts)
        amount = toll[-1].amount if toll else added(counts)
        seen = all(each.partial for each in counts) and self.total is not None and amount.floor <= self.total.floor
        if self.total is not None and ((early and not self.early) or seen):
            return  # "earlier the toll was put at 24", "I saw five bodies"
        new, vague = self.total is None, all(each.vague for each in counts)
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
        self.vague = vague and (new or self.vague)
        self.slain = any(each.slain for each in counts) or (self.slain and not new)

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
        open_above = held.high is None and one.amount.floor > held.floor
        if one.amount == Interval(1, 1) and held.floor > 1 and not one.only:
            return False  # "police said one died in hospital": one of them
        if (
            one.more
            or one.risen
            or one.single
            or one.located
            or one.partial
            or (one.amount.overlaps(held) and not open_above)
        ):
            return False
        same = one.side in (self.side, "anyone") or (self.side == "anyone" and one.contrast)
        whole = same and (one.everyone or one.toll)
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
        if self.slain and side == "attackers" and self.side != "attackers":
            self._add(amount, side, kinds)  # those who killed them are none of them
        elif more and not (self.parts and room):
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
        if held.high is None and amount.floor > held.floor:
            self.total = Interval(held.low, amount.high)  # one says "at least 12", another 19
            return
        wide = held.hull(amount)
        self.total = Interval(amount.low, wide.high) if held.low is None else wide

    def _replace(self, amount: Interval, side: str, says: str) -> None:
        self.total, self.side, self.parts, self.says = amount, side, 0, says


_TWO = 2


def added(counts: Sequence[Counted]) -> Interval:
    """The counts of one sentence together; where one of them is all the others together, it alone."""
    if len(counts) == 1:
        return counts[0].amount
    if len(counts) == 2 and counts[0].amount.high is None and counts[1].amount.low is None:
        low, high = counts[0].amount.low, counts[1].amount.high
        if low is not None and high is not None and low < high and not counts[1].more and not counts[1].others:
            return Interval(low, high)  # "killing at least three people and as many as seven"
    if len(counts) > 1:
        rest = sum((each.amount for each in counts[1:]), Interval(0, 0))
        told = all(each.detail > counts[0].first for each in counts[1:])
        general = len(counts) > _TWO and counts[0].everyone and counts[0].side == "anyone"
        general = general and not any(each.located for each in counts[1:])
        if counts[0].amount == rest and (told or general):
            return counts[0].amount  # "four members of a family, the father, the mother and two girls"
    whole = Interval(0, 0)
    for at, each in enumerate(counts):
        rather = each.instead and at > 0 and each.outcome is counts[at - 1].outcome
        whole = whole.hull(each.amount) if rather and at == 1 else whole + each.amount
    return whole


def _exceeds(one: Interval, other: Interval) -> bool:
    return one.floor > other.floor and (other.high is None or one.floor > other.high or one.high is None)


class Event:
    """One event with its running totals, and the sentences that tell of it."""

    def __init__(self) -> None:
        self.sentences: list[Sentence] = []
        self.sums = {Outcome.KILLED: Sum(), Outcome.INJURED: Sum()}

    @property
    def told(self) -> bool:
        """Whether anything was counted of it."""
        return any(each.known for each in self.sums.values())

    def hear(self, counts: Sequence[Counted], outcome: Outcome) -> None:
        """Take in the counts of one sentence."""
        self.sums[outcome].hear(counts)

    def total(self, outcome: Outcome) -> Interval | None:
        """The killed or the injured; where nobody was hurt and nothing is told of deaths, nobody died."""
        told, injured = self.sums[outcome].whole, self.sums[Outcome.INJURED].whole
        if outcome is Outcome.KILLED and told is None and injured == Interval(0, 0):
            return injured
        return told
