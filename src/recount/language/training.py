"""Train noisy channels by expectation maximisation on pairs of spellings.

    python -m recount.language.training FOLDER src/recount/language/data/names

reads `wikidata_person_tokens.tsv` (CC0) and `ar2en-train.txt` (Apache-2.0) and writes probabilities over letters,
rounded to sixteenths of a bit. `ar2en-eval.txt` is left for measuring. Pairs that are not transcriptions at all are
recognised as noise while training: each pair counts by its probability of not being a random word.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from recount.language import transliteration
from recount.language.arabic import fold, plain_compound
from recount.language.channels import (
    LONGEST,
    WRITTEN,
    Channel,
    Floats,
    LatinLetters,
    latin_letters,
    letters,
    symbols_of,
)
from recount.language.forward import Codes, forward
from recount.language.scripts import visible
from recount.language.transliteration import plain_latin

_NOISE = 0.05
_CHUNK = 10_000


@dataclass(frozen=True)
class Pairs:
    """Spellings of one name: what is read, what is written, and how often."""

    read: tuple[str, ...]
    written: tuple[str, ...]
    counts: Floats


def arabic_latin(folder: Path) -> Pairs:
    """Pairs of an Arabic and a Latin word out of the two open lists."""
    found: Counter[tuple[str, str]] = Counter()
    for line in (folder / "wikidata_person_tokens.tsv").read_text("utf-8").splitlines():
        latin, arabic, count = line.split("\t")
        found[(arabic.replace(" ", ""), latin)] += int(count)
    for line in (folder / "ar2en-train.txt").read_text("utf-8").splitlines():
        arabic, latin = line.split("\t")
        found[(arabic, latin)] += 2
    return training_pairs((arabic, latin, count) for (arabic, latin), count in found.items())


def training_pairs(found: Iterable[tuple[str, str, int]]) -> Pairs:
    """Pairs of an Arabic and a Latin word with how often they were met, folded, without what is too short or long."""
    clean: Counter[tuple[str, str]] = Counter()
    for arabic, latin, count in found:
        pair = _bare(arabic, latin)
        if 1 < len(pair[0]) <= LONGEST and 1 < len(pair[1]) <= LONGEST:
            clean[pair] += count
    ordered = sorted(clean.items())
    # A famous spelling repeated 500 times says little more about letters than one repeated 50 times.
    return Pairs(
        tuple(pair[0] for pair, _ in ordered),
        tuple(pair[1] for pair, _ in ordered),
        np.array([count for _, count in ordered]) ** 0.5,
    )


def _bare(arabic: str, latin: str) -> tuple[str, str]:
    word = "".join(letter for letter in fold(visible(arabic)) if letter.isalpha())
    plain = plain_latin(latin).replace(" ", "")
    if word.startswith("ال") and len(word) > 4 and not plain.startswith(("al", "el", "il")):
        word = word[2:]
    elif word.startswith("ال") and len(word) > 4 and plain.startswith(("al", "el")) and len(plain) > 5:
        word, plain = word[2:], plain[2:]
    return plain_compound(word), transliteration.plain_compound(plain)


def latin_latin(pairs: Pairs) -> Pairs:
    """Pairs of two different Latin spellings of one Arabic word: how habits differ, not how often they do."""
    groups: dict[str, list[tuple[str, float]]] = {}
    for read, written, count in zip(pairs.read, pairs.written, pairs.counts, strict=True):
        groups.setdefault(read, []).append((written, float(count)))
    found: list[tuple[str, str, float]] = []
    for group in groups.values():
        total = sum(count for _, count in group)
        found += [(a, b, m * n / total) for a, m in group for b, n in group if a != b]
    return Pairs(tuple(a for a, _, _ in found), tuple(b for _, b, _ in found), np.array([c for _, _, c in found]))


def letter_model(words: Sequence[str], counts: Floats) -> LatinLetters:
    """Letters given the one before, counted over Latin words."""
    table = np.full((27, 27), 0.05)
    for word, count in zip(words, counts, strict=True):
        path = [0, *(ord(letter) - 96 for letter in word), 0]
        for a, b in pairwise(path):
            table[a, b] += count
    return LatinLetters(table / table.sum(axis=1, keepdims=True))


def train(pairs: Pairs, model: LatinLetters, native: Floats, rounds: int = 10) -> Channel:
    """A channel for names that are native to the letters read, whose probabilities make the pairs most likely.

    Foreign names in Arabic letters spell their vowels out (Mogherini) and follow other rules: a second channel, and
    a letter model for pairs that are no transcription at all, take their share of every pair while training.
    `native` is the share of the first channel to begin with.
    """
    symbols = ("", *sorted({symbol for word in set(pairs.read) for symbol in symbols_of(word)}))
    channels = [Channel(symbols, _first(len(symbols), WRITTEN), _first(len(symbols), 27, stop=0.7))] * 2
    random = model.log2(pairs.written)
    shares = [native, 1 - native]
    for turn in range(rounds):
        channels = [_improved(channel, pairs, share) for channel, share in zip(channels, shares, strict=True)]
        if turn >= 1:
            shares = _shares_of(channels, pairs, random, native)
    return channels[0]


def retrained(pairs: Pairs, base: Channel, trust: float = 60.0, rounds: int = 6) -> Channel:
    """A channel that leans on one already trained, and on somebody's own pairs the more of them there are.

    Each letter of the base counts as much as `trust` letters of the pairs. Pairs that are no transcription count by
    how much likelier they are than a random word.
    """
    random = latin_letters().log2(pairs.written)
    found = base
    for _ in range(rounds):
        odds = np.exp2(np.clip(found.log2(pairs.read, pairs.written) - random, -60, 60)) * (1 - _NOISE) / _NOISE
        share = odds / (1 + odds)
        emitted, slipped = trust * base.emit, trust * base.slip
        for batch in _batches(found, pairs, share):
            _expect(found, batch, emitted, slipped)
        found = Channel(base.symbols, _rows(emitted), _rows(slipped))
    return found


def _rows(counts: Floats) -> Floats:
    return np.asarray(counts / counts.sum(axis=1, keepdims=True))


def _shares_of(channels: Sequence[Channel], pairs: Pairs, random: Floats, native: Floats) -> list[Floats]:
    logs = [channel.log2(pairs.read, pairs.written) for channel in channels]
    prior = [native * 0.5 + 0.25, (1 - native) * 0.5 + 0.25]
    odds = [(1 - _NOISE) * p * 2.0**log for p, log in zip(prior, logs, strict=True)]
    total = odds[0] + odds[1] + _NOISE * 2.0**random
    return [odd / total for odd in odds]


_NATIVE = frozenset("حعصضظطق")
"""Letters foreign names are seldom written with."""


def nativeness(words: Sequence[str]) -> Floats:
    """A first guess at which Arabic words are Arabic names."""
    return np.array([0.95 if _NATIVE & set(word) else 0.25 for word in words])


def _first(rows: int, width: int, stop: float = 0.1) -> Floats:
    table = np.empty((rows, width))
    if width == 27:
        table[:] = (1 - stop) / 26
    else:
        table[:, 1:27], table[:, 27:] = 0.7 / 26, 0.2 / 676
    table[:, 0] = stop
    return table


@dataclass(frozen=True)
class _Batch:
    """Some pairs as symbol and letter numbers with their lengths, and how much each counts."""

    xs: Codes
    x_lengths: NDArray[np.int64]
    ys: Codes
    y_lengths: NDArray[np.int64]
    counts: Floats


def _batches(channel: Channel, pairs: Pairs, share: Floats) -> Iterator[_Batch]:
    xs, x_lengths = channel.read(pairs.read)
    ys, y_lengths = letters(pairs.written)
    counts = pairs.counts * share
    for start in range(0, len(xs), _CHUNK):
        part = slice(start, start + _CHUNK)
        yield _Batch(xs[part], x_lengths[part], ys[part], y_lengths[part], counts[part])


def _improved(channel: Channel, pairs: Pairs, share: Floats) -> Channel:
    emitted, slipped = np.zeros_like(channel.emit), np.zeros_like(channel.slip)
    for batch in _batches(channel, pairs, share):
        _expect(channel, batch, emitted, slipped)
    return Channel(channel.symbols, _shares(emitted, 0.02), _shares(slipped, 0.05))


def _shares(counts: Floats, share: float) -> Floats:
    """Counts made probabilities, each row leaning a little on the mean of all rows so that nothing is impossible."""
    mean = counts.sum(axis=0) + 0.1
    leaning = counts + share * 20 * mean / mean.sum()
    return np.asarray(leaning / leaning.sum(axis=1, keepdims=True))


def _expect(channel: Channel, batch: _Batch, emitted: Floats, slipped: Floats) -> None:
    """Add, in place, how often each letter is expected to have become what, over one batch of pairs."""
    xs, x_lengths, ys, y_lengths = batch.xs, batch.x_lengths, batch.ys, batch.y_lengths
    ahead = forward(channel.emit, channel.slip, xs, ys)
    behind = backward(channel, batch)
    rows = np.arange(len(xs))
    last = xs[rows, x_lengths - 1]
    total = ahead[x_lengths, rows, y_lengths] * channel.slip[last, 0]
    weight = batch.counts / np.maximum(total, 1e-300)
    zero = np.zeros(len(xs), dtype=np.int64)
    letters_two = 27 + 26 * ys[:, :-1].astype(np.int64) + ys[:, 1:]
    for step in range(LONGEST + 1):
        here = xs[:, step - 1].astype(np.int64) if step else zero
        alive = weight * (x_lengths >= step)
        for place in range(LONGEST):
            gain = ahead[step, :, place] * channel.slip[here, 1 + ys[:, place]] * behind[step, :, place + 1]
            np.add.at(slipped, (here, 1 + ys[:, place]), alive * gain * (y_lengths > place))
        np.add.at(slipped, (here, zero), alive * np.where(x_lengths == step, total, 0))
        if step == LONGEST:
            break
        following = weight * (x_lengths > step)
        symbol = xs[:, step].astype(np.int64)
        ready = ahead[step] * channel.slip[here, 0][:, None] * following[:, None]
        np.add.at(slipped, (here, zero), (ready * _stopped(channel, symbol, ys, letters_two, behind[step + 1])).sum(1))
        np.add.at(emitted, (symbol, zero), (ready * behind[step + 1]).sum(1) * channel.emit[symbol, 0])
        one = ready[:, :-1] * channel.emit[symbol[:, None], 1 + ys] * behind[step + 1][:, 1:]
        np.add.at(emitted, (symbol[:, None], 1 + ys), one)
        two = ready[:, :-2] * channel.emit[symbol[:, None], letters_two] * behind[step + 1][:, 2:]
        np.add.at(emitted, (symbol[:, None], letters_two), two)


def _stopped(channel: Channel, symbol: NDArray[np.int64], ys: Codes, two: NDArray[np.int64], after: Floats) -> Floats:
    """The probability of all that follows, once nothing more is slipped in."""
    found = channel.emit[symbol, 0][:, None] * after
    found[:, :-1] += channel.emit[symbol[:, None], 1 + ys] * after[:, 1:]
    found[:, :-2] += channel.emit[symbol[:, None], two] * after[:, 2:]
    return np.asarray(found)


def backward(channel: Channel, batch: _Batch) -> Floats:
    """Probabilities (letters read + 1, pairs, letters written + 1) of reading and writing all that is left."""
    xs, ys, y_lengths = batch.xs, batch.ys, batch.y_lengths
    count = len(xs)
    table = np.zeros((LONGEST + 1, count, LONGEST + 1))
    two = 27 + 26 * ys[:, :-1].astype(np.int64) + ys[:, 1:]
    for step in range(LONGEST, -1, -1):
        here = xs[:, step - 1].astype(np.int64) if step else np.zeros(count, dtype=np.int64)
        ends = batch.x_lengths == step
        table[step][ends, y_lengths[ends]] = channel.slip[here[ends], 0]
        if step < LONGEST:
            goes_on = _stopped(channel, xs[:, step].astype(np.int64), ys, two, table[step + 1])
            table[step] += goes_on * channel.slip[here, 0][:, None] * (batch.x_lengths > step)[:, None]
        for place in range(LONGEST - 1, -1, -1):
            table[step][:, place] += (
                table[step][:, place + 1] * channel.slip[here, 1 + ys[:, place]] * (place < y_lengths)
            )
    return table


def _bits(table: Floats, least: float = 1e-5) -> list[list[list[int]]]:
    return [
        [[place, round(-16 * float(np.log2(value)))] for place, value in enumerate(row) if value >= least]
        for row in table
    ]


def save(channel: Channel, path: Path) -> None:
    """Write a channel's probabilities in sixteenths of a bit."""
    kept = {"symbols": list(channel.symbols), "emit": _bits(channel.emit), "slip": _bits(channel.slip)}
    path.write_text(json.dumps(kept, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")


def main(read: Path, write: Path) -> None:
    """Train all channels from a folder of open pairs into a folder of probabilities."""
    pairs = arabic_latin(read)
    model = letter_model(pairs.written, pairs.counts)
    follows = [[round(-16 * float(np.log2(value))) for value in row] for row in model.follows]
    (write / "latin-letters.json").write_text(json.dumps({"follows": follows}, separators=(",", ":")) + "\n", "utf-8")
    native = nativeness(pairs.read)
    save(train(pairs, model, native), write / "arabic-latin.json")
    twins = latin_latin(pairs)
    save(train(twins, model, np.full(len(twins.read), 0.9)), write / "latin-latin.json")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
