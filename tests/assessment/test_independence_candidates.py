"""Which pairs of very many reports are compared at all."""

from datetime import date, timedelta
from itertools import pairwise
from random import Random

import numpy as np

from recount.assessment.independence_candidates import EVERY_PAIR, candidates
from recount.assessment.independence_earlier import ANY_WEEK, Earlier, weeks
from recount.assessment.independence_text import Read
from recount.model.values import Period, day
from tests.making import BATTLE, a_claim

VOCABULARY = 2_000
REPORTS = 900


def a_report(terms: list[int]) -> Read:
    return Read((), np.zeros(0, np.uint32), np.array(terms, np.uint32))


def test_a_rewrite_is_compared_where_no_single_word_is_rare():
    chance = Random(3)
    reports = [chance.sample(range(VOCABULARY), 120) for _ in range(REPORTS)]
    first = reports[10]
    rewrite = [term for pair in zip(first[::2], chance.sample(range(VOCABULARY), 60), strict=True) for term in pair]
    reports.append(list(dict.fromkeys(rewrite)))
    holders = np.unique(np.concatenate(reports), return_counts=True)[1]
    assert np.median(holders) > 40
    found = candidates([a_report(terms) for terms in reports])
    assert (10, REPORTS) in found
    assert len(found) < 0.05 * REPORTS * REPORTS / 2


def test_every_pair_of_a_few_reports_is_compared():
    few = [a_report([n]) for n in range(EVERY_PAIR)]
    assert len(candidates(few)) == EVERY_PAIR * (EVERY_PAIR - 1) // 2


def test_two_periods_that_share_a_day_or_touch_share_a_week():
    first = date(2031, 1, 1)
    days = [day(first + timedelta(n)) for n in range(30)]
    assert all(set(weeks(one)) & set(weeks(other)) for one, other in pairwise(days))
    assert not set(weeks(days[0])) & set(weeks(days[-1]))
    assert weeks(BATTLE) == weeks(None) == weeks(Period(first, None)) == (ANY_WEEK,)


def test_claims_met_before_are_found_by_figure_and_week_the_undated_always():
    first = date(2031, 1, 1)
    met = Earlier()
    dated = [a_claim(str(n), 12, period=day(first + timedelta(100 * n))) for n in range(3)]
    whole, other = a_claim("whole", 12, period=BATTLE), a_claim("other", 13, period=dated[1].period)
    for claim in (*dated, whole, other):
        met.add(claim)
    assert met.like(dated[1]) == [dated[1], whole]
    assert met.like(whole) == [*dated, whole]
