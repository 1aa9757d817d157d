"""What the example promises of itself: real figures with their sources, nobody named, nothing lost."""

from recount.model.codes import SourceKind
from tests.cases.answers import Answers

TABLES = (
    "official-positions",
    "incident-claims",
    "propositions",
    "june-strike-claims",
    "partner-positions",
    "evidence-known",
    "partial-counts",
)


def test_every_report_names_publisher_date_and_link_of_its_original(mosul: Answers):
    reports = [document for document in mosul.findings.documents if document.source not in TABLES]

    assert len(reports) == 8
    assert all(document.publisher and document.published and document.url for document in reports)


def test_no_person_is_part_of_the_case(mosul: Answers):
    assert mosul.findings.records == ()
    assert mosul.findings.resolution.victims == ()


def test_nothing_was_set_aside(mosul: Answers):
    assert mosul.findings.set_aside == ()


def test_reports_are_read_in_both_languages(mosul: Answers):
    local = {source.id for source in mosul.findings.sources if source.kind is SourceKind.LOCAL}

    arabic = [claim for claim in mosul.findings.claims if claim.source in local]

    assert {"٢٣٠", "٥٢٠"} <= {digit for claim in arabic for digit in ("٢٣٠", "٥٢٠") if digit in claim.phrase}


def test_every_phrase_is_the_exact_text_at_its_place(mosul: Answers):
    read = [claim for claim in mosul.findings.claims if claim.locator.start is not None]

    assert read
    assert all(mosul.words(claim) == claim.phrase for claim in read)
