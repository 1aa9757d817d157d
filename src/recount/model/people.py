"""Pairs of rows, and the people they were resolved into."""

from dataclasses import dataclass

from recount.model.assertions import (
    Attribution,
    WrittenName,
)
from recount.model.codes import Cause, Outcome, Sex, Status
from recount.model.interval import Interval
from recount.model.values import Age, Period, Place


@dataclass(frozen=True, slots=True)
class Weight:
    """What one comparison adds to a pair's score, in bits: its name, the weight, and what both sides wrote."""

    comparison: str
    bits: float
    says: str = ""


@dataclass(frozen=True, slots=True)
class ScoredPair:
    """Two records that may be one person: `left` < `right`, the probability, and the weights that make it."""

    left: str
    right: str
    probability: float
    weights: tuple[Weight, ...] = ()


@dataclass(frozen=True, slots=True)
class Links:
    """What `link` returns: scored pairs in order of (left, right), the engine, and how candidates were found.

    `blocks` says per blocking rule how many pairs it gave; `bounded` what was left uncompared and why;
    `missed` the share of true pairs the engine believes it never compared.
    """

    pairs: tuple[ScoredPair, ...]
    engine: str
    threshold: float
    blocks: tuple[tuple[str, int], ...] = ()
    bounded: tuple[str, ...] = ()
    missed: float = 0.0


@dataclass(frozen=True, slots=True)
class Victim:
    """The person behind one or more records.

    `records` are sorted ids; `sources` the lists they come from. `died`, `age` and `place` are what the records agree
    on or the hull of what they say. `joined` is the smallest probability of a link that holds the victim together, 1
    for a single record; `decisions` those that shaped it.
    """

    id: str
    records: tuple[str, ...]
    sources: tuple[str, ...]
    names: tuple[WrittenName, ...] = ()
    sex: Sex = Sex.UNKNOWN
    age: Age | None = None
    outcome: Outcome = Outcome.KILLED
    died: Period | None = None
    place: Place | None = None
    cause: Cause = Cause.UNKNOWN
    status: Status = Status.UNKNOWN
    attributions: tuple[Attribution, ...] = ()
    incidents: tuple[str, ...] = ()
    joined: float = 1.0
    decisions: tuple[str, ...] = ()

    @property
    def named(self) -> bool:
        """Whether any record gives a name."""
        return bool(self.names)


Person = tuple[str, ...]
"""The sorted ids of all records of one person."""


@dataclass(frozen=True, slots=True)
class Partitions:
    """Draws of the whole partition of the records into people, each as what it changes in the accepted people.

    An alternative puts the records of some accepted people into other people; `draws` holds the numbers of the
    alternatives that are true in each draw. No two of them touch the same accepted person.
    """

    alternatives: tuple[tuple[Person, ...], ...] = ()
    draws: tuple[tuple[int, ...], ...] = ()

    def __len__(self) -> int:
        return len(self.draws)

    def instead(self, draw: int) -> tuple[Person, ...]:
        """The people of one draw who are not among the accepted ones."""
        return tuple(person for number in self.draws[draw] for person in self.alternatives[number])


@dataclass(frozen=True, slots=True)
class Resolution:
    """What `resolve` returns: every record in exactly one victim, and how unsure their number is.

    `draws` are numbers of distinct people in draws of the whole partition, the first of which `partitions` holds in
    full; `contradictions` pairs that judgements both join and keep apart, which become questions.
    """

    victims: tuple[Victim, ...]
    draws: tuple[int, ...] = ()
    contradictions: tuple[tuple[str, ...], ...] = ()
    doubtful: tuple[ScoredPair, ...] = ()
    partitions: Partitions = Partitions()

    def partition(self, draw: int) -> tuple[Person, ...]:
        """All people of one draw of the partition, in order: every record is in exactly one."""
        instead = self.partitions.instead(draw)
        moved = {record for person in instead for record in person}
        kept = (victim.records for victim in self.victims if moved.isdisjoint(victim.records))
        return tuple(sorted([*kept, *instead]))

    @property
    def people(self) -> Interval:
        """Distinct people: the middle 95 % of the draws, and always the number found."""
        found = len(self.victims)
        if not self.draws:
            return Interval(found, found)
        ordered = sorted(self.draws)
        cut = int(0.025 * len(ordered))
        return Interval(min(found, ordered[cut]), max(found, ordered[-1 - cut]))
