"""`recount diff`: what changed between two builds, and which document, row, decision or setting changed it."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from recount.case import open_case
from recount.cli import main
from recount.cli.diff_text import as_text
from recount.model.changes import Cause, Changes, FigureChange, InputChange
from recount.model.decisions import Judgement, Question
from recount.model.interval import exactly
from recount.pipeline import evidence_of, walk
from recount.store import JsonlLog
from tests.cases.small import built
from tests.store.test_log import a_decision

PERSONS = """
name,age,sex,died,place,party
Layla Invented Madeup,20,female,2017-03-17,North Quarter,coalition
Omar Fictional Nobody,30,male,2017-04-02,South Quarter,coalition
Salma Thoughtup Never,41,female,2017-05-02,South Quarter,
"""
INCIDENTS = """
code,claimant,date,place,killed,party
A-1,A monitor,2017-03-17,North Quarter,4,coalition
A-1,A newspaper,2017-03-17,North Quarter,4,coalition
"""


@pytest.fixture
def before(tmp_path: Path) -> Path:
    built(tmp_path / "before", persons=PERSONS, incidents=INCIDENTS)
    return tmp_path / "before"


@pytest.fixture
def now(before: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(before, tmp_path / "now", ignore=shutil.ignore_patterns("build", "site", "SHA256SUMS")))


def told(capsys: pytest.CaptureFixture[str], *arguments: object) -> dict[str, object]:
    capsys.readouterr()
    main(["diff", *map(str, arguments), "--json"])
    return json.loads(capsys.readouterr().out)


def why(found, name: str) -> list[str]:
    return next(figure["why"] for figure in found["figures"] if figure["name"] == name)


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> dict[str, object]:
    with pytest.raises(SystemExit) as ended:
        told(capsys, *arguments)
    assert ended.value.code == 0
    return json.loads(capsys.readouterr().out)


def test_nothing_changed(before, now, capsys):
    with pytest.raises(SystemExit):
        main(["diff", str(before), str(now)])
    assert capsys.readouterr().out.strip() == "Nothing changed."


def test_a_row_that_was_removed(before, now, capsys):
    rows = now / "sources" / "persons" / "documents" / "rows.csv"
    rows.write_text("\n".join(line for line in rows.read_text("utf-8").splitlines() if "Omar" not in line), "utf-8")
    found = run(capsys, before, now)
    (changed,) = found["inputs"]
    assert changed["rows"] == ["row 3 is gone"]
    documented = next(figure for figure in found["figures"] if figure["name"] == "documented")
    assert (documented["before"]["low"], documented["now"]["low"]) == (3, 2)
    assert documented["why"] == ["sources/persons/documents/rows.csv"]


def test_a_document_that_was_added(before, now, capsys):
    more = now / "sources" / "persons" / "documents" / "more.csv"
    more.write_text(PERSONS.strip().splitlines()[0] + "\nNadia Newly Invented,50,female,2017-06-01,North Quarter,\n")
    found = run(capsys, before, now)
    assert [one["cause"] for one in found["inputs"]] == ["document"]
    assert "was added, with 1 rows" in found["inputs"][0]["says"]
    assert why(found, "documented") == ["sources/persons/documents/more.csv"]


def test_a_setting_that_was_changed(before, now, capsys):
    settings = now / "recount.toml"
    settings.write_text(settings.read_text("utf-8") + "[assessment]\nknown_missing = 7\n", "utf-8")
    found = run(capsys, before, now)
    assert found["inputs"][0]["says"] == "assessment.known_missing was 0 and is 7"
    assert why(found, "documented") == ["assessment.known_missing"]


def test_a_decision_that_was_added(before, now, capsys):
    opened = open_case(now)
    walked = walk(opened)
    incident = walked.findings.incidents[0].id
    subject = (incident, "coalition")
    shown = evidence_of(walked, Question.GRADE, subject)
    given = a_decision(
        question=Question.GRADE, subject=subject, judgement=Judgement.YES, value="discounted", evidence=shown
    )
    JsonlLog(opened.decisions).add(given)
    found = run(capsys, before, now)
    assert [one["cause"] for one in found["inputs"]] == ["decision"]
    assert all(figure["why"] == [found["inputs"][0]["subject"]] for figure in found["figures"])


def test_an_earlier_record_and_a_published_folder_are_sides_too(before, now, capsys):
    settings = now / "recount.toml"
    settings.write_text(settings.read_text("utf-8") + "[assessment]\nknown_missing = 7\n", "utf-8")
    (record,) = (before / "build" / "builds").glob("*.json")
    assert why(run(capsys, record, now), "documented") == ["assessment.known_missing"]
    found = run(capsys, before / "site", now)
    assert why(found, "documented") == ["assessment.known_missing"]
    assert found["whole"] is False


def test_what_is_no_build_is_refused(before, tmp_path, capsys):
    (tmp_path / "empty").mkdir()
    with pytest.raises(SystemExit) as ended:
        main(["diff", str(before), str(tmp_path / "empty")])
    assert ended.value.code == 3
    assert "no case folder" in capsys.readouterr().err


def test_many_inputs_of_one_kind_are_counted_and_a_few_are_named():
    many = [InputChange(Cause.DOCUMENT, f"sources/radio/documents/{n:03}.txt", "was added") for n in range(40)]
    many = [replace(one, says=f"{one.subject} was added") for one in many]
    gone = InputChange(Cause.DOCUMENT, "sources/radio/documents/old.txt", "sources/radio/documents/old.txt was removed")
    why = tuple(one.subject for one in (*many, gone))
    figures = [FigureChange(f"documented/2017-{n:02}", exactly(n), exactly(n + 1), (), why) for n in range(1, 31)]
    lines = as_text(Changes((*many, gone), tuple(figures))).splitlines()
    assert lines[0] == "Inputs that changed (41)"
    assert lines[1] == "  document: 40 of sources/radio, each was added"
    assert lines[2:6] == [*(f"    documents/{n:03}.txt" for n in range(3)), "    … and 37 more"]
    assert lines[6] == f"  document: {gone.says}"
    assert "    because of 41 documents of sources/radio" in lines
    assert lines[-1] == "  … and 18 more (18 documented): --json prints all"
    assert len(lines) < 40
