"""The way back: for every sentence, row, person, event and decision, the figures that rest on it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from recount.model.findings import Findings
from recount.model.interval import Interval
from recount.model.ledger import Figure
from recount.publication.public import PublicUse
from recount.publication.redaction.catalogue import Catalogue, figure_href

Step = tuple[int, int, bool]
"""A step of a ledger: the figure's place in the findings, the line's number, whether it is only shown beside."""

Uses = tuple[PublicUse, ...]


def resting(found: Catalogue, withheld: frozenset[str]) -> Mapping[str, Uses]:
    """Per id the figures that rest on it, in the order of the findings, each once by its first step.

    What a figure rests on directly is an event, a person, another figure; the claims, rows and decisions behind those
    bear it as well.
    """
    steps = _direct(found, withheld)
    for downward in (_figures, _events, _people, _voices, _decisions, _documents):
        for owner, below in downward(found):
            for key in below:
                if key != owner and owner in steps:
                    steps[key] |= steps[owner]
    figures = [(figure, figure.interval) for figure in found.figures.values()]
    shared: dict[frozenset[Step], Uses] = {}
    return {key: _uses(figures, frozenset(those), shared) for key, those in steps.items()}


def _direct(found: Catalogue, withheld: frozenset[str]) -> defaultdict[str, set[Step]]:
    steps: defaultdict[str, set[Step]] = defaultdict(set)
    for place, (own, figure) in enumerate(found.figures.items()):
        if own in withheld:
            continue
        for number, line in enumerate((*figure.lines, *figure.excluded), 1):
            for key in line.evidence:
                if key != own:
                    steps[key].add((place, number, number > len(figure.lines)))
    return steps


def _uses(
    figures: Sequence[tuple[Figure, Interval]], steps: frozenset[Step], shared: dict[frozenset[Step], Uses]
) -> Uses:
    if steps not in shared:
        shared[steps] = tuple(_use(*figures[place], number, beside) for place, number, beside in first(steps))
    return shared[steps]


def first(steps: Iterable[Step]) -> list[Step]:
    """One step a figure: the first that counts, else the first beside it."""
    chosen: dict[int, Step] = {}
    for step in sorted(steps, key=lambda step: (step[0], step[2], step[1])):
        chosen.setdefault(step[0], step)
    return list(chosen.values())


def in_order(found: Iterable[PublicUse]) -> Uses:
    """Several uses together, each figure once: by its first step that counts."""
    chosen: dict[str, PublicUse] = {}
    for use in sorted(found, key=lambda use: use.beside):
        chosen.setdefault(use.name, use)
    return tuple(chosen.values())


def _use(figure: Figure, interval: Interval, number: int, beside: bool) -> PublicUse:
    return PublicUse(figure.name, f"{figure_href(figure)}#line-{number}", interval, beside)


Below = Iterator[tuple[str, Iterable[str]]]


def _figures(found: Catalogue) -> Below:
    """A figure that is evidence for another carries its own evidence there; the later figure comes first."""
    for own, figure in reversed(list(found.figures.items())):
        yield own, [key for line in figure.lines for key in line.evidence]


def _events(found: Catalogue) -> Below:
    for event in found.findings.incidents:
        yield event.id, (*event.claims, *event.acknowledgements, *event.propositions, *event.victims)


def _people(found: Catalogue) -> Below:
    for victim in found.findings.resolution.victims:
        yield victim.id, victim.records


def _voices(found: Catalogue) -> Below:
    for origin in found.findings.origins:
        yield origin.id, origin.claims


def _decisions(found: Catalogue) -> Below:
    """A decision bears what bears the person or the event it shaped, and whatever the things it is about bear."""
    findings = found.findings
    for victim in findings.resolution.victims:
        yield victim.id, victim.decisions
    for event in findings.incidents:
        yield event.id, event.decisions
    for grade in findings.assessments:
        if grade.decision is not None:
            yield grade.incident, (grade.decision,)
    standing = {key for verdict in findings.verdicts for key in verdict.decisions}
    for decision in findings.decisions:
        if decision.id in standing and decision.id not in findings.stale:
            for key in decision.subject:
                yield key, (decision.id,)


def _documents(found: Catalogue) -> Below:
    for key, document in _stands_in(found.findings):
        yield key, (document,)
        if document in found.documents:
            yield key, (found.documents[document].source,)


def _stands_in(findings: Findings) -> Iterator[tuple[str, str]]:
    kinds = (findings.claims, findings.records, findings.acknowledgements, findings.propositions)
    for made in kinds:
        for one in made:
            yield one.id, one.locator.document
