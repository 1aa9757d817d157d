"""Figures that together make up one told before them: `105 died: 101 in the building, another four next door`."""

from collections.abc import Sequence

from recount.extraction.reads import Read
from recount.extraction.tallies import EVERYONE
from recount.extraction.wholes import COUNTED, HARM, referring
from recount.model.interval import Number

_FARTHEST = 3
_MOST_PARTS = 6


def made_up(reads: Sequence[Read]) -> list[Read]:
    """The claims with those marked as parts that add up, to the last one, to a whole just before them.

    Two figures or more have to give the whole exactly; one alone proves nothing.
    """
    done = list(reads)
    for index, whole in enumerate(reads):
        if _whole(whole):
            for at in _parts(done, index):
                done[at] = referring(done[at], part_of=whole.claim.id, relation="part")
    return done


def _whole(read: Read) -> bool:
    held = read.claim.quantity.interval
    exact = held.low is not None and held.low >= 3 and held.high in (held.low, None)
    everyone = read.suffered.phrase.head in EVERYONE  # six soldiers are not the three rebels and three guards after
    counted = read.claim.outcome in HARM and read.claim.quantity.unit in COUNTED
    return exact and everyone and counted and read.claim.part_of is None


def _parts(reads: Sequence[Read], index: int) -> list[int]:
    whole = reads[index]
    left: Number = whole.claim.quantity.interval.floor
    parts: list[int] = []
    for at in range(index + 1, min(index + 1 + _MOST_PARTS + 2, len(reads))):
        read = reads[at]
        if read.claim.outcome is not whole.claim.outcome or not _near(whole, read):
            continue
        if read.claim.part_of is not None or read.claim.quantity.unit not in COUNTED:
            return []
        left -= read.claim.quantity.interval.floor
        parts.append(at)
        if left <= 0:
            break
    return parts if left == 0 and 2 <= len(parts) <= _MOST_PARTS and _said_apart(reads, index, parts) else []


def _near(whole: Read, read: Read) -> bool:
    one, other = whole.suffered.phrase.sentence, read.suffered.phrase.sentence
    return abs(other.paragraph - one.paragraph) <= _FARTHEST


def _said_apart(reads: Sequence[Read], index: int, parts: Sequence[int]) -> bool:
    """Whether they stand after the whole's own words: `nine soldiers, five policemen and four guards` is one list."""
    whole = reads[index].suffered
    listed = any(reads[at].suffered.listed is not None for at in parts)
    same = all(reads[at].suffered.phrase.sentence == whole.phrase.sentence for at in parts)
    return not (listed and same)
