"""What two reports are to each other by their words: a copy, a rewrite, or neither. The limits are measured."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from recount.assessment.independence_candidates import candidates
from recount.assessment.independence_forms import one_form
from recount.assessment.independence_frames import frames, only_the_close
from recount.assessment.independence_text import Overlap, Read, overlap, paragraph_sum, read, runs_of, shared_runs

COPIED, COPIED_RUNS = 0.085, 20
"""A copy holds this share of the shorter report's 5-word runs, and so many: a shared official title is five words."""
MOSTLY_COPIED, FEWEST_COPIED = 0.2, 8
"""Of a short report, or one cut to a third, fewer runs do where they are a larger share."""
ORDERED, BEYOND = 0.21, 0.09
"""A rewrite tells this share of its terms in the order of its origin, and so much more than chance would."""
FEWEST_TERMS = 12
BRIEF_TERMS, BRIEF_ORDERED, BRIEF_PHRASED = 8, 0.35, 0.15
"""So many terms at least are told in one order; fewer in a brief report, if with its phrases they are more of it."""
PHRASED, PHRASED_ORDERED, IN_COMMON = 0.09, 0.15, 0.3
"""Or it keeps this share of 3-word runs, with more than a chance order."""
THROUGH, THROUGH_RUNS = 0.25, 3
"""Share of terms that a report must hold of one whose copy it rewrites, and runs of one whose copy it copies."""
WHOLE = 0.6
"""Share of runs from which a report is a part of another, so that two parts of one whole are one account."""
_WIDE = 40


@dataclass(frozen=True, slots=True)
class Kinship:
    """What two reports are to each other: `copy`, `rewrite` or `near`, how it shows, and how much they share.

    `near` is less than a rewrite needs, unless both credit one publisher.

    `by` is `wording`, or `through` where both repeat a third; `score` the share that decided.
    """

    kind: str
    by: str
    score: float
    shared: Overlap


def kinships(texts: Sequence[str]) -> dict[tuple[int, int], Kinship]:
    """The copies and rewrites among reports, and what is near to one, by their places (a < b).

    Args:
        texts: the reports, those that may be origins before those that repeat them where there are very many.
    """
    reports = _without_wide([read(text) for text in texts], texts)
    told = {(a, b): overlap(reports[a], reports[b]) for a, b in candidates(reports)}
    found = {}
    for pair, shared in told.items():
        kin = _by_wording(shared, reports[pair[0]], reports[pair[1]])
        if kin is not None:
            found[pair] = kin
    return found | _through(found, told)


def _without_wide(reports: list[Read], texts: Sequence[str]) -> list[Read]:
    """The reports without frames, and without the terms that many of them hold: those say nothing."""
    around = frames(reports)
    if around:
        held = [any(paragraph_sum(part) in around for part in one.paragraphs) for one in reports]
        reports = [
            read(text, around) if framed else one for one, text, framed in zip(reports, texts, held, strict=True)
        ]
    if not reports:
        return reports
    terms, counts = np.unique(np.concatenate([one.terms for one in reports]), return_counts=True)
    wide = terms[counts > max(_WIDE, len(reports) // 50)]
    if not len(wide):
        return reports
    return [replace(one, terms=one.terms[~np.isin(one.terms, wide)]) for one in reports]


def _by_wording(shared: Overlap, a: Read, b: Read) -> Kinship | None:
    kin = _as_worded(shared, a, b)
    return None if kin is not None and one_form(a, b) else kin


def _as_worded(shared: Overlap, a: Read, b: Read) -> Kinship | None:
    mostly = shared.copied >= MOSTLY_COPIED and shared.shared >= FEWEST_COPIED
    if mostly or (shared.copied >= COPIED and shared.shared >= COPIED_RUNS):
        return None if only_the_close(a, b, shared.copied) else Kinship("copy", "wording", shared.copied, shared)
    in_order = min(len(a.terms), len(b.terms)) * shared.ordered
    enough = in_order >= FEWEST_TERMS
    if not enough and in_order >= BRIEF_TERMS and shared.ordered >= BRIEF_ORDERED:
        phrased = _phrased(a, b)
        return Kinship("rewrite", "wording", phrased, shared) if phrased >= BRIEF_PHRASED else None
    if enough and shared.ordered >= ORDERED and shared.beyond >= BEYOND:
        return Kinship("rewrite", "wording", shared.ordered, shared)
    if enough and shared.ordered >= PHRASED_ORDERED and shared.common >= IN_COMMON:
        phrased = _phrased(a, b)
        if phrased >= PHRASED:
            return Kinship("rewrite", "wording", phrased, shared)
    near = enough and shared.ordered >= PHRASED_ORDERED and shared.beyond >= BEYOND / 3 and shared.common >= THROUGH
    return Kinship("near", "wording", shared.ordered, shared) if near else None


def _phrased(a: Read, b: Read) -> float:
    """The share of the shorter report's 3-word runs that stand in the other."""
    return shared_runs(runs_of(a.paragraphs, 3), runs_of(b.paragraphs, 3))[1]


def _through(
    found: Mapping[tuple[int, int], Kinship], told: Mapping[tuple[int, int], Overlap]
) -> dict[tuple[int, int], Kinship]:
    """Pairs that are kin because both are kin to a third: parts of one whole, and rewrites of what was copied."""
    copies: dict[int, set[int]] = {}
    for (a, b), kin in found.items():
        if kin.kind == "copy" and kin.shared.copied >= WHOLE:
            copies.setdefault(a, set()).add(b)
            copies.setdefault(b, set()).add(a)
    more: dict[tuple[int, int], Kinship] = {}
    for (a, b), kin in sorted(found.items()):
        for one, other in ((a, b), (b, a)) if kin.kind != "near" else ():
            for third in sorted(copies.get(one, set()) - {other}):
                pair = (min(other, third), max(other, third))
                shared = told.get(pair)
                known = pair in found and found[pair].kind in ("copy", kin.kind)
                if not known and shared is not None and _also(kin, shared):
                    more.setdefault(pair, Kinship(kin.kind, "through", shared.common, shared))
    return more


def _also(kin: Kinship, shared: Overlap) -> bool:
    """Whether two reports that are kin to a third share enough themselves: a merger of two stories joins neither."""
    if kin.kind == "rewrite":
        return shared.common >= THROUGH
    return kin.shared.copied >= WHOLE and shared.shared >= THROUGH_RUNS
