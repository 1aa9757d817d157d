"""Parties named in a text, and which of them a claim holds responsible. Several named together stay together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from recount.extraction.outcomes import Suffered
from recount.extraction.triggers import Form
from recount.language.sentences import Parsed, Sentence
from recount.language.tokens import tokens
from recount.model.values import UNDETERMINED, Party

_NEAR = 12
_NOT_AS_AGENT = frozenset(
    {"from", "of", "against", "retake", "recapture", "defeat", "fighting", "versus", "vs", "between"}
)


@dataclass(frozen=True, slots=True)
class Named:
    """One mention of a party: tokens [first, last)."""

    first: int
    last: int
    party: str


@dataclass(frozen=True)
class Roster:
    """The parties of a theatre by the words texts call them."""

    names: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    titles: dict[str, str]

    def mentions(self, text: Parsed) -> list[Named]:
        """Every mention of a party in a text, longest names first where they overlap."""
        found, at = [], 0
        while at < len(text.tokens):
            named = self._at(text, at)
            if named is None:
                at += 1
                continue
            found.append(named)
            at = named.last
        return found

    def _at(self, text: Parsed, at: int) -> Named | None:
        for keys, party in self.names.get(text.tokens[at].key, ()):
            if tuple(text.keys(at, at + len(keys))) == keys:
                return Named(at, at + len(keys), party)
        return None


def roster(parties: Iterable[Party]) -> Roster:
    """The names of parties compiled for search; a name without its article is found with it."""
    names: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    titles = {}
    for party in parties:
        titles[party.id] = party.name
        for name in dict.fromkeys((party.name, *party.names, *([party.name_ar] if party.name_ar else []))):
            keys = tuple(token.key for token in tokens(name) if token.kind == "word")
            keys = keys[1:] if keys[:1] == ("the",) else keys
            if keys:
                names.setdefault(keys[0], []).append((keys, party.id))
    ordered = {
        first: tuple(sorted(set(entries), key=lambda entry: (-len(entry[0]), entry)))
        for first, entries in names.items()
    }
    return Roster(ordered, titles)


def responsible(text: Parsed, suffered: Suffered, named: Sequence[Named]) -> tuple[str, ...] | None:
    """The parties a claim's sentence holds responsible for what it counts, in order; None where it names nobody."""
    sentence = suffered.phrase.sentence
    here = [each for each in named if sentence.first <= each.first < sentence.last]
    for reader in (_doers, _blamed, _by, _weapons_of):
        found = reader(text, suffered, here)
        if found:
            return found
    if _undetermined(text, sentence, suffered):
        return (UNDETERMINED,)
    return None


def _doers(text: Parsed, suffered: Suffered, here: Sequence[Named]) -> tuple[str, ...]:
    """The subject of an active trigger: `coalition strikes killed 100`."""
    trigger = suffered.trigger
    if trigger is None or trigger.form is not Form.AFTER or trigger.first > suffered.phrase.first:
        return ()
    first = _clause_start(text, suffered.phrase.sentence, trigger.first)
    subject = [each for each in here if first <= each.first < trigger.first]
    return _together(each for each in subject if not _opposed(text, each))


def _clause_start(text: Parsed, sentence: Sentence, at: int) -> int:
    """Where the clause that holds a token begins."""
    while at > sentence.first:
        key, meaning = text.tokens[at - 1].key, text.means(at - 1, "functions")
        if key in (";", ":", '"') or (meaning == "clause" and key != "as") or "reporting" in text.marks[at - 1]:
            return at
        at -= 1
    return at


def _opposed(text: Parsed, each: Named) -> bool:
    """Whether a party stands there as the one fought against: `in its fight against ISIS`."""
    before = text.keys(each.first - 2, each.first)
    return bool(_NOT_AS_AGENT.intersection(before))


_BLAME = frozenset({"responsible", "responsibility", "blamed", "attributed", "blame", "attributable"})


def _blamed(text: Parsed, suffered: Suffered, here: Sequence[Named]) -> tuple[str, ...]:
    """`X is responsible for`, `acknowledged responsibility for`, `can be attributed to X`, `another third to X`."""
    sentence, phrase = suffered.phrase.sentence, suffered.phrase
    spoken = text.keys(sentence.first, sentence.last)
    words = [sentence.first + at for at, key in enumerate(spoken) if key in _BLAME]
    if not words:
        return ()
    before = [at for at in words if at < phrase.first]
    if before and text.tokens[before[-1]].key in ("responsible", "responsibility", "blame"):
        return _together(_nearest_run(text, [each for each in here if each.last <= before[-1]]))
    if _undetermined(text, sentence, suffered):
        return ()
    following = [each for each in here if each.first >= phrase.end]
    return _together(_first_run(text, following))


def _by(text: Parsed, suffered: Suffered, here: Sequence[Named]) -> tuple[str, ...]:
    """`killed by X and Y`, `bombardments by X or Y`."""
    start = suffered.trigger.last if suffered.trigger is not None else suffered.phrase.end
    start = (
        max(start, suffered.phrase.end)
        if suffered.trigger is None or suffered.trigger.form is not Form.BEFORE
        else start
    )
    for at in range(start, suffered.phrase.sentence.last):
        if _ends_reach(text, at):
            return ()
        if text.means(at, "functions") == "by":
            following = [each for each in here if at < each.first <= at + 6]
            run = _first_run(text, [each for each in here if each.first > at]) if following else []
            if run:
                return _together(run)
    return ()


def _ends_reach(text: Parsed, at: int) -> bool:
    return (
        text.tokens[at].key in (";", ":") or text.means(at, "functions") == "relative" or "reporting" in text.marks[at]
    )


def _weapons_of(text: Parsed, suffered: Suffered, here: Sequence[Named]) -> tuple[str, ...]:
    """`killed in coalition air strikes`: a party that stands before a cause, near the phrase or its trigger."""
    start = suffered.trigger.last if suffered.trigger is not None else suffered.phrase.end
    near = [each for each in here if start <= each.first <= start + _NEAR]
    for each in near:
        reach = range(each.last, min(each.last + 4, suffered.phrase.sentence.last))
        weapon = any("causes" in text.marks[at] and text.means(at, "causes") != "FIGHTING" for at in reach)
        if (weapon or text.tokens[each.last - 1].possessive) and not _opposed(text, each):
            return _together([each])
    return ()


def _undetermined(text: Parsed, sentence: Sentence, suffered: Suffered) -> bool:
    near = range(sentence.first, sentence.last)
    return any("undetermined" in text.marks[at] for at in near)


def _first_run(text: Parsed, here: Sequence[Named]) -> list[Named]:
    """The first mention and those joined to it: `the coalition or Iraqi forces`."""
    run: list[Named] = []
    for each in here:
        if run and not _joined(text, run[-1], each):
            break
        run.append(each)
    return run


def _nearest_run(text: Parsed, here: Sequence[Named]) -> list[Named]:
    run: list[Named] = []
    for each in reversed(here):
        if run and not _joined(text, each, run[-1]):
            break
        run.append(each)
    return run[::-1]


def _joined(text: Parsed, one: Named, other: Named) -> bool:
    between = range(one.last, other.first)
    return len(between) <= 5 and any(
        text.means(at, "functions") == "and" or text.tokens[at].key in (",", "either", "backed", "led")
        for at in between
    )


def _together(found: Iterable[Named]) -> tuple[str, ...]:
    return tuple(sorted({each.party for each in found}))
