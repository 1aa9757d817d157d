"""What invented newspapers wrote: an agency, a paper that copies it, one that rewrites it, and a local radio."""

import tomllib
from calendar import day_name, month_name
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from html import escape
from importlib.resources import files
from typing import Any

from recount.simulation.chance import Chance
from recount.simulation.damage import eastern
from recount.simulation.parties import COALITION, named, top
from recount.simulation.places import spots
from recount.simulation.recorder import UNDETERMINED, Recorded
from recount.simulation.settings import SimulationSettings
from recount.simulation.world import World

WIRE, HERALD, POST, RADIO = "harbour-wire", "zaytara-herald", "delta-post", "radio-nahr"
PUBLISHERS = {WIRE: "Harbour Wire", HERALD: "The Zaytara Herald", POST: "Delta Post", RADIO: "راديو النهر"}
_ENDINGS = {WIRE: "txt", HERALD: "html", POST: "md", RADIO: "txt"}
_MONTHS_AR = "كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول"
_WORDS = (
    "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
_REPORTED = ("airstrike", "artillery", "explosive")
SIMULATED = "[Simulated report of an invented conflict.]"
SIMULATED_AR = "[خبر محاكى عن نزاع متخيَّل.]"


@dataclass(frozen=True, slots=True)
class Story:
    """One report. `attack` is the true event it is about, empty for the whole battle; `repeats` the file it copies."""

    source: str
    name: str
    title: str
    paragraphs: tuple[str, ...]
    published: date
    attack: str
    kind: str
    repeats: str = ""

    @property
    def file(self) -> str:
        """Its file in the source's folder."""
        return f"documents/{self.name}.{_ENDINGS[self.source]}"

    @property
    def path(self) -> str:
        """Its file in the case folder."""
        return f"sources/{self.source}/{self.file}"

    @property
    def text(self) -> str:
        """What is written to the file, marked as simulated."""
        mark = SIMULATED_AR if self.source == RADIO else SIMULATED
        if self.source == HERALD:
            return _page(self, mark)
        heading = f"# {self.title}" if self.source == POST else self.title
        return "\n\n".join((heading, *self.paragraphs, mark)) + "\n"


@cache
def phrases() -> dict[str, Any]:
    """The sentences of the invented newspapers."""
    return tomllib.loads(files("recount.simulation").joinpath("data", "phrases.toml").read_text(encoding="utf-8"))


def stories(
    records: tuple[Recorded, ...], world: World, conceded: int, settings: SimulationSettings
) -> tuple[Story, ...]:
    """All reports: of some of the deadliest attacks, and of the battle as a whole."""
    chance = Chance(settings.seed, "stories")
    known = [one for one in records if (one.killed[0] or 0) >= 3 and one.attack.cause in _REPORTED]
    deadliest = sorted(known, key=lambda one: (-one.attack.size, one.code))[: settings.reports * 12]
    # The worst is always reported; of the others, which ones is chance, as it is in life.
    chosen = [*deadliest[:1], *chance.some(deadliest[1:], settings.reports - 1)]
    written: list[Story] = []
    for record in sorted(chosen, key=lambda one: one.code):
        written += _of_incident(record, _children(record, world), chance)
    return (*written, *_of_battle(conceded, settings))


def _children(record: Recorded, world: World) -> int:
    return sum(person.attack == record.attack.id and person.age < 18 for person in world.dead)


def long_day(day: date) -> str:
    """A date as an English newspaper writes it."""
    return f"{day.day} {month_name[day.month]} {day.year}"


def long_day_ar(day: date) -> str:
    """A date as an Arabic newspaper writes it."""
    return eastern(f"{day.day} {_MONTHS_AR.split('|')[day.month - 1]} {day.year}")


def _first_word(number: int) -> str:
    """A number as it opens a sentence: in a word up to twenty."""
    words = _WORDS.split()
    return words[number].capitalize() if number < len(words) else str(number)


def counted_ar(number: int, accusative: str, plural: str, singular: str) -> str:
    """A number above two with its noun, whose form in Arabic depends on the last two digits."""
    last = number % 100
    noun = plural if 3 <= last <= 10 else accusative if last >= 11 else singular
    return f"{eastern(str(number))} {noun}"


def _facts(record: Recorded, children: int, chance: Chance) -> dict[str, Any]:
    cause = record.attack.cause
    low, high = record.killed
    weapon = chance.pick(phrases()["weapon"][cause])
    blamed = [
        named(COALITION if top(party) == COALITION else party) for party in record.parties if party != UNDETERMINED
    ]
    counted = min(children, low or 0)
    return {
        "n": low,
        "low": low,
        "low_first": _first_word(low or 0),
        "high": high,
        "weapon": weapon,
        "weapon_first": weapon[0].upper() + weapon[1:],
        "place": spots()[record.place].name,
        "day": long_day(record.noted),
        "weekday": day_name[record.noted.weekday()],
        "party": " or ".join(party.names[0] for party in blamed),
        "accused": blamed[0].names[0] if blamed else "",
        "children": counted,
        "injured": record.attack.size + chance.below(record.attack.size + 1),
        "houses": chance.between(3, 14),
        "dead_ar": counted_ar(high or 0, "قتيلاً", "قتلى", "قتيل"),
        "people_ar": counted_ar(high or 0, "شخصاً", "أشخاص", "شخص"),
        "weapon_ar": phrases()["weapon_ar"][cause],
        "place_ar": spots()[record.place].arabic,
        "day_ar": long_day_ar(record.noted),
        "party_ar": " أو ".join(party.name_ar for party in blamed),
        "children_ar": eastern(str(counted)),
    }


def _of_incident(record: Recorded, children: int, chance: Chance) -> list[Story]:
    facts = _facts(record, children, chance)
    wire = _wire(record, facts, chance)
    written = [wire]
    if chance.yes(0.7):
        written.append(_copied(wire, facts, chance))
    if chance.yes(0.6):
        written.append(_told(POST, record, facts, chance, kind="rewrite", repeats=wire.path))
    if chance.yes(0.55):
        written.append(_told(RADIO, record, facts, chance, kind="own"))
    return written


def _said(kind: str, part: str, facts: dict[str, Any], chance: Chance) -> str:
    template: str = chance.pick(phrases()[kind][part])
    return template.format(**facts)


def _wire(record: Recorded, facts: dict[str, Any], chance: Chance) -> Story:
    blamed = "blame" if facts["party"] else "nobody"
    lead = "lead_children" if facts["children"] > 2 and chance.yes(0.4) else "lead"
    second = [_said("wire", blamed, facts, chance)]
    if lead == "lead" and facts["children"] > 2 and chance.yes(0.5):
        second.append(_said("wire", "children", facts, chance))
    if facts["high"] > facts["low"] and chance.yes(0.5):
        second.append(_said("wire", "toll", facts, chance))
    third = [_said("wire", "more", facts, chance)]
    if chance.yes(0.5):
        many = facts["injured"] >= 30 and chance.yes(0.5)
        third.insert(0, _said("wire", "many_injured" if many else "injured", facts, chance))
    if facts["party"]:
        third.append(_said("wire", "silent", facts, chance))
    paragraphs = (_said("wire", lead, facts, chance), " ".join(second), " ".join(third))
    title = _said("wire", "title", facts, chance)
    return Story(WIRE, _name(record), title, paragraphs, record.noted + timedelta(days=1), record.attack.id, "original")


def _copied(wire: Story, facts: dict[str, Any], chance: Chance) -> Story:
    paragraphs = (*wire.paragraphs, _said("herald", "own", facts, chance))
    published = wire.published + timedelta(days=chance.between(0, 2))
    return Story(HERALD, wire.name, wire.title, paragraphs, published, wire.attack, "copy", wire.path)


def _told(
    source: str, record: Recorded, facts: dict[str, Any], chance: Chance, *, kind: str, repeats: str = ""
) -> Story:
    """A report in a paper's own words: the rewrite turns people into civilians and drops the hedge."""
    voice = "post" if source == POST else "radio"
    second = [_said(voice, "blame" if facts["party"] else "nobody", facts, chance)]
    if source == RADIO and 3 <= facts["children"] <= 10:
        second.append(_said(voice, "children", facts, chance))
    paragraphs = (_said(voice, "lead", facts, chance), " ".join(second), _said(voice, "more", facts, chance))
    published = record.noted + timedelta(days=chance.between(1, 3))
    title = _said(voice, "title", facts, chance)
    return Story(source, _name(record), title, paragraphs, published, record.attack.id, kind, repeats)


def _name(record: Recorded) -> str:
    return f"{record.noted.isoformat()}-{record.place}-{record.code[-4:]}"


def _of_battle(conceded: int, settings: SimulationSettings) -> list[Story]:
    """The agency's review of the whole battle, its copy, its rewrite, and a word of it on the radio."""
    day = settings.end + timedelta(days=180)
    low, high = settings.deaths * 93 // 1000 * 10, settings.deaths * 108 // 1000 * 10
    numbers = {"low": low, "high": high, "register": settings.register_size, "conceded": conceded}
    facts: dict[str, Any] = {name: f"{number:,}" for name, number in numbers.items()}
    facts |= {f"{name}_ar": eastern(str(number)) for name, number in numbers.items()}
    facts |= {"day": long_day(day), "times": str(low // max(1, conceded))}
    wire = _overview(WIRE, "overview", facts, day)
    herald = replace(wire, source=HERALD, published=day + timedelta(days=1), kind="copy", repeats=wire.path)
    post = _overview(POST, "overview_post", facts, day + timedelta(days=1))
    radio = _overview(RADIO, "overview_radio", facts, day + timedelta(days=2))
    return [wire, herald, *(replace(one, kind="rewrite", repeats=wire.path) for one in (post, radio))]


def _overview(source: str, kind: str, facts: dict[str, Any], day: date) -> Story:
    said = phrases()[kind]
    paragraphs = tuple(paragraph.format(**facts) for paragraph in said["paragraphs"])
    return Story(source, "review-of-the-battle", said["title"].format(**facts), paragraphs, day, "", "original")


def _page(story: Story, mark: str) -> str:
    body = "\n".join(f"<p>{escape(paragraph)}</p>" for paragraph in story.paragraphs)
    title = escape(story.title)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{title} | The Zaytara Herald</title>\n</head>\n<body>\n"
        "<header><nav><a href='#'>Home</a> <a href='#'>City</a> <a href='#'>River</a></nav></header>\n"
        f"<main>\n<article>\n<h1>{title}</h1>\n"
        f'<p class="byline">By Harbour Wire, published <time>{story.published.isoformat()}</time></p>\n'
        f"{body}\n<p>{escape(mark)}</p>\n</article>\n</main>\n"
        "<footer>The Zaytara Herald, an invented newspaper.</footer>\n</body>\n</html>\n"
    )
