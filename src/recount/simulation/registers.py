"""The lists kept in Arabic: the morgue's register, the hospital's file and the government's list of the dead."""

from collections.abc import Sequence
from datetime import timedelta

from recount.simulation.chance import Chance
from recount.simulation.damage import (
    Clerk,
    age_as_noted,
    arabic_name,
    arabic_place,
    day_as_noted,
    day_first,
    eastern,
    infant_name,
    place_as_noted,
    register_clerk,
)
from recount.simulation.inclusion import Lists
from recount.simulation.listings import Listing, csv_text
from recount.simulation.settings import SimulationSettings
from recount.simulation.world import INJURED, NATURAL, Person

OFFICIAL_LIST = "official-list"
CORRECTION_HEADER = ("file", "row", "column", "was", "becomes", "reason")
DOUBLED_DIGIT = 0.0012
INFANT_WITHOUT_NAME = 0.12
UNNAMED = "مجهول الهوية"
SEX = {"male": "ذكر", "female": "أنثى"}
# As written, and how often the register writes it for a true cause. Crushed is what a fallen house does.
REGISTER_CAUSES: dict[str, tuple[tuple[str, float], ...]] = {
    "airstrike": (("سحق تحت الأنقاض", 0.46), ("قصف جوي", 0.2), ("قصف", 0.18), ("شظايا", 0.1), ("", 0.06)),
    "artillery": (("شظايا", 0.4), ("قصف", 0.24), ("قصف مدفعي", 0.14), ("سحق تحت الأنقاض", 0.16), ("", 0.06)),
    "explosive": (("انفجار", 0.5), ("عبوة ناسفة", 0.24), ("شظايا", 0.2), ("", 0.06)),
    "small arms": (("طلق ناري", 0.92), ("", 0.08)),
    "execution": (("طلق ناري", 0.5), ("إعدام", 0.42), ("", 0.08)),
    "natural": (("وفاة طبيعية", 0.6), ("جلطة قلبية", 0.4)),
}
MORGUE_HEADER = ("ت", "الاسم", "الجنس", "العمر", "تاريخ الوفاة", "تاريخ التسجيل", "المكان", "سبب الوفاة", "نوع الحالة")
HOSPITAL_HEADER = ("no", "name", "sex", "age", "from", "date", "injury", "result", "id")
OFFICIAL_HEADER = ("رقم الهوية", "الاسم الرباعي", "الجنس", "سنة الميلاد", "تاريخ الوفاة", "الحي")
HOSPITAL_INJURIES = {
    "airstrike": "إصابة قصف جوي",
    "artillery": "إصابة قصف مدفعي",
    "explosive": "إصابة انفجار",
    "small arms": "طلق ناري",
    "execution": "طلق ناري",
}


def morgue(lists: Lists, settings: SimulationSettings) -> Listing:
    """The register, in the order in which bodies were registered; some are entered twice."""
    chance = Chance(settings.seed, "morgue")
    entries = [_registered(person, lists, settings, chance) for person in (*lists.morgue, *lists.morgue_repeats)]
    entries.sort(key=lambda entry: (entry[0], entry[1]))
    rows = tuple((str(number), *cells) for number, (_, _, cells) in enumerate(entries, start=1))
    return Listing("morgue", "documents/register.csv", MORGUE_HEADER, rows, tuple(entry[1] for entry in entries))


def _registered(
    person: Person, lists: Lists, settings: SimulationSettings, chance: Chance
) -> tuple[str, str, tuple[str, ...]]:
    clerk = register_clerk(settings)
    buried = person.cause in ("airstrike", "artillery") and chance.yes(0.3)
    registered = person.day + timedelta(days=chance.between(8, 120) if buried else chance.heavy(14) - 1)
    noted = day_as_noted(person.day, clerk, chance)
    causes = REGISTER_CAUSES[person.cause]
    cells: tuple[str, ...] = (
        _registered_name(person, lists, clerk, chance),
        "" if chance.yes(0.02) else SEX[person.dweller.sex],
        _registered_age(person, lists, clerk, chance),
        day_first(None if noted is None else min(noted, registered)),
        day_first(registered),
        arabic_place(place_as_noted(person.place, clerk, chance), chance),
        chance.weighted([name for name, _ in causes], [share for _, share in causes]),
        "وفاة طبيعية" if person.outcome == NATURAL else "قتل",
    )
    if chance.yes(0.06):
        cells = (cells[0], cells[1], *(eastern(cell) for cell in cells[2:5]), *cells[5:])
    return registered.isoformat(), person.id, cells


def _registered_name(person: Person, lists: Lists, clerk: Clerk, chance: Chance) -> str:
    if person.id in lists.unnamed:
        return UNNAMED
    if person.age == 0 and chance.yes(INFANT_WITHOUT_NAME):
        return infant_name(person.dweller.name, person.dweller.sex)
    return arabic_name(person.dweller.name, clerk, chance)


def _registered_age(person: Person, lists: Lists, clerk: Clerk, chance: Chance) -> str:
    """An age in years as a rule; of a body without a name a guess to ten years, of an infant often the word."""
    age = age_as_noted(person.age, clerk, chance)
    if person.id in lists.unnamed and age is not None:
        age = None if chance.yes(0.6) else age // 10 * 10
    if age is None:
        return ""
    if age == 0 and person.age == 0 and chance.yes(0.25):
        return "رضيع" if person.dweller.sex == "male" else "رضيعة"
    return f"{age}{age % 10}" if age >= 13 and chance.yes(DOUBLED_DIGIT) else str(age)


def corrections(register: Listing, people: Sequence[Person]) -> str:
    """What a person corrected by hand: the first impossible age of the register, after a call to the morgue."""
    ages = {person.id: person.age for person in people}
    column = MORGUE_HEADER.index("العمر")
    for number, row, subject in zip(register.numbers, register.rows, register.truth, strict=True):
        if row[column].isascii() and len(row[column]) == 3:
            reason = "A digit was typed twice; the morgue gave the age by telephone (simulated)"
            fix = (register.file, str(number), "العمر", row[column], str(ages[subject]), reason)
            return csv_text(CORRECTION_HEADER, [fix])
    return csv_text(CORRECTION_HEADER, [])


def hospital(lists: Lists, settings: SimulationSettings) -> Listing:
    """The hospital's file of those brought in, with those who lived."""
    chance = Chance(settings.seed, "hospital")
    clerk = Clerk(three_parts=0.45, two_parts=0.05, typos=settings.typos, age_missing=0.1, date_missing=0.01)
    people = sorted(lists.hospital, key=lambda person: (person.day, person.id))
    rows = tuple(_treated(person, clerk, settings, chance) for person in people)
    numbered = tuple((f"H{number:05}", *row) for number, row in enumerate(rows, start=1))
    return Listing("hospital", "documents/patients.json", HOSPITAL_HEADER, numbered, tuple(one.id for one in people))


def _treated(person: Person, clerk: Clerk, settings: SimulationSettings, chance: Chance) -> tuple[str, ...]:
    age = age_as_noted(person.age, clerk, chance)
    noted = day_as_noted(person.day, clerk, chance)
    return (
        arabic_name(person.dweller.name, clerk, chance),
        person.dweller.sex[0].upper(),
        "" if age is None else str(age),
        arabic_place(place_as_noted(person.place, clerk, chance), chance),
        "" if noted is None else noted.isoformat(),
        HOSPITAL_INJURIES[person.cause],
        "discharged" if person.outcome == INJURED else "died",
        _identity(person, None, settings, chance) if chance.yes(0.3) else "",
    )


def official(lists: Lists, settings: SimulationSettings) -> tuple[Listing, Listing]:
    """Both versions of the government's list: the second adds people, removes a few and mends some spellings."""
    chance = Chance(settings.seed, "official")
    clerk = Clerk(three_parts=0.0, two_parts=0.0, typos=settings.typos, age_missing=0.03, date_missing=0.02)
    rows = _identified(lists.official, clerk, settings, chance)
    first = [(person, row) for person, row in rows if person.id in lists.official_first]
    second = [(person, _mended(person, row, chance)) for person, row in rows if person.id not in lists.official_removed]
    return _version("documents/list-2019-08.csv", first), _version("documents/list-2019-12.csv", second)


def _identified(
    people: Sequence[Person], clerk: Clerk, settings: SimulationSettings, chance: Chance
) -> list[tuple[Person, tuple[str, ...]]]:
    rows: list[tuple[Person, tuple[str, ...]]] = []
    before: Person | None = None
    for person in people:
        noted = day_as_noted(person.day, clerk, chance)
        cells = (
            _identity(person, before, settings, chance),
            arabic_name(person.dweller.name, clerk, chance),
            SEX[person.dweller.sex],
            "" if chance.yes(clerk.age_missing) else str(person.born.year),
            "" if noted is None else noted.isoformat(),
            arabic_place(place_as_noted(person.place, clerk, chance), chance),
        )
        rows.append((person, cells))
        before = person
    return rows


def _identity(person: Person, other: Person | None, settings: SimulationSettings, chance: Chance) -> str:
    """An official id as noted: now and then with two digits swapped, or that of the relative noted just before."""
    right = person.national_id
    if not chance.yes(settings.wrong_ids):
        return right
    if other is not None and other.dweller.household == person.dweller.household and chance.yes(0.5):
        return other.national_id
    spot = chance.between(3, len(right) - 2)
    return right[:spot] + right[spot + 1] + right[spot] + right[spot + 2 :]


def _mended(person: Person, row: tuple[str, ...], chance: Chance) -> tuple[str, ...]:
    return (row[0], person.dweller.name.arabic, *row[2:]) if chance.yes(0.05) else row


def _version(file: str, rows: list[tuple[Person, tuple[str, ...]]]) -> Listing:
    people = tuple(person.id for person, _ in rows)
    return Listing(OFFICIAL_LIST, file, OFFICIAL_HEADER, tuple(row for _, row in rows), people)
