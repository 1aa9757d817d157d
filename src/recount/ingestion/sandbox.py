"""A process of its own for risky parsers: started when the first is needed, replaced when a file kills it."""

import os
import subprocess
import sys
import threading
from types import TracebackType

import msgspec

from recount.ingestion.readers.job import Job, Reading
from recount.ingestion.settings import IngestionSettings
from recount.model.evidence import SetAside

_SLACK = 3
"""How many seconds may pass for each second of processor time, on a busy machine."""


class Sandbox:
    """Reads files one after the other in a child process under limits; use it as a context manager."""

    def __init__(self, settings: IngestionSettings) -> None:
        self._settings = settings
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "Sandbox":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._end()

    def read(self, job: Job) -> Reading:
        """Read one file; a child that dies of it is replaced for the next."""
        child = self._started()
        timer = threading.Timer(self._settings.seconds * _SLACK, child.kill)
        timer.start()
        try:
            line = self._ask(child, msgspec.json.encode(job))
        finally:
            timer.cancel()
        if line.endswith(b"\n"):
            return msgspec.json.decode(line, type=Reading)
        self._end()
        return Reading(job.reader, refused=self._verdict(job))

    def _ask(self, child: subprocess.Popen[bytes], job: bytes) -> bytes:
        if child.stdin is None or child.stdout is None:
            return b""
        try:
            child.stdin.write(job + b"\n")
            child.stdin.flush()
            return child.stdout.readline()
        except BrokenPipeError:
            return b""

    def _verdict(self, job: Job) -> SetAside:
        limits = f"{self._settings.memory_mb} MB and {self._settings.seconds} s"
        what = f"could not be parsed within {limits}, or crashed its parser"
        return SetAside(job.where, what, "split it, or open it and save it again, best as CSV or text")

    def _started(self) -> subprocess.Popen[bytes]:
        if self._child is None:
            limits = [str(self._settings.memory_mb), str(self._settings.seconds)]
            self._child = subprocess.Popen(
                [sys.executable, "-m", "recount.ingestion.readers.worker", *limits],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(),
            )
        return self._child

    def _end(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        for stream in (child.stdin, child.stdout):
            if stream is not None:
                try:
                    stream.close()
                except BrokenPipeError:
                    continue
        child.kill()
        child.wait()


def _environment() -> dict[str, str]:
    """As little as a child needs: where to find its modules, and nothing that could make two runs differ."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    search = os.pathsep.join(each for each in sys.path if each)
    return kept | {"PYTHONPATH": search, "PYTHONHASHSEED": "0", "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
