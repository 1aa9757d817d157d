"""What a build came to, in one screen."""

from dataclasses import dataclass
from pathlib import Path

from recount.case import Case
from recount.model.evidence import SetAside
from recount.model.findings import Estimate, Findings
from recount.model.interval import Interval
from recount.model.ledger import Figure
from recount.model.scope import Scope

_SHOWN = 12
"""How many things of one kind are printed before the rest is only counted."""


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One figure of the summary."""

    name: str
    says: str
    low: int | float | None
    high: int | float | None
    unknown: int
    scope: Scope


@dataclass(frozen=True, slots=True)
class EstimateLine:
    """One estimate of the summary."""

    stratum: str
    verdict: str
    low: int | float | None
    high: int | float | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """What `recount build` prints; its fields are those of `--json`."""

    case: str
    simulated: bool
    found: tuple[tuple[str, int], ...]
    figures: tuple[FigureLine, ...]
    estimates: tuple[EstimateLine, ...]
    discrepancies: tuple[str, ...]
    stale: tuple[str, ...]
    set_aside: tuple[SetAside, ...]
    pages: str
    truth: tuple[str, ...]


def summary(case: Case, findings: Findings) -> Summary:
    """Everything worth telling of a build."""
    return Summary(
        case=findings.case.name,
        simulated=findings.case.simulated,
        found=_found(findings),
        figures=tuple(_figure(figure) for figure in findings.figures),
        estimates=tuple(_estimate(estimate) for estimate in findings.estimates),
        discrepancies=tuple(f"{found.kind}: {found.title}" for found in findings.discrepancies),
        stale=findings.stale,
        set_aside=findings.set_aside,
        pages=str(case.site / "index.html"),
        truth=_truth(case.root / "truth", findings),
    )


def as_text(told: Summary) -> str:
    """The summary for a terminal."""
    lines = [told.case + (" (simulated: every person and event is invented)" if told.simulated else ""), ""]
    wide = max((len(figure.name) for figure in told.figures[:_SHOWN]), default=0)
    lines += [f"  {figure.name:<{wide}}  {figure.says}" for figure in told.figures[:_SHOWN]]
    lines += _more(len(told.figures), "figures", "recount count CASE --all")
    lines += [_estimated(estimate, wide) for estimate in told.estimates if estimate.stratum == "all"]
    lines += ["", "  " + ", ".join(f"{number:,} {name}" for name, number in told.found)]
    lines += _part("What cannot all be true", told.discrepancies, "the pages")
    lines += _part("Set aside", [str(one) for one in told.set_aside], "build/set-aside.txt")
    lines += _part("Decisions whose evidence has changed since; decide again", told.stale, "the pages")
    lines += _part("Compared with the truth", told.truth, "--json")
    return "\n".join([*lines, "", f"Pages: {told.pages}"])


def _part(title: str, said: "list[str] | tuple[str, ...]", where: str) -> list[str]:
    if not said:
        return []
    return ["", f"{title} ({len(said):,})", *(f"  {one}" for one in said[:_SHOWN]), *_more(len(said), "", where)]


def _more(number: int, what: str, where: str) -> list[str]:
    return [f"  … and {number - _SHOWN:,} more {what}".rstrip() + f": see {where}"] if number > _SHOWN else []


def _figure(figure: Figure) -> FigureLine:
    balance = figure.balance
    return FigureLine(
        figure.name, str(balance), balance.interval.low, balance.interval.high, balance.unknown, figure.scope
    )


def _estimate(estimate: Estimate) -> EstimateLine:
    interval = estimate.interval or Interval()
    return EstimateLine(estimate.stratum, estimate.verdict, interval.low, interval.high, estimate.reasons)


def _estimated(line: EstimateLine, wide: int) -> str:
    interval = Interval(line.low, line.high)
    says = f"{interval} with the undocumented, {line.verdict}" if interval.known else line.verdict
    return f"  {'estimated':<{wide}}  {says}" + (f": {'; '.join(line.reasons)}" if line.reasons else "")


def _found(findings: Findings) -> tuple[tuple[str, int], ...]:
    return (
        ("documents", len(findings.documents)),
        ("claims", len(findings.claims)),
        ("records", len(findings.records)),
        ("people", len(findings.resolution.victims)),
        ("incidents", len(findings.incidents)),
        ("official positions", len(findings.acknowledgements)),
        ("decisions", len(findings.decisions)),
    )


def _truth(folder: Path, findings: Findings) -> tuple[str, ...]:
    """How near the findings are to the truth of a simulated case, which no earlier step has read."""
    if not (findings.case.simulated and folder.is_dir()):
        return ()
    from recount.simulation import compare

    return tuple(compare(folder, findings).table().splitlines())
