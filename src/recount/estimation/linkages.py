"""A total averaged over draws of the linkage, so that its range holds the doubt about who is who (Sadinle 2018).

Every method is heard on each draw, and its draws of the total are pooled as a mixture. What else a reader sees, models
and assumptions varied, is of the accepted linkage.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import ceil

import numpy as np

from recount.errors import NotEstimable
from recount.estimation.headline import envelope, estimate
from recount.estimation.intervals import people, percentiles
from recount.estimation.loglinear import resample_each
from recount.estimation.loglinear_voices import AVERAGED, LOG_LINEAR, LogLinear, rivals
from recount.estimation.patterns import Floats, Patterns, canonical
from recount.estimation.processes import each
from recount.estimation.settings import EstimationSettings
from recount.estimation.work import Voice, Work
from recount.model.estimates import CaptureTable, Estimate, WhatIf

KIND = "accepted linkage"
_FEWEST = 20
_HEARD = {"decomposable-graphs": 1000}
_HEARD_BY_OTHERS = 5


def averaged(tables: Sequence[CaptureTable], settings: EstimationSettings | None = None) -> Estimate:
    """Estimate one table per draw of the linkage and pool the draws as a mixture; 50 linkages or more are advised.

    The doubt about links is in the tables themselves, so the range is not widened for it again. Where it is known
    which linkage is accepted, give `estimate` its table, with the others as its `linkages`, instead; here the table of
    least `observed` stands for it.

    Raises:
        NotEstimable: there is no table, or the tables are not over the same lists.
    """
    if not tables or any(table.lists != tables[0].lists for table in tables):
        raise NotEstimable("averaging over linkages needs one table per draw of the linkage, all over the same lists")
    least = min(tables, key=lambda table: table.observed)
    return estimate(replace(least, linkages=tuple(table.counts for table in tables)), settings)


def over_linkages(
    voices: Sequence[Voice],
    found: LogLinear,
    others: Mapping[str, Callable[[Work], Voice]],
    linkages: Sequence[Patterns],
    work: Work,
) -> tuple[Voice, ...]:
    """Voices on the accepted linkage, with the draws of all linkages instead of their own.

    Args:
        voices: what was heard of the accepted linkage: log-linear models first, then each of `others`.
        found: the log-linear models of the accepted linkage.
        others: the other methods, in the order of their voices.
        linkages: the usable tables of the draws, over the same lists as that of `work`.
        work: the accepted linkage.
    """
    draws: dict[str, list[Floats]] = {}
    if found.voices:
        again = _resampled(found, linkages, work)
        draws = {LOG_LINEAR: [again[0]], AVERAGED: [again[1]]}
    for (name, method), voice in zip(others.items(), voices[len(found.voices) :], strict=True):
        workers = 1 if name in _HEARD else work.workers
        draws[voice.told.name] = _heard(method, linkages[: _HEARD.get(name, _HEARD_BY_OTHERS)], work, workers)
    floor = min(work.table.observed, *(table.observed for table in linkages))
    return tuple(_pooled(voice, draws[voice.told.name], work.settings.level, floor) for voice in voices)


def _resampled(found: LogLinear, linkages: Sequence[Patterns], work: Work) -> tuple[Floats, Floats]:
    """Bootstrap samples of every linkage, the choice of model inside: its totals and its averages."""
    many = max(ceil(work.settings.replicates / len(linkages)), _FEWEST)
    drawn = resample_each(linkages, rivals(found.suite, work), many, _seed(work, 0))
    return drawn.chosen, drawn.averaged


def _heard(method: Callable[[Work], Voice], linkages: Sequence[Patterns], work: Work, workers: int) -> list[Floats]:
    """The draws of one method on each linkage; quick methods are not worth a process."""
    jobs = [Work(canonical(table), work.settings, _seed(work, n + 1)) for n, table in enumerate(linkages)]
    return [voice.draws for voice in each(workers, method, jobs)]


def _seed(work: Work, number: int) -> np.random.SeedSequence:
    """A seed of its own for every linkage, whoever asks."""
    return np.random.SeedSequence(entropy=work.seed.entropy, spawn_key=(*work.seed.spawn_key, 59, number))


def _pooled(voice: Voice, parts: Sequence[Floats], level: float, floor: int) -> Voice:
    """One method over all linkages; it gives no total where it gives none on the accepted one, or on every second."""
    told, silent = voice.told, sum(not len(part) for part in parts)
    draws = np.concatenate([part[np.isfinite(part)] for part in parts])
    if told.interval is None or 2 * silent > len(parts) or not len(draws):
        says = () if told.interval is None else (f"It gives no total for {silent} of {len(parts)} linkages.",)
        return replace(voice, told=replace(told, interval=None, settled=False, says=(*told.says, *says)))
    says = (f"It gives no total for {silent} of {len(parts)} linkages.",) if silent else ()
    middle, mean = round(float(np.median(draws)), 2), round(float(np.mean(draws)), 2)
    numbers = dict(told.diagnostics) | {"beyond_21n": round(float(np.mean(draws > 21 * floor)), 4)}
    pooled = replace(
        told,
        estimate=middle,
        interval=people(*percentiles(draws, level), floor),
        median=middle,
        mean=mean,
        says=(*told.says, *says),
        diagnostics=tuple(numbers.items()),
    )
    return replace(voice, told=pooled, draws=draws)


def accepted_alone(voices: Sequence[Voice], floor: int) -> Iterator[WhatIf]:
    """What the methods say of the accepted linkage, as if it were known to be right."""
    hull = envelope([voice.told for voice in voices], floor)
    medians = [voice.told.median for voice in voices if voice.told.interval is not None and voice.told.median]
    if hull is not None:
        says = "the range if the accepted linkage were known to be right in every link"
        yield WhatIf(KIND, says, round(float(np.median(medians)), 2), hull)
