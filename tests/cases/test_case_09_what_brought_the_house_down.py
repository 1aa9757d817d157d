"""Case 9: walls rigged and no sign of an airstrike; a bomb struck and explosives detonated; no explosives at all."""

import pytest

from recount.model.assertions import Side
from recount.model.codes import Grade, Position
from recount.model.discrepancies import DiscrepancyKind
from tests.cases.answers import Answers, says

CODE = "MOSUL-2017-03-17"
CENTCOM, COMMAND, RESIDENTS = "US Central Command", "Iraqi Joint Operations Command", "Residents of al-Jadida"


def sides(mosul: Answers, text: str) -> dict[str, Side]:
    return {one.claimant: one.side for one in mosul.findings.propositions if one.about == CODE and one.says == text}


def test_the_coalition_concedes_the_strike_against_the_commands_denial(mosul: Answers):
    assert sides(mosul, "a strike occurred") == {
        CENTCOM: Side.SUPPORTS,
        COMMAND: Side.DENIES,
        RESIDENTS: Side.SUPPORTS,
    }
    assert mosul.position("AJ-IRAQ").position is Position.DENIES


def test_that_there_were_explosives_is_contested(mosul: Answers):
    assert sides(mosul, "explosives were present") == {
        CENTCOM: Side.SUPPORTS,
        COMMAND: Side.SUPPORTS,
        RESIDENTS: Side.DENIES,
    }


@pytest.mark.parametrize(
    "text", ["a strike occurred", "explosives were present", "explosives brought the building down"]
)
def test_each_contested_proposition_is_its_own_discrepancy(mosul: Answers, text: str):
    (found,) = says(mosul.discrepancies(DiscrepancyKind.PROPOSITION, mosul.incident(CODE).id), text)

    assert "Responsibility is not moved" in found.says


def test_responsibility_is_unmoved(mosul: Answers):
    grades = {a.party: a.grade for a in mosul.findings.assessments if a.incident == mosul.incident(CODE).id}

    assert grades["coalition"] is Grade.CONFIRMED
    assert grades.get("isis") in (None, Grade.CONTESTED, Grade.WEAK, Grade.DISCOUNTED)
