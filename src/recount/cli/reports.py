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
_SAMPLE = 20_000
_ARABIC_WORD = re.compile("[\u0621-\u064a]{3,}")
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
            read = _read(file, published, told)
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


def _read(path: Path, published: date | None, told: list[SetAside]) -> Document | SetAside:
    from recount.ingestion.refused import Refused

    try:
        if str(path) == PASTED:
            return _document(PASTED, _decoded(sys.stdin.buffer.read(), PASTED, told)[0], published)
        if path.suffix.lower() in (".html", ".htm"):
            return _page(path, published, told)
        return _document(str(path), _decoded(path.read_bytes(), str(path), told)[0], published)
    except Refused as error:
        return error.set_aside
    except (SourceError, OSError) as error:
        return SetAside(str(path), getattr(error, "strerror", None) or str(error), "save it as text in UTF-8")


def _page(path: Path, published: date | None, told: list[SetAside]) -> Document:
    """A saved web page: its article, or all its text where no article is found."""
    from recount.ingestion.readers import Job, read
    from recount.ingestion.refused import Refused

    html, encoding = _decoded(path.read_bytes(), str(path), told)
    reading = read(Job(str(path), str(path), "web", encoding=encoding))
    if reading.refused is not None:
        raise Refused(reading.refused.where, reading.refused.what, reading.refused.remedy)
    said = _PUBLISHED.search(html[:200_000])
    stated = None if said is None else _day(said.group(1) or said.group(2))
    return _document(str(path), reading.text or "", published or stated)


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _decoded(data: bytes, where: str, told: list[SetAside]) -> tuple[str, str]:
    """Text in UTF-8, in UTF-16 with its mark, or else in the encoding its bytes look most like, which is told.

    With it the encoding's name.
    """
    from recount.ingestion.readers.decoding import decode
    from recount.ingestion.refused import Refused

    try:
        return decode(data, "utf-8", where)[0], "utf-8"
    except Refused:
        if not _of_letters(data):
            raise Refused(where, "is no text", "give a text file, a saved page, or a folder of them") from None
    text, encoding = _guessed(data)
    read_as = "UTF-8 with damaged letters" if encoding == "utf-8" else encoding
    told.append(
        SetAside(where, f"is not in UTF-8; it was read as {read_as}", "save it as UTF-8 if letters look wrong", False)
    )
    return text, encoding


def _of_letters(data: bytes) -> bool:
    """Whether bytes may be text: no zeros, and hardly any signs that steer a terminal."""
    sample = data[:_SAMPLE]
    steering = sum(byte < ord(" ") and byte not in b"\t\n\r\f" for byte in sample)
    return b"\0" not in sample and steering * 50 < len(sample)


def _guessed(data: bytes) -> tuple[str, str]:
    """A text in the one of two old encodings that makes Arabic words of it, if either does; a damaged one in UTF-8.

    Windows' Arabic and its Western encoding accept any bytes; only in the right one of them do letters of one script
    stand together in words.
    """
    damaged = data.decode("utf-8", errors="replace")
    if damaged.count("\ufffd") * 20 < len(damaged):
        return damaged, "utf-8"
    arabic = data.decode("cp1256", errors="replace")
    words = sum(len(word) for word in _ARABIC_WORD.findall(arabic[:_SAMPLE]))
    if words * 3 > sum(map(str.isalpha, arabic[:_SAMPLE])):
        return arabic, "windows-1256"
    return data.decode("cp1252", errors="replace"), "windows-1252"


def _document(where: str, text: str, published: date | None) -> Document:
    identifier = content_id("d", (where, text))
    return Document(identifier, "", where, "", len(text), "text/plain", published=published, text=text)
