"""People on lists who belong to a scope, and how sure their number is."""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

from recount.model.codes import Basis, Population, Sex, Status
from recount.model.findings import Resolution, Victim
from recount.model.interval import Interval, exactly
from recount.model.ledger import Effect, Line
from recount.model.scope import Scope
from recount.model.values import Place

ADULT_YEARS = 18


@dataclass(frozen=True, slots=True)
class Slice:
    """Some of the victims: those that belong, those whose dates or places leave it open, and the doubt of the linkage.

    `fewer` and `more` are how many fewer or more people all victims together may be, as shares of their number.
    """

    name: str
    victims: tuple[Victim, ...]
    outside: tuple[Victim, ...] = ()
    fewer: float = 0.0
    more: float = 0.0
    notes: tuple[str, ...] = ()

    def only(self, name: str, keep: Callable[[Victim], bool]) -> "Slice":
        """The victims for which `keep` holds, with the same doubt."""
        return Slice(name, tuple(v for v in self.victims if keep(v)), (), self.fewer, self.more)

    @property
    def doubt(self) -> Interval:
        """How many fewer (low) and more (high) people there may be in this slice, rounded up."""
        return Interval(0, ceil(self.fewer * len(self.victims)))

    @property
    def hidden(self) -> Interval:
        """How many people may have been joined wrongly with others."""
        return Interval(0, ceil(self.more * len(self.victims)))


def within(resolution: Resolution, scope: Scope) -> Slice:
    """The victims of a scope. Only what a record says puts somebody outside; an unknown date or place does not."""
    inside = tuple(victim for victim in resolution.victims if belongs(victim, scope))
    kept = {victim.id for victim in inside}
    outside = tuple(victim for victim in resolution.victims if victim.id not in kept)
    found = max(1, len(resolution.victims))
    people = resolution.people
    fewer = (found - people.floor) / found
    more = ((people.high if people.high is not None else found) - found) / found
    return Slice("all", inside, outside, fewer, more, tuple(_notes(inside, scope)))


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


def _notes(victims: tuple[Victim, ...], scope: Scope) -> list[str]:
    undated = sum(v.died is None for v in victims)
    registered = sum(v.died is not None and v.died.basis is Basis.REGISTRATION for v in victims)
    notes = []
    if scope.period is not None and undated:
        notes.append(f"{undated:,} of them have no date of death; nothing recorded puts them outside the period.")
    if scope.period is not None and registered:
        notes.append(f"{registered:,} of them have a date of registration only, which is not a date of death.")
    return notes


def slice_lines(people: Slice, says: str) -> tuple[Line, ...]:
    """The ledger of a slice: the victims found, and what the linkage may still have wrong."""
    ids = tuple(victim.id for victim in people.victims)
    if not ids:
        return ()
    lines = [Line(Effect.ADDS, exactly(len(ids)), "one victim behind one or more records", says, ids, "people found")]
    return (*lines, *doubt_lines(people, ids))


def doubt_lines(people: Slice, evidence: tuple[str, ...]) -> list[Line]:
    """What the linkage may still have wrong, as two lines."""
    lines = []
    if people.doubt.high:
        says = "people who may still be counted twice, in spellings too far apart to be joined"
        lines.append(Line(Effect.SUBTRACTS, people.doubt, "draws of the linkage, 95 %", says, evidence, "still double"))
    if people.hidden.high:
        says = "people who may have been joined wrongly with somebody else"
        lines.append(Line(Effect.ADDS, people.hidden, "draws of the linkage, 95 %", says, evidence, "joined wrongly"))
    return lines
