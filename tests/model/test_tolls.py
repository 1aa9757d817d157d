"""What claims of one event come to: reports by their totals, groups by what may be added, vague words last."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from recount.model.assertions import Claim, ReportTotal
from recount.model.codes import ClaimKind, Comparator, Outcome, Population
from recount.model.interval import UNKNOWN, Interval, exactly
from recount.model.tolls import toll
from tests.making import a_claim

CHILDREN, WOMEN, CIVILIANS = Population.CHILDREN, Population.WOMEN, Population.CIVILIANS
FIGHTERS, PEOPLE = Population.FIGHTERS, Population.PEOPLE


def killed(*claims: Claim, population: Population = PEOPLE) -> Interval:
    return toll(claims, Outcome.KILLED, population)


def one_report(*claims: Claim, total: Interval) -> list[Claim]:
    """Claims of one report that it tells as one event."""
    ids = tuple(claim.id for claim in claims)
    at = claims[0].locator
    return [replace(claim, locator=at, report=ReportTotal(1, total, ids)) for claim in claims]


def test_children_alone_are_people_killed() -> None:
    assert killed(a_claim("1", 9, population=CHILDREN)) == exactly(9)


def test_civilians_and_fighters_of_one_report_are_added() -> None:
    parts = one_report(a_claim("1", 3, population=FIGHTERS), a_claim("2", 2, population=CIVILIANS), total=exactly(5))

    assert killed(*parts) == exactly(5)


def test_a_report_speaks_by_its_claims_where_a_part_of_its_total_is_of_another_event() -> None:
    here, _elsewhere = one_report(a_claim("1", 7), a_claim("2", 4), total=exactly(11))

    assert killed(here) == exactly(7)


def test_reports_are_never_added_to_each_other() -> None:
    first = one_report(a_claim("1", 7), a_claim("2", 4), total=exactly(11))

    assert killed(*first, a_claim("3", 12), a_claim("4", 9, document="d-4")) == Interval(9, 12)


def test_a_report_of_the_children_alone_makes_no_fewer_of_the_dead_and_may_make_more() -> None:
    everyone = (a_claim("1", 12), a_claim("2", 15))

    assert killed(*everyone, a_claim("3", 3, population=CHILDREN)) == Interval(12, 15)
    assert killed(*everyone, a_claim("3", 19, population=CHILDREN)) == Interval(12, 19)


def test_a_part_of_a_whole_changes_nothing() -> None:
    whole, part = a_claim("1", 20), a_claim("2", 14, population=CHILDREN, part_of="c-1", relation="part")

    assert killed(whole, replace(part, locator=whole.locator)) == exactly(20)


def test_where_a_row_leaves_the_whole_open_its_parts_are_known() -> None:
    whole = a_claim("1", UNKNOWN, kind=ClaimKind.NO_FIGURE)
    part = a_claim("2", 5, population=CIVILIANS, part_of="c-1", relation="part")

    assert killed(whole, replace(part, locator=whole.locator)) == exactly(5)


def test_where_only_civilians_and_fighters_are_counted_both_are_people() -> None:
    civilians, fighters = a_claim("1", 5, population=CIVILIANS), a_claim("2", 3, population=FIGHTERS)

    assert killed(civilians, replace(fighters, locator=civilians.locator)) == exactly(8)


def test_of_civilians_no_fighter_is_counted() -> None:
    parts = one_report(a_claim("1", 3, population=FIGHTERS), a_claim("2", 2, population=CIVILIANS), total=exactly(5))

    assert killed(*parts, population=CIVILIANS) == exactly(2)
    assert killed(a_claim("3", 6, population=FIGHTERS), population=CIVILIANS) == UNKNOWN


def test_of_a_group_what_is_said_of_it_alone_is_counted() -> None:
    whole, part = a_claim("1", 20), a_claim("2", 14, population=CHILDREN, part_of="c-1", relation="part")

    assert killed(whole, part, population=CHILDREN) == exactly(14)
    assert killed(whole, population=CHILDREN) == UNKNOWN


def test_a_vague_word_speaks_only_where_nobody_gives_a_figure() -> None:
    dozens = a_claim("1", Interval(24, 99), kind=ClaimKind.VAGUE)

    assert killed(dozens) == Interval(24, 99)
    assert killed(dozens, a_claim("2", 31)) == exactly(31)


def test_as_many_as_is_nothing_certain() -> None:
    feared = a_claim("1", Interval(None, 20), comparator=Comparator.UP_TO, kind=ClaimKind.BOUND)

    assert killed(feared) == Interval(0, 20)


GROUPS = st.dictionaries(
    st.sampled_from([CHILDREN, WOMEN, Population.MEN, CIVILIANS, FIGHTERS]), st.integers(1, 50), min_size=1
)


@given(GROUPS)
def test_groups_that_share_nobody_come_to_no_less_than_each_and_no_more_than_all(groups) -> None:
    told = [a_claim(str(n), amount, population=one) for n, (one, amount) in enumerate(groups.items())]
    said = killed(*(replace(each, locator=told[0].locator) for each in told))

    assert max(groups.values()) <= said.floor <= sum(groups.values())


@given(st.lists(st.tuples(st.integers(0, 40), st.sampled_from([PEOPLE, CHILDREN, FIGHTERS])), max_size=6), st.randoms())
def test_the_order_of_claims_changes_nothing(figures, random) -> None:
    told = [a_claim(str(n), figure, population=one) for n, (figure, one) in enumerate(figures)]
    mixed = list(told)
    random.shuffle(mixed)

    assert killed(*told) == killed(*mixed)
