"""Figures, estimates and discrepancies: no number without its evidence (rule 33)."""

from functools import partial

from recount.errors import Unfounded
from recount.model.discrepancies import Discrepancy
from recount.model.estimates import CaptureTable, Estimate
from recount.model.interval import Interval
from recount.model.ledger import Effect, Figure, Line, running
from recount.publication.public import (
    PublicDiscrepancy,
    PublicEstimate,
    PublicEvidence,
    PublicFigure,
    PublicLine,
    PublicModel,
    PublicVoice,
)
from recount.publication.redaction import words
from recount.publication.redaction.catalogue import Catalogue, estimate_id, figure_href, slug
from recount.publication.redaction.evidence import Resolver
from recount.publication.redaction.method import naming
from recount.publication.redaction.small import small_of
from recount.publication.redaction.together import Told, told

Addresses = dict[frozenset[str], str]
"""Where evidence is listed in full: what several steps rest on is listed once."""


def figures(resolve: Resolver) -> tuple[PublicFigure, ...]:
    """Every figure with its ledger.

    Raises:
        Unfounded: a figure or one of its lines rests on nothing.
    """
    addresses: Addresses = {}
    return tuple(
        _figure(resolve, key, figure, addresses)
        for key, figure in resolve.found.figures.items()
        if key not in resolve.withheld
    )


def _figure(resolve: Resolver, key: str, figure: Figure, addresses: Addresses) -> PublicFigure:
    if not figure.lines:
        raise Unfounded(f"the figure {figure.name} has no ledger; give it lines with evidence, or leave it out")
    balance = figure.balance
    return PublicFigure(
        id=key,
        name=figure.name,
        href=figure_href(figure),
        scope=words.scope(resolve.found, figure.scope),
        interval=balance.interval,
        unknown=balance.unknown,
        lines=_lines(resolve, figure, 1, addresses),
        excluded=_lines(resolve, figure, len(figure.lines) + 1, addresses),
        notes=figure.notes,
    )


def _lines(resolve: Resolver, figure: Figure, first: int, addresses: Addresses) -> tuple[PublicLine, ...]:
    steps = told(resolve.found, resolve.policy, figure.lines if first == 1 else figure.excluded, first)
    sums = running(step.line for step in steps)
    return tuple(_line(resolve, figure, step, so_far, addresses) for step, so_far in zip(steps, sums, strict=True))


def _line(resolve: Resolver, figure: Figure, step: Told, so_far: Interval, addresses: Addresses) -> PublicLine:
    """One step, and what the ledger comes to with it."""
    line, (number, *also) = step.line, step.numbers
    return PublicLine(
        number=number,
        adds=line.effect is Effect.ADDS,
        amount=line.amount,
        rule=line.rule,
        says=_says(resolve, line),
        label=line.label,
        evidence=_evidence(resolve, figure, line),
        running=so_far,
        href=addresses.setdefault(frozenset(line.evidence), f"evidence/{slug(figure.name)}-{number}-1.html"),
        also=tuple(also),
    )


def _evidence(resolve: Resolver, figure: Figure, line: Line) -> tuple[PublicEvidence, ...]:
    owner = f"the figure {figure.name}, line “{line.label or line.says or line.rule}”,"
    if not line.evidence and line.amount != Interval(0, 0):
        raise Unfounded(f"{owner} comes to {line.amount} and names no evidence; give it the ids it rests on")
    return resolve.all(dict.fromkeys(line.evidence), owner)


def _says(resolve: Resolver, line: Line) -> str:
    """What a line says, with the name of its event in place of the event's code."""
    first = resolve(line.evidence[0]) if line.evidence else None
    if first is None or first.kind != "incident" or not line.label:
        return line.says
    return line.says.replace(line.label, first.words.en)


def estimates(resolve: Resolver) -> tuple[PublicEstimate, ...]:
    """Every estimate, or why there is none, with the overlaps of the lists it rests on.

    Raises:
        Unfounded: an estimate over lists that the case does not have.
    """
    return tuple(_estimate(resolve, estimate) for estimate in resolve.found.findings.estimates)


def _estimate(resolve: Resolver, estimate: Estimate) -> PublicEstimate:
    found = resolve.found
    key = estimate_id(estimate)
    table = _table(found, estimate)
    named = partial(naming, found, lists=found.sources if table is None else table.lists)
    return PublicEstimate(
        id=key,
        href=f"estimate.html#{key}",
        stratum=estimate.stratum,
        lists=tuple(words.source(found.sources.get(name), name) for name in estimate.lists),
        observed=estimate.observed,
        method=estimate.method,
        verdict=estimate.verdict,
        reasons=tuple(map(named, estimate.reasons)),
        interval=estimate.interval,
        median=estimate.median,
        models=tuple(
            PublicModel(tuple(map(named, m.terms)), m.estimate, m.criterion, m.weight) for m in estimate.models
        ),
        caveats=tuple(map(named, estimate.caveats)),
        settings=estimate.settings,
        overlaps=_overlaps(resolve, table),
        evidence=resolve.all(estimate.lists, f"the estimate for {estimate.stratum}"),
        voices=tuple(PublicVoice(m.name, tuple(map(named, m.says)), m.estimate, m.interval) for m in estimate.methods),
        sensitivity=tuple(PublicVoice(w.kind, (named(w.says),), w.total, w.interval) for w in estimate.sensitivity),
    )


def _table(found: Catalogue, estimate: Estimate) -> CaptureTable | None:
    tables = found.findings.tables
    same = [t for t in tables if t.stratum == estimate.stratum]
    return next((t for t in same if t.lists == estimate.lists), same[0] if same else None)


def _overlaps(resolve: Resolver, table: CaptureTable | None) -> tuple[tuple[tuple[int, ...], int | None], ...]:
    """People by the lists they are on, the largest overlap first; no number under k, nor for what tells it."""
    if table is None:
        return ()
    k = 1 if resolve.policy.open else resolve.policy.k
    counts = sorted((pair for pair in table.counts if pair[1]), key=lambda pair: (-pair[1], pair[0]))
    hidden = small_of(dict(counts), k)
    return tuple((history, None if history in hidden else people) for history, people in counts)


def discrepancies(resolve: Resolver) -> tuple[PublicDiscrepancy, ...]:
    """Everything that does not fit together, the strongest first."""
    return tuple(_discrepancy(resolve, found) for found in resolve.found.findings.discrepancies)


def _discrepancy(resolve: Resolver, found: Discrepancy) -> PublicDiscrepancy:
    subjects = resolve.all(found.subjects, f"the discrepancy “{found.title}”")
    closed = resolve.closed(found.subjects) or not resolve.withheld.isdisjoint(found.subjects)
    if found.numbers and not subjects:
        raise Unfounded(f"the discrepancy “{found.title}” shows numbers and names no subject; give it the ids")
    return PublicDiscrepancy(
        id=found.id,
        kind=found.kind.value,
        title="" if closed else found.title,
        says="" if closed else found.says,
        subjects=subjects,
        numbers=() if not resolve.withheld.isdisjoint(found.subjects) else found.numbers,
        holds=found.holds,
        strength=found.strength,
    )
