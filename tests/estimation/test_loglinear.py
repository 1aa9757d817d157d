"""Log-linear totals against published and independently computed ones."""

import numpy as np
import pytest

from recount.estimation.hierarchy import generators
from recount.estimation.intervals import accelerated, percentiles
from recount.estimation.loglinear import choose, fit_all, influences, resample
from tests.estimation.tables import AUSTRALIA, GAZA, KOREA, KOSOVO, NETHERLANDS, UK, patterns


def best(suite, criterion, table):
    index = int(np.argmin(criterion))
    return round(float(suite.totals[index]), 2), sorted(generators(suite.models[index], table.width))


def digits(*written: str) -> list[int]:
    return sorted(sum(1 << int(digit) - 1 for digit in one) for one in written)


def test_kosovos_model_of_least_bic_is_the_published_one():
    table = patterns(KOSOVO)
    suite = fit_all(table)
    assert best(suite, suite.bic, table) == (10356.52, digits("123", "14", "34"))


def test_kosovos_model_of_least_aic():
    table = patterns(KOSOVO)
    suite = fit_all(table)
    assert best(suite, suite.aicc, table) == (12740.97, digits("123", "134"))


@pytest.mark.parametrize(
    ("table", "totals"),
    [
        (KOREA, [157.1667, 268.78]),
        (UK, [25311.29, 28822, 22991, 12262, 25978]),
        (NETHERLANDS, [148788.8, 167555, 48013, 184718, 166065]),
    ],
)
def test_the_models_of_least_bic_are_those_of_chan_silverman_and_vincent(table, totals):
    suite = fit_all(patterns(table))
    found = suite.totals[np.argsort(suite.bic)[: len(totals)]]
    assert found == pytest.approx(totals, rel=1e-4)


def test_the_best_model_of_the_australian_table_is_12_23_24():
    table = patterns(AUSTRALIA)
    suite = fit_all(table)
    total, model = best(suite, suite.bic, table)
    assert model == digits("12", "23", "24")
    assert 6300 < total < 6600


def test_gazas_eight_models_and_their_average():
    table = patterns(GAZA)
    suite = fit_all(table)
    unlisted = {model: total - table.observed for model, total in zip(suite.models, suite.totals, strict=True)}
    expected = {(): 37479, (3,): 22262, (5,): 44693, (6,): 39978, (3, 5): 21361, (3, 6): 23855, (5, 6): 50400}
    assert {model: round(unlisted[model]) for model in expected} == expected
    assert round(unlisted[3, 5, 6]) == 35425
    assert float(np.sum(suite.weights(suite.aicc) * suite.totals)) == pytest.approx(64741, abs=1)


def test_the_choice_among_models_widens_the_interval_as_published():
    """Chan, Silverman & Vincent: 6,947-18,010 with the choice inside the bootstrap, 8,994-12,110 without it."""
    table = patterns(KOSOVO)
    suite = fit_all(table)
    drawn = resample(table, suite.models, 1000, np.random.SeedSequence(1234), 2).chosen
    point = float(suite.totals[np.argmin(suite.bic)])
    low, high = accelerated(drawn, point, influences(table, suite.models), 0.95)
    assert 6_700 < low < 7_300
    assert 17_000 < high < 19_500
    narrow = resample(table, [suite.models[int(np.argmin(suite.bic))]], 1000, np.random.SeedSequence(1), 2).chosen
    assert percentiles(narrow, 0.95) == pytest.approx((9_000, 12_100), rel=0.03)


def test_draws_are_the_same_with_one_worker_and_with_three():
    table = patterns(KOREA)
    models = fit_all(table).models
    one = resample(table, models, 450, np.random.SeedSequence(7), 1)
    three = resample(table, models, 450, np.random.SeedSequence(7), 3)
    assert one.chosen.tobytes() == three.chosen.tobytes()
    assert one.averaged.tobytes() == three.averaged.tobytes()


def test_a_sample_without_any_estimate_is_refused_and_counted():
    nothing_shared = np.array([[0, 5, 4, 0, 3, 0, 0, 0.0]])
    found = choose(3, nothing_shared, fit_all(patterns(KOREA)).models)
    assert np.isnan(found.chosen[0])
    assert found.refused == 1
