"""Claims and the reports they stand in."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from recount.model.assertions import Acknowledgement, Claim, Proposition
from recount.model.discrepancies import DiscrepancyKind
from recount.model.evidence import Document
from recount.model.origins import Derivation
from recount.model.scope import Scope
from recount.publication.public import PublicClaim, PublicOrigin, PublicReport, PublicSegment
from recount.publication.redaction import words
from recount.publication.redaction.catalogue import Catalogue, origin_href
from recount.publication.redaction.custody import custody
from recount.publication.redaction.evidence import Resolver, sentence_of


def claims(resolve: Resolver) -> dict[str, PublicClaim]:
    """Every claim, by id."""
    derived = {derivation.claim: derivation for derivation in resolve.found.findings.derivations}
    return {claim.id: _claim(resolve, claim, derived.get(claim.id)) for claim in resolve.found.findings.claims}


def _claim(resolve: Resolver, claim: Claim, derived: Derivation | None) -> PublicClaim:
    found = resolve.found
    document = found.documents.get(claim.locator.document)
    incident, origin = found.incident_of.get(claim.id), found.origin_of.get(claim.id)
    quantity = claim.quantity
    return PublicClaim(
        id=claim.id,
        href=found.href(claim.locator, claim.id) or "",
        phrase=claim.phrase,
        sentence=sentence_of(claim, document) or claim.words,
        interval=quantity.interval,
        comparator=quantity.comparator,
        unit=quantity.unit,
        kind=quantity.kind,
        outcome=claim.outcome,
        population=claim.population,
        parties=words.parties(found, claim.attribution.parties if claim.attribution is not None else None),
        source=words.source(found.sources.get(claim.source), claim.source),
        title=document.title if document is not None else "",
        chain=claim.chain,
        stance=claim.stance,
        hedges=claim.hedges,
        standing=claim.standing.value,
        place=words.place(found, claim.place),
        period=claim.period,
        published=claim.published,
        origin=None if origin is None else origin.id,
        repeats=None if derived is None else resolve(derived.origin),
        repeats_how="" if derived is None else derived.kind,
        incident=None if incident is None else resolve(incident.id),
        part_of=None if claim.part_of is None else resolve(claim.part_of),
        relation=claim.relation or "",
        confidence=claim.confidence,
        in_scope=_in_scope(claim, found.findings.case.scope),
        voice="" if origin is None or len(origin.claims) == 1 else origin_href(origin.id),
    )


def _in_scope(claim: Claim, scope: Scope) -> bool:
    """Whether a claim counts nobody beyond the case: its scope lies inside, or differs by a few days of the period."""
    period = scope.period if claim.period and scope.period and claim.period.nearly(scope.period) else claim.period
    return replace(claim.scope, period=period, kind=scope.kind).inside(scope)


def reports(resolve: Resolver, shown: dict[str, PublicClaim], *, complete: bool) -> tuple[PublicReport, ...]:
    """Every document that has a text, the earliest first."""
    by_document: dict[str, list[PublicClaim]] = {}
    for claim in resolve.found.findings.claims:
        by_document.setdefault(claim.locator.document, []).append(shown[claim.id])
    marks = _marks(resolve.found)
    made = [
        _report(resolve, document, by_document.get(document.id, []), marks.get(document.id, []), complete=complete)
        for document in resolve.found.findings.documents
        if document.text is not None
    ]
    return tuple(sorted(made, key=lambda r: (r.published is None, str(r.published), r.source.en, r.title, r.id)))


Mark = tuple[str, int, int, int, int]
"""An assertion's id, the start and end of its sentence, and of its very words."""


def _marks(found: Catalogue) -> dict[str, list[Mark]]:
    marks: dict[str, list[Mark]] = {}
    for claim in found.findings.claims:
        start, end = claim.locator.start, claim.locator.end
        if start is not None and end is not None:
            first, last = claim.sentence or (start, end)
            marks.setdefault(claim.locator.document, []).append(
                (claim.id, min(first, start), max(last, end), start, end)
            )
    others: tuple[Acknowledgement | Proposition, ...]
    others = (*found.findings.acknowledgements, *found.findings.propositions)
    for other in others:
        start, end = other.locator.start, other.locator.end
        if start is not None and end is not None:
            marks.setdefault(other.locator.document, []).append((other.id, start, end, start, end))
    return marks


def _report(
    resolve: Resolver, document: Document, made: list[PublicClaim], marks: list[Mark], *, complete: bool
) -> PublicReport:
    text = document.text or ""
    source = resolve.found.sources.get(document.source)
    return PublicReport(
        id=document.id,
        href=f"reports/{document.id}.html",
        title=document.title or document.path.rsplit("/", 1)[-1],
        source=words.source(source, document.source),
        publisher=document.publisher,
        published=document.published,
        url=document.url,
        language=document.language,
        sha256=document.sha256,
        path=document.path,
        complete=complete,
        segments=segments(text, marks, complete=complete),
        claims=tuple(made),
        custody=custody(document, source),
    )


def segments(text: str, marks: Iterable[Mark], *, complete: bool) -> tuple[PublicSegment, ...]:
    """Cut a text where a sentence or the words of an assertion begin or end; joined, they are the text again."""
    marks = sorted(marks, key=lambda mark: (mark[1], mark[3], mark[0]))
    edges = sorted({0, len(text), *(min(edge, len(text)) for mark in marks for edge in mark[1:])})
    cut: list[PublicSegment] = []
    for start, end in pairwise(edges):
        within = [mark for mark in marks if mark[1] <= start and end <= mark[2]]
        if within or complete:
            cut.append(
                PublicSegment(
                    text[start:end],
                    begins=tuple(mark[0] for mark in within if mark[1] == start),
                    sentence=tuple(mark[0] for mark in within),
                    phrase=tuple(mark[0] for mark in within if mark[3] <= start and end <= mark[4]),
                )
            )
        elif cut and cut[-1].text != " […] ":
            cut.append(PublicSegment(" […] "))
    return tuple(cut)


def origins(resolve: Resolver, shown: dict[str, PublicClaim]) -> tuple[PublicOrigin, ...]:
    """Every voice, those most repeated first, with what changed on the way."""
    findings = resolve.found.findings
    mutations = [x for x in findings.discrepancies if x.kind is DiscrepancyKind.MUTATION]
    made = [
        PublicOrigin(
            id=origin.id,
            says=origin.says,
            claims=tuple(sorted((shown[c] for c in origin.claims if c in shown), key=_published)),
            mutations=tuple(x.id for x in mutations if set(x.subjects) & set(origin.claims)),
        )
        for origin in findings.origins
    ]
    return tuple(sorted(made, key=lambda origin: (-len(origin.claims), origin.id)))


def _published(claim: PublicClaim) -> tuple[bool, bool, str, str]:
    return (claim.repeats is not None, claim.published is None, str(claim.published), claim.id)
