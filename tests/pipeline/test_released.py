"""Ids that people keep from release to release, and what became of those that are nobody's any more."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from recount.case import open_case
from recount.cli import main
from recount.errors import CaseError
from recount.model.findings import Findings
from recount.pipeline import build, walk
from recount.pipeline.changes import changes
from recount.pipeline.record import record_of
from recount.pipeline.released import keep_released, path_of, released
from tests.cases.small import built
from tests.pipeline.test_line import bytes_below

PERSONS = """name,age,sex,died,place
Layla Karim Invented Madeup,20,female,2017-03-17,North Quarter
Omar Salim Fictional Nobody,30,male,2017-04-02,South Quarter
"""
MORE = """name,age,sex,died,place
Salma Nadir Thoughtup Never,41,female,2017-05-02,South Quarter
Omar Salim Fictional Nobody,30,male,2017-04-02,South Quarter
Layla Karim Invented Madeup,20,female,2017-03-17,North Quarter
"""


@pytest.fixture
def first(tmp_path: Path) -> Findings:
    return built(tmp_path / "case", persons=PERSONS)


def published(root: Path, out: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["publish", str(root), str(out), "--quiet"])
    assert ended.value.code == 0


def with_rows(root: Path, rows: str) -> Findings:
    (root / "sources" / "persons" / "documents" / "rows.csv").write_text(rows, "utf-8")
    (root / "sources" / "persons" / "SHA256SUMS").unlink()
    return build(open_case(root))


def ids(findings: Findings) -> dict[str, str]:
    return {one.names[0].text.split()[0]: one.id for one in findings.resolution.victims}


def test_a_list_sent_anew_with_a_row_more_leaves_everybody_their_id(first, tmp_path):
    root = tmp_path / "case"
    without = ids(with_rows(Path(shutil.copytree(root, tmp_path / "without")), MORE))
    published(root, tmp_path / "release")
    after = ids(with_rows(root, MORE))
    assert {name: after[name] for name in ids(first)} == ids(first)
    assert after.keys() - ids(first).keys() == {"Salma"}
    assert without["Layla"] != ids(first)["Layla"]


def test_with_the_same_release_a_build_gives_the_same_bytes(first, tmp_path):
    root = tmp_path / "case"
    published(root, tmp_path / "release")
    with_rows(root, MORE)
    whole = bytes_below(root / "site")
    shutil.rmtree(root / "build")
    shutil.rmtree(root / "site")
    build(open_case(root))
    assert bytes_below(root / "site") == whole


def test_publishing_what_was_published_changes_nothing(first, tmp_path):
    root = tmp_path / "case"
    published(root, tmp_path / "release")
    content = path_of(open_case(root)).read_bytes()
    assert b"Layla" not in content
    assert walk(open_case(root)).ran == ("carried",)
    published(root, tmp_path / "release")
    assert path_of(open_case(root)).read_bytes() == content


def merged(findings: Findings) -> Findings:
    """The first two people of a build as one."""
    one, other, *rest = findings.resolution.victims
    both = replace(one, records=tuple(sorted(one.records + other.records)))
    return replace(findings, resolution=replace(findings.resolution, victims=(both, *rest)))


def test_ids_that_are_nobodys_any_more_lead_on_over_many_releases(first, tmp_path):
    case, (one, other) = open_case(tmp_path / "case"), first.resolution.victims
    keep_released(case, first)
    keep_released(case, merged(first))
    assert released(case).gone == ((other.id, (one.id,)),)
    keep_released(case, replace(first, resolution=replace(first.resolution, victims=())))
    assert released(case).gone == ((one.id, ()), (other.id, ()))


def test_changes_between_builds_tell_who_was_joined_and_parted(first):
    apart, together = record_of(first), record_of(merged(first))
    one, other = first.resolution.victims
    joined, parted = changes(apart, together).people, changes(together, apart).people
    assert joined is not None
    assert parted is not None
    assert (joined.same, joined.merged, joined.split) == (1, ((other.id, one.id),), ())
    assert (parted.same, parted.split, parted.merged) == (1, ((other.id, one.id),), ())


def test_a_file_of_ids_that_is_damaged_stops_the_build(first, tmp_path):
    case = open_case(tmp_path / "case")
    keep_released(case, first)
    path_of(case).write_text("person,holds\nv-1,r-1\n", "utf-8")
    with pytest.raises(CaseError, match="backup"):
        build(case)
