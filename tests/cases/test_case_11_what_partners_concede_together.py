"""Case 11: a coalition concedes 11, one partner 6 to 18, another "a further" 11; 35 are named; 50 were claimed."""

from itertools import permutations
from pathlib import Path

import pytest

from recount.assessment.positions import conceded
from recount.model.codes import Grade, Position, Unit
from recount.model.findings import Findings
from recount.model.interval import UNKNOWN, Interval, at_least, exactly, up_to
from tests.cases.answers import Answers
from tests.cases.small import built
from tests.making import a_position

CODE = "MOSUL-2017-06-13"
COALITION = a_position("1", "coalition", Position.ACCEPTS, exactly(11))
AUSTRALIA = a_position("2", "coalition/australia", Position.ACCEPTS, Interval(6, 18))
FURTHER = a_position("3", "coalition/us", Position.ACCEPTS, exactly(11))


def test_three_concessions_come_to_11_to_29_in_any_order():
    for order in permutations((COALITION, AUSTRALIA, FURTHER)):
        assert conceded(order) == Interval(11, 29)


def test_only_a_source_that_says_so_makes_two_concessions_disjoint():
    further = a_position("3", "coalition/us", Position.ACCEPTS, exactly(11), apart_from=("a-2",))
    assert conceded([COALITION, AUSTRALIA, further]) == Interval(17, 29)

    from_both = a_position("3", "coalition/us", Position.ACCEPTS, exactly(11), apart_from=("a-1", "a-2"))
    assert conceded([COALITION, AUSTRALIA, from_both]) == Interval(22, 29)


def test_parties_that_have_nothing_to_do_with_each_other_are_bounded_too():
    state = a_position("4", "state", Position.ACCEPTS, exactly(5))
    assert conceded([COALITION, state]) == Interval(11, 16)


def test_a_partner_that_concedes_no_figure_or_an_open_one_adds_no_certainty():
    silent = a_position("4", "coalition/us", Position.ACCEPTS, UNKNOWN)
    assert conceded([COALITION, silent]) == exactly(11)
    assert conceded([COALITION, a_position("4", "coalition/us", Position.ACCEPTS, at_least(12))]) == at_least(12)
    assert conceded([COALITION, a_position("4", "coalition/us", Position.ACCEPTS, up_to(3))]) == exactly(11)
    assert conceded([]) == UNKNOWN


def test_one_number_told_twice_by_one_party_is_one_concession():
    assert conceded([COALITION, a_position("9", "coalition", Position.ACCEPTS, exactly(11))]) == exactly(11)


@pytest.fixture(scope="module")
def a_strike(tmp_path_factory: pytest.TempPathFactory) -> Findings:
    folder: Path = tmp_path_factory.mktemp("partners") / "case"
    return built(
        folder,
        incidents="""
code,claimant,date,place,killed_low,killed_high,named,party
S-1,First reports,2017-06-13,North Quarter,50,50,,coalition
S-1,A monitor,2017-06-13,North Quarter,35,35,35,coalition
""",
        positions="""
code,party,position,conceded_low,conceded_high,date,place,incident,stated,words
P-1,coalition,accepts,11,11,2017-06-13,North Quarter,S-1,2019-01-31,
P-2,coalition/one,accepts,6,18,2017-06-13,North Quarter,S-1,2019-02-01,
P-3,coalition/two,accepts,11,11,2017-06-13,North Quarter,S-1,2019-05-06,a further 11
""",
    )


def test_from_table_to_figure_35_named_are_the_floor_and_50_the_highest_claim(a_strike: Findings):
    documented = next(figure for figure in a_strike.figures if figure.name == "documented")
    (residual,) = [line for line in documented.excluded if line.rule == "contested residual"]

    assert documented.interval == exactly(35)
    assert residual.amount == Interval(0, 15)
    assert a_strike.incidents[0].killed == Interval(35, 50)


def test_from_table_to_figure_the_joint_concession_is_11_to_29(a_strike: Findings):
    grades = {one.party: one for one in a_strike.assessments}
    acknowledged = {figure.name: figure.interval for figure in a_strike.figures if "acknowledged" in figure.name}

    assert grades["coalition"].conceded == Interval(11, 29)
    assert grades["coalition/one"].conceded == Interval(6, 18)
    assert acknowledged["acknowledged/coalition"] == Interval(11, 29)


def test_the_strike_of_13_june_2017_comes_out_so(mosul: Answers):
    incident = mosul.incident(CODE)
    against = {a.party: a for a in mosul.findings.assessments if a.incident == incident.id}
    documented = next(figure for figure in mosul.findings.figures if figure.name == "documented")
    (line,) = [line for line in documented.lines if incident.id in line.evidence]
    names = [claim for claim in mosul.findings.claims if claim.incident == CODE and claim.quantity.unit is Unit.NAMES]

    assert against["coalition"].conceded == Interval(11, 29)
    assert against["coalition"].grade is Grade.CONFIRMED
    assert [claim.quantity.interval for claim in names] == [at_least(35)]
    assert line.amount == exactly(35)
    assert incident.killed.high == 50
