"""An estimate with all that is needed to show it: the table, the draws, and how long each method took."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace

import numpy as np

from recount.estimation.headline import ESTIMABLE, FRAGILE, NOT_ESTIMABLE, estimate
from recount.estimation.patterns import Patterns
from recount.estimation.settings import EstimationSettings
from recount.estimation.suite import Heard, hear, told
from recount.estimation.usable import usable
from recount.estimation.work import Voice
from recount.model.estimates import CaptureTable, Estimate, MethodEstimate

_NO_TABLE = CaptureTable((), ())
_AS_WRITTEN = EstimationSettings()


@dataclass(frozen=True, slots=True, eq=False)
class Report(Estimate):
    """An estimate that can show itself: in a notebook as it stands, on a page, as JSON, as a method note."""

    table: CaptureTable = _NO_TABLE
    chosen: EstimationSettings = _AS_WRITTEN
    voices: tuple[Voice, ...] = ()

    @property
    def sayable(self) -> bool:
        """Whether there is a range; where there is none, no method has one either."""
        return self.verdict != NOT_ESTIMABLE

    @property
    def patterns(self) -> Patterns:
        """The part of the table that the estimate rests on."""
        return usable(self.table).patterns

    def _repr_html_(self) -> str:
        from recount.estimation.page import fragment

        return fragment(self)


def report(
    table: CaptureTable,
    settings: EstimationSettings | None = None,
    *,
    workers: int = 1,
    clock: Callable[[], float] = lambda: 0.0,
) -> Report:
    """Estimate a table and keep what a reader may want to see.

    Args:
        table: the capture table.
        settings: as for `estimate`, which gives the same numbers.
        workers: how many bootstrap batches are drawn at a time; it changes no number.
        clock: seconds from anywhere; without one no method is told how long it took.

    Raises:
        NotEstimable: the table is malformed.
    """
    chosen = settings or EstimationSettings()
    part = usable(table)
    if part.refusals:
        return _shown(estimate(table, chosen), table, chosen, ())
    heard: Heard = hear(part, chosen, table.stratum, workers, clock=clock)
    return _shown(told(table, part, heard, chosen), table, chosen, heard.voices)


def _shown(found: Estimate, table: CaptureTable, chosen: EstimationSettings, voices: tuple[Voice, ...]) -> Report:
    given = {field.name: getattr(found, field.name) for field in fields(Estimate)}
    voices = tuple(replace(voice, told=method) for voice, method in zip(voices, found.methods, strict=True))
    return Report(**given, table=table, chosen=chosen, voices=voices)


def as_plain(shown: Report) -> dict[str, object]:
    """The report for a script: names and numbers only."""
    seconds = {voice.told.name: round(voice.seconds, 2) for voice in shown.voices}
    return of_estimate(shown, seconds) | {"people": dict(sizes(shown.table))}


def of_estimate(shown: Estimate, seconds: Mapping[str, float] | None = None) -> dict[str, object]:
    """Any estimate for a script; `seconds` are how long each method took, where that is known."""
    interval, times = shown.interval, seconds or {}
    return {
        "observed": shown.observed,
        "stratum": shown.stratum,
        "lists": list(shown.lists),
        "verdict": shown.verdict,
        "reasons": list(shown.reasons),
        "headline": {
            "low": None if interval is None else interval.low,
            "high": None if interval is None else interval.high,
            "median": shown.median,
            "disagreement": shown.disagreement,
        },
        "methods": [_method(method, times.get(method.name)) for method in shown.methods],
        "models": [
            {"terms": list(model.terms), "estimate": model.estimate, "bic": model.criterion, "weight": model.weight}
            for model in shown.models
        ],
        "sensitivity": [
            {
                "kind": what.kind,
                "says": what.says,
                "total": what.total,
                "low": None if what.interval is None else what.interval.low,
                "high": None if what.interval is None else what.interval.high,
            }
            for what in shown.sensitivity
        ],
        "caveats": list(shown.caveats),
        "settings": dict(shown.settings),
        "data_digest": shown.digest,
        "seed": int(dict(shown.settings)["seed"]),
    }


def _method(method: MethodEstimate, seconds: float | None) -> dict[str, object]:
    found, interval = dict(method.diagnostics), method.interval
    return {
        "name": method.name,
        "settings": dict(method.settings),
        "estimate": method.estimate,
        "median": method.median,
        "mean": method.mean,
        "low": None if interval is None else interval.low,
        "high": None if interval is None else interval.high,
        "level": method.level,
        **{name: _finite(found.get(name)) for name in ("rhat", "ess_bulk", "ess_tail")},
        "converged": method.settled,
        "beyond_21n": found.get("beyond_21n"),
        "diagnostics": {name: _finite(number) for name, number in found.items()},
        "says": list(method.says),
        "seconds": seconds,
    }


def _finite(number: float | None) -> float | None:
    return number if number is not None and np.isfinite(number) else None


def sizes(table: CaptureTable) -> list[tuple[str, int]]:
    """How many people each list holds."""
    return [
        (name, sum(int(count) for history, count in table.counts if history[place]))
        for place, name in enumerate(table.lists)
    ]


MEANINGS = {
    ESTIMABLE: "The methods agree. People whom hardly any list could reach leave no trace: no list can show them.",
    FRAGILE: "There is a range, and there are reasons to doubt it. Say them wherever you say the range.",
    NOT_ESTIMABLE: "These lists cannot carry a total. The number documented stands, and is a floor.",
}
"""What each verdict means, in a sentence for anybody."""


def headline(shown: Estimate) -> str:
    """The one sentence that may be quoted."""
    if shown.interval is None or shown.verdict == NOT_ESTIMABLE:
        return (
            f"{shown.observed:,} people are documented; how many more there are cannot be estimated from these lists."
        )
    low, high = shown.interval.low, shown.interval.high
    return f"Between {low:,} and {high:,} people, of whom {shown.observed:,} are documented."
