"""Groups of people too small to be published where the people themselves are not (rule 34)."""

import re
from collections.abc import Iterable, Iterator

from recount.model.ledger import Figure
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
    return frozenset(key for family in FAMILIES for key in _hidden(_of_people(found, family), policy.k))


def _of_people(found: Catalogue, family: re.Pattern[str]) -> Iterator[tuple[str, Figure]]:
    for key, figure in found.figures.items():
        if family.match(figure.name) and any(e in found.victims or e in found.records for e in _evidence(figure)):
            yield key, figure


def _evidence(figure: Figure) -> Iterable[str]:
    return (key for line in figure.lines for key in line.evidence)


def _hidden(family: Iterable[tuple[str, Figure]], k: int) -> list[str]:
    sizes = {key: figure.interval.floor for key, figure in family if figure.interval.high != 0}
    ordered = sorted(sizes, key=lambda key: (sizes[key], key))
    hidden = [key for key in ordered if sizes[key] < k]
    while hidden and sum(sizes[key] for key in hidden) < k and len(hidden) < len(ordered):
        hidden.append(ordered[len(hidden)])
    return hidden
