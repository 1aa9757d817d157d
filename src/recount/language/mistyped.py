"""Whether a short word is another one but for a slip of the hand."""

from functools import lru_cache

_NOT_MISTYPED = frozenset({"عيد", "عهد", "عبق"})


@lru_cache(maxsize=1 << 16)
def mistyped(word: str, meant: str) -> bool:
    """Whether a word is another one but for a slip of the hand."""
    if abs(len(word) - len(meant)) > 1 or word == meant:
        return word == meant
    return _swapped(word, meant) or _shortened(word, meant) or _shortened(meant, word) or _replaced(word, meant)


def _shortened(long: str, short: str) -> bool:
    return len(long) == len(short) + 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _swapped(one: str, other: str) -> bool:
    return (
        len(one) == len(other)
        and sorted(one) == sorted(other)
        and sum(a != b for a, b in zip(one, other, strict=True)) <= 3
    )


def _replaced(one: str, other: str) -> bool:
    # A letter added or lost changes no name into Abd, but one replaced may: Eid is a name of its own.
    return (
        len(one) == len(other)
        and sum(a != b for a, b in zip(one, other, strict=True)) == 1
        and one not in _NOT_MISTYPED
    )
