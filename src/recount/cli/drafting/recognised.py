"""Which shipped layout a header is of, and what one row most likely is where it is of none."""

from collections.abc import Sequence

from recount.cli.drafting.headers import IGNORE, SEAL, meaning
from recount.ingestion.fields import GROUPED
from recount.ingestion.layouts import Layout, every
from recount.language.scripts import visible
from recount.model.evidence import Rows

_COVERED = 0.75
_FEWEST = 3
_NEEDED: dict[Rows, tuple[frozenset[str], int]] = {
    Rows.PERSONS: (frozenset({"name", "name_arabic", "name_latin", "official_id", "age", "sex"}), 2),
    Rows.INCIDENTS: (frozenset({"killed", "killed_low", "killed_high", "injured", "injured_low", *GROUPED}), 1),
    Rows.POSITIONS: (frozenset({"position"}), 1),
    Rows.PROPOSITIONS: (frozenset({"says", "side"}), 2),
    Rows.MONTHLY: (frozenset({"carried", "new", "closed", "still_open", "credible", "non_credible"}), 3),
    Rows.EVIDENCE: (frozenset({"evidence", "holder", "released", "reviewed_by"}), 2),
    Rows.TALLIES: (frozenset({"tally", "number", "number_low", "beyond"}), 2),
}
"""For each kind of rows the fields that speak for it, and how many of them there must be."""


def recognised(headers: Sequence[str], rows: Rows | None) -> Layout | None:
    """The layout that knows most of a header's columns, if it knows nearly all and all its essential ones."""
    present = [visible(each).casefold() for each in headers if each]
    found = []
    for layout in every():
        known = sum(each in layout.headers for each in present)
        if (rows is None or rows is layout.rows) and known >= _FEWEST and _essential(layout, headers):
            found.append((known / len(present), known, layout))
    found = [each for each in found if each[0] >= _COVERED]
    return max(found, key=lambda each: each[:2], default=(0.0, 0, None))[2]


def _essential(layout: Layout, headers: Sequence[str]) -> bool:
    present = {visible(each) for each in headers}
    return all(present & set(known) for field, known in layout.columns if field in layout.essential)


def by_layout(layout: Layout, header: str) -> str | None:
    """The field a layout reads a header as, or that it is sealed or ignored; None where the layout does not know it."""
    if header in layout.sealed:
        return SEAL
    for field, known in layout.columns:
        if header in known:
            return field
    return IGNORE if header in layout.ignored else None


def likeliest_rows(headers: Sequence[str]) -> tuple[Rows, bool]:
    """What one row is by the headers, and whether that is clear."""
    scores = sorted(((_score(headers, rows), rows) for rows in Rows), key=lambda each: (-each[0][1], -each[0][0]))
    (needed, score), best = scores[0]
    ahead = score - max((other for (_, other), _ in scores[1:]), default=0.0)
    return best, bool(needed) and ahead > 0


def _score(headers: Sequence[str], rows: Rows) -> tuple[bool, float]:
    meanings = [found for each in headers if each and (found := meaning(each, rows)) is not None]
    fields = {each.field: each.sure for each in meanings if each.field not in (SEAL, IGNORE)}
    speaking, least = _NEEDED[rows]
    needed = len(speaking & set(fields)) >= least
    score = sum(1.0 if sure else 0.4 for sure in fields.values())
    return needed, score if needed else score * 0.3
