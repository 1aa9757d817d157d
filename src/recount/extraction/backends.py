"""Extractors by name: ours in a plain dictionary, others by entry point."""

from dataclasses import dataclass, replace
from typing import Protocol

from recount.extraction import reports
from recount.extraction.settings import ExtractionSettings, Theatre
from recount.model.assertions import Assertions, Claim
from recount.model.evidence import Document, SetAside, Source
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
    return extractor if name in OURS else _Held(extractor)


@dataclass(frozen=True)
class _Held:
    """Somebody else's extractor, held to the text: a claim whose words do not stand where it says is left out."""

    extractor: Extractor

    def __call__(
        self, document: Document, source: Source, theatre: Theatre, settings: ExtractionSettings
    ) -> Assertions:
        read = self.extractor(document, source, theatre, settings)
        kept = tuple(claim for claim in read.claims if _stands(document, claim))
        lost = len(read.claims) - len(kept)
        if not lost:
            return read
        what = f"{lost} of the claims of the extractor do not stand in the text where they say"
        told = SetAside(document.path, what, "tell its makers; those claims are not used", False)
        return replace(read, claims=kept, set_aside=(*read.set_aside, told))


def _stands(document: Document, claim: Claim) -> bool:
    start, end, text = claim.locator.start, claim.locator.end, document.text or ""
    inside = start is not None and end is not None and 0 <= start < end <= len(text)
    return claim.locator.document == document.id and inside and text[start:end] == claim.phrase
