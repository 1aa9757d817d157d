"""Parties named in a text: by their names, and by their adjectives before what they act with."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from recount.language.sentences import Parsed
from recount.language.tokens import tokens
from recount.model.values import Party

_Entry = tuple[tuple[str, ...], str, bool]
"""A name as keys, whose it is, and whether it is written with a capital."""
_Names = dict[str, tuple[_Entry, ...]]
_ADJECTIVES_APART = 5
_AGAINST = frozenset({"counter", "anti", "non", "former"})


@dataclass(frozen=True, slots=True)
class Named:
    """One mention of a party: tokens [first, last). `weak` marks an adjective only: `Iraqi` in `Iraqi guns`."""

    first: int
    last: int
    party: str
    weak: bool = False


@dataclass(frozen=True)
class Roster:
    """The parties of a theatre by the words texts call them."""

    names: _Names
    adjectives: _Names
    titles: dict[str, str]

    def mentions(self, text: Parsed) -> list[Named]:
        """Every mention of a party in a text, longest names first where they overlap."""
        found: list[Named] = []
        end = 0
        for at in self._may_open(text):
            if at < end:
                continue
            named = _at(self.names, text, at)
            weak = None if named is not None else _at(self.adjectives, text, at)
            if named is not None and not (_against(text, at) or _dateline(text, named)):
                found.append(named)
            elif weak is not None and _before_arms(text, self, weak):
                found.append(Named(weak.first, weak.last, weak.party, weak=True))
            end = named.last if named is not None else at + 1
        return found

    def _may_open(self, text: Parsed) -> list[int]:
        """The tokens at which a name of a party may begin, in order."""
        return sorted(at for key in text.keyed.keys() & self._openings for at in text.keyed[key])

    @cached_property
    def _openings(self) -> frozenset[str]:
        return frozenset({*self.names, *self.adjectives})


def _at(names: _Names, text: Parsed, at: int) -> Named | None:
    for keys, party, proper in names.get(text.tokens[at].key, ()):
        if tuple(text.keys(at, at + len(keys))) == keys and _as_a_name(text, at, len(keys), proper=proper):
            return Named(at, at + len(keys), party)
    return None


def _as_a_name(text: Parsed, at: int, length: int, *, proper: bool) -> bool:
    """Whether words stand as a name: "IS" is a party where "is" and "us" are words, and "the Front" no front line."""
    if text.language == "ar":
        return True
    if length == 1 and text.tokens[at].key in ("is", "us", "it", "who"):
        return text.capitals and text.written(at, at + 1).isupper()
    return not (proper and text.capitals) or text.tokens[at].capital


def _against(text: Parsed, at: int) -> bool:
    """`counter-Islamic State`, `anti-ISIS`: names the other side."""
    return at > 0 and text.tokens[at].glued and text.tokens[at - 1].key in _AGAINST


def _dateline(text: Parsed, named: Named) -> bool:
    """`WASHINGTON - `: where a report was written, in capitals before a dash."""
    after = text.keys(named.last, named.last + 1)
    opens = named.first == 0 or text.tokens[named.first - 1].kind == "break"
    return opens and after in (["-"], ["–"], ["—"], ["("], ["--"]) and text.written(named.first, named.last).isupper()


def _before_arms(text: Parsed, named: Roster, weak: Named) -> bool:
    """Whether an adjective stands before arms, or joined to a party that does: `Iraqi or coalition bombing`."""
    at = weak.last
    for here in range(at, min(at + 3, len(text.tokens))):
        if "arms" in text.marks[here] or "causes" in text.marks[here]:
            return True
        if text.means(here, "functions") is not None or text.tokens[here].kind != "word":
            break
    if at >= len(text.tokens) or not (text.tokens[at].key == "," or text.means(at, "functions") == "and"):
        return False
    near = range(at + 1, min(at + _ADJECTIVES_APART, len(text.tokens)))
    return any(_at(named.names, text, here) or _at(named.adjectives, text, here) for here in near)


def roster(parties: Iterable[Party]) -> Roster:
    """The names of parties compiled for search, and the adjectives that only one of them has."""
    names: dict[str, set[_Entry]] = defaultdict(set)
    openings: dict[tuple[str, ...], set[tuple[str, bool]]] = defaultdict(set)
    titles = {}
    for party in parties:
        titles[party.id] = party.name
        for name in dict.fromkeys((party.name, *party.names, party.name_ar)):
            keys, proper = _keys(name), _proper(name)
            if keys:
                names[keys[0]].add((keys, party.id, proper))
            if len(keys) > 1 and not name.lower().startswith("the "):
                openings[keys[:-1]].add((party.id, proper))
    adjectives: dict[str, set[_Entry]] = defaultdict(set)
    for keys, holders in openings.items():
        if len({party for party, _ in holders}) == 1:
            adjectives[keys[0]].add((keys, *min(holders)))
    return Roster(_ordered(names), _ordered(adjectives), titles)


@lru_cache(maxsize=4096)
def _keys(name: str) -> tuple[str, ...]:
    keys = tuple(token.key for token in tokens(name) if token.kind == "word")
    return keys[1:] if keys[:1] == ("the",) else keys


def _proper(name: str) -> bool:
    """Whether a party's name is written with a capital, `the` left out."""
    bare = name[4:] if name[:4].lower() == "the " else name
    return bare[:1].isupper()


def _ordered(names: dict[str, set[_Entry]]) -> _Names:
    return {first: tuple(sorted(names[first], key=lambda entry: (-len(entry[0]), entry))) for first in sorted(names)}


def joined_after(text: Parsed, here: Sequence[Named]) -> list[Named]:
    """The first mention and those joined to it: `the coalition or Iraqi forces`."""
    run: list[Named] = []
    for each in here:
        if run and not _joined(text, run[-1], each):
            break
        run.append(each)
    return run


def joined_before(text: Parsed, here: Sequence[Named]) -> list[Named]:
    """The last mention and those joined to it."""
    run: list[Named] = []
    for each in reversed(here):
        if run and not _joined(text, each, run[-1]):
            break
        run.append(each)
    return run[::-1]


def _joined(text: Parsed, one: Named, other: Named) -> bool:
    """Whether two mentions stand in one list; a comma before `and` parts two clauses."""
    between = range(one.last, other.first)
    if len(between) > 6 or any(
        {"numbers", "fractions"} & text.marks[at].keys() or text.tokens[at].kind == "number" for at in between
    ):
        return False
    keys = [text.tokens[at].key for at in between]
    joint = any(text.means(at, "functions") == "and" for at in between)
    if "," in keys and joint and "by" not in keys:
        return False
    return joint or "," in keys or "backed" in keys or not between


def together(found: Iterable[Named]) -> tuple[str, ...]:
    """The parties of some mentions, each once, in order of id."""
    return tuple(sorted({each.party for each in found}))
