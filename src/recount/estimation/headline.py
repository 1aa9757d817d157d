"""One verdict and one honest range per table, or a refusal that says what would help."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from recount.estimation.settings import EstimationSettings
from recount.model.estimates import (
    ESTIMABLE,
    FRAGILE,
    NOT_ESTIMABLE,
    CaptureTable,
    Estimate,
    MethodEstimate,
    WhatIf,
)
from recount.model.ids import digest
from recount.model.interval import Interval

if TYPE_CHECKING:
    from recount.estimation.usable import Usable

__all__ = ["ESTIMABLE", "FRAGILE", "NOT_ESTIMABLE", "estimate", "estimate_linkages", "estimate_strata"]
METHOD = "multiple systems estimation"


def estimate(table: CaptureTable, settings: EstimationSettings | None = None, *, workers: int = 1) -> Estimate:
    """Estimate the total, those on no list included, or say why the table cannot carry an estimate.

    The result depends on the table, the settings and their seed alone: neither on the order or names of the lists nor
    on the number of workers. Take `fragile` at its word: the range is honest about the models tried, no further.

    Raises:
        NotEstimable: the table is malformed, and the message says where; a sound table that cannot be estimated is
            no error but a verdict.
    """
    from recount.estimation.usable import usable

    chosen = settings or EstimationSettings()
    part = usable(table)
    if part.refusals:
        return _refused(table, part, chosen)
    from recount.estimation.suite import suite

    return suite(table, part, chosen, workers)


def estimate_strata(
    tables: Mapping[str, CaptureTable], settings: EstimationSettings | None = None, *, imputations: int = 10
) -> Estimate:
    """Estimate a total as the sum of its strata: draws are summed, victims of unknown stratum imputed.

    Where a stratum cannot be estimated there is no total, and the reasons name the stratum.
    """
    from recount.estimation.strata import summed

    return summed(tables, settings, imputations=imputations)


def estimate_linkages(tables: Sequence[CaptureTable], settings: EstimationSettings | None = None) -> Estimate:
    """Estimate a total over draws of the linkage, one table each, so that the range holds the doubt about links."""
    from recount.estimation.linkages import averaged

    return averaged(tables, settings)


def _refused(table: CaptureTable, part: "Usable", settings: EstimationSettings) -> Estimate:
    from recount.estimation.bounds import if_independent

    return Estimate(
        stratum=table.stratum,
        lists=table.lists,
        observed=observed(table),
        method=METHOD,
        verdict=NOT_ESTIMABLE,
        reasons=part.refusals,
        caveats=(*part.notes, *caveats(table)),
        settings=written(settings),
        digest=fingerprint(table),
        sensitivity=tuple(if_independent(part.patterns)),
    )


def observed(table: CaptureTable) -> int:
    """Victims on at least one list; a count at the empty history is nobody's observation."""
    return sum(int(count) for history, count in table.counts if any(history))


def written(settings: EstimationSettings, linkages: int = 0) -> tuple[tuple[str, str], ...]:
    """The settings that shape the numbers, for the method note."""
    assumed = () if linkages else ("missed_links", "false_links")
    told = tuple((name, str(getattr(settings, name))) for name in ("method", "replicates", "seed", "level", *assumed))
    return (*told, ("draws of the linkage", str(linkages))) if linkages else told


def fingerprint(table: CaptureTable) -> str:
    """Digest of the counts and the lists' names."""
    rows, *drawn = (
        sorted((tuple(history), int(count)) for history, count in counts if count)
        for counts in (table.counts, *table.linkages)
    )
    return digest(repr((table.lists, rows, *drawn)).encode())


def caveats(table: CaptureTable) -> list[str]:
    """What an estimate from lists assumes and no list can show."""
    return [
        "The total assumes that everybody could be on at least one of these lists, and that the lists are of the same "
        "deaths; neither can be seen in the lists themselves.",
        "People whom hardly any list could reach leave no trace in the overlaps, and no verdict knows of them. Only "
        "somebody who knows how the lists were made can say whether there were such people.",
        *_windows(table),
    ]


def links(settings: EstimationSettings, linkages: int = 0) -> list[str]:
    """What a range says of wrong links between lists."""
    if linkages:
        return [f"The range averages over {linkages} draws of the linkage: of who is who among the records."]
    missed, false = settings.missed_links, settings.false_links
    if not (missed or false):
        return ["The range takes every link between lists for right; missed links raise a total, false ones lower it."]
    return [f"The range allows for {missed:.0%} of the links between lists missed and {false:.0%} false, no more."]


def _windows(table: CaptureTable) -> list[str]:
    windows = [window for window in table.windows if window is not None]
    if not windows or len(windows) != len(table.lists) or len(table.windows) != len(table.lists):
        return ["It is not known for every list which days it covers; a list that covers other days biases the total."]
    starts = [window.start for window in windows if window.start is not None]
    ends = [window.end for window in windows if window.end is not None]
    if len(starts) < len(windows) or len(ends) < len(windows):
        return ["A list has no first or last day; a list that covers other days biases the total."]
    whole = (max(ends) - min(starts)).days + 1
    short = [
        f"{name} ({window})"
        for name, window in zip(table.lists, windows, strict=True)
        if (window.days or 0) < 0.9 * whole
    ]
    if not short:
        return []
    return [
        f"Some lists cover fewer days than others: {', '.join(short)} of {min(starts)} to {max(ends)}. Deaths outside "
        "a list's days could never be on it, which biases the total; estimate the shared days alone."
    ]


T = TypeVar("T", MethodEstimate, WhatIf)


def without_ranges(told: Iterable[T]) -> tuple[T, ...]:
    """The same without intervals: where the total is refused, no method's range is said either."""
    return tuple(replace(one, interval=None) for one in told)


def envelope(methods: Sequence[MethodEstimate], floor: int) -> Interval | None:
    """The hull of the methods' intervals, never below the number observed."""
    intervals = [method.interval for method in methods if method.interval is not None]
    if not intervals:
        return None
    hull = intervals[0]
    for interval in intervals[1:]:
        hull = hull.hull(interval)
    return envelope_of(hull, floor)


def envelope_of(hull: Interval, floor: int) -> Interval:
    """A range never below the number observed."""
    return Interval(max(hull.floor, floor), max(hull.high or 0, floor))
