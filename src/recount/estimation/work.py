"""What every method of estimation is given."""

from dataclasses import dataclass

import numpy as np

from recount.estimation.patterns import Patterns
from recount.estimation.settings import EstimationSettings


@dataclass(frozen=True, slots=True, eq=False)
class Work:
    """A table with its lists in canonical order, the settings, a seed of its own, and how many workers may share it."""

    table: Patterns
    settings: EstimationSettings
    seed: np.random.SeedSequence
    workers: int = 1
