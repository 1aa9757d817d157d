"""What was received is recorded once and held against its bytes ever after."""

import random
import subprocess
from pathlib import Path

import pytest

from recount.ingestion import Breach, custody
from tests.ingestion.folders import NEWS, a_source, taken_in


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case of two files whose custody is recorded."""
    folder = a_source(tmp_path, NEWS)
    (folder / "in").mkdir()
    (folder / "a.txt").write_text("nine killed", encoding="utf-8")
    (folder / "in" / "ب c.txt").write_text("ten killed", encoding="utf-8")
    assert custody.record(tmp_path, taken_in(tmp_path).documents) == 2
    return tmp_path


def test_an_untouched_case_is_whole(case: Path) -> None:
    assert custody.check(case) == []
    assert custody.record(case, taken_in(case).documents) == 0


def test_the_record_is_in_the_format_of_sha256sum(case: Path) -> None:
    run = subprocess.run(
        ["sha256sum", "-c", "SHA256SUMS"], cwd=case / "sources/morgue", capture_output=True, check=True
    )
    assert run.stdout.decode().splitlines() == ["documents/a.txt: OK", "documents/in/ب c.txt: OK"]


def test_a_new_document_adds_a_line_and_changes_none(case: Path) -> None:
    sums = case / "sources/morgue/SHA256SUMS"
    before = sums.read_text(encoding="utf-8")
    (case / "sources/morgue/documents/b.txt").write_text("new", encoding="utf-8")
    assert custody.unrecorded(case, taken_in(case).documents) == ["sources/morgue/documents/b.txt"]
    assert custody.record(case, taken_in(case).documents) == 1
    assert sums.read_text(encoding="utf-8").startswith(before)


def test_a_removed_document_is_missing(case: Path) -> None:
    (case / "sources/morgue/documents/a.txt").unlink()
    (broken,) = custody.check(case)
    assert (broken.breach, broken.where) == (Breach.MISSING, "sources/morgue/documents/a.txt")


def test_a_changed_document_cannot_be_recorded_over(case: Path) -> None:
    (case / "sources/morgue/documents/a.txt").write_text("eight killed", encoding="utf-8")
    assert custody.record(case, taken_in(case).documents) == 0
    (broken,) = custody.check(case)
    assert "its bytes differ from what was received" in str(broken)


def test_any_change_of_one_byte_is_found(case: Path) -> None:
    """Target R2 for documents: 500 of 500 mutations of a document or of the record itself."""
    rng = random.Random(2017)
    files = [*(case / "sources/morgue/documents").rglob("*.txt"), case / "sources/morgue/SHA256SUMS"]
    found = 0
    for _ in range(500):
        path = rng.choice(files)
        whole = path.read_bytes()
        at = rng.randrange(len(whole))
        path.write_bytes(whole[:at] + bytes([(whole[at] + rng.randrange(1, 256)) % 256]) + whole[at + 1 :])
        found += bool(custody.check(case))
        path.write_bytes(whole)
    assert found == 500
    assert custody.check(case) == []


def test_a_name_with_a_line_break_is_kept(tmp_path: Path) -> None:
    (a_source(tmp_path, NEWS) / "a\nb\\c.txt").write_text("x", encoding="utf-8")
    documents = taken_in(tmp_path).documents
    custody.record(tmp_path, documents)
    assert custody.check(tmp_path) == []
    assert custody.record(tmp_path, documents) == 0
