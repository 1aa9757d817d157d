"""One walk along the line: each step is kept under the digests of what it depends on."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TypeVar

from recount.case import Case
from recount.config import Settings
from recount.model.ids import digest
from recount.store import Cache, Kept, Stored, encode

T = TypeVar("T")
Progress = Callable[[str], None]


def silent(step: str) -> None:
    """Tell nobody which step starts."""


class Line:
    """The steps of one walk over one case, and a note of which were computed now."""

    def __init__(self, case: Case, workers: int, progress: Progress) -> None:
        self.case = case
        self.workers = workers
        self.ran: list[str] = []
        self._cache = Cache(case.build / "steps")
        self._progress = progress
        self.memory = Kept(case.build / "names")

    @property
    def settings(self) -> Settings:
        """What the case chose."""
        return self.case.settings

    def step(self, name: str, inputs: Sequence[object], kind: type[T], compute: Callable[[], T]) -> Stored[T]:
        """The result of a step; inputs are other steps, or values whose content counts."""
        digests = [one.digest if isinstance(one, Stored) else digest(encode(one)) for one in inputs]
        return self._cache.step(name, digests, kind, lambda: self.again(name, compute))

    def again(self, name: str, compute: Callable[[], T]) -> T:
        """Compute a step now, remembered or not."""
        self._progress(name)
        self.ran.append(name)
        return compute()


def once(make: Callable[[], T]) -> Callable[[], T]:
    """The same value for every caller, made when the first one asks."""
    return lru_cache(maxsize=1)(make)
