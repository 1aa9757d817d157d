"""Names of invented people: common elements, put together by chance, in Arabic and in four habits of romanisation."""

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate

from recount.simulation.chance import Chance

HABITS = ("latin", "press", "french", "field")
"""How somebody romanises: by the letters, as news agencies do, as French speakers do, as heard in the field."""


@dataclass(frozen=True, slots=True)
class NamePart:
    """One element of a name: in Arabic, and romanised by each habit in the order of `HABITS`."""

    arabic: str
    romanised: tuple[str, ...]

    def latin(self, habit: str) -> str:
        """The element as somebody of this habit writes it."""
        return self.romanised[HABITS.index(habit)]


@dataclass(frozen=True, slots=True)
class Stock:
    """The elements of one kind with their running totals of weight: a few are borne by very many."""

    parts: tuple[NamePart, ...]
    totals: tuple[int, ...]

    def draw(self, chance: Chance) -> NamePart:
        """One element, by its weight."""
        mark = chance.unit() * self.totals[-1]
        low, high = 0, len(self.totals) - 1
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if mark < self.totals[middle] else (middle + 1, high)
        return self.parts[low]


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in four parts: given, father's, grandfather's and family."""

    given: NamePart
    father: NamePart
    grandfather: NamePart
    family: NamePart

    @property
    def parts(self) -> tuple[NamePart, ...]:
        """The four elements in the order they are written."""
        return (self.given, self.father, self.grandfather, self.family)

    @property
    def arabic(self) -> str:
        """All four parts in Arabic."""
        return " ".join(part.arabic for part in self.parts)

    def latin(self, habit: str = "latin") -> str:
        """All four parts romanised by one habit."""
        return " ".join(part.latin(habit) for part in self.parts)


@cache
def stock(kind: str) -> Stock:
    """The elements of one kind: `given_male`, `given_female` or `families`."""
    text = files("recount.simulation").joinpath("data", f"{kind}.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    parts = tuple(NamePart(row["arabic"], _romanised(row)) for row in rows)
    return Stock(parts, tuple(accumulate(int(row["weight"]) for row in rows)))


def _romanised(row: dict[str, str]) -> tuple[str, ...]:
    latin = row["latin"]
    return (
        latin,
        row["press"] or _replaced(latin, _PRESS),
        row["french"] or _replaced(latin, _FRENCH),
        row["field"] or _replaced(latin, _FIELD),
    )


# Habits for family names; given names have theirs in the table, because those are written by custom, not by rule.
_PRESS = (("ay", "ai"), ("dhdh", "th"), ("Shaikh", "Sheikh"), ("iyy", "i"))
_FRENCH = (
    ("^al-", "El "),
    ("[Ss]hsh", "ch"),
    ("Sh", "Ch"),
    ("sh", "ch"),
    ("aw", "aou"),
    ("u", "ou"),
    ("J", "Dj"),
    ("[q]+", "k"),
    ("Q", "K"),
    ("dhdh", "dh"),
)
# A vowel heard as long is doubled in the last syllable only.
_FIELD = (("^al-", "Al "), ("dhdh", "th"), ("dh", "th"), ("i(?=[a-z]?$)", "ee"), ("u(?=[a-z]$)", "oo"), ("aa", "a"))


def _replaced(latin: str, habit: tuple[tuple[str, str], ...]) -> str:
    for letters, others in habit:
        latin = re.sub(letters, others, latin)
    return latin
