"""Noisy channels: how likely one spelling is, given that it writes the same name as another.

A channel reads a name letter by letter. Each letter is written as nothing, one or two letters, after which further
letters (mostly vowels) may be slipped in. Its probabilities are trained by expectation maximisation on pairs of
spellings (`recount.language.training`); only those numbers are kept, no names.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from recount.language.compiled import in_turn
from recount.language.forward import Codes, by_pairs, forward

Floats = NDArray[np.float64]

WRITTEN = 1 + 26 + 26 * 26
"""What a letter may become: nothing, one letter, or two."""
LONGEST = 18
_CHUNK = 4_000
_MANY = 300_000
"""From so many pairs on, compiling the loop over them costs less than it saves."""
_PORTION = 100_000
_LONG_VOWELS = ("ا", "و", "ي")
_DIGRAPHS = ("sh", "kh", "gh", "th", "dh", "ch", "ph", "ou", "oo", "ee", "aa", "ei", "ai", "ay", "ey", "dj", "ck")


@dataclass(frozen=True)
class Channel:
    """Trained probabilities of one pair of spelling habits.

    `symbols` are the letters read, with their place in the word: `^` first, `$` last, `.` before a written long vowel,
    where no short one can be slipped in; the first symbol is the start of the word. `emit` is (symbols, what is
    written), `slip` is (symbols, stop or one of 26 letters).
    """

    symbols: tuple[str, ...]
    emit: Floats
    slip: Floats

    @property
    def digest(self) -> str:
        """A short digest of all its numbers."""
        content = " ".join(self.symbols).encode() + self.emit.tobytes() + self.slip.tobytes()
        return hashlib.sha256(content).hexdigest()[:16]

    def read(self, words: Sequence[str]) -> tuple[Codes, NDArray[np.int64]]:
        """Words as rows of symbol numbers, and their lengths; letters the channel never saw are left out."""
        index = {symbol: number for number, symbol in enumerate(self.symbols)}
        rows = [[index[s] for s in symbols_of(word) if s in index][:LONGEST] for word in words]
        return _padded(rows)

    def log2(self, read: Sequence[str], written: Sequence[str]) -> Floats:
        """log2 P(written | read) for each pair of words, minus infinity where the channel cannot make one."""
        (one, rows), (other, columns) = number_of(read), number_of(written)
        return self.beside(one, other).log2(rows, columns)

    def beside(self, read: Sequence[str], written: Sequence[str]) -> "Beside":
        """Words of two sides made ready, any of which may be written for any other."""
        return Beside(self, self.read(read), letters(written))


@dataclass(frozen=True)
class Beside:
    """Words of two sides as a channel takes them: rows of symbols and of letters, each with their lengths."""

    channel: Channel
    read: tuple[Codes, NDArray[np.int64]]
    written: tuple[Codes, NDArray[np.int64]]

    def log2(self, rows: NDArray[np.int64], columns: NDArray[np.int64]) -> Floats:
        """log2 P(written | read) for pairs of words given by their numbers on either side."""
        found = np.empty(len(rows))
        if len(rows) >= _MANY:
            self._compiled(rows, columns, found)
        else:
            self._in_chunks(rows, columns, found)
        with np.errstate(divide="ignore"):
            return np.asarray(np.log2(found))

    def _in_chunks(self, rows: NDArray[np.int64], columns: NDArray[np.int64], found: Floats) -> None:
        (xs, x_lengths), (ys, y_lengths) = self.read, self.written
        # Words of about one length together leave few empty cells.
        order = np.argsort(x_lengths[rows] * LONGEST + y_lengths[columns], kind="stable")
        for start in range(0, len(rows), _CHUNK):
            part = order[start : start + _CHUNK]
            one, other = rows[part], columns[part]
            found[part] = self._forward(xs[one], x_lengths[one], ys[other], y_lengths[other])

    def _compiled(self, rows: NDArray[np.int64], columns: NDArray[np.int64], found: Floats) -> None:
        """The same numbers by a compiled loop."""
        score, chances = by_pairs(), (self.channel.emit, self.channel.slip)

        def some(start: int) -> None:
            part = slice(start, start + _PORTION)
            score(chances, self.read, self.written, (rows[part], columns[part]), found[part])

        in_turn(some, range(0, len(rows), _PORTION))

    def _forward(self, xs: Codes, x_lengths: NDArray[np.int64], ys: Codes, y_lengths: NDArray[np.int64]) -> Floats:
        emit, slip = self.channel.emit, self.channel.slip
        columns = forward(emit, slip, xs[:, : x_lengths.max(initial=0)], ys[:, : y_lengths.max(initial=0)])
        rows = np.arange(len(xs))
        last = np.where(x_lengths > 0, xs[rows, np.maximum(x_lengths - 1, 0)], 0)
        return np.asarray(columns[x_lengths, rows, y_lengths] * slip[last, 0])


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter read and what was written for it, with log2 of how often that is so; `read` is empty for what was
    slipped in."""

    read: str
    written: str
    log2: float


def likeliest(channel: Channel, read: str, written: str) -> list[Letter]:
    """The likeliest way in which one word was written for another, letter by letter (Viterbi)."""
    units = [unit for unit in symbols_of(read) if unit in channel.symbols][:LONGEST]
    word = "".join(letter for letter in written if "a" <= letter <= "z")[:LONGEST]
    best: dict[tuple[int, int], tuple[float, tuple[Letter, ...]]] = {(0, 0): (0.0, ())}
    for step in range(len(units) + 1):
        for place in range(len(word) + 1):
            if (step, place) in best:
                _go_on(channel, units, word, (step, place), best)
    return list(best.get((len(units), len(word)), (0.0, ()))[1])


def _go_on(
    channel: Channel,
    units: Sequence[str],
    word: str,
    at: tuple[int, int],
    best: dict[tuple[int, int], tuple[float, tuple[Letter, ...]]],
) -> None:
    """Try, in place, every next letter of one way of writing."""
    step, place = at
    total, path = best[at]
    here = channel.symbols.index(units[step - 1]) if step else 0
    slip = np.log2(channel.slip[here])
    if place < len(word):
        _better(best, (step, place + 1), total, path, Letter("", word[place], float(slip[ord(word[place]) - 96])))
    if step == len(units):
        return
    emit = np.log2(channel.emit[channel.symbols.index(units[step])])
    for size in range(min(3, len(word) - place + 1)):
        text = word[place : place + size]
        numbers = [ord(letter) - 97 for letter in text]
        code = 0 if not numbers else 1 + numbers[0] if size == 1 else 27 + 26 * numbers[0] + numbers[1]
        letter = Letter(units[step].strip("^$."), text, float(slip[0] + emit[code]))
        _better(best, (step + 1, place + size), total, path, letter)


def _better(
    best: dict[tuple[int, int], tuple[float, tuple[Letter, ...]]],
    to: tuple[int, int],
    total: float,
    path: tuple[Letter, ...],
    letter: Letter,
) -> None:
    if to not in best or best[to][0] < total + letter.log2:
        best[to] = total + letter.log2, (*path, letter)


def symbols_of(word: str) -> list[str]:
    """The symbols a channel reads a word as: Latin digraphs joined; first and last letters marked."""
    units: list[str] = []
    position = 0
    while position < len(word):
        size = 2 if word[position : position + 2] in _DIGRAPHS else 1
        units.append(word[position : position + size])
        position += size
    return [unit + _place(units, place) for place, unit in enumerate(units)]


def _place(units: Sequence[str], place: int) -> str:
    """Where a letter stands: first, last, and whether a written long vowel follows it in Arabic."""
    if place == len(units) - 1:
        return "$" if place else "^$"
    return ("^" if place == 0 else "") + ("." if units[place + 1] in _LONG_VOWELS else "")


def number_of(words: Sequence[str]) -> tuple[list[str], NDArray[np.int64]]:
    """Distinct words, and the number of each word among them."""
    order: dict[str, int] = {}
    rows = np.array([order.setdefault(word, len(order)) for word in words], dtype=np.int64)
    return list(order), rows


def letters(words: Sequence[str]) -> tuple[Codes, NDArray[np.int64]]:
    """Latin words as rows of letter numbers from 0, and their lengths."""
    return _padded([[ord(letter) - 97 for letter in word if "a" <= letter <= "z"][:LONGEST] for word in words])


def _padded(rows: Sequence[Sequence[int]]) -> tuple[Codes, NDArray[np.int64]]:
    lengths = np.array([len(row) for row in rows], dtype=np.int64)
    table = np.zeros((len(rows), LONGEST), dtype=np.int16)
    for number, row in enumerate(rows):
        table[number, : len(row)] = row
    return table, lengths


@dataclass(frozen=True)
class LatinLetters:
    """How likely a Latin word is as a word of letters: each letter given the one before (`^`, a to z, end)."""

    follows: Floats

    def log2(self, words: Sequence[str]) -> Floats:
        """log2 P(word), its end included."""
        return np.array([self._word([ord(letter) - 96 for letter in word if "a" <= letter <= "z"]) for word in words])

    def _word(self, numbers: list[int]) -> float:
        path = [0, *numbers, 0]
        return float(sum(np.log2(self.follows[a, b]) for a, b in pairwise(path)))


@lru_cache(maxsize=8)
def channel(name: str, folder: str = "") -> Channel:
    """A trained channel by name: `arabic-latin` or `latin-latin`, ours or out of a folder of somebody's own."""
    table = _data(name, folder)
    symbols = tuple(str(symbol) for symbol in table["symbols"])
    emit = np.full((len(symbols), WRITTEN), 2.0**-40)
    slip = np.full((len(symbols), 27), 2.0**-40)
    for target, kept in ((emit, table["emit"]), (slip, table["slip"])):
        for row, entries in enumerate(kept):
            for place, bits in entries:
                target[row, place] = 2.0 ** (-bits / 16)
    return Channel(symbols, emit, slip)


@lru_cache(maxsize=1)
def latin_letters() -> LatinLetters:
    """The trained letter model of Latin spellings."""
    return LatinLetters(2.0 ** (-np.array(_data("latin-letters")["follows"]) / 16))


def _data(name: str, folder: str = "") -> dict[str, list[list[list[int]]]]:
    own = Path(folder) / f"{name}.json"
    ours = resources.files("recount.language").joinpath("data", "names", f"{name}.json")
    text = own.read_text("utf-8") if folder and own.is_file() else ours.read_text("utf-8")
    found: dict[str, list[list[list[int]]]] = json.loads(text)
    return found
