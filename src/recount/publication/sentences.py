"""Sentences of the engine in another language: known patterns translated piece by piece, the rest left as it is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from recount.publication.wording import Wording, isolated

_PREFIX = "sentence."
_SLOT = re.compile(r"\\\{(\w+)\\\}")
_ENDS = re.compile(r"(?<=[.!?]) (?=\S)")
_NUMBER = re.compile(r"[\d,.%–-]+$")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})$")


@dataclass(frozen=True, slots=True)
class Translator:
    """Patterns of English sentences with their translations, and names that have one.

    A pattern is a message `sentence.<English with {slots}>`; what fills a slot is translated in turn where it is a
    name, a number, a day or itself a known pattern, and else isolated as it stands.
    """

    say: Wording
    names: Mapping[str, Markup]
    patterns: tuple[tuple[re.Pattern[str], str], ...]
    _known: dict[str, Markup | None] = field(default_factory=dict)

    def __call__(self, text: str) -> Markup | None:
        """The translation of one or more sentences, None where any of them is not known."""
        if text not in self._known:
            self._known[text] = self._whole(text)
        return self._known[text]

    def _whole(self, text: str) -> Markup | None:
        single = self._piece(text)
        if single is not None:
            return single
        pieces = [self._piece(piece) for piece in _ENDS.split(text)]
        known = [piece for piece in pieces if piece is not None]
        return Markup(" ").join(known) if len(known) == len(pieces) > 1 else None

    def _piece(self, text: str) -> Markup | None:
        for pattern, translation in self.patterns:
            found = pattern.fullmatch(text)
            if found is not None:
                return Markup(
                    translation.format(**{slot: self._slot(value) for slot, value in found.groupdict().items()})
                )
        return None

    def _slot(self, value: str) -> Markup:
        if value in self.names:
            return self.names[value]
        if _DAY.match(value):
            return escape(self.say.iso_day(value))
        if _NUMBER.match(value):
            return escape(self.say.digits(value))
        known = self._piece(value)
        return isolated(value) if known is None else known


def translator(say: Wording, names: Mapping[str, Markup]) -> Translator:
    """Set up a language's patterns, the longest first, so that the most particular one is tried first."""
    found = [(key.removeprefix(_PREFIX), text) for key, text in say.messages.items() if key.startswith(_PREFIX)]
    found.sort(key=lambda pair: (-len(_SLOT.sub("", re.escape(pair[0]))), pair[0]))
    return Translator(say, names, tuple((_pattern(english), text) for english, text in found))


def _pattern(english: str) -> re.Pattern[str]:
    return re.compile(_SLOT.sub(lambda slot: f"(?P<{slot[1]}>.+?)", re.escape(english)), re.DOTALL)
