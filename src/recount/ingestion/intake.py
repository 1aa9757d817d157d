"""`ingest`: every file of every source becomes a `Document`, or is set aside with its reason."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from recount.errors import SourceError
from recount.ingestion import readers
from recount.ingestion.consent import consented
from recount.ingestion.expectations import uncounted, unmet
from recount.ingestion.files import Received, received
from recount.ingestion.readers.job import FORMATS, Job, Reading
from recount.ingestion.refused import Refused
from recount.ingestion.settings import USUAL, IngestionSettings
from recount.model.evidence import About, Document, Intake, SetAside, Source
from recount.model.ids import content_id, digest

if TYPE_CHECKING:
    from recount.ingestion.sandbox import Sandbox


def ingest(root: Path, sources: Sequence[Source], settings: IngestionSettings = USUAL) -> Intake:
    """Take in the files of a case.

    Sealed columns keep their header and lose their cells here, before anything else sees a row. Corrections are not
    applied here: a `Table` holds its cells as received.

    Args:
        root: the case folder.
        sources: what `load_sources` read.
        settings: limits on size, memory and time.

    Returns:
        The documents in order of path, and everything that was set aside, in order of where it stands.
    """
    from recount.ingestion.sandbox import Sandbox

    documents: list[Document] = []
    aside: list[SetAside] = []
    first: dict[str, Received] = {}
    with Sandbox(settings) as sandbox:
        for source in sorted(sources, key=lambda each: each.id):
            files, unfit = received(root, source, settings)
            aside += unfit
            aside += _undescribed(source, files, unfit)
            read = list(_documents(source, files, first, _Reader(sandbox, settings), aside))
            aside += uncounted(read, source)
            documents += read
    documents.sort(key=lambda each: each.path)
    _refuse_collisions(documents)
    return Intake(tuple(documents), tuple(sorted(aside, key=lambda each: (each.where, each.what))))


def _refuse_collisions(documents: Sequence[Document]) -> None:
    first: dict[str, Document] = {}
    for document in documents:
        other = first.setdefault(document.id, document)
        if other is not document:
            what = f"{document.path} and {other.path} would share the id {document.id}"
            raise SourceError(f"{what}; change one byte of one, such as a line break at its end, and note it")


class _Reader:
    """Reads a received file where its format belongs: here, or in the sandbox."""

    def __init__(self, sandbox: "Sandbox", settings: IngestionSettings) -> None:
        self._sandbox, self._settings = sandbox, settings

    def __call__(self, file: Received, source: Source) -> Reading:
        form = FORMATS[file.path.suffix.lower()]
        job = _job(file, source, form.reader, self._settings)
        return self._sandbox.read(job) if form.apart else readers.read(job)


def _documents(
    source: Source, files: list[Received], first: dict[str, Received], reader: _Reader, aside: list[SetAside]
) -> Iterator[Document]:
    about = {each.file: each for each in source.documents}
    versions: dict[str, str | None] = {}
    for file in files:
        known = about.get(_local(file), About(_local(file)))
        twin = first.setdefault(file.sha256, file)
        if twin is not file and not _is_version(twin, file, known, versions):
            what = f"has the same bytes as {twin.where}"
            aside.append(SetAside(file.where, what, "delete one, or give each a version in [[document]]"))
            continue
        versions[file.where] = known.version
        reading = reader(file, source)
        aside.extend(reading.told)
        refusal = reading.refused or _untabled(file, source, reading)
        if refusal is not None:
            aside.append(refusal)
            continue
        reading = _consented(file, source, reading)
        aside.extend(reading.told)
        if reading.refused is not None:
            aside.append(reading.refused)
            continue
        document = _document(file, source, known, reading, repeats=twin is not file)
        told = unmet(document, source)
        aside.extend(told)
        yield document


def _consented(file: Received, source: Source, reading: Reading) -> Reading:
    """What was read as far as people consented to it; tells only what this step left out."""
    if source.mapping is None:
        return replace(reading, told=())
    try:
        found = [consented(table, source.mapping, file.where) for table in reading.tables]
    except Refused as refused:
        return replace(reading, tables=(), told=(), refused=refused.set_aside)
    told = tuple(each for _, lines in found for each in lines)
    return replace(reading, tables=tuple(table for table, _ in found), told=told)


def _is_version(twin: Received, file: Received, known: About, versions: dict[str, str | None]) -> bool:
    """Whether the same bytes are two versions of one list: a list that has not changed between two releases."""
    other = versions.get(twin.where)
    return twin.source == file.source and None not in (known.version, other) and known.version != other


def _local(file: Received) -> str:
    """A file as [[document]] and corrections name it: relative to the source's folder."""
    return file.where.split("/", 2)[2]


def _job(file: Received, source: Source, reader: str, settings: IngestionSettings) -> Job:
    job = Job(
        str(file.path),
        file.where,
        reader,
        source.encoding,
        members=settings.members,
        unfolded_mb=settings.unfolded_mb,
        ratio=settings.ratio,
    )
    mapping = source.mapping
    if mapping is None:
        return job
    columns = (*(column for _, column in mapping.columns), *mapping.ignored, *mapping.sealed)
    return replace(job, columns=columns, sealed=mapping.sealed, sheet=mapping.sheet, header_row=mapping.header_row)


def _untabled(file: Received, source: Source, reading: Reading) -> SetAside | None:
    """A table nobody described is left out whole: it may hold what should be sealed."""
    if not reading.tables or source.mapping is not None:
        return None
    remedy = f"describe its columns under [table] and [columns] in sources/{source.id}/source.toml"
    return SetAside(file.where, "is a table that source.toml does not describe", remedy)


def _document(file: Received, source: Source, known: About, reading: Reading, *, repeats: bool) -> Document:
    text = reading.text
    # The same list released twice unchanged is two documents, so its version is part of the id where bytes repeat.
    made_of = (source.id, file.sha256, known.version) if repeats else (source.id, file.sha256)
    return Document(
        id=content_id("d", made_of),
        source=source.id,
        path=file.where,
        sha256=file.sha256,
        size=file.size,
        media_type=FORMATS[file.path.suffix.lower()].media_type,
        received=known.received,
        published=known.published,
        title=known.title or reading.title,
        url=known.url,
        publisher=known.publisher or source.name,
        credit=known.credit,
        language=known.language or source.language,
        reader=reading.reader,
        text=text,
        text_sha256=None if text is None else digest(text.encode("utf-8", "surrogatepass")),
        tables=reading.tables,
        version=known.version,
        obtained=known.obtained,
        from_whom=known.from_whom,
    )


def _undescribed(source: Source, files: list[Received], unfit: list[SetAside]) -> Iterator[SetAside]:
    """What source.toml or the corrections say of files that are not there."""
    present = {_local(file) for file in files} | {each.where.split("/", 2)[-1] for each in unfit}
    where = f"sources/{source.id}/source.toml"
    for about in source.documents:
        if about.file not in present:
            yield SetAside(where, f"[[document]] names {about.file!r}, which is not there", "correct the path", False)
    where = f"sources/{source.id}/hand/corrections.csv"
    for file in sorted({each.file for each in source.corrections} - present):
        remedy = "write the path from the source's folder, such as documents/list.csv"
        yield SetAside(where, f"corrects {file!r}, which is not there", remedy, False)
