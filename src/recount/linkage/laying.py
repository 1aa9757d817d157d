"""Names of very many pairs laid side by side, by a compiled loop: what `alignment` does, to the last bit."""

import numpy as np
from numpy.typing import NDArray

from recount.language.compiled import compiled
from recount.linkage.readings import Floats, Ints

Filled = tuple[Floats, Floats, NDArray[np.int32], NDArray[np.int32], NDArray[np.int8]]
"""What `alignment.Aligned` holds."""
Names = tuple[Ints, Ints, Ints, Ints]
"""The words of each name, its number of parts, and where the names of each record begin and how many they are."""
Numbers = NDArray[np.int32]
Weights = tuple[Ints, Numbers, Numbers, Floats, Floats]
"""`TokenWeights.beside`, what each pair says per column, and what any other pair says."""
Layouts = tuple[Ints, Floats, Ints, Ints, Ints]
"""Layouts by the parts of both: places, how usual, how many; then column and role by the parts of one and the place."""


@compiled
def found_at(partners: Numbers, start: int, stop: int, wanted: int) -> int:
    """Where a word stands among sorted ones, -1 if it does not."""
    end = stop
    while start < end:
        middle = (start + end) // 2
        if partners[middle] < wanted:
            start = middle + 1
        else:
            end = middle
    return start if start < stop and partners[start] == wanted else -1


@compiled
def lay(names: Names, weights: Weights, layouts: Layouts, pairs: tuple[Ints, Ints], found: Filled) -> None:
    """Lay the names of every pair side by side and put what comes of it into `found`.

    One function, for a call with so many arrays takes longer than what is to be done for one pair of words.
    """
    (words, parts, first, count), (begin, partners, number_of, told, unheld) = names, weights
    (places, usual, many, columns, roles), (left, right), (bits, layout, which, met, whose) = layouts, pairs, found
    here = np.zeros(4)
    for pair in range(len(left)):
        best, won = -np.inf, -1
        for one in range(first[left[pair]], first[left[pair]] + count[left[pair]]):
            for other in range(first[right[pair]], first[right[pair]] + count[right[pair]]):
                turned = parts[one] > parts[other]
                short, long = (other, one) if turned else (one, other)
                size, length = parts[short], parts[long]
                for way in range(many[size, length]):
                    here[:] = 0.0
                    for number in range(size):
                        place = places[size, length, way, number]
                        # The left record stays for many pairs, and with it the partners of its words in memory.
                        mine, theirs = words[short, number], words[long, place]
                        mine, theirs = (theirs, mine) if turned else (mine, theirs)
                        if mine >= 0 and theirs >= 0:
                            at, column = (
                                found_at(partners, begin[mine], begin[mine + 1], theirs),
                                columns[length, place],
                            )
                            here[roles[length, place]] += told[number_of[at], column] if at >= 0 else unheld[column]
                    total = ((here[0] + here[1]) + here[2]) + here[3] + usual[size, length, way]
                    if total > best:
                        best, won = total, way
                        which[pair, 0], which[pair, 1] = one, other
                        bits[pair, :] = here
        if won < 0:
            continue
        swapped = int(parts[which[pair, 0]] > parts[which[pair, 1]])
        short, long = which[pair, swapped], which[pair, 1 - swapped]
        size, length = parts[short], parts[long]
        layout[pair] = usual[size, length, won]
        for number in range(size):
            place = places[size, length, won, number]
            met[pair, number, swapped], met[pair, number, 1 - swapped] = words[short, number], words[long, place]
            whose[pair, number] = roles[length, place]
