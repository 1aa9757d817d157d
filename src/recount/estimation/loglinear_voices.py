"""Log-linear models as methods: the model of least BIC, and the AICc average."""

from dataclasses import dataclass, replace

import numpy as np

from recount.estimation.hierarchy import Model, hierarchical, written
from recount.estimation.intervals import accelerated, people, percentiles
from recount.estimation.loglinear import Resampled, Suite, fit_all, influences, resample, shares
from recount.estimation.patterns import Floats, Patterns
from recount.estimation.work import Voice, Work
from recount.model.estimates import FittedModel, MethodEstimate

LOG_LINEAR = "log-linear, model of least BIC"
AVERAGED = "log-linear, AICc average"
_MOST_HIERARCHICAL = 5
_ALL_COMPETE = 4
_SHOWN = 20


@dataclass(frozen=True, slots=True, eq=False)
class LogLinear:
    """What the log-linear models say, with what the verdict needs to know of them."""

    suite: Suite
    resampled: Resampled | None
    voices: tuple[Voice, ...]
    models: tuple[FittedModel, ...]


def log_linear(work: Work) -> LogLinear:
    """Fit all the models, and repeat the choice among them on bootstrap samples."""
    suite = fit_all(work.table, models_for(work.table))
    if not suite.reached.any():
        return LogLinear(suite, None, (), ())
    competing = rivals(suite, work)
    drawn = resample(work.table, competing, work.settings.replicates, work.seed, work.workers)
    told = _told(suite, competing, drawn)
    best = float(suite.totals[np.argmin(suite.bic)])
    mean = float(np.sum(shares(suite.aicc)[suite.reached] * suite.totals[suite.reached]))
    chosen = _summary(LOG_LINEAR, best, drawn.chosen, work, influences(work.table, competing))
    averaged = _summary(AVERAGED, mean, drawn.averaged, work, None)
    voices = (
        Voice(replace(chosen, settings=told), drawn.chosen[np.isfinite(drawn.chosen)]),
        Voice(replace(averaged, settings=told), drawn.averaged[np.isfinite(drawn.averaged)]),
    )
    return LogLinear(suite, drawn, voices, _fitted(suite, work.table.lists))


def silent(table: Patterns) -> LogLinear:
    """The models fitted, for the verdict, without a word of their own."""
    return LogLinear(fit_all(table, models_for(table)), None, (), ())


def models_for(table: Patterns) -> tuple[Model, ...]:
    """All hierarchical models up to five lists, beyond that those with pairs only that a search passes through."""
    if table.width <= _MOST_HIERARCHICAL:
        return hierarchical(table.width)
    from recount.estimation.stepwise import pairwise

    return pairwise(table)


def rivals(suite: Suite, work: Work) -> tuple[Model, ...]:
    """The models that compete in every bootstrap sample: the best by either criterion."""
    if work.table.width <= _ALL_COMPETE:
        return suite.models
    by_bic, by_aicc = np.argsort(suite.bic, kind="stable"), np.argsort(suite.aicc, kind="stable")
    chosen = dict.fromkeys(int(index) for pair in zip(by_bic, by_aicc, strict=True) for index in pair)
    return tuple(
        suite.models[index] for index in sorted([i for i in chosen if suite.reached[i]][: work.settings.candidates])
    )


def _summary(
    name: str, point: float, draws: Floats, work: Work, influence: tuple[Floats, Floats] | None
) -> MethodEstimate:
    kept, level = draws[np.isfinite(draws)], work.settings.level
    refused = 1 - len(kept) / max(len(draws), 1)
    if len(kept) < max(20, len(draws) / 2):
        return MethodEstimate(name, point, settled=False, diagnostics=(("refused", refused),))
    ends = percentiles(kept, level) if influence is None else accelerated(kept, point, influence, level)
    return MethodEstimate(
        name=name,
        estimate=round(point, 2),
        interval=people(*ends, work.table.observed),
        median=round(float(np.median(kept)), 2),
        mean=round(float(np.mean(kept)), 2),
        level=level,
        diagnostics=(
            ("refused", round(refused, 4)),
            ("beyond_21n", round(float(np.mean(kept > 21 * work.table.observed)), 4)),
        ),
    )


def _told(suite: Suite, competing: tuple[Model, ...], drawn: Resampled) -> tuple[tuple[str, str], ...]:
    return (
        ("models fitted", f"{len(suite.models):,}"),
        ("models with an estimate", f"{int(suite.reached.sum()):,}"),
        ("models chosen among in each bootstrap sample", f"{len(competing):,}"),
        ("bootstrap samples", f"{len(drawn.chosen):,}"),
    )


def _fitted(suite: Suite, lists: tuple[str, ...]) -> tuple[FittedModel, ...]:
    """The models that carry weight, best first."""
    weights = shares(suite.bic)
    ranked = [int(index) for index in np.argsort(suite.bic, kind="stable")[:_SHOWN] if suite.reached[index]]
    return tuple(
        FittedModel(
            terms=written(suite.models[index], lists),
            estimate=round(float(suite.totals[index]), 2),
            criterion=round(float(suite.bic[index] - suite.bic.min()), 4),
            weight=round(float(weights[index]), 6),
            parameters=int(suite.terms[index].sum()),
        )
        for index in ranked
    )
