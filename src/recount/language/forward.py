"""How likely one word is given another, over every way of writing it letter by letter: the forward algorithm."""

from collections.abc import Callable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from recount.language.compiled import compiled

Floats = NDArray[np.float64]
Codes = NDArray[np.int16]
Ints = NDArray[np.int64]


def forward(emit: Floats, slip: Floats, xs: Codes, ys: Codes) -> Floats:
    """Probabilities (letters read + 1, pairs, letters written + 1) of having read and written so much."""
    count, width = ys.shape
    pairs = 27 + 26 * ys[:, :-1].astype(np.int64) + ys[:, 1:] if width > 1 else np.zeros((count, 0), dtype=np.int64)
    table = np.zeros((xs.shape[1] + 1, count, width + 1))
    table[0, :, 0] = 1.0
    _slip_in(table[0], slip[np.zeros(count, dtype=np.int64)], ys)
    for step in range(xs.shape[1]):
        before = xs[:, step - 1] if step else np.zeros(count, dtype=np.int64)
        symbol = xs[:, step].astype(np.int64)
        ready = table[step] * slip[before, 0][:, None]
        table[step + 1] = ready * emit[symbol, 0][:, None]
        table[step + 1][:, 1:] += ready[:, :-1] * emit[symbol[:, None], 1 + ys]
        table[step + 1][:, 2:] += ready[:, :-2] * emit[symbol[:, None], pairs]
        _slip_in(table[step + 1], slip[symbol], ys)
    return table


def _slip_in(column: Floats, slip: Floats, ys: Codes) -> None:
    """Add, in place, the ways in which further letters were slipped in after the letter just read."""
    rows = np.arange(len(column))
    for place in range(ys.shape[1]):
        column[:, place + 1] += column[:, place] * slip[rows, 1 + ys[:, place]]


@lru_cache(maxsize=1)
def by_pairs() -> Callable[..., None]:
    """`pair_by_pair`, compiled."""
    return compiled(pair_by_pair)


def pair_by_pair(
    chances: tuple[Floats, Floats],
    read: tuple[Codes, Ints],
    written: tuple[Codes, Ints],
    pairs: tuple[Ints, Ints],
    found: Floats,
) -> None:
    """What `forward` comes to at the end of both words, put into `found`: one pair after the other, to be compiled.

    Args:
        chances: `emit` and `slip` of a channel.
        read: words as rows of symbols, and their lengths.
        written: words as rows of letters, and their lengths.
        pairs: the number of the word read and of the word written, pair by pair.
        found: where the probabilities go.
    """
    (emit, slip), (xs, x_lengths), (ys, y_lengths), (rows, columns) = chances, read, written, pairs
    here, after = np.zeros(ys.shape[1] + 1), np.zeros(ys.shape[1] + 1)
    for pair in range(len(rows)):
        x, y = rows[pair], columns[pair]
        size, before = y_lengths[y], 0
        here[0] = 1.0
        for place in range(size):
            here[place + 1] = here[place] * slip[0, 1 + ys[y, place]]
        for step in range(x_lengths[x]):
            symbol, stop = xs[x, step], slip[before, 0]
            for place in range(size + 1):
                here[place] *= stop
                total = here[place] * emit[symbol, 0]
                if place > 0:
                    letter = ys[y, place - 1]
                    total += here[place - 1] * emit[symbol, 1 + letter]
                    if place > 1:
                        total += here[place - 2] * emit[symbol, 27 + 26 * ys[y, place - 2] + letter]
                    total += after[place - 1] * slip[symbol, 1 + letter]
                after[place] = total
            here, after = after, here
            before = symbol
        found[pair] = here[size] * slip[before, 0]
