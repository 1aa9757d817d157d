"""Who is on which list: lists that miss people, and miss the same ones.

Each person has a score per list, of what their household, neighbourhood, the time and their own case do to it; a list
holds the people with the highest scores. Households known to one list tend to be known to the others, and whom the
hospital knows the victims list is likelier to know, because it asked there.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from recount.simulation.chance import Chance
from recount.simulation.places import WEST, half_of
from recount.simulation.settings import SimulationSettings
from recount.simulation.world import INJURED, KILLED, NATURAL, Person, World


@dataclass(frozen=True, slots=True)
class Lists:
    """The people on each list, in order of id; the official list has two versions."""

    morgue: tuple[Person, ...]
    morgue_repeats: tuple[Person, ...]
    unnamed: frozenset[str]
    hospital: tuple[Person, ...]
    victims: tuple[Person, ...]
    official: tuple[Person, ...]
    official_first: frozenset[str]
    official_removed: frozenset[str]

    @property
    def listed(self) -> frozenset[str]:
        """Ids of everybody in scope who is on any list."""
        lists = (self.morgue, self.hospital, self.victims, self.official)
        return frozenset(person.id for people in lists for person in people if person.in_scope)


@dataclass(frozen=True, slots=True)
class _Leaning:
    """How much a list's score depends on the household as all lists see it, on its own view of it, and on the place."""

    shared: float
    household: float
    place: float


class _Scores:
    """Scores of people for lists, from effects drawn once for each household, neighbourhood and month."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self._effects: dict[tuple[object, ...], float] = {}

    def effect(self, *names: object) -> float:
        """A standard normal effect with a name, the same whenever it is asked for."""
        if names not in self._effects:
            self._effects[names] = Chance(self.seed, "effect", *names).bell()
        return self._effects[names]

    def score(self, name: str, person: Person, leaning: _Leaning) -> float:
        """How likely a list is to hold a person, before the list's own reasons."""
        home = person.dweller.household
        month = person.day.strftime("%Y-%m")
        return (
            leaning.shared * self.effect("home", home)
            + leaning.household * self.effect(name, "home", home)
            + leaning.place * self.effect(name, "place", person.place)
            + 0.25 * self.effect(name, "month", month)
            + self.effect(name, "person", person.id)
        )


def lists(world: World, settings: SimulationSettings) -> Lists:
    """Draw up the four lists, the register with exactly as many people as its number of rows leaves room for."""
    scores = _Scores(settings.seed)
    dead = world.dead
    extra = [person for person in world.people if not person.in_scope and person.outcome in (KILLED, NATURAL)]
    repeats = round(settings.register_size * settings.repeats)
    room = settings.register_size - len(extra) - repeats
    morgue = _top(dead, room, lambda one: scores.score("morgue", one, _Leaning(0.35, 0.3, 0.3)))
    hospital = _top(dead, round(settings.deaths * settings.hospital_share), _hospital(scores))
    asked = {person.id for person in hospital}
    victims = _top(dead, round(settings.deaths * settings.victims_share), _victims(scores, asked))
    official = _top(dead, round(settings.deaths * settings.official_share), _official(scores))
    known = asked | {person.id for person in (*victims, *official)}
    chance = Chance(settings.seed, "lists")
    unnamed = _unnamed(morgue, known, settings, chance)
    named = [person for person in morgue if person.id not in unnamed]
    first = frozenset(person.id for person in official if chance.yes(0.78))
    wounded = [person for person in world.people if person.outcome == INJURED]
    return Lists(
        morgue=_ordered([*morgue, *extra]),
        morgue_repeats=_ordered(chance.some(named, repeats)),
        unnamed=unnamed,
        hospital=_ordered([*hospital, *wounded]),
        victims=_ordered(victims),
        official=_ordered(official),
        official_first=first,
        official_removed=frozenset(person for person in sorted(first) if chance.yes(0.025)),
    )


def _hospital(scores: _Scores) -> Callable[[Person], float]:
    def score(person: Person) -> float:
        reached = 0.8 if person.cause in ("explosive", "small arms", "artillery") else 0.0
        return scores.score("hospital", person, _Leaning(0.2, 0.3, 0.4)) + reached

    return score


def _victims(scores: _Scores, asked: set[str]) -> Callable[[Person], float]:
    def score(person: Person) -> float:
        found = 0.6 if person.id in asked else 0.0
        west = 0.3 if half_of(person.place) == WEST else 0.0
        return scores.score("victims", person, _Leaning(0.45, 0.8, 0.4)) + found + west

    return score


def _official(scores: _Scores) -> Callable[[Person], float]:
    def score(person: Person) -> float:
        papers = 0.3 if person.age >= 18 else 0.0
        return scores.score("official", person, _Leaning(0.4, 0.6, 0.3)) + papers

    return score


def _unnamed(morgue: Sequence[Person], known: set[str], settings: SimulationSettings, chance: Chance) -> frozenset[str]:
    """Bodies nobody could name: nearly all of people whom no other list names either."""
    number = round(settings.register_size * settings.unnamed)
    nobody = chance.shuffled([person for person in morgue if person.id not in known])
    somebody = chance.shuffled([person for person in morgue if person.id in known])
    elsewhere = number // 20
    return frozenset(person.id for person in [*nobody[: number - elsewhere], *somebody[:elsewhere]])


def _top(people: Sequence[Person], number: int, score: Callable[[Person], float]) -> list[Person]:
    return sorted(people, key=lambda person: (-score(person), person.id))[:number]


def _ordered(people: Sequence[Person]) -> tuple[Person, ...]:
    return tuple(sorted(people, key=lambda person: person.id))
