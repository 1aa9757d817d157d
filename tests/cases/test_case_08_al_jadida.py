"""Case 8: al-Jadida, 17 March 2017: 105 conceded, 36 more unresolved, claims of up to 520, one report elsewhere."""

from datetime import date

import pytest

from recount.model.codes import Grade, Position
from recount.model.discrepancies import DiscrepancyKind
from recount.model.incidents import Assessment, Incident
from recount.model.interval import Interval, exactly
from tests.cases.answers import Answers, number, says

CODE = "MOSUL-2017-03-17"


@pytest.fixture(scope="module")
def incident(mosul: Answers) -> Incident:
    return mosul.incident(CODE)


@pytest.fixture(scope="module")
def against_the_coalition(mosul: Answers, incident: Incident) -> Assessment:
    (found,) = (a for a in mosul.findings.assessments if a.incident == incident.id and a.party == "coalition")
    return found


def test_it_is_one_event_for_every_report_and_table(mosul: Answers, incident: Incident):
    assert incident.place is not None
    assert incident.period is not None
    assert incident.place.id == "al-jadida"
    assert incident.period.start == date(2017, 3, 17)
    sources = {claim.source for claim in mosul.findings.claims if claim.id in incident.claims}
    assert {"incident-claims", "daily-kos", "centcom", "local-reports"} <= sources


def test_105_is_conceded_and_confirmed(against_the_coalition):
    assert against_the_coalition.conceded == exactly(105)
    assert against_the_coalition.grade is Grade.CONFIRMED


def test_141_is_the_high_end_with_its_reason(mosul: Answers, incident: Incident):
    documented = next(figure for figure in mosul.findings.figures if figure.name == "documented")

    (line,) = (line for line in documented.lines if incident.id in line.evidence)

    assert line.amount == Interval(105, 141)
    assert "141" in line.says


def test_what_is_claimed_beyond_that_is_a_contested_residual_and_not_added(mosul, incident, against_the_coalition):
    documented = next(figure for figure in mosul.findings.figures if figure.name == "documented")

    residuals = [line for line in documented.excluded if line.rule == "contested residual"]

    assert against_the_coalition.residual.high == 520 - 141
    assert [line.amount.high for line in residuals if incident.id in line.evidence] == [520 - 141]
    assert sum(line.amount.high for line in documented.lines) == documented.interval.high == 141 + 35


def test_as_many_as_100_is_superseded_and_kept(mosul: Answers, incident: Incident):
    early = [c for c in mosul.findings.claims if c.id in incident.claims and c.published == date(2017, 3, 27)]

    found = [one for claim in early for one in mosul.discrepancies(DiscrepancyKind.SUPERSEDED, claim.id)]

    assert {claim.quantity.interval.high for claim in early} == {100}
    assert found
    assert {number(one, "now") for one in found} == {exactly(105)}
    assert all("kept" in one.says for one in found)


def test_the_coalitions_positions_follow_each_other_and_none_is_erased(mosul: Answers, incident: Incident):
    first, second, third = (mosul.position(code) for code in ("AJ-1", "AJ-2", "AJ-3"))

    assert [one.position for one in (first, second, third)] == [Position.OPEN, Position.OPEN, Position.ACCEPTS]
    assert (second.supersedes, third.supersedes) == (first.id, second.id)
    assert {first.id, second.id, third.id} <= set(incident.acknowledgements)
    assert mosul.discrepancies(DiscrepancyKind.SUPERSEDED, second.id, third.id)


def test_101_and_4_are_parts_of_the_105(mosul: Answers):
    whole = mosul.claim("105", source="centcom")
    parts = [claim for claim in mosul.claims(source="centcom") if claim.quantity.interval in (exactly(101), exactly(4))]

    assert whole.quantity.interval == exactly(105)
    assert len(parts) == 2
    assert incident_total(mosul, parts) == 105


def incident_total(mosul: Answers, parts) -> float:
    return sum(claim.quantity.interval.floor for claim in parts)


def test_the_place_conflict_is_flagged(mosul: Answers, incident: Incident):
    found = says(mosul.discrepancies(DiscrepancyKind.PLACE, incident.id), "Old City")

    assert found
    assert "Jadida" in found[0].says
