"""Rows of a large war: four lists in both scripts, common names and many rare ones, damage, and bad input.

    python bench/crowd.py SIZE            link and resolve so many rows; time, memory, precision and recall
    python bench/crowd.py SIZE bad KIND   rows that are hard for a program: same, empty, long, control, mixed, floats

The digest at the end is that of all results: it is the same on any number of processors (`taskset -c 0 python ...`).
"""

import hashlib
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from recount.language.scripts import written
from recount.linkage import link, resolve
from recount.model.assertions import Record
from recount.model.codes import PlacePrecision, Sex
from recount.model.evidence import Locator
from recount.model.people import Links, Resolution
from recount.model.values import Age, Place, day
from recount.simulation.chance import Chance
from recount.simulation.names import NamePart, PersonName, stock
from recount.store import encode

LISTS = (("register", "ar", 0.75), ("hospital", "ar", 0.30), ("ngo", "press", 0.45), ("press", "field", 0.15))
"""Lists: how each writes, and how many of the dead it names."""
_SOUNDS = "b t j h kh d r z s sh s t a gh f q k l m n h w y"
_LETTERS = tuple(zip("بتجحخدرزسشصطعغفقكلمنهوي", _SOUNDS.split(), strict=True))
_VOWELS = (("", "a"), ("ا", "a"), ("ي", "i"), ("و", "u"), ("", "i"), ("", "u"))
_FRENCH = {"sh": "ch", "j": "dj", "u": "ou", "w": "ou", "q": "k"}
PLACES = tuple(Place(("land", "city", f"quarter-{n}"), PlacePrecision.NEIGHBOURHOOD, f"quarter {n}") for n in range(60))


def rare(count: int, chance: Chance, article: str = "") -> list[NamePart]:
    """Invented names of three or four consonants, each romanised by four habits."""
    found = []
    for _ in range(count):
        arabic, latin, french = article, "al-" if article else "", "El " if article else ""
        for place in range(3 + (chance.unit() < 0.3)):
            letter, sound = _LETTERS[int(chance.unit() * len(_LETTERS))]
            vowel, said = _VOWELS[int(chance.unit() * len(_VOWELS))] if place < 3 else ("", "")
            arabic, latin = arabic + letter + vowel, latin + sound + said
            french += _FRENCH.get(sound, sound) + _FRENCH.get(said, said)
        field = latin.removeprefix("al-").replace("q", "k").replace("i", "e")
        found.append(NamePart(arabic, (latin, latin.title(), french.title(), field.title())))
    return found


class Names:
    """Names as they are spread among people: most bear common ones, many a rare one."""

    def __init__(self, chance: Chance) -> None:
        """Invent the rare names."""
        self._chance = chance
        self._given, self._families = rare(1_500, chance), rare(8_000, chance, "ال")
        self.stocks = {Sex.MALE: stock("given_male"), Sex.FEMALE: stock("given_female")}
        self._family = stock("families")

    def given(self, sex: Sex) -> NamePart:
        """A given name."""
        return self._rare(self._given) if self._chance.unit() < 0.12 else self.stocks[sex].draw(self._chance)

    def family(self) -> NamePart:
        """A family name."""
        return self._rare(self._families) if self._chance.unit() < 0.5 else self._family.draw(self._chance)

    def _rare(self, some: Sequence[NamePart]) -> NamePart:
        return some[int(self._chance.unit() ** 2 * len(some))]


def rows(size: int, seed: int = 7) -> tuple[list[Record], dict[str, int]]:
    """So many rows, and the person of each; households died on one day, one name in twelve is damaged."""
    chance = Chance(seed)
    found: list[Record] = []
    who: dict[str, int] = {}
    for person, (name, sex, age, died, place) in enumerate(_people(chance)):
        if len(found) >= size:
            break
        for source, habit, share in LISTS:
            if chance.unit() < share:
                text = _damaged(name.arabic if habit == "ar" else name.latin(habit), chance)
                years = max(age + int(chance.unit() * 5) - 2, 0) if chance.unit() < 0.15 else age
                about = died + timedelta(days=int(chance.unit() * 3)) if chance.unit() < 0.1 else died
                one = f"r-{person:07}-{source}"
                who[one] = person
                found.append(
                    Record(one, Locator(source, row=person), source, (written(text),), sex, Age(years, years),
                           died=None if chance.unit() < 0.2 else day(about), place=place)
                )  # fmt: skip
    return found, who


def _people(chance: Chance) -> Iterator[tuple[PersonName, Sex, int, date, Place]]:
    names = Names(chance)
    while True:
        father, grandfather, family = names.given(Sex.MALE), names.given(Sex.MALE), names.family()
        died = date(2014, 1, 1) + timedelta(days=int(chance.unit() * 1500))
        place = PLACES[int(chance.unit() ** 2 * len(PLACES))]
        for _ in range(1 + int(chance.unit() * 3)):
            sex = Sex.MALE if chance.unit() < 0.7 else Sex.FEMALE
            yield PersonName(names.given(sex), father, grandfather, family), sex, int(chance.unit() * 80), died, place


def _damaged(text: str, chance: Chance) -> str:
    if chance.unit() > 1 / 12:
        return text
    at = 1 + int(chance.unit() * (len(text) - 2))
    swapped = text[: at - 1] + text[at] + text[at - 1] + text[at + 1 :]
    return text[:at] + text[at + 1 :] if chance.unit() < 0.6 else swapped


def bad(size: int, kind: str) -> list[Record]:
    """Rows as no list should have them, and some lists do."""
    wrong = ("Ù…Ø­Ù…Ø¯ Ø£Ø­Ù…Ø¯", "ãÍãÏ ÃÍãÏ", "Muhammad ÃÍãÏ", "\ufffd\ufffd \ufffd")
    texts: dict[str, Callable[[int], str]] = {
        "same": lambda _: "محمد احمد علي حسن",
        "empty": lambda n: ("", " ", "\u200f")[n % 3],
        "long": lambda n: ("س" * 480 + str(n), "ab " * 170)[n % 2],
        "control": lambda n: f"سالم\x00\x07 ناظم\u202e {'اب'[n % 2]}{n % 97}\x1b[31m",
        "mixed": lambda n: wrong[n % 4],
        "floats": lambda _: "سالم ناظم كمال الدباغ",
    }
    text, numbered = texts[kind], kind == "floats"
    return [
        Record(f"r-{n:07}", Locator("ab"[n % 2], row=n), "ab"[n % 2], (written(text(n)),),
               official_id=f"{n // 2}{('.0', '')[n % 2]}" if numbered else None)
        for n in range(size)
    ]  # fmt: skip


def main(arguments: list[str]) -> None:
    """Link and resolve, and say what it took."""
    size = int(arguments[0])
    records, who = (bad(size, arguments[2]), {}) if arguments[1:2] == ["bad"] else rows(size)
    memory, started, clock = _megabytes(), time.process_time(), time.perf_counter()
    links = link(records)
    middle = time.perf_counter()
    found = resolve(records, links)
    seconds, passed = time.process_time() - started, time.perf_counter() - clock
    print(
        f"{len(records):,} rows  {seconds:.1f} s of processor  {passed:.1f} s passed, {middle - clock:.1f} to link  "
        f"{_megabytes():,.0f} MB at most, {memory:,.0f} of them the rows"
    )
    print(*links.blocks, *links.bounded, sep="\n")
    print(
        f"{len(links.pairs):,} pairs kept, {len(found.victims):,} people, {found.people.low:,} to {found.people.high:,}"
    )
    if who:
        print(_agreement(found, who))
    print("digest", digest(links, found))


def _agreement(found: Resolution, who: dict[str, int]) -> str:
    pairs = [(a, b) for one in found.victims for n, b in enumerate(one.records) for a in one.records[:n]]
    right = sum(who[a] == who[b] for a, b in pairs)
    on: dict[int, int] = {}
    for person in who.values():
        on[person] = on.get(person, 0) + 1
    true = sum(count * (count - 1) // 2 for count in on.values())
    return f"precision {right / len(pairs):.4f}  recall {right / true:.4f}  people in truth {len(on):,}"


def digest(links: Links, found: Resolution) -> str:
    """One digest over pairs and people, a part at a time."""
    whole = hashlib.sha256()
    for one in (*links.pairs, *found.victims, found.draws, found.partitions):
        whole.update(encode(one))
    return whole.hexdigest()[:16]


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(sys.argv[1:])
