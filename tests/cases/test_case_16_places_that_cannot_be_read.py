"""Case 16: the grid reference `377SFU805225`, and a place given as `A / B`."""

from pathlib import Path

import pytest

from recount.model.assertions import Claim
from recount.model.findings import Findings
from tests.cases.small import built


@pytest.fixture(scope="module")
def two_places(tmp_path_factory: pytest.TempPathFactory) -> Findings:
    folder: Path = tmp_path_factory.mktemp("places") / "case"
    return built(
        folder,
        incidents="""
code,claimant,date,place,killed
A-1,A monitor,2017-03-17,377SFU805225,4
A-2,A monitor,2017-04-02,North Quarter / South Quarter,5
""",
    )


def claim(findings: Findings, code: str) -> Claim:
    return next(claim for claim in findings.claims if claim.incident == code)


def test_an_unsound_grid_reference_is_refused_with_the_reason(two_places):
    (told,) = [one for one in two_places.set_aside if "377SFU805225" in one.what]

    assert "MGRS" in told.what
    assert "row 2" in told.where
    assert claim(two_places, "A-1").place is None
    assert claim(two_places, "A-1").quantity.interval.low == 4


def test_two_names_are_kept_as_two_candidates(two_places):
    place = claim(two_places, "A-2").place

    assert place is not None
    assert place.written == "North Quarter / South Quarter"
    assert place.id == "city"
