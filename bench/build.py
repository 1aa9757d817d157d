"""Time and peak memory of each step of a build, beside its limit: `python bench/build.py [CASE] [--workers N]`.

The case is copied to a temporary folder and built there from nothing. Ends with code 1 when a limit is passed. With
`--large` the case is an invented war of five years: 50,000 rows in all, of which 17,000 are of some 10,000 incidents in
two databases, 12,000 are positions and the others people; only the whole has a limit then.
"""

import argparse
import os
import shutil
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from recount.case import open_case
from recount.pipeline import walk
from recount.simulation import SimulationSettings, simulate

ROOT = Path(__file__).resolve().parents[1]
LIMITS = {
    "ingest": (10, 500),
    "extract": (10, 500),
    "link": (20, 1500),
    "resolve": (5, 800),
    "cluster": (5, 800),
    "assess": (5, 800),
    "count": (5, 800),
    "estimate": (15, 800),
    "publish": (20, 1000),
    "everything": (60, 2000),
    "again, unchanged": (1, 500),
}
"""Processor seconds, those of workers included, and megabytes, for the invented city."""

LARGE_LIMITS = {"everything": LIMITS["everything"]}
"""The same for the war of five years."""


LARGE = SimulationSettings(
    deaths=40_200,
    register_rows=13_500,
    hospital_share=0.04,
    victims_share=0.07,
    official_share=0.06,
    recorded=20.0,
    rounds=8,
    seed=4,
    end=date(2023, 9, 10),
)


@dataclass(frozen=True)
class Measured:
    """One step: seconds passed, processor seconds, and the most memory the process held meanwhile, in megabytes."""

    name: str
    seconds: float
    processor: float
    megabytes: float


class Stopwatch:
    """Measures from the start of one step to the start of the next."""

    def __init__(self) -> None:
        self.steps: list[Measured] = []
        self._name = ""
        self._started = (0.0, 0.0)

    def start(self, name: str) -> None:
        """End the running step and begin another."""
        self.stop()
        _forget_peak()
        self._name, self._started = name, _clocks()

    def stop(self) -> None:
        """End the running step."""
        if self._name:
            self.steps.append(_since(self._name, self._started, _peak()))
        self._name = ""


def _clocks() -> tuple[float, float]:
    spent = os.times()
    return time.perf_counter(), spent.user + spent.system + spent.children_user + spent.children_system


def _since(name: str, started: tuple[float, float], megabytes: float) -> Measured:
    passed, spent = _clocks()
    return Measured(name, passed - started[0], spent - started[1], megabytes)


def _forget_peak() -> None:
    """Let Linux measure the peak of memory anew; elsewhere it stays that of the whole run."""
    try:
        Path("/proc/self/clear_refs").write_text("5")
    except OSError:
        return


def _peak() -> float:
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * 1024)


def measure(case: Path, workers: int) -> list[Measured]:
    """Build a copy of a case from nothing, then again."""
    with tempfile.TemporaryDirectory() as temporary:
        copy = Path(temporary) / case.name
        shutil.copytree(case, copy, ignore=shutil.ignore_patterns("build", "site"))
        watch = Stopwatch()
        started = _clocks()
        walk(open_case(copy), workers, watch.start)
        watch.stop()
        whole = _since("everything", started, max(step.megabytes for step in watch.steps))
        _forget_peak()
        started = _clocks()
        walk(open_case(copy), workers)
        return [*watch.steps, whole, _since("again, unchanged", started, _peak())]


def table(measured: list[Measured], limits: dict[str, tuple[int, int]]) -> tuple[str, bool]:
    """The measurements as Markdown, and whether every one is within its limit."""
    lines = ["| step | seconds | processor seconds | limit | MB | limit |", "|---|---|---|---|---|---|"]
    within = True
    for step in measured:
        seconds, megabytes = limits.get(step.name, (None, None))
        fits = (seconds is None or step.processor <= seconds) and (megabytes is None or step.megabytes <= megabytes)
        within = within and fits
        mark = "" if fits else " **over**"
        numbers = (
            f"{step.seconds:.2f}",
            f"{step.processor:.2f}",
            seconds or "",
            f"{step.megabytes:.0f}",
            megabytes or "",
        )
        lines.append(f"| {step.name}{mark} | " + " | ".join(map(str, numbers)) + " |")
    return "\n".join(lines), within


def main() -> None:
    """Measure, print, and end with 1 when something is over its limit."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("case", nargs="?", type=Path, default=ROOT / "examples" / "invented-city")
    asked.add_argument("--workers", type=int, default=2)
    asked.add_argument("--large", action="store_true")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder) / "large" if given.large else given.case
        if given.large:
            simulate(case, LARGE)
        text, within = table(measure(case, given.workers), LARGE_LIMITS if given.large else LIMITS)
    print(text)
    sys.exit(not within)


if __name__ == "__main__":
    main()
