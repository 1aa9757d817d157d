"""A view that reaches for a private value is refused before it is ever run."""

import sys
from pathlib import Path
from subprocess import run

ROOT = Path(__file__).resolve().parents[2]
SEEN = """
from recount.publication.pages import Page
from recount.publication.public import PublicPerson


def view(person: PublicPerson) -> Page:
    return Page("people/one.html", "persons.html", "people", {"people": [person], "age": person.age})
"""
UNSEEN = """
from recount.model.assertions import Record
from recount.model.evidence import Document
from recount.model.people import Victim
from recount.publication.pages import Page
from recount.publication.public import PublicPerson, PublicRow


def of_a_record(record: Record) -> Page:
    return Page("people/one.html", "persons.html", "people", {"people": [record]})


def of_a_victim(victim: Victim) -> Page:
    return Page("people/one.html", "persons.html", "people", {"person": victim})


def of_a_document(document: Document) -> Page:
    return Page("people/one.html", "persons.html", "people", {"document": document})


def of_a_field_nobody_may_see(person: PublicPerson, row: PublicRow) -> Page:
    return Page("people/one.html", "persons.html", "people", {"a": person.notes, "b": row.informant})
"""


def test_a_page_may_be_given_public_values_and_nothing_that_names_somebody(tmp_path: Path) -> None:
    (tmp_path / "seen.py").write_text(SEEN, "utf-8")
    (tmp_path / "unseen.py").write_text(UNSEEN, "utf-8")
    settings = ["--config-file", str(ROOT / "pyproject.toml"), "--no-pretty", "--no-error-summary"]
    files = [str(tmp_path / "seen.py"), str(tmp_path / "unseen.py")]
    told = run(
        [sys.executable, "-m", "mypy", *settings, *files], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout
    refused = sorted(line.partition(".py:")[2] for line in told.splitlines() if "unseen.py" in line)
    assert [line for line in told.splitlines() if "unseen.py" not in line] == []
    assert [line.partition(":")[0] for line in refused if "error:" in line] == ["10", "14", "18", "22", "22"]
    assert [kind for kind in ('"Record"', '"Victim"', '"Document"', '"notes"', '"informant"') if kind in told] == [
        '"Record"',
        '"Victim"',
        '"Document"',
        '"notes"',
        '"informant"',
    ]
