"""Claims of a copy that stand in their origin's own sentence with another figure."""

import re
from collections import defaultdict

from recount.model.assertions import Claim
from recount.model.findings import Findings
from recount.reconciliation.claims import is_count

_WORD = re.compile(r"[^\W\d_]+")
_FEWEST = 6
_SHARED = 0.8


def refigured(findings: Findings) -> list[tuple[Claim, Claim]]:
    """Pairs (of the origin, of its copy) whose sentences are the same but for the figure, in order of ids.

    Only claims that nothing repeats and that repeat nothing are held against each other, and only between reports of
    which one is known to copy the other.
    """
    claims = {claim.id: claim for claim in findings.claims}
    matched = {one.claim for one in findings.derivations} | {one.origin for one in findings.derivations}
    texts = {document.id: document.text or "" for document in findings.documents}
    loose: dict[str, list[Claim]] = defaultdict(list)
    for claim in findings.claims:
        if claim.id not in matched and is_count(claim) and claim.sentence is not None:
            loose[claim.locator.document].append(claim)
    copies = {
        (claims[one.origin].locator.document, claims[one.claim].locator.document)
        for one in findings.derivations
        if one.kind == "copy" and one.claim in claims and one.origin in claims
    }
    return [
        (origin, copy)
        for before, after in sorted(copies)
        for origin in loose[before]
        for copy in loose[after]
        if origin.outcome is copy.outcome and _same_but_for_the_figure(origin, copy, texts)
    ]


def _same_but_for_the_figure(a: Claim, b: Claim, texts: dict[str, str]) -> bool:
    one, other = _words(a, texts), _words(b, texts)
    smaller = min(len(one), len(other))
    return smaller >= _FEWEST and len(one & other) >= _SHARED * max(len(one), len(other))


def _words(claim: Claim, texts: dict[str, str]) -> frozenset[str]:
    """The words of a claim's sentence, without its figure."""
    start, end = claim.sentence or (0, 0)
    text = texts.get(claim.locator.document, "")
    at = claim.locator
    around = text[start : at.start] + " " + text[at.end : end] if at.start is not None else text[start:end]
    return frozenset(word.casefold() for word in _WORD.findall(around))
