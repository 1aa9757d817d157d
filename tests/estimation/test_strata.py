"""Totals over strata."""

import csv
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pytest

from recount.errors import NotEstimable
from recount.estimation import NOT_ESTIMABLE, EstimationSettings, estimate, estimate_linkages, estimate_strata
from recount.estimation.capture import table_from_rows
from recount.estimation.strata import imputed
from recount.model.estimates import CaptureTable
from tests.estimation.tables import table

QUICK = EstimationSettings(replicates=100, missed_links=0.0, false_links=0.0)
COUNTS = {"100": 588, "010": 588, "001": 588, "110": 252, "101": 252, "011": 252, "111": 108}


def test_draws_are_summed_and_not_the_ends_of_intervals():
    strata = {name: table("A B C", COUNTS) for name in ("north", "south", "west")}
    whole, part = estimate_strata(strata, QUICK), estimate(table("A B C", COUNTS), QUICK)
    assert whole.interval is not None
    assert part.interval is not None
    assert whole.observed == 3 * part.observed
    assert whole.interval.holds(12_000)
    width, sum_of_widths = (interval.high - interval.floor for interval in (whole.interval, part.interval))
    assert width < 0.75 * 3 * sum_of_widths


def test_a_stratum_that_cannot_be_estimated_is_named_and_there_is_no_total():
    strata = {"north": table("A B C", COUNTS), "south": table("A B C", {"100": 4, "010": 3, "001": 1})}
    found = estimate_strata(strata, QUICK)
    assert found.verdict == NOT_ESTIMABLE
    assert found.interval is None
    assert found.reasons[0].startswith("Stratum south: ")
    assert found.reasons[0].endswith("Everything as one stratum can be estimated.")


def test_a_coarser_stratum_that_can_be_estimated_is_named():
    thin = table("A B C", {"100": 4, "010": 3, "001": 1})
    strata = {"2017-03 / female": thin, "2017-03 / male": table("A B C", COUNTS), "2017-04 / male": thin}
    found = estimate_strata(strata, QUICK)
    assert "2017-03 without dividing it by female / male can be estimated" in found.reasons[0]
    months = {"2017-03": table("A B C", COUNTS), "2017-04": thin, "2017-05": table("A B C", COUNTS)}
    assert "2017-04 and 2017-03 as one stratum can be estimated" in estimate_strata(months, QUICK).reasons[0]
    lost = {"north": thin, "south": thin}
    assert "No coarser stratum can be estimated either" in estimate_strata(lost, QUICK).reasons[0]


def test_victims_of_unknown_stratum_are_drawn_where_like_histories_are_and_none_is_lost():
    strata = {
        "2017-03 / female": table("A B", {"10": 90, "11": 5}),
        "2017-03 / male": table("A B", {"10": 10, "11": 20}),
        "2017-04 / female": table("A B", {"10": 70}),
        "2017-03 / unknown": table("A B", {"10": 100}),
    }
    filled = imputed(strata, 1)
    assert sum(each.observed for each in filled.values()) == sum(each.observed for each in strata.values())
    assert dict(filled["2017-03 / female"].counts)[1, 0] > 160
    assert filled["2017-04 / female"].observed == 70
    assert imputed(strata, 1) == filled


def test_nothing_known_is_an_error():
    with pytest.raises(NotEstimable, match="no stratum is fully known"):
        imputed({"unknown": table("A B", {"10": 3})}, 1)


@pytest.mark.shared
def test_gazas_total_by_age_and_sex_is_within_two_percent_of_the_published_one(beside: Path):
    """Jamaluddine et al. (2025): 64,260 by AIC averages in age and sex strata, missing values imputed."""
    found = estimate_strata(_gaza(beside / "capture-tables" / "gaza2024_age_sex.csv"), QUICK, imputations=4)
    averaged = next(method for method in found.methods if "AICc average" in method.name)
    assert averaged.median == pytest.approx(64_260, rel=0.02)
    assert found.verdict == "fragile"
    assert found.interval is not None
    assert found.interval.holds(64_260)


def _gaza(path: Path) -> dict[str, CaptureTable]:
    rows: dict[str, dict[tuple[int, ...], int]] = defaultdict(dict)
    with path.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            known = ("unknown" if row[name] == "missing" else row[name] for name in ("age_cat", "gender"))
            history = tuple(int(row[name]) for name in ("list1", "list2", "list3"))
            rows[" / ".join(known)][history] = int(row["count"])
    return {
        name: table_from_rows(["hospital", "survey", "social-media"], counts, name) for name, counts in rows.items()
    }


def test_averaging_over_linkages_widens_the_range_to_hold_them_all():
    joined = {"100": 540, "010": 540, "001": 540, "110": 270, "101": 270, "011": 270, "111": 130}
    parted = {"100": 640, "010": 640, "001": 640, "110": 230, "101": 230, "011": 230, "111": 90}
    both = [table("A B C", joined), table("A B C", parted)]
    enough = replace(QUICK, replicates=1000)
    ranges = [estimate(each, enough).interval for each in both]
    found = estimate_linkages(both, enough)
    assert found.interval is not None
    assert found.interval.floor < 1.05 * ranges[0].floor
    assert found.interval.high > 0.95 * ranges[1].high
    assert found.observed == min(each.observed for each in both)
    assert "2 draws of the linkage" in found.caveats[-1]


def test_linkages_over_different_lists_are_refused():
    with pytest.raises(NotEstimable, match="all over the same lists"):
        estimate_linkages([table("A B", {"10": 1}), table("A C", {"10": 1})])
