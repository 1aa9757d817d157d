"""Many chains over latent classes: warm-up, and draws until they agree or patience ends."""

from dataclasses import dataclass

import numpy as np

from recount.estimation.convergence import Convergence, convergence
from recount.estimation.hamiltonian import Pace, State, Stride, init, metric, step
from recount.estimation.latent import Prior, Target, start
from recount.estimation.patterns import Floats, Patterns

_LENGTH = 2.0
_MOST_LEAPS = 96
_CLIMB = 20
_JITTER = (-0.7, 0.2)
"""Some steps much shorter, by their log: a chain in a narrow place gets out of it."""

_HOPELESS = 1.5
"""Chains so far apart after a whole round sit on different answers, and more rounds would not bring them together."""

_SHARES = (0.15, 0.15, 0.2, 0.3, 0.2)


@dataclass(frozen=True, slots=True)
class Effort:
    """How many chains, in step; iterations of warm-up and kept in a round; and at most how many rounds.

    Where the chains have not settled after a round, the earlier half of it is warm-up too and another round follows.
    """

    chains: int = 32
    warm_up: int = 300
    kept: int = 250
    rounds: int = 4


@dataclass(frozen=True, slots=True, eq=False)
class Sampled:
    """Draws of the total (chains, draws), the share of the last class, and how far the chains agree on the unseen."""

    totals: Floats
    last_class: float
    accepted: float
    agreed: Convergence


def sample(table: Patterns, prior: Prior, effort: Effort, rng: np.random.Generator) -> Sampled:
    """Draw from the posterior of the total, in rounds until the chains have settled."""
    target = Target(table, prior)
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        chains = _Chains(target, target.climbed(start(target, table, effort.chains, rng), _CLIMB), rng)
        chains.warm_up(effort.warm_up)
        chains.run(effort.kept)
        agreed = convergence(chains.log_odds)
        for _ in range(effort.rounds - 1):
            if agreed.settled or agreed.rhat > _HOPELESS:
                break
            chains.forget()
            chains.run(effort.kept)
            agreed = convergence(chains.log_odds)
    totals = table.observed + rng.negative_binomial(table.observed, 1 - chains.unseen).astype(float)
    return Sampled(totals, float(np.mean(chains.last)), float(np.mean(chains.accepted)), agreed)


class _Chains:
    """Chains on their way, what they have learnt of the density, and what they have seen of the unseen."""

    def __init__(self, target: Target, point: Floats, rng: np.random.Generator) -> None:
        self.target, self.rng = target, rng
        self.state = init(target, point)
        self.pace = Pace(float(np.log(0.1 / np.sqrt(1 + target.observed / 1000))))
        self.measure = metric(np.eye(target.size))
        self.chances: list[Floats] = []
        self.last: list[float] = []
        self.accepted: list[float] = []

    @property
    def unseen(self) -> Floats:
        """Draws of the chance to be on no list (chains, draws)."""
        return np.asarray(np.clip(np.asarray(self.chances).T, 1e-300, 1 - 1e-12))

    @property
    def log_odds(self) -> Floats:
        """The same as log odds, which is near the log of the unseen."""
        return np.asarray(np.log(self.unseen) - np.log1p(-self.unseen))

    def warm_up(self, iterations: int) -> None:
        """Find the typical set; learn the metric in all windows but the last, and the step in each."""
        for place, share in enumerate(_SHARES):
            self.pace.restart()
            seen = []
            for _ in range(max(int(share * iterations), 10)):
                self.pace.learn(float(self._advance(self.pace.log_size).mean()))
                seen.append(self.state.point)
            if place < len(_SHARES) - 1:
                self.measure = metric(_learnt(np.asarray(seen)))
            self.state = init(self.target, self.target.sorted(self.state.point))
            self.pace.log_size = self.pace.mean

    def run(self, iterations: int) -> None:
        """Advance with everything learnt held fixed, and keep what is seen."""
        for _ in range(iterations):
            self.accepted.append(float(self._advance(self.pace.mean).mean()))
            self.chances.append(self.target.unseen_chance(self.state.point))
            self.last.append(float(self.target.last_weight(self.state.point).mean()))

    def forget(self) -> None:
        """Take the earlier half of what was kept for warm-up after all."""
        for kept in (self.chances, self.last, self.accepted):
            del kept[: len(kept) // 2]

    def _advance(self, log_size: float) -> Floats:
        """Classes change places, then one trajectory."""
        size = float(np.exp(log_size + self.rng.uniform(*_JITTER)))
        leaps = int(np.clip(np.ceil(_LENGTH * self.rng.uniform(0.3, 1.0) / size), 1, _MOST_LEAPS))
        swapped: State = init(self.target, self.target.swapped(self.state.point, self.rng))
        self.state, chance = step(self.target, swapped, self.rng, Stride(size, leaps, self.measure))
        return chance


def _learnt(seen: Floats) -> Floats:
    """Covariance within chains over the later part of a window, drawn a little toward its own diagonal."""
    late = seen[len(seen) // 4 :]
    centred = (late - late.mean(axis=0)).reshape(-1, late.shape[2])
    # Without a linear algebra library, whose threads would take the other core.
    covariance = np.einsum("ij,ik->jk", centred, centred) / max(len(centred) - late.shape[1], 1)
    worth = len(centred) / (len(centred) + 5.0 * late.shape[2])
    spread = np.diag(np.maximum(np.diag(covariance), 1e-6))
    return np.asarray(worth * covariance + (1 - worth) * spread)
