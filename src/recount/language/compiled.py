"""Loops over very many words or pairs, compiled where they are first called.

What a compiled loop gives is what the same steps in numpy give, to the last bit: no sum is put in another order.
"""

import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def compiled(loop: Callable[P, R]) -> Callable[P, R]:
    """A loop over arrays as machine code that lets other threads run; kept beside its module, where one may write."""
    from numba import njit

    try:
        found: Callable[P, R] = njit(nogil=True, cache=True)(loop)
    except RuntimeError:
        found = njit(nogil=True)(loop)
    return found


def in_turn(work: Callable[[int], R], starts: Iterable[int]) -> list[R]:
    """What comes of each portion, in order, on as many processors as there are: their number is immaterial."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    with ThreadPoolExecutor(processors) as pool:
        return list(pool.map(work, starts))
