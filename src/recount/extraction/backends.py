"""Extractors by name: ours in a plain dictionary, others by entry point."""

from typing import Protocol

from recount.extraction import reports
from recount.extraction.settings import ExtractionSettings, Theatre
from recount.model.assertions import Assertions
from recount.model.evidence import Document, Source
from recount.plugins import plug_in

GROUP = "recount.extractors"


class Extractor(Protocol):
    """Reads the text of one document. What it claims must stand at exact characters of `document.text`."""

    def __call__(
        self, document: Document, source: Source, theatre: Theatre, settings: ExtractionSettings
    ) -> Assertions: ...


def _by_model(document: Document, source: Source, theatre: Theatre, settings: ExtractionSettings) -> Assertions:
    from recount.extraction.model import assertions_in

    return assertions_in(document, source, theatre, settings)


OURS: dict[str, Extractor] = {"rules": reports.assertions_in, "model": _by_model}


def backend(name: str) -> Extractor:
    """The extractor of a name.

    Raises:
        PlugInMissing: nobody provides it.
    """
    extractor: Extractor = plug_in(GROUP, name, OURS)
    return extractor
