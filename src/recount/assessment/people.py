"""People on lists who belong to a scope, and how sure their number is."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import ceil

from recount.model.codes import Population, Sex, Status
from recount.model.interval import Interval, exactly
from recount.model.ledger import Effect, Line
from recount.model.people import Resolution, Victim
from recount.model.scope import Scope
from recount.model.values import Place, day

ADULT_YEARS = 18


@dataclass(frozen=True, slots=True)
class Slice:
    """Some of the victims: those that belong, those left out, and the doubt about both.

    `fewer` and `more` are how many fewer or more people all victims together may be, as shares of their number.
    `whole` is the scope of the lists themselves: what they hold without a date or place belongs to it, and to no part
    of it for sure. `slipped` are those among the left out whose day and month, swapped, would let them belong;
    `undeclared` those of whom nothing says whether they are of the population asked for. `removed` are those whom the
    lists have removed since, and whom the policy does not count.
    """

    name: str
    scope: Scope
    victims: tuple[Victim, ...]
    outside: tuple[Victim, ...] = ()
    slipped: tuple[Victim, ...] = ()
    undeclared: tuple[Victim, ...] = ()
    fewer: float = 0.0
    more: float = 0.0
    whole: Scope | None = None
    removed: tuple[Victim, ...] = ()

    def only(self, name: str, keep: Callable[[Victim], bool]) -> "Slice":
        """The victims for which `keep` holds, with the same doubt."""
        groups = (self.victims, self.slipped, self.undeclared)
        kept, slipped, undeclared = (tuple(v for v in some if keep(v)) for some in groups)
        return replace(self, name=name, victims=kept, outside=(), slipped=slipped, undeclared=undeclared, removed=())

    @property
    def unsure(self) -> tuple[Victim, ...]:
        """Those whose recorded dates leave open whether they died in the period, such as a registration only.

        A person without any date is no such case over the whole: the list holds them for what it is a list of.
        """
        wanted, part = self.scope.period, self.whole is not None and self.scope.period != self.whole.period
        if wanted is None:
            return ()
        return tuple(v for v in self.victims if (part if v.died is None else not v.died.inside(wanted)))

    @property
    def unplaced(self) -> tuple[Victim, ...]:
        """Those whose place is unknown or too coarse to say that they died in the part of the whole asked for."""
        wanted, part = self.scope.place, self.whole is not None and self.scope.place != self.whole.place
        if wanted is None or not part:
            return ()
        return tuple(v for v in self.victims if v.place is None or not v.place.inside(wanted))

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader should know of the dates."""
        undated = sum(victim.died is None for victim in self.victims)
        if self.scope.period is None or not undated:
            return ()
        return (f"{undated:,} of them have no date; nothing recorded puts them outside the period.",)

    @property
    def doubt(self) -> Interval:
        """How many fewer (low) and more (high) people there may be in this slice, rounded up."""
        return Interval(0, ceil(self.fewer * len(self.victims)))

    @property
    def hidden(self) -> Interval:
        """How many people may have been joined wrongly with others."""
        return Interval(0, ceil(self.more * len(self.victims)))


def within(resolution: Resolution, scope: Scope, whole: Scope | None = None) -> Slice:
    """The victims of a scope. Only what a record says puts somebody outside; an unknown date or place does not.

    Where the scope is a part of a `whole`, an unknown date or place leaves open whether somebody is of that part.
    """
    inside = tuple(victim for victim in resolution.victims if belongs(victim, scope))
    kept = {victim.id for victim in inside}
    outside = tuple(victim for victim in resolution.victims if victim.id not in kept)
    slipped = tuple(victim for victim in outside if _slipped(victim, scope))
    found = max(1, len(resolution.victims))
    people = resolution.people
    fewer = (found - people.floor) / found
    more = ((people.high if people.high is not None else found) - found) / found
    undeclared = tuple(victim for victim in outside if _undeclared(victim, scope))
    return Slice("all", scope, inside, outside, slipped, undeclared, fewer, more, whole)


def _undeclared(victim: Victim, scope: Scope) -> bool:
    """Whether somebody is left out only because nothing says that they are of the population."""
    if scope.population is Population.PEOPLE or not belongs(victim, replace(scope, population=Population.PEOPLE)):
        return False
    if scope.population in (Population.CIVILIANS, Population.FIGHTERS):
        return victim.status is Status.UNKNOWN
    ageless = victim.age is None or victim.age.low < ADULT_YEARS <= victim.age.high
    if scope.population is Population.CHILDREN:
        return ageless
    sex = Sex.FEMALE if scope.population is Population.WOMEN else Sex.MALE
    grown = ageless or _adult(victim)
    return grown and victim.sex in (sex, Sex.UNKNOWN)


def _slipped(victim: Victim, scope: Scope) -> bool:
    """Whether somebody is left out only by a date whose day and month may be swapped."""
    died = victim.died
    if died is None or died.start is None or died.start != died.end or died.start.day > 12:
        return False
    swapped = day(died.start.replace(month=died.start.day, day=died.start.month))
    return belongs(replace(victim, died=swapped), scope)


def belongs(victim: Victim, scope: Scope) -> bool:
    """Whether nothing that is recorded of a victim puts them outside the scope."""
    if victim.outcome is not scope.outcome:
        return False
    if victim.died is not None and scope.period is not None and not victim.died.overlaps(scope.period):
        return False
    if victim.place is not None and scope.place is not None and _elsewhere(victim.place, scope.place):
        return False
    return in_population(victim, scope.population)


def _elsewhere(place: Place, wanted: Place) -> bool:
    return bool(place.path) and not (place.inside(wanted) or wanted.inside(place))


def in_population(victim: Victim, population: Population) -> bool:
    """Whether a victim is recorded as one of a population; unknown is none but people (rule 14)."""
    match population:
        case Population.PEOPLE:
            return True
        case Population.CIVILIANS:
            return victim.status in (Status.CIVILIAN, Status.OTHER_PROTECTED)
        case Population.FIGHTERS:
            return victim.status is Status.FIGHTER
        case Population.CHILDREN:
            return victim.age is not None and victim.age.high < ADULT_YEARS
        case Population.WOMEN:
            return victim.sex is Sex.FEMALE and _adult(victim)
        case Population.MEN:
            return victim.sex is Sex.MALE and _adult(victim)


def _adult(victim: Victim) -> bool:
    return victim.age is not None and victim.age.low >= ADULT_YEARS


def slice_lines(people: Slice, says: str) -> tuple[Line, ...]:
    """The ledger of a slice: the victims found, and what the linkage may still have wrong."""
    ids = tuple(victim.id for victim in people.victims)
    if not ids:
        return ()
    found = Line(Effect.ADDS, exactly(len(ids)), "one victim behind one or more records", says, ids, "people found")
    return (found, *doubt_lines(people, ids))


def doubt_lines(people: Slice, evidence: tuple[str, ...]) -> list[Line]:
    """What the dates leave open and the linkage may still have wrong; none of it moves the middle."""
    lines = []
    if people.unsure:
        ids = tuple(victim.id for victim in people.unsure)
        says = "people whose date is a registration only, or spans the edge of the period"
        rule = "a date of registration is not a date of death"
        lines.append(Line(Effect.SUBTRACTS, Interval(0, len(ids)), rule, says, ids, "date open"))
    if people.slipped:
        ids = tuple(victim.id for victim in people.slipped)
        says = "people left out by a date whose day and month may be swapped"
        lines.append(
            Line(
                Effect.ADDS, Interval(0, len(ids)), "a suspected slip is told, never mended", says, ids, "swapped date"
            )
        )
    if people.unplaced:
        ids = tuple(victim.id for victim in people.unplaced)
        says = "people whose place is not recorded, or only more coarsely"
        lines.append(Line(Effect.SUBTRACTS, Interval(0, len(ids)), "unknown is unknown", says, ids, "place open"))
    if people.undeclared:
        ids = tuple(victim.id for victim in people.undeclared)
        says = "people whose age, sex or status is not recorded, any of whom may be among them"
        lines.append(Line(Effect.ADDS, Interval(0, len(ids)), "unknown is unknown", says, ids, "not recorded"))
    if people.doubt.high:
        says = "people who may still be counted twice, in spellings too far apart to be joined"
        lines.append(Line(Effect.SUBTRACTS, people.doubt, "draws of the linkage, 95 %", says, evidence, "still double"))
    if people.hidden.high:
        says = "people who may have been joined wrongly with somebody else"
        lines.append(Line(Effect.ADDS, people.hidden, "draws of the linkage, 95 %", says, evidence, "joined wrongly"))
    return lines
