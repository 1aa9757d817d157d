"""Latent classes (Manrique-Vallier 2016): victims of several unknown kinds, lists independent within a kind.

The total, the concentration and the memberships integrate out. With p_m the probability of pattern m and p_0 that of
the unseen one, the log-likelihood under p(N) proportional to 1/N is sum n_m log p_m - n log(1 - p_0), and the total is
n plus a negative binomial. Sticks V_k are carried as log e_k with e_k = -log(1 - V_k), reaches as logits: a smooth
density without bounds, whose gradient is what EM calls expected counts.
"""

from dataclasses import dataclass

import numpy as np

from recount.estimation.patterns import Floats, Patterns


@dataclass(frozen=True, slots=True)
class Prior:
    """Number of classes, and shape and rate of the concentration's gamma prior; reaches are uniform."""

    classes: int = 10
    shape: float = 0.25
    rate: float = 0.25


class Target:
    """The log density of many chains at once and its gradient.

    A point is (chains, classes * lists + classes - 1): logits of reach, class by class, then log e of the sticks.
    """

    def __init__(self, table: Patterns, prior: Prior) -> None:
        self.prior, self.lists, self.observed = prior, table.width, float(table.observed)
        patterns = np.flatnonzero(table.counts)
        self.presence = ((patterns[:, None] >> np.arange(table.width)) & 1).astype(float)
        self.counts = table.counts[patterns]
        self.size = prior.classes * table.width + prior.classes - 1

    def parts(self, point: Floats) -> tuple[Floats, Floats]:
        """Logits (chains, classes, lists) and e (chains, classes - 1)."""
        cut = self.prior.classes * self.lists
        logits = point[:, :cut].reshape(len(point), self.prior.classes, self.lists)
        return logits, np.exp(np.clip(point[:, cut:], -60, 6))

    def __call__(self, point: Floats) -> tuple[Floats, Floats]:
        """Log density (chains,) and gradient like the point."""
        logits, sticks = self.parts(point)
        chains, classes = len(point), self.prior.classes
        lost = np.log1p(np.exp(-np.abs(logits))) + np.maximum(logits, 0.0)
        reach = np.exp(logits - lost)
        none = _log_weights(sticks) - lost.sum(axis=2)
        joint = (logits.reshape(-1, self.lists) @ self.presence.T).reshape(chains, classes, -1)
        joint += none[:, :, None]
        np.exp(joint, out=joint)
        seen = joint.sum(axis=1)
        unseen_class = np.exp(none)
        unseen = np.minimum(unseen_class.sum(axis=1), 1 - 1e-12)
        joint *= (self.counts / seen)[:, None, :]
        expected = unseen_class * (self.observed / (1 - unseen))[:, None]
        members = joint.sum(axis=2) + expected
        listed = (joint.reshape(-1, joint.shape[2]) @ self.presence).reshape(logits.shape)
        gradient = np.empty_like(point)
        cut = classes * self.lists
        gradient[:, :cut] = (listed + 1 - (members + 2)[:, :, None] * reach).reshape(chains, -1)
        together = self.prior.rate + sticks.sum(axis=1)
        gradient[:, cut:] = self._stick_gradient(members, sticks, together)
        density = np.log(seen) @ self.counts - self.observed * np.log1p(-unseen)
        density += (logits - 2 * lost).sum(axis=(1, 2)) + np.log(sticks).sum(axis=1)
        density -= (self.prior.shape + classes - 1) * np.log(together)
        return density, gradient

    def _stick_gradient(self, members: Floats, sticks: Floats, together: Floats) -> Floats:
        after = np.cumsum(members[:, ::-1], axis=1)[:, ::-1][:, 1:]
        pull = (self.prior.shape + self.prior.classes - 1) / together
        return np.asarray(sticks * (members[:, :-1] / np.expm1(sticks) - after - pull[:, None]) + 1)

    def climbed(self, point: Floats, steps: int) -> Floats:
        """The points after some rounds of EM: a start from far up a slope would throw a Hamiltonian chain away."""
        cut = self.prior.classes * self.lists
        for _ in range(steps):
            members, listed = self._expected(point)
            reach = (listed + 1) / (members + 2)[:, :, None]
            after = np.cumsum(members[:, ::-1], axis=1)[:, ::-1][:, 1:]
            sticks = np.log1p((members[:, :-1] + 1) / (after + 1))
            point = np.concatenate([np.log(reach / (1 - reach)).reshape(-1, cut), np.log(sticks)], axis=1)
        return point

    def _expected(self, point: Floats) -> tuple[Floats, Floats]:
        """How many victims are in each class, and of those on each list."""
        logits, sticks = self.parts(point)
        lost = np.log1p(np.exp(-np.abs(logits))) + np.maximum(logits, 0.0)
        base = _log_weights(sticks) - lost.sum(axis=2)
        joint = np.exp(logits @ self.presence.T + base[:, :, None])
        none = np.exp(base)
        joint *= (self.counts / joint.sum(axis=1))[:, None, :]
        members = joint.sum(axis=2) + none * (self.observed / (1 - np.minimum(none.sum(axis=1), 1 - 1e-6)))[:, None]
        return members, joint @ self.presence

    def unseen_chance(self, point: Floats) -> Floats:
        """Probability that a victim is on no list, per chain."""
        logits, sticks = self.parts(point)
        lost = np.log1p(np.exp(-np.abs(logits))) + np.maximum(logits, 0.0)
        return np.asarray(np.exp(_log_weights(sticks) - lost.sum(axis=2)).sum(axis=1))

    def last_weight(self, point: Floats) -> Floats:
        """Share of victims in the last class, per chain: large where the classes do not suffice."""
        return np.asarray(np.exp(_log_weights(self.parts(point)[1])[:, -1]))

    def swapped(self, point: Floats, rng: np.random.Generator) -> Floats:
        """Each chain's neighbouring classes proposed to change places, from the first pair to the last but one.

        Likelihood, remaining stick and sum of e stay as they are, so with the Jacobian of log e the chance is the
        ratio of what the first stick leaves over: (1 - V_k) / (1 - V_k').
        """
        logits, sticks = (part.copy() for part in self.parts(point))
        for first in range(self.prior.classes - 2):
            one, two = -np.expm1(-sticks[:, first]), -np.expm1(-sticks[:, first + 1])
            moved = np.clip((1 - one) * two, 1e-290, 1 - 1e-15)
            left = -np.log1p(-moved)
            rest = sticks[:, first] + sticks[:, first + 1] - left
            taken = (np.log(rng.random(len(point))) < left - sticks[:, first]) & (rest > 1e-280)
            sticks[taken, first], sticks[taken, first + 1] = left[taken], rest[taken]
            logits[taken, first], logits[taken, first + 1] = logits[taken, first + 1], logits[taken, first].copy()
        return np.concatenate([logits.reshape(len(point), -1), np.log(sticks)], axis=1)

    def sorted(self, point: Floats) -> Floats:
        """The same mixtures with the classes in falling order of size: names of classes mean nothing."""
        logits, sticks = self.parts(point)
        weights = np.exp(_log_weights(sticks))
        ranked = np.argsort(-weights, axis=1, kind="stable")
        logits = np.take_along_axis(logits, ranked[:, :, None], axis=1)
        weights = np.take_along_axis(weights, ranked, axis=1)
        left = np.cumsum(weights[:, ::-1], axis=1)[:, ::-1]
        share = np.clip(weights[:, :-1] / np.maximum(left[:, :-1], 1e-300), 1e-12, 1 - 1e-12)
        return np.concatenate([logits.reshape(len(point), -1), np.log(-np.log1p(-share))], axis=1)


def _log_weights(sticks: Floats) -> Floats:
    """Log shares of the classes (chains, classes)."""
    weights = np.zeros((len(sticks), sticks.shape[1] + 1))
    weights[:, 1:] = -np.cumsum(sticks, axis=1)
    weights[:, :-1] += np.log(-np.expm1(-np.maximum(sticks, 1e-290)))
    return weights


def start(target: Target, table: Patterns, chains: int, rng: np.random.Generator) -> Floats:
    """Scattered points near the lists' coverage."""
    sizes = table.margins()[[1 << index for index in range(table.width)]]
    share = np.clip(sizes / (1.5 * table.observed), 0.02, 0.9)
    logits = np.log(share / (1 - share)) + rng.normal(size=(chains, target.prior.classes, target.lists))
    sticks = rng.normal(-0.5, 1.0, size=(chains, target.prior.classes - 1))
    return np.concatenate([logits.reshape(chains, -1), sticks], axis=1)
