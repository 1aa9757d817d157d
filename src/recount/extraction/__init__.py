"""Reading assertions out of documents: claims and positions out of reports, rows out of tables."""

from collections.abc import Sequence

from recount.extraction.settings import ExtractionSettings, Theatre
from recount.model.assertions import Assertions
from recount.model.evidence import Intake, Source

__all__ = ["extract"]


def extract(
    intake: Intake, sources: Sequence[Source], theatre: Theatre, settings: ExtractionSettings, workers: int = 1
) -> Assertions:
    """Read everything the documents of a case say; see `recount.extraction.line.extract`."""
    # The readers are loaded when they are needed, so that a command that only reads settings starts at once.
    from recount.extraction import line

    return line.extract(intake, sources, theatre, settings, workers)
