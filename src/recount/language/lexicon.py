"""Lexicons: the knowledge of one language as data files with a reason on each line, compiled into one table."""

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from itertools import pairwise

from recount.errors import RecountError
from recount.language.inflection import noun_forms, verb_forms
from recount.language.tokens import Token, tokens

LANGUAGES = ("en", "ar")


@dataclass(frozen=True, slots=True)
class Mark:
    """One lexicon entry found in a text: which list, how many tokens, and what it means there."""

    list: str
    length: int
    means: tuple[str, ...]

    @property
    def first(self) -> str:
        """The first word of the meaning, which every list gives."""
        return self.means[0]


Marks = dict[str, Mark]
_Holders = list[tuple[tuple[str, ...], str, tuple[str, ...]]]
_Table = dict[str, _Holders]
_NOTHING: Marks = {}


@dataclass(frozen=True)
class Lexicon:
    """All lists of one language by the first word of each entry, longest entries first."""

    language: str
    table: _Table

    def marks(self, text: Sequence[Token]) -> list[Marks]:
        """For every token the entries that begin there, the longest of each list."""
        keys = [token.key for token in text]
        alone, longer = self._alone, self._longer
        found = [alone.get(key, _NOTHING) for key in keys]
        for at, (key, after) in enumerate(pairwise(keys)):
            if key in longer and after in longer[key]:
                found[at] = self._at(keys, at, longer[key][after], found[at])
        return found

    @cached_property
    def _alone(self) -> dict[str, Marks]:
        """The entries of one word: the same wherever the word stands."""
        words = {key: [entry for entry in entries if len(entry[0]) == 1] for key, entries in self.table.items()}
        return {
            key: {name: Mark(name, 1, means) for _, name, means in reversed(found)}
            for key, found in words.items()
            if found
        }

    @cached_property
    def _longer(self) -> dict[str, _Table]:
        """The entries of several words, by their first word and then by their second."""
        found: dict[str, _Table] = {}
        for key, entries in self.table.items():
            for entry in entries:
                if len(entry[0]) > 1:
                    found.setdefault(key, {}).setdefault(entry[0][1], []).append(entry)
        return found

    @staticmethod
    def _at(keys: Sequence[str], at: int, entries: _Holders, alone: Marks) -> Marks:
        found: Marks = {}
        for entry, name, means in entries:
            if name not in found and tuple(keys[at : at + len(entry)]) == entry:
                found[name] = Mark(name, len(entry), means)
        return {**alone, **found} if found else alone


@lru_cache(maxsize=8)
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language; a third language is a new folder of data.

    Raises:
        RecountError: there is no folder for the language, or a line of its files has no reason.
    """
    if language not in LANGUAGES:
        raise RecountError(f"no lexicon for language {language!r}; there are {', '.join(LANGUAGES)}")
    table: _Table = {}
    folder = files("recount.language") / "data" / language
    for file in sorted(folder.iterdir(), key=lambda item: item.name):
        if file.name.endswith(".csv"):
            _compile(file.name.removesuffix(".csv"), file.read_text(encoding="utf-8"), table)
    for entries in table.values():
        entries.sort(key=lambda entry: (-len(entry[0]), entry[1], entry[0]))
    return Lexicon(language, table)


def _compile(name: str, text: str, table: _Table) -> None:
    for number, line in enumerate(csv.DictReader(text.splitlines()), start=2):
        if not line.get("reason"):
            raise RecountError(f"lexicon {name}.csv, line {number}: no reason is given; say why the entry stands here")
        for entry, where, means in _INFLECTED.get(name, _as_written)(name, line):
            keys = tuple(token.key for token in tokens(entry.strip()))
            table.setdefault(keys[0], []).append((keys, where, means))


_Line = dict[str, str]
_Entries = Iterator[tuple[str, str, tuple[str, ...]]]


def _as_written(name: str, line: _Line) -> _Entries:
    for entry in line["entry"].split("|"):
        yield entry, name, tuple((line["means"] or "").split())


def _nouns(_name: str, line: _Line) -> _Entries:
    """Every form of a noun as a head, and as a side where it says who fights."""
    means = tuple(line["means"].split())
    for count, forms in noun_forms(line["entry"], line["plural"]).items():
        # Two families are no two people.
        said = "plural" if count == "dual" and means[0] == "families" else count
        for form in forms:
            yield form, "heads", (*means, said)
            if line["side"] != "-":
                yield form, "sides", (line["side"],)


def _verbs(_name: str, line: _Line) -> _Entries:
    """Every form of a verb as a trigger."""
    for place, forms in verb_forms(line["entry"], line["present"]).items():
        for form in forms:
            yield form, "triggers", (line["means"], place)


_INFLECTED: dict[str, Callable[[str, _Line], _Entries]] = {"nouns": _nouns, "verbs": _verbs}
