"""Groups of people too small to be published where the people themselves are not (rule 34)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from recount.model.codes import Kind
from recount.model.interval import Number
from recount.model.ledger import Figure
from recount.model.values import UNDETERMINED
from recount.publication.redaction.catalogue import Catalogue
from recount.publication.redaction.naming import Policy

FAMILIES = (
    re.compile(r"documented/(\d{4}-\d{2}|unknown-month)$"),
    re.compile(r"documented/(women|men|children|unknown-age-or-sex)$"),
)
"""Figures that part the same people by something known of them: each family adds up to the whole."""


def withheld(found: Catalogue, policy: Policy) -> frozenset[str]:
    """The ids of figures that are not published: groups of fewer than k, and what would give them away.

    Whoever knows the whole and all groups but one knows that one, so the smallest of the others goes with it until
    those left out hold at least k people together.
    """
    if policy.open:
        return frozenset()
    hidden = {key for family in FAMILIES for key in _hidden(_of_people(found, family), policy.k)}
    return frozenset(hidden | small_of(_of_parties(found), policy.k))


def _of_parties(found: Catalogue) -> dict[str, int]:
    """How many people each figure of a party rests on: its range says little, since most records name nobody."""
    counted: dict[str, int] = {}
    for key, figure in found.figures.items():
        if figure.scope.kind is Kind.DOCUMENTED and figure.scope.parties and not figure.name.endswith(UNDETERMINED):
            people = {found.person_of[e].id if e in found.person_of else e for e in _evidence(figure)}
            if known := len(people & found.victims.keys()):
                counted[key] = known
    return counted


def _of_people(found: Catalogue, family: re.Pattern[str]) -> Iterator[tuple[str, Figure]]:
    for key, figure in found.figures.items():
        if family.match(figure.name) and any(e in found.victims or e in found.records for e in _evidence(figure)):
            yield key, figure


def _evidence(figure: Figure) -> Iterable[str]:
    return (key for line in figure.lines for key in line.evidence)


def _hidden(family: Iterable[tuple[str, Figure]], k: int) -> set[str]:
    return small_of({key: figure.interval.floor for key, figure in family if figure.interval.high != 0}, k)


Key = TypeVar("Key", str, tuple[int, ...])


def small_of(sizes: Mapping[Key, Number], k: int) -> set[Key]:
    """Groups of fewer than k, and the smallest of the others until those left out hold at least k together."""
    ordered = sorted(sizes, key=lambda key: (sizes[key], key))
    hidden = [key for key in ordered if sizes[key] < k]
    while hidden and sum(sizes[key] for key in hidden) < k and len(hidden) < len(ordered):
        hidden.append(ordered[len(hidden)])
    return set(hidden)
