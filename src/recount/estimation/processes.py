"""Long runs in processes of their own: each has a seed of its own, so that no number depends on how many there are."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")
S = TypeVar("S")


@contextmanager
def begun(workers: int, work: Callable[[], T]) -> Iterator[Callable[[], T]]:
    """Begin something that may be asked for later: at once in another process, or, with one worker, when it is asked.

    Processes are fresh: a fork of one that runs the threads of linear algebra may hang.
    """
    if workers < 2:
        yield work
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
    try:
        yield pool.submit(work).result
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def each(workers: int, work: Callable[[S], T], jobs: Sequence[S]) -> list[T]:
    """The results of several jobs, in their order."""
    if min(workers, len(jobs)) < 2:
        return [work(job) for job in jobs]
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(min(workers, len(jobs)), mp_context=get_context("spawn")) as pool:
        return list(pool.map(work, jobs))
