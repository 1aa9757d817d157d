"""Lines on the ground that somebody drew: districts and the like, for the map alone. No number rests on them."""

from dataclasses import dataclass

Ring = tuple[tuple[float, float], ...]
"""Points of a line that comes back to its beginning, each as longitude and latitude, WGS 84."""


@dataclass(frozen=True, slots=True)
class Boundary:
    """One area with its name, as one or more rings."""

    name: str
    rings: tuple[Ring, ...]
    name_ar: str = ""


@dataclass(frozen=True, slots=True)
class Boundaries:
    """All areas of one file, with who drew them and under which licence they may be shown."""

    areas: tuple[Boundary, ...]
    credit: str
    licence: str
