"""How fast the estimators are, and how much their draws are worth.

    python bench/estimation.py

Times are of this process's own processor, in seconds; compare them on an idle machine, with OPENBLAS_NUM_THREADS=1.
"""

import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from recount.estimation import EstimationSettings, estimate
from recount.estimation.capture import table_from_rows
from recount.estimation.chains import Effort, sample
from recount.estimation.decomposable import average
from recount.estimation.graphs import decomposable
from recount.estimation.hierarchy import hierarchical
from recount.estimation.latent import Prior
from recount.estimation.loglinear import fit_all, resample
from recount.estimation.patterns import Patterns
from recount.model.findings import CaptureTable

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


def timed(says: str, work: Callable[[], object]) -> None:
    """Run once and print the time."""
    begun = time.process_time()
    found = work()
    told = "" if found is None else f"   {found}"
    print(f"{time.process_time() - begun:7.2f} s  {says}{told}")


def worth(table: Patterns) -> str:
    """Effective draws of the unseen by latent classes."""
    begun = time.process_time()
    agreed = sample(table, Prior(), Effort(), np.random.default_rng(1)).agreed
    rate = agreed.ess_bulk / (time.process_time() - begun)
    return f"R-hat {agreed.rhat:.4f}, {agreed.ess_bulk:.0f} effective draws, {rate:.0f} a second with warm-up"


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
    )
    timed("6,893 models of five lists", lambda: len(fit_all(invented(5)).models))
    for width in (6, 7):
        timed(f"decomposable graphs of {width} lists, listed once", lambda width=width: len(decomposable(width).edges))
        timed(f"averaging over them, {width} lists", lambda width=width: average(invented(width)).quantile(0.5))
    timed("latent classes, Kosovo", lambda: worth(table))
    big = six_lists()
    if big is not None:
        timed("latent classes, six lists, 99,413 observed", lambda: worth(big))


if __name__ == "__main__":
    main()
