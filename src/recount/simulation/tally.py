"""A second database of incidents, kept from newspapers: it shares events, errors and points with the first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from recount.simulation.chance import Chance
from recount.simulation.damage import Clerk, latin_place, place_as_noted
from recount.simulation.events import Attack
from recount.simulation.listings import Listing
from recount.simulation.places import EAST, WEST, half_of, spots
from recount.simulation.recorder import CAUSE_WORDS, INCIDENT_HEADER, blamed, figures, near
from recount.simulation.settings import SimulationSettings
from recount.simulation.world import World

SOURCE = "press-tally"
HEADER = ("entry", "from", "to", "location", "lat", "lon", "min_dead", "max_dead", "killers", "weapon", "entered")
_POINT = {"lat": INCIDENT_HEADER.index("lat"), "lon": INCIDENT_HEADER.index("lon")}
_COPIED, _OWN, _MISTAKEN = 0.5, 0.4, 0.03
_WRONG_DAY, _TWICE, _NAMES_KILLERS = 0.08, 0.01, 0.4
_QUIET = ("small arms", "execution")
Point = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Tallied:
    """One entry: an attack as newspapers had it, or a month's bodies of a half of the city (`attack` None)."""

    attack: Attack | None
    start: date
    end: date
    place: str
    killed: tuple[int | None, int | None]
    killers: tuple[str, ...]
    weapon: str


def tally_table(world: World, first: Listing, settings: SimulationSettings) -> Listing:
    """The second database as a table; `first` is the first one's, from which half of the points were copied.

    Some events stand in both, some twice in this one, one in twelve under the day of the newspaper. Killings too small
    for a report of their own stand in sums by month and half of the city, which overlap the people on the lists.
    """
    chance = Chance(settings.seed, SOURCE)
    known = [attack for attack in world.attacks if chance.yes(settings.recorded * _noticed(attack.size))]
    entries = [_single(attack, chance) for attack in known]
    entries += [_single(attack, chance) for attack in known if chance.yes(_TWICE)]
    entries += _sums(world, known, settings)
    entries.sort(key=lambda one: (one.start, one.end, one.place, "" if one.attack is None else one.attack.id))
    rows = _rows(entries, _points(first), chance)
    truth = tuple("" if one.attack is None else one.attack.id for one in entries)
    return Listing(SOURCE, "documents/entries.csv", HEADER, rows, truth)


def _noticed(size: int) -> float:
    return 0.12 if size <= 2 else 0.4 if size <= 6 else 0.75


def _single(attack: Attack, chance: Chance) -> Tallied:
    clerk = Clerk(place_missing=0.0, place_coarse=0.08, place_wrong=0.02)
    day = attack.day + timedelta(days=chance.pick((1, 1, 1, -1, 2))) if chance.yes(_WRONG_DAY) else attack.day
    killers = blamed(attack.party, chance) if chance.yes(_NAMES_KILLERS) else ()
    place = place_as_noted(attack.place, clerk, chance) or attack.place
    return Tallied(
        attack, day, day, place, figures(attack.size, chance), killers, chance.pick(CAUSE_WORDS[attack.cause])
    )


def _sums(world: World, known: Sequence[Attack], settings: SimulationSettings) -> list[Tallied]:
    """What the morgue told newspapers each month: people shot or executed in events of which no paper wrote."""
    told = {attack.id for attack in known}
    months: dict[tuple[str, date], int] = {}
    for attack in world.attacks:
        if attack.id not in told and attack.cause in _QUIET:
            spot = (half_of(attack.place), attack.day.replace(day=1))
            months[spot] = months.get(spot, 0) + attack.size
    ends = {first: min(_month_end(first), settings.end) for _, first in months}
    return [
        Tallied(None, max(first, settings.start), ends[first], half, (number, number), (), "Gunfire")
        for (half, first), number in sorted(months.items())
        if half in (EAST, WEST)
    ]


def _month_end(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _points(first: Listing) -> dict[str, Point]:
    """The point the first database gives each attack, where it gives one."""
    return {
        attack: (row[_POINT["lat"]], row[_POINT["lon"]])
        for attack, row in zip(first.truth, first.rows, strict=True)
        if row[_POINT["lat"]]
    }


def _rows(entries: Sequence[Tallied], points: dict[str, Point], chance: Chance) -> tuple[tuple[str, ...], ...]:
    before: Point = ("", "")
    rows = []
    for number, entry in enumerate(entries, start=1):
        point = _point(entry, points, before, chance)
        low, high = entry.killed
        rows.append(
            (
                f"pt{number:04}",
                entry.start.isoformat(),
                entry.end.isoformat(),
                latin_place(entry.place, chance),
                *point,
                "" if low is None else str(low),
                "" if high is None else str(high),
                ";".join(entry.killers),
                entry.weapon,
                (entry.end + timedelta(days=chance.between(1, 20))).isoformat(),
            )
        )
        before = point
    return tuple(rows)


def _point(entry: Tallied, points: dict[str, Point], before: Point, chance: Chance) -> Point:
    """The first database's point, a point of its own, none, or by mistake that of the entry above."""
    if entry.attack is None:
        return "", ""
    if before[0] and chance.yes(_MISTAKEN):
        return before
    if entry.attack.id in points and chance.yes(_COPIED):
        return points[entry.attack.id]
    spot = spots()[entry.place]
    if spot.precision != "neighbourhood" or not chance.yes(_OWN):
        return "", ""
    return near(spot.lat, chance), near(spot.lon, chance)
