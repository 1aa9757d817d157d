"""A model's existence comes before any number (Fienberg & Rinaldo 2012; Chan, Silverman & Vincent 2021)."""

import numpy as np
import pytest

from recount.estimation.existence import Existence, existence, reduced
from recount.estimation.hierarchy import Model, hierarchical, terms_of
from recount.estimation.loglinear import fit_all
from recount.estimation.patterns import Patterns
from tests.estimation.tables import ARTIFICIAL, AUSTRALIA, KOREA, patterns


def model(*generators: str) -> Model:
    """A model by its largest terms, lists written as digits: [12,3] is model("12", "3")."""
    largest = [sum(1 << int(digit) - 1 for digit in generator) for generator in generators]
    inside = {term for term in range(1 << 7) for top in largest if term & ~top == 0 and term.bit_count() >= 2}
    return tuple(sorted(inside))


def bare(table: dict[str, int]) -> Patterns:
    """A table that no check has seen."""
    width = len(next(iter(table)))
    counts = np.zeros(1 << width)
    for history, count in table.items():
        counts[sum(int(digit) << place for place, digit in enumerate(history))] = count
    return Patterns(tuple("ABCDEFG"[:width]), counts)


ARTIFICIAL_COUNTS = bare({"".join(map(str, history)): count for history, count in ARTIFICIAL.counts})


@pytest.mark.parametrize(
    ("generators", "found"),
    [
        (("12", "13", "23"), Existence.UNIDENTIFIABLE),
        (("12", "3"), Existence.NO_ESTIMATE),
        (("13", "23", "1", "2"), Existence.FINE),
    ],
)
def test_the_artificial_table_is_unidentifiable_without_maximum_or_fine_by_model(generators, found):
    assert existence(ARTIFICIAL_COUNTS, model(*generators)) is found


def test_a_model_that_would_give_4_8e12_australians_is_refused():
    assert existence(patterns(AUSTRALIA), model("123", "124")) is not Existence.FINE


def test_newtons_method_settles_exactly_where_the_linear_programme_says_an_estimate_exists():
    for table in (ARTIFICIAL_COUNTS, patterns(KOREA), patterns(AUSTRALIA)):
        suite = fit_all(table)
        assert [existence(table, each) is Existence.FINE for each in suite.models] == suite.reached.tolist()


def test_an_empty_overlap_with_its_interaction_is_exactly_the_table_without_those_cells():
    interactions = model("13", "23")
    design, counts = reduced(ARTIFICIAL_COUNTS, interactions)
    assert len(counts) == 4
    assert design.shape[1] == len(terms_of(interactions, 3)) - 2
    found = fit_all(ARTIFICIAL_COUNTS, [interactions])
    assert found.totals[0] == pytest.approx(96 + 40 * 30 / 6, abs=1e-6)


def test_there_are_as_many_hierarchical_models_as_the_literature_counts():
    assert [len(hierarchical(width)) for width in (2, 3, 4, 5)] == [1, 8, 113, 6893]
