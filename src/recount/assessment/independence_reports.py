"""Which reports repeat which: copies, rewrites, a shared credit; the origin first, and why one thinks so."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recount.assessment.independence_earlier import ANY_WEEK, weeks
from recount.assessment.independence_kinds import Kinship, kinships
from recount.assessment.independence_match import distinct_figures
from recount.assessment.independence_rank import publishing, upstream
from recount.language.agencies import agencies_in
from recount.language.roster import NOBODY, Roster
from recount.model.assertions import Claim
from recount.model.evidence import Document

_MANY = 50


@dataclass(frozen=True, slots=True)
class Repeats:
    """One report repeats another: which, how (`copy` or `derived`), by how much, and why one thinks so.

    `by` is `wording`, `through` where both repeat a third report, or `credit` where both rest on one publisher.
    """

    document: str
    origin: str
    kind: str
    score: float
    why: str
    by: str = "wording"


def repeated(
    documents: Sequence[Document],
    claims: Mapping[str, Sequence[Claim]],
    rank: Mapping[str, int],
    known: Roster = NOBODY,
) -> list[Repeats]:
    """Which reports repeat which, the surest first: copies, then rewrites, then a shared credit with shared figures.

    `known` says who is meant by several names.
    """
    reports = sorted((document for document in documents if document.text), key=lambda one: rank[one.id])
    kin = kinships([document.text or "" for document in reports])
    found = [_worded(reports, pair, one) for pair, one in kin.items() if one.kind != "near"]
    for (a, b), (name, figure) in _credited(reports, claims, kin, known).items():
        why = f"both rest on {name} and give the figure {figure:,.0f}"
        found.append(Repeats(reports[b].id, reports[a].id, "derived", 0.5, why, "credit"))
    return sorted(found, key=lambda one: (one.document, one.kind, rank[one.origin], -one.score, one.origin))


def _worded(reports: Sequence[Document], pair: tuple[int, int], kin: Kinship) -> Repeats:
    kind = "copy" if kin.kind == "copy" else "derived"
    return Repeats(reports[pair[1]].id, reports[pair[0]].id, kind, round(kin.score, 4), _why(kin), kin.by)


def _why(kin: Kinship) -> str:
    if kin.by == "through":
        return f"both repeat a third report, and share {kin.score:.0%} of their terms"
    if kin.kind == "copy":
        return f"{kin.score:.0%} of the 5-word runs of the shorter text stand in the other"
    return f"{kin.shared.ordered:.0%} of the terms of the shorter text are told in the same order in the other"


def _credited(
    reports: Sequence[Document],
    claims: Mapping[str, Sequence[Claim]],
    kin: Mapping[tuple[int, int], Kinship],
    known: Roster,
) -> dict[tuple[int, int], tuple[str, float]]:
    """Reports with a common source upstream that give the same figures are rewrites of it.

    Where a report only names an agency somewhere, it must also tell some of the same in the same order.
    """
    written = publishing(reports, known)
    figures = [distinct_figures(claims.get(document.id, ())) for document in reports]
    above = [upstream(document, claims.get(document.id, ()), written, known) for document in reports]
    found = _holding(above, [_dated(claims.get(document.id, ())) for document in reports])
    found = {
        pair: (written[name], figure)
        for pair, (name, figure) in found.items()
        if pair not in kin or kin[pair].kind == "near"
    }
    for (a, b), one in kin.items():
        if one.kind == "near" and (a, b) not in found:
            names = sorted(set(agencies_in(reports[a].text or "")) & set(agencies_in(reports[b].text or "")))
            both = sorted(figures[a] & figures[b])
            if names and both:
                found[a, b] = names[0], both[0][1]
    return found


def _dated(claims: Sequence[Claim]) -> frozenset[tuple[str, float, int]]:
    """The distinct figures of a report, in the weeks they are of; those of a year of reports are not held together."""
    return frozenset(
        (outcome, figure, week)
        for claim in claims
        for outcome, figure in distinct_figures((claim,))
        for week in {*weeks(claim.period), ANY_WEEK}
    )


def _holding(
    above: Sequence[frozenset[str]], figures: Sequence[frozenset[tuple[str, float, int]]]
) -> dict[tuple[int, int], tuple[str, float]]:
    holders: dict[tuple[str, str, float, int], list[int]] = defaultdict(list)
    for index, names in enumerate(above):
        for outcome, figure, week in sorted(figures[index]):
            for name in sorted(names):
                holders[name, outcome, figure, week].append(index)
    pairs: dict[tuple[int, int], tuple[str, float]] = {}
    for (name, _, figure, _), indices in sorted(holders.items()):
        for at, a in enumerate(indices[:_MANY]):
            for b in indices[at + 1 : _MANY]:
                pairs.setdefault((a, b), (name, figure))
    return pairs
