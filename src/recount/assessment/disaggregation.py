"""The people of a scope divided into classes: everybody in exactly one, the unknown always a class of its own."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from recount.assessment.people import Slice
from recount.errors import UnknownSubject
from recount.model.breakdowns import Breakdown, Part
from recount.model.codes import AgeGroup, Cause
from recount.model.interval import Interval
from recount.model.people import Victim
from recount.model.scope import Scope
from recount.model.values import UNDETERMINED, Age, party_inside

UNKNOWN = "unknown"
CONTESTED = "contested"
JOINT = "+"

COMPATIBLE: Mapping[Cause, tuple[Cause, ...]] = {
    Cause.COLLAPSE: (Cause.AIRSTRIKE, Cause.ARTILLERY, Cause.EXPLOSIVE, Cause.BOMBARDMENT),
    Cause.BOMBARDMENT: (Cause.AIRSTRIKE, Cause.ARTILLERY),
    Cause.FIGHTING: (Cause.ARTILLERY, Cause.EXPLOSIVE, Cause.SMALL_ARMS),
}
"""What a coarse cause word may turn out to be: "crushed" is a collapse of which nobody knows the weapon (rule 15)."""


@dataclass(frozen=True, slots=True)
class _Division:
    """One way to divide people: the class of each, the classes there always are, and what a class may hide."""

    of: Callable[[Victim, Scope], str]
    always: tuple[str, ...] = ()
    unknown: str = UNKNOWN
    may_be: Callable[[str, str], bool] = lambda _name, _other: False


def _party(victim: Victim, _: Scope) -> str:
    """The party every source names alone, the parties they name jointly, *contested*, or *undetermined*."""
    sets = {tuple(sorted(set(one.parties))) for one in victim.attributions} - {(), (UNDETERMINED,)}
    if not sets:
        return UNDETERMINED
    finest = [one for one in sets if not any(one != other and _finer(other, one) for other in sets)]
    return JOINT.join(finest[0]) if len(finest) == 1 else CONTESTED


def _finer(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether a set of parties says the same as another, more closely: a partner of the same coalition."""
    return len(one) == len(other) == 1 and party_inside(one[0], other[0])


def _could_be_party(name: str, other: str) -> bool:
    if other == CONTESTED:
        return name != UNDETERMINED
    return any(part == name or party_inside(name, part) for part in other.split(JOINT)) and name != other


def _place(victim: Victim, scope: Scope) -> str:
    """The place one step inside that of the scope; unknown where nothing finer is recorded."""
    depth = 0 if scope.place is None else len(scope.place.path)
    return UNKNOWN if victim.place is None or len(victim.place.path) <= depth else victim.place.path[depth]


def _month(victim: Victim, _: Scope) -> str:
    died = victim.died
    if died is None or died.start is None or died.end is None:
        return UNKNOWN
    same = (died.start.year, died.start.month) == (died.end.year, died.end.month)
    return f"{died.start:%Y-%m}" if same else UNKNOWN


def _cause_may_be(name: str, other: str) -> bool:
    return name in {cause.value for cause in COMPATIBLE.get(Cause(other), ())}


DIVISIONS: Mapping[str, _Division] = {
    "party": _Division(_party, unknown=UNDETERMINED, may_be=_could_be_party),
    "cause": _Division(lambda victim, _: victim.cause.value, may_be=_cause_may_be),
    "place": _Division(_place),
    "month": _Division(_month),
    "sex": _Division(lambda victim, _: victim.sex.value, ("female", "male")),
    "age": _Division(
        lambda victim, _: victim.age.group.value if victim.age is not None else UNKNOWN,
        (AgeGroup.CHILD.value, AgeGroup.ADULT.value, AgeGroup.OLDER.value),
    ),
    "status": _Division(lambda victim, _: victim.status.value, ("civilian", "fighter")),
}
"""What people may be divided by, in the order pages show it."""


def breakdown(people: Slice, by: str) -> Breakdown:
    """Divide the people of a slice.

    Shares are of the people found and add up to one. The high end of a class adds those who may belong to it: whose
    class is unknown, or whose coarser word may mean it. Nobody is moved into a class because of it.

    Raises:
        UnknownSubject: nobody divides people by this.
    """
    if by not in DIVISIONS:
        raise UnknownSubject(f"people are not divided by {by!r}; choose one of {', '.join(DIVISIONS)}")
    division = DIVISIONS[by]
    counts = dict.fromkeys((*division.always, division.unknown), 0)
    for victim in people.victims:
        name = division.of(victim, people.scope)
        counts[name] = counts.get(name, 0) + 1
    whole = len(people.victims)
    order = sorted(counts, key=lambda name: (name == division.unknown, name))
    parts = tuple(_part(name, counts, division, whole) for name in order)
    ages = [victim.age for victim in people.victims if victim.age is not None] if by == "age" else []
    return Breakdown(by, parts, whole, _mean(ages), len(ages))


def _mean(ages: Sequence[Age]) -> Interval:
    """The mean of ages, to a tenth of a year; from lowest to highest where some are known as a range only."""
    if not ages:
        return Interval(None, None)
    low, high = (round(sum(ends) / len(ages), 1) for ends in zip(*((one.low, one.high) for one in ages), strict=True))
    return Interval(low, high)


def _part(name: str, counts: Mapping[str, int], division: _Division, whole: int) -> Part:
    number = counts[name]
    hidden = [other for other in counts if other != name and _hides(other, name, division)]
    high = number + sum(counts[other] for other in hidden)
    share = number / whole if whole else float(name == division.unknown)
    return Part(name, number, Interval(number, high), share)


def _hides(other: str, name: str, division: _Division) -> bool:
    if name == division.unknown:
        return False
    return other == division.unknown or division.may_be(name, other)


def breakdowns(people: Slice) -> tuple[Breakdown, ...]:
    """Every division of the people, where there are any."""
    return tuple(breakdown(people, by) for by in DIVISIONS) if people.victims else ()
