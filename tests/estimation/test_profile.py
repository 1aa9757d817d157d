"""Profile likelihood and merged lists against Rcapture's and direct values; calibration on a table's own lists."""

from itertools import combinations

import numpy as np
import pytest

from recount.estimation import EstimationSettings
from recount.estimation.calibration import calibrate
from recount.estimation.profile import profile, profiled
from recount.estimation.sensitivity import merged, two_lists_merged
from tests.estimation.tables import ARTIFICIAL, AUSTRALIA, KOREA, KOSOVO, patterns, table


def model(*terms: str) -> tuple[int, ...]:
    """A hierarchical model by its largest terms, lists numbered from 1."""
    inside = {
        sum(1 << place for place in part)
        for term in terms
        for size in range(2, len(term) + 1)
        for part in combinations([int(one) - 1 for one in term], size)
    }
    return tuple(sorted(inside))


@pytest.mark.parametrize(
    ("written", "terms", "total", "low", "high"),
    [
        (KOSOVO, ("123", "14", "34"), 10334.5, 8994.26, 12110.41),
        (KOSOVO, ("123", "134"), 12688, 10184.31, 16703.41),
        (AUSTRALIA, ("12", "23", "24"), 6454.94, 3129.95, 17579.54),
    ],
)
def test_profile_intervals_agree_with_rcapture(written, terms, total, low, high):
    found = profile(patterns(written), model(*terms))
    assert found is not None
    assert found.total == pytest.approx(total, abs=0.5)
    assert (found.low, found.high) == pytest.approx((low, high), rel=3e-6)


def test_a_model_without_an_estimate_has_no_profile():
    assert profile(patterns(ARTIFICIAL), model("12", "13", "23")) is None


def test_the_profile_is_told_as_if_the_model_were_known():
    (told,) = profiled(patterns(KOSOVO))
    assert "as if it were known" in told.says
    assert told.interval is not None
    assert told.interval.holds(10335)


def test_merging_two_lists_keeps_everybody_once():
    kosovo = patterns(KOSOVO)
    joined = merged(kosovo, 0, 2)
    assert joined.observed == kosovo.observed
    assert joined.lists == ("EXH+OSCE", "ABA", "HRW")
    assert joined.margins()[1] == 1910 + 1786 - 478
    assert len(list(two_lists_merged(kosovo))) == 6
    assert not list(two_lists_merged(patterns(KOREA)))


def test_calibration_says_how_the_range_does_on_tables_like_this_one():
    three = table("A B C", {"100": 588, "010": 588, "001": 588, "110": 252, "101": 252, "011": 252, "111": 108})
    told = calibrate(three, EstimationSettings(replicates=40), 6)
    assert told[0].world == "the lists are independent"
    assert told[0].truth == pytest.approx(4000, abs=2)
    assert told[0].held >= 5
    assert "of 6" in str(told[0])
    assert np.all([one.tables == 6 for one in told])


def test_calibration_of_a_table_that_is_refused_is_empty():
    assert calibrate(table("A B", {"10": 5, "01": 4, "11": 3}), EstimationSettings()) == []
