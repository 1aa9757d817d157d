"""Sealed keys of JSON: taken out before anything else sees an object."""

from recount.ingestion.refused import Refused
from recount.language.scripts import visible


class Seals:
    """Takes sealed keys out of parsed JSON wherever they stand, also inside lists, and knows which it has met."""

    def __init__(self, sealed: tuple[str, ...]) -> None:
        self._names = {visible(each).casefold(): each for each in sealed}
        self._met: set[str] = set()

    def taken_out(self, value: object, path: str = "") -> object:
        """The same value with None for everything sealed."""
        if not self._names:
            return value
        if isinstance(value, list):
            return [self.taken_out(each, path) for each in value]
        if not isinstance(value, dict):
            return value
        return {
            key: None if self._hides(key, path) else self.taken_out(inner, f"{path}{key}.")
            for key, inner in value.items()
        }

    def _hides(self, key: str, path: str) -> bool:
        found = {visible(key).casefold(), visible(path + key).casefold()} & set(self._names)
        self._met |= found
        return bool(found) or not key.strip()

    def check(self, where: str) -> None:
        """Refuse the file where a sealed key is nowhere: it may be spelled otherwise."""
        for name in sorted(set(self._names) - self._met):
            what = f"the sealed key {self._names[name]!r} is not there, so nothing of it is used"
            raise Refused(where, what, "correct `sealed` in source.toml")
