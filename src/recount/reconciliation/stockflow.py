"""Monthly reports held against their own sums: what was open, came in, was closed, and is open still (rule 29)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from recount.model.assertions import MonthlyReport
from recount.model.discrepancies import Discrepancy, DiscrepancyKind
from recount.model.findings import Findings
from recount.model.interval import Interval, exactly
from recount.reconciliation.claims import called, discrepancy

_Reports = list[MonthlyReport]
_FIGURES = (
    ("carried", "carried over"),
    ("new", "new"),
    ("closed", "closed"),
    ("still_open", "still open"),
    ("credible", "credible"),
    ("non_credible", "non-credible"),
    ("duplicate", "duplicate"),
    ("deaths", "deaths"),
    ("total", "running total"),
)


def stock_flow(findings: Findings) -> list[Discrepancy]:
    """The months whose numbers do not add up, each with the sum that fails, and the months that were restated.

    Four sums are checked wherever all their numbers are given: carried + new - closed = still open; credible +
    non-credible + duplicate = closed; what was still open is carried into the next month; the running total before +
    deaths + corrections of earlier months = the running total after. A month that was restated counts as restated.
    """
    found: list[Discrepancy] = []
    for reports in _by_series(findings):
        found += _restated(reports, findings)
        standing = _standing(reports)
        for report in standing:
            found += _within(report, findings)
        for before, after in pairwise(standing):
            if _next(before) == after.month.start:
                found += _across(before, after, findings)
    return found


def _by_series(findings: Findings) -> list[_Reports]:
    """The reports of one party in one source, in order of month and of when they were stated."""
    series: dict[tuple[str, str], _Reports] = {}
    for one in sorted(findings.monthly, key=_order):
        series.setdefault((one.source, one.party), []).append(one)
    return [series[key] for key in sorted(series)]


def _order(one: MonthlyReport) -> tuple[date, date, int, str]:
    return (one.month.start or date.min, one.stated or date.min, one.locator.row or 0, one.id)


def _standing(reports: _Reports) -> _Reports:
    """Of each month the report that was stated last."""
    return list({report.month.start: report for report in reports}.values())


def _next(report: MonthlyReport) -> date | None:
    start = report.month.start
    if start is None:
        return None
    return date(start.year + start.month // 12, start.month % 12 + 1, 1)


def month_of(report: MonthlyReport) -> str:
    """A month as sentences name it: 2017-03."""
    return "an unknown month" if report.month.start is None else report.month.start.isoformat()[:7]


def _within(one: MonthlyReport, findings: Findings) -> Iterator[Discrepancy]:
    if one.carried is not None and one.new is not None and one.closed is not None and one.still_open is not None:
        computed = one.carried + one.new - one.closed
        says = f"{one.carried} carried over + {one.new} new − {one.closed} closed = {computed}"
        parts = (("carried over", one.carried), ("new", one.new), ("closed", one.closed))
        yield from _checked((one,), _Sum(says, "still open", computed, one.still_open, parts), findings)
    if one.credible is not None and one.non_credible is not None and one.closed is not None:
        yield from _verdicts(one, one.credible, one.non_credible, one.closed, findings)


def _verdicts(
    one: MonthlyReport, credible: int, non_credible: int, closed: int, findings: Findings
) -> Iterator[Discrepancy]:
    """Where no number of duplicates is given they are not zero but unknown, and only too many verdicts can fail."""
    both = credible + non_credible
    if one.duplicate is None and both <= closed:
        return
    computed = both + (one.duplicate or 0)
    says = f"{credible} credible + {non_credible} non-credible"
    says += f" = {computed}" if one.duplicate is None else f" + {one.duplicate} duplicate = {computed}"
    doubled = () if one.duplicate is None else (("duplicate", one.duplicate),)
    parts = (("credible", credible), ("non-credible", non_credible), *doubled)
    yield from _checked((one,), _Sum(says, "closed", computed, closed, parts), findings)


def _across(before: MonthlyReport, after: MonthlyReport, findings: Findings) -> Iterator[Discrepancy]:
    pair = (before, after)
    if before.still_open is not None and after.carried is not None:
        says = f"{before.still_open} were still open at the end of {month_of(before)}"
        parts: tuple[tuple[str, int], ...] = (("still open", before.still_open),)
        yield from _checked(pair, _Sum(says, "carried over", before.still_open, after.carried, parts), findings)
    if before.total is not None and after.deaths is not None and after.total is not None:
        change = after.correction or 0
        computed = before.total + after.deaths + change
        corrected = "" if not change else f" {'+' if change > 0 else '−'} {abs(change)} corrected"
        says = f"{before.total} before + {after.deaths} new deaths{corrected} = {computed}"
        parts = (("total before", before.total), ("deaths", after.deaths), ("correction", abs(change)))
        yield from _checked(pair, _Sum(says, "in total", computed, after.total, parts), findings)


@dataclass(frozen=True, slots=True)
class _Sum:
    """One sum: how it reads, what it is of, what it comes to, what was reported, and its parts by name."""

    says: str
    what: str
    computed: int
    reported: int
    parts: tuple[tuple[str, int], ...]


def _checked(reports: tuple[MonthlyReport, ...], one: _Sum, findings: Findings) -> Iterator[Discrepancy]:
    """The sum where it does not hold, named after the last month it speaks of."""
    if one.computed == one.reported:
        return
    month, who = month_of(reports[-1]), called((reports[-1].party,), findings)
    title = f"{month}: {one.what}, {one.reported} instead of {one.computed}"
    says = f"{month}, {who}: {one.says}, but {one.reported} are reported as {one.what}. The sum does not hold."
    numbers = [(name, exactly(value)) for name, value in one.parts]
    numbers += [("computed", exactly(one.computed))] if one.computed >= 0 else []
    numbers.append(("reported", exactly(one.reported)))
    subjects = [report.position for report in reports]
    yield discrepancy(DiscrepancyKind.IDENTITY, title, says, subjects, strength=0.7, numbers=numbers, holds=False)


def _restated(reports: _Reports, findings: Findings) -> Iterator[Discrepancy]:
    """Months reported more than once: what a later statement changed; the earlier one is kept."""
    for before, after in pairwise(reports):
        changes = _changes(before, after) if before.month == after.month else []
        if changes:
            told = ", ".join(f"{name} {old} to {new}" for name, old, new in changes)
            says = f"{month_of(after)} was restated by {called((after.party,), findings)}: {told}. The earlier is kept."
            numbers: list[tuple[str, Interval]] = []
            for name, old, new in changes:
                numbers += [(f"{name} before", exactly(old)), (f"{name} now", exactly(new))]
            subjects = (before.position, after.position)
            title = f"{month_of(after)}: restated"
            yield discrepancy(DiscrepancyKind.SUPERSEDED, title, says, subjects, strength=0.35, numbers=numbers)


def _changes(before: MonthlyReport, after: MonthlyReport) -> list[tuple[str, int, int]]:
    found = []
    for field, name in _FIGURES:
        old, new = getattr(before, field), getattr(after, field)
        if old is not None and new is not None and old != new:
            found.append((name, old, new))
    return found
