"""Short ways to make records of invented people, and a small city to link."""

import random
from datetime import date, timedelta

from recount.language.scripts import written
from recount.model.assertions import Record
from recount.model.codes import PlacePrecision, Sex
from recount.model.evidence import Locator
from recount.model.people import ScoredPair
from recount.model.values import Age, Place, day
from recount.simulation.chance import Chance
from recount.simulation.names import PersonName, stock

PLACES = tuple(
    Place(("land", "city", part), PlacePrecision.NEIGHBOURHOOD, part) for part in ("harbour", "mill", "fair")
)
GIVEN = (
    ("سالم", "Salem"), ("هاشم", "Hashem"), ("ناظم", "Nazim"), ("فؤاد", "Fouad"), ("رياض", "Riyadh"), ("كمال", "Kamal"),
    ("حازم", "Hazem"), ("نوري", "Nouri"), ("شاكر", "Shakir"), ("ماجد", "Majid"), ("زهير", "Zuhair"), ("غانم", "Ghanem"),
)  # fmt: skip
FAMILIES = (
    ("الدباغ", "al-Dabbagh"), ("النجار", "El Najjar"), ("الخياط", "Al Khayat"), ("الحلاق", "al-Hallaq"),
    ("البستاني", "al-Bustani"), ("الفحام", "al-Fahham"), ("الصراف", "al-Sarraf"), ("العطار", "al-Attar"),
)  # fmt: skip


def a_record(one: str, name: str = "", source: str = "morgue", age: int | None = None, **said: object) -> Record:
    """One list's entry; `day` is the day of death as an ISO date."""
    died = said.pop("day", None)
    given: dict[str, object] = {
        "names": (written(name),) if name else (),
        "age": None if age is None else Age(age, age),
        "died": None if died is None else day(date.fromisoformat(str(died))),
    }
    return Record(f"r-{one}", Locator(f"d-{source}", row=1), source, **{**given, **said})  # type: ignore[arg-type]


def a_city(people: int, seed: int = 1) -> tuple[list[Record], dict[str, int]]:
    """A register in Arabic and a list in Latin letters of an invented city, and who each record is of.

    Households of up to three brothers died together; two in three of the register are on the other list.
    """
    chance = random.Random(seed)
    records: list[Record] = []
    who: dict[str, int] = {}
    person = 0
    while person < people:
        father, grandfather = chance.choice(GIVEN), chance.choice(GIVEN)
        family = chance.choice(FAMILIES)
        died = date(2020, 1, 1) + timedelta(days=chance.randrange(200))
        for given in chance.sample(GIVEN, chance.choice((1, 1, 2, 3))):
            parts = (given, father, grandfather, family)
            facts = {"sex": Sex.MALE, "place": chance.choice(PLACES), "day": died.isoformat()}
            age = chance.randrange(80)
            for script, source in ((0, "morgue"), (1, "names")):
                if source == "morgue" or chance.random() < 0.66:
                    one = f"{source}-{person:05}"
                    records.append(a_record(one, " ".join(part[script] for part in parts), source, age, **facts))
                    who[f"r-{one}"] = person
            person += 1
    return records, who


def pair_of(pairs: tuple[ScoredPair, ...], one: str, other: str) -> ScoredPair | None:
    """The scored pair of two records, where it was kept."""
    wanted = tuple(sorted((f"r-{one}", f"r-{other}")))
    return next((pair for pair in pairs if (pair.left, pair.right) == wanted), None)


def by_habit(people: int, habits: tuple[str, str], seed: int = 1) -> tuple[list[Record], dict[str, int]]:
    """Two lists in Latin letters of common names, each written by another habit of romanisation, with ages."""
    chance = Chance(seed)
    given, family = stock("given_male"), stock("families")
    records, who = [], {}
    for person in range(people):
        name = PersonName(given.draw(chance), given.draw(chance), given.draw(chance), family.draw(chance))
        age = int(chance.unit() * 80)
        for habit in habits:
            if chance.unit() < 0.7:
                one = f"{habit}-{person:05}"
                records.append(a_record(one, name.latin(habit), habit, age, sex=Sex.MALE))
                who[f"r-{one}"] = person
    return records, who
