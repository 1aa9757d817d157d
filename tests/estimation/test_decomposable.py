"""Averaging over decomposable graphs against the R package dga 2.0.2 and an independent implementation."""

import numpy as np
import pytest

from recount.estimation.decomposable import average
from recount.estimation.graphs import decomposable
from tests.estimation.tables import AUSTRALIA, GAZA, KOSOVO, NETHERLANDS, UK, patterns


def quantiles(found, *chances):
    return [found.quantile(chance) for chance in chances]


def test_there_are_as_many_decomposable_graphs_as_counted():
    assert [len(decomposable(width).edges) for width in (3, 4, 5, 6)] == [8, 61, 822, 18154]


def test_kosovo_agrees_with_dga():
    found = average(patterns(KOSOVO), 2**-4)
    assert quantiles(found, 0.025, 0.25, 0.5, 0.75, 0.975) == pytest.approx(
        [9827, 11601, 12595, 13742, 16544], rel=2e-3
    )
    assert found.weights.max() == pytest.approx(0.986, abs=1e-3)


@pytest.mark.parametrize(("delta", "weight"), [(0.5, 0.064), (1.0, 0.976)])
def test_the_saturated_graph_is_left_out_and_its_weight_told(delta, weight):
    assert average(patterns(KOSOVO), delta).saturated == pytest.approx(weight, abs=1e-3)


def test_three_dependent_lists_do_not_collapse_onto_the_observed():
    found = average(patterns(GAZA), 2**-3)
    assert found.saturated == pytest.approx(0.76, abs=0.01)
    assert found.quantile(0.025) > 1.5 * found.observed


def test_the_grid_extends_itself_and_both_peaks_of_the_dutch_posterior_are_seen():
    found = average(patterns(NETHERLANDS))
    assert found.quantile(0.5) == pytest.approx(50383, rel=5e-3)
    assert found.quantile(0.75) > 150_000
    assert found.tail < 1e-6
    assert len(found.peaks) == 2


def test_the_british_posterior_agrees_with_dga_on_a_wide_grid():
    assert quantiles(average(patterns(UK)), 0.025, 0.5, 0.975) == pytest.approx([10387, 22990, 33510], rel=3e-3)


def test_the_share_beyond_21_times_the_observed_is_known():
    assert 0 < average(patterns(AUSTRALIA)).beyond(21 * 414) < 0.1


def test_the_mass_is_a_probability():
    found = average(patterns(KOSOVO))
    assert found.mass.sum() == pytest.approx(1)
    assert np.all(found.mass >= 0)
