"""Reading reports: a document's text -> claims and positions, each on its exact characters."""

from dataclasses import replace
from functools import lru_cache

from recount.extraction.actors import Roster, roster
from recount.extraction.denials import denials
from recount.extraction.drafts import Draft, draft
from recount.extraction.events import event_of
from recount.extraction.limits import refused
from recount.extraction.positions import positions_in
from recount.extraction.reading import claims_in
from recount.extraction.reads import Read
from recount.extraction.reported import with_totals
from recount.extraction.settings import ExtractionSettings, Theatre
from recount.extraction.vague import policy, read_under
from recount.model.assertions import Assertions
from recount.model.evidence import Document, Source
from recount.model.values import Party


def assertions_in(document: Document, source: Source, theatre: Theatre, settings: ExtractionSettings) -> Assertions:
    """Everything the text of a document claims, with exact spans; a text that cannot be read is set aside."""
    if not document.text:
        return Assertions()
    too_much = refused(document)
    if too_much is not None:
        return Assertions(set_aside=(too_much,))
    prepared, read = read_through(document, source, theatre)
    reads = [read_under(policy(settings.vague), prepared.text, each) for each in read]
    claims = tuple(
        claim if (event := event_of(claim)) is None else replace(claim, event=event)
        for claim in with_totals(prepared, reads)
    )
    settled = [replace(read, claim=claim) for read, claim in zip(reads, claims, strict=True)]
    return Assertions(claims=claims, acknowledgements=(*positions_in(prepared, settled), *denials(prepared, settled)))


def prepare(document: Document, source: Source, theatre: Theatre) -> Draft:
    """A report prepared for reading."""
    return draft(document, source, theatre, _compiled(theatre.parties))


def read_through(document: Document, source: Source, theatre: Theatre) -> tuple[Draft, list[Read]]:
    """A report prepared for reading, and every claim read out of it with how it was read."""
    prepared = prepare(document, source, theatre)
    return prepared, claims_in(prepared)


@lru_cache(maxsize=8)
def _compiled(parties: tuple[Party, ...]) -> Roster:
    return roster(parties)
