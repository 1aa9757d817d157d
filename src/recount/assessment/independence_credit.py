"""Claims that a report takes from another publisher whom it names, and who gives the same figure of the same event."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from recount.assessment.independence_earlier import Earlier
from recount.assessment.independence_match import counterpart, same_event
from recount.language.roster import NOBODY, Roster
from recount.model.assertions import Claim
from recount.model.evidence import Document
from recount.model.origins import Derivation

_FEW_DAYS = 3
_SHORTEST = 3
_BEFORE = r"(?:(?<!\w)|(?<=\b[وبلفك]))"
"""A name begins a word, or stands behind a particle that Arabic joins to it."""


def taken_from(
    claims: Mapping[str, Sequence[Claim]],
    documents: Sequence[Document],
    rank: Mapping[str, int],
    known: Roster = NOBODY,
) -> list[Derivation]:
    """The claims of reports that name the publisher of an earlier report which gives the same figure of those days.

    A publisher is named by any of the names that `known` gives him.
    """
    published = frozenset(one.publisher for one in documents if len(one.publisher) >= _SHORTEST)
    written = {other: name for name in sorted(published) for other in known.others(name) if len(other) >= _SHORTEST}
    written |= {name: name for name in sorted(published)}
    told: dict[str, Earlier] = defaultdict(Earlier)
    found = []
    for document in sorted(documents, key=lambda one: rank[one.id]):
        for name in _named(document, written, published):
            for claim in claims.get(document.id, ()):
                origin = counterpart(claim, [one for one in told[name].like(claim) if _of_one_event(claim, one)])
                if origin is not None:
                    found.append(Derivation(claim.id, origin.id, "derived", 0.5, f"taken from {name}"))
        if document.publisher in published:
            for claim in claims.get(document.id, ()):
                told[document.publisher].add(claim)
    return found


def _named(document: Document, written: Mapping[str, str], published: frozenset[str]) -> list[str]:
    """The other publishers whom a report names, in its text or as its credit."""
    if document.text is None or len(published) < 2:
        return []
    said = {written[match.group()] for match in _any_of(tuple(written)).finditer(document.text)}
    return sorted((said | (set(document.credit) & published)) - {document.publisher})


@lru_cache(maxsize=4)
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    """One of the names whole; a word may be joined before an Arabic one."""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"{_BEFORE}(?:{'|'.join(map(re.escape, ordered))})(?!\w)")


def _of_one_event(claim: Claim, one: Claim) -> bool:
    """Whether two claims are of the same few days and, where their places are known, of one place."""
    if not same_event(claim, one):
        return False
    if claim.period is not None and one.period is not None:
        return max(claim.period.days or 99, one.period.days or 99) <= _FEW_DAYS
    if claim.published is None or one.published is None or claim.place is None or one.place is None:
        return False
    return bool(claim.place.path) and abs((claim.published - one.published).days) <= _FEW_DAYS
