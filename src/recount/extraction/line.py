"""The walk over the documents of a case: reports are read for claims, tables for rows."""

from collections.abc import Iterable, Sequence

from recount.extraction.backends import backend
from recount.extraction.rows import assertions_in as rows_in
from recount.extraction.settings import ExtractionSettings, Theatre
from recount.model.assertions import Assertions
from recount.model.evidence import Document, Intake, SetAside, Source

_WORTH_A_PROCESS = 200


def extract(
    intake: Intake, sources: Sequence[Source], theatre: Theatre, settings: ExtractionSettings, workers: int = 1
) -> Assertions:
    """Read everything the documents of a case say.

    The result is the same for any number of workers. What cannot be read is told in `set_aside`, and the rest goes on.

    Raises:
        PlugInMissing: `settings.backend` names an extractor that is not installed.
    """
    backend(settings.backend)
    known = {source.id: source for source in sources}
    tasks = [(document, known.get(document.source), theatre, settings) for document in intake.documents]
    if workers > 1 and len(tasks) >= _WORTH_A_PROCESS:
        from concurrent.futures import ProcessPoolExecutor

        with ProcessPoolExecutor(workers) as pool:
            return _together(pool.map(_read, tasks, chunksize=max(1, len(tasks) // (4 * workers))))
    return _together(map(_read, tasks))


def _read(task: tuple[Document, Source | None, Theatre, ExtractionSettings]) -> Assertions:
    document, source, theatre, settings = task
    if source is None:
        told = SetAside(
            document.path, f"its source {document.source!r} is not described", "add sources/<source>/source.toml"
        )
        return Assertions(set_aside=(told,))
    parts = []
    if document.text:
        parts.append(backend(settings.backend)(document, source, theatre, settings))
    if document.tables and source.mapping is not None:
        parts.append(rows_in(document, source, theatre, settings))
    return _together(parts)


def _together(parts: Iterable[Assertions]) -> Assertions:
    found = list(parts)
    return Assertions(
        claims=tuple(each for part in found for each in part.claims),
        records=tuple(each for part in found for each in part.records),
        acknowledgements=tuple(each for part in found for each in part.acknowledgements),
        propositions=tuple(each for part in found for each in part.propositions),
        set_aside=tuple(each for part in found for each in part.set_aside),
    )
