"""Case 14: incidents with 4, an unknown number of, and 0 killed."""

from pathlib import Path

from recount.model.interval import UNKNOWN, exactly
from recount.model.ledger import Effect, Line, fold
from tests.cases.small import built


def killed(amount):
    return Line(Effect.ADDS, amount, "incident", "people killed in one incident")


def test_an_incident_without_a_figure_is_counted_beside_the_sum():
    balance = fold((killed(exactly(4)), killed(UNKNOWN), killed(exactly(0))))

    assert str(balance) == "at least 4, 1 incident without a figure"


def test_an_incident_of_zero_killed_changes_nothing():
    assert str(fold((killed(exactly(4)), killed(exactly(0))))) == "4"


def test_incidents_without_any_figure_come_to_no_figure():
    balance = fold((killed(UNKNOWN), killed(UNKNOWN)))

    assert not balance.interval.known
    assert balance.unknown == 2


def test_the_line_keeps_them_apart_from_table_to_figure(tmp_path: Path):
    findings = built(
        tmp_path / "case",
        incidents="""
code,claimant,date,place,killed,party
A-1,A monitor,2017-03-17,North Quarter,4,coalition
A-1,A newspaper,2017-03-17,North Quarter,4,coalition
A-2,A monitor,2017-05-02,South Quarter,,coalition
A-2,A newspaper,2017-05-02,South Quarter,,coalition
A-3,A monitor,2017-07-03,North Quarter,0,coalition
A-3,A newspaper,2017-07-03,North Quarter,0,coalition
""",
    )

    documented = next(figure for figure in findings.figures if figure.name == "documented")

    assert str(documented.balance) == "at least 4, 1 incident without a figure"
