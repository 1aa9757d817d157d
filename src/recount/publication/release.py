"""A release: what was published, with a checksum for every file and one digest over all of them."""

import json
import shutil
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from recount.errors import RecountError
from recount.model.findings import Release
from recount.model.ids import digest

MANIFEST = "release.json"


def write(folder: Path, path: str, content: bytes) -> str:
    """Write one file of a release and give its SHA-256."""
    target = folder / path
    try:
        target.write_bytes(content)
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return digest(content)


def seal(folder: Path, checksums: Mapping[str, str], version: str, as_of: date | None) -> Release:
    """Write down the checksums of all files, and the digest over them that a publisher announces."""
    files = tuple(sorted(checksums.items()))
    day = "" if as_of is None else as_of.isoformat()
    release = Release(version, files, head(version, day, files), as_of)
    content = {
        "version": version,
        "as_of": day,
        "head": release.head,
        "files": dict(files),
    }
    (folder / MANIFEST).write_bytes((json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode())
    return release


def head(version: str, as_of: str, files: Iterable[tuple[str, str]]) -> str:
    """The digest over a release: a line with its version and date, then one a file, `checksum  path`, by path."""
    lines = "".join(f"{checksum}  {path}\n" for path, checksum in files)
    return digest(f"version {version}, as of {as_of}\n{lines}".encode())


def workplace(out: Path) -> Path:
    """An empty folder beside the one to be published, so that a broken build never replaces a whole one.

    Raises:
        RecountError: the folder to be replaced holds something that is no release.
    """
    if out.is_dir() and any(out.iterdir()) and not (out / MANIFEST).is_file():
        raise RecountError(
            f"{out}: this folder holds files but no {MANIFEST}, so it is no release and is not replaced; "
            "empty it or name another folder"
        )
    folder = out.with_name(out.name + ".new")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def put_in_place(folder: Path, out: Path) -> None:
    """Put a finished release where the last one was."""
    old = out.with_name(out.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if out.exists():
        out.rename(old)
    folder.rename(out)
    shutil.rmtree(old, ignore_errors=True)
