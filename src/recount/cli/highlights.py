"""A page that shows reports with their figures highlighted where they stand."""

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from recount.model.assertions import Claim
    from recount.model.evidence import Document

_HEAD = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Claims</title>
<style>body{font:1rem/1.6 Georgia,serif;max-width:42rem;margin:2rem auto;padding:0 1rem}
article{white-space:pre-wrap;overflow-wrap:anywhere}h1{font-size:1.1rem}
ol{font-size:.85rem;color:#444}
mark{background:#ffe08a;color:#111;padding:0 .15em}mark.injured{background:#cfe3ff}mark.other{background:#e4e4e4}
</style></head><body>
<p><mark>killed</mark> <mark class="injured">injured</mark> <mark class="other">other</mark></p>
"""


def page(reports: Sequence[tuple["Document", Sequence["Claim"]]]) -> str:
    """One page for some reports: the text as it was read, each figure marked with what it says."""
    parts = [_HEAD]
    for document, claims in reports:
        parts.append(f'<h1>{escape(document.path)}</h1>\n<article dir="auto">{_marked(document, claims)}</article>\n')
        lines = [f"<li><bdi>{escape(claim.phrase)}</bdi>: {escape(_says(claim))}</li>" for claim in claims]
        parts.append(f"<ol>{''.join(lines)}</ol>\n" if lines else "<p>No casualty figure is told.</p>\n")
    return "".join([*parts, "</body></html>"])


def _marked(document: "Document", claims: Sequence["Claim"]) -> str:
    text, done, parts = document.text or "", 0, []
    for claim in sorted(claims, key=lambda each: (each.locator.start or 0, -(each.locator.end or 0))):
        start, end = claim.locator.start or 0, claim.locator.end or 0
        if start < done:
            continue
        parts.append(escape(text[done:start]))
        kind = claim.outcome.value if claim.outcome.value in ("killed", "injured") else "other"
        says = escape(_says(claim), quote=True)
        parts.append(f'<mark class="{kind}" title="{says}">{escape(text[start:end])}</mark>')
        done = end
    return "".join([*parts, escape(text[done:])])


def _says(claim: "Claim") -> str:
    parties = claim.attribution.parties if claim.attribution is not None else ()
    said = [
        f"{claim.quantity.interval} {claim.population} {claim.outcome}",
        f"by {' or '.join(parties)}" if parties else "",
        f"in {claim.place.written or claim.place.id}" if claim.place is not None else "",
        str(claim.period) if claim.period is not None else "",
        f"says {claim.claimant}" if claim.claimant else "",
    ]
    return "; ".join(each for each in said if each)
