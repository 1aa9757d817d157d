"""The invented NGO that records incidents, and the one that collects names: both in Latin letters."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from recount.simulation.chance import Chance
from recount.simulation.damage import (
    Clerk,
    age_as_noted,
    day_as_noted,
    latin_name,
    latin_place,
    place_as_noted,
)
from recount.simulation.events import FLAGSHIP, Attack
from recount.simulation.inclusion import Lists
from recount.simulation.listings import Listing
from recount.simulation.names import HABITS
from recount.simulation.parties import COALITION, FRONT, GOVERNMENT, top
from recount.simulation.places import spots
from recount.simulation.settings import SimulationSettings
from recount.simulation.world import Person, World

UNDETERMINED = "undetermined"
INCIDENT_HEADER = (
    "code",
    "date",
    "neighbourhood",
    "lat",
    "lon",
    "killed_min",
    "killed_max",
    "injured_min",
    "injured_max",
    "belligerent",
    "cause",
    "source",
    "published",
)
VICTIM_HEADER = (
    "ref",
    "full_name",
    "gender",
    "age",
    "date",
    "area",
    "cause",
    "alleged_party",
    "incident",
    "status",
    "informant",
)
CAUSE_WORDS = {
    "airstrike": ("Airstrike", "Air strike", "Bombing"),
    "artillery": ("Shelling", "Artillery", "Mortar fire"),
    "explosive": ("Car bomb", "IED", "Mine"),
    "small arms": ("Gunfire", "Sniper"),
    "execution": ("Execution", "Killed in custody"),
}
_CLAIMANTS = ("residents", "civil defence", "local media", "hospital staff", "families of the dead")


@dataclass(frozen=True, slots=True)
class Recorded:
    """An attack as the incident database has it; `code` is the database's own."""

    code: str
    attack: Attack
    noted: date
    place: str
    killed: tuple[int | None, int | None]
    parties: tuple[str, ...]


def recorded(world: World, settings: SimulationSettings) -> tuple[Recorded, ...]:
    """The attacks the database holds, in order of the day it noted."""
    chance = Chance(settings.seed, "recorded")
    more = settings.recorded
    known = [one for one in world.attacks if chance.yes(more * _noticed(one.size)) or one.id == FLAGSHIP]
    noted = sorted(((_noted_day(attack, chance), attack) for attack in known), key=lambda pair: (pair[0], pair[1].id))
    clerk = Clerk(place_missing=0.0, place_coarse=0.05, place_wrong=0.02)
    return tuple(
        Recorded(
            f"ZI-{number:04}",
            attack,
            day,
            place_as_noted(attack.place, clerk, chance) or attack.place,
            figures(attack.size, chance),
            blamed(attack.party, chance),
        )
        for number, (day, attack) in enumerate(noted, start=1)
    )


def _noticed(size: int) -> float:
    return 0.16 if size <= 2 else 0.55 if size <= 6 else 0.9


def _noted_day(attack: Attack, chance: Chance) -> date:
    return attack.day + timedelta(days=chance.pick((-1, 1))) if chance.yes(0.06) else attack.day


def figures(size: int, chance: Chance) -> tuple[int | None, int | None]:
    """The lowest and highest claim: often below the truth, since not everybody under a house is known of."""
    if chance.yes(0.02):
        return None, None
    low = max(1, size - chance.below(size // 4 + 2))
    high = size if chance.yes(0.5) else size + chance.below(size // 3 + 2)
    return low, max(low, high)


def blamed(party: str, chance: Chance) -> tuple[str, ...]:
    """Who the database says was named responsible: mostly the right one, often nobody, now and then two or another."""
    mark = chance.unit()
    if mark < 0.64:
        return (party,) if chance.yes(0.25) else (top(party),)
    if mark < 0.74 and top(party) != FRONT:
        return (COALITION, GOVERNMENT)
    if mark < 0.94:
        return (UNDETERMINED,)
    return (chance.pick((COALITION, GOVERNMENT, FRONT)),)


def incident_table(records: tuple[Recorded, ...], settings: SimulationSettings) -> Listing:
    """The incident database as a table."""
    chance = Chance(settings.seed, "incident table")
    rows = tuple(_incident_row(record, chance) for record in records)
    truth = tuple(record.attack.id for record in records)
    return Listing("ngo-incidents", "documents/incidents.csv", INCIDENT_HEADER, rows, truth)


def _incident_row(record: Recorded, chance: Chance) -> tuple[str, ...]:
    injured = chance.below(record.attack.size * 2 + 1)
    low, high = record.killed
    return (
        record.code,
        record.noted.isoformat(),
        latin_place(record.place, chance),
        *_coordinates(record, chance),
        "" if low is None else str(low),
        "" if high is None else str(high),
        str(injured) if chance.yes(0.5) else "",
        "" if chance.yes(0.5) else str(injured + chance.below(injured // 2 + 1)),
        ";".join(record.parties),
        chance.pick(CAUSE_WORDS[record.attack.cause]),
        chance.pick(_CLAIMANTS),
        (record.noted + timedelta(days=chance.between(1, 9))).isoformat(),
    )


def _coordinates(record: Recorded, chance: Chance) -> tuple[str, str]:
    """A point near the middle of the neighbourhood, where the database has one at all."""
    spot = spots()[record.place]
    if spot.precision != "neighbourhood" or chance.yes(0.4):
        return "", ""
    return near(spot.lat, chance), near(spot.lon, chance)


def near(degrees: str, chance: Chance) -> str:
    """Degrees moved by up to 300 metres; whole ten-thousandths, so that no rounding can differ."""
    return f"{Decimal(degrees) + Decimal(chance.between(-27, 27)) / 10_000:.4f}"


def victims_list(lists: Lists, records: tuple[Recorded, ...], settings: SimulationSettings) -> Listing:
    """The list of names the second NGO collected; each neighbourhood's fieldworker has a habit of romanising."""
    chance = Chance(settings.seed, "victims")
    codes = {record.attack.id: record for record in records}
    people = chance.shuffled(lists.victims)
    rows = tuple(
        (f"V-{number:04}", *_victim_row(person, codes.get(person.attack), settings, chance))
        for number, person in enumerate(people, start=1)
    )
    return Listing("ngo-victims", "documents/victims.csv", VICTIM_HEADER, rows, tuple(person.id for person in people))


def _habit(person: Person, chance: Chance) -> str:
    """Mostly that of the neighbourhood's fieldworker."""
    return HABITS[len(person.place) % len(HABITS)] if chance.yes(0.7) else chance.pick(HABITS)


def _status(person: Person, chance: Chance) -> str:
    """Mostly nothing: the list says of a third that they were civilians, and of few fighters that they fought."""
    if person.civilian:
        return "civilian" if chance.yes(0.35) else ""
    return "combatant" if chance.yes(0.3) else ""


def _victim_row(
    person: Person, record: Recorded | None, settings: SimulationSettings, chance: Chance
) -> tuple[str, ...]:
    clerk = Clerk(three_parts=0.4, two_parts=0.16, typos=settings.typos, age_missing=0.12, date_missing=0.02)
    age = age_as_noted(person.age, clerk, chance)
    noted = day_as_noted(person.day, clerk, chance)
    known = record is not None and chance.yes(0.65)
    return (
        latin_name(person.dweller.name, _habit(person, chance), clerk, chance),
        person.dweller.sex[0].upper(),
        "" if age is None else str(age),
        "" if noted is None else noted.isoformat(),
        latin_place(place_as_noted(person.place, clerk, chance), chance),
        chance.pick(CAUSE_WORDS[person.cause]) if chance.yes(0.9) else "",
        ";".join(blamed(person.party, chance)) if record is None else ";".join(record.parties),
        record.code if known and record is not None else "",
        _status(person, chance),
        f"informant {chance.between(1, 60)}",
    )
