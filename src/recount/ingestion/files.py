"""Which files of a source are evidence, and which are not and why."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from recount.ingestion.readers.job import FORMATS
from recount.ingestion.settings import USUAL, IngestionSettings
from recount.model.evidence import SetAside, Source

_KEPT_EMPTY = ".gitkeep"
_MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Received:
    """One file as received: `where` is its path relative to the case folder, with `/` on every system."""

    source: str
    path: Path
    where: str
    size: int
    sha256: str


def received(root: Path, source: Source, settings: IngestionSettings = USUAL) -> tuple[list[Received], list[SetAside]]:
    """The files of a source that can be read, in order of path, each with its SHA-256; the others are set aside."""
    folder = root / "sources" / source.id / "documents"
    if not folder.is_dir():
        where = f"sources/{source.id}/documents"
        return [], [SetAside(where, "there is no such folder", "make it and put the source's files there")]
    found: list[Received] = []
    aside: list[SetAside] = []
    for path in _walk(folder):
        where = path.relative_to(root).as_posix()
        unfit = _unfit(path, folder, where, settings)
        if unfit is not None:
            aside.append(unfit)
        elif path.name != _KEPT_EMPTY:
            one = _received(path, where, source)
            (aside if isinstance(one, SetAside) else found).append(one)  # type: ignore[arg-type]
    if not found and not aside:
        aside.append(SetAside(f"sources/{source.id}/documents", "is empty", "put the source's files there", False))
    return found, aside


def _walk(folder: Path) -> Iterator[Path]:
    """Every file below a folder in order of path; links to folders are not followed but yielded as they are."""
    with os.scandir(folder) as entries:
        ordered = sorted(entries, key=lambda each: each.name)
    for entry in ordered:
        if entry.is_dir(follow_symlinks=False) and not entry.name.startswith("."):
            yield from _walk(Path(entry.path))
        else:
            yield Path(entry.path)


def _unfit(path: Path, folder: Path, where: str, settings: IngestionSettings) -> SetAside | None:
    return None if path.name == _KEPT_EMPTY else _out_of_place(path, folder, where) or _unsized(path, where, settings)


def _out_of_place(path: Path, folder: Path, where: str) -> SetAside | None:
    if path.name.startswith((".", "~$")) or path.name in ("Thumbs.db", "desktop.ini"):
        return SetAside(where, "is a hidden or temporary file", "delete it")
    if path.is_symlink() and not path.resolve().is_relative_to(folder.resolve()):
        return SetAside(where, "is a link that leads out of the folder", "copy the file itself there")
    if not path.is_file():
        return SetAside(where, "is no plain file", "put the file itself there")
    if path.suffix.lower() not in FORMATS:
        kind = f"files ending in {path.suffix}" if path.suffix else "files without an ending"
        return SetAside(where, f"{kind} cannot be read", f"save it as one of: {' '.join(FORMATS)}")
    return None


def _unsized(path: Path, where: str, settings: IngestionSettings) -> SetAside | None:
    size = path.stat().st_size
    if size == 0:
        return SetAside(where, "is empty", "get it again from its publisher, or delete it")
    if size > settings.largest_mb * _MB:
        what = f"is {size / _MB:,.0f} MB, more than the {settings.largest_mb} MB allowed"
        return SetAside(where, what, "split it, or raise largest_mb")
    return None


def _received(path: Path, where: str, source: Source) -> Received | SetAside:
    try:
        with path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        return SetAside(where, f"cannot be opened ({error.strerror})", "give this user the right to read it")
    return Received(source.id, path, where, path.stat().st_size, sha256)
