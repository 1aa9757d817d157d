"""In which order lists write the parts of names, and which they leave out, as likely pairs show it.

Few lists put the family name first; one typed in from forms may swap it every tenth time. Of a name of one part nobody
can tell in general whether it is the given name, but pairs that are one person anyway show it.
"""

from dataclasses import replace

import numpy as np

from recount.linkage.alignment import GIVEN, Aligned, Floats, Ints, NameTable, layouts
from recount.linkage.columns import MOST_PARTS

_LEANING = 50.0
"""So many pairs of names of these numbers of parts are imagined, laid as they usually are."""


def laid_as_usual_here(names: Aligned, table: NameTable, probability: Floats) -> Aligned:
    """The names with how usual each layout is counted over the pairs, each by its probability."""
    there = names.names[:, 0] >= 0
    parts = np.sort(np.where(there[:, None], table.parts[names.names], 0), axis=1)
    way = _ways(names, parts)
    layout = names.layout.copy()
    for short, long in ((2, 2), *((1, long) for long in range(2, MOST_PARTS + 1))):
        rows = np.nonzero((parts[:, 0] == short) & (parts[:, 1] == long))[0]
        usual = np.exp2([bits for _, bits in layouts(short, long)])
        counts = np.bincount(way[rows], weights=probability[rows], minlength=len(usual)) + _LEANING * usual
        layout[rows] = np.log2(counts / counts.sum())[way[rows]]
    return replace(names, layout=layout)


def _ways(names: Aligned, parts: Ints) -> Ints:
    """Which of its layouts each pair was laid in, of those learned: by whose name the first part is."""
    found = np.zeros(len(parts), dtype=np.int64)
    found[(parts[:, 0] == 2) & (names.roles[:, 0] != GIVEN)] = 1
    single = parts[:, 0] == 1
    found[single] = names.roles[single, 0] != GIVEN
    return found
