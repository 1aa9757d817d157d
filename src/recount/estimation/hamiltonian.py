"""Hamiltonian sampling of many chains in step (Neal 2011), the metric and the step learnt in warm-up and then fixed."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from recount.estimation.patterns import Floats

Density = Callable[[Floats], tuple[Floats, Floats]]
_ACCEPTED = 0.88


@dataclass(frozen=True, slots=True, eq=False)
class State:
    """Where each chain is: points (chains, size), log densities and gradients."""

    point: Floats
    density: Floats
    gradient: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Metric:
    """How the sampler measures distance: the covariance it believes in, and its Cholesky factor."""

    covariance: Floats
    inverse_factor: Floats


def init(density: Density, point: Floats) -> State:
    """Chains at their starting points."""
    return State(point, *density(point))


def metric(covariance: Floats) -> Metric:
    """A metric out of a covariance; momenta are drawn with its inverse."""
    return Metric(covariance, np.linalg.inv(np.linalg.cholesky(covariance)))


@dataclass(frozen=True, slots=True, eq=False)
class Stride:
    """One trajectory: the step's size, the number of leapfrog steps, and the metric they are measured in."""

    size: float
    leaps: int
    metric: Metric


def step(density: Density, state: State, rng: np.random.Generator, stride: Stride) -> tuple[State, Floats]:
    """One trajectory per chain, taken or refused; also the chances it had."""
    size, leaps, measure = stride.size, stride.leaps, stride.metric
    momentum = rng.normal(size=state.point.shape) @ measure.inverse_factor
    point, gradient = state.point, state.gradient
    push = momentum + 0.5 * size * gradient
    for leap in range(leaps):
        point = point + size * (push @ measure.covariance)
        value, gradient = density(point)
        push = push + (size if leap < leaps - 1 else 0.5 * size) * gradient
    energy = 0.5 * np.sum((momentum @ measure.covariance) * momentum, axis=1) - state.density
    reached = 0.5 * np.sum((push @ measure.covariance) * push, axis=1) - value
    chance = np.exp(np.minimum(0.0, np.nan_to_num(energy - reached, nan=-np.inf)))
    taken = rng.random(len(chance)) < chance
    chosen = State(
        np.where(taken[:, None], point, state.point),
        np.where(taken, value, state.density),
        np.where(taken[:, None], gradient, state.gradient),
    )
    return chosen, chance


@dataclass(slots=True)
class Pace:
    """Dual averaging of the step's size (Hoffman & Gelman 2014)."""

    log_size: float
    centre: float = 0.0
    mean: float = 0.0
    drift: float = 0.0
    count: int = 0

    def restart(self) -> None:
        """Learn anew from the present size."""
        self.centre, self.mean, self.drift, self.count = self.log_size + np.log(2.0), 0.0, 0.0, 0

    def learn(self, chance: float) -> None:
        """Take in how likely the last trajectories were to be accepted."""
        self.count += 1
        self.drift += (_ACCEPTED - chance - self.drift) / (self.count + 10)
        self.log_size = self.centre - np.sqrt(self.count) / 0.2 * self.drift
        share = 2 / (self.count + 1)  # late steps count most
        self.mean = share * self.log_size + (1 - share) * self.mean
