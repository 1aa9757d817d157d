"""Case 12: open 43 + new 27 - closed 28 = 42; 17 + 9 + 2 = 28; change 42 to 40, and the month is named."""

from pathlib import Path

import pytest

from recount.model.discrepancies import Discrepancy, DiscrepancyKind
from recount.model.findings import Findings
from recount.model.interval import exactly
from tests.cases.answers import number
from tests.cases.small import built

HEADER = "month,party,carried,new,closed,still_open,credible,non_credible,duplicate,deaths,correction,total,stated\n"
MARCH = "2017-03,coalition,43,27,28,42,9,17,2,45,,352,2017-04-30\n"
APRIL = "2017-04,coalition,42,43,47,38,16,31,0,132,,484,2017-06-02\n"


def of_months(folder: Path, *rows: str) -> Findings:
    return built(folder / "case", monthly=HEADER + "".join(rows))


def broken(findings: Findings) -> list[Discrepancy]:
    return [one for one in findings.discrepancies if one.kind is DiscrepancyKind.IDENTITY]


def test_the_published_months_add_up(tmp_path):
    assert broken(of_months(tmp_path, MARCH, APRIL)) == []


def test_another_number_left_open_fails_and_names_the_month(tmp_path):
    (found,) = broken(of_months(tmp_path, MARCH.replace("28,42,", "28,40,")))

    assert found.title.startswith("2017-03")
    assert found.holds is False
    assert "43 carried over + 27 new − 28 closed = 42, but 40" in found.says
    assert (number(found, "computed"), number(found, "reported")) == (exactly(42), exactly(40))


def test_what_was_left_open_must_be_carried_into_the_next_month(tmp_path):
    found = broken(of_months(tmp_path, MARCH, APRIL.replace("42,43,47,38", "41,43,47,37")))

    assert [one.title for one in found] == ["2017-04: carried over, 41 instead of 42"]


def test_verdicts_must_come_to_what_was_closed(tmp_path):
    (found,) = broken(of_months(tmp_path, MARCH.replace("9,17,2,", "9,18,2,")))

    assert "9 credible + 18 non-credible + 2 duplicate = 29, but 28" in found.says


def test_a_number_of_duplicates_nobody_gave_is_unknown_and_not_zero(tmp_path):
    assert broken(of_months(tmp_path, MARCH.replace("9,17,2,", "9,17,,"))) == []


@pytest.mark.parametrize(("total", "correction", "fails"), [(484, "", 0), (482, "", 1), (482, "-2", 0)])
def test_the_running_total_grows_by_the_deaths_and_the_corrections(tmp_path, total, correction, fails):
    april = APRIL.replace("132,,484", f"132,{correction},{total}")
    assert len(broken(of_months(tmp_path, MARCH, april))) == fails


def test_months_that_do_not_follow_each_other_are_not_compared(tmp_path):
    assert broken(of_months(tmp_path, MARCH, APRIL.replace("2017-04", "2017-06").replace("42,43", "50,35"))) == []


def test_a_month_stated_again_is_told_and_the_last_one_stands(tmp_path):
    again = MARCH.replace("28,42,", "28,40,").replace("2017-04-30", "2017-05-15")
    findings = of_months(tmp_path, again, MARCH.replace("2017-04-30", "2017-05-30"))

    (restated,) = [one for one in findings.discrepancies if one.kind is DiscrepancyKind.SUPERSEDED]
    assert "still open 40 to 42" in restated.says
    assert broken(findings) == []


def test_a_running_total_of_a_wider_war_is_no_figure_of_the_case(tmp_path):
    findings = of_months(tmp_path, MARCH, APRIL)

    assert [one.conceded for one in findings.acknowledgements].count(exactly(484)) == 1
    assert not [figure for figure in findings.figures if figure.name == "acknowledged/coalition"]
