"""The words of a report as they are compared with another's: no quotations, no frame, one spelling."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from recount.language.arabic import western_digits
from recount.language.tokens import key

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\d[\d,.]*\d|\d|[^\W\d_]+")
# A quotation ends with its paragraph: a mark left open must not swallow what stands between two quotations.
_QUOTED = re.compile(r"[“«][^“”«»\n]{0,2000}[”»]|\"[^\"\n]{0,2000}\"")
_POSTED = re.compile(r"pic\.twitter\.com|twitter\.com/|//t\.co/|//x\.com/|\(@\w{1,30}\)")
_ENDS = re.compile(r"[.!?؟\n]")
_LONGEST = 400
_ARABIC_JOINED = re.compile(r"^(?:وال|بال|كال|فال|لل|و|ب|ل|ف)(?=\w{3})")
_ENDINGS = re.compile(r"(?:ing|ed|es|s|ly)$")
_SPELT = (("isation", "ization"), ("ise", "ize"), ("ised", "ized"), ("ising", "izing"), ("our", "or"), ("ours", "ors"))


@dataclass(frozen=True, slots=True)
class Habits:
    """What papers change without writing anew, and what they print around every report."""

    same: dict[str, str]
    frame: re.Pattern[str]
    cues: tuple[str, ...]
    plain: frozenset[str]


@lru_cache(maxsize=1)
def habits() -> Habits:
    """The habits that the data file tells."""
    text = files("recount.assessment").joinpath("data/origins.toml").read_text("utf-8")
    told: dict[str, Any] = tomllib.loads(text)
    same = {old: new for group in told["same"] for old, new in group["words"].items()}
    cues = sorted((cue for group in told["frame"] for cue in group["words"]), key=len, reverse=True)
    plain = frozenset(word for group in told["plain"] for word in group["words"].split())
    frame = re.compile("|".join(rf"\b{re.escape(cue)}\b" for cue in cues), re.IGNORECASE)
    return Habits(same, frame, tuple(cue.lower() for cue in cues), plain)


def own_words(text: str) -> str:
    """The text with quotations, embedded posts and what surrounds every report blanked; offsets do not move."""
    return _without_posts(_without_frame(_QUOTED.sub(_blank, text)))


def spoken_words(text: str) -> str:
    """The text with everything blanked that does not stand between quotation marks; offsets do not move."""
    said = [match.span() for match in _QUOTED.finditer(text)]
    starts, ends = [0, *(end for _, end in said)], [*(start for start, _ in said), len(text)]
    return _blanked(text, zip(starts, ends, strict=True))


def _blank(match: re.Match[str]) -> str:
    return " " * (match.end() - match.start())


def _without_frame(text: str) -> str:
    """Sentences that hold a cue of a frame are blanked."""
    seen = text.lower()
    if not any(cue in seen for cue in habits().cues):
        return text
    spans: list[tuple[int, int]] = []
    for cue in habits().frame.finditer(text):
        if spans and cue.start() < spans[-1][1]:
            continue
        before = max(
            (end.end() for end in _ENDS.finditer(text, max(0, cue.start() - _LONGEST), cue.start())), default=0
        )
        after = _ENDS.search(text, cue.end(), min(len(text), cue.end() + _LONGEST))
        spans.append((max(before, cue.start() - _LONGEST, 0), after.start() if after else cue.end()))
    return _blanked(text, spans)


def _without_posts(text: str) -> str:
    """Paragraphs that are somebody's post are what he said, not what the paper wrote."""
    if _POSTED.search(text) is None:
        return text
    return "\n".join(" " * len(line) if _POSTED.search(line) else line for line in text.split("\n"))


def _blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    parts, at = [], 0
    for start, end in spans:
        parts += [text[at : max(at, start)], " " * (end - max(at, start))]
        at = max(at, end)
    return "".join((*parts, text[at:]))


def paragraphs(text: str) -> list[list[str]]:
    """The words of each paragraph as written, empty ones left out."""
    return [words for line in own_words(text).split("\n") if (words := _WORD.findall(line))]


def normal(word: str) -> str:
    """A word in one spelling: case, marks, numbers, British endings."""
    if word[0].isdigit():
        return western_digits(word).replace(",", "")
    bare = key(word.replace(".", ""))
    for british, american in _SPELT:
        if bare.endswith(british) and len(bare) > len(british) + 2:
            bare = bare[: -len(british)] + american
    return habits().same.get(bare, bare)


def term(word: str) -> str | None:
    """What a word says, endings cut; None for the words that every report holds."""
    bare = _stem(word)
    return None if bare in _plain_stems() else bare


def _stem(word: str) -> str:
    if word[0].isdigit():
        return word
    if word.isascii():
        return _ENDINGS.sub("", word)[:6] if len(word) > 4 else word
    return _ARABIC_JOINED.sub("", word)[:5]


@lru_cache(maxsize=1)
def _plain_stems() -> frozenset[str]:
    return frozenset(_stem(word) for word in habits().plain)
