"""Sentences, paragraphs and quotations, as ranges of tokens."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from statistics import median
from typing import Protocol, TypeVar

from recount.language.lexicon import Lexicon, Marks
from recount.language.tokens import Token, key, tokens

BULLETS = frozenset({"-", "*", "•", "–", "—", "·", "▪", "●", "◦"})
"""Signs that open a line of a list."""
_ENDS = frozenset({".", "!", "?", "..", "...", "…"})
_LONGEST = 250
_CLOSERS = frozenset({'"', "'", ")", "]"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: tokens [first, last), and the number of its paragraph."""

    first: int
    last: int
    paragraph: int


@dataclass(frozen=True)
class Parsed:
    """A text ready to be read: tokens, the lexicon's marks on them, sentences, and which tokens are quoted."""

    text: str
    tokens: Sequence[Token]
    marks: Sequence[Marks]
    sentences: Sequence[Sentence]
    quoted: Sequence[bool]
    capitals: bool
    language: str = "en"
    whole: Sequence[Token] = ()
    """The tokens before particles were parted from the words they are written with."""

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The characters of tokens [first, last)."""
        return self.tokens[first].start, self.tokens[last - 1].end

    def written(self, first: int, last: int) -> str:
        """The text of tokens [first, last), exactly as it stands."""
        start, end = self.span(first, last)
        return self.text[start:end]

    @cached_property
    def _starts(self) -> list[int]:
        return [each.first for each in self.sentences]

    @cached_property
    def keyed(self) -> dict[str, list[int]]:
        """Where each key stands."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for at, token in enumerate(self.tokens):
            found[token.key].append(at)
        return dict(found)

    @cached_property
    def _listed(self) -> dict[str, list[int]]:
        """Where the entries of each list begin."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for at, here in enumerate(self.marks):
            for name in here:
                found[name].append(at)
        return dict(found)

    @cached_property
    def _spoken(self) -> dict[frozenset[str], list[int]]:
        return {}

    @cached_property
    def _numerals(self) -> list[int]:
        listed = self._listed
        digits = (at for at, token in enumerate(self.tokens) if token.kind == "number")
        return sorted({*digits, *listed.get("numbers", _NOWHERE), *listed.get("fractions", _NOWHERE)})

    def having(self, name: str, first: int, last: int) -> Sequence[int]:
        """Those of tokens [first, last) at which an entry of a list begins, in order."""
        return _between(self._listed.get(name, _NOWHERE), first, last)

    def saying(self, keys: frozenset[str], first: int, last: int) -> Sequence[int]:
        """Those of tokens [first, last) that are one of some words, in order."""
        found = self._spoken.get(keys)
        if found is None:
            found = self._spoken[keys] = sorted(at for key in keys for at in self.keyed.get(key, _NOWHERE))
        return _between(found, first, last)

    def numerals(self, first: int, last: int) -> Sequence[int]:
        """Those of tokens [first, last) that are numbers, number words or fractions, in order."""
        return _between(self._numerals, first, last)

    def ordinals(self, first: int, last: int) -> Sequence[int]:
        """Those of tokens [first, last) that are words which begin with a figure, such as 3rd, in order."""
        return _between(self._ordinals, first, last)

    @cached_property
    def _ordinals(self) -> list[int]:
        numbered = [found for key, found in self.keyed.items() if key[:1].isdigit()]
        return sorted(at for found in numbered for at in found if self.tokens[at].kind == "word")

    def number_of(self, at: int) -> int:
        """The number of the sentence that a token stands in, or of the one before a line break."""
        return max(0, bisect_right(self._starts, at) - 1)

    def near(self, sentence: Sentence, back: int, forth: int) -> Sequence[Sentence]:
        """The sentences from `back` before one to `forth` after it, itself left out."""
        here = self.number_of(sentence.first)
        return [*self.sentences[max(0, here - back) : here], *self.sentences[here + 1 : here + 1 + forth]]

    def means(self, at: int, name: str) -> str | None:
        """The first word of what a token means in one list, or None."""
        mark = self.marks[at].get(name)
        return None if mark is None else mark.means[0]

    def length(self, at: int, name: str) -> int:
        """How many tokens the entry of that list takes here; 1 where there is none."""
        mark = self.marks[at].get(name)
        return 1 if mark is None else mark.length

    def keys(self, first: int, last: int) -> list[str]:
        """The keys of tokens [first, last)."""
        return [token.key for token in self.tokens[max(first, 0) : last]]


_NOWHERE: list[int] = []


def _between(found: list[int], first: int, last: int) -> Sequence[int]:
    if not found or first >= last:
        return _NOWHERE
    low = bisect_left(found, first)
    return found[low : bisect_left(found, last, low)]


def parse(text: str, words: Lexicon, known: Container[str] = ()) -> Parsed:
    """A text split into tokens and sentences and marked with a lexicon.

    `known` are further words, such as the first words of parties' names, that an Arabic particle may be joined to.
    """
    found = whole = _unwrapped(text, tokens(text))
    if words.language == "ar":
        found = [part for token in whole for part in _parted(text, token, words, known)]
    marks = words.marks(found)
    # A text in capitals throughout, or without any, says nothing by them.
    sample = text[:4000]
    capitals = 0 < sum(map(str.isupper, sample)) < sum(map(str.isalpha, sample)) / 2
    if capitals:
        for at in [at for at, token in enumerate(found) if token.key in _ALSO_NAMES]:
            marks[at] = _without_function(text, found, marks, at)
    sentences = _sentences(text, found, marks)
    return Parsed(text, found, marks, sentences, _quoted(found), capitals, words.language, whole)


_ALSO_NAMES = frozenset({"is", "us", "it", "who"})


def _without_function(text: str, found: Sequence[Token], marks: Sequence[Marks], at: int) -> Marks:
    """The marks of a token; `IS` and `US` in capitals among other words are names and neither verb nor pronoun."""
    token = found[at]
    if not _upper(text, token) or "functions" not in marks[at]:
        return marks[at]
    if any(_upper(text, near) for near in found[max(0, at - 1) : at + 2] if near is not token and near.kind == "word"):
        return marks[at]
    return {name: mark for name, mark in marks[at].items() if name != "functions"}


def _upper(text: str, token: Token) -> bool:
    written = text[token.start : token.end]
    return len(written) > 1 and written.isupper()


_PARTICLES = frozenset("وفبلك")


_MOST_PARTICLES = 3


def _parted(
    text: str, token: Token, words: Lexicon, known: Container[str], particles: int = _MOST_PARTICLES
) -> list[Token]:
    """Part the particles that Arabic writes with the word after them: وقتل is and + killed, للتحالف of + coalition."""
    if token.kind != "word" or ((token.key in words.table or token.key in known) and not _and_one(text, token)):
        return [token]
    if token.key[0] not in _PARTICLES or token.end - token.start < 3 or not particles:
        return [token]
    rest = text[token.start + 1 : token.end]
    bare = key("ا" + rest) if token.key[0] == "ل" and rest.startswith("ل") else key(rest)
    after = Token(token.start + 1, token.end, bare, "word")
    parts = [after] if bare in words.table or bare in known else _parted(text, after, words, known, particles - 1)
    if len(parts) == 1 and not (bare in words.table or bare in known):
        return [token]
    return [Token(token.start, token.start + 1, token.key[0], "word"), *parts]


def _and_one(text: str, token: Token) -> bool:
    """`وأحد عشر`: with its hamza it is and + eleven, not one."""
    return text[token.start : token.start + 2] == "وأ" and token.key in ("واحد", "واحده")


def _unwrapped(text: str, found: list[Token]) -> list[Token]:
    """Tokens without the line breaks of a text that was wrapped at a fixed width."""
    written = [line for line in text[:20_000].split("\n") if line.strip()]
    lines = [len(line) for line in written if not line.startswith("|")]
    wrapped = len(lines) == len(written) and len(lines) > 4 and 45 <= median(lines) <= 90 and max(lines) <= 100
    return [
        token
        for token in found
        if token.kind != "break" or _blank(text, token) or not (wrapped or _goes_on_below(text, token))
    ]


_WRAPPED = 45
_STOPS = frozenset('.!?:;…"”»،؛؟|')


def _goes_on_below(text: str, token: Token) -> bool:
    """Whether a line breaks in the middle of a sentence: it is long, ends in no stop, and a small letter follows."""
    line = text[text.rfind("\n", 0, token.start) + 1 : token.start].rstrip()
    return len(line) >= _WRAPPED and line[-1] not in _STOPS and text[token.end : token.end + 1].islower()


def _blank(text: str, token: Token) -> bool:
    return text.count("\n", token.start, token.end) > 1


def _sentences(text: str, found: Sequence[Token], marks: Sequence[Marks]) -> list[Sentence]:
    sentences, first, paragraph, at = [], 0, 0, 0
    while at < len(found):
        token = found[at]
        if token.kind == "break":
            if at > first:
                sentences.append(Sentence(first, at, paragraph))
            paragraph += _blank(text, token) or True
            first = at + 1
        elif token.key in _ENDS and _ends(text, found, marks, at):
            while at + 1 < len(found) and found[at + 1].key in _CLOSERS and found[at + 1].start == found[at].end:
                at += 1
            sentences.append(Sentence(first, at + 1, paragraph))
            first = at + 1
        at += 1
    if first < len(found):
        sentences.append(Sentence(first, len(found), paragraph))
    if all(each.last - each.first <= _LONGEST for each in sentences):
        return sentences
    return [part for each in sentences for part in _cut(each)]


def _cut(sentence: Sentence) -> list[Sentence]:
    """A sentence of hundreds of words is a list or no sentence: it is cut, so that reading takes bounded time."""
    return [
        Sentence(first, min(first + _LONGEST, sentence.last), sentence.paragraph)
        for first in range(sentence.first, sentence.last, _LONGEST)
    ]


def _ends(text: str, found: Sequence[Token], marks: Sequence[Marks], at: int) -> bool:
    """Whether a full stop ends a sentence: not after an abbreviation or an initial, nor inside a number or name."""
    end = found[at].end
    if end < len(text) and not (text[end].isspace() or text[end] in "\"'”’»)]\u00a0"):
        # News pages lose the space after a full stop: "destroyed.Amnesty".
        return found[at].key == "." and text[end].isupper() and text[end - 2 : end - 1].islower()
    if at == 0 or found[at].key != ".":
        return True
    before = found[at - 1]
    abbreviated = "abbreviations" in marks[at - 1] or (
        len(before.key) == 1 and before.kind == "word" and before.capital
    )
    return not (abbreviated and before.end == found[at].start and _goes_on(found, at))


def _goes_on(found: Sequence[Token], at: int) -> bool:
    return at + 1 < len(found) and found[at + 1].kind != "break"


def _quoted(found: Sequence[Token]) -> list[bool]:
    """Which tokens stand between quotation marks; a quotation left open ends with its paragraph."""
    quoted, inside = [], False
    for token in found:
        if token.kind == "break":
            inside = False
        elif token.key == '"':
            inside = not inside
        quoted.append(inside)
    return quoted


class Standing(Protocol):
    """Anything that stands in a text from a token on."""

    @property
    def first(self) -> int: ...


_T = TypeVar("_T", bound=Standing)


def within(found: Sequence[_T], sentence: Sentence) -> Sequence[_T]:
    """Those of some things, in order, that begin in a sentence."""
    if not found:
        return found
    low = bisect_left(found, sentence.first, key=_first)
    return found[low : bisect_left(found, sentence.last, lo=low, key=_first)]


_first = attrgetter("first")
