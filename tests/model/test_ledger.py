"""A figure is the fold of its lines, and nothing else (rules 16, 19, 20; cases 13, 14)."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from recount.errors import ImpossibleCount
from recount.model.codes import Kind
from recount.model.interval import UNKNOWN, Interval, exactly
from recount.model.ledger import Balance, Effect, Figure, Line, fold, running
from recount.model.scope import Scope
from tests.model.numbers import LEDGERS, intervals, intervals_and_a_value, wider


def adds(amount: Interval) -> Line:
    return Line(Effect.ADDS, amount, "a rule", "some people")


def takes(amount: Interval) -> Line:
    return Line(Effect.SUBTRACTS, amount, "a rule", "some people")


def folded(lines: tuple[Line, ...]) -> Balance | None:
    try:
        return fold(lines)
    except ImpossibleCount:
        return None


@given(LEDGERS, st.randoms(use_true_random=False))
def test_the_order_of_the_lines_is_immaterial(lines, chance):
    mixed = list(lines)
    chance.shuffle(mixed)
    assert folded(tuple(mixed)) == folded(lines)


@given(st.lists(intervals_and_a_value(), max_size=4), st.lists(intervals_and_a_value(), max_size=4))
def test_the_fold_holds_every_possible_total(added, taken):
    total = sum(value for _, value in added) - sum(value for _, value in taken)
    assume(total >= 0 and added)
    lines = (*(adds(interval) for interval, _ in added), *(takes(interval) for interval, _ in taken))
    assert fold(lines).interval.holds(total)


@given(LEDGERS, st.integers(0, 5), intervals())
def test_knowing_less_never_narrows_a_figure(lines, at, other):
    before = folded(lines)
    assume(at < len(lines) and before is not None)
    line = lines[at]
    vaguer = Line(line.effect, line.amount.hull(other), line.rule, line.says)
    assert wider(fold((*lines[:at], vaguer, *lines[at + 1 :])).interval, before.interval)


@given(LEDGERS)
def test_unknown_amounts_are_counted_beside_the_sum(lines):
    balance = folded(lines)
    assume(balance is not None)
    unknown = sum(line.effect is Effect.ADDS and not line.amount.known for line in lines)
    assert balance.unknown == unknown
    assert not (unknown and balance.interval.high is not None)


@given(LEDGERS)
def test_taking_nobody_away_changes_nothing(lines):
    assume(lines)
    assert folded((*lines, takes(exactly(0)))) == folded(lines)


@pytest.mark.parametrize(("overlap", "total"), [(exactly(150), (510, 530)), (Interval(100, 150), (510, 580))])
def test_case_13_a_register_less_combatants_background_and_overlap(overlap, total):
    lines = (adds(exactly(1000)), takes(Interval(20, 40)), takes(exactly(300)), takes(overlap))
    assert fold(lines) == Balance(Interval(*total))


def test_case_14_incidents_with_four_unknown_and_nobody_killed():
    balance = fold((adds(exactly(4)), adds(UNKNOWN), adds(exactly(0))))
    assert str(balance) == "at least 4, 1 incident without a figure"


def test_nobody_killed_is_zero_and_no_figure_at_all_is_unknown():
    assert str(fold((adds(exactly(0)),))) == "0"
    assert fold(()) == Balance(UNKNOWN)
    assert str(fold((adds(UNKNOWN), adds(UNKNOWN)))) == "no figure, 2 incidents without a figure"


def test_a_known_missing_allowance_extends_the_high_end_only():
    assert fold((adds(exactly(9606)), adds(Interval(0, 400)))).interval == Interval(9606, 10006)


def test_a_ledger_that_takes_away_more_than_there_was_is_an_error():
    with pytest.raises(ImpossibleCount, match="counted twice"):
        fold((adds(Interval(1, 5)), takes(exactly(6))))


def test_a_figures_id_changes_with_its_ledger_and_its_scope():
    figure = Figure("documented", Scope(kind=Kind.DOCUMENTED), (adds(exactly(4)),))
    same = Figure("documented", Scope(kind=Kind.DOCUMENTED), (adds(exactly(4)),), notes=("a note",))
    other = Figure("documented", Scope(kind=Kind.DOCUMENTED), (adds(exactly(5)),))
    scoped = Figure("documented", Scope(kind=Kind.CLAIMED), (adds(exactly(4)),))
    assert figure.id == same.id
    assert len({figure.id, other.id, scoped.id}) == 3


@given(LEDGERS)
def test_what_a_ledger_comes_to_so_far_is_the_fold_of_its_lines_so_far(lines):
    so_far = [folded(lines[: place + 1]) for place in range(len(lines))]

    assert list(running(lines)) == [UNKNOWN if balance is None else balance.interval for balance in so_far]
