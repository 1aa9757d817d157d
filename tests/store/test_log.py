"""The log: what is acknowledged is never lost, and no byte of it changes unseen."""

import random
from dataclasses import replace
from datetime import UTC, datetime
from threading import Thread

import pytest

from recount.errors import DecisionRefused, LogDamaged
from recount.model.decisions import Decision, Judgement, Question
from recount.store import JsonlLog


def a_decision(reason: str = "the ages differ by forty years", **changes: object) -> Decision:
    time = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
    plain = Decision(0, time, "ann", Question.SAME_PERSON, ("r-1", "r-2"), Judgement.NO, reason, "e-1")
    return replace(plain, **changes)


def a_log(folder, lines: int = 5) -> JsonlLog:
    log = JsonlLog(folder)
    for number in range(lines):
        log.add(a_decision(f"reason {number} سبب"))
    return log


def test_what_is_written_is_read(tmp_path):
    log = JsonlLog(tmp_path)
    written = [log.add(a_decision(reason, reviewer=who)) for who in ("ann", "bo") for reason in ("one", "two", "three")]
    assert list(log.read().decisions) == written
    assert [decision.counter for decision in written] == [1, 2, 3, 1, 2, 3]


def test_an_empty_case_has_no_decisions(tmp_path):
    reading = JsonlLog(tmp_path / "decisions").read()
    assert (reading.decisions, reading.set_aside, reading.heads) == ((), (), ())


def test_the_subject_of_a_symmetric_question_is_sorted(tmp_path):
    assert JsonlLog(tmp_path).add(a_decision(subject=("r-2", "r-1"))).subject == ("r-1", "r-2")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"reason": " \n"}, "needs a reason"),
        ({"reviewer": "../ann"}, "use 1 to 64"),
        ({"reviewer": "Ann"}, "use 1 to 64"),
        ({"reviewer": ""}, "use 1 to 64"),
        ({"subject": ()}, "needs a subject"),
        ({"subject": ("r-1", "r-1")}, "two different ids"),
        ({"time": datetime(2026, 1, 1)}, "no time zone"),
        ({"reason": "\ud800"}, "cannot be stored"),
    ],
)
def test_a_decision_that_could_not_be_answered_for_is_refused(tmp_path, changes, message):
    log = JsonlLog(tmp_path / "decisions")
    with pytest.raises(DecisionRefused, match=message):
        log.add(a_decision(**changes))
    assert not log.read().decisions


def test_a_reason_of_several_lines_stays_one_decision(tmp_path):
    log = JsonlLog(tmp_path)
    log.add(a_decision('first\nsecond\r\n"third"\u2028'))
    log.add(a_decision())
    assert log.read().decisions[0].reason == 'first\nsecond\r\n"third"\u2028'


@pytest.mark.parametrize("cut", [1, 40, 300])
def test_a_torn_last_line_is_told_and_moved_aside_by_the_next_decision(tmp_path, cut):
    log = a_log(tmp_path)
    path = tmp_path / "ann.jsonl"
    whole = path.read_bytes()
    last = whole.splitlines(keepends=True)[-1]
    path.write_bytes(whole[: len(whole) - min(cut, len(last) - 1)])
    before = log.read()
    assert len(before.decisions) == 4
    assert before.set_aside[0].where == "decisions/ann.jsonl, line 5"
    added = log.add(a_decision("after the crash"))
    after = log.read()
    assert (added.counter, len(after.decisions)) == (5, 5)
    assert [told.where for told in after.set_aside] == ["decisions/ann.torn"]
    assert last.startswith((tmp_path / "ann.torn").read_bytes()[:-1])


def test_any_change_of_one_byte_is_found(tmp_path):
    a_log(tmp_path)
    path = tmp_path / "ann.jsonl"
    whole = path.read_bytes()
    chance = random.Random(1)
    missed = []
    for _ in range(500):
        at = chance.randrange(len(whole))
        changed = bytes([chance.choice([byte for byte in range(256) if byte != whole[at]])])
        path.write_bytes(whole[:at] + changed + whole[at + 1 :])
        if not _damaged_or_torn(tmp_path):
            missed.append((at, changed))
    assert missed == []


def _damaged_or_torn(folder) -> bool:
    try:
        return bool(JsonlLog(folder).read().set_aside)
    except LogDamaged:
        return True


def _lines(folder) -> list[bytes]:
    return (folder / "ann.jsonl").read_bytes().splitlines(keepends=True)


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (lambda lines: lines[:1] + lines[2:], 2),
        (lambda lines: [lines[1], lines[0], *lines[2:]], 1),
        (lambda lines: [*lines, lines[-1]], 6),
        (lambda lines: [*lines[:2], b"\n", *lines[2:]], 3),
    ],
    ids=["removed", "swapped", "repeated", "empty line"],
)
def test_a_broken_chain_names_the_file_and_the_line(tmp_path, change, line):
    a_log(tmp_path)
    (tmp_path / "ann.jsonl").write_bytes(b"".join(change(_lines(tmp_path))))
    with pytest.raises(LogDamaged, match=rf"ann\.jsonl, line {line}: "):
        JsonlLog(tmp_path).read()


def test_a_log_under_another_name_is_found(tmp_path):
    a_log(tmp_path)
    (tmp_path / "ann.jsonl").rename(tmp_path / "bo.jsonl")
    with pytest.raises(LogDamaged, match="signed by ann"):
        JsonlLog(tmp_path).read()


def test_nothing_is_added_after_a_damaged_line(tmp_path):
    log = a_log(tmp_path)
    path = tmp_path / "ann.jsonl"
    path.write_bytes(path.read_bytes().replace(b"reason 4", b"reason 5"))
    with pytest.raises(LogDamaged, match="last line"):
        log.add(a_decision())


def test_the_head_changes_with_every_decision(tmp_path):
    log = a_log(tmp_path, lines=1)
    before = dict(log.read().heads)
    log.add(a_decision("another"))
    assert before["ann"] != dict(log.read().heads)["ann"]


def test_decisions_written_at_the_same_time_stay_one_chain(tmp_path):
    def several(name: str) -> None:
        for number in range(25):
            JsonlLog(tmp_path).add(a_decision(f"{name} {number}"))

    writers = [Thread(target=several, args=(name,)) for name in ("one", "two", "three")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    reading = JsonlLog(tmp_path).read()
    assert [decision.counter for decision in reading.decisions] == list(range(1, 76))
    assert reading.set_aside == ()


def test_a_line_longer_than_a_reading_block_is_found_whole(tmp_path):
    log = JsonlLog(tmp_path)
    log.add(a_decision("long " * 40_000))
    assert log.add(a_decision()).counter == 2
