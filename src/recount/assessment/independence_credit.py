"""Claims that a report takes from another publisher whom it names, and who gives the same figure of the same event."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from recount.assessment.independence_match import counterpart, same_event
from recount.model.assertions import Claim
from recount.model.evidence import Document
from recount.model.origins import Derivation

_FEW_DAYS = 3
_SHORTEST = 3


def taken_from(
    claims: Mapping[str, Sequence[Claim]], documents: Sequence[Document], rank: Mapping[str, int]
) -> list[Derivation]:
    """The claims of reports that name the publisher of an earlier report which gives the same figure of those days."""
    published: dict[str, list[Document]] = defaultdict(list)
    for document in sorted(documents, key=lambda one: rank[one.id]):
        if len(document.publisher) >= _SHORTEST:
            published[document.publisher].append(document)
    found = []
    for document in documents:
        for name in _named(document, published):
            earlier = [one for one in published[name] if rank[one.id] < rank[document.id]]
            told = [claim for one in earlier for claim in claims.get(one.id, ())]
            for claim in claims.get(document.id, ()):
                origin = counterpart(claim, [one for one in told if _of_one_event(claim, one)])
                if origin is not None:
                    found.append(Derivation(claim.id, origin.id, "derived", 0.5, f"taken from {name}"))
    return found


def _named(document: Document, published: Mapping[str, Sequence[Document]]) -> list[str]:
    """The other publishers whom a report names, in its text or as its credit."""
    if document.text is None or len(published) < 2:
        return []
    pattern = "|".join(re.escape(name) for name in sorted(published, key=lambda name: (-len(name), name)))
    said = {match.group() for match in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", document.text)}
    return sorted((said | (set(document.credit) & set(published))) - {document.publisher})


def _of_one_event(claim: Claim, one: Claim) -> bool:
    """Whether two claims are of the same few days and, where their places are known, of one place."""
    if not same_event(claim, one):
        return False
    if claim.period is not None and one.period is not None:
        return max(claim.period.days or 99, one.period.days or 99) <= _FEW_DAYS
    if claim.published is None or one.published is None or claim.place is None or one.place is None:
        return False
    return bool(claim.place.path) and abs((claim.published - one.published).days) <= _FEW_DAYS
