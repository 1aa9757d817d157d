"""A total over strata: draws are summed, never the ends of intervals, and what is unknown of a victim is imputed."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil

import numpy as np

from recount.errors import NotEstimable
from recount.estimation.coarser import coarser
from recount.estimation.headline import (
    ESTIMABLE,
    FRAGILE,
    METHOD,
    NOT_ESTIMABLE,
    caveats,
    envelope,
    envelope_of,
    links,
    observed,
    without_ranges,
    written,
)
from recount.estimation.intervals import people, percentiles
from recount.estimation.patterns import Floats
from recount.estimation.reading import JOINED, UNKNOWN
from recount.estimation.settings import EstimationSettings
from recount.estimation.suite import Heard, judge, middle
from recount.estimation.usable import usable
from recount.estimation.verdict import FLAGGED, disagreement
from recount.model.estimates import CaptureTable, Estimate, MethodEstimate
from recount.model.ids import digest
from recount.model.interval import Interval

_DRAWS = 1000
_SAMPLES = 40


def summed(
    tables: Mapping[str, CaptureTable], settings: EstimationSettings | None = None, *, imputations: int = 10
) -> Estimate:
    """Estimate every stratum and sum them, method by method.

    Victims of unknown month, sex, age or place are given one by hot deck, `imputations` times over; draws of all
    imputations are pooled. Where one stratum cannot be estimated there is no total, and the reasons name it.
    """
    return stratified(tables, settings, imputations=imputations).total


@dataclass(frozen=True, slots=True)
class Stratified:
    """A total over strata, and each stratum by itself, in order of name."""

    total: Estimate
    parts: tuple[Estimate, ...]


def stratified(
    tables: Mapping[str, CaptureTable], settings: EstimationSettings | None = None, *, imputations: int = 10
) -> Stratified:
    """The same as `summed`, with the estimate of each stratum, those imputed included."""
    chosen = settings or EstimationSettings()
    rounds = [imputed(tables, seed) for seed in range(imputations)] if _missing(tables) else [dict(tables)]
    each = replace(chosen, replicates=max(ceil(chosen.replicates / len(rounds)), _SAMPLES))
    heard = [_heard(one, each, number) for number, one in enumerate(rounds)]
    refused = _refused(heard)
    methods = () if refused else _methods(heard, chosen)
    total = _estimate(rounds, chosen, heard, methods, refused)
    parts = (_part(name, rounds, heard, chosen) for name in sorted(heard[0]))
    return Stratified(replace(total, digest=_digest([tables])), tuple(parts))


def _part(
    name: str,
    rounds: Sequence[Mapping[str, CaptureTable]],
    heard: Sequence[Mapping[str, Heard]],
    settings: EstimationSettings,
) -> Estimate:
    """One stratum by itself, its imputations pooled."""
    here = [{name: one[name]} for one in heard if name in one]
    tables = [{name: one[name]} for one in rounds]
    refused, frail = _refused(here), [one[name] for one in here if one[name].verdict != ESTIMABLE]
    found = _estimate(tables, settings, here, _methods(here, settings), {})
    verdict = NOT_ESTIMABLE if refused or found.interval is None else FRAGILE if frail else found.verdict
    reasons = frail[0].reasons if frail else found.reasons
    if verdict != NOT_ESTIMABLE:
        return replace(found, stratum=name, verdict=verdict, reasons=reasons)
    return replace(
        found,
        stratum=name,
        verdict=verdict,
        reasons=reasons or found.reasons,
        interval=None,
        median=None,
        methods=without_ranges(found.methods),
    )


def imputed(tables: Mapping[str, CaptureTable], seed: int) -> dict[str, CaptureTable]:
    """Tables without unknown strata: their victims drawn into the others, in proportion to those of like history.

    Raises:
        NotEstimable: no stratum is fully known.
    """
    known = {name: Counter(dict(table.counts)) for name, table in tables.items() if UNKNOWN not in name.split(JOINED)}
    if not known:
        raise NotEstimable("no stratum is fully known, so nothing says where the unknown belong; use coarser strata")
    filled = {name: Counter(counts) for name, counts in known.items()}
    rng = np.random.default_rng([seed, 41])
    for name in _missing(tables):
        for history, count in tables[name].counts:
            places = [other for other in known if _fits(name, other)] or list(known)
            weights = np.asarray([known[place][history] for place in places], dtype=float)
            if not weights.any():
                weights = np.asarray([sum(known[place].values()) for place in places], dtype=float)
            drawn = rng.multinomial(count, weights / weights.sum())
            for place, more in zip(places, drawn, strict=True):
                filled[place][history] += int(more)
    return {
        name: replace(tables[name], counts=tuple(sorted(counts.items())), linkages=())
        for name, counts in filled.items()
    }


def _missing(tables: Mapping[str, CaptureTable]) -> list[str]:
    return [name for name in tables if UNKNOWN in name.split(JOINED)]


def _fits(partly: str, whole: str) -> bool:
    """Whether a known stratum agrees with what is known of an unknown one."""
    pairs = zip(partly.split(JOINED), whole.split(JOINED), strict=True)
    return all(one in (UNKNOWN, other) for one, other in pairs)


def _heard(tables: Mapping[str, CaptureTable], settings: EstimationSettings, number: int) -> dict[str, Heard]:
    found = {}
    for name, table in sorted(tables.items()):
        if observed(table):
            part = usable(table)
            found[name] = (
                Heard((), (), None, (), NOT_ESTIMABLE, part.refusals)
                if part.refusals
                else judge(part, settings, f"{name} {number}")
            )
    return found


def _refused(heard: Sequence[Mapping[str, Heard]]) -> dict[str, str]:
    """Strata that cannot be estimated in half or more of the imputations, with a reason."""
    failed = [(name, one.reasons[0]) for each in heard for name, one in each.items() if one.verdict == NOT_ESTIMABLE]
    often = Counter(name for name, _ in failed)
    return {name: reason for name, reason in failed if 2 * often[name] >= len(heard)}


def _methods(heard: Sequence[Mapping[str, Heard]], settings: EstimationSettings) -> tuple[MethodEstimate, ...]:
    names = dict.fromkeys(voice.told.name for each in heard for one in each.values() for voice in one.voices)
    summed_up = ((name, _sum(name, heard, settings)) for name in names)
    return tuple(
        MethodEstimate(
            name=name,
            estimate=round(float(np.median(draws)), 1),
            interval=people(*percentiles(draws, settings.level), 0),
            median=round(float(np.median(draws)), 1),
            mean=round(float(np.mean(draws)), 1),
            level=settings.level,
            settings=(("summed over strata", str(len(heard[0]))), ("tables pooled", str(len(heard)))),
        )
        for name, draws in summed_up
        if len(draws)
    )


def _sum(name: str, heard: Sequence[Mapping[str, Heard]], settings: EstimationSettings) -> Floats:
    """Draws of one method summed over strata, all imputations pooled; none where a stratum has none."""
    rng = np.random.default_rng([settings.seed, 43])
    pooled = []
    for each in heard:
        parts = [_draws(name, one) for one in each.values()]
        if all(len(part) for part in parts):
            pooled.append(sum((rng.choice(part, _DRAWS) for part in parts), np.zeros(_DRAWS)))
    return np.concatenate(pooled) if pooled else np.empty(0)


def _draws(name: str, one: Heard) -> Floats:
    return next((voice.draws for voice in one.voices if voice.told.name == name), np.empty(0))


def _estimate(
    rounds: Sequence[Mapping[str, CaptureTable]],
    settings: EstimationSettings,
    heard: Sequence[Mapping[str, Heard]],
    methods: tuple[MethodEstimate, ...],
    refused: Mapping[str, str],
) -> Estimate:
    first = next(iter(rounds[0].values()))
    floor = min(sum(observed(table) for table in tables.values()) for tables in rounds)
    hull = envelope(methods, floor)
    if hull is not None:
        hull = envelope_of(_widened(hull, heard), floor)
    doubts = [] if refused or hull is None else list(_doubts(heard, methods))
    against = [
        f"Stratum {name}: {reason} {coarser(name, rounds[0], settings) if len(rounds[0]) > 1 else ''}".strip()
        for name, reason in refused.items()
    ]
    if hull is None and not refused:
        against = ["No method settles in every stratum; use coarser strata."]
    return Estimate(
        stratum=f"sum of {len(heard[0])} strata",
        lists=first.lists,
        observed=floor,
        method=METHOD,
        verdict=NOT_ESTIMABLE if against else FRAGILE if doubts else ESTIMABLE,
        reasons=(*against, *doubts),
        interval=None if against else hull,
        median=None if against else middle(methods),
        caveats=(*caveats(replace(first, windows=())), *links(settings)),
        settings=written(settings),
        digest=_digest(rounds),
        methods=without_ranges(methods) if against else methods,
        disagreement=disagreement(methods),
    )


def _digest(rounds: Sequence[Mapping[str, CaptureTable]]) -> str:
    counts = [sorted((name, table.lists, table.counts) for name, table in tables.items()) for tables in rounds]
    return digest(repr(counts).encode())


def _doubts(heard: Sequence[Mapping[str, Heard]], methods: Sequence[MethodEstimate]) -> list[str]:
    doubts = []
    ratio = disagreement(methods)
    if ratio is not None and ratio > FLAGGED:
        doubts.append(f"The methods disagree: the largest total is {ratio:.1f} times the smallest.")
    frail = sorted({name for each in heard for name, one in each.items() if one.verdict != ESTIMABLE})
    if frail:
        doubts.append(f"{len(frail)} of {len(heard[0])} strata are fragile: {', '.join(frail)}.")
    return doubts


def _widened(hull: Interval, heard: Sequence[Mapping[str, Heard]]) -> Interval:
    """What wrong links would do, strata weighed by their totals."""
    pairs = [
        (one.models[0].estimate, one.linkage)
        for each in heard
        for one in each.values()
        if one.models and one.linkage is not None
    ]
    if not pairs:
        return hull
    whole = sum(total for total, _ in pairs)
    low = sum(total * link.if_missed for total, link in pairs) / whole
    high = sum(total * link.if_false for total, link in pairs) / whole
    return Interval(int(hull.floor * min(low, 1.0)), int(np.ceil((hull.high or 0) * max(high, 1.0))))
