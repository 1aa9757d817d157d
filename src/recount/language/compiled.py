"""Loops over very many words or pairs, compiled where they are first called.

What a compiled loop gives is what the same steps in numpy give, to the last bit: no sum is put in another order.
"""

from collections.abc import Callable
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
