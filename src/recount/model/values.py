"""Dates, ages and places with their precision; parties."""

from dataclasses import dataclass
from datetime import date

from recount.errors import RecountError
from recount.model.codes import AgeGroup, Basis, PartyKind, PlacePrecision, Precision

UNDETERMINED = "undetermined"
"""The id of the party of deaths that no source attributes: a party of its own in every table (rule 32)."""


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last day something may have happened, both inclusive; an open end is None.

    A single day has start == end. `precision` says how it was given, `basis` where it comes from.
    """

    start: date | None
    end: date | None
    precision: Precision = Precision.SPAN
    basis: Basis = Basis.STATED

    def __post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.start > self.end:
            raise RecountError(f"the period starts on {self.start}, after its end on {self.end}; swap or correct them")

    @property
    def days(self) -> int | None:
        """Length in days, both ends counted; None when an end is open."""
        return None if self.start is None or self.end is None else (self.end - self.start).days + 1

    def overlaps(self, other: "Period") -> bool:
        """Whether any day lies in both."""
        after = self.start is not None and other.end is not None and self.start > other.end
        before = self.end is not None and other.start is not None and self.end < other.start
        return not (after or before)

    def inside(self, other: "Period") -> bool:
        """Whether every day of this one lies in the other."""
        starts = other.start is None or (self.start is not None and self.start >= other.start)
        ends = other.end is None or (self.end is not None and self.end <= other.end)
        return starts and ends

    def nearly(self, other: "Period", share: float = 0.9) -> bool:
        """Whether each covers most of the other: reports date a battle by its months, a register by its days."""
        if self.start is None or self.end is None or other.start is None or other.end is None:
            return self == other
        common = (min(self.end, other.end) - max(self.start, other.start)).days + 1
        return common >= share * max((self.end - self.start).days + 1, (other.end - other.start).days + 1)

    def __str__(self) -> str:
        if self.start is not None and self.start == self.end:
            return self.start.isoformat()
        return f"{self.start or '…'} to {self.end or '…'}"


def day(value: date, basis: Basis = Basis.STATED) -> Period:
    """A single day."""
    return Period(value, value, Precision.DAY, basis)


@dataclass(frozen=True, slots=True)
class Age:
    """Completed years at death, as an interval. An infant's age is 0 and counts (rule 16); unknown is no Age at all."""

    low: int
    high: int

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.high <= 120:
            raise RecountError(f"age {self.low}–{self.high} is outside 0–120; correct it in the source's hand/ folder")

    @property
    def group(self) -> AgeGroup:
        """The age group both ends fall in, unknown when they differ."""
        low, high = _group(self.low), _group(self.high)
        return low if low == high else AgeGroup.UNKNOWN


def _group(years: int) -> AgeGroup:
    return AgeGroup.CHILD if years < 18 else AgeGroup.ADULT if years < 65 else AgeGroup.OLDER


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere, as finely as it is known.

    `path` runs from the widest place to the narrowest, in gazetteer ids: `("iraq", "mosul", "west-mosul")`.
    One place lies inside another when its path begins with the other's. `written` is what the source wrote.
    Coordinates are WGS 84 degrees; `radius_km` is the uncertainty around them.
    """

    path: tuple[str, ...]
    precision: PlacePrecision
    written: str = ""
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    basis: Basis = Basis.STATED

    def inside(self, other: "Place") -> bool:
        """Whether this place is the other one or lies in it. Nothing is known to lie in a place nobody knows."""
        return bool(other.path) and self.path[: len(other.path)] == other.path

    @property
    def id(self) -> str:
        """The narrowest gazetteer id, or the empty string for a place nothing is known of."""
        return self.path[-1] if self.path else ""


@dataclass(frozen=True, slots=True)
class Home:
    """Where a living person was to be found, as one list wrote it: to compare records by, and never published.

    `house` is the number in the street; `building` what a second line of an address names.
    """

    house: str | None = None
    street: str | None = None
    building: str | None = None
    suburb: str | None = None
    postcode: str | None = None
    state: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """A party to the conflict. A partner's id carries its coalition: `coalition/us` is part of `coalition`."""

    id: str
    name: str
    kind: PartyKind
    names: tuple[str, ...] = ()
    name_ar: str = ""
    hue: int | None = None


def party_inside(party: str, other: str) -> bool:
    """Whether a party is the other one or part of it."""
    return party == other or party.startswith(other + "/")
