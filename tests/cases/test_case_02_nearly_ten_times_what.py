"""Case 2: "nearly ten times the toll reported until now", without a base; the prime minister's figure is 1,260."""

import pytest

from recount.model.codes import ClaimKind
from recount.model.discrepancies import Discrepancy, DiscrepancyKind
from tests.cases.answers import Answers, close, number, says

AGENCY = "associated-press"


@pytest.fixture(scope="module")
def ten_times(mosul: Answers) -> Discrepancy:
    ratio = mosul.claim("ten times", source=AGENCY)
    assert ratio.quantity.kind is ClaimKind.RATIO
    found = [one for one in mosul.discrepancies(DiscrepancyKind.RATIO) if "base not stated" in one.title]
    assert found, "no ratio is reported as lacking a base"
    return next(one for one in found if ratio.id in one.subjects)


def test_against_1260_it_is_7_1_to_8_7(ten_times):
    assert close(number(ten_times, "against 1,260"), 7.1, 8.7)


def test_no_known_figure_gives_ten(ten_times):
    assert ten_times.holds is False
    assert "names no base" in ten_times.says
    assert "No known figure gives" in ten_times.says


@pytest.mark.parametrize(("copy", "phrase"), [("daily-kos", "ten times what"), ("jerusalem-online", "ten times more")])
def test_later_reports_drop_nearly(mosul: Answers, copy: str, phrase: str):
    before, after = mosul.claim("ten times", source=AGENCY), mosul.claim(phrase, source=copy)

    lost = says(mosul.discrepancies(DiscrepancyKind.MUTATION, before.id, after.id), "hedge lost")

    assert len(lost) == 1
    assert "nearly" in lost[0].says


def test_the_reprint_keeps_nearly(mosul: Answers):
    after = mosul.claim("ten times", source="taipei-times")

    assert not says(mosul.discrepancies(DiscrepancyKind.MUTATION, after.id), "hedge lost")


def test_the_prime_ministers_figure_is_a_claim_and_no_concession(mosul: Answers):
    said = mosul.claim("1,260", source=AGENCY)
    position = mosul.position("TOTAL-IRAQ")

    assert said.attribution is None
    assert not position.conceded.known
    assert "acknowledged/iraq" not in {figure.name for figure in mosul.findings.figures}
