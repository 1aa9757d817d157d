"""Disjoint groups of ids that can be joined, and pairs that may never be."""

from collections.abc import Iterable, Mapping


class Groups:
    """A union-find over ids in which some pairs are kept apart: a join that would unite such a pair is refused.

    `codes` gives the (source, code) of ids that have one: two codes of one source never end in one group, unless a
    reviewer says so.
    """

    def __init__(
        self,
        ids: Iterable[str],
        apart: Iterable[tuple[str, ...]] = (),
        codes: Mapping[str, tuple[str, str]] | None = None,
    ) -> None:
        self._members: dict[str, set[str]] = {one: {one} for one in ids}
        self._codes = codes or {}
        self._apart: dict[str, set[str]] = {}
        for left, right in apart:
            self._apart.setdefault(left, set()).add(right)
            self._apart.setdefault(right, set()).add(left)

    def join(self, left: str, right: str, *, decided: bool = False) -> bool:
        """Unite the groups of two ids; False where they are kept apart. A reviewer's decision goes over codes."""
        one, other = self._members[left], self._members[right]
        if one is other:
            return True
        if any(self._apart.get(member, set()) & other for member in one):
            return False
        if not decided and self._two_codes(one | other):
            return False
        small, large = sorted((one, other), key=len)
        large |= small
        for member in small:
            self._members[member] = large
        return True

    def around(self, one: str) -> frozenset[str]:
        """The ids grouped with this one, itself included."""
        return frozenset(self._members[one])

    def _two_codes(self, members: Iterable[str]) -> bool:
        seen: dict[str, str] = {}
        for member in members:
            if member in self._codes:
                source, code = self._codes[member]
                if seen.setdefault(source, code) != code:
                    return True
        return False

    def all(self) -> list[tuple[str, ...]]:
        """The groups, each sorted, in order of their first member."""
        unique = {id(group): group for group in self._members.values()}
        return sorted(tuple(sorted(group)) for group in unique.values())
