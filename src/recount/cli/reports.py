"""Reports given to a command outside a case: files, folders, saved pages, or what is pasted."""

import re
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from recount.errors import CaseError, SourceError
from recount.model.codes import SourceKind
from recount.model.evidence import Document, SetAside, Source
from recount.model.ids import content_id

PASTED = "-"
NOBODY = Source("", "", SourceKind.NEWS)
"""The source of reports that come without one: it has no name, so that no claim is put into its mouth."""
_ENDINGS = (".txt", ".md", ".html", ".htm", "")
_PUBLISHED = re.compile(
    r"""(?:published_time|datePublished|article:published|name="date")["'][^>]{0,80}?["'](\d{4}-\d{2}-\d{2})"""
    r"""|["'](\d{4}-\d{2}-\d{2})[^"'>]{0,30}["'][^>]{0,80}(?:published_time|datePublished)"""
)


def reports(paths: Sequence[Path], published: date | None) -> tuple[list[Document], list[SetAside]]:
    """The reports that some paths name, in order, and what cannot be read among them.

    Raises:
        CaseError: a path does not exist, or nothing can be read at all.
    """
    found: list[Document] = []
    told: list[SetAside] = []
    for path in paths or [Path(PASTED)]:
        for file in _files(path):
            read = _read(file, published)
            (found if isinstance(read, Document) else told).append(read)  # type: ignore[arg-type]
    if not found and told:
        raise CaseError(str(told[0]))
    return found, told


def date_of(written: str) -> date | None:
    """A day given as an option.

    Raises:
        CaseError: it is not written as a year, month and day.
    """
    if not written:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise CaseError(f"--date {written}: write the day as YYYY-MM-DD") from error


def _files(path: Path) -> Iterable[Path]:
    if str(path) == PASTED:
        return [path]
    if path.is_dir():
        inside = sorted(each for each in path.rglob("*") if each.is_file() and not each.name.startswith("."))
        return [each for each in inside if each.suffix.lower() in _ENDINGS]
    if not path.exists():
        raise CaseError(f"{path}: no such file or folder; name a report, a folder of reports, or - for what is pasted")
    return [path]


def _read(path: Path, published: date | None) -> Document | SetAside:
    if str(path) == PASTED:
        return _document(PASTED, _decoded(sys.stdin.buffer.read(), PASTED), published)
    try:
        if path.suffix.lower() in (".html", ".htm"):
            return _page(path, published)
        return _document(str(path), _decoded(path.read_bytes(), str(path)), published)
    except (SourceError, OSError) as error:
        return SetAside(str(path), getattr(error, "strerror", None) or str(error), "save it as text in UTF-8")


def _page(path: Path, published: date | None) -> Document:
    """A saved web page: its article, or all its text where no article is found."""
    from recount.cli.pages import as_text
    from recount.ingestion.readers import Job, read

    html = _decoded(path.read_bytes(), str(path))
    reading = read(Job(str(path), str(path), "web"))
    text = as_text(html) if reading.refused is not None or not reading.text else reading.text
    said = _PUBLISHED.search(html[:200_000])
    stated = None if said is None else _day(said.group(1) or said.group(2))
    return _document(str(path), text, published or stated)


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _decoded(data: bytes, where: str) -> str:
    """Text in UTF-8, in UTF-16 with its mark, or else in the encoding its bytes look most like."""
    from recount.ingestion.readers.decoding import decode
    from recount.ingestion.refused import Refused

    try:
        return decode(data, "utf-8", where)[0]
    except Refused:
        if b"\0" in data[:8192]:
            raise
    return data.decode("cp1252", errors="replace")


def _document(where: str, text: str, published: date | None) -> Document:
    identifier = content_id("d", (where, text))
    return Document(identifier, "", where, "", len(text), "text/plain", published=published, text=text)
