"""An independent sampler of the latent class model: Gibbs, memberships and all, slow and plain."""

import numpy as np

from recount.estimation.latent import Prior
from recount.estimation.patterns import Patterns


def gibbs(
    table: Patterns, prior: Prior, iterations: int, rng: np.random.Generator, *, swaps: bool = False
) -> np.ndarray:
    """Totals drawn by data augmentation (Manrique-Vallier 2016), the first fifth left out."""
    patterns = np.flatnonzero(table.counts)
    presence = ((np.append(0, patterns)[:, None] >> np.arange(table.width)) & 1).astype(float)
    counts = table.counts[patterns].astype(int)
    reach = rng.beta(1, 2, size=(prior.classes, table.width))
    weights, alpha, totals = np.full(prior.classes, 1 / prior.classes), 1.0, []
    for _ in range(iterations):
        joint = np.exp(np.log(weights) + presence @ np.log(reach).T + (1 - presence) @ np.log1p(-reach).T)
        unseen = joint[0].sum()
        missing = rng.negative_binomial(table.observed, 1 - unseen)
        split = rng.multinomial(np.append(missing, counts), joint / joint.sum(axis=1, keepdims=True))
        members, listed = split.sum(axis=0), split.T @ presence
        reach = np.clip(rng.beta(1 + listed, 1 + members[:, None] - listed), 1e-12, 1 - 1e-12)
        after = members.sum() - np.cumsum(members)
        sticks = np.clip(rng.beta(1 + members[:-1], alpha + after[:-1]), 1e-12, 1 - 1e-12)
        if swaps:
            sticks, reach = swapped(sticks, reach, members, rng)
        alpha = rng.gamma(prior.shape + prior.classes - 1, 1 / (prior.rate - np.log1p(-sticks).sum()))
        left = np.concatenate([[1.0], np.cumprod(1 - sticks)])
        weights = np.maximum(np.append(sticks, 1.0) * left, 1e-300)
        totals.append(table.observed + missing)
    return np.asarray(totals[iterations // 5 :], dtype=float)


def swapped(sticks, reach, members, rng):
    """Neighbouring classes change places with their sticks, labels and all (Papaspiliopoulos & Roberts 2008)."""
    for first in range(len(sticks) - 1):
        one, two = sticks[first], sticks[first + 1]
        chance = members[first] * np.log1p(-two) - members[first + 1] * np.log1p(-one)
        if np.log(rng.random()) < chance:
            sticks[[first, first + 1]] = two, one
            reach[[first, first + 1]] = reach[[first + 1, first]]
            members[[first, first + 1]] = members[[first + 1, first]]
    return sticks, reach
