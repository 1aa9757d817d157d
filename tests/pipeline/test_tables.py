"""Capture tables of a case: of the accepted linkage and of its draws."""

from recount.assessment.people import belongs
from recount.assessment.removals import still_listed
from recount.case import open_case
from recount.estimation import tabulate
from recount.linkage import drawn
from recount.pipeline import build


def test_an_estimate_of_a_case_carries_the_doubt_of_its_linkage(city):
    case = open_case(city)
    findings = build(case)
    (table,), (estimate,) = findings.tables, findings.estimates
    records = {record.id: record for record in findings.records}
    assert len(table.linkages) == case.settings.linkage.partitions
    for draw in (0, 7, 31):
        everybody = drawn(findings.records, findings.resolution, draw)
        inside = [one for one in everybody if belongs(one, case.settings.case.scope)]
        people = still_listed(inside, records, findings.versions, case.settings.assessment)
        assert tabulate(people, table.lists)["all"].counts == table.linkages[draw]
    assert any("draws of the linkage" in caveat for caveat in estimate.caveats) == (estimate.interval is not None)
