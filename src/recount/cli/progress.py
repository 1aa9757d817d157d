"""What is going on, on standard error."""

import logging
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

log = logging.getLogger("recount")


@contextmanager
def progress(*, quiet: bool) -> Iterator[Callable[[str], None]]:
    """A function to call with the name of each step as it starts; it shows nothing when all is to be quiet."""
    logging.basicConfig(level=logging.WARNING, format="recount: %(message)s", stream=sys.stderr)
    if quiet:
        yield _nobody
    elif sys.stderr.isatty():
        with _spinning() as step:
            yield step
    else:
        yield lambda name: print(f"  {name}", file=sys.stderr, flush=True)


def _nobody(name: str) -> None:
    log.debug("step %s", name)


@contextmanager
def _spinning() -> Iterator[Callable[[str], None]]:
    """A line that turns while a step runs, and stays with its seconds once it is done."""
    from rich.console import Console

    console = Console(stderr=True, highlight=False)
    running: list[tuple[str, float]] = []

    def done() -> None:
        if running:
            name, started = running.pop()
            console.print(f"  {name} [dim]{time.perf_counter() - started:.1f} s[/dim]")

    with console.status("opening the case") as status:

        def step(name: str) -> None:
            done()
            running.append((name, time.perf_counter()))
            status.update(name)

        yield step
        done()
