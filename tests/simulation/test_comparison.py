"""How close a build came: real lists, read by the real readers, put together rightly and wrongly on purpose."""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from recount.config import load
from recount.errors import CaseError
from recount.extraction.rows import assertions_in
from recount.ingestion import ingest, load_sources
from recount.model.assertions import Record
from recount.model.estimates import Estimate
from recount.model.evidence import Document
from recount.model.findings import Findings
from recount.model.incidents import Incident
from recount.model.interval import Interval
from recount.model.ledger import Effect, Figure, Line
from recount.model.people import Resolution, Victim
from recount.model.scope import Scope
from recount.simulation import SimulationSettings, compare, simulate
from recount.simulation.comparison import person_behind
from recount.simulation.known import read_truth
from tests.making import some_findings


@dataclass(frozen=True)
class Town:
    """A small simulated case, read but not linked."""

    folder: Path
    documents: tuple[Document, ...]
    findings: Findings
    people: dict[str, str]

    @property
    def truth(self) -> Path:
        return self.folder / "truth"


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Town:
    folder = tmp_path_factory.mktemp("town")
    simulate(folder, SimulationSettings(deaths=300, reports=4, seed=5))
    settings = load(folder)
    sources, _ = load_sources(folder)
    by_id = {source.id: source for source in sources}
    documents = ingest(folder, sources).documents
    told = [
        assertions_in(document, by_id[document.source], settings.theatre, settings.extraction)
        for document in documents
        if document.tables
    ]
    findings = some_findings(
        parties=settings.parties,
        documents=documents,
        records=tuple(record for one in told for record in one.records),
        claims=tuple(claim for one in told for claim in one.claims),
        acknowledgements=tuple(position for one in told for position in one.acknowledgements),
    )
    people = person_behind(findings, read_truth(folder / "truth"))
    return Town(folder, documents, findings, people)


def grouped(groups: dict[str, list[Record]]) -> Resolution:
    return Resolution(
        tuple(
            Victim(f"v-{name}", tuple(record.id for record in records), tuple({one.source: 0 for one in records}))
            for name, records in sorted(groups.items())
        )
    )


def rightly(town: Town) -> dict[str, list[Record]]:
    groups: dict[str, list[Record]] = {}
    for record in town.findings.records:
        groups.setdefault(town.people[record.id], []).append(record)
    return groups


def test_every_record_that_was_read_has_a_person_behind_it(town: Town) -> None:
    assert len(town.findings.records) > 300
    assert set(town.people) == {record.id for record in town.findings.records}


def test_records_put_together_as_they_belong_agree_wholly(town: Town) -> None:
    comparison = compare(town.truth, replace(town.findings, resolution=grouped(rightly(town))))
    assert comparison.pairs.f1 == 1.0
    assert comparison.people.f1 == pytest.approx(1.0)
    assert comparison.count("people").contained


def test_two_people_taken_for_one_cost_precision_and_nothing_else(town: Town) -> None:
    groups = rightly(town)
    first, second = sorted(groups)[:2]
    merged = {**groups, first: groups[first] + groups[second]}
    del merged[second]
    comparison = compare(town.truth, replace(town.findings, resolution=grouped(merged)))
    assert comparison.pairs.precision < 1.0
    assert comparison.pairs.recall == 1.0
    assert not comparison.count("people").contained


def test_one_person_taken_for_two_costs_recall_and_nothing_else(town: Town) -> None:
    groups = rightly(town)
    torn = next(name for name in sorted(groups) if len(groups[name]) > 1)
    parted = {**groups, torn: groups[torn][:1], torn + "b": groups[torn][1:]}
    comparison = compare(town.truth, replace(town.findings, resolution=grouped(parted)))
    assert comparison.pairs.precision == 1.0
    assert comparison.pairs.recall < 1.0


def test_the_documented_figure_is_held_against_the_people_on_the_lists(town: Town) -> None:
    listed = len(read_truth(town.truth).listed)
    line = Line(Effect.ADDS, Interval(listed - 2, listed + 2), "a rule", "people on the lists")
    found = replace(town.findings, figures=(Figure("documented", Scope(), (line,)),))
    count = compare(town.truth, found).count("documented")
    assert (count.truth, count.contained) == (listed, True)
    assert count.width == pytest.approx(4 / listed)


def test_the_estimate_is_held_against_all_deaths_in_scope(town: Town) -> None:
    estimate = Estimate("all", ("morgue",), 280, "log-linear", "estimable", interval=Interval(310, 350))
    count = compare(town.truth, replace(town.findings, estimates=(estimate,))).count("estimated")
    assert (count.truth, count.contained) == (300, False)


def test_what_a_build_does_not_give_is_neither_right_nor_wrong(town: Town) -> None:
    comparison = compare(town.truth, town.findings)
    assert not comparison.count("estimated").given
    assert "no figure" in comparison.table()


def test_claims_put_together_by_their_code_agree_wholly(town: Town) -> None:
    codes: dict[str, list[str]] = {}
    for claim in (one for one in town.findings.claims if one.source == "ngo-incidents"):
        codes.setdefault(claim.incident or "", []).append(claim.id)
    incidents = tuple(
        Incident(f"i-{code}", None, None, (code,), claims=tuple(claims)) for code, claims in sorted(codes.items())
    )
    comparison = compare(town.truth, replace(town.findings, incidents=incidents))
    assert comparison.incidents.things > 20
    assert comparison.incidents.f1 == pytest.approx(1.0)


def test_the_order_of_findings_is_immaterial(town: Town) -> None:
    found = replace(town.findings, resolution=grouped(rightly(town)))
    backwards = replace(found, records=found.records[::-1], claims=found.claims[::-1])
    assert compare(town.truth, found) == compare(town.truth, backwards)


def test_a_case_that_was_not_simulated_has_no_truth(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match=r"only a case of `recount simulate` has a truth"):
        compare(tmp_path, some_findings())
