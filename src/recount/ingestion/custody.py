"""Chain of custody: sources/<id>/SHA256SUMS says what was received; later bytes are held against it.

The format is that of `sha256sum`, with paths relative to the source's folder, so that
`cd sources/<id> && sha256sum -c SHA256SUMS` checks the same without Recount.
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from recount.model.evidence import Document

_NAME = "SHA256SUMS"
_LINE = re.compile(r"(\\?)([0-9a-f]{64}) [ *](.+)")


class Breach(StrEnum):
    """How a file differs from what was recorded of it."""

    CHANGED = "changed"
    MISSING = "missing"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Broken:
    """One breach of custody: which file, in what way, and the digests as recorded and as found."""

    where: str
    breach: Breach
    recorded: str = ""
    found: str = ""

    def __str__(self) -> str:
        if self.breach is Breach.CHANGED:
            what = f"its bytes differ from what was received ({self.recorded[:12]}… is now {self.found[:12]}…)"
            return f"{self.where}: {what}; restore the file as received, or add the new one under a name of its own"
        if self.breach is Breach.MISSING:
            return f"{self.where}: was received but is gone; restore it, or take its line out of {_NAME} with a reason"
        return f"{self.where}: is no line of sha256sum; restore the file from version control"


def record(root: Path, documents: Iterable[Document]) -> int:
    """Add a line for each document that has none yet; lines that stand are never changed.

    Returns:
        How many lines were added.
    """
    added = 0
    by_source: dict[str, list[Document]] = {}
    for document in documents:
        by_source.setdefault(document.source, []).append(document)
    for source, theirs in sorted(by_source.items()):
        path = root / "sources" / source / _NAME
        known, _ = _recorded(path)
        fresh = sorted((_local(each), each.sha256) for each in theirs if _local(each) not in known)
        if fresh:
            before = path.read_text(encoding="utf-8") if path.exists() else ""
            joint = "" if not before or before.endswith("\n") else "\n"
            with path.open("a", encoding="utf-8", newline="\n") as file:
                file.write(joint + "".join(_line(sha256, local) for local, sha256 in fresh))
        added += len(fresh)
    return added


def check(root: Path) -> list[Broken]:
    """Hold every recorded file of a case against its bytes now; an empty list means that all is as received."""
    found: list[Broken] = []
    for path in sorted((root / "sources").glob(f"*/{_NAME}")):
        known, damaged = _recorded(path)
        where = path.relative_to(root).as_posix()
        found += [Broken(f"{where}, line {number}", Breach.UNREADABLE) for number in damaged]
        for local, sha256 in sorted(known.items()):
            broken = _held(path.parent / local, sha256, f"{path.parent.relative_to(root).as_posix()}/{local}")
            found += [] if broken is None else [broken]
    return found


def unrecorded(root: Path, documents: Iterable[Document]) -> list[str]:
    """Paths of documents no SHA256SUMS speaks of yet, in order."""
    found = []
    for document in documents:
        known, _ = _recorded(root / "sources" / document.source / _NAME)
        if _local(document) not in known:
            found.append(document.path)
    return sorted(found)


def _held(path: Path, sha256: str, where: str) -> Broken | None:
    try:
        with path.open("rb") as file:
            now = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return Broken(where, Breach.MISSING, sha256)
    return None if now == sha256 else Broken(where, Breach.CHANGED, sha256, now)


def _local(document: Document) -> str:
    return document.path.split("/", 2)[2]


def _line(sha256: str, local: str) -> str:
    escaped = local.replace("\\", "\\\\").replace("\n", "\\n")
    return f"{'' if escaped == local else chr(92)}{sha256}  {escaped}\n"


def _recorded(path: Path) -> tuple[dict[str, str], list[int]]:
    """Local path to digest, and the numbers of lines that cannot be read. A repeated path keeps its first line."""
    if not path.is_file():
        return {}, []
    known: dict[str, str] = {}
    damaged: list[int] = []
    for number, line in enumerate(path.read_bytes().decode("utf-8", "surrogateescape").split("\n"), 1):
        found = _LINE.fullmatch(line)
        if found is not None:
            known.setdefault(_unescaped(found.group(3)) if found.group(1) else found.group(3), found.group(2))
        elif line:
            damaged.append(number)
    return known, damaged


def _unescaped(path: str) -> str:
    return re.sub(r"\\([\\n])", lambda match: "\n" if match.group(1) == "n" else "\\", path)
