"""Capture tables, and estimates of who was never listed."""

from dataclasses import dataclass, replace

from recount.model.interval import Interval
from recount.model.values import Period

Counts = tuple[tuple[tuple[int, ...], int], ...]
"""Victims by history, one 0 or 1 per list, sorted."""

ESTIMABLE = "estimable"
FRAGILE = "fragile"
NOT_ESTIMABLE = "not estimable"


@dataclass(frozen=True, slots=True)
class CaptureTable:
    """How many victims have each capture history over the lists, within a stratum.

    `counts` pairs a history (one 0 or 1 per list, in the order of `lists`) with a number of victims, sorted; the
    all-zero history never occurs. `windows` says which days each list covers. `linkages` are the counts in draws of
    the linkage: who is who is not known for sure, and each draw is one way it may be.
    """

    lists: tuple[str, ...]
    counts: Counts
    stratum: str = "all"
    windows: tuple[Period | None, ...] = ()
    dropped: tuple[str, ...] = ()
    linkages: tuple[Counts, ...] = ()

    @property
    def observed(self) -> int:
        """Victims on at least one list."""
        return sum(count for _, count in self.counts)

    @property
    def drawn(self) -> "tuple[CaptureTable, ...]":
        """One table for each draw of the linkage."""
        return tuple(replace(self, counts=counts, linkages=()) for counts in self.linkages)


@dataclass(frozen=True, slots=True)
class FittedModel:
    """One model of a suite: its terms, its total, and its weight in the average."""

    terms: tuple[str, ...]
    estimate: float
    criterion: float
    weight: float
    parameters: int


@dataclass(frozen=True, slots=True)
class MethodEstimate:
    """What one method makes of a table: one voice in an estimate, never a headline of its own.

    `estimate` is the method's best value, `median` and `mean` those of its draws, each None where there is none.
    `settled` is False where a sampler did not converge; then there is no interval. `diagnostics` are named numbers.
    """

    name: str
    estimate: float | None = None
    interval: Interval | None = None
    median: float | None = None
    mean: float | None = None
    level: float = 0.95
    settled: bool = True
    says: tuple[str, ...] = ()
    settings: tuple[tuple[str, str], ...] = ()
    diagnostics: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class WhatIf:
    """How the total moves when one assumption is changed: what is asked, of which kind, and the answer."""

    kind: str
    says: str
    total: float | None = None
    interval: Interval | None = None


@dataclass(frozen=True, slots=True)
class Estimate:
    """A total that includes the undocumented. Never the same type as a documented figure.

    `interval` is None where the table cannot carry one; `verdict` is `estimable`, `fragile` or `not estimable`, and
    `reasons` say why. `models` tells the selection. `interval` is the envelope of the `methods`, `disagreement` the
    ratio of the largest to the smallest of their medians, `sensitivity` what would follow from other assumptions.
    One that is not estimable holds no interval at all, of no method either, so that nothing can show one.
    """

    stratum: str
    lists: tuple[str, ...]
    observed: int
    method: str
    verdict: str
    reasons: tuple[str, ...] = ()
    interval: Interval | None = None
    median: float | None = None
    models: tuple[FittedModel, ...] = ()
    caveats: tuple[str, ...] = ()
    settings: tuple[tuple[str, str], ...] = ()
    digest: str = ""
    methods: tuple[MethodEstimate, ...] = ()
    disagreement: float | None = None
    sensitivity: tuple[WhatIf, ...] = ()

    def __post_init__(self) -> None:
        said = [method.interval for method in self.methods] + [what.interval for what in self.sensitivity]
        if self.verdict == NOT_ESTIMABLE and any(interval is not None for interval in (self.interval, *said)):
            raise ValueError(f"the estimate of {self.stratum} is refused, yet holds a range")
