"""What every method of estimation is given, and what it gives back."""

from dataclasses import dataclass

import numpy as np

from recount.estimation.patterns import Floats, Patterns
from recount.estimation.settings import EstimationSettings
from recount.model.estimates import MethodEstimate


@dataclass(frozen=True, slots=True, eq=False)
class Work:
    """A table with its lists in canonical order, the settings, a seed of its own, and how many workers may share it."""

    table: Patterns
    settings: EstimationSettings
    seed: np.random.SeedSequence
    workers: int = 1


@dataclass(frozen=True, slots=True, eq=False)
class Voice:
    """What a method says of a table, and its draws of the total: none where it does not settle.

    A sampler also gives its `chains` (chains, draws), settled or not, so that a reader can see them. `seconds` is set
    by the caller that holds a clock.
    """

    told: MethodEstimate
    draws: Floats
    chains: Floats | None = None
    seconds: float = 0.0
