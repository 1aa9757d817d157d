"""Things worth not computing again, kept in a folder that may be deleted at any time."""

import logging
from pathlib import Path

from recount.model.ids import digest
from recount.store.files import write_atomically
from recount.store.program import program_version

log = logging.getLogger(__name__)

_VERSION = 16


class Kept:
    """Bytes by name. A file is `<name>-<the program>-<digest of the bytes>.kept`: what another program kept, or what is
    no longer what was written, is as good as gone.
    """

    def __init__(self, folder: Path, *, version: str | None = None) -> None:
        self.folder = folder
        self._version = digest((program_version() if version is None else version).encode())[:_VERSION]

    def recall(self, name: str) -> bytes | None:
        """What was kept under a name, None if nothing whole is there."""
        for path in sorted(self.folder.glob(f"{name}-{self._version}-*.kept")):
            try:
                content = path.read_bytes()
            except OSError:
                continue
            if path.stem.endswith(f"-{digest(content)}"):
                return content
            log.warning("%s is damaged, so it is computed again", path)
        return None

    def keep(self, name: str, content: bytes) -> None:
        """Keep something under a name instead of whatever was kept before, by any program."""
        path = self.folder / f"{name}-{self._version}-{digest(content)}.kept"
        write_atomically(path, content)
        for old in self.folder.glob(f"{name}-{'?' * _VERSION}-*.kept"):
            if old != path:
                old.unlink(missing_ok=True)
