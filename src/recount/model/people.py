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


@dataclass(frozen=True, slots=True)
class Resolution:
    """What `resolve` returns: every record in exactly one victim, and how unsure their number is.

    `draws` are numbers of distinct people in draws of the whole partition; `contradictions` pairs that judgements
    both join and keep apart, which become questions.
    """

    victims: tuple[Victim, ...]
    draws: tuple[int, ...] = ()
    contradictions: tuple[tuple[str, ...], ...] = ()
    doubtful: tuple[ScoredPair, ...] = ()

    @property
    def people(self) -> Interval:
        """Distinct people: the middle 95 % of the draws, and always the number found."""
        found = len(self.victims)
        if not self.draws:
            return Interval(found, found)
        ordered = sorted(self.draws)
        cut = int(0.025 * len(ordered))
        return Interval(min(found, ordered[cut]), max(found, ordered[-1 - cut]))
