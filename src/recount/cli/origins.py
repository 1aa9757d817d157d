"""`recount origins`: which reports copy, rewrite or share a speaker with which, without a case."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from recount.cli.arguments import AsJson
from recount.cli.origins_found import Found, find
from recount.cli.reports import date_of, reports

if TYPE_CHECKING:
    from recount.model.evidence import Document

_KINDS = {"copy": "copies", "rewrite": "rewrites", "speaker": "shares a speaker with"}
_Spans = list[dict[str, dict[str, object]]]
_Account = dict[str, str | list[str]]


def origins(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Reports: text files, saved pages, folders.")],
    as_json: AsJson = False,
    published: Annotated[
        str, typer.Option("--date", metavar="YYYY-MM-DD", help="The day the reports were published.")
    ] = "",
    by_account: Annotated[
        bool, typer.Option("--accounts", help="Each account once: where it began, its copies, its rewrites.")
    ] = False,
) -> None:
    """Find which reports copy, rewrite or share a speaker with which.

    Of two reports the one that is credited, the earlier or the longer is taken for the origin. Reports that share only
    a quotation share a speaker. No case is needed.
    """
    documents, told = reports(files, date_of(published))
    found = find(documents)
    if as_json:
        print(json.dumps(_accounts(found) if by_account else _pairs(found), ensure_ascii=False, indent=2))
    else:
        _show(found, by_account=by_account)
    for aside in told:
        typer.echo(f"recount: {aside}", err=True)


def _show(found: Found, *, by_account: bool) -> None:
    if by_account:
        for one in _accounts(found):
            told = [f"{name}: {', '.join(one[name])}" for name in ("copies", "rewrites") if one[name]]
            print("; ".join((str(one["origin"]), *told)))
    else:
        for each in found.pairs:
            document, origin = found.documents[each.document], found.documents[each.origin]
            does = "tells the account of" if each.by == "through" else _KINDS[each.kind]
            print(f"{document.path} {does} {origin.path}: {each.why}")
    print(f"{len(found.documents)} reports, {len(found.accounts)} origins")


def _accounts(found: Found) -> list[_Account]:
    paths = {one: document.path for one, document in found.documents.items()}
    return [
        {
            "origin": paths[one.origin],
            "copies": sorted(paths[each] for each in one.copies),
            "rewrites": sorted(paths[each] for each in one.rewrites),
        }
        for one in found.accounts
    ]


def _pairs(found: Found) -> list[dict[str, object]]:
    """One object a pair, in order of paths."""
    return [
        {
            "document": found.documents[one.document].path,
            "origin": found.documents[one.origin].path,
            "kind": one.kind,
            "by": one.by,
            "score": one.score,
            "direction": one.direction,
            "account": found.documents[found.first[one.document]].path,
            "why": one.why,
            "sentences": _sentences(found.documents[one.document], found.documents[one.origin], one.kind),
        }
        for one in found.pairs
    ]


def _sentences(document: "Document", origin: "Document", kind: str) -> _Spans:
    from recount.assessment.independence_evidence import beside

    texts = document.text or "", origin.text or ""
    return [
        {"document": _span(texts[0], one.here), "origin": _span(texts[1], one.there)}
        for one in beside(*texts, spoken=kind == "speaker")
    ]


def _span(text: str, span: Sequence[int]) -> dict[str, object]:
    return {"start": span[0], "end": span[1], "text": text[span[0] : span[1]]}
