"""Strict reading of one TOML table: every key known, every value of its type, every error with its remedy."""

import difflib
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from recount.ingestion.refused import Refused

_Choice = TypeVar("_Choice", bound=StrEnum)
_KINDS = {str: "text", bool: "true or false", int: "a whole number", float: "a number", list: "a list", dict: "a table"}


def nearest(wanted: str, among: Iterable[str]) -> str | None:
    """The most similar of some words, where one is similar at all."""
    found = difflib.get_close_matches(wanted.strip().casefold(), {word.strip().casefold() for word in among}, 1, 0.6)
    return next((word for word in sorted(among) if found and word.strip().casefold() == found[0]), None)


class Section:
    """One table of a TOML file. Each reading method takes a key away; `finish` refuses what nobody took."""

    def __init__(self, where: str, name: str, content: Mapping[str, object]) -> None:
        self.where = where
        self._name = name
        self._left = dict(content)
        self._asked: list[str] = []

    def key(self, key: str) -> str:
        """The key as its file would write it, such as `expect.rows`."""
        return f"{self._name}.{key}" if self._name else key

    def refuse(self, key: str, what: str, remedy: str) -> Refused:
        """An error that names the file and the key."""
        return Refused(f"{self.where}, key {self.key(key)}", what, remedy)

    def _take(self, key: str) -> object:
        self._asked.append(key)
        return self._left.pop(key, None)

    def _wrong(self, key: str, value: object, wanted: str) -> Refused:
        kind = _KINDS.get(type(value), type(value).__name__)
        return self.refuse(key, f"expected {wanted}, found {kind}", f"write {wanted} there")

    def text(self, key: str, default: str = "") -> str:
        """A string, or the default where the key is absent."""
        value = self._take(key)
        if value is None:
            return default
        if isinstance(value, str):
            return value
        raise self._wrong(key, value, "text in quotation marks")

    def needed(self, key: str) -> str:
        """A string that must be there."""
        value = self.text(key)
        if value.strip():
            return value
        raise self.refuse(key, "is missing or empty", f'write {key} = "…"')

    def maybe(self, key: str) -> str | None:
        """A string, or None."""
        return self.text(key) or None

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of strings."""
        value = self._take(key)
        if value is None:
            return ()
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            return tuple(value)
        raise self._wrong(key, value, 'a list of texts such as ["one", "two"]')

    def whole(self, key: str, default: int) -> int:
        """A whole number from 1 up."""
        value = self._take(key)
        if value is None:
            return default
        if isinstance(value, int) and not isinstance(value, bool) and value >= 1:
            return value
        raise self._wrong(key, value, "a whole number from 1 up")

    def bounds(self, key: str) -> tuple[int | None, int | None]:
        """A pair of whole numbers, lowest first."""
        value = self._take(key)
        if value is None:
            return None, None
        fits = isinstance(value, list) and len(value) == 2 and all(type(each) is int and each >= 0 for each in value)
        if fits and isinstance(value, list) and value[0] <= value[1]:
            return value[0], value[1]
        raise self._wrong(key, value, "two whole numbers, the lower first, such as [9000, 10000]")

    def day(self, key: str) -> date | None:
        """A date, as TOML writes it or as ISO text."""
        value = self._take(key)
        if isinstance(value, datetime):
            return value.date()
        if value is None or isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            raise self._wrong(key, value, "a date such as 2017-12-31") from None

    def choice(self, key: str, choices: type[_Choice]) -> _Choice:
        """One value of a closed list; it must be there."""
        value = self.needed(key)
        try:
            return choices(value)
        except ValueError:
            raise self.refuse(key, f"{value!r} is not known", f"use one of: {', '.join(choices)}") from None

    def section(self, key: str) -> "Section | None":
        """A table inside this one, or None where it is absent."""
        value = self._take(key)
        if value is None:
            return None
        if isinstance(value, dict):
            return Section(self.where, self.key(key), value)
        raise self._wrong(key, value, f"a table headed [{self.key(key)}]")

    def sections(self, key: str) -> list["Section"]:
        """Tables in a row, each headed `[[key]]`."""
        value = self._take(key)
        if value is None:
            return []
        if isinstance(value, list) and all(isinstance(each, dict) for each in value):
            return [Section(self.where, f"{self.key(key)}[{n}]", each) for n, each in enumerate(value, 1)]
        raise self._wrong(key, value, f"tables headed [[{self.key(key)}]]")

    def has(self, key: str) -> bool:
        """Whether a key is there and nobody has taken it yet."""
        return key in self._left

    def left(self) -> list[str]:
        """The keys nobody has taken yet, as written."""
        return list(self._left)

    def finish(self) -> None:
        """Refuse any key that nobody asked for."""
        for key in self._left:
            close = nearest(key, self._asked)
            remedy = f"did you mean {close!r}?" if close else f"known here: {', '.join(sorted(self._asked))}"
            raise self.refuse(key, "is not a known key", remedy)
