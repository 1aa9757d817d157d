"""What `recount origins` finds among reports: pairs, and the accounts they make."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from recount.cli.reports import NOBODY

if TYPE_CHECKING:
    from recount.assessment.independence_accounts import Account
    from recount.model.assertions import Claim
    from recount.model.evidence import Document


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports of which one repeats the other, or which share a speaker; `direction` says what tells the origin."""

    document: str
    origin: str
    kind: str
    by: str
    score: float
    why: str
    direction: str


@dataclass(frozen=True, slots=True)
class Found:
    """The reports by id, the pairs in order of paths, the accounts, and where each report's account began."""

    documents: "Mapping[str, Document]"
    pairs: tuple[Pair, ...]
    accounts: "tuple[Account, ...]"
    first: Mapping[str, str]


def find(documents: "Sequence[Document]") -> Found:
    """Every pair of reports of which one repeats the other or that share a speaker, and the accounts."""
    from recount.assessment.independence_accounts import accounts
    from recount.assessment.independence_rank import ranked
    from recount.assessment.independence_reports import repeated

    claims = {document.id: _claims(document) for document in documents}
    credited = {each.id: _credited(each, claims[each.id]) for each in documents}
    reports = sorted(credited.values(), key=lambda one: one.path)
    rank = ranked([_naming(one) for one in reports])
    repeats = repeated(reports, claims, rank)
    told = accounts([one.id for one in reports], repeats, rank)
    first = {each: one.origin for one in told for each in (one.origin, *one.copies, *one.rewrites)}
    pairs: dict[tuple[str, str], Pair] = {}
    for one in repeats:
        kind = "copy" if one.kind == "copy" else "rewrite"
        direction = _direction(credited[one.document], credited[one.origin])
        pairs.setdefault(
            (one.document, one.origin), Pair(one.document, one.origin, kind, one.by, one.score, one.why, direction)
        )
    for pair in _speakers(reports, claims, rank):
        if (pair.document, pair.origin) not in pairs:
            pairs[pair.document, pair.origin] = pair
    ordered = sorted(pairs.values(), key=lambda one: (credited[one.document].path, credited[one.origin].path))
    return Found(credited, tuple(ordered), tuple(told), first)


def _speakers(
    reports: "Sequence[Document]", claims: "Mapping[str, Sequence[Claim]]", rank: Mapping[str, int]
) -> list[Pair]:
    """Reports that quote the same words, or give the figure of the same speaker."""
    from recount.assessment.independence import derivations
    from recount.assessment.independence_quotes import common_speakers, spoken

    found = []
    ordered = sorted(reports, key=lambda one: rank[one.id])
    known = {one.id: one for one in reports}
    for a, b in common_speakers([spoken(one.text or "") for one in ordered]):
        later, earlier = ordered[b], ordered[a]
        direction = _direction(later, earlier)
        found.append(Pair(later.id, earlier.id, "speaker", "quotation", 1.0, "both quote the same words", direction))
    holders = {claim.id: claim.locator.document for read in claims.values() for claim in read}
    for one in derivations([claim for read in claims.values() for claim in read], reports):
        later, earlier = known[holders[one.claim]], known[holders[one.origin]]
        if one.kind == "speaker" and later.id != earlier.id:
            direction = _direction(later, earlier)
            found.append(Pair(later.id, earlier.id, "speaker", "figure", one.score, one.why, direction))
    return found


def _direction(later: "Document", earlier: "Document") -> str:
    """By what one report is known to stand before another: a credit, its date, its length, or nothing but its name."""
    if earlier.publisher.casefold() in {name.casefold() for name in _naming(later).credit}:
        return "credit"
    if later.published is not None and earlier.published is not None and later.published != earlier.published:
        return "date"
    return "length" if len(later.text or "") != len(earlier.text or "") else "name"


def _naming(document: "Document") -> "Document":
    """The report with every agency and paper it names for a credit: enough to say which of two came first."""
    from recount.language.agencies import agencies_in

    named = (name for name in agencies_in(document.text or "") if name != document.publisher)
    return replace(document, credit=tuple(dict.fromkeys((*document.credit, *named))))


def _claims(document: "Document") -> "list[Claim]":
    from recount.extraction.general import theatre_of
    from recount.extraction.limits import refused
    from recount.extraction.reports import read_through

    if refused(document) is not None:
        return []
    return [read.claim for read in read_through(document, NOBODY, theatre_of(document.text or ""))[1]]


def _credited(document: "Document", claims: "Sequence[Claim]") -> "Document":
    """The report with the agencies and papers that it takes its figures from, and the agency whose own it is."""
    from recount.extraction.general import papers
    from recount.language.agencies import dateline_of

    known, own = papers(), document.publisher or dateline_of(document.text or "")
    credit = tuple(dict.fromkeys(name for claim in claims for name in claim.chain if name in known and name != own))
    return replace(document, publisher=own, credit=credit)
