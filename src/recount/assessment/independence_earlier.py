"""Claims met so far, found again by figure and event, so that a long table is not gone through for each row."""

from collections import defaultdict

from recount.assessment.independence_match import figures, thing
from recount.model.assertions import Claim
from recount.model.codes import ClaimKind


class Earlier:
    """Claims in the order in which they were added."""

    def __init__(self) -> None:
        self._held: dict[tuple[object, ...], list[tuple[int, Claim]]] = defaultdict(list)
        self._number = 0

    def add(self, claim: Claim) -> None:
        """Hold one more claim, under each of its numbers, its code, and for claims of no code under none."""
        self._number += 1
        for key in _keys(claim):
            self._held[(*key, "all")].append((self._number, claim))
            self._held[(*key, "of", claim.incident)].append((self._number, claim))

    def like(self, claim: Claim) -> list[Claim]:
        """Those with one of its numbers, of the same outcome, that no code sets apart from it; the earliest first."""
        codes: list[tuple[object, ...]] = [("of", claim.incident), ("of", None)] if claim.incident else [("all",)]
        found = {
            number: one for key in _keys(claim) for code in codes for number, one in self._held.get((*key, *code), ())
        }
        return [found[number] for number in sorted(found)]


def _keys(claim: Claim) -> list[tuple[object, ...]]:
    if claim.quantity.kind is ClaimKind.NO_FIGURE:
        return [(claim.outcome, thing(claim), None)]
    return [(claim.outcome, thing(claim), number) for number in sorted(figures(claim))]
