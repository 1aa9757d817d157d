"""All methods on one usable table, and what they say together."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from recount.estimation.bayes import decomposable_graphs, other_priors
from recount.estimation.bounds import if_independent, leaning, least
from recount.estimation.classes import LATENT_CLASSES, latent_classes, other_classes
from recount.estimation.headline import (
    METHOD,
    NOT_ESTIMABLE,
    caveats,
    envelope,
    envelope_of,
    fingerprint,
    links,
    observed,
    without_ranges,
    written,
)
from recount.estimation.linkages import KIND as ACCEPTED
from recount.estimation.linkages import accepted_alone, over_linkages
from recount.estimation.loglinear_voices import LogLinear, log_linear, silent
from recount.estimation.mislinked import Doubt, doubt
from recount.estimation.patterns import Patterns, canonical
from recount.estimation.processes import begun
from recount.estimation.profile import profiled
from recount.estimation.sensitivity import highest_order, one_list_out, out_of_reach, two_lists_merged
from recount.estimation.settings import EstimationSettings
from recount.estimation.usable import Usable
from recount.estimation.verdict import disagreement, verdict
from recount.estimation.work import Voice, Work
from recount.model.estimates import CaptureTable, Estimate, FittedModel, MethodEstimate, WhatIf
from recount.model.ids import digest
from recount.plugins import plug_in

Method = Callable[[Work], Voice]
"""A method of estimation: what it says of a table, and its draws of the total. Others arrive by the entry point
`recount.methods`; several are joined as in `standard+theirs`."""

LATENT_NAME = "latent-classes"
_GLANCED = 5
METHODS: dict[str, Method] = {"decomposable-graphs": decomposable_graphs, LATENT_NAME: latent_classes}
SETS = {
    "standard": ("log-linear", "decomposable-graphs"),
    "suite": ("log-linear", "decomposable-graphs", LATENT_NAME),
}


@dataclass(frozen=True, slots=True, eq=False)
class Heard:
    """Everything the methods say of one table, before it is put into one estimate."""

    voices: tuple[Voice, ...]
    models: tuple[FittedModel, ...]
    linkage: Doubt | None
    sensitivity: tuple[WhatIf, ...]
    verdict: str
    reasons: tuple[str, ...]

    @property
    def methods(self) -> tuple[MethodEstimate, ...]:
        """The methods' own estimates."""
        return tuple(voice.told for voice in self.voices)


Clock = Callable[[], float]


def _timeless() -> float:
    return 0.0


def hear(
    part: Usable, settings: EstimationSettings, stratum: str, workers: int = 1, *, clock: Clock = _timeless
) -> Heard:
    """Ask every method, judge what they say together, and ask what would change it; the clock only times them."""
    ordered = canonical(part.patterns)
    glances = LATENT_NAME in _chosen(settings.method) and ordered.width <= _GLANCED
    with begun(workers if glances else 1, partial(_glances, ordered, settings.seed)) as asked_again:
        heard = judge(part, settings, stratum, workers, clock=clock)
        settled = any(voice.told.name == LATENT_CLASSES and voice.told.settled for voice in heard.voices)
        again = asked_again() if glances and settled else ()
    wrong = heard.linkage.told(heard.models[0].estimate) if heard.linkage is not None and heard.models else ()
    linked = [what for what in heard.sensitivity if what.kind == ACCEPTED]
    beyond = out_of_reach(middle(heard.methods)) if heard.verdict != NOT_ESTIMABLE else ()
    asked = (*_sensitivity(part.patterns, ordered), *again, *wrong, *linked, *beyond)
    return replace(heard, sensitivity=asked)


def judge(
    part: Usable, settings: EstimationSettings, stratum: str, workers: int = 1, *, clock: Clock = _timeless
) -> Heard:
    """Range and verdict as `hear` gives them, sooner: only the assumptions that they rest on are varied."""
    ordered = canonical(part.patterns)
    work = Work(ordered, settings, _seed(ordered, settings, stratum), workers)
    found, accepted = _run(work, clock)
    voices = _averaged(part, found, accepted, work) if part.linkages else accepted
    alone = accepted_alone(accepted, ordered.observed) if part.linkages else ()
    varied = (least(part.patterns), *one_list_out(part.patterns), *alone)
    word, reasons = verdict(found, [voice.told for voice in voices], part, varied)
    linkage = None if part.linkages else _linkage(ordered, found, settings)
    return Heard(voices, found.models, linkage, varied, word, reasons)


def _averaged(part: Usable, found: LogLinear, accepted: tuple[Voice, ...], work: Work) -> tuple[Voice, ...]:
    """The voices over all usable draws of the linkage, lists in the order of the accepted one's."""
    lists = part.patterns.lists
    order = [lists.index(name) for name in work.table.lists]
    linkages = [table.only(order) for table in part.linkages if table is not None]
    others = _others(work.settings.method) if len(accepted) > len(found.voices) else {}
    return over_linkages(accepted, found, others, linkages, work) if linkages else accepted


def suite(table: CaptureTable, part: Usable, settings: EstimationSettings, workers: int = 1) -> Estimate:
    """Estimate a table that passed every check made before any number."""
    return told(table, part, hear(part, settings, table.stratum, workers), settings)


def told(table: CaptureTable, part: Usable, heard: Heard, settings: EstimationSettings) -> Estimate:
    """What was heard, as one estimate with one verdict."""
    least = min(observed(each) for each in (table, *table.drawn))
    hull = envelope(heard.methods, least)
    if hull is not None and heard.linkage is not None:
        hull = envelope_of(heard.linkage.widened(hull), least)
    sayable = heard.verdict != NOT_ESTIMABLE
    return Estimate(
        stratum=table.stratum,
        lists=table.lists,
        observed=observed(table),
        method=METHOD,
        verdict=heard.verdict,
        reasons=heard.reasons,
        interval=hull if sayable else None,
        median=middle(heard.methods) if sayable else None,
        models=heard.models,
        caveats=(*part.notes, *caveats(table), *(_leanings(table, part, settings) if sayable else ())),
        settings=(*written(settings, len(table.linkages)), *_dropped(part)),
        digest=fingerprint(table),
        methods=heard.methods if sayable else without_ranges(heard.methods),
        disagreement=disagreement(heard.methods),
        sensitivity=heard.sensitivity if sayable else without_ranges(heard.sensitivity),
    )


def _seed(ordered: Patterns, settings: EstimationSettings, stratum: str) -> np.random.SeedSequence:
    """One stream per table: strata draw apart, and renaming lists changes nothing."""
    name = int(digest(stratum.encode())[:8], 16)
    return np.random.SeedSequence([settings.seed, name, *(int(count) for count in ordered.counts)])


def _run(work: Work, clock: Clock) -> tuple[LogLinear, tuple[Voice, ...]]:
    """The chosen methods, each with a seed of its own; log-linear models are fitted in any case, for the verdict."""
    others = _others(work.settings.method)
    begun = clock()
    wanted = "log-linear" in _chosen(work.settings.method)
    found = log_linear(_apart(work, "log-linear")) if wanted else silent(work.table)
    heard = [replace(voice, seconds=clock() - begun) for voice in found.voices]
    for name, method in others.items() if found.suite.reached.any() else ():
        begun = clock()
        voice = method(_apart(work, name))
        heard.append(replace(voice, seconds=clock() - begun))
    return found, tuple(heard)


def _others(method: str) -> dict[str, Method]:
    """The chosen methods but log-linear models."""
    return {name: _method(name) for name in _chosen(method) if name != "log-linear"}


def _chosen(method: str) -> list[str]:
    """Names of methods, sets of them written out."""
    named = (name.strip() for name in method.split("+"))
    return list(dict.fromkeys(each for name in named for each in SETS.get(name, (name,))))


def _method(name: str) -> Method:
    known = {**METHODS, **dict.fromkeys(("log-linear", *SETS))}
    found: Method = plug_in("recount.methods", name, known)
    return found


def _apart(work: Work, name: str) -> Work:
    """The same work with a seed that no other method draws from."""
    own = np.random.SeedSequence(entropy=work.seed.entropy, spawn_key=(int(digest(name.encode())[:8], 16),))
    return replace(work, seed=own)


def _linkage(table: Patterns, found: LogLinear, settings: EstimationSettings) -> Doubt | None:
    """What wrong links would do to the best model's total, where there is one."""
    if not found.suite.reached.any() or not (settings.missed_links or settings.false_links):
        return None
    best = found.suite.models[int(np.argmin(found.suite.bic))]
    return doubt(table, best, settings.missed_links, settings.false_links)


def _sensitivity(table: Patterns, ordered: Patterns) -> Iterator[WhatIf]:
    yield least(table)
    yield from profiled(ordered)
    yield from highest_order(table)
    yield from one_list_out(table)
    yield from two_lists_merged(table)
    if table.width <= 5:
        yield from other_priors(table)
    yield from if_independent(table)


def _glances(table: Patterns, seed: int) -> tuple[WhatIf, ...]:
    """Latent classes under other priors."""
    return tuple(other_classes(table, seed))


def _leanings(table: CaptureTable, part: Usable, settings: EstimationSettings) -> Iterator[str]:
    """What a range leans on, and which way it may err."""
    yield from leaning(part.patterns)
    yield from links(settings, len(table.linkages))


def middle(methods: Sequence[MethodEstimate]) -> float | None:
    """The median of the methods' medians."""
    medians = [method.median for method in methods if method.interval is not None and method.median is not None]
    return round(float(np.median(medians)), 2) if medians else None


def _dropped(part: Usable) -> Iterator[tuple[str, str]]:
    if part.dropped:
        yield "lists left out", ", ".join(part.dropped)
