"""Which pairs are compared at all: keys two records must share, bounded where a key is too common.

A key is two consonant skeletons of a name in order, or the first or last one with a day, or a code. A key that too
many records share is made finer by a third part of the name, a day, or an age; what is still too common is not
compared and told.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from recount.language.transliteration import skeleton
from recount.linkage.columns import Columns, compared

Keys = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Blocks:
    """Keys of every record, in order of record, and what was left out because too many share it."""

    keys: tuple[tuple[str, ...], ...]
    bounded: tuple[str, ...]


@lru_cache(maxsize=1 << 18)
def _skeleton(word: str) -> str:
    return skeleton(word)


def blocks(columns: Columns, largest: int) -> Blocks:
    """Keys of every record; no key is shared by more than `largest` records."""
    found = [_keys(columns, row) for row in range(len(columns.records))]
    for finer in (_finer, _finest):
        common = _common(found, largest)
        if not common:
            return Blocks(tuple(tuple(sorted(keys)) for keys in found), ())
        found = [_refined(columns, row, keys, common, finer) for row, keys in enumerate(found)]
    common = _common(found, largest)
    kept = tuple(tuple(sorted(keys - common.keys())) for keys in found)
    return Blocks(kept, _told(common))


def _common(found: Iterable[set[str]], largest: int) -> dict[str, int]:
    counts = Counter(key for keys in found for key in keys)
    return {key: count for key, count in counts.items() if count > largest}


def _keys(columns: Columns, row: int) -> set[str]:
    found: set[str] = set()
    for name in columns.names[row]:
        bones = [_skeleton(word) for word in compared(name) if word]
        found |= {f"n:{a}|{b}" for a, b in combinations(bones, 2)}
        found |= {f"d:{bone}@{day}" for day in _days(columns, row) for bone in {bones[0], bones[-1]}}
    if columns.official[row]:
        found.add(f"i:{columns.official[row]}")
    if columns.code[row]:
        found.add(f"c:{columns.code[row]}")
    return found


def _days(columns: Columns, row: int) -> list[int]:
    died = columns.died[row]
    return list(range(died[0], died[1] + 1)) if died is not None and died[1] - died[0] < 4 else []


def _refined(columns: Columns, row: int, keys: set[str], common: dict[str, int], finer: object) -> set[str]:
    found = {key for key in keys if key not in common}
    for key in keys - found:
        found |= _finer(columns, row, key) if finer is _finer else _finest(columns, row, key)
    return found


def _finer(columns: Columns, row: int, key: str) -> set[str]:
    """A common key with one more thing: another part of the name, the day, or the age in steps of five years."""
    if not key.startswith(("n:", "d:")):
        return {key}
    return {f"{key}+{more}" for more in _more(columns, row)}


def _more(columns: Columns, row: int) -> set[str]:
    found = {_skeleton(word) for name in columns.names[row] for word in compared(name) if word}
    found |= {f"@{day}" for day in _days(columns, row)}
    age = columns.age[row]
    place = columns.place[row]
    if age is not None and place is not None:
        found |= {f"a{years // 4}{place[-1]}" for years in (age[0], age[1] + 1)}
    return found


def _finest(columns: Columns, row: int, key: str) -> set[str]:
    if not key.startswith(("n:", "d:")):
        return {key}
    age = columns.age[row]
    days = {f"{key}+@{day}" for day in _days(columns, row)}
    ages = {f"{key}+a{years // 2}" for years in (age[0], age[1] + 1)} if age is not None else set()
    # A key that cannot be made finer stays, to be told of and left out.
    return days | ages or {key}


def _told(common: dict[str, int]) -> tuple[str, ...]:
    """One sentence a kind of key, without the names themselves."""
    kinds = {"n": "parts of a name", "d": "a name and a day", "i": "an official id", "c": "a list's own code"}
    by_kind: dict[str, list[int]] = {}
    for key, count in sorted(common.items()):
        by_kind.setdefault(kinds[key[0]], []).append(count)
    return tuple(
        f"{len(counts)} keys of {kind} are shared by up to {max(counts)} records each and were not compared by it"
        for kind, counts in sorted(by_kind.items())
    )
