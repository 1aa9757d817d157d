"""How many slips lie between two words, for very many pairs: a compiled loop that looks only where there may be few.

A slip is a letter lost, added, replaced, or swapped with the next (optimal string alignment).
"""

import numpy as np
from numpy.typing import NDArray

from recount.language.compiled import compiled

Ints = NDArray[np.int64]
Letters = NDArray[np.int32]
Masks = NDArray[np.uint64]
Words = tuple[Letters, Ints, Masks]
"""Words as rows of letters, their lengths, and which letters each has once and twice."""


def coded(words: list[str]) -> Words:
    """Words as the loop takes them. One slip changes at most two bits of the last."""
    lengths = np.array([len(word) for word in words], dtype=np.int64)
    letters = np.array(words, dtype=f"<U{max(int(lengths.max(initial=0)), 1)}").view(np.int32).reshape(len(words), -1)
    masks = np.zeros(len(words), dtype=np.uint64)
    for place in range(letters.shape[1]):
        there = lengths > place
        once = np.uint64(1) << (letters[:, place] % 32).astype(np.uint64)
        twice = (masks & once) << np.uint64(32)
        masks = np.where(there, masks | once | twice, masks)
    return np.ascontiguousarray(letters), lengths, masks


@compiled
def steps_between(one: Letters, other: Letters, most: int, room: Ints) -> int:
    """Slips between two words, or one more than `most` where there are more. `room` are three rows to reckon in."""
    size, length = len(one), len(other)
    before, last, here = room[0], room[1], room[2]
    for place in range(length + 1):
        last[place] = place
    for step in range(1, size + 1):
        here[0] = least = step
        for place in range(1, length + 1):
            found = last[place - 1] + (one[step - 1] != other[place - 1])
            found = min(found, last[place] + 1, here[place - 1] + 1)
            if step > 1 and place > 1 and one[step - 1] == other[place - 2] and one[step - 2] == other[place - 1]:
                found = min(found, before[place - 2] + 1)
            here[place] = found
            least = min(least, found)
        if least > most:
            return most + 1
        before, last, here = last, here, before
    return min(last[length], most + 1)  # type: ignore[no-any-return]


_PAIRS_OF_BITS = np.uint64(0x5555555555555555)
_FOURS = np.uint64(0x3333333333333333)
_EIGHTS = np.uint64(0x0F0F0F0F0F0F0F0F)
_ONES = np.uint64(0x0101010101010101)


@compiled
def differing(one: np.uint64, masks: Masks, bits: NDArray[np.int64]) -> None:
    """In how many bits each of many masks differs from one, put into `bits`."""
    for column in range(len(masks)):
        found = one ^ masks[column]
        found -= (found >> np.uint64(1)) & _PAIRS_OF_BITS
        found = (found & _FOURS) + ((found >> np.uint64(2)) & _FOURS)
        found = (found + (found >> np.uint64(4))) & _EIGHTS
        bits[column] = (found * _ONES) >> np.uint64(56)


@compiled
def few_slips(left: Words, right: Words, most: int, rows: tuple[int, int]) -> tuple[Ints, Ints, Ints]:
    """Pairs of some of the left words with any right ones at most so many slips apart, in order."""
    (xs, x_lengths, x_masks), (ys, y_lengths, y_masks) = left, right
    room, bits = np.zeros((3, ys.shape[1] + 1), dtype=np.int64), np.zeros(len(ys), dtype=np.int64)
    found, count = np.empty((3, 1024), dtype=np.int64), 0
    for row in range(rows[0], rows[1]):
        differing(x_masks[row], y_masks, bits)
        for column in range(len(ys)):
            if bits[column] > 2 * most or abs(x_lengths[row] - y_lengths[column]) > most:
                continue
            steps = steps_between(xs[row, : x_lengths[row]], ys[column, : y_lengths[column]], most, room)
            if steps <= most:
                if count == found.shape[1]:
                    found = np.concatenate((found, found), axis=1)
                found[0, count], found[1, count], found[2, count] = row, column, steps
                count += 1
    return found[0, :count].copy(), found[1, :count].copy(), found[2, :count].copy()
