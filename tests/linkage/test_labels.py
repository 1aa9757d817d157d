"""What many decisions teach of pairs nobody has decided on."""

import numpy as np
import pytest

from recount.linkage.judged import Judged
from recount.linkage.labels import FEWEST, lesson, taught
from recount.model.people import Links, ScoredPair, Weight


def pairs(seed: int, count: int = 6_000) -> tuple[list[ScoredPair], np.ndarray, np.ndarray]:
    """Scored pairs, and what their names and everything else say in bits."""
    chance = np.random.default_rng(seed)
    names, others = chance.normal(4, 7, count).round(2), chance.normal(0, 4, count).round(2)
    bits = names + others - 4.0
    made = [
        ScoredPair(
            f"r-{n:05}", f"s-{n:05}", round(1 / (1 + 2.0 ** -float(total)), 4),
            (Weight("prior", -4.0), Weight("given name", float(one)), Weight("age", float(other))),
        )
        for n, (total, one, other) in enumerate(zip(bits, names, others, strict=True))
    ]  # fmt: skip
    return made, names, others


def by_doubt(some: list[ScoredPair], same: np.ndarray, wanted: int) -> Judged:
    """Labels as reviewers give them: of the most doubtful pairs, every second."""
    order = sorted(range(len(some)), key=lambda n: abs(some[n].probability - 0.5))[: 2 * wanted : 2]
    keys = {(some[n].left, some[n].right): bool(same[n]) for n in order}
    return Judged(frozenset(k for k in keys if keys[k]), frozenset(k for k in keys if not keys[k]), ())


def lost(some: tuple[ScoredPair, ...] | list[ScoredPair], same: np.ndarray, settled: Judged) -> float:
    """Bits lost a pair, over pairs nobody has labelled."""
    known = settled.together | settled.apart
    told = [(p.probability, s) for p, s in zip(some, same, strict=True) if (p.left, p.right) not in known]
    return float(np.mean([-np.log2(min(max(p if s else 1 - p, 1e-4), 1.0)) for p, s in told]))


def truth(bits: np.ndarray, seed: int) -> np.ndarray:
    return np.random.default_rng(seed + 100).random(len(bits)) < 1 / (1 + 2.0**-bits)


@pytest.mark.parametrize("seed", range(3))
def test_where_names_say_too_much_200_labels_of_doubtful_pairs_tell_it(seed: int):
    some, names, others = pairs(seed)
    same = truth(0.6 * names + 1.3 * others - 2.0, seed)
    settled = by_doubt(some, same, 200)
    links = taught(Links(tuple(some), "engine", 0.5), settled)
    assert lost(links.pairs, same, settled) < 0.95 * lost(some, same, settled)
    moved = lesson(some, settled)
    assert moved is not None
    assert moved.names < 0 < moved.others


@pytest.mark.parametrize("seed", range(6))
def test_where_scores_are_right_labels_of_doubtful_pairs_hardly_harm(seed: int):
    some, names, others = pairs(seed)
    same = truth(names + others - 4.0, seed)
    settled = by_doubt(some, same, 200)
    links = taught(Links(tuple(some), "engine", 0.5), settled)
    assert lost(links.pairs, same, settled) < 1.03 * lost(some, same, settled)


def test_what_moved_is_a_weight_of_its_own_and_the_weights_still_add_up():
    some, names, others = pairs(1)
    settled = by_doubt(some, truth(0.6 * names + 1.3 * others - 2.0, 1), 200)
    links = taught(Links(tuple(some), "engine", 0.5), settled)
    assert any(pair.weights[-1].comparison == "decisions" for pair in links.pairs)
    for pair in links.pairs[:200]:
        bits = sum(weight.bits for weight in pair.weights)
        assert pair.probability == pytest.approx(1 / (1 + 2.0**-bits), abs=1e-4)


def test_few_labels_labels_all_alike_and_contradictions_teach_nothing():
    some, names, others = pairs(2)
    same = truth(0.3 * names + 1.5 * others, 2)
    links = Links(tuple(some), "engine", 0.5)
    everything = by_doubt(some, same, 200)
    few = by_doubt(some, same, FEWEST - 1)
    contradicting = tuple(sorted(everything.apart))
    for settled in (
        few,
        Judged(everything.together, frozenset(), ()),
        Judged(everything.together, everything.apart, contradicting),
    ):
        assert taught(links, settled) is links
