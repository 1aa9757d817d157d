"""Decomposable graphs over lists: those in which dependence falls apart into complete groups."""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

Indices = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class Graphs:
    """All decomposable graphs over some lists, the complete one last.

    `edges` (graphs, pairs) says which pairs are joined, in the order of `pairs`. Taken apart one list at a time, a
    graph's probability is a product over the sets `gained` (graphs, lists) divided by one over the sets `shared`.
    """

    pairs: tuple[tuple[int, int], ...]
    edges: NDArray[np.bool_]
    gained: Indices
    shared: Indices


@cache
def decomposable(width: int) -> Graphs:
    """The decomposable graphs over 3, 4, 5, 6 or 7 lists: 8, 61, 822, 18,154 or 617,675."""
    pairs = tuple((one, two) for one in range(width) for two in range(one + 1, width))
    numbers = np.arange(1 << len(pairs), dtype=np.int32)
    near = np.zeros((width, len(numbers)), dtype=np.int32)
    for place, (one, two) in enumerate(pairs):
        joined = numbers >> place & 1
        near[one] |= joined << two
        near[two] |= joined << one
    gained, shared, whole = _taken_apart(near)
    edges = (numbers[whole, None] >> np.arange(len(pairs)) & 1).astype(bool)
    return Graphs(pairs, edges, gained[whole], shared[whole])


def _taken_apart(near: NDArray[np.int32]) -> tuple[Indices, Indices, NDArray[np.bool_]]:
    """Remove one list at a time whose remaining neighbours are all joined; decomposable graphs end up empty."""
    width, many = near.shape
    left = np.full(many, (1 << width) - 1, dtype=np.int32)
    gained, shared = np.zeros((2, many, width), dtype=np.uint8)
    whole = np.ones(many, dtype=bool)
    for step in range(width):
        taken = np.full(many, -1, dtype=np.int32)
        for one in range(width):
            fits = (left >> one & 1).astype(bool) & (taken < 0) & _complete(near, near[one] & left)
            taken[fits] = one
        whole &= taken >= 0
        chosen = np.maximum(taken, 0)
        around = near[chosen, np.arange(many)] & left
        shared[:, step], gained[:, step] = around, around | 1 << chosen
        left &= ~(1 << chosen)
    return gained, shared, whole


def _complete(near: NDArray[np.int32], group: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Whether every two lists of a group are joined."""
    complete = np.ones(len(group), dtype=bool)
    for one in range(len(near)):
        inside = (group >> one & 1).astype(bool)
        complete &= ~inside | (group & ~(near[one] | 1 << one) == 0)
    return complete
