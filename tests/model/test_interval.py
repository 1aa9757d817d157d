"""The arithmetic of counts: nothing it says can be false while its parts are true."""

from math import inf, nan

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from recount.errors import ImpossibleCount
from recount.model.interval import UNKNOWN, Interval, at_least, bounds_of_union, exactly, up_to
from tests.model.numbers import intervals, intervals_and_a_value, wider

ONE, TWO, THREE = intervals(), intervals(), intervals()


@given(ONE, TWO)
def test_addition_commutes(a, b):
    assert a + b == b + a


@given(ONE, TWO, THREE)
def test_addition_associates(a, b, c):
    assert (a + b) + c == a + (b + c)


@given(ONE)
def test_adding_nobody_changes_neither_end(a):
    total = a + Interval(0, 0)
    assert (total.floor, total.high) == (a.floor, a.high)


@given(intervals_and_a_value(), intervals_and_a_value())
def test_a_sum_holds_every_possible_sum(a, b):
    assert (a[0] + b[0]).holds(a[1] + b[1])


@given(intervals_and_a_value(), intervals_and_a_value())
def test_a_difference_holds_every_possible_difference(whole, part):
    assume(whole[1] >= part[1])
    assert (whole[0] - part[0]).holds(whole[1] - part[1])


@given(ONE, TWO, THREE)
def test_addition_and_subtraction_are_monotone(other, b, c):
    a = b.hull(other)
    assert wider(a + c, b + c)
    try:
        narrow = b - c
    except ImpossibleCount:
        return
    assert wider(a - c, narrow)


@given(ONE, TWO)
def test_low_is_never_above_high(a, b):
    for result in (a + b, a.hull(b), a.intersection(b) or a, a.times(2, 3)):
        assert result.high is None or result.floor <= result.high


@given(ONE, TWO, THREE)
def test_hull_commutes_associates_and_is_idempotent(a, b, c):
    assert a.hull(b) == b.hull(a)
    assert a.hull(b).hull(c) == a.hull(b.hull(c))
    assert a.hull(a) == a
    assert wider(a.hull(b), a)


@given(ONE, TWO, st.integers(0, 90))
def test_the_intersection_holds_exactly_what_both_hold(a, b, value):
    common = a.intersection(b)
    assert common == b.intersection(a)
    assert (common is not None and common.holds(value)) == (a.holds(value) and b.holds(value))


@given(ONE, TWO)
def test_two_intervals_overlap_when_they_have_a_common_value(a, b):
    assert a.overlaps(b) == any(a.holds(value) and b.holds(value) for value in range(61))


@given(intervals_and_a_value(), st.integers(0, 5), st.integers(0, 5), st.integers(0, 5))
def test_scaling_holds_every_possible_product(a, one, two, factor):
    low, high = sorted((one, two))
    assume(low <= factor <= high)
    assert a[0].times(low, high).holds(a[1] * factor)


@given(st.lists(st.tuples(st.sets(st.integers(0, 9)), st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=4))
def test_the_bounds_of_a_union_hold_the_union_whatever_the_overlap(parts):
    known = [Interval(max(0, len(people) - less), len(people) + more) for people, less, more in parts]
    together = set().union(*(people for people, _, _ in parts))
    assert bounds_of_union(known).holds(len(together))


@given(st.lists(intervals(), max_size=5), st.randoms(use_true_random=False))
def test_the_bounds_of_a_union_do_not_depend_on_order(parts, chance):
    mixed = list(parts)
    chance.shuffle(mixed)
    assert bounds_of_union(mixed) == bounds_of_union(parts)


def test_a_joint_concession_is_bounded_and_never_summed():
    assert bounds_of_union([exactly(11), Interval(6, 18)]) == Interval(11, 29)


def test_zero_unknown_and_a_missing_end_are_three_different_things():
    assert len({Interval(0, 0), UNKNOWN, up_to(0), at_least(0)}) == 4
    assert Interval(0, 0).known
    assert not UNKNOWN.known


def test_an_unknown_added_to_a_count_opens_its_high_end():
    assert exactly(4) + UNKNOWN == at_least(4)
    assert UNKNOWN + UNKNOWN == UNKNOWN


@pytest.mark.parametrize("ends", [(-1, 2), (3, 2), (nan, 2), (0, inf), (None, -1)])
def test_an_impossible_count_is_refused(ends):
    with pytest.raises(ImpossibleCount, match=r"count of|above the high end"):
        Interval(*ends)


def test_a_part_cannot_be_larger_than_its_whole():
    with pytest.raises(ImpossibleCount, match="larger than the whole"):
        exactly(3) - at_least(4)


@pytest.mark.parametrize(
    ("interval", "shown"),
    [
        (Interval(9000, 11000), "9,000–11,000"),
        (exactly(0), "0"),
        (UNKNOWN, "no figure"),
        (at_least(140), "at least 140"),
        (up_to(100), "up to 100"),
        (Interval(27.607, 33.742), "27.61–33.74"),
    ],
)
def test_an_interval_reads_as_one_would_say_it(interval, shown):
    assert str(interval) == shown
