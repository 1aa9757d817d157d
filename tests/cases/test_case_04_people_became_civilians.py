"""Case 4: the agency says people, its rewrite says civilians."""

from recount.model.codes import Population
from recount.model.discrepancies import DiscrepancyKind
from recount.model.interval import Interval
from tests.cases.answers import Answers, says


def test_the_two_are_one_voice(mosul: Answers):
    agency, rewrite = mosul.claim("9,000", source="associated-press"), mosul.claim("9,000", source="daily-kos")

    assert agency.quantity.interval == rewrite.quantity.interval == Interval(9000, 11000)
    assert len(mosul.origins_of([agency, rewrite])) == 1


def test_the_change_of_population_is_flagged_and_stays_unresolved(mosul: Answers):
    agency, rewrite = mosul.claim("9,000", source="associated-press"), mosul.claim("9,000", source="daily-kos")

    (found,) = says(mosul.discrepancies(DiscrepancyKind.MUTATION, agency.id, rewrite.id), "population changed")

    assert (agency.population, rewrite.population) == (Population.PEOPLE, Population.CIVILIANS)
    assert "people became civilians" in found.says
    assert "unresolved" in found.says


def test_the_claimed_total_is_shown_once_and_for_people(mosul: Answers):
    claimed = [
        figure
        for figure in mosul.findings.figures
        if figure.name.startswith("claimed") and figure.interval == Interval(9000, 11000)
    ]

    assert [figure.scope.population for figure in claimed] == [Population.PEOPLE]
