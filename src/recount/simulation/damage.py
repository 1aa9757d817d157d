"""How lists go wrong: spelling habits, typing errors, lost letters, missing and wrong ages, dates and places."""

from dataclasses import dataclass
from datetime import date, timedelta

from recount.simulation.chance import Chance
from recount.simulation.names import PersonName
from recount.simulation.places import CITY, half_of, quarters, spots
from recount.simulation.settings import SimulationSettings

# Letters that clerks take for one another, and neighbours on the keyboard.
_LOOK_ALIKE = {"ح": "جخ", "ج": "حخ", "د": "ذ", "ر": "زد", "س": "ش", "ص": "ض", "ط": "ظ", "ع": "غ", "ف": "ق", "ق": "ف"}
_LOOK_ALIKE |= {"ن": "ب", "ي": "ب", "ب": "نت", "ك": "ل", "م": "ن", "و": "ر"}
_LATIN_ALIKE = {"a": "es", "e": "ai", "i": "ey", "o": "u", "u": "o", "h": "j", "m": "n", "n": "m", "s": "z", "k": "q"}
_EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@dataclass(frozen=True, slots=True)
class Clerk:
    """How one list's keepers write: the share of rows with each habit or error."""

    plain_letters: float = 0.25
    joined: float = 0.25
    lost_letters: float = 0.0
    typos: float = 0.0
    three_parts: float = 0.1
    two_parts: float = 0.02
    age_missing: float = 0.06
    age_off: float = 0.12
    age_wrong: float = 0.01
    age_guessed: float = 0.05
    date_missing: float = 0.03
    date_off: float = 0.05
    date_swapped: float = 0.01
    place_missing: float = 0.03
    place_coarse: float = 0.08
    place_wrong: float = 0.03


def register_clerk(settings: SimulationSettings) -> Clerk:
    """Who kept the morgue's register: overwhelmed, and copied once through a damaged PDF."""
    return Clerk(lost_letters=settings.lost_letters, typos=settings.typos, three_parts=0.07, two_parts=0.012)


def arabic_name(name: PersonName, clerk: Clerk, chance: Chance) -> str:
    """A name in Arabic as a clerk of this list writes it."""
    parts = [part.arabic for part in name.parts]
    mark = chance.unit()
    if mark < clerk.two_parts:
        parts = [parts[0], parts[3]]
    elif mark < clerk.two_parts + clerk.three_parts:
        parts = [parts[0], parts[1], parts[3]]
    if chance.yes(clerk.plain_letters):
        parts = [_plain(part) for part in parts]
    if chance.yes(clerk.joined):
        parts = [part.replace("عبد ال", "عبدال").replace("أبو ", "ابو") for part in parts]
    if chance.yes(clerk.typos):
        parts = _mistyped(parts, _LOOK_ALIKE, chance)
    if chance.yes(clerk.lost_letters):
        spot = chance.below(len(parts))
        parts[spot] = parts[spot][:-1] if len(parts[spot]) > 3 else parts[spot]
    return " ".join(parts)


def infant_name(name: PersonName, sex: str) -> str:
    """A newborn without a name of their own, entered as the son or daughter of their father."""
    return f"{'ابن' if sex == 'male' else 'ابنة'} {name.father.arabic} {name.grandfather.arabic} {name.family.arabic}"


def latin_name(name: PersonName, habit: str, clerk: Clerk, chance: Chance) -> str:
    """A name in Latin letters as somebody with this habit of romanising writes it."""
    parts = [part.latin(habit) for part in name.parts]
    mark = chance.unit()
    if mark < clerk.two_parts:
        parts = [parts[0], parts[3]]
    elif mark < clerk.two_parts + clerk.three_parts:
        parts = [parts[0], parts[1], parts[3]]
    if chance.yes(clerk.typos):
        parts = _mistyped(parts, _LATIN_ALIKE, chance)
    return " ".join(parts)


def _plain(part: str) -> str:
    for letters, other in (("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ة", "ه"), ("ى", "ي"), ("ؤ", "و")):
        part = part.replace(letters, other)
    return part


def _mistyped(parts: list[str], alike: dict[str, str], chance: Chance) -> list[str]:
    """One letter mistaken for another, left out, or swapped with the next."""
    spot = chance.below(len(parts))
    word = parts[spot]
    at = chance.between(1, max(1, len(word) - 2))
    kind = chance.below(3)
    if kind == 0 and at < len(word) and word[at] in alike:
        word = word[:at] + chance.pick(alike[word[at]]) + word[at + 1 :]
    elif kind == 1 and len(word) > 3:
        word = word[:at] + word[at + 1 :]
    else:
        word = word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :]
    return [*parts[:spot], word, *parts[spot + 1 :]]


def age_as_noted(age: int, clerk: Clerk, chance: Chance) -> int | None:
    """An age as a list has it: missing, wrong, guessed to five years, or a little off."""
    if chance.yes(clerk.age_missing):
        return None
    if chance.yes(clerk.age_wrong):
        return chance.between(0, 90)
    if age >= 20 and chance.yes(clerk.age_guessed):
        return (age + 2) // 5 * 5
    if chance.yes(clerk.age_off):
        return max(0, age + chance.pick((-1, 1, 1, -1, -2, 2, -4, 5)))
    return age


def day_as_noted(day: date, clerk: Clerk, chance: Chance) -> date | None:
    """A day of death as a list has it: missing, a little off, or with day and month swapped."""
    if chance.yes(clerk.date_missing):
        return None
    if chance.yes(clerk.date_off):
        return day + timedelta(days=chance.pick((-1, 1, -1, 1, -2, 2, -7, 30)))
    if day.day <= 12 and chance.yes(clerk.date_swapped):
        return day.replace(month=day.day, day=day.month)
    return day


def place_as_noted(place: str, clerk: Clerk, chance: Chance) -> str | None:
    """The id of the place a list names: none, the half or the city only, a neighbouring quarter, or the right one."""
    if chance.yes(clerk.place_missing):
        return None
    half = half_of(place)
    if chance.yes(clerk.place_coarse):
        return chance.pick((half, CITY)) if half != place else place
    if chance.yes(clerk.place_wrong) and half != place:
        near = quarters(half)
        return near[(near.index(place) + chance.pick((-1, 1))) % len(near)]
    return place


def arabic_place(place: str | None, chance: Chance) -> str:
    """How a place is written in Arabic, by one of its Arabic names."""
    if place is None:
        return ""
    names = [name for name in spots()[place].names if not name.isascii()]
    return chance.pick(names)


def latin_place(place: str | None, chance: Chance) -> str:
    """How a place is written in Latin letters, by one of its Latin names."""
    return "" if place is None else chance.pick(spots()[place].latin_names)


def eastern(text: str) -> str:
    """Digits as they are written in the Arab east."""
    return text.translate(_EASTERN)


def day_first(day: date | None) -> str:
    """A date as day, month and year."""
    return "" if day is None else f"{day.day:02}/{day.month:02}/{day.year}"
