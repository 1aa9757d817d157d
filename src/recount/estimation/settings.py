"""What a case may choose about estimating the undocumented."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EstimationSettings:
    """Which lists, by which strata, with which seed.

    An empty `lists` takes every source of person rows. `replicates` is the number of bootstrap samples, each with the
    model selection inside.
    """

    lists: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    method: str = "log-linear"
    replicates: int = 400
    seed: int = 1
