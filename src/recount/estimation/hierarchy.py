"""Hierarchical log-linear models: every term brings all the terms inside it."""

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from recount.estimation.patterns import order

Model = tuple[int, ...]
"""The interactions of a model, as sorted patterns of two or more lists; the constant and the lists are always in."""


@cache
def hierarchical(width: int) -> tuple[Model, ...]:
    """All hierarchical models over some lists, without the saturated one: 8, 113 and 6,893 for 3, 4 and 5 lists."""
    terms = [term for term in range(1, (1 << width) - 1) if order(term) >= 2]
    models: list[frozenset[int]] = [frozenset()]
    for term in sorted(terms, key=lambda term: (order(term), term)):
        inside = _within(term, width)
        models += [model | {term} for model in models if inside <= model]
    return tuple(sorted((tuple(sorted(model)) for model in models), key=lambda model: (len(model), model)))


def _within(term: int, width: int) -> frozenset[int]:
    smaller = (term & ~(1 << index) for index in range(width) if term >> index & 1)
    return frozenset(part for part in smaller if order(part) >= 2)


def terms_of(model: Model, width: int) -> list[int]:
    """Constant, lists and interactions."""
    return [0, *(1 << index for index in range(width)), *model]


def mask(models: Sequence[Model], width: int) -> NDArray[np.bool_]:
    """Which terms each model has: (models, terms)."""
    chosen = np.zeros((len(models), 1 << width), dtype=bool)
    for row, model in zip(chosen, models, strict=True):
        row[terms_of(model, width)] = True
    return chosen


def generators(model: Model, width: int) -> list[int]:
    """The largest terms, which name the model."""
    terms = terms_of(model, width)
    return [term for term in terms if not any(term != other and term & other == term for other in terms)]


def written(model: Model, lists: Sequence[str]) -> tuple[str, ...]:
    """A model by its largest terms, lists joined by `×`, in the order of `lists`."""
    found = generators(model, len(lists))
    return tuple(" × ".join(name for index, name in enumerate(lists) if term >> index & 1) for term in found)
