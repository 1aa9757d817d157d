"""How a document came to us, as far as it may be told."""

from recount.model.evidence import SEALED, Document, Source
from recount.publication.public.custody import PublicCustody


def custody(document: Document, source: Source | None) -> PublicCustody:
    """How, when and from whom one document came; what is said of its whole source where nothing is said of it."""
    sealed = document.from_whom == SEALED
    return PublicCustody(
        obtained=document.obtained or (source.obtained if source is not None else ""),
        received=document.received,
        from_whom="" if sealed else document.from_whom,
        sealed=sealed,
    )
