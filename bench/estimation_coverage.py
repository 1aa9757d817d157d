"""How often the headline's range holds the true total, and how often it is refused: invented populations.

    python bench/estimation_coverage.py FILE [--replicates 200] [--method suite] [--workers 1] [--only NAME ...]
    python bench/estimation_coverage.py FILE --table

Each scenario draws populations with a known total, lists them, and estimates. The range should hold the truth in at
least 93 of 100 tables called `estimable`. The last of them is one that nothing can see in the lists: a quarter of the
people are all but out of reach of every list. It shows what a range cannot promise. `--only referred three` are harder
ones, in which every two lists depend on each other.

Every table is one line of FILE as soon as it is done, and a run goes on where another stopped. Range and verdict are
those of `recount estimate`; what enters neither, other priors for example, is not asked, for time.
"""

import argparse
import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np

from recount.estimation import ESTIMABLE, FRAGILE, NOT_ESTIMABLE, EstimationSettings
from recount.estimation.capture import table_from_rows
from recount.estimation.suite import judge, told
from recount.estimation.usable import usable

People = np.ndarray
TRUTH = 3000
LISTS = ("A", "B", "C", "D")


def independent(rng: np.random.Generator) -> People:
    """Every list reaches everybody alike, whoever else lists them."""
    return rng.random((TRUTH, 4)) < [0.35, 0.3, 0.25, 0.2]


def attracted(rng: np.random.Generator) -> People:
    """The second list copies a third of the first, the fourth a quarter of the third."""
    seen = independent(rng)
    seen[:, 1] |= seen[:, 0] & (rng.random(TRUTH) < 0.33)
    seen[:, 3] |= seen[:, 2] & (rng.random(TRUTH) < 0.25)
    return seen


def avoiding(rng: np.random.Generator) -> People:
    """The second list drops half of those on the first."""
    seen = independent(rng)
    seen[:, 1] &= ~(seen[:, 0] & (rng.random(TRUTH) < 0.5))
    return seen


def differing(rng: np.random.Generator) -> People:
    """A quarter of the people are three times as likely to be listed as the others."""
    known = rng.random((TRUTH, 1)) < 0.25
    return rng.random((TRUTH, 4)) < np.where(known, 0.55, 0.18) * np.array([1.2, 1.0, 0.9, 0.8])


def sparse(rng: np.random.Generator) -> People:
    """Small lists: few are on two of them."""
    return rng.random((TRUTH, 4)) < [0.08, 0.06, 0.05, 0.04]


def mislinked(rng: np.random.Generator) -> People:
    """One in twenty of the links between lists is missed: the person stands twice, once a list."""
    seen = independent(rng)
    several = np.flatnonzero(seen.sum(axis=1) > 1)
    lost = several[rng.random(len(several)) < 0.05]
    apart = np.zeros((len(lost), 4), dtype=bool)
    last = np.array([np.flatnonzero(row)[-1] for row in seen[lost]])
    apart[np.arange(len(lost)), last] = True
    seen[lost, last] = False
    return np.concatenate([seen, apart])


def hidden(rng: np.random.Generator) -> People:
    """A quarter of the people are listed by any list with a chance of one in thirty."""
    reach = np.where(rng.random((TRUTH, 1)) < 0.25, 0.033, np.array([[0.4, 0.35, 0.3, 0.25]]))
    return rng.random((TRUTH, 4)) < reach


def referred(rng: np.random.Generator) -> People:
    """Harder: each list hands four in ten of its people to the next, and a quarter of the people are better known."""
    known = rng.random((TRUTH, 1)) < 0.25
    seen = rng.random((TRUTH, 4)) < np.where(known, 0.4, 0.15)
    for list_ in (1, 2, 3):
        seen[:, list_] |= seen[:, list_ - 1] & (rng.random(TRUTH) < 0.4)
    return seen


def three(rng: np.random.Generator) -> People:
    """Harder: three lists only, and a quarter of the people are better known."""
    return differing(rng)[:, :3]


ASKED = (independent, attracted, avoiding, differing, sparse, mislinked, hidden)
SCENARIOS: dict[str, Callable[[np.random.Generator], People]] = {one.__name__: one for one in (*ASKED, referred, three)}


def tried(job: tuple[str, int], method: str) -> dict[str, object]:
    """One invented table, estimated."""
    name, replicate = job
    people = SCENARIOS[name](np.random.default_rng([replicate, 77]))
    rows = Counter(tuple(int(seen) for seen in person) for person in people if person.any())
    table, settings = table_from_rows(LISTS[: people.shape[1]], rows), EstimationSettings(method=method, replicates=200)
    part = usable(table)
    found = told(table, part, judge(part, settings, table.stratum), settings)
    return {
        "scenario": name,
        "replicate": replicate,
        "method": method,
        "observed": found.observed,
        "verdict": found.verdict,
        "reasons": found.reasons,
        "range": None if found.interval is None else [found.interval.low, found.interval.high],
        "methods": {
            one.name: [one.median, *([one.interval.low, one.interval.high] if one.interval else [None, None])]
            for one in found.methods
        },
    }


def run(path: Path, jobs: list[tuple[str, int]], method: str, workers: int) -> None:
    """Estimate what is not in the file yet, scenario by scenario in turn, and add each line at once."""
    done = {(line["scenario"], line["replicate"]) for line in lines(path)}
    left = [job for job in jobs if job not in done]
    with path.open("a", encoding="utf-8") as out, ProcessPoolExecutor(workers) as pool:
        for found in pool.map(partial(tried, method=method), left):
            out.write(json.dumps(found) + "\n")
            out.flush()


def lines(path: Path) -> Iterator[dict[str, object]]:
    """Tables done."""
    if path.is_file():
        yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())


def summary(path: Path) -> Iterator[str]:
    """Coverage by verdict, the share of each verdict, and how wide ranges are, as Markdown."""
    yield "| lists | tables | estimable | holds the truth | fragile | holds the truth | refused | high / low |"
    yield "|---|---|---|---|---|---|---|---|"
    every = list(lines(path))
    for name in SCENARIOS:
        here = [line for line in every if line["scenario"] == name]
        if not here:
            continue
        cells = [name, str(len(here))]
        for word in (ESTIMABLE, FRAGILE):
            ranges = [line["range"] for line in here if line["verdict"] == word]
            held = sum(low <= TRUTH <= high for low, high in ranges)
            cells += [str(len(ranges)), f"{held / len(ranges):.1%}" if ranges else "–"]
        wide = [line["range"][1] / line["range"][0] for line in here if line["range"]]
        cells += [str(sum(line["verdict"] == NOT_ESTIMABLE for line in here))]
        yield f"| {' | '.join([*cells, f'{np.median(wide):.2f}' if wide else '–'])} |"


if __name__ == "__main__":
    asked = argparse.ArgumentParser()
    asked.add_argument("file", type=Path)
    asked.add_argument("--replicates", type=int, default=200)
    asked.add_argument("--method", default="suite")
    asked.add_argument("--workers", type=int, default=1)
    asked.add_argument("--only", nargs="*", default=[one.__name__ for one in ASKED])
    asked.add_argument("--table", action="store_true")
    given = asked.parse_args(sys.argv[1:])
    if not given.table:
        jobs = [(name, replicate) for replicate in range(given.replicates) for name in given.only]
        run(given.file, jobs, given.method, given.workers)
    print("\n".join(summary(given.file)))
