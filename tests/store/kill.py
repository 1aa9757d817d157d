"""Kill a process with signal 9 while it writes decisions, and see that nothing it acknowledged is lost.

`python tests/store/kill.py ROUNDS [FOLDER]` runs it at length; the suite runs a few dozen rounds.
"""

import os
import random
import signal
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from recount.model.decisions import Decision, Judgement, Question
from recount.store import JsonlLog


def rounds(folder: Path, number: int, seed: int = 1) -> tuple[int, int]:
    """Kill a writer so many times; give how many decisions were acknowledged and how many lines were torn.

    Raises:
        AssertionError: an acknowledged decision is missing.
        LogDamaged: the chain is broken.
    """
    chance = random.Random(seed)
    acknowledged = 0
    for _ in range(number):
        acknowledged += _round(folder, chance.random() * 0.02)
        kept = len(JsonlLog(folder).read().decisions)
        if kept < acknowledged:
            raise AssertionError(f"{acknowledged} decisions were acknowledged, {kept} are in the log")
        acknowledged = kept
    torn = folder / "ann.torn"
    return acknowledged, len(torn.read_bytes().splitlines()) if torn.exists() else 0


def _round(folder: Path, seconds: float) -> int:
    """Let a child write until it is killed; give how many decisions it acknowledged."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _write_until_killed(folder, writer)
    os.close(writer)
    os.read(reader, 1)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    acknowledged = 1
    while block := os.read(reader, 65536):
        acknowledged += len(block)
    os.close(reader)
    return acknowledged


def _write_until_killed(folder: Path, acknowledge: int) -> None:
    log = JsonlLog(folder)
    plain = Decision(
        0,
        datetime(2026, 1, 1, tzinfo=UTC),
        "ann",
        Question.SAME_PERSON,
        ("r-1", "r-2"),
        Judgement.NO,
        "why " * 999,
        "e",
    )
    while True:
        log.add(plain)
        os.write(acknowledge, b".")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(temporary)
        kept, torn = rounds(place, int(sys.argv[1]))
        sys.stdout.write(
            f"{sys.argv[1]} kills: {kept} decisions acknowledged and kept, {torn} torn lines moved aside\n"
        )
