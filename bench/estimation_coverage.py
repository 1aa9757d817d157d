"""How often the headline's range holds the true total, and how often it is refused: invented populations.

    python bench/estimation_coverage.py [replicates] [method] [scenario ...]

Each scenario draws populations with a known total, lists them, and estimates. The range should hold the truth in at
least 93 of 100 tables called `estimable`. The last scenario is one that nothing can see in the lists: a quarter of the
people are all but out of reach of every list. It shows what a range cannot promise.
"""

import sys
from collections import Counter
from collections.abc import Callable

import numpy as np

from recount.estimation import ESTIMABLE, FRAGILE, NOT_ESTIMABLE, EstimationSettings, estimate
from recount.estimation.capture import table_from_rows

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


SCENARIOS: dict[str, Callable[[np.random.Generator], People]] = {
    scenario.__name__: scenario for scenario in (independent, attracted, avoiding, differing, sparse, mislinked, hidden)
}


def study(name: str, replicates: int, method: str) -> None:
    """Print one line: coverage by verdict, and the share of each verdict."""
    held, told, wide = Counter[str](), Counter[str](), []
    for replicate in range(replicates):
        people = SCENARIOS[name](np.random.default_rng([replicate, 77]))
        rows = Counter(tuple(int(seen) for seen in person) for person in people if person.any())
        found = estimate(table_from_rows(LISTS, rows), EstimationSettings(method=method, replicates=200))
        told[found.verdict] += 1
        if found.interval is not None:
            held[found.verdict] += found.interval.holds(TRUTH)
            wide.append((found.interval.high or 0) / max(found.interval.floor, 1))
    parts = [
        f"{word} {told[word]:>4} holds {held[word] / told[word] if told[word] else float('nan'):.3f}"
        for word in (ESTIMABLE, FRAGILE)
    ]
    middle = float(np.median(wide)) if wide else float("nan")
    print(f"{name:<12} {'  '.join(parts)}  refused {told[NOT_ESTIMABLE]:>4}  high/low {middle:.2f}", flush=True)


if __name__ == "__main__":
    asked = sys.argv[1:]
    replicates, method, chosen = (asked[:1] or ["200"])[0], (asked[1:2] or ["standard"])[0], asked[2:]
    for scenario in chosen or SCENARIOS:
        study(scenario, int(replicates), method)
