"""A figure is its ledger: lines that add or subtract, each with its rule and its evidence (rules 19 and 20)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from recount.errors import ImpossibleCount
from recount.model.ids import content_id
from recount.model.interval import UNKNOWN, Interval
from recount.model.scope import Scope


class Effect(StrEnum):
    """What a ledger line does to the figure."""

    ADDS = "adds"
    SUBTRACTS = "subtracts"


@dataclass(frozen=True, slots=True)
class Line:
    """One step of a ledger.

    `amount` is how many people it adds or subtracts, unknown where a source gives no figure; `rule` the declared rule
    or policy behind it; `says` one plain sentence; `evidence` the ids of records, claims, decisions, incidents or
    other figures it rests on.
    """

    effect: Effect
    amount: Interval
    rule: str
    says: str
    evidence: tuple[str, ...] = ()
    label: str = ""


@dataclass(frozen=True, slots=True)
class Balance:
    """What a ledger comes to: an interval, and how many entries gave no figure (rule 16)."""

    interval: Interval
    unknown: int = 0

    def __str__(self) -> str:
        if not self.unknown:
            return str(self.interval)
        things = "incident" if self.unknown == 1 else "incidents"
        return f"{self.interval}, {self.unknown} {things} without a figure"


def fold(lines: tuple[Line, ...]) -> Balance:
    """Add up a ledger; the order of its lines is immaterial.

    An added line without a figure opens the high end and is counted beside the sum, never as 0 inside it. A
    subtracted line without a figure takes the low end down to zero.

    Raises:
        ImpossibleCount: even by their low ends the subtractions exceed what was added.
    """
    if not lines:
        return Balance(UNKNOWN)
    added = [line.amount for line in lines if line.effect is Effect.ADDS]
    taken = [line.amount for line in lines if line.effect is Effect.SUBTRACTS]
    total = sum((amount for amount in added if amount.known), Interval(0, 0))
    unknown = sum(not amount.known for amount in added)
    if unknown:
        total = Interval(total.low, None)
    if not any(amount.known for amount in added):
        return Balance(UNKNOWN, unknown)
    return Balance(_less(total, taken), unknown)


def running(lines: Iterable[Line]) -> Iterator[Interval]:
    """What a ledger comes to after each of its lines, in one pass: the fold of the lines so far.

    Unknown where the order of the lines takes out before it puts in.
    """
    total, taken, unknown, known = Interval(0, 0), Interval(0, 0), False, False
    for line in lines:
        if line.effect is Effect.SUBTRACTS:
            taken += line.amount
        elif line.amount.known:
            total, known = total + line.amount, True
        else:
            unknown = True
        try:
            yield _less(Interval(total.low, None) if unknown else total, [taken]) if known else UNKNOWN
        except ImpossibleCount:
            yield UNKNOWN


def _less(total: Interval, taken: list[Interval]) -> Interval:
    """Subtract all parts at once, so that clipping at zero cannot depend on the order of the lines."""
    part = sum(taken, Interval(0, 0))
    if any(amount.high is None for amount in taken):
        part = Interval(part.low, None)
    if total.high is not None and total.high < part.floor:
        raise ImpossibleCount(f"the ledger subtracts {part} from {total}; look for a line that is counted twice")
    left = total - part
    return Interval(left.floor, left.high)


@dataclass(frozen=True, slots=True)
class Figure:
    """A published number: a scope and a ledger, and nothing else.

    `name` is how pages and commands call it, such as `documented` or `documented/coalition`; `excluded` are lines
    shown beside the figure that are not part of it, such as grades a headline leaves out (rule 22).
    """

    name: str
    scope: Scope
    lines: tuple[Line, ...]
    excluded: tuple[Line, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Made of the figure's content, so that it changes when the number does."""
        return content_id("f", (self.name, self.scope, self.lines))

    @property
    def balance(self) -> Balance:
        """The fold of the ledger's lines."""
        return fold(self.lines)

    @property
    def interval(self) -> Interval:
        """The low and high end of the fold."""
        return self.balance.interval
