"""From `recount new` to a page, a trace, a decision and a check, on a case of one's own."""

import json
import shutil
from pathlib import Path

import pytest

from recount.cli import main
from recount.cli.exits import Exit


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case as `recount new` makes it, built once; every test works on a copy."""
    folder = tmp_path_factory.mktemp("built") / "my-case"
    for arguments in (["new"], ["build", "--quiet"]):
        with pytest.raises(SystemExit) as ended:
            main([arguments[0], str(folder), *arguments[1:]])
        assert not ended.value.code
    return folder


@pytest.fixture
def case(built, tmp_path) -> Path:
    """A copy of the case, with its remembered steps."""
    return Path(shutil.copytree(built, tmp_path / "my-case"))


def test_a_new_case_builds_as_it_stands(recount, tmp_path):
    case = tmp_path / "mine"
    assert recount("new", case).code == Exit.FINE
    said = recount("build", case, "--strict")
    assert said.code == Exit.FINE, said.err
    assert "A case to start from" in said.out
    assert (case / "site" / "index.html").is_file()
    assert str(case / "site" / "index.html") in said.out


def test_a_new_case_is_never_written_over_another(recount, case):
    said = recount("new", case)
    assert (said.code, "is not empty" in said.err) == (Exit.CASE, True)


def test_what_was_set_aside_is_said_in_one_place(recount, tmp_path):
    case = tmp_path / "mine"
    recount("new", case)
    rows = case / "sources" / "example-list" / "documents" / "list.csv"
    rows.write_text(rows.read_text().replace("M,0,", "M,214,"))
    said = recount("build", case)
    assert said.code == Exit.FINE
    assert "Set aside (1)" in said.out
    assert "list.csv" in said.out.split("Set aside")[1]
    assert recount("build", case, "--strict").code == Exit.PROBLEM


def test_a_build_can_be_read_by_a_script(recount, case):
    told = json.loads(recount("build", case, "--json").out)
    assert told["case"] == "A case to start from"
    assert told["figures"][0]["name"] == "documented"
    assert told["set_aside"] == []


def test_building_twice_gives_the_same_summary(recount, case):
    assert recount("build", case).out == recount("build", case).out


def test_a_figure_is_traced_to_the_cells_it_rests_on(recount, case):
    said = recount("trace", case, "documented", "--most", 0)
    assert said.code == Exit.FINE, said.err
    assert "sources/example-list/documents/list.csv" in said.out
    assert "row 2" in said.out
    assert json.loads(recount("trace", case, "documented", "--json").out)["children"]


def test_tracing_something_unknown_says_what_is_known(recount, case):
    said = recount("trace", case, "nonsense")
    assert (said.code, "documented" in said.err) == (Exit.USAGE, True)


def test_a_count_prints_its_ledger(recount, case):
    said = recount("count", case)
    assert said.out.startswith("documented\n")
    assert "+" in said.out
    [figure] = json.loads(recount("count", case, "--figure", "documented", "--json").out)
    assert (figure["high"], figure["unknown"]) == (3, 0)


def test_a_count_of_a_scope(recount, case):
    women = json.loads(recount("count", case, "--scope", "population=women", "--json").out)
    assert {figure["scope"]["population"] for figure in women} == {"women"}
    assert recount("count", case, "--scope", "colour=red").code == Exit.USAGE
    assert recount("count", case, "--scope", "party=nobody").code == Exit.USAGE


def test_an_untouched_case_verifies(recount, case):
    recount("build", case)
    said = recount("verify", case)
    assert (said.code, "as it was recorded" in said.out) == (Exit.FINE, True)
    assert recount("verify", case / "site").code == Exit.FINE


@pytest.mark.parametrize("name", ["sources/example-list/documents/list.csv", "site/index.html", "decisions/ann.jsonl"])
def test_a_changed_file_is_named(recount, case, name):
    _decide(recount, case)
    recount("build", case)
    path = case / name
    content = path.read_bytes()
    path.write_bytes(content[:-9] + bytes([content[-9] ^ 1]) + content[-8:])
    said = recount("verify", case)
    assert said.code == Exit.PROBLEM
    assert name.rsplit("/", 1)[1] in said.out


def test_a_file_that_was_added_to_a_site_is_named(recount, case):
    recount("build", case)
    (case / "site" / "added.html").write_text("not published by us")
    said = recount("verify", case / "site")
    assert (said.code, "added.html" in said.out) == (Exit.PROBLEM, True)


def test_a_folder_that_is_neither_a_case_nor_a_site_cannot_be_verified(recount, tmp_path):
    assert recount("verify", tmp_path).code == Exit.CASE


def test_a_build_stops_at_a_document_that_changed(recount, case):
    recount("build", case)
    (case / "sources" / "example-reports" / "documents" / "shelling.txt").write_text("something else")
    said = recount("build", case)
    assert said.code == Exit.PROBLEM
    assert "shelling.txt" in said.err


def _records(recount, case) -> list[str]:
    tree = json.loads(recount("trace", case, "documented", "--json").out)
    found: list[str] = []
    waiting = [tree]
    while waiting:
        branch = waiting.pop(0)
        waiting += branch["children"]
        if branch["id"].startswith("r-"):
            found.append(branch["id"])
    return found


def _decide(recount, case, *more: object, judgement: str = "no", reviewer: str = "ann"):
    first, second, *_ = _records(recount, case)
    reason = "one is an infant, the other a woman"
    said = ("--judgement", judgement, "--reason", reason, "--reviewer", reviewer, *more)
    return recount("decide", case, "same-person", first, second, *said)


def test_a_decision_is_added_and_applied_and_withdrawn(recount, case):
    assert "ann#1" in _decide(recount, case, judgement="yes").out
    assert json.loads(recount("count", case, "--json").out)[0]["high"] < 3
    assert "ann#2" in _decide(recount, case, judgement="withdrawn").out
    assert json.loads(recount("count", case, "--json").out)[0]["high"] == 3
    assert len((case / "decisions" / "ann.jsonl").read_text().splitlines()) == 2


def test_a_decision_may_be_taken_twice_on_the_same_record(recount, case):
    record, *_ = _records(recount, case)
    said = ("--judgement", "yes", "--reason", "a civil servant", "--reviewer")
    assert recount("decide", case, "civilian", record, *said, "ann").code == Exit.FINE
    assert recount("decide", case, "civilian", record, *said, "bo").code == Exit.FINE
    assert "evidence has changed" not in recount("build", case).out


def test_a_decision_without_a_reason_is_refused(recount, case):
    first, second, *_ = _records(recount, case)
    bare = ("decide", case, "same-person", first, second, "--judgement", "no", "--reviewer", "ann")
    assert recount(*bare).code == Exit.USAGE
    said = recount(*bare, "--reason", " ")
    assert (said.code, "needs a reason" in said.err) == (Exit.USAGE, True)
    assert not list((case / "decisions").iterdir())


def test_a_decision_on_something_unknown_is_refused(recount, case):
    said = recount("decide", case, "civilian", "r-0", "--judgement", "no", "--reason", "why", "--reviewer", "ann")
    assert (said.code, "r-0" in said.err) == (Exit.USAGE, True)


def test_a_torn_decision_is_told_by_the_build_and_by_verify(recount, case):
    _decide(recount, case)
    log = case / "decisions" / "ann.jsonl"
    with log.open("a") as file:
        file.write('{"counter":2,"ti')
    assert "cut off" in recount("build", case).out
    said = recount("verify", case)
    assert (said.code, "ann.jsonl, line 2" in said.out) == (Exit.PROBLEM, True)


def test_a_damaged_log_stops_the_build(recount, case):
    _decide(recount, case)
    log = case / "decisions" / "ann.jsonl"
    log.write_text(log.read_text().replace("infant", "adult"))
    said = recount("build", case)
    assert (said.code, "ann.jsonl, line 1" in said.err) == (Exit.CASE, True)
