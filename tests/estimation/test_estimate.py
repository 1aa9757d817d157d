"""The headline: a range with its reasons, or a refusal that says what would help."""

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recount.errors import NotEstimable, PlugInMissing, SettingsError
from recount.estimation import ESTIMABLE, FRAGILE, NOT_ESTIMABLE, EstimationSettings, estimate
from recount.estimation.suite import hear, judge
from recount.estimation.usable import usable
from recount.model.estimates import CaptureTable
from recount.model.values import Period
from tests.estimation.tables import AUSTRALIA, GAZA, KOREA, KOSOVO, table

QUICK = EstimationSettings(replicates=60)
INDEPENDENT = table("A B C", {"100": 588, "010": 588, "001": 588, "110": 252, "101": 252, "011": 252, "111": 108})
"""Exactly what three independent lists, each reaching 30 % of 4,000, would show."""


def test_three_independent_lists_give_a_range_around_the_truth():
    found = estimate(INDEPENDENT, QUICK)
    assert found.verdict == ESTIMABLE
    assert found.interval is not None
    assert found.interval.holds(4000)
    assert found.median == pytest.approx(4000, rel=0.1)


def test_kosovos_range_is_an_envelope_and_its_doubts_are_said():
    found = estimate(KOSOVO, EstimationSettings(replicates=200))
    assert found.verdict == FRAGILE
    assert found.interval is not None
    assert all(found.interval.floor <= method.interval.floor for method in found.methods if method.interval)
    assert {method.name for method in found.methods} == {
        "log-linear, model of least BIC",
        "log-linear, AICc average",
        "decomposable graphs, averaged",
    }
    assert found.disagreement is not None
    assert found.disagreement > 1
    assert "3 log-linear models fit about equally well" in " ".join(found.reasons)
    assert found.models[0].terms == ("EXH × OSCE × ABA", "EXH × HRW", "OSCE × HRW")
    assert sum(model.weight for model in found.models) == pytest.approx(1, abs=1e-3)


def test_two_lists_give_no_headline_and_say_what_they_would_need():
    found = estimate(table("A B", {"10": 50, "01": 40, "11": 20}), QUICK)
    assert found.verdict == NOT_ESTIMABLE
    assert found.interval is None
    assert found.median is None
    assert "a third list" in found.reasons[0]
    assert [what.kind for what in found.sensitivity] == ["requires independence"]
    assert found.sensitivity[0].total == pytest.approx(71 * 61 / 21 - 1, abs=0.01)


def test_lists_without_any_overlap_cannot_be_estimated():
    found = estimate(table("A B C", {"100": 50, "010": 40, "001": 30}), QUICK)
    assert found.verdict == NOT_ESTIMABLE
    assert "no overlap" in found.reasons[0]


def test_a_list_that_meets_no_other_is_left_out_and_named():
    apart = table("A B C D", {"1000": 90, "0100": 80, "0010": 70, "1100": 30, "1010": 25, "0110": 20, "0001": 60})
    found = estimate(apart, QUICK)
    assert "D shares nobody" in found.caveats[0]
    assert ("lists left out", "D") in found.settings
    assert found.observed == 375
    assert found.interval is None or found.interval.floor >= 375


def test_most_of_the_mass_beyond_21_times_the_observed_is_no_estimate():
    found = estimate(AUSTRALIA, QUICK)
    assert found.verdict == NOT_ESTIMABLE
    assert found.interval is None
    assert any("21 times the number observed" in reason for reason in found.reasons)


def test_a_saturated_graph_that_would_dominate_is_told():
    found = estimate(GAZA, QUICK)
    assert found.verdict == FRAGILE
    assert any("76% of the weight" in reason for reason in found.reasons)


def test_an_all_zero_history_is_left_out_and_told():
    supplied = replace(KOREA, counts=(((0, 0, 0), 900), *KOREA.counts))
    found, without = estimate(supplied, QUICK), estimate(KOREA, QUICK)
    assert found.interval == without.interval
    assert found.observed == 123
    assert "900 victims are given as on no list" in found.caveats[0]


def test_an_empty_list_and_a_full_list_are_left_out_and_named():
    wider = replace(
        KOREA,
        lists=(*KOREA.lists, "empty", "full"),
        counts=tuple(((*history, 0, 1), count) for history, count in KOREA.counts),
    )
    found = estimate(wider, QUICK)
    assert ("lists left out", "empty, full") in found.settings
    assert any("List empty is empty" in caveat for caveat in found.caveats)
    assert any("List full holds everybody" in caveat for caveat in found.caveats)
    assert found.interval == estimate(KOREA, QUICK).interval


def test_a_copy_of_a_list_is_no_second_list():
    doubled = replace(
        KOREA,
        lists=(*KOREA.lists, "mirror"),
        counts=tuple(((*history, history[0]), count) for history, count in KOREA.counts),
    )
    found = estimate(doubled, QUICK)
    assert any("List mirror holds exactly the victims of list b" in caveat for caveat in found.caveats)
    assert ("lists left out", "mirror") in found.settings


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_renaming_and_reordering_lists_and_rows_changes_no_number(order):
    names = ["x", "a", "m"]
    shuffled = CaptureTable(
        tuple(names[index] for index in order),
        tuple((tuple(history[index] for index in order), count) for history, count in reversed(KOREA.counts)),
    )
    one, other = estimate(KOREA, QUICK), estimate(shuffled, QUICK)
    assert (one.interval, one.median, one.verdict) == (other.interval, other.median, other.verdict)
    assert [model.estimate for model in one.models] == [model.estimate for model in other.models]


def test_one_worker_or_three_give_the_same_estimate():
    assert estimate(KOREA, EstimationSettings(), workers=1) == estimate(KOREA, EstimationSettings(), workers=3)


def test_mean_median_and_best_value_are_named_apart():
    method = estimate(KOREA, QUICK).methods[0]
    assert method.estimate == pytest.approx(157.17)
    assert method.mean != method.median


def test_lists_that_cover_other_days_are_warned_of():
    whole, half = Period(date(2017, 1, 1), date(2017, 6, 30)), Period(date(2017, 4, 1), date(2017, 6, 30))
    caveats = estimate(replace(KOREA, windows=(whole, whole, half)), QUICK).caveats
    assert any("cover fewer days than others: d (2017-04-01 to 2017-06-30)" in caveat for caveat in caveats)
    assert any("not known for every list which days" in caveat for caveat in estimate(KOREA, QUICK).caveats)
    same = estimate(replace(KOREA, windows=(whole, whole, whole)), QUICK).caveats
    assert not any("days" in caveat for caveat in same)


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        (CaptureTable(("A", "B", "C"), (((1, 0, 0), -3),)), "-3 at .* is not a whole number of victims"),
        (CaptureTable(("A", "B", "C"), (((1, 0, 0), 2.5),)), "2.5 at .* is not a whole number of victims"),
        (CaptureTable(("A", "B", "C"), (((1, 0, 0), float("nan")),)), "nan at"),
        (CaptureTable(("A", "B", "C"), (((1, 0, 0), "many"),)), "'many' at"),
        (CaptureTable(("A", "B", "C"), (((1, 0), 3),)), "is not one 0 or 1 for each of 3 lists"),
        (CaptureTable(("A", "B", "C"), (((1, 0, 2), 3),)), "is not one 0 or 1 for each of 3 lists"),
        (CaptureTable(("A", "A", "C"), (((1, 0, 0), 3),)), "a list is named twice"),
        (CaptureTable(("A", "B", "C"), (((1, 0, 0), 3), ((1, 0, 0), 4))), "given twice"),
        (CaptureTable(tuple("ABCDEFGHIJKLMNOPQRST"), ()), "20 lists are more than can be read"),
    ],
)
def test_a_table_that_is_none_is_an_error_that_says_why(bad, message):
    with pytest.raises(NotEstimable, match=message):
        estimate(bad, QUICK)


@pytest.mark.parametrize("lists", [(), ("A",), tuple("ABCDEFGHIJ")])
def test_no_one_or_ten_lists_get_a_verdict(lists):
    everyone = (((1,) * len(lists), 5),) if lists else ()
    spread = tuple((tuple(int(place == other) for other in range(len(lists))), 5) for place in range(len(lists)))
    found = estimate(CaptureTable(lists, (*everyone, *spread) if len(lists) > 1 else everyone), QUICK)
    assert found.verdict == NOT_ESTIMABLE
    assert found.reasons


def test_nobody_on_any_list_gets_a_verdict():
    assert estimate(CaptureTable(("A", "B", "C"), ()), QUICK).reasons == ("Nobody is on any list.",)


def test_an_unknown_method_is_an_error_that_names_the_known_ones():
    with pytest.raises(PlugInMissing, match=r"no methods are called 'oracle'; there are .*standard, suite"):
        estimate(KOREA, EstimationSettings(method="oracle"))


def test_one_method_alone_still_gets_the_verdict_of_the_log_linear_models():
    found = estimate(KOSOVO, EstimationSettings(method="decomposable-graphs"))
    assert [method.name for method in found.methods] == ["decomposable graphs, averaged"]
    assert estimate(AUSTRALIA, EstimationSettings(method="decomposable-graphs")).verdict != ESTIMABLE


def test_a_method_draws_the_same_whoever_stands_beside_it():
    alone = estimate(KOREA, EstimationSettings(method="log-linear"))
    beside = estimate(KOREA, EstimationSettings(method="decomposable-graphs+log-linear"))
    assert alone.methods == beside.methods[:2]


@pytest.mark.parametrize(
    "wrong",
    [{"replicates": 3}, {"seed": -1}, {"level": 95}, {"candidates": 0}, {"missed_links": 1}, {"false_links": -1}],
)
def test_an_impossible_setting_is_an_error_that_says_what_to_give(wrong):
    (name,) = wrong
    with pytest.raises(SettingsError, match=rf"\[estimation\] {name} is .*; give "):
        EstimationSettings(**wrong)


@settings(max_examples=60)
@given(st.lists(st.integers(0, 40), min_size=7, max_size=7))
def test_any_table_gets_a_verdict_and_no_range_below_the_observed(counts):
    histories = [(one, two, three) for one in (0, 1) for two in (0, 1) for three in (0, 1)][1:]
    found = estimate(CaptureTable(("A", "B", "C"), tuple(zip(histories, counts, strict=True))), QUICK)
    assert found.verdict in (ESTIMABLE, FRAGILE, NOT_ESTIMABLE)
    assert found.observed == sum(counts)
    assert (found.interval is None) == (found.verdict == NOT_ESTIMABLE)
    assert found.verdict == ESTIMABLE or found.reasons
    if found.interval is not None:
        assert found.interval.floor >= sum(counts)
        assert found.interval.high is not None


def test_what_enters_neither_range_nor_verdict_can_be_left_out():
    part = usable(KOREA)
    whole, brief = (ask(part, QUICK, "all") for ask in (hear, judge))
    assert (whole.verdict, whole.reasons, whole.methods) == (brief.verdict, brief.reasons, brief.methods)
    assert len(whole.sensitivity) > len(brief.sensitivity)


@pytest.mark.slow
def test_latent_classes_in_two_processes_give_the_same_estimate():
    asked = EstimationSettings(method="latent-classes", replicates=20)
    assert estimate(KOREA, asked, workers=2) == estimate(KOREA, asked)
