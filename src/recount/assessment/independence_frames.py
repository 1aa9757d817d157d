"""Paragraphs that papers print around many reports: about the author, subscribe, a background told every time."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from recount.assessment.independence_text import Read, Sums, paragraph_sum, runs_of, shared_runs

_HOLDERS = 3
_VOTERS = 9
_RELATED = 0.05
_WHOLE = 25
_CLOSING = 3
_PART = 0.5


def frames(reports: Sequence[Read]) -> frozenset[int]:
    """The sums of paragraphs that stand in three or more reports which share nothing else.

    A paragraph is no frame where some report consists of little else: then that report is what the others hold.
    """
    sums = [[paragraph_sum(part) for part in report.paragraphs] for report in reports]
    holders: dict[int, list[int]] = defaultdict(list)
    for index, own in enumerate(sums):
        for one in dict.fromkeys(own):
            holders[one].append(index)
    wide = {one: len(held) for one, held in holders.items() if len(held) >= _HOLDERS}
    return frozenset(one for one in wide if _a_frame(one, holders[one], wide, reports, sums))


def _a_frame(
    one: int, held: Sequence[int], wide: Mapping[int, int], reports: Sequence[Read], sums: Sequence[Sequence[int]]
) -> bool:
    step = max(1, len(held) // _VOTERS)
    rests: list[Sums] = []
    for index in held[::step][: _VOTERS + 1]:
        kept = [
            part
            for part, own in zip(reports[index].paragraphs, sums[index], strict=True)
            if 3 * wide.get(own, 0) < 2 * wide[one]
        ]
        left, all_words = sum(map(len, kept)), sum(map(len, reports[index].paragraphs))
        if left < all_words / 4 and all_words - left >= _WHOLE:
            return False
        rests.append(runs_of(kept))
    pairs = [(a, b) for at, a in enumerate(rests) for b in rests[at + 1 :]]
    apart = sum(shared_runs(a, b)[1] < _RELATED for a, b in pairs)
    return 2 * apart > len(pairs)


def only_the_close(a: Read, b: Read, copied: float) -> bool:
    """Whether two reports share nothing but their last paragraphs, as reports of one agency or one paper do."""
    if copied >= _PART:
        return False
    sums = [[paragraph_sum(part) for part in one.paragraphs] for one in (a, b)]
    both = set(sums[0]) & set(sums[1])
    if not both or any(own in both for one in sums for own in one[:-_CLOSING]):
        return False
    rests = [
        runs_of([part for part, own in zip(one.paragraphs, told, strict=True) if own not in both])
        for one, told in zip((a, b), sums, strict=True)
    ]
    return shared_runs(rests[0], rests[1])[1] < _RELATED
