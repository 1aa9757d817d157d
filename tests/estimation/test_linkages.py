"""The doubt about who is who, carried into a total."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recount.estimation import FRAGILE, NOT_ESTIMABLE, EstimationSettings, estimate, redrawn, tabulate
from recount.estimation.capture import table_from_rows
from recount.estimation.linkages import KIND, over_linkages
from recount.estimation.loglinear_voices import silent
from recount.estimation.note import method_note
from recount.estimation.report import as_plain, report
from recount.estimation.work import Voice, Work
from recount.linkage import LinkageSettings, changes, drawn, resolve
from recount.model.estimates import MethodEstimate
from recount.model.interval import Interval
from recount.model.people import Links, ScoredPair
from tests.estimation.tables import patterns, table
from tests.linkage.people import a_record

QUICK = EstimationSettings(replicates=100)
LISTS = ("list-0", "list-1", "list-2")
JOINED = table("A B C", {"100": 540, "010": 540, "001": 540, "110": 270, "101": 270, "011": 270, "111": 130})


def parted(share: float):
    """The same people with a share of their links undone."""
    less = {history: round(count * (1 - share)) for history, count in JOINED.counts if sum(history) > 1}
    lost = sum(dict(JOINED.counts)[history] - count for history, count in less.items())
    alone = {history: count + round(lost * 2 / 3) for history, count in JOINED.counts if sum(history) == 1}
    return table_from_rows(JOINED.lists, less | alone).counts


DOUBTED = replace(JOINED, linkages=tuple(parted(share) for share in (0.0, 0.02, 0.04, 0.06, 0.08, 0.1)))


@settings(max_examples=25, deadline=None)
@given(st.dictionaries(st.tuples(st.integers(0, 8), st.integers(0, 8)), st.sampled_from([0.2, 0.5, 0.9]), max_size=12))
def test_the_counts_of_a_draw_are_those_of_its_victims(scored):
    records = [a_record(f"{number:03}", "سالم ناظم كمال الدباغ", f"list-{number % 3}") for number in range(9)]
    pairs = tuple(
        ScoredPair(records[one].id, records[two].id, p) for (one, two), p in sorted(scored.items()) if one < two
    )
    people = resolve(records, Links(pairs, "test", 0.5), (), LinkageSettings(draws=8, partitions=8))
    for by in ((), ("sex",)):
        found = redrawn(tabulate(people.victims, LISTS, by), changes(records, people), LISTS, by)
        for draw in range(8):
            expected = tabulate(drawn(records, people, draw), LISTS, by)
            assert {name: one.drawn[draw].counts for name, one in found.items()} == {
                name: one.counts for name, one in expected.items()
            }


def test_a_range_holds_the_doubt_about_links_and_says_so():
    sure, found = estimate(JOINED, replace(QUICK, missed_links=0.0, false_links=0.0)), estimate(DOUBTED, QUICK)
    assert found.observed == JOINED.observed
    assert found.interval.high > 1.05 * sure.interval.high
    assert found.interval.floor < 1.05 * sure.interval.floor
    assert "averages over 6 draws of the linkage" in found.caveats[-1]
    assert dict(found.settings)["draws of the linkage"] == "6"
    assert "missed_links" not in dict(found.settings)
    (alone,) = [what for what in found.sensitivity if what.kind == KIND]
    assert alone.interval == sure.interval
    assert found.digest != sure.digest


def test_draws_that_all_agree_leave_the_middle_where_it_is():
    same = replace(JOINED, linkages=(JOINED.counts,) * 20)
    sure, found = estimate(JOINED, replace(QUICK, missed_links=0.0, false_links=0.0)), estimate(same, QUICK)
    for one, other in zip(sure.methods, found.methods, strict=True):
        assert other.median == pytest.approx(one.median, rel=0.01)


def test_an_estimate_over_linkages_is_the_same_again_and_with_lists_in_another_order():
    turned = replace(
        DOUBTED,
        lists=("C", "A", "B"),
        counts=tuple(sorted(((c, a, b), n) for (a, b, c), n in DOUBTED.counts)),
        linkages=tuple(tuple(sorted(((c, a, b), n) for (a, b, c), n in each)) for each in DOUBTED.linkages),
    )
    assert estimate(DOUBTED, QUICK) == estimate(DOUBTED, QUICK, workers=3)
    assert estimate(turned, QUICK).interval == estimate(DOUBTED, QUICK).interval


def test_draws_without_enough_overlap_are_told_and_too_many_of_them_refuse():
    nobody_shared = (((0, 0, 1), 900), ((0, 1, 0), 900), ((1, 0, 0), 900))
    few = estimate(replace(DOUBTED, linkages=(*DOUBTED.linkages, nobody_shared)), QUICK)
    assert few.verdict == FRAGILE
    assert "In 1 of 7 draws of the linkage the lists share too few victims." in few.reasons
    most = estimate(replace(DOUBTED, linkages=(JOINED.counts, nobody_shared, nobody_shared)), QUICK)
    assert most.verdict == NOT_ESTIMABLE
    assert most.reasons[0].startswith("In 2 of 3 draws of the linkage")


def test_a_report_of_a_table_with_draws_is_its_estimate_and_its_note_tells_them():
    shown = report(DOUBTED, QUICK)
    assert shown.interval == estimate(DOUBTED, QUICK).interval
    assert "- draws of the linkage: 6" in method_note(shown)
    assert KIND in {what["kind"] for what in as_plain(shown)["sensitivity"]}


def test_a_method_of_somebody_else_is_heard_on_five_of_the_draws():
    asked = []

    def theirs(work: Work) -> Voice:
        asked.append(work.table.observed)
        draws = np.full(50, 2.0 * work.table.observed)
        return Voice(MethodEstimate("theirs", draws[0], Interval(0, int(draws[0])), float(draws[0])), draws)

    tables = [patterns(one) for one in DOUBTED.drawn]
    work = Work(patterns(JOINED), QUICK, np.random.SeedSequence(1))
    (voice,) = over_linkages((theirs(work),), silent(work.table), {"theirs": theirs}, tables, work)
    assert asked[1:] == [table.observed for table in tables[:5]]
    assert voice.told.median == 2 * np.median(asked[1:])
    assert voice.told.interval.high == pytest.approx(2 * max(asked), rel=0.02)
