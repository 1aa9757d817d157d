"""Log-linear models (Fienberg 1972): all hierarchical ones, their criteria, and the bootstrap of the choice itself."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from recount.estimation.fitting import fit
from recount.estimation.hierarchy import Model, hierarchical, mask
from recount.estimation.patterns import Floats, Patterns

_CHUNK = 200


@dataclass(frozen=True, slots=True, eq=False)
class Suite:
    """Every model fitted to one table: totals and criteria, infinite where the model has no estimate."""

    models: tuple[Model, ...]
    terms: NDArray[np.bool_]
    totals: Floats
    bic: Floats
    aicc: Floats

    @property
    def reached(self) -> NDArray[np.bool_]:
        """Which models have an estimate."""
        return np.isfinite(self.bic)

    def weights(self, criterion: Floats) -> Floats:
        """Akaike or Schwarz weights: a model's share in the average."""
        return shares(criterion)


def fit_all(table: Patterns, models: Sequence[Model] | None = None) -> Suite:
    """Fit the given models, or all hierarchical ones, to the table."""
    models = tuple(hierarchical(table.width) if models is None else models)
    terms = mask(models, table.width)
    fits = fit(np.broadcast_to(table.counts, terms.shape), terms)
    reached = fits.reached
    bic, aicc = criteria(fits.likelihood, terms.sum(axis=1), float(table.observed))
    return Suite(
        models,
        terms,
        np.where(reached, table.observed + fits.unseen, np.inf),
        np.where(reached, bic, np.inf),
        np.where(reached, aicc, np.inf),
    )


def criteria(likelihood: Floats, parameters: NDArray[np.intp] | int, observed: Floats | float) -> tuple[Floats, Floats]:
    """BIC and AICc, the number of people observed as sample size; a term at minus infinity still counts."""
    deviance = -2 * likelihood
    room = np.maximum(observed - parameters - 1, 1)
    bic = deviance + parameters * np.log(np.maximum(observed, 1.0))
    return bic, deviance + 2 * parameters + 2 * parameters * (parameters + 1) / room


def shares(criterion: Floats) -> Floats:
    """exp(-d/2) of each criterion's distance to the best, along the first axis, summing to one."""
    best = np.min(criterion, axis=0)
    raw = np.exp(-0.5 * (criterion - np.where(np.isfinite(best), best, 0.0)))
    return np.asarray(raw / np.maximum(raw.sum(axis=0), 1e-300))


@dataclass(frozen=True, slots=True, eq=False)
class Resampled:
    """Totals of each bootstrap sample, NaN where no model had an estimate: the model of least BIC, the AICc average."""

    chosen: Floats
    averaged: Floats

    @property
    def refused(self) -> float:
        """Share of samples without any estimate."""
        return float(np.mean(np.isnan(self.chosen)))


def resample(
    table: Patterns, models: Sequence[Model], replicates: int, seed: np.random.SeedSequence, workers: int = 1
) -> Resampled:
    """Draw the observed anew and choose the model anew, many times; the draws do not depend on the workers."""
    sizes = [min(_CHUNK, replicates - start) for start in range(0, replicates, _CHUNK)]
    jobs = list(zip(sizes, seed.spawn(len(sizes)), strict=True))

    def one(job: tuple[int, np.random.SeedSequence]) -> Resampled:
        size, child = job
        chances = table.seen / table.observed
        counts = np.random.default_rng(child).multinomial(table.observed, chances, size=size).astype(float)
        return choose(table.width, np.column_stack([np.zeros(size), counts]), models)

    with ThreadPoolExecutor(max_workers=workers) as pool:
        parts = list(pool.map(one, jobs)) if workers > 1 else [one(job) for job in jobs]
    return Resampled(np.concatenate([p.chosen for p in parts]), np.concatenate([p.averaged for p in parts]))


def resample_each(
    tables: Sequence[Patterns], models: Sequence[Model], replicates: int, seed: np.random.SeedSequence
) -> Resampled:
    """Some bootstrap samples of each of several tables over the same lists, in the order of the tables."""
    rows = [
        np.random.default_rng(child).multinomial(table.observed, table.seen / table.observed, size=replicates)
        for table, child in zip(tables, seed.spawn(len(tables)), strict=True)
    ]
    counts = np.concatenate(rows).astype(float)
    return choose(tables[0].width, np.column_stack([np.zeros(len(counts)), counts]), models)


def choose(width: int, counts: Floats, models: Sequence[Model]) -> Resampled:
    """For each row of counts: the total of the model of least BIC, and the AICc average."""
    observed = counts.sum(axis=1)
    shape = (len(models), len(counts))
    bic, aicc, totals = np.full(shape, np.inf), np.full(shape, np.inf), np.zeros(shape)
    for index, terms in enumerate(mask(models, width)):
        fits = fit(counts, np.broadcast_to(terms, counts.shape))
        likelihood = np.where(fits.reached, fits.likelihood, -np.inf)
        bic[index], aicc[index] = criteria(likelihood, int(terms.sum()), observed)
        totals[index] = np.where(fits.reached, observed + fits.unseen, 0.0)
    refused = ~np.isfinite(bic).any(axis=0)
    chosen = totals[np.argmin(bic, axis=0), np.arange(len(counts))]
    averaged = (shares(aicc) * totals).sum(axis=0)
    return Resampled(np.where(refused, np.nan, chosen), np.where(refused, np.nan, averaged))


def influences(table: Patterns, models: Sequence[Model]) -> tuple[Floats, Floats]:
    """Jackknife: how far the chosen total falls without one victim of a pattern, and how many such victims."""
    shown = np.flatnonzero(table.counts > 0)
    counts = np.repeat(table.counts[None], len(shown), axis=0)
    counts[np.arange(len(shown)), shown] -= 1
    totals = choose(table.width, counts, models).chosen
    weights = table.counts[shown]
    fine = np.isfinite(totals)
    mean = np.sum(totals[fine] * weights[fine]) / max(np.sum(weights[fine]), 1.0)
    return mean - totals[fine], weights[fine]
