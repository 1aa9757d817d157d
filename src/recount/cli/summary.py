"""What a build came to, in one screen."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recount.cli.ledger import says
from recount.model.estimates import Estimate
from recount.model.evidence import SetAside
from recount.model.interval import Interval, Number
from recount.model.ledger import Figure
from recount.store import encode
from recount.store.files import write_atomically

if TYPE_CHECKING:
    from recount.pipeline import Build
    from recount.simulation.comparison import Comparison

_SHOWN = 8
"""How many things of one kind are printed before the rest is only counted."""


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One figure of the summary."""

    name: str
    says: str
    low: Number | None
    high: Number | None
    unknown: int
    scope: str


@dataclass(frozen=True, slots=True)
class EstimateLine:
    """One estimate of the summary."""

    stratum: str
    verdict: str
    low: Number | None
    high: Number | None
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
    set_aside_in: str
    pages: str
    head: str
    computed: tuple[str, ...]
    truth: dict[str, object] | None


def summary(built: "Build", truth: "Comparison | None") -> Summary:
    """Everything worth telling of a build."""
    facts = built.case.settings.case
    return Summary(
        case=facts.name,
        simulated=facts.simulated,
        found=built.tally,
        figures=tuple(_figure(figure) for figure in built.figures),
        estimates=tuple(_estimate(estimate) for estimate in built.estimates),
        discrepancies=tuple(f"{found.kind}: {found.title}" for found in built.discrepancies),
        stale=built.stale,
        set_aside=built.set_aside,
        set_aside_in=str(built.case.build / "set-aside.txt"),
        pages=str(built.case.site / "index.html"),
        head=built.release.head,
        computed=built.ran,
        truth=None if truth is None else truth.as_json(),
    )


def as_json(told: Summary) -> str:
    """The summary for a script."""
    return encode(told).decode()


def as_text(told: Summary, truth: "Comparison | None") -> str:
    """The summary for a terminal."""
    lines = [told.case, *(["Simulated: every person and every event in it is invented."] if told.simulated else [])]
    lines += [f"Counted: {told.figures[0].scope}" if told.figures else "Nothing could be counted.", ""]
    lines += _figures(told)
    lines += ["", "  " + ", ".join(f"{number:,} {name}" for name, number in told.found)]
    lines += _part("What cannot all be true", _counted(told.discrepancies), told.pages)
    lines += _part("Set aside", [str(one) for one in told.set_aside], told.set_aside_in)
    lines += _part("Decisions whose evidence has changed since; decide again", told.stale, told.pages)
    lines += [] if truth is None else ["", "Compared with the truth", *(f"  {line}" for line in _table(truth))]
    return "\n".join([*lines, "", f"Pages: {told.pages}"])


def write_set_aside(built: "Build") -> None:
    """The whole list of what could not be used, in the one place the summary names."""
    text = "".join(f"{one}\n" for one in built.set_aside)
    write_atomically(built.case.build / "set-aside.txt", text.encode())


def _figures(told: Summary) -> list[str]:
    shown = told.figures[:_SHOWN]
    wide = max((len(line.name) for line in shown), default=0)
    lines = [f"  {line.name:<{wide}}  {line.says}" for line in shown]
    lines += _more(len(told.figures), "recount count --all")
    return lines + [_estimated(line, wide) for line in told.estimates if line.stratum == "all"]


def _counted(said: Sequence[str]) -> list[str]:
    """Equal lines once, in their order, with how often they stand there."""
    return [line if times == 1 else f"{line} ({times} times)" for line, times in Counter(said).items()]


def _part(title: str, said: Sequence[str], where: str) -> list[str]:
    if not said:
        return []
    return ["", f"{title} ({len(said):,})", *(f"  {one}" for one in said[:_SHOWN]), *_more(len(said), where)]


def _more(number: int, where: str) -> list[str]:
    return [f"  … and {number - _SHOWN:,} more: {where}"] if number > _SHOWN else []


def _table(truth: "Comparison") -> list[str]:
    return truth.table().splitlines()


def _figure(figure: Figure) -> FigureLine:
    balance = figure.balance
    interval = balance.interval
    return FigureLine(figure.name, str(balance), interval.low, interval.high, balance.unknown, says(figure.scope))


def _estimate(estimate: Estimate) -> EstimateLine:
    interval = estimate.interval or Interval()
    return EstimateLine(estimate.stratum, estimate.verdict, interval.low, interval.high, estimate.reasons)


def _estimated(line: EstimateLine, wide: int) -> str:
    interval = Interval(line.low, line.high)
    told = f"{interval} with the undocumented, {line.verdict}" if interval.known else line.verdict
    return f"  {'estimated':<{wide}}  {told}" + (f": {'; '.join(line.reasons)}" if line.reasons else "")
