"""The process in which risky parsers run: jobs come in as lines of JSON, readings go out the same way.

Memory and processor time are limited where the system can, and nothing may connect, write or start a program.
Whatever a parser prints goes nowhere: its messages may quote what is sealed.
"""

import os
import sys

import msgspec

from recount.ingestion.readers import read
from recount.ingestion.readers.job import Job, Reading
from recount.model.evidence import SetAside

_FORBIDDEN = ("socket.connect", "socket.getaddrinfo", "socket.sendto", "subprocess.Popen", "os.system", "os.exec")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def main() -> None:
    """Read jobs until the input ends. Arguments: memory in MB, processor seconds a file."""
    memory_mb, seconds = int(sys.argv[1]), int(sys.argv[2])
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    _limit_memory(memory_mb)
    sys.addaudithook(_audit)
    for line in sys.stdin.buffer:
        _allow(seconds)
        reading = _safely(msgspec.json.decode(line, type=Job))
        out.write(msgspec.json.encode(reading).replace(b"\n", b" ") + b"\n")
        out.flush()


def _safely(job: Job) -> Reading:
    try:
        return read(job)
    except MemoryError:
        what, remedy = "needs more memory than a parser may use", "split it, or save it as CSV"
    except RecursionError:
        what, remedy = "is nested too deeply", "save it again in a simpler form"
    except Exception as error:  # noqa: BLE001  the last line of defence: one file never stops the others
        what, remedy = f"cannot be read ({type(error).__name__})", "save it again, or in another format"
    return Reading(job.reader, refused=SetAside(job.where, what, remedy))


def _audit(event: str, arguments: tuple[object, ...]) -> None:
    if event in _FORBIDDEN:
        raise PermissionError(event)
    if event == "open" and len(arguments) == 3 and isinstance(arguments[2], int) and arguments[2] & _WRITING:
        raise PermissionError(event)


def _limit_memory(memory_mb: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits
        return
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    wanted = memory_mb * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (wanted if hard == -1 else min(wanted, hard), hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def _allow(seconds: int) -> None:
    """Give the next file its processor time; whoever exceeds it is ended by the system."""
    try:
        import resource
    except ImportError:
        return
    usage = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (int(usage.ru_utime + usage.ru_stime) + 1 + seconds, hard))


if __name__ == "__main__":
    main()
