"""Places by name: a gazetteer file per theatre, read with clear errors and searched with folding."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from pathlib import Path

from recount.language.tokens import Token, tokens
from recount.model.values import Place

# Fused or hyphenated Arabic articles, with their assimilated forms, as transliterators write them.
_ARTICLES = frozenset(
    {"al", "el", "ul", "il", "ar", "as", "ash", "at", "ath", "ad", "adh", "an", "az", "er", "es", "esh", "ed"}
)
_LOOSE_ARTICLES = frozenset({"al", "el"})
_ALL_ARTICLES = _ARTICLES | _LOOSE_ARTICLES
# و ف ب ل ك stand before a noun without a space: بالموصل is "in Mosul".
_CLITICS = ("وبال", "وال", "فال", "بال", "كال", "لل", "ال", "و", "ف", "ب", "ل", "ك")


@dataclass(frozen=True, slots=True)
class Entry:
    """One gazetteer line: a place with all the names it is known by, in any script."""

    place: Place
    name: str
    names: tuple[str, ...] = ()
    source: str = ""
    licence: str = ""


_Index = dict[str, list[tuple[tuple[str, ...], tuple[Entry, ...]]]]


@dataclass(frozen=True)
class Gazetteer:
    """The places of a theatre, in order of id."""

    entries: tuple[Entry, ...] = ()

    @cached_property
    def _index(self) -> _Index:
        return _indexed(self.entries)

    def find(self, written: str) -> Place | None:
        """The place a whole name stands for, such as `Mosul, Iraq` or `al-Jadida`.

        None where no place, or more than one place, answers to it: ambiguity is left to a reviewer.
        """
        if "/" in written:
            return None
        parts = [self._named(part) for part in written.split(",")]
        whole = self._named(written)
        if whole is not None:
            return whole
        if any(part is None for part in parts):
            return None
        return reduce(_narrower, parts)

    def scan(self, text: str, known: Sequence[Token] | None = None) -> list[tuple[int, int, Place]]:
        """Every place named in a text as (start, end, place), longest names first where they overlap.

        In a script with capitals a name needs one. `written` of each place is the text's own spelling; `known` are
        the tokens of the text where somebody has them.
        """
        index, found, past = self._index, [], 0
        spoken, starts = _without_articles(text, _words(tokens(text) if known is None else known))
        for at, word in enumerate(spoken):
            if (word.name not in index and not "\u0600" <= word.name[:1] <= "\u06ff") or at < past:
                continue
            length, place = self._longest(spoken, at)
            if place is None or not any(_may_be_a_name(text, each) for each in spoken[at : at + length]):
                continue
            past = at + length
            start, end = starts.get(at, word.start), spoken[past - 1].end
            found.append((start, end, _as_written(place, text[start:end])))
        return found

    def by_id(self, identifier: str) -> Place | None:
        """The place with this gazetteer id."""
        return next((entry.place for entry in self.entries if entry.place.id == identifier), None)

    def _named(self, written: str) -> Place | None:
        spoken, _ = _without_articles(written, _words(tokens(written)))
        if not spoken:
            return None
        length, place = self._longest(spoken, 0)
        return _as_written(place, written.strip()) if place is not None and length == len(spoken) else None

    def _longest(self, spoken: Sequence[Token], at: int) -> tuple[int, Place | None]:
        index = self._index
        for first in _variants(spoken[at].name):
            if first not in index:
                continue
            keys = [word.name for word in spoken[at : at + 8]]
            for name, entries in index[first]:
                if (first, *keys[1 : len(name)]) == name:
                    place = _one(entries)
                    if place is not None:
                        return len(name), place
        return 1, None


def _indexed(entries: Iterable[Entry]) -> _Index:
    named: dict[tuple[str, ...], list[Entry]] = {}
    for entry in entries:
        for name in (entry.name, *entry.names):
            keys = tuple(word.name for word in _without_articles(name, _words(tokens(name)))[0])
            for spelling in dict.fromkeys((keys, (_bare(keys[0]), *keys[1:]))) if keys else ():
                holders = named.setdefault(spelling, [])
                if entry not in holders:
                    holders.append(entry)
    index: _Index = {}
    for keys in sorted(named, key=lambda keys: (-len(keys), keys)):
        index.setdefault(keys[0], []).append((keys, tuple(named[keys])))
    return index


def _words(found: Sequence[Token]) -> list[Token]:
    """The tokens that may be part of a name: neither marks nor line breaks."""
    return [token for token in found if token.name]


def _may_be_a_name(text: str, word: Token) -> bool:
    return not text[word.start].islower()


def _without_articles(text: str, spoken: Sequence[Token]) -> tuple[Sequence[Token], dict[int, int]]:
    """Words without the articles that belong to the word after them, and where such a word then begins."""
    opening = [at for at, word in enumerate(spoken[:-1]) if word.name in _ALL_ARTICLES and _opens(text, spoken, at)]
    if not opening:
        return spoken, {}
    kept: list[Token] = []
    starts: dict[int, int] = {}
    past = 0
    for at in opening:
        kept.extend(spoken[past:at])
        starts.setdefault(len(kept), spoken[at].start)
        past = at + 1
    return [*kept, *spoken[past:]], starts


def _opens(text: str, spoken: Sequence[Token], at: int) -> bool:
    """Whether an article is written with the word after it: `al-Jadida`, `al Jadida`."""
    word, after = spoken[at], spoken[at + 1]
    gap = text[word.end : after.start]
    hyphenated = gap in ("-", "‐", "‑", "–") and word.name in _ARTICLES
    return hyphenated or (gap == " " and word.name in _LOOSE_ARTICLES and _may_be_a_name(text, after))


def _bare(key: str) -> str:
    """An Arabic key without its article."""
    return key[2:] if key.startswith("ال") and len(key) > 4 else key


def _variants(key: str) -> list[str]:
    if not key or not "\u0600" <= key[0] <= "\u06ff":
        return [key]
    return [key, *(key[len(clitic) :] for clitic in _CLITICS if key.startswith(clitic) and len(key) - len(clitic) > 2)]


def _one(entries: Sequence[Entry]) -> Place | None:
    """The place a name stands for: of a city and its district the wider one, of unrelated places none."""
    widest = min((entry.place for entry in entries), key=lambda place: len(place.path))
    return widest if all(entry.place.inside(widest) for entry in entries) else None


def _narrower(a: Place | None, b: Place | None) -> Place | None:
    if a is None or b is None:
        return None
    if a.inside(b):
        return a
    return b if b.inside(a) else None


def _as_written(place: Place, written: str) -> Place:
    return Place(place.path, place.precision, written, place.lat, place.lon, place.radius_km, place.basis)


def load_gazetteer(paths: Iterable[Path | str]) -> Gazetteer:
    """Read gazetteer files; see `recount.language.gazetteers.read`."""
    from recount.language.gazetteers import read

    return Gazetteer(read(paths))
