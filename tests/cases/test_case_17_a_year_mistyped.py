"""Case 17: a statement dated 2017-08-02 for an incident of 2019-08-02."""

from pathlib import Path

import pytest

from recount.model.discrepancies import DiscrepancyKind
from recount.model.findings import Findings
from tests.cases.small import built


@pytest.fixture(scope="module")
def two_years(tmp_path_factory: pytest.TempPathFactory) -> Findings:
    folder: Path = tmp_path_factory.mktemp("years") / "case"
    return built(
        folder,
        incidents="""
code,claimant,date,place,killed,party
A-1,A monitor,2019-08-02,North Quarter,4,coalition
""",
        positions="""
code,party,position,conceded,date,place,stated
P-1,coalition,accepts,4,2017-08-02,North Quarter,2019-12-01
""",
    )


def test_a_probable_typing_error_is_reported(two_years):
    (found,) = [one for one in two_years.discrepancies if one.kind is DiscrepancyKind.TYPO]

    assert "year" in found.title
    assert "not linked" in found.says


def test_the_position_is_not_linked(two_years):
    (incident,) = two_years.incidents

    assert incident.acknowledgements == ()
