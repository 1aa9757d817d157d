"""Whether chains agree and how much their draws are worth, as ArviZ computes it (Vehtari et al. 2021)."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from recount.estimation.patterns import Floats

LARGEST_RHAT = 1.01
LEAST_DRAWS = 400


@dataclass(frozen=True, slots=True)
class Convergence:
    """Rank-normalised split R-hat, and effective sizes of the sample for the middle and for the 5 % and 95 % ends."""

    rhat: float
    ess_bulk: float
    ess_tail: float

    @property
    def settled(self) -> bool:
        """Whether an interval may be read off: R-hat at most 1.01, both effective sizes 400 or more."""
        return bool(self.rhat <= LARGEST_RHAT and min(self.ess_bulk, self.ess_tail) >= LEAST_DRAWS)


def convergence(draws: Floats) -> Convergence:
    """Diagnostics of one quantity, draws as (chains, draws); chains that never move are not settled."""
    from arviz_stats.base.array import array_stats

    if not np.all(np.isfinite(draws)) or np.ptp(draws) == 0:
        return Convergence(float("inf"), 0.0, 0.0)
    arviz: Any = array_stats  # typed in name only
    return Convergence(
        float(arviz.rhat(draws)),
        float(arviz.ess(draws, method="bulk")),
        float(arviz.ess(draws, method="tail", prob=(0.05, 0.95))),
    )
