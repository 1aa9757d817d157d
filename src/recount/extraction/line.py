"""The walk over the documents of a case: reports are read for claims, tables for rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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
    tasks = [(document, known.get(document.source)) for document in intake.documents]
    if workers > 1 and len(tasks) >= _WORTH_A_PROCESS:
        return _together(_by_several(tasks, _Reader(theatre, settings), workers))
    return _together(map(_Reader(theatre, settings), tasks))


_Task = tuple[Document, Source | None]


@dataclass(frozen=True)
class _Reader:
    """Reads one document after another with what a whole case has in common."""

    theatre: Theatre
    settings: ExtractionSettings

    def __call__(self, task: _Task) -> Assertions:
        return _read(task[0], task[1], self.theatre, self.settings)


_READER: list[_Reader] = []


def _by_several(tasks: Sequence[_Task], reader: _Reader, workers: int) -> list[Assertions]:
    """Read in fresh processes: a fork of one that runs the threads of a database or of linear algebra may hang."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    fresh = get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=fresh, initializer=_ready, initargs=(reader,)) as pool:
        return list(pool.map(_read_by_process, tasks, chunksize=max(1, len(tasks) // (4 * workers))))


def _ready(reader: _Reader) -> None:
    _READER.append(reader)


def _read_by_process(task: _Task) -> Assertions:
    return _READER[0](task)


def _read(document: Document, source: Source | None, theatre: Theatre, settings: ExtractionSettings) -> Assertions:
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
        monthly=tuple(each for part in found for each in part.monthly),
        exhibits=tuple(each for part in found for each in part.exhibits),
        tallies=tuple(each for part in found for each in part.tallies),
    )
