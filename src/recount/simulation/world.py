"""The known truth: who died, when, where, by whom and how."""

from dataclasses import dataclass
from datetime import date, timedelta

from recount.simulation.chance import Chance
from recount.simulation.events import Attack, attacks
from recount.simulation.people import Dweller, Household, Neighbours
from recount.simulation.places import EAST, ELSEWHERE, WEST, quarters
from recount.simulation.settings import SimulationSettings

KILLED, NATURAL, INJURED = "killed", "natural", "injured"
_AT_HOME = {"airstrike": 0.82, "artillery": 0.5, "explosive": 0.3, "small arms": 0.0, "execution": 0.2}
_GRIEVING_AGAIN = 0.3


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who died or was wounded. `age` is at that day; `in_scope` says whether the case counts them."""

    id: str
    dweller: Dweller
    age: int
    born: date
    day: date
    place: str
    outcome: str
    cause: str
    party: str
    attack: str
    civilian: bool
    in_scope: bool
    national_id: str


@dataclass(frozen=True, slots=True)
class World:
    """Everything that truly happened: the attacks and the people, in order of id."""

    attacks: tuple[Attack, ...]
    people: tuple[Person, ...]

    @property
    def dead(self) -> tuple[Person, ...]:
        """The people the case counts: killed in the city during the battle."""
        return tuple(person for person in self.people if person.in_scope)


class _Builder:
    """Adds attack after attack to the world, household by household."""

    def __init__(self, settings: SimulationSettings) -> None:
        self.settings = settings
        self.chance = Chance(settings.seed, "people")
        places = (*quarters(EAST), *quarters(WEST), *ELSEWHERE)
        self.neighbours = {place: Neighbours(place, self.chance) for place in places}
        self.households = 0
        self.people: list[Person] = []

    def kill(self, attack: Attack, number: int, *, in_scope: bool = True) -> None:
        """Let an attack kill that many people, home by home."""
        left = number
        while left > 0:
            home = self._home(attack.place)
            for dweller in self._struck(home, attack, left):
                home.alive.remove(dweller)
                self._add(dweller, attack, KILLED, in_scope=in_scope)
                left -= 1

    def wound(self, attack: Attack) -> None:
        """Let an attack wound somebody who survives."""
        home = self._home(attack.place)
        dweller = self.chance.pick(home.alive)
        home.alive.remove(dweller)
        self._add(dweller, attack, INJURED, in_scope=False)

    def bury(self, day: date, place: str) -> None:
        """A death that is no part of the conflict, of somebody mostly old."""
        home = self._home(place)
        dweller = max(self.chance.some(home.alive, 3), key=lambda one: one.age)
        home.alive.remove(dweller)
        self._add(dweller, Attack("", day, place, "", "natural", 1), NATURAL, in_scope=False)

    def _home(self, place: str) -> Household:
        neighbours = self.neighbours[place]
        known = neighbours.grieving() if self.chance.yes(_GRIEVING_AGAIN) else None
        if known is not None:
            return known
        self.households += 1
        return neighbours.household(self.households)

    def _struck(self, home: Household, attack: Attack, most: int) -> list[Dweller]:
        """Who of a household an attack kills: nearly all under a roof that falls in, one man shot in the street."""
        share = _AT_HOME[attack.cause]
        struck = [dweller for dweller in home.alive if self.chance.yes(share)]
        if not struck:
            struck = [self._one(home, attack.cause)]
        return struck[:most]

    def _one(self, home: Household, cause: str) -> Dweller:
        men = [one for one in home.alive if one.sex == "male" and one.age >= 14]
        if cause in ("small arms", "execution") and men and self.chance.yes(0.8):
            return self.chance.pick(men)
        return self.chance.pick(home.alive)

    def _add(self, dweller: Dweller, attack: Attack, outcome: str, *, in_scope: bool) -> None:
        born = self.settings.start - timedelta(days=dweller.age * 365 + dweller.age // 4 + self.chance.below(365))
        age = max(0, (attack.day - born).days * 100 // 36_525)
        grown = dweller.sex == "male" and 16 <= dweller.age <= 45
        fighter = outcome == KILLED and grown and self.chance.yes(0.08)
        number = len(self.people) + 1
        self.people.append(
            Person(
                id=f"P{number:05}",
                dweller=dweller,
                age=age,
                born=born,
                day=attack.day,
                place=attack.place,
                outcome=outcome,
                cause=attack.cause,
                party=attack.party,
                attack=attack.id,
                civilian=not fighter,
                in_scope=in_scope,
                national_id=f"{self.chance.between(100, 999)}{number:05}{self.chance.between(100, 999)}",
            )
        )


def build(settings: SimulationSettings) -> World:
    """Let the invented battle happen: exactly `deaths` people killed in scope, and those around them."""
    builder = _Builder(settings)
    happened: list[Attack] = []
    left = settings.deaths
    for attack in attacks(settings):
        number = min(left, attack.size)
        builder.kill(attack, number)
        happened.append(Attack(attack.id, attack.day, attack.place, attack.party, attack.cause, number))
        left -= number
        if not left:
            break
    _around(builder, happened)
    return World(tuple(happened), tuple(builder.people))


def _around(builder: _Builder, happened: list[Attack]) -> None:
    """The wounded, natural deaths, and deaths before and after the battle or outside the city."""
    settings, chance = builder.settings, Chance(builder.settings.seed, "around")
    everywhere = (*quarters(EAST), *quarters(WEST))
    for _ in range(settings.deaths // 30):
        builder.wound(chance.pick(happened))
    for _ in range(settings.deaths // 45):
        builder.bury(settings.start + timedelta(days=chance.below(settings.days + 40)), chance.pick(everywhere))
    for _ in range(settings.deaths // 90):
        before = chance.yes(0.4)
        shift = chance.between(3, 40)
        day = settings.start - timedelta(days=shift) if before else settings.end + timedelta(days=shift)
        _alone(builder, day, chance.pick(everywhere), chance)
    for _ in range(settings.deaths // 240):
        day = settings.start + timedelta(days=chance.below(settings.days))
        _alone(builder, day, chance.pick(ELSEWHERE), chance)


def _alone(builder: _Builder, day: date, place: str, chance: Chance) -> None:
    cause = chance.pick(("explosive", "small arms", "explosive"))
    builder.kill(Attack("", day, place, "granite-front", cause, 1), 1, in_scope=False)
