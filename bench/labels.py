"""What 200 labels do: every second of the pairs nearest to even odds is labelled, the others scored with and without.

    python bench/labels.py [ROWS] [LABELS]    lists as `bench/crowd.py` makes them, and the same written worse

Labelled pairs are left out of what is measured, and bind nobody: only what they teach of other pairs is.
"""

import sys
from collections.abc import Sequence

import crowd
import numpy as np

from recount.linkage import link
from recount.linkage.judged import Judged
from recount.linkage.labels import lesson, taught
from recount.model.assertions import Record
from recount.model.people import Links, ScoredPair

WORLDS = ((1, 1), (2, 1), (3, 1), (4, 6), (5, 6), (6, 12))
"""Seeds, and how many times as often as usual a name is damaged."""


def world(rows: int, seed: int, worse: int) -> tuple[list[Record], dict[str, int]]:
    """Rows whose names are damaged so many times as often as usual."""
    usual = crowd._damaged

    def damaged(text: str, chance: crowd.Chance) -> str:
        for _ in range(worse):
            text = usual(text, chance) if len(text) > 4 else text
        return text

    crowd._damaged = damaged
    try:
        return crowd.rows(rows, seed)
    finally:
        crowd._damaged = usual


def told(pairs: Sequence[ScoredPair], who: dict[str, int]) -> tuple[float, float, float]:
    """F1 at even odds, bits lost a pair, and how far probabilities are from how often they are right."""
    p = np.array([pair.probability for pair in pairs])
    same = np.array([who[pair.left] == who[pair.right] for pair in pairs])
    right = float((same & (p >= 0.5)).sum())
    lost = -np.log2(np.clip(np.where(same, p, 1 - p), 1e-4, 1)).mean()
    bins = np.minimum((p * 10).astype(int), 9)
    off = sum(abs(float(p[bins == n].sum() - same[bins == n].sum())) for n in range(10)) / len(p)
    return 2 * right / float((p >= 0.5).sum() + same.sum()), float(lost), off


def main(arguments: list[str]) -> None:
    """Link every world once, and learn from labels chosen by doubt."""
    rows, wanted = [*map(int, arguments), *(6_000, 200)[len(arguments) :]]
    for seed, worse in WORLDS:
        records, who = world(rows, seed, worse)
        links = link(records)
        chosen = sorted(links.pairs, key=lambda one: (abs(one.probability - 0.5), one.left, one.right))
        chosen = chosen[: 2 * wanted : 2]
        keys = {(one.left, one.right): who[one.left] == who[one.right] for one in chosen}
        settled = Judged(
            frozenset(key for key, same in keys.items() if same),
            frozenset(key for key, same in keys.items() if not same),
            (),
        )
        _say(seed, worse, links, settled, who)


def _say(seed: int, worse: int, links: Links, settled: Judged, who: dict[str, int]) -> None:
    found = lesson(links.pairs, settled)
    print(f"seed {seed}, damage x{worse}: {len(links.pairs):,} pairs; {found or 'nothing moved'}")
    keys = settled.together | settled.apart
    for name, some in (("without", links), ("with", taught(links, settled))):
        rest = [pair for pair in some.pairs if (pair.left, pair.right) not in keys]
        f1, lost, off = told(rest, who)
        print(f"  {name:8} F1 {f1:.4f}  bits lost a pair {lost:.4f}  ECE {off:.4f}  over {len(rest):,} others")


if __name__ == "__main__":
    main(sys.argv[1:])
