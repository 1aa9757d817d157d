"""Slips of the pen in days and grid references: told, never mended."""

from datetime import date

import pytest

from recount.model.codes import PlacePrecision, Position
from recount.model.discrepancies import DiscrepancyKind
from recount.model.incidents import Incident
from recount.model.interval import exactly
from recount.model.values import Place, day
from recount.reconciliation import reconcile
from recount.reconciliation.slips import slipped_days, slipped_place
from tests.making import OLD_TOWN, a_position, some_findings


@pytest.mark.parametrize(
    ("written", "meant", "what"),
    [
        ("2017-08-02", "2019-08-02", "year"),
        ("2017-03-17", "2017-04-17", "month"),
        ("2017-03-04", "2017-04-03", "day and month"),
        ("2017-03-12", "2017-03-21", "digits of the day"),
    ],
)
def test_a_day_and_what_may_have_slipped_in_it(written, meant, what):
    assert slipped_days(date.fromisoformat(written))[date.fromisoformat(meant)] == what


def test_the_last_of_february_has_no_twin_in_other_years():
    assert date(2020, 2, 29) not in slipped_days(date(2020, 2, 29))
    assert set(slipped_days(date(2020, 2, 29)).values()) <= {"month", "digits of the day"}


def at(lat: float, lon: float, written: str = "", radius: float = 0.1) -> Place:
    return Place((), PlacePrecision.BUILDING, written, lat, lon, radius)


MEANT = at(36.33991, 43.12969)
"""38S LF 32102 23250, as computed by the grid reader."""


@pytest.mark.parametrize(
    ("written", "what"),
    [
        (at(43.12969, 36.33991), "latitude and longitude, exchanged"),
        (at(36.33991, 43.12969, "38SLF3210223250"), None),
        (at(36.5, 43.4), None),
    ],
)
def test_a_place_and_what_may_have_slipped_in_it(written, what):
    assert slipped_place(written, MEANT) == what


def test_two_digits_of_a_grid_reference_exchanged(tmp_path):
    from tests.cases.small import built

    findings = built(
        tmp_path / "case",
        incidents="""
code,claimant,date,mgrs,killed,party
A-1,A monitor,2017-03-17,38SLF3210223250,4,coalition
""",
        positions="""
code,party,position,conceded,date,mgrs,stated
P-1,coalition,accepts,4,2017-03-17,38SLF2310223250,2017-12-01
P-2,coalition,accepts,4,2017-03-17,38SLF2325032102,2017-12-01
P-3,coalition,accepts,4,2017-03-17,38SLF9910299250,2017-12-01
""",
    )
    titles = sorted(one.title for one in findings.discrepancies if one.kind is DiscrepancyKind.TYPO)
    assert titles == [
        "Probable slip of the digits of the grid reference: 2017-03-17",
        "Probable slip of the halves of the grid reference: 2017-03-17",
    ]
    assert findings.incidents[0].acknowledgements == ()


def test_a_position_that_cites_a_code_stays_linked_and_its_slip_is_told_all_the_same():
    incident = Incident("i-1", OLD_TOWN, day(date(2021, 3, 12)), ("A",), acknowledgements=("a-1",))
    position = a_position(
        "1", "alliance", Position.ACCEPTS, exactly(4), place=OLD_TOWN, period=day(date(2021, 3, 21)), answers="A"
    )
    (found,) = reconcile(some_findings(incidents=(incident,), acknowledgements=(position,)))
    assert found.kind is DiscrepancyKind.TYPO
    assert "linked by the code" in found.says
