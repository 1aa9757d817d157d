"""How fast the estimators are, and how much their draws are worth.

    python bench/estimation.py

Times are of this process's own processor, in seconds, each beside its limit; compare them on an idle machine, with
OPENBLAS_NUM_THREADS=1. Nothing is compiled. Draws are worth what ArviZ says of the log odds of being unseen; a long run
with its warm-up counts, as the figures of LCMCR in R do (65 a second on Kosovo, 7 on the six lists).
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from recount.estimation import EstimationSettings, estimate, read_table
from recount.estimation.capture import table_from_rows
from recount.estimation.chains import Effort, sample
from recount.estimation.convergence import convergence
from recount.estimation.decomposable import average
from recount.estimation.hierarchy import hierarchical
from recount.estimation.latent import Prior
from recount.estimation.loglinear import fit_all, resample
from recount.estimation.patterns import Patterns
from recount.model.estimates import CaptureTable

TABLES = Path(__file__).resolve().parents[1].parent / "shared" / "data" / "capture-tables"
KOSOVO = [306, 936, 123, 845, 31, 217, 32, 1131, 106, 228, 42, 177, 18, 181, 27]
"""Killings in Kosovo, 1999, histories 0001 to 1111: Ball et al. (2002)."""


def kosovo() -> CaptureTable:
    """The table of Kosovo."""
    return table_from_rows("EAOH", {tuple(map(int, f"{row + 1:04b}")): count for row, count in enumerate(KOSOVO)})


def invented(width: int, people: int = 5000) -> Patterns:
    """Independent lists of as many as said."""
    rng = np.random.default_rng(width)
    seen = (rng.random((people, width)) < rng.uniform(0.1, 0.4, width)) @ (1 << np.arange(width))
    counts = np.bincount(seen, minlength=1 << width).astype(float)
    counts[0] = 0
    return Patterns(tuple("ABCDEFG"[:width]), counts)


def as_patterns(table: CaptureTable) -> Patterns:
    """The same counts as the estimators take them."""
    counts = np.zeros(1 << len(table.lists))
    for history, count in table.counts:
        counts[sum(present << place for place, present in enumerate(history))] = count
    return Patterns(table.lists, counts)


def timed(says: str, work: Callable[[], object], limit: float | None = None) -> None:
    """Run once and print the time, beside its limit."""
    begun = time.process_time()
    found = work()
    took = time.process_time() - begun
    asked = "" if limit is None else f"   limit {limit:g} s{'' if took <= limit else ', MISSED'}"
    print(f"{took:7.2f} s  {says}{'' if found is None else f'   {found}'}{asked}", flush=True)


def worth(table: Patterns, limit: int) -> str:
    """Effective draws of the unseen by latent classes."""
    convergence(np.random.default_rng(1).normal(size=(4, 100)))  # what ArviZ imports is not the sampler's time
    begun = time.process_time()
    agreed = sample(table, Prior(), Effort(kept=1000, rounds=1), np.random.default_rng(1)).agreed
    rate = agreed.ess_bulk / (time.process_time() - begun)
    told = f"R-hat {agreed.rhat:.4f}, {agreed.ess_bulk:.0f} and {agreed.ess_tail:.0f} in the tails effective draws"
    return f"{told}, {rate:.0f} a second, at least {limit} wanted{'' if rate >= limit else ', MISSED'}"


def cold(path: Path) -> str:
    """The whole report from the command line, page and note too, in a process of its own."""
    page = path.with_suffix(".html")
    begun = time.perf_counter()
    command = [
        sys.executable,
        "-c",
        "import recount.cli; recount.cli.main()",
        "estimate",
        str(path),
        "--html",
        str(page),
        "--workers",
        "2",
    ]
    subprocess.run(command, check=True, capture_output=True)
    took = time.perf_counter() - begun
    return f"{took:.1f} s by the clock{'' if took < 15 else ', MISSED'}, {page.stat().st_size / 1000:.0f} kB of page"


def many_rows(folder: Path, rows: int = 10_000_000) -> str:
    """A victims table of ten million rows."""
    path = folder / "people.csv"
    path.write_text("who,A,B,C\n" + "x,1,0,0\nx,0,1,1\nx,1,1,0\nx,0,0,1\n" * (rows // 4), encoding="utf-8")
    return f"{read_table(path, ['A', 'B', 'C']).observed:,} people"


def six_lists() -> Patterns | None:
    """The simulated table with 229,118 people, where the material beside the repository is there."""
    path = TABLES / "simulated_6lists_true_229118.csv"
    if not path.is_file():
        return None
    counts = np.zeros(64)
    for line in path.read_text(encoding="utf-8").split()[1:]:
        *history, count = (int(cell) for cell in line.split(","))
        counts[sum(present << place for place, present in enumerate(history))] = count
    return Patterns(tuple("ABCDEF"), counts)


def main() -> None:
    """Print every measurement."""
    table = as_patterns(kosovo())
    seed = np.random.SeedSequence(1)
    timed("estimate, Kosovo, standard, cold", lambda: estimate(kosovo(), EstimationSettings()).interval)
    timed("estimate, Kosovo, suite", lambda: estimate(kosovo(), EstimationSettings(method="suite")).interval)
    timed(
        "1,000 bootstraps of Kosovo's 113 models",
        lambda: np.median(resample(table, hierarchical(4), 1000, seed).chosen),
        1.0,
    )
    timed("6,893 models of five lists", lambda: len(fit_all(invented(5)).models))
    for width, limit in ((6, 0.5), (7, 5.0)):
        timed(
            f"decomposable graphs of {width} lists listed and averaged",
            lambda width=width: average(invented(width)).quantile(0.5),
            limit,
        )
    timed("latent classes, Kosovo", lambda: worth(table, 1000))
    big = six_lists()
    if big is not None:
        timed("latent classes, six lists, 99,413 observed", lambda: worth(big, 500))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kosovo.csv"
        rows = "".join(f"{','.join(map(str, history))},{count}\n" for history, count in kosovo().counts)
        path.write_text(f"EXH,ABA,OSCE,HRW,count\n{rows}", encoding="utf-8")
        print(f"           full report of a table of four lists, cold: {cold(path)}", flush=True)
        timed("a table of ten million people, written and read", lambda: many_rows(Path(folder)))


if __name__ == "__main__":
    main()
