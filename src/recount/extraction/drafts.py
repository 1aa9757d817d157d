"""What a report is read with: its tokens, its parties, its dates and places, and who speaks by default."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from recount.extraction.actors import Named, Roster
from recount.extraction.grids import Grid, grids
from recount.extraction.settings import Theatre
from recount.extraction.triggers import Trigger, triggers
from recount.extraction.whenwhere import Setting, setting
from recount.language.dates import dates
from recount.language.lexicon import LANGUAGES, lexicon
from recount.language.numbers import Quantity, quantities
from recount.language.sentences import Parsed, Sentence, parse
from recount.model.evidence import Document, Source


@dataclass(frozen=True)
class Draft:
    """A report prepared for reading."""

    document: Document
    source: Source
    theatre: Theatre
    roster: Roster
    text: Parsed
    named: Sequence[Named]
    around: Setting
    found: Sequence[Quantity]
    published: date | None
    base: tuple[str, ...]

    @cached_property
    def starts(self) -> list[int]:
        """Where each token begins."""
        return [token.start for token in self.text.tokens]

    @cached_property
    def grids(self) -> list[Grid]:
        """The tables that stand in the text."""
        return grids(self.text.text)

    @cached_property
    def _triggers(self) -> dict[int, list[Trigger]]:
        return {}

    def triggers(self, sentence: Sentence) -> list[Trigger]:
        """The triggers of a sentence, looked for once."""
        if sentence.first not in self._triggers:
            self._triggers[sentence.first] = triggers(self.text, sentence)
        return self._triggers[sentence.first]

    def in_table(self, sentence: Sentence) -> bool:
        """Whether a sentence is a row of a table."""
        at = self.starts[sentence.first]
        return any(grid.start <= at < grid.end for grid in self.grids)

    def party_name(self, party: str) -> str:
        """How a party is called in a chain of claimants."""
        return self.roster.titles.get(party, party)


def draft(document: Document, source: Source, theatre: Theatre, roster: Roster) -> Draft:
    """Prepare a document's text: tokens, quantities outside dates, parties, setting and default speakers."""
    written = document.text or ""
    language = language_of(written, document.language)
    text = parse(written, lexicon(language), roster.names)
    named = roster.mentions(text)
    published = document.published or _first_date(text)
    stated = dates(text, published)
    around = setting(text, published, theatre, named, stated)
    taken = {at for each in stated for at in range(each.first, each.last)}
    found = quantities(text.tokens, text.marks, taken)
    return Draft(
        document, source, theatre, roster, text, named, around, found, published, _base(document, source, text)
    )


_ARABIC = re.compile("[\u0600-\u06ff]")
_LATIN = re.compile("[A-Za-z]")


def language_of(text: str, declared: str) -> str:
    """The language to read a text in: what it is written in counts for more than what is declared."""
    sample = text[:2000]
    arabic = len(_ARABIC.findall(sample))
    latin = len(_LATIN.findall(sample)) if arabic else _LATIN.search(sample) is not None
    if arabic != latin:
        return "ar" if arabic > latin else "en"
    return declared if declared in LANGUAGES else "en"


def _first_date(text: Parsed) -> date | None:
    """The first full date of a text whose publisher gave none; reports open with their day."""
    found = dates(text, None, 60)
    return next((each.period.end for each in found if each.period.start == each.period.end), None)


def _base(document: Document, source: Source, text: Parsed) -> tuple[str, ...]:
    """Who publishes, and whom the report credits: the chain that a claim without a speaker of its own has."""
    chain = [document.publisher or source.name, *document.credit]
    if not document.credit:
        agency = _dateline_agency(text)
        if agency is not None:
            chain.append(agency)
    return without_repeats(chain)


def without_repeats(chain: Sequence[str]) -> tuple[str, ...]:
    """A chain of speakers without empty names or one that repeats the name before it."""
    kept: list[str] = []
    for name in chain:
        if name and (not kept or kept[-1].casefold() != name.casefold()):
            kept.append(name)
    return tuple(kept)


def _dateline_agency(text: Parsed) -> str | None:
    """The agency named in a dateline: `MOSUL, Iraq (AP) -`, `date 2017-12-21 AP, MOSUL`."""
    for at in range(min(30, len(text.tokens) - 1)):
        mark = text.marks[at].get("agencies")
        after = text.tokens[at + mark.length].key if mark is not None and at + mark.length < len(text.tokens) else ""
        before = text.tokens[at - 1].key if at else "\n"
        if mark is not None and (
            (before == "(" and after == ")")
            or (after == "," and text.tokens[at].capital and at < 12 and _capitals_follow(text, at))
        ):
            return mark.first.replace("_", " ")
    return None


def _capitals_follow(text: Parsed, at: int) -> bool:
    return text.written(at + 2, at + 3).isupper() if at + 3 < len(text.tokens) else False
