"""Invented households: a father, a mother, their children, often grandparents, beside kin of the same family."""

from dataclasses import dataclass, field

from recount.simulation.chance import Chance
from recount.simulation.names import NamePart, PersonName, stock

NAMESAKE_SON = 0.01
NAMED_FOR_GRANDFATHER = 0.25
TWINS = 0.012
Line = tuple[NamePart, NamePart, NamePart]
KIN_NEXT_DOOR = 0.35


@dataclass(frozen=True, slots=True)
class Dweller:
    """Somebody who lives in a household, before the battle; `role` is their place in it, `age` at its start."""

    name: PersonName
    sex: str
    age: int
    role: str
    household: int


@dataclass(slots=True)
class Household:
    """Those who live together, and who of them is still alive. `line` are the head's forefathers, nearest first."""

    id: int
    place: str
    line: Line
    family: NamePart
    alive: list[Dweller] = field(default_factory=list)


class Neighbours:
    """The households of one neighbourhood, made as they are needed: some are brothers' of others."""

    def __init__(self, place: str, chance: Chance) -> None:
        self.place = place
        self.households: list[Household] = []
        self._heads: dict[Line, set[PersonName]] = {}
        self._chance = chance

    def household(self, number: int) -> Household:
        """A new household; its head is another head's brother in a third of all cases."""
        kin = self._chance.pick(self.households) if self.households and self._chance.yes(KIN_NEXT_DOOR) else None
        line = kin.line if kin else self._forefathers()
        family = kin.family if kin else stock("families").draw(self._chance)
        home = Household(number, self.place, line, family)
        taken = self._heads.setdefault(line, set())
        home.alive = _dwellers(home, taken, self._chance)
        taken.add(home.alive[0].name)
        self.households.append(home)
        return home

    def grieving(self) -> Household | None:
        """A household met before in which somebody is still alive, if a try finds one."""
        if not self.households:
            return None
        home = self._chance.pick(self.households)
        return home if home.alive else None

    def _forefathers(self) -> Line:
        male = stock("given_male")
        return (male.draw(self._chance), male.draw(self._chance), male.draw(self._chance))


def _dwellers(home: Household, taken: set[PersonName], chance: Chance) -> list[Dweller]:
    male, female = stock("given_male"), stock("given_female")
    father, grandfather, great = home.line
    head_age = chance.between(24, 66)
    name = PersonName(male.draw(chance), father, grandfather, home.family)
    while name in taken:
        name = PersonName(male.draw(chance), father, grandfather, home.family)
    head = Dweller(name, "male", head_age, "head", home.id)
    dwellers = [head]
    if chance.yes(0.9):
        dwellers.append(_wife(home, head_age, chance))
    dwellers += _children(home, head, chance)
    if head_age < 46 and chance.yes(0.18):
        name = PersonName(father, grandfather, great, home.family)
        dwellers.append(Dweller(name, "male", head_age + chance.between(22, 32), "grandfather", home.id))
    if head_age < 50 and chance.yes(0.22):
        name = PersonName(female.draw(chance), male.draw(chance), male.draw(chance), stock("families").draw(chance))
        dwellers.append(Dweller(name, "female", head_age + chance.between(19, 30), "grandmother", home.id))
    return dwellers


def _wife(home: Household, head_age: int, chance: Chance) -> Dweller:
    male = stock("given_male")
    family = home.family if chance.yes(0.2) else stock("families").draw(chance)
    name = PersonName(stock("given_female").draw(chance), male.draw(chance), male.draw(chance), family)
    return Dweller(name, "female", max(18, head_age - chance.between(-2, 9)), "mother", home.id)


def _children(home: Household, head: Dweller, chance: Chance) -> list[Dweller]:
    children: list[Dweller] = []
    taken: set[str] = set()
    age = min(head.age - 20, chance.between(0, 28))
    for _ in range(chance.between(0, 7)):
        if age < 0:
            break
        sex = "male" if chance.yes(0.51) else "female"
        given = _given(home, head, sex, taken, chance)
        taken.add(given.arabic)
        name = PersonName(given, head.name.given, head.name.father, head.name.family)
        children.append(Dweller(name, sex, age, "son" if sex == "male" else "daughter", home.id))
        age -= 0 if chance.yes(TWINS) else chance.between(1, 4)
    return children


def _given(home: Household, head: Dweller, sex: str, taken: set[str], chance: Chance) -> NamePart:
    """A child's given name; living brothers and sisters never share one."""
    if sex == "male" and chance.yes(NAMESAKE_SON) and head.name.given.arabic not in taken:
        return head.name.given
    if sex == "male" and home.line[0].arabic not in taken and chance.yes(NAMED_FOR_GRANDFATHER):
        return home.line[0]
    names = stock("given_male" if sex == "male" else "given_female")
    given = names.draw(chance)
    while given.arabic in taken:
        given = names.draw(chance)
    return given
