"""What a number is about, and when two numbers may be compared (rules 6 to 8)."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from recount.model.codes import Kind, Outcome, Population
from recount.model.values import Period, Place, party_inside


class Relation(StrEnum):
    """How one scope lies to another."""

    EQUAL = "equal"
    INSIDE = "inside"
    CONTAINS = "contains"
    OVERLAPS = "overlaps"
    DISJOINT = "disjoint"
    INCOMPARABLE = "incomparable"


@dataclass(frozen=True, slots=True)
class Scope:
    """What a number is about. Scopes are partially ordered: one may lie inside another.

    `parties` is the set of parties responsible for the deaths counted: a joint attribution names several and counts
    the deaths by any of them, None counts the deaths whoever caused them. A missing place or period is *not stated*,
    which is comparable with nothing but another missing one; so is a place no gazetteer knows.
    `kind` says how the number came about: a claimed or estimated number speaks of everyone in the scope, a
    documented or acknowledged one only of those documented or acknowledged.
    """

    outcome: Outcome = Outcome.KILLED
    population: Population = Population.PEOPLE
    parties: tuple[str, ...] | None = None
    place: Place | None = None
    period: Period | None = None
    kind: Kind = Kind.CLAIMED

    def relation(self, other: "Scope") -> Relation:
        """How this scope lies to the other, all six dimensions together."""
        return _together(
            (
                _outcomes(self.outcome, other.outcome),
                _populations(self.population, other.population),
                _parties(self.parties, other.parties),
                _places(self.place, other.place),
                _periods(self.period, other.period),
                _kinds(self.kind, other.kind),
            )
        )

    def inside(self, other: "Scope") -> bool:
        """Whether everyone this scope counts is also counted by the other."""
        return self.relation(other) in (Relation.EQUAL, Relation.INSIDE)

    def differences(self, other: "Scope") -> tuple[str, ...]:
        """The names of the dimensions in which the two scopes differ, kind left out."""
        pairs = {
            "outcome": _outcomes(self.outcome, other.outcome),
            "population": _populations(self.population, other.population),
            "parties": _parties(self.parties, other.parties),
            "place": _places(self.place, other.place),
            "period": _periods(self.period, other.period),
        }
        return tuple(name for name, relation in pairs.items() if relation is not Relation.EQUAL)


def _together(relations: Iterable[Relation]) -> Relation:
    found = set(relations)
    if Relation.DISJOINT in found:
        return Relation.DISJOINT
    if Relation.INCOMPARABLE in found:
        return Relation.INCOMPARABLE
    if found == {Relation.EQUAL}:
        return Relation.EQUAL
    if found <= {Relation.EQUAL, Relation.INSIDE}:
        return Relation.INSIDE
    if found <= {Relation.EQUAL, Relation.CONTAINS}:
        return Relation.CONTAINS
    return Relation.OVERLAPS


def _relation(*, inside: bool, contains: bool, apart: bool) -> Relation:
    if inside and contains:
        return Relation.EQUAL
    if inside:
        return Relation.INSIDE
    if contains:
        return Relation.CONTAINS
    return Relation.DISJOINT if apart else Relation.OVERLAPS


def _outcomes(a: Outcome, b: Outcome) -> Relation:
    parts = (Outcome.KILLED, Outcome.INJURED, Outcome.MISSING)
    return _relation(
        inside=a == b or (b is Outcome.CASUALTY and a in parts),
        contains=a == b or (a is Outcome.CASUALTY and b in parts),
        apart=True,
    )


_APART = (
    {Population.CIVILIANS, Population.FIGHTERS},
    {Population.WOMEN, Population.MEN},
)


def _populations(a: Population, b: Population) -> Relation:
    return _relation(
        inside=b in (a, Population.PEOPLE),
        contains=a in (b, Population.PEOPLE),
        apart={a, b} in _APART,
    )


def _parties(a: tuple[str, ...] | None, b: tuple[str, ...] | None) -> Relation:
    return _relation(
        inside=b is None or (a is not None and all(any(party_inside(x, y) for y in b) for x in a)),
        contains=a is None or (b is not None and all(any(party_inside(y, x) for x in a) for y in b)),
        apart=a is not None
        and b is not None
        and not any(party_inside(x, y) or party_inside(y, x) for x in a for y in b),
    )


def _places(a: Place | None, b: Place | None) -> Relation:
    if a is None or b is None or not (a.path and b.path):
        return Relation.EQUAL if a == b else Relation.INCOMPARABLE
    return _relation(inside=a.inside(b), contains=b.inside(a), apart=True)


def _periods(a: Period | None, b: Period | None) -> Relation:
    if a is None or b is None:
        return Relation.EQUAL if a is b else Relation.INCOMPARABLE
    return _relation(inside=a.inside(b), contains=b.inside(a), apart=not a.overlaps(b))


def _kinds(a: Kind, b: Kind) -> Relation:
    whole = (Kind.CLAIMED, Kind.ESTIMATED)
    return _relation(inside=a == b or b in whole, contains=a == b or a in whole, apart=False)
