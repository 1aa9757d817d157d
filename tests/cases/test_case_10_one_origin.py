"""Case 10: four reports carry 9,000 to 11,000."""

from recount.model.interval import Interval
from tests.cases.answers import Answers

REPORTS = ("associated-press", "taipei-times", "jerusalem-online", "daily-kos")


def test_four_reports_are_one_independent_origin(mosul: Answers):
    claims = [mosul.claim("9,000", source=source) for source in REPORTS]

    assert len(mosul.origins_of(claims)) == 1


def test_the_reprint_is_a_copy_and_the_rewrites_are_derived(mosul: Answers):
    agency = mosul.claim("9,000", source="associated-press")
    kinds = {}
    for source in REPORTS[1:]:
        claim = mosul.claim("9,000", source=source)
        kinds[source] = {one.kind for one in mosul.findings.derivations if one.claim == claim.id}

    assert not [one for one in mosul.findings.derivations if one.claim == agency.id]
    assert kinds == {"taipei-times": {"copy"}, "jerusalem-online": {"derived"}, "daily-kos": {"derived"}}


def test_reports_without_the_figure_are_other_voices(mosul: Answers):
    own = mosul.origins_of(mosul.claim("9,000", source=source) for source in REPORTS)
    others = mosul.origins_of([mosul.claim("5,805", source="carbonated-tv"), mosul.claim("105", source="centcom")])

    assert not own & others


def test_the_claimed_figure_rests_on_one_voice(mosul: Answers):
    claimed = [figure for figure in mosul.findings.figures if figure.interval == Interval(9000, 11000)]

    (figure,) = [figure for figure in claimed if figure.name.startswith("claimed")]

    assert len(figure.lines) == 1
    assert figure.lines[0].rule == "one origin, one voice"
