"""The straight line: nothing is computed twice, nothing depends on workers, and the truth is never read."""

import os
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from recount.case import open_case
from recount.errors import VerificationFailed
from recount.model.decisions import Decision, Judgement, Question, subject_of
from recount.pipeline import evidence_of, walk
from recount.pipeline.indexed import carried, index_of
from recount.store import JsonlLog


def bytes_below(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def test_a_second_build_computes_nothing(city):
    assert "extract" in walk(open_case(city)).ran
    assert walk(open_case(city)).ran == ()


def test_deleting_what_is_derived_and_building_again_gives_the_same_bytes(city):
    walk(open_case(city))
    first = bytes_below(city / "site")
    shutil.rmtree(city / "site")
    shutil.rmtree(city / "build")
    walk(open_case(city))
    assert bytes_below(city / "site") == first


def test_a_deleted_site_is_written_again_though_nothing_changed(city):
    walk(open_case(city))
    first = bytes_below(city / "site")
    shutil.rmtree(city / "site")
    assert walk(open_case(city)).ran == ("publish",)
    assert bytes_below(city / "site") == first


def test_two_workers_give_the_bytes_of_one(city, small_city, tmp_path):
    walk(open_case(city), workers=1)
    other = Path(shutil.copytree(small_city, tmp_path / "other"))
    walk(open_case(other), workers=2)
    assert bytes_below(other / "site") == bytes_below(city / "site")


def test_the_truth_is_never_read(city):
    opened: list[str] = []
    listening = [True]

    def listen(event: str, arguments: tuple[object, ...]) -> None:
        if (
            listening[0]
            and event in ("open", "os.listdir", "os.scandir")
            and isinstance(arguments[0], str | os.PathLike)
        ):
            opened.append(str(arguments[0]))

    sys.addaudithook(listen)
    walk(open_case(city))
    listening[0] = False
    assert any("morgue" in path for path in opened)
    assert not [path for path in opened if "truth" in Path(path).parts]


def test_another_truth_changes_no_byte(city, small_city, tmp_path):
    walk(open_case(city))
    other = Path(shutil.copytree(small_city, tmp_path / "other"))
    shutil.rmtree(other / "truth")
    walk(open_case(other))
    assert bytes_below(other / "site") == bytes_below(city / "site")


def a_decision(city: Path, judgement: Judgement) -> Decision:
    """A reviewer's answer on the two records of the first person who has two."""
    built = walk(open_case(city))
    victim = next(one for one in built.findings.resolution.victims if len(one.records) == 2)
    subject = subject_of(Question.SAME_PERSON, victim.records)
    shown = evidence_of(built, Question.SAME_PERSON, subject)
    assert shown is not None
    time = datetime(2026, 1, 2, tzinfo=UTC)
    return Decision(0, time, "ana", Question.SAME_PERSON, subject, judgement, "different mothers", shown)


def test_a_decision_reruns_what_depends_on_it_and_not_what_it_rests_on(city):
    decision = a_decision(city, Judgement.NO)
    before = len(walk(open_case(city)).findings.resolution.victims)
    JsonlLog(city / "decisions").add(decision)
    built = walk(open_case(city))
    assert "resolve" in built.ran
    assert not {"ingest", "extract", "link"} & set(built.ran)
    assert len(built.findings.resolution.victims) == before + 1


def test_a_decision_whose_evidence_changed_is_set_aside_and_told(city):
    decision = a_decision(city, Judgement.NO)
    stale = Decision(**{**{name: getattr(decision, name) for name in decision.__slots__}, "evidence": "0" * 64})
    JsonlLog(city / "decisions").add(stale)
    findings = walk(open_case(city)).findings
    assert findings.stale == ("ana#1",)
    assert findings.verdicts == ()


def test_a_document_that_changed_since_it_was_received_stops_the_build(city):
    walk(open_case(city))
    list_ = next((city / "sources" / "ngo-victims" / "documents").iterdir())
    list_.write_bytes(list_.read_bytes() + b"\n")
    with pytest.raises(VerificationFailed, match="differ from what was received"):
        walk(open_case(city))


def test_every_record_is_in_exactly_one_person_and_every_ledger_line_has_evidence(city):
    findings = walk(open_case(city)).findings
    held = [record for victim in findings.resolution.victims for record in victim.records]
    assert sorted(held) == sorted(record.id for record in findings.records)
    assert all(line.evidence for figure in findings.figures for line in figure.lines)


def test_every_row_leads_back_to_the_figures_that_rest_on_it(city):
    built = walk(open_case(city))
    index = index_of(built)
    victim = built.findings.resolution.victims[0]
    above = carried(index, victim.records[0])
    names = {figure.id: figure.name for figure in built.figures}
    assert ("victim", victim.id) in above
    assert "documented" in {names[one] for kind, one in above if kind == "figure"}
    assert index_of(walk(open_case(city))).path == index.path
