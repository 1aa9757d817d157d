"""The prior of every pair across two lists, and what other claims on its records leave of it.

A record has at most one person, so its likely partners on another list claim it against each other; and where nobody
else claims either record, that speaks for the pair: of two lists that share many people, few records are left over.
The prior is that of a matching between two lists of which so many people stand on both: all matchings of one size are
as likely as each other before anything is compared. Its marginals are found by passing messages between the records,
which is exact where claims form no rings. Records of one list that are likely repeats of each other are no rivals.

Source: the prior is that of Sadinle (2017), J. Am. Stat. Assoc. 112, 600-612; the messages those of Zdeborova and
Mezard (2006), J. Stat. Mech. P05003, for matchings of any size.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from recount.linkage.pairs import Pairs

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

_ROUNDS = 15
_SWEEPS = 3
_FAINT = -16.0
"""Bits, beside those of a list's length, below which a pair claims nothing."""
_REPEAT = 0.05
_CAP = 40.0


class Lists(NamedTuple):
    """Two lists: how many records each has, and what is known of them before any is compared.

    `first` pairs among `among` are of one person. At most the share `most` of a list is taken to stand on the other,
    and so many records of each are `left` over in any case: nobody knows of a list that it holds everybody.
    """

    sizes: tuple[int, int]
    first: float
    among: float
    most: float = 0.7
    left: float = 20.0


@dataclass(frozen=True)
class Claims:
    """log2 odds of each pair before anything is compared, bits lost to others who claim its records, the kin term."""

    prior: Floats
    rivals: Floats
    kin: Floats


@dataclass(frozen=True)
class Said:
    """What the records of each pair say in bits, and the kin term, of the records alone.

    `other` is how surely the given names are other names, 0 to 1: relatives are left over too, one brother on this list
    and one on that. `bare` pairs tell a name of two parts at most and nothing else, which no lack of rivals makes one
    person.
    """

    bits: Floats
    kin: Floats
    other: Floats
    bare: Bools

    def of(self, rows: Ints) -> "Said":
        """What some of the pairs say."""
        return Said(self.bits[rows], self.kin[rows], self.other[rows], self.bare[rows])

    def without_others(self, more: float) -> tuple[Floats, Floats]:
        """The kin term, and the bits to add, of records that nobody else claims: so many bits likelier one person."""
        related = np.exp2(-self.kin) - 1.0
        return -np.asarray(np.log2(1.0 + related * np.exp2(more * self.other))), np.where(self.bare, 0.0, more)


Repeats = dict[int, dict[int, float]]
"""Records of one list that are likely repeats of each other, both ways."""


def likely_repeats(pairs: Pairs, within: Bools, bits: Floats) -> Repeats:
    """The pairs within a list that are likely one person."""
    found: Repeats = {}
    odds = np.exp2(np.clip(bits, -_CAP, _CAP))
    for row in np.nonzero(within & (odds > _REPEAT))[0].tolist():
        one, other, p = int(pairs.left[row]), int(pairs.right[row]), float(odds[row] / (1 + odds[row]))
        found.setdefault(one, {})[other] = p
        found.setdefault(other, {})[one] = p
    return found


@dataclass(frozen=True)
class Edges:
    """Pairs between two lists that claim anything: their records, and which claims are no rivals.

    `repeats` are two pairs each that meet in one record, how probably their other ends are one person, and on which
    side they meet.
    """

    ends: tuple[Ints, Ints]
    repeats: tuple[Ints, Ints, Floats, Ints]

    @staticmethod
    def of(one: Ints, other: Ints, repeats: Repeats) -> "Edges":
        """The pairs of some records of one list with some of another."""
        meeting: dict[int, list[int]] = {}
        for row, (left, right) in enumerate(zip(one.tolist(), other.tolist(), strict=True)):
            for record in (left, right):
                if record in repeats:
                    meeting.setdefault(record, []).append(row)
        ends = one, other
        found = [
            (row, twin, p, side)
            for record, rows in meeting.items()
            for other_record, p in repeats[record].items()
            for row in rows
            for twin in meeting.get(other_record, ())
            for side in (0, 1)
            if ends[side][row] == ends[side][twin]
        ]
        table = np.array(found, dtype=np.float64).reshape(-1, 4)
        first, second, side = (table[:, column].astype(np.int64) for column in (0, 1, 3))
        return Edges(ends, (first, second, table[:, 2], side))


def matched(pairs: Pairs, first: Bools, said: Said, lists: Lists, repeats: Repeats) -> Claims:
    """Prior and rivals of all pairs between two lists.

    Args:
        pairs: the pairs.
        first: which records are of the first of the lists.
        said: what the records of each pair say.
        lists: what is known of them.
        repeats: records of one list that are likely one person.
    """
    one = np.where(first[pairs.left], pairs.left, pairs.right)
    other = pairs.left + pairs.right - one
    rows = np.nonzero(said.bits + said.kin > np.log2(max(lists.sizes)) + _FAINT)[0]
    edges = Edges.of(one[rows], other[rows], repeats)
    plain, more, sent = _plain(lists.first / lists.among), 0.0, np.ones((2, len(rows)))
    here = said.of(rows)
    for _ in range(_ROUNDS):
        kin, added = here.without_others(more)
        odds = np.exp2(np.clip(here.bits + kin + plain + added, -_CAP, _CAP))
        for _ in range(_SWEEPS):
            sent = _passed(edges, odds, sent)
        p = odds * sent[0] * sent[1]
        expected = float((p / (1 + p)).sum())
        found = (expected + lists.first) / (lists.sizes[0] * lists.sizes[1] + lists.among)
        left = [1.0 - min(expected / (size + lists.left), lists.most) for size in lists.sizes]
        plain, more = _plain(found), -float(np.log2(left[0] * left[1]))
    claimed = [
        np.bincount(records, weights=odds * heard, minlength=len(first))
        for records, heard in zip(edges.ends, sent[::-1], strict=True)
    ]
    rivals = -np.log2((1.0 + claimed[0][one]) * (1.0 + claimed[1][other]))
    rivals[rows] = np.log2(sent[0] * sent[1])
    rivals[rows] = np.where(here.bare, np.minimum(rivals[rows], _of_all(edges, odds)), rivals[rows])
    kin, added = said.without_others(more)
    return Claims(plain + added, np.minimum(rivals, 0.0), kin)


def _of_all(edges: Edges, odds: Floats) -> Floats:
    """Bits lost to all others who fit, were they somebody else's as well: a bare name may be of any of them."""
    against = [np.bincount(records, weights=odds)[records] - odds for records in edges.ends if len(records)]
    return -np.asarray(np.log2(1.0 + np.sum(against, axis=0)))


def _plain(share: float) -> float:
    """log2 odds of a share."""
    return float(np.log2(share / (1 - share)))


def _passed(edges: Edges, odds: Floats, sent: Floats) -> Floats:
    """What each record says to the other of each pair: how probably nobody else has it."""
    found = np.empty_like(sent)
    first, second, repeated, shared = edges.repeats
    for end, records in enumerate(edges.ends):
        claim = odds * sent[1 - end]
        total = np.bincount(records, weights=claim, minlength=int(records.max(initial=0)) + 1)
        against = total[records] - claim
        mine = shared == end
        np.subtract.at(against, first[mine], repeated[mine] * claim[second[mine]])
        found[end] = 1.0 / (1.0 + np.maximum(against, 0.0))
    return np.asarray(np.sqrt(found * sent))
