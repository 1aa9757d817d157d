"""The log of decisions: added to, never rewritten.

One file a reviewer, one line a decision. Each line names the SHA-256 of the line before it and ends with a seal, the
SHA-256 of its own content, so that a change of any byte is found. A decision is acknowledged only once it is on disk.
"""

import fcntl
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from recount.errors import DecisionRefused, LogDamaged, VerificationFailed
from recount.model.decisions import SYMMETRIC, Decision, subject_of
from recount.model.evidence import SetAside
from recount.model.ids import digest
from recount.store.codec import decode, encode
from recount.store.files import sync_folder

_REVIEWER = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")
_SEAL = re.compile(rb',"seal":"([0-9a-f]{64})"\}')
_SEAL_LENGTH = len(b',"seal":""}') + 64


@dataclass(frozen=True, slots=True)
class LogReading:
    """All decisions by reviewer and counter, what was torn, and each reviewer's head: (reviewer, SHA-256)."""

    decisions: tuple[Decision, ...]
    set_aside: tuple[SetAside, ...] = ()
    heads: tuple[tuple[str, str], ...] = ()


class DecisionLog(Protocol):
    """Where decisions are kept."""

    def add(self, decision: Decision) -> Decision:
        """Keep a decision for good and give it back with its counter and the hash of the one before."""

    def read(self) -> LogReading:
        """All decisions, in order of reviewer and counter."""


class JsonlLog:
    """Decisions in `<folder>/<reviewer>.jsonl`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def add(self, decision: Decision) -> Decision:
        """Append a decision; it is on disk when this returns. A torn last line is first moved aside.

        Raises:
            DecisionRefused: there is no reason or subject, or the reviewer's name is not one a file may have.
            LogDamaged: the last line of the reviewer's log is not what was written.
        """
        decision = _accepted(decision)
        path = self.folder / f"{decision.reviewer}.jsonl"
        with _opened(path) as file:
            _move_torn_line_aside(file, path)
            last = _last_line(file)
            counter = 0 if last is None else _decision(last, path, None).counter
            decision = replace(decision, counter=counter + 1, previous="" if last is None else digest(last))
            _append(file, _sealed(decision) + b"\n")
        if counter == 0:
            sync_folder(self.folder)
        return decision

    def read(self) -> LogReading:
        """Replay every log, checking every seal and every link of the chain.

        Raises:
            LogDamaged: a line is not what was written; the message names the file and the line.
        """
        decisions: list[Decision] = []
        told: list[SetAside] = []
        heads: list[tuple[str, str]] = []
        for path in sorted(self.folder.glob("*.jsonl")):
            lines, torn = _lines(path)
            decisions.extend(_chained(lines, path))
            if lines:
                heads.append((path.stem, digest(lines[-1])))
            if torn:
                told.append(_torn_line(f"{path.name}, line {len(lines) + 1}"))
        told.extend(_torn_line(path.name) for path in sorted(self.folder.glob("*.torn")))
        return LogReading(tuple(decisions), tuple(told), tuple(heads))


def _torn_line(where: str) -> SetAside:
    return SetAside(
        f"decisions/{where}",
        "a decision was cut off while it was written, and never acknowledged",
        "see what it says, decide again if it is missing, then delete the .torn file",
    )


def _accepted(decision: Decision) -> Decision:
    if not _REVIEWER.fullmatch(decision.reviewer):
        raise DecisionRefused(
            f"reviewer {decision.reviewer!r}: use 1 to 64 of a-z 0-9 . _ - and begin with a letter or digit"
        )
    if not decision.reason.strip():
        raise DecisionRefused("a decision needs a reason; say in one sentence what it rests on")
    subject = subject_of(decision.question, decision.subject)
    if not subject or not all(part.strip() for part in subject):
        raise DecisionRefused("a decision needs a subject; give the ids it is about")
    if decision.question in SYMMETRIC and len(subject) < 2:
        raise DecisionRefused(f"{decision.question} is about two different ids; {len(subject)} was given")
    if decision.time.tzinfo is None:
        raise DecisionRefused(f"the time {decision.time} has no time zone; give it in UTC")
    return replace(decision, subject=subject)


def _sealed(decision: Decision) -> bytes:
    try:
        content = encode(decision)
    except UnicodeEncodeError as error:
        raise DecisionRefused("the decision holds characters that cannot be stored; type it again") from error
    return content[:-1] + b',"seal":"' + digest(content).encode() + b'"}'


@contextmanager
def _opened(path: Path) -> Iterator[int]:
    """The file's descriptor, locked against every other writer and reader, made where it is missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield file
    finally:
        os.close(file)


def _append(file: int, line: bytes) -> None:
    end = os.lseek(file, 0, os.SEEK_END)
    try:
        rest = line
        while rest:
            rest = rest[os.write(file, rest) :]
        os.fsync(file)
    except OSError:
        os.ftruncate(file, end)  # a full disk must not leave half a line
        raise


def _move_torn_line_aside(file: int, path: Path) -> None:
    size = os.lseek(file, 0, os.SEEK_END)
    torn = _after_last_newline(file, size)
    if not torn:
        return
    kept = path.with_suffix(".torn")
    with kept.open("ab") as aside:
        aside.write(torn + b"\n")
        aside.flush()
        os.fsync(aside.fileno())
    sync_folder(path.parent)
    os.ftruncate(file, size - len(torn))
    os.fsync(file)


def _last_line(file: int) -> bytes | None:
    """The last whole line without its newline, None in an empty file."""
    size = os.lseek(file, 0, os.SEEK_END)
    return _after_last_newline(file, size - 1) if size else None


def _after_last_newline(file: int, end: int) -> bytes:
    """The bytes between the last newline before `end` and `end`, read backwards in blocks."""
    tail = b""
    while end > 0 and b"\n" not in tail:
        start = max(0, end - 65536)
        tail = os.pread(file, end - start, start) + tail
        end = start
    return tail.rpartition(b"\n")[2]


def _lines(path: Path) -> tuple[list[bytes], bytes]:
    """The whole lines of a log, and what stands after the last newline."""
    with path.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_SH)
        *lines, torn = file.read().split(b"\n")
    return lines, torn


def _chained(lines: list[bytes], path: Path) -> Iterator[Decision]:
    before = ""
    for number, line in enumerate(lines, 1):
        decision = _decision(line, path, number)
        if decision.counter != number or decision.previous != before:
            raise _damaged(path, number, "it does not follow the line before it")
        before = digest(line)
        yield decision


def _decision(line: bytes, path: Path, number: int | None) -> Decision:
    """The decision on a line, once its seal and its reviewer are checked."""
    seal = _SEAL.fullmatch(line[-_SEAL_LENGTH:])
    content = line[:-_SEAL_LENGTH] + b"}"
    if seal is None or digest(content).encode() != seal[1]:
        raise _damaged(path, number, "its content does not match its seal")
    try:
        decision = decode(content, Decision)
    except VerificationFailed as error:
        raise _damaged(path, number, "it does not hold a decision") from error
    if decision.reviewer != path.stem:
        raise _damaged(path, number, f"it is signed by {decision.reviewer}")
    return decision


def _damaged(path: Path, number: int | None, what: str) -> LogDamaged:
    where = "last line" if number is None else f"line {number}"
    return LogDamaged(f"{path}, {where}: {what}; restore the file from a copy, decisions are only ever added")
