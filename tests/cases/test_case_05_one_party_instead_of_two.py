"""Case 5: a lead lays 3,200 to the coalition and the Iraqi government, the body of the same report to the coalition."""

from recount.model.discrepancies import DiscrepancyKind
from tests.cases.answers import Answers, says

SOURCE = "jerusalem-online"


def test_one_report_lays_the_same_deaths_to_two_parties_and_to_one(mosul: Answers):
    lead, body = (claim for claim in mosul.claims("3,200", source=SOURCE))

    assert lead.attribution is not None
    assert body.attribution is not None
    assert set(lead.attribution.parties) == {"coalition", "iraq"}
    assert set(body.attribution.parties) == {"coalition"}


def test_the_change_is_flagged_and_the_joint_attribution_stands(mosul: Answers):
    lead, body = (claim for claim in mosul.claims("3,200", source=SOURCE))

    (found,) = says(mosul.discrepancies(DiscrepancyKind.MUTATION, lead.id, body.id), "attribution changed")

    assert "nobody can split it" in found.says


def test_the_gap_to_what_is_acknowledged_is_not_laid_to_the_coalition_alone(mosul: Answers):
    gaps = says(mosul.discrepancies(DiscrepancyKind.GAP), "3,200")

    assert gaps
    assert all("jointly" in gap.says for gap in gaps)
