"""Evidence of the largest steps in groups, so that everybody is listed once: those whom the same large steps count."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from recount.publication.public import Public, PublicEvidence, PublicFigure, PublicLine
from recount.publication.views import Run, runs

LARGE = 1500
"""Pieces of evidence from which a step is told in groups rather than one by one."""

A_PAGE = 600
"""Pieces of evidence on a page of groups."""

Step = tuple[PublicFigure, PublicLine]
Steps = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Group(Public):
    """People or events that the same large steps count, with those steps and their figures."""

    number: int
    steps: Steps
    runs: tuple[Run, ...]
    href: str = ""


class Groups:
    """Everything that large steps rest on, parted, with the groups of each step by its evidence's address."""

    def __init__(self, figures: Iterable[PublicFigure]) -> None:
        self.steps = _large(figures)
        self.pages = list(_pages(_groups(self.steps)))
        self.of_step: dict[str, list[Group]] = {}
        for group in (group for _, page in self.pages for group in page):
            for address in dict.fromkeys(line.href for _, line in group.steps):
                self.of_step.setdefault(address, []).append(group)


def _large(figures: Iterable[PublicFigure]) -> dict[str, Steps]:
    """The large steps by the address of their evidence: those that rest on the same have one."""
    found: dict[str, Steps] = {}
    for figure in figures:
        for line in (*figure.lines, *figure.excluded):
            if len(line.evidence) > LARGE and len(runs(line.evidence)) > LARGE:
                found[line.href] = (*found.get(line.href, ()), (figure, line))
    return found


def _groups(steps: dict[str, Steps]) -> Iterator[tuple[Steps, tuple[Run, ...]]]:
    pieces: dict[str, PublicEvidence] = {}
    counted: dict[str, list[str]] = {}
    for address, those in steps.items():
        for piece in those[0][1].evidence:
            pieces.setdefault(piece.id, piece)
            counted.setdefault(piece.id, []).append(address)
    alike: dict[tuple[str, ...], list[PublicEvidence]] = {}
    for key, addresses in counted.items():
        alike.setdefault(tuple(addresses), []).append(pieces[key])
    for signature, found in alike.items():
        yield tuple(step for address in signature for step in steps[address]), tuple(runs(found))


def _pages(found: Iterable[tuple[Steps, tuple[Run, ...]]]) -> Iterator[tuple[str, Sequence[Group]]]:
    """Groups on pages of about as many pieces as a page of evidence has."""
    page: list[Group] = []
    pages = 1
    for number, (steps, held) in enumerate(found, 1):
        if page and sum(len(group.runs) for group in page) + len(held) > A_PAGE:
            yield f"evidence/groups-{pages}.html", page
            page, pages = [], pages + 1
        page.append(Group(number, steps, held, f"evidence/groups-{pages}.html#g{number}"))
    if page:
        yield f"evidence/groups-{pages}.html", page
