"""Sentences of the engine in another language: known patterns translated piece by piece, the rest left as it is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from recount.publication.wording import Wording

_PREFIX = "sentence."
_SLOT = re.compile(r"\\\{(\w+)\\\}")
_ENDS = re.compile(r"(?<=[.!?]) (?=\S)")
_NUMBER = r"(?:at least |up to )?\d[\d,.%]*(?:–[\d,.%]+)?"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}$")
_BETWEEN = re.compile(r"(, | or | / | × )")
_LONGEST = 8
"""Words that may stay untranslated in one slot: a name or two, never a sentence."""


@dataclass(frozen=True, slots=True)
class Translator:
    """Patterns of English sentences with their translations, and names that have one.

    A pattern is a message `sentence.<English with {slots}>`. A slot called `n` takes a number, one that begins with
    `q` a quotation, which is never translated, one that begins with `k` only what is itself known; any other takes a
    name, a day, a known phrase, or a few words that stay as they are.
    """

    say: Wording
    names: Mapping[str, Markup]
    patterns: tuple[tuple[re.Pattern[str], str], ...]
    _kept: dict[str, Markup | None] = field(default_factory=dict)

    def __call__(self, text: str) -> Markup | None:
        """The translation of one or more sentences, None where any of them is not known."""
        if text not in self._kept:
            self._kept[text] = self._whole(text)
        return self._kept[text]

    def _whole(self, text: str) -> Markup | None:
        pieces = [self._known(piece) for piece in _ENDS.split(text)]
        translated = [piece for piece in pieces if piece is not None]
        return (
            Markup(" ").join(translated) if len(translated) == len(pieces) else self._known(text) or self._listed(text)
        )

    def _known(self, text: str) -> Markup | None:
        """A name, a number, a day or a pattern; None for anything else."""
        if text in self.names:
            return self.names[text]
        if _DAY.match(text):
            return escape(self.say.iso_day(text))
        if re.fullmatch(r"[\d,.%–]+", text):
            return escape(self.say.digits(text))
        return next((made for pattern in self.patterns if (made := self._by(pattern, text)) is not None), None)

    def _by(self, pattern: tuple[re.Pattern[str], str], text: str) -> Markup | None:
        found = pattern[0].fullmatch(text)
        if found is None:
            return None
        slots = {name: self._slot(name, value) for name, value in found.groupdict().items()}
        return None if None in slots.values() else Markup(pattern[1].format(**slots))

    def _slot(self, name: str, value: str) -> Markup | None:
        if name.startswith("q"):
            return self.say.isolated(value)
        known = self._known(value) or self._several(value)
        if known is not None or name.startswith("k"):
            return known
        return self.say.isolated(value) if len(value.split()) <= _LONGEST else None

    def _listed(self, text: str) -> Markup | None:
        """Names one after the other, each of them known."""
        return self._several(text) if all(self._known(part) is not None for part in _BETWEEN.split(text)[::2]) else None

    def _several(self, value: str) -> Markup | None:
        """Names one after the other, as of several parties or witnesses."""
        parts = _BETWEEN.split(value)
        if len(parts) == 1:
            return None
        joined = {", ": self.say("site.comma"), " or ": self.say("site.or"), " / ": " / ", " × ": " × "}
        return Markup("").join(joined.get(part) or self._known(part) or self.say.isolated(part) for part in parts)


def translator(say: Wording, names: Mapping[str, Markup]) -> Translator:
    """Set up a language's patterns, the longest first, so that the most particular one is tried first."""
    found = [(key.removeprefix(_PREFIX), text) for key, text in say.messages.items() if key.startswith(_PREFIX)]
    found.sort(key=lambda pair: (-len(_SLOT.sub("", re.escape(pair[0]))), pair[0]))
    return Translator(say, names, tuple((_pattern(english), text) for english, text in found))


def _pattern(english: str) -> re.Pattern[str]:
    def slot(found: re.Match[str]) -> str:
        return f"(?P<{found[1]}>{_NUMBER if found[1] == 'n' else '.+?'})"

    return re.compile(_SLOT.sub(slot, re.escape(english)), re.DOTALL)
