"""What a step gave for the same inputs, so that nothing is computed twice.

A step's key is made of its name, its inputs and the version. Its result stands in
`<name>-<key>-<digest of the result>.json`: the folder's list of names is the index from keys to results, so a step
that depends on another needs only the other's digest, and a step whose result did not change stops the work below it.
"""

import logging
import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Generic, TypeVar

from recount.errors import VerificationFailed
from recount.model.ids import digest
from recount.store.codec import decode, encode
from recount.store.files import write_atomically
from recount.store.program import program_version

T = TypeVar("T")

log = logging.getLogger(__name__)

_KEY_LENGTH = 24


class Stored(Generic[T]):
    """The result of a step: its digest at once, its value when asked for.

    `fresh` says whether it was computed now rather than remembered.
    """

    def __init__(self, digest: str, read: Callable[[], T], *, fresh: bool) -> None:
        self.digest = digest
        self.fresh = fresh
        self._read = read
        self._held: list[T] = []

    @property
    def value(self) -> T:
        """The result itself, read from disk the first time.

        Raises:
            VerificationFailed: the remembered file is damaged and computing it again gave another result.
        """
        if not self._held:
            self._held.append(self._read())
        return self._held[0]


class Cache:
    """Step results in a folder that may be deleted at any time.

    `keep` is how many results of one step stay; those used by this cache always do.
    """

    def __init__(self, folder: Path, *, version: str | None = None, keep: int = 4) -> None:
        self.folder = folder
        self.version = program_version() if version is None else version
        self.keep = keep
        self._used: set[Path] = set()

    def step(self, name: str, inputs: Sequence[str], kind: type[T], compute: Callable[[], T]) -> Stored[T]:
        """The result of a step, computed only when these inputs were not seen before.

        Args:
            name: the step's name, letters, digits and dashes.
            inputs: digests of everything the result depends on, settings included.
            kind: the type of the result, for reading it back.
            compute: gives the result; it must depend on nothing but the inputs.
        """
        key = digest(encode((name, list(inputs), self.version)))[:_KEY_LENGTH]
        remembered = min(self.folder.glob(f"{name}-{key}-*.json"), default=None)
        if remembered is None:
            return self._compute(name, key, compute)
        os.utime(remembered)
        self._used.add(remembered)
        recorded = remembered.stem.rsplit("-", 1)[1]
        return Stored(recorded, lambda: self._read(remembered, recorded, kind, compute), fresh=False)

    def _compute(self, name: str, key: str, compute: Callable[[], T]) -> Stored[T]:
        value = compute()
        content = encode(value)
        result = digest(content)
        path = self.folder / f"{name}-{key}-{result}.json"
        write_atomically(path, content)
        self._used.add(path)
        self._prune(name)
        return Stored(result, lambda: value, fresh=True)

    def _read(self, path: Path, recorded: str, kind: type[T], compute: Callable[[], T]) -> T:
        try:
            content = path.read_bytes()
            if digest(content) == recorded:
                return decode(content, kind)
        except (OSError, VerificationFailed):
            pass
        log.warning("%s is damaged; computing it again", path)
        value = compute()
        content = encode(value)
        if digest(content) != recorded:
            raise VerificationFailed(
                f"{path}: damaged, and computed again it differs; delete {self.folder} and build again"
            )
        write_atomically(path, content)
        return value

    def _prune(self, name: str) -> None:
        ours = re.compile(rf"(\.\d+\.)?{re.escape(name)}-[0-9a-f]{{{_KEY_LENGTH}}}-[0-9a-f]{{64}}\.json")
        found = [path for path in self.folder.iterdir() if ours.fullmatch(path.name) and path not in self._used]
        found.sort(key=lambda path: (path.name.startswith("."), -path.stat().st_mtime_ns))
        spare = max(0, self.keep - sum(path.name.startswith(f"{name}-") for path in self._used))
        for path in found[spare:]:
            path.unlink(missing_ok=True)
