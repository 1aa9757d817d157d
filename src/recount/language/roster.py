"""Who is known by name in a case, and which of them a claimant's words mean: one voice, whatever a text calls it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from recount.language.roster_words import around, core, forms, one_spelling, speaks, tokens
from recount.model.assertions import Claim
from recount.model.evidence import Source
from recount.model.values import Party

_PARTY = "party:"
_SPELLING_BITS = 10.0
"""So much likelier than chance letters a whole name must be as another script's spelling of a known one."""
_CORE = 2
"""So many words a name must have left to be known without `agency` or `newspaper`."""
_NOTE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


def party_of(key: str | None) -> str | None:
    """The id of the party that a key stands for, None where it is the key of nobody or of a source."""
    return key.removeprefix(_PARTY) if key is not None and key.startswith(_PARTY) else None


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody of a case with the names by which texts call them, in any script; the first is shown."""

    key: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Called:
    """Whom words mean: the key of one voice, or None with the names of those who may be meant."""

    key: str | None = None
    maybe: tuple[str, ...] = ()


_NONE = Called()


@dataclass(frozen=True)
class Roster:
    """The sources, publishers and parties of a case by their names."""

    known: tuple[Known, ...] = ()
    _told: dict[str, Called] = field(default_factory=dict, repr=False, compare=False)
    _names: list[tuple[tuple[frozenset[str], ...], Known]] = field(default_factory=list, repr=False, compare=False)

    def __post_init__(self) -> None:
        for one in self.known:
            written = [tokens(_NOTE.sub(" ", name)) or tokens(name) for name in one.names]
            written += [short for name in written if len(short := core(name)) >= _CORE]
            told = {tuple(forms(word) for word in name) for name in written}
            self._names.extend((name, one) for name in sorted(told, key=lambda name: [sorted(w) for w in name]) if name)

    def called(self, words: str) -> Called:
        """Whom a claimant's words mean.

        They mean somebody where they are one of the names, hold it whole among words that leave it the same voice
        (`a review published by`), or spell it in another script. With other words around it, or with the names of two,
        nobody is meant for sure.
        """
        if words not in self._told:
            self._told[words] = self._find(words)
        return self._told[words]

    def speaker(self, chain: Sequence[str]) -> Called:
        """Who speaks at the end of a chain; a `spokesman` behind a party's name speaks for it."""
        if not chain:
            return _NONE
        found = self.called(chain[-1])
        if found.key is None and len(chain) > 1 and all(speaks(word) for word in tokens(chain[-1])):
            above = self.called(chain[-2])
            return above if party_of(above.key) is not None else found
        return found

    def voice(self, words: str) -> str:
        """One key for everybody who goes by these words: whoever is known by them, else the words themselves."""
        return self.called(words).key or words.casefold()

    def others(self, words: str) -> tuple[str, ...]:
        """Every name of whoever is known by these words, the words themselves left out."""
        key = self.called(words).key
        names = [_NOTE.sub(" ", name) for one in self.known if one.key == key for name in one.names]
        return tuple(dict.fromkeys(one for name in names if (one := " ".join(name.split())) and one != words))

    def _find(self, words: str) -> Called:
        said = [forms(word) for word in tokens(_NOTE.sub(" ", words)) or tokens(words)]
        whole = _keys(one for name, one in self._names if _equal(name, said))
        if len(whole) == 1:
            return Called(whole.popitem()[0])
        if whole:
            return Called(None, tuple(whole.values()))
        held, left = self._within(said)
        if len(held) == 1 and not self._strange(next(iter(held)), left):
            return Called(next(iter(held)))
        return Called(None, tuple(held.values())) if held else self._spelled(words)

    def _within(self, said: list[frozenset[str]]) -> tuple[dict[str, str], list[frozenset[str]]]:
        """Those whose names stand whole among the words, the longest names first, and the words left over."""
        found: dict[str, str] = {}
        left: list[frozenset[str]] = list(said)
        for name, one in sorted(self._names, key=lambda pair: (-len(pair[0]), pair[1].key)):
            if all(around(word) for word in name):
                continue
            at = next((n for n in range(len(left)) if _equal(name, left[n : n + len(name)])), None)
            if at is not None:
                left[at : at + len(name)] = [frozenset({""})]
                found[one.key] = one.names[0]
        return found, [word for word in left if word != {""}]

    def _strange(self, key: str, left: Iterable[frozenset[str]]) -> bool:
        party = key.startswith(_PARTY)
        return not all(around(word) or (party and any(map(speaks, word))) for word in left)

    def _spelled(self, words: str) -> Called:
        found: dict[str, str] = {}
        for one in self.known:
            if any(one_spelling(words, _NOTE.sub(" ", name)) >= _SPELLING_BITS for name in one.names):
                found[one.key] = one.names[0]
        if len(found) == 1:
            return Called(next(iter(found)))
        return Called(None, tuple(found.values()))


NOBODY = Roster()
"""A roster in which nobody is known: words mean themselves."""


def roster(sources: Iterable[Source], parties: Iterable[Party], claims: Iterable[Claim] = ()) -> Roster:
    """Everybody who is known by name in a case: its parties, its sources, and who publishes its reports.

    A publisher is one with the source whose reports he alone publishes and who publishes nothing else here. Sources
    of one name are one voice, and so is a party with a source of its name.
    """
    entries = [Known(f"{_PARTY}{one.id}", _named(one.name, one.name_ar, one.id, *one.names)) for one in parties]
    published = _publishers(claims)
    alone = {source: next(iter(names)) for source, names in published.items() if len(names) == 1}
    shared = [name for name in alone.values() if list(alone.values()).count(name) > 1]
    own = {source: name for source, name in alone.items() if name not in shared}
    for source in sorted(sources, key=lambda one: one.id):
        names = _named(source.name, source.name_ar, own.get(source.id, ""), *source.names)
        entries.append(Known(f"source:{source.id}", names))
    others = {name for names in published.values() for name in names} - set(own.values())
    entries += [Known(f"publisher:{name}", (name,)) for name in sorted(others)]
    return Roster(tuple(_merged(entries)))


def _named(*names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))


def _publishers(claims: Iterable[Claim]) -> dict[str, dict[str, None]]:
    """Who publishes the reports of each source, as the chains of their claims begin."""
    found: dict[str, dict[str, None]] = {}
    for claim in claims:
        if claim.chain and claim.locator.start is not None:
            found.setdefault(claim.source, {}).setdefault(claim.chain[0], None)
    return {source: found[source] for source in sorted(found)}


def _merged(entries: Iterable[Known]) -> list[Known]:
    """Entries of one name as one, under the key of the first; two parties that share a name stay two."""
    merged: list[Known] = []
    for one in entries:
        mine = {" ".join(tokens(_NOTE.sub(" ", name))) for name in one.names} - {""}
        at = next((n for n, other in enumerate(merged) if _one(one, mine, other)), None)
        if at is None:
            merged.append(one)
        else:
            merged[at] = Known(merged[at].key, tuple(dict.fromkeys((*merged[at].names, *one.names))))
    return merged


def _one(one: Known, mine: set[str], other: Known) -> bool:
    both_parties = one.key.startswith(_PARTY) and other.key.startswith(_PARTY)
    return not both_parties and any(" ".join(tokens(_NOTE.sub(" ", name))) in mine for name in other.names)


def _equal(name: Sequence[frozenset[str]], said: Sequence[frozenset[str]]) -> bool:
    return len(name) == len(said) and all(a & b for a, b in zip(name, said, strict=True))


def _keys(found: Iterable[Known]) -> dict[str, str]:
    return {one.key: one.names[0] for one in found}
