"""Work done side by side, as many at a time as there are processors, results in order: their number is immaterial."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def side_by_side(work: Callable[[T], R], some: Iterable[T]) -> Iterator[R]:
    """What comes of each, in order, as many at a time as there are processors; never many of them waiting."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    with ThreadPoolExecutor(processors) as pool:
        waiting: deque[Future[R]] = deque()
        for one in some:
            waiting.append(pool.submit(work, one))
            if len(waiting) > 2 * processors:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
