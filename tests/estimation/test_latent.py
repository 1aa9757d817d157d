"""Latent classes by Hamiltonian sampling: the gradient, known answers, and chains that do not agree."""

from pathlib import Path

import numpy as np
import pytest
from scipy.special import betaln, gammaln

from recount.estimation.chains import Effort, sample
from recount.estimation.convergence import convergence
from recount.estimation.latent import Prior, Target, start
from recount.estimation.reading import read_table
from recount.estimation.usable import usable
from tests.estimation.gibbs import gibbs
from tests.estimation.tables import KOREA, KOSOVO, NETHERLANDS, patterns

TABLES = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "capture-tables"
SIX = TABLES / "simulated_6lists_true_229118.csv"


def test_the_gradient_is_the_slope_of_the_density():
    table = patterns(KOSOVO)
    target = Target(table, Prior(4))
    point = start(target, table, 2, np.random.default_rng(0))
    _, gradient = target(point)
    for place in range(target.size):
        nudge = np.zeros(target.size)
        nudge[place] = 1e-5
        slope = (target(point + nudge)[0] - target(point - nudge)[0]) / 2e-5
        assert gradient[:, place] == pytest.approx(slope, rel=1e-4, abs=1e-3)


def test_swapping_and_sorting_classes_leaves_the_chance_of_being_unseen():
    table = patterns(KOSOVO)
    target, rng = Target(table, Prior(6)), np.random.default_rng(3)
    point = start(target, table, 5, rng)
    before = target.unseen_chance(point)
    assert target.unseen_chance(target.swapped(point, rng)) == pytest.approx(before, rel=1e-9)
    assert target.unseen_chance(target.sorted(point)) == pytest.approx(before, rel=1e-6)


@pytest.mark.slow
def test_kosovos_posterior_agrees_with_a_long_run_of_lcmcr():
    """Eight chains of 2.05 million iterations in R: median 10,426, 2.5 % 9,035, 97.5 % 13,879."""
    found = sample(patterns(KOSOVO), Prior(), Effort(kept=800), np.random.default_rng(1))
    low, median, high = np.quantile(found.totals, [0.025, 0.5, 0.975])
    assert found.agreed.settled
    assert found.agreed.ess_bulk >= 2000
    assert median == pytest.approx(10_426, abs=40)
    assert low == pytest.approx(9_035, abs=120)
    assert high == pytest.approx(13_880, abs=300)


@pytest.mark.slow
@pytest.mark.shared
def test_six_lists_of_a_known_total_settle_around_it():
    """LCMCR in R, four chains of 1.55 million iterations: 220,803, from 206,735 to 248,474."""
    if not SIX.is_file():
        pytest.skip("the material beside the repository is not there")
    found = sample(usable(read_table(SIX)).patterns, Prior(), Effort(), np.random.default_rng(1))
    assert found.agreed.rhat <= 1.01
    assert found.agreed.ess_bulk >= 1500
    low, median, high = np.quantile(found.totals, [0.025, 0.5, 0.975])
    assert median == pytest.approx(220_803, rel=0.01)
    assert low < 229_118 < high


@pytest.mark.parametrize("shape", [1e-3, 0.25])
def test_tiny_concentrations_do_not_underflow(shape):
    target = Target(patterns(KOSOVO), Prior(shape=shape, rate=1e-3))
    point = start(target, patterns(KOSOVO), 3, np.random.default_rng(0))
    point[:, 4 * 10 :] = [[-600.0], [-60.0], [5.0]]
    density, gradient = target(point)
    assert np.all(np.isfinite(density))
    assert np.all(np.isfinite(gradient))


@pytest.mark.slow
def test_five_classes_or_ten_agree_within_a_hundredth():
    medians = [
        np.median(sample(patterns(KOSOVO), Prior(classes), Effort(), np.random.default_rng(2)).totals)
        for classes in (5, 10)
    ]
    assert medians[0] == pytest.approx(medians[1], rel=0.01)


def test_chains_on_the_dutch_table_do_not_agree_and_that_is_seen():
    found = sample(patterns(NETHERLANDS), Prior(), Effort(12, 250, 150, 1), np.random.default_rng(1))
    assert found.agreed.rhat > 1.05
    assert not found.agreed.settled


def test_too_few_classes_show_in_the_last_one():
    found = sample(patterns(KOSOVO), Prior(2), Effort(12, 250, 150, 1), np.random.default_rng(1))
    assert np.median(found.totals) == pytest.approx(9_468, abs=120)
    assert found.last_class > 0.05


def test_the_same_seed_gives_the_same_draws():
    one, two = (sample(patterns(KOSOVO), Prior(3), Effort(4, 60, 40, 1), np.random.default_rng(5)) for _ in range(2))
    assert one.totals.tobytes() == two.totals.tobytes()


def test_independent_draws_are_worth_themselves_and_sticky_ones_less():
    rng = np.random.default_rng(2)
    fresh = rng.normal(size=(8, 500))
    assert 3_000 < convergence(fresh).ess_bulk < 5_500
    sticky = np.repeat(rng.normal(size=(8, 50)), 10, axis=1)
    assert convergence(sticky).ess_bulk < 700
    assert not convergence(np.ones((4, 400))).settled


def test_chains_around_different_values_are_not_settled():
    apart = np.random.default_rng(2).normal(size=(4, 400)) + np.arange(4)[:, None]
    assert convergence(apart).rhat > 1.5
    assert convergence(np.random.default_rng(2).normal(size=(4, 400))).settled


def test_one_class_agrees_with_the_closed_form_of_independent_lists():
    """With one class the reaches integrate out: p(N) is proportional to (N-1)! / (N-n)! times beta functions."""
    table = patterns(KOREA)
    totals = np.arange(table.observed, 3000.0)
    sizes = [table.margins()[1 << index] for index in range(3)]
    logs = gammaln(totals) - gammaln(totals - table.observed + 1) + sum(betaln(s + 1, totals - s + 1) for s in sizes)
    mass = np.cumsum(np.exp(logs - logs.max()))
    exact = [float(totals[np.searchsorted(mass / mass[-1], chance)]) for chance in (0.025, 0.5, 0.975)]
    found = sample(table, Prior(1), Effort(8, 200, 300, 1), np.random.default_rng(1))
    assert np.quantile(found.totals, [0.025, 0.5, 0.975]) == pytest.approx(exact, abs=1.5)


def test_hamiltonian_draws_agree_with_gibbs():
    table, prior = patterns(KOREA), Prior(4)
    plain = gibbs(table, prior, 20_000, np.random.default_rng(1))
    found = sample(table, prior, Effort(16, 300, 300, 1), np.random.default_rng(9))
    for chance in (0.1, 0.5, 0.9):
        assert np.quantile(found.totals, chance) == pytest.approx(np.quantile(plain, chance), rel=0.05)
