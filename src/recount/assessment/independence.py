"""Who repeats whom: copies, rewrites and common speakers, claim by claim; support is counted by origin."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recount.assessment.independence_match import counterpart, distinct_figures, same_event, same_figure
from recount.assessment.independence_rank import publishing, ranked, upstream
from recount.assessment.independence_text import COPY, REWRITE, Overlap, candidates, overlap, shingles
from recount.model.assertions import Claim
from recount.model.codes import Unit
from recount.model.evidence import Document
from recount.model.ids import content_id
from recount.model.origins import Derivation, Origin


@dataclass(frozen=True, slots=True)
class Repeats:
    """One report repeats another: which, how (`copy` or `derived`), by how much, and why one thinks so."""

    document: str
    origin: str
    kind: str
    score: float
    why: str


def derivations(claims: Sequence[Claim], documents: Sequence[Document]) -> tuple[Derivation, ...]:
    """The claims that repeat a claim of another report, or that give the same speaker's words again.

    Stored per claim: one article mixes several origins. Each claim derives from at most one other, and never from a
    later report, so that there are no circles.
    """
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_document[claim.locator.document].append(claim)
    rank = ranked(documents)
    found: dict[str, Derivation] = {}
    for repeats in repeated(documents, by_document, rank):
        for claim in by_document[repeats.document]:
            origin = counterpart(claim, by_document[repeats.origin])
            if origin is not None and claim.id not in found:
                found[claim.id] = Derivation(claim.id, origin.id, repeats.kind, repeats.score, repeats.why)
    for spoken in (*_same_speaker(claims, rank), *_said_twice(by_document)):
        found.setdefault(spoken.claim, spoken)
    return tuple(found[claim] for claim in sorted(found))


def repeated(
    documents: Sequence[Document], claims: Mapping[str, Sequence[Claim]], rank: Mapping[str, int]
) -> list[Repeats]:
    """Which reports repeat which, the surest first: copies, then rewrites, then a shared credit with shared figures."""
    reports = [document for document in documents if document.text]
    texts = [shingles(document.text or "") for document in reports]
    found = []
    seen = set()
    for a, b in candidates(texts):
        shared = overlap(texts[a], texts[b])
        kind = "copy" if shared.copied >= COPY else "derived" if shared.rewritten >= REWRITE else None
        if kind is not None:
            seen.add((a, b))
            found.append(_directed(reports[a], reports[b], rank, kind, shared))
    found += _credited(reports, claims, rank, seen)
    return sorted(found, key=lambda one: (one.document, one.kind, rank[one.origin], -one.score, one.origin))


def _directed(a: Document, b: Document, rank: Mapping[str, int], kind: str, shared: Overlap) -> Repeats:
    origin, copy = (a, b) if rank[a.id] < rank[b.id] else (b, a)
    score = shared.copied if kind == "copy" else shared.rewritten
    words = "5-word" if kind == "copy" else "3-word"
    why = f"{score:.0%} of the {words} runs of the shorter text stand in the other"
    return Repeats(copy.id, origin.id, kind, round(score, 4), why)


def _credited(
    reports: Sequence[Document],
    claims: Mapping[str, Sequence[Claim]],
    rank: Mapping[str, int],
    seen: set[tuple[int, int]],
) -> list[Repeats]:
    """Reports with a common source upstream that give the same figures are rewrites of it."""
    holders: dict[tuple[str, str, float], list[int]] = defaultdict(list)
    publishers = publishing(reports)
    above = [upstream(document, claims.get(document.id, ()), publishers) for document in reports]
    for index, document in enumerate(reports):
        for outcome, figure in sorted(distinct_figures(claims.get(document.id, ()))):
            for name in sorted(above[index]):
                holders[name, outcome, figure].append(index)
    pairs: dict[tuple[int, int], tuple[str, float]] = {}
    for (name, _, figure), indices in sorted(holders.items()):
        for a in indices[:50]:
            for b in indices[:50]:
                if a < b and (a, b) not in seen:
                    pairs.setdefault((a, b), (name, figure))
    found = []
    for (a, b), (name, figure) in sorted(pairs.items()):
        origin, later = (a, b) if rank[reports[a].id] < rank[reports[b].id] else (b, a)
        why = f"both rest on {name} and give the figure {figure:,.0f}"
        found.append(Repeats(reports[later].id, reports[origin].id, "derived", 0.5, why))
    return found


def _same_speaker(claims: Sequence[Claim], rank: Mapping[str, int]) -> list[Derivation]:
    """Claims that give one named speaker's figure again are one voice, wherever they are printed (rule 11)."""
    by_speaker: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.claimant is not None and _a_name(claim.claimant):
            by_speaker[claim.claimant.casefold()].append(claim)
    found = []
    for spoken in by_speaker.values():
        ordered = sorted(spoken, key=lambda claim: _place_in_order(claim, rank))
        for index, claim in enumerate(ordered):
            first = next((one for one in ordered[:index] if _said_again(claim, one)), None)
            if first is not None:
                why = f"both give the words of {claim.claimant}"
                found.append(Derivation(claim.id, first.id, "speaker", 1.0, why))
    return found


def _said_twice(by_document: Mapping[str, Sequence[Claim]]) -> list[Derivation]:
    """A headline and its body are one account: a report that repeats its own figure is no second voice."""
    found = []
    for document in sorted(by_document):
        told = [claim for claim in by_document[document] if claim.incident is None and claim.locator.start is not None]
        # What says most of who said it comes first: the others repeat it.
        ordered = sorted(told, key=lambda claim: (-len(claim.chain), claim.locator.start or 0, claim.id))
        for index, claim in enumerate(ordered):
            first = next((one for one in ordered[:index] if _said_again(claim, one) and _fits(claim, one)), None)
            if first is not None:
                found.append(Derivation(claim.id, first.id, "speaker", 1.0, "the report gives its own figure again"))
    return found


def _fits(claim: Claim, one: Claim) -> bool:
    """Whether two claims of one report are laid to the same parties, or one of them to nobody."""
    return claim.attribution is None or one.attribution is None or claim.attribution == one.attribution


def _said_again(claim: Claim, one: Claim) -> bool:
    """Whether one speaker gives one figure twice: two thirds of one whole are two figures."""
    if not (same_figure(claim, one) and same_event(claim, one)):
        return False
    apart = claim.quantity.unit is Unit.SHARE and claim.locator.document == one.locator.document
    return claim.attribution == one.attribution if claim.quantity.unit is Unit.SHARE else not apart


def _a_name(speaker: str) -> bool:
    """Whether a speaker is somebody in particular: `residents` in two reports need not be the same people."""
    letters = [word[0] for word in speaker.split() if word]
    return bool(letters) and letters[0].isupper() and speaker != "unattributed"


def _place_in_order(claim: Claim, rank: Mapping[str, int]) -> tuple[int, int, int, str]:
    return (
        rank.get(claim.locator.document, len(rank)),
        claim.locator.start or 0,
        claim.locator.row or 0,
        claim.id,
    )


def origins(claims: Sequence[Claim], derivations: Sequence[Derivation]) -> tuple[Origin, ...]:
    """One origin for every account, with all claims that repeat it; each claim has exactly one."""
    known = {claim.id: claim for claim in claims}
    root = {claim.id: claim.id for claim in claims}
    from_ = {one.claim: one.origin for one in derivations if one.claim in known and one.origin in known}
    for copy in sorted(from_):
        root[copy] = _first(copy, from_)
    members: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        members[root[claim.id]].append(claim.id)
    return tuple(_origin(known[first], sorted(members[first]), known) for first in sorted(members))


def _first(claim: str, from_: Mapping[str, str]) -> str:
    seen = {claim}
    while claim in from_ and from_[claim] not in seen:
        claim = from_[claim]
        seen.add(claim)
    return claim


def _origin(first: Claim, members: Sequence[str], known: Mapping[str, Claim]) -> Origin:
    documents = tuple(sorted({known[one].locator.document for one in members}))
    who = first.claimant or first.source
    says = f"{who}: {first.quantity.interval} {first.population.value} {first.outcome.value}"
    return Origin(content_id("o", (first.id,)), tuple(members), documents, says)
