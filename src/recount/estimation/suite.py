"""All methods on one usable table, and what they say together."""

from collections.abc import Iterator

import numpy as np

from recount.errors import SettingsError
from recount.estimation.bayes import decomposable_graphs, other_priors
from recount.estimation.bounds import if_independent, least
from recount.estimation.classes import latent_classes
from recount.estimation.headline import (
    METHOD,
    NOT_ESTIMABLE,
    caveats,
    envelope,
    envelope_of,
    fingerprint,
    observed,
    written,
)
from recount.estimation.loglinear import fit_all
from recount.estimation.loglinear_voices import LogLinear, log_linear, models_for
from recount.estimation.mislinked import Doubt, doubt
from recount.estimation.patterns import Patterns, canonical
from recount.estimation.sensitivity import highest_order, one_list_out
from recount.estimation.settings import EstimationSettings
from recount.estimation.usable import Usable
from recount.estimation.verdict import disagreement, verdict
from recount.estimation.work import Voice, Work
from recount.model.findings import CaptureTable, Estimate, MethodEstimate, WhatIf

METHODS = {
    "standard": ("log-linear", "decomposable-graphs"),
    "suite": ("log-linear", "decomposable-graphs", "latent-classes"),
    "log-linear": ("log-linear",),
    "decomposable-graphs": ("decomposable-graphs",),
    "latent-classes": ("latent-classes",),
}


def suite(table: CaptureTable, part: Usable, settings: EstimationSettings, workers: int = 1) -> Estimate:
    """Estimate a table that passed every check made before any number."""
    work = Work(canonical(part.patterns), settings, _seed(part.patterns, settings), workers)
    log_lin, voices = _run(work)
    methods = tuple(voice.told for voice in voices)
    linkage = _linkage(work.table, log_lin, settings)
    told = [] if linkage is None or not log_lin.models else list(linkage.told(log_lin.models[0].estimate))
    sensitivity = (*_sensitivity(part.patterns), *told)
    word, reasons = verdict(log_lin, methods, part, sensitivity)
    hull = envelope(methods, observed(table))
    hull = hull if linkage is None or hull is None else envelope_of(linkage.widened(hull), observed(table))
    sayable = word != NOT_ESTIMABLE
    return Estimate(
        stratum=table.stratum,
        lists=table.lists,
        observed=observed(table),
        method=METHOD,
        verdict=word,
        reasons=reasons,
        interval=hull if sayable else None,
        median=_middle(methods) if sayable else None,
        models=log_lin.models,
        caveats=(*part.notes, *caveats(table, settings)),
        settings=(*written(settings), *_dropped(part)),
        digest=fingerprint(table),
        methods=methods,
        disagreement=disagreement(methods),
        sensitivity=sensitivity,
    )


def _seed(table: Patterns, settings: EstimationSettings) -> np.random.SeedSequence:
    """One stream per table: strata draw apart, and renaming lists changes nothing."""
    return np.random.SeedSequence([settings.seed, *(int(count) for count in canonical(table).counts)])


def _run(work: Work) -> tuple[LogLinear, tuple[Voice, ...]]:
    """The chosen methods, each with a seed of its own; log-linear models are fitted in any case, for the verdict."""
    try:
        chosen = METHODS[work.settings.method]
    except KeyError:
        raise SettingsError(
            f"[estimation] method {work.settings.method!r} is not known; choose among {', '.join(METHODS)}"
        ) from None
    seeds = work.seed.spawn(3)
    if "log-linear" in chosen:
        log_lin = log_linear(Work(work.table, work.settings, seeds[0], work.workers))
    else:
        log_lin = LogLinear(fit_all(work.table, models_for(work.table)), None, (), ())
    voices = list(log_lin.voices)
    if log_lin.suite.reached.any():
        if "decomposable-graphs" in chosen:
            voices.append(decomposable_graphs(Work(work.table, work.settings, seeds[1])))
        if "latent-classes" in chosen:
            voices.append(latent_classes(Work(work.table, work.settings, seeds[2])))
    return log_lin, tuple(voices)


def _linkage(table: Patterns, found: LogLinear, settings: EstimationSettings) -> Doubt | None:
    """What wrong links would do to the best model's total, where there is one."""
    if not found.suite.reached.any() or not (settings.missed_links or settings.false_links):
        return None
    best = found.suite.models[int(np.argmin(found.suite.bic))]
    return doubt(table, best, settings.missed_links, settings.false_links)


def _sensitivity(table: Patterns) -> Iterator[WhatIf]:
    yield least(table)
    yield from highest_order(table)
    yield from one_list_out(table)
    if table.width <= 5:
        yield from other_priors(table)
    yield from if_independent(table)


def _middle(methods: tuple[MethodEstimate, ...]) -> float | None:
    medians = [method.median for method in methods if method.interval is not None and method.median is not None]
    return round(float(np.median(medians)), 2) if medians else None


def _dropped(part: Usable) -> Iterator[tuple[str, str]]:
    if part.dropped:
        yield "lists left out", ", ".join(part.dropped)
