"""What happened in the invented battle: attacks with a day, a place, a party, a cause and how many they killed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from recount.simulation.chance import Chance
from recount.simulation.parties import COALITION, ESTERLAND, FRONT, GOVERNMENT, NORVIA
from recount.simulation.places import EAST, WEST, quarters
from recount.simulation.settings import SimulationSettings

# Nine months: the east falls first, a lull, then the west with its worst weeks near the end.
PHASES = (0.055, 0.075, 0.085, 0.06, 0.045, 0.11, 0.19, 0.21, 0.17)
EAST_MONTHS = 4

_PARTIES = (NORVIA, ESTERLAND, COALITION, GOVERNMENT, FRONT)
_SHARES = {EAST: (0.12, 0.05, 0.04, 0.22, 0.57), WEST: (0.16, 0.06, 0.06, 0.26, 0.46)}
_CAUSES = {
    COALITION: (("airstrike", 0.93), ("artillery", 0.07)),
    GOVERNMENT: (("artillery", 0.66), ("airstrike", 0.14), ("small arms", 0.20)),
    FRONT: (("explosive", 0.36), ("small arms", 0.36), ("execution", 0.16), ("artillery", 0.12)),
}
# How many an attack kills at most, and how many times the heavy-tailed draw is taken.
_DEADLINESS = {
    "airstrike": (90, 2),
    "artillery": (20, 1),
    "explosive": (40, 1),
    "small arms": (4, 1),
    "execution": (30, 1),
}
FLAGSHIP = "T0001"
FLAGSHIP_PLACE = "khandaq-milh"
FLAGSHIP_SHARE = 141 / 10_800


@dataclass(frozen=True, slots=True)
class Attack:
    """One event of the battle as it truly was; `size` is how many it kills."""

    id: str
    day: date
    place: str
    party: str
    cause: str
    size: int


def attacks(settings: SimulationSettings) -> Iterator[Attack]:
    """Attack after attack without end; the caller stops when enough people have died. The first is the worst."""
    chance = Chance(settings.seed, "attacks")
    worst = max(6, round(settings.deaths * FLAGSHIP_SHARE))
    day = settings.start + timedelta(days=settings.days * 7 // 10)
    yield Attack(FLAGSHIP, day, FLAGSHIP_PLACE, NORVIA, "airstrike", worst)
    number = 1
    while True:
        number += 1
        yield _attack(f"T{number:04}", settings, chance)


def _attack(code: str, settings: SimulationSettings, chance: Chance) -> Attack:
    month = chance.weighted(range(len(PHASES)), PHASES)
    first = settings.days * month // len(PHASES)
    last = settings.days * (month + 1) // len(PHASES) - 1
    day = settings.start + timedelta(days=chance.between(first, last))
    half = EAST if chance.yes(0.93 if month < EAST_MONTHS else 0.06) else WEST
    party = chance.weighted(_PARTIES, _SHARES[half])
    causes = _CAUSES[party.split("/", maxsplit=1)[0]]
    cause = chance.weighted([name for name, _ in causes], [share for _, share in causes])
    return Attack(code, day, chance.pick(quarters(half)), party, cause, _size(cause, settings, chance))


def _size(cause: str, settings: SimulationSettings, chance: Chance) -> int:
    most, times = _DEADLINESS[cause]
    # Houses differ in how many they shelter, so the most an attack can kill is itself a matter of chance.
    most = max(2, min(chance.between(most // 4, most), settings.deaths // 40))
    return sum(chance.heavy(most) for _ in range(times))
