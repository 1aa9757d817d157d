"""The invented city: two halves of a river town with fifteen neighbourhoods each, on an empty stretch of ocean."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

EAST = "east-zaytara"
WEST = "west-zaytara"
CITY = "zaytara"
ELSEWHERE = ("umm-sunbul", "jisr-hajar")
"""Towns outside the city, and so outside the case's scope."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the invented country; `names` are other ways of writing it, the Arabic one first."""

    id: str
    parent: str
    name: str
    names: tuple[str, ...]
    lat: str
    lon: str
    precision: str
    radius_km: str

    @property
    def arabic(self) -> str:
        """How it is written in Arabic."""
        return self.names[0]

    @property
    def latin_names(self) -> tuple[str, ...]:
        """All the ways it is written in Latin letters."""
        return (self.name, *(name for name in self.names if name.isascii()))


@cache
def spots() -> dict[str, Spot]:
    """Every place by id."""
    text = files("recount.simulation").joinpath("data", "places.csv").read_text(encoding="utf-8")
    found = {}
    for row in csv.DictReader(text.splitlines()):
        names = tuple(row.pop("names").split("|"))
        found[row["id"]] = Spot(names=names, **row)
    return found


@cache
def quarters(half: str) -> tuple[str, ...]:
    """The neighbourhoods of one half of the city."""
    return tuple(spot.id for spot in spots().values() if spot.parent == half)


def half_of(place: str) -> str:
    """The half of the city a neighbourhood lies in; other places are their own."""
    parent = spots()[place].parent
    return parent if parent in (EAST, WEST) else place
