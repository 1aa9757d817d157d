"""`recount origins`: which reports copy, rewrite or share a speaker with which, without a case."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from recount.cli.arguments import AsJson
from recount.cli.reports import NOBODY, date_of, reports

if TYPE_CHECKING:
    from recount.model.assertions import Claim
    from recount.model.evidence import Document

_KINDS = {"copy": "copies", "rewrite": "rewrites", "speaker": "shares a speaker with"}


def origins(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Reports: text files, saved pages, folders.")],
    as_json: AsJson = False,
    published: Annotated[
        str, typer.Option("--date", metavar="YYYY-MM-DD", help="The day the reports were published.")
    ] = "",
) -> None:
    """Find which reports copy, rewrite or share a speaker with which.

    Of two reports the earlier or the longer is taken for the origin. Reports that share only a quotation share a
    speaker. No case is needed.
    """
    documents, told = reports(files, date_of(published))
    found = _found(documents)
    if as_json:
        print(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        for each in found:
            print(f"{each['document']} {_KINDS[str(each['kind'])]} {each['origin']}: {each['why']}")
        voices = len(documents) - len({each["document"] for each in found if each["kind"] != "speaker"})
        print(f"{len(documents)} reports, {voices} origins")
    for aside in told:
        typer.echo(f"recount: {aside}", err=True)


def _found(documents: "Sequence[Document]") -> list[dict[str, object]]:
    """Every pair of reports of which one repeats the other, in order of their paths."""
    from recount.assessment.independence import derivations, repeated
    from recount.assessment.independence_rank import ranked

    claims = {document.id: _claims(document) for document in documents}
    credited = [replace(each, credit=_credits(claims[each.id])) for each in documents]
    paths = {document.id: document.path for document in documents}
    pairs: dict[tuple[str, str], dict[str, object]] = {}
    for one in repeated(credited, claims, ranked(credited)):
        kind = "copy" if one.kind == "copy" else "rewrite"
        pairs.setdefault((one.document, one.origin), _pair(paths, one.document, one.origin, kind, one.score, one.why))
    holders = {claim.id: claim.locator.document for read in claims.values() for claim in read}
    for spoken in derivations([claim for read in claims.values() for claim in read], credited):
        pair = holders[spoken.claim], holders[spoken.origin]
        if spoken.kind == "speaker" and pair[0] != pair[1] and pair not in pairs and pair[::-1] not in pairs:
            pairs[pair] = _pair(paths, *pair, "speaker", spoken.score, spoken.why)
    return [pairs[pair] for pair in sorted(pairs, key=lambda pair: (paths[pair[0]], paths[pair[1]]))]


def _pair(paths: dict[str, str], document: str, origin: str, kind: str, score: float, why: str) -> dict[str, object]:
    return {"document": paths[document], "origin": paths[origin], "kind": kind, "score": score, "why": why}


def _claims(document: "Document") -> "list[Claim]":
    from recount.extraction.general import theatre_of
    from recount.extraction.limits import refused
    from recount.extraction.reports import read_through

    if refused(document) is not None:
        return []
    return [read.claim for read in read_through(document, NOBODY, theatre_of(document.text or ""))[1]]


def _credits(claims: "Sequence[Claim]") -> tuple[str, ...]:
    """The agencies and papers that a report takes its figures from."""
    from recount.extraction.general import papers

    known = papers()
    return tuple(dict.fromkeys(name for claim in claims for name in claim.chain if name in known))
