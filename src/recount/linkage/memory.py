"""What comparing two words came to in earlier runs: the same words are not compared again.

How likely one word is written for another depends on the two words and the channel alone, never on the lists they stand
in, so what is remembered gives the same numbers to the last bit. Forgetting it costs time only.
"""

import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from recount.language.channels import channel
from recount.language.damage import Likenesses, latin, mistypings
from recount.language.similarity import spellings

Ints = NDArray[np.int64]
Compare = Callable[[Sequence[str], Sequence[str]], Likenesses]

_WORTH = 20_000_000
"""Two words of each side times each other from which on remembering is faster than comparing again."""


class Memory(Protocol):
    """Where things are kept from one run to the next, by name; they may be gone at any time."""

    def recall(self, name: str) -> bytes | None:
        """What was kept under a name, None if nothing whole is there."""
        ...

    def keep(self, name: str, content: bytes) -> None:
        """Keep something under a name instead of what was kept before."""
        ...


@dataclass(frozen=True)
class Comparisons:
    """Comparisons of words, by the channels of a folder or our own, with what is remembered of them."""

    channels: str = ""
    memory: Memory | None = None

    def spellings(self, left: Sequence[str], right: Sequence[str]) -> Likenesses:
        """`recount.language.similarity.spellings`, of words in Latin letters on the right."""
        by = "latin-latin" if left and latin(left[0]) else "arabic-latin"
        name = f"{by}-{channel(by, self.channels).digest}"
        return self._remembered(name, left, right, lambda one, other: spellings(one, other, self.channels))

    def mistypings(self, words: Sequence[str]) -> Likenesses:
        """`recount.language.damage.mistypings` among words of one script."""
        name = "slips-latin" if words and latin(words[0]) else "slips-arabic"
        return self._remembered(name, words, words, mistypings)

    def _remembered(self, name: str, left: Sequence[str], right: Sequence[str], compare: Compare) -> Likenesses:
        if self.memory is None or len(left) * len(right) < _WORTH:
            return compare(left, right)
        known = _read(self.memory.recall(name))
        if known is None:
            found, fresh = compare(left, right), True
        else:
            found, fresh = _completed(known, left, right, compare)
        if fresh:
            self.memory.keep(name, _written(_Known(tuple(left), tuple(right), found)))
        return found


@dataclass(frozen=True)
class _Known:
    """Words of two sides, and what comparing every left one with every right one came to."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    found: Likenesses


def _completed(known: _Known, left: Sequence[str], right: Sequence[str], compare: Compare) -> tuple[Likenesses, bool]:
    """What is known of some words with what is new of them compared now, in order; and whether anything was."""
    sides = _rows(known.left, left), _rows(known.right, right)
    rows, columns = sides[0][known.found.left], sides[1][known.found.right]
    there = (rows >= 0) & (columns >= 0)
    parts = [Likenesses(rows[there], columns[there], known.found.log2[there])]
    old, new = _parted(known.left, left)
    _, strange = _parted(known.right, right)
    for some, others in ((new, np.arange(len(right))), (old, strange)):
        if len(some) and len(others):
            more = compare([left[row] for row in some], [right[row] for row in others])
            parts.append(Likenesses(some[more.left], others[more.right], more.log2))
    rows, columns, log2 = (
        np.concatenate([getattr(part, side) for part in parts]) for side in ("left", "right", "log2")
    )
    order = np.lexsort((columns, rows))
    return Likenesses(rows[order], columns[order], log2[order]), bool(len(new) or len(strange))


def _rows(known: Sequence[str], words: Sequence[str]) -> Ints:
    """The row of each known word among others, -1 where it is not there."""
    row = {word: number for number, word in enumerate(words)}
    return np.array([row.get(word, -1) for word in known], dtype=np.int64)


def _parted(known: Sequence[str], words: Sequence[str]) -> tuple[Ints, Ints]:
    """The rows of words that are known, and of those that are new."""
    seen = set(known)
    new = np.array([word not in seen for word in words], dtype=bool)
    return np.nonzero(~new)[0], np.nonzero(new)[0]


def _written(known: _Known) -> bytes:
    file = io.BytesIO()
    left, right = (np.frombuffer("\n".join(words).encode(), np.uint8) for words in (known.left, known.right))
    rows, columns = known.found.left.astype(np.int32), known.found.right.astype(np.int32)
    np.savez(file, left=left, right=right, rows=rows, columns=columns, log2=known.found.log2)
    return file.getvalue()


def _read(content: bytes | None) -> _Known | None:
    if content is None:
        return None
    try:
        with np.load(io.BytesIO(content), allow_pickle=False) as kept:
            left, right = (tuple(bytes(kept[side]).decode().split("\n")) for side in ("left", "right"))
            found = Likenesses(kept["rows"].astype(np.int64), kept["columns"].astype(np.int64), kept["log2"])
    except (OSError, ValueError, KeyError, zipfile.BadZipFile):
        return None
    return _Known(left, right, found)
