"""Which report may be the origin of which: credits first, then days of publication."""

from collections.abc import Mapping, Sequence
from datetime import date

from recount.language.roster import NOBODY, Roster
from recount.model.assertions import Claim
from recount.model.evidence import Document


def ranked(documents: Sequence[Document]) -> dict[str, int]:
    """The place of each document in a line in which an origin stands before what repeats it.

    A report that credits another publisher stands after that publisher's own; otherwise the earlier day is first, and
    on the same day the longer text.
    """
    publishers: dict[str, list[Document]] = {}
    for document in documents:
        publishers.setdefault(document.publisher.casefold(), []).append(document)
    depth = {document.id: _depth(document, publishers, ()) for document in documents}
    ordered = sorted(documents, key=lambda one: (*_key(one, depth), one.path, one.id))
    return {document.id: place for place, document in enumerate(ordered)}


def _depth(document: Document, publishers: Mapping[str, Sequence[Document]], above: tuple[str, ...]) -> int:
    """How many credits lie between a report and one that credits nobody here; circles of credit are cut."""
    own = document.publisher.casefold()
    if own in above or len(above) > 6:
        return 0
    credited = [name.casefold() for name in document.credit if name.casefold() != own]
    depths = [
        _depth(publishers[name][0], publishers, (*above, own)) if publishers.get(name) else 0 for name in credited
    ]
    return 1 + max(depths) if depths else 0


def _key(document: Document, depth: Mapping[str, int]) -> tuple[int, date, int]:
    return depth[document.id], document.published or date.max, -len(document.text or "")


def publishing(documents: Sequence[Document], known: Roster = NOBODY) -> dict[str, str]:
    """Everybody who publishes one of the documents or is credited by one: the voice, and a name for it."""
    named = [name for one in documents for name in (one.publisher, *one.credit) if name]
    return {known.voice(name): name for name in named}


def upstream(
    document: Document, claims: Sequence[Claim], publishers: Mapping[str, str], known: Roster = NOBODY
) -> frozenset[str]:
    """The voices a report rests on: its publisher, whom it credits, and the publishers its claims are taken from.

    A person who is quoted is no publisher: reports that quote him share a speaker.
    """
    own = {known.voice(name) for name in (document.publisher, *document.credit) if name}
    said = {known.voice(name) for claim in claims for name in claim.chain}
    return frozenset(own | (said & publishers.keys()))
