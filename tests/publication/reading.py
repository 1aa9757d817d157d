"""Reading an Arabic page for English that nobody translated."""

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path

from recount.model.findings import Findings

SILENT = frozenset({"blockquote", "mark", "style", "code", "pre", "desc"})
"""Elements that hold quotations, names, or nothing a reader sees."""

EMPTY = frozenset({"meta", "link", "br", "img", "input", "rect", "line", "circle", "path", "use", "col"})
INLINE = frozenset({"a", "b", "bdi", "em", "i", "small", "span", "strong"})
WORDS = re.compile(r"[A-Za-z][A-Za-z'’.-]*(?:[,:;()]* [(]?[A-Za-z0-9'’.,-]+)+")
LONG = 4
PARTS = re.compile(r", | / | or |: | · ")


class Reading(HTMLParser):
    """The English of a page that stands outside quotations."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.english: list[str] = []
        self.open: list[tuple[str, bool]] = []
        self.quoted = 0
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in INLINE:
            self.quoted = 0
        if tag not in EMPTY:
            given = dict(attrs)
            own = given.get("dir") == "auto" or "own" in (given.get("class") or "").split()
            self.open.append((tag, own or tag in SILENT))

    def handle_endtag(self, tag: str) -> None:
        if tag not in INLINE:
            self.quoted = 0
        while any(name == tag for name, _ in self.open):
            if self.open.pop()[0] == tag:
                break

    def handle_data(self, data: str) -> None:
        if any(silent for _, silent in self.open) or ("title", False) in self.open[:3]:
            return
        plain = "".join(self._outside(data))
        self.english += [match.strip(" ,.;:") for match in WORDS.findall(plain)]

    def _outside(self, data: str) -> Iterator[str]:
        for letter in data:
            if letter in "“«":
                self.quoted += 1
            elif letter in "”»":
                self.quoted = max(0, self.quoted - 1)
            elif not self.quoted:
                yield letter


def names(findings: Findings) -> frozenset[str]:
    """Everything of a case that is a name: of people, places, parties, sources, claimants, documents and columns."""
    return frozenset(_folded(name) for name in _names(findings) if name)


def _names(found: Findings) -> Iterator[str]:
    yield from (party.name for party in found.parties)
    for source in found.sources:
        yield from (source.id, source.name)
    for document in found.documents:
        yield from (document.title, document.publisher, document.path, document.path.rsplit("/", 1)[-1])
        yield from (column for table in document.tables for column in table.header)
    for claim in found.claims:
        yield from claim.chain
    yield from (proposition.claimant for proposition in found.propositions)
    yield from (one.claimant for kind in (found.exhibits, found.tallies) for one in kind)
    yield from (name for one in found.exhibits for name in (one.holder, *one.reviewed_by))
    for incident in found.incidents:
        yield from (incident.title, *incident.codes)
    for record in found.records:
        yield from (name.text for name in record.names)
    yield from _places(found)


def _places(found: Findings) -> Iterator[str]:
    for key, known in found.places:
        yield from (key.replace("-", " ").title(), key, *known)
    places = [claim.place for claim in found.claims]
    places += [record.place for record in found.records]
    places += [incident.place for incident in found.incidents]
    places += [position.place for position in found.acknowledgements]
    yield from (place.written for place in places if place is not None)


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def left_in_english(pages: Iterable[Path], known: frozenset[str]) -> dict[str, str]:
    """What stands untranslated on Arabic pages, each with a page where it does."""
    found: dict[str, str] = {}
    for page in pages:
        for text in Reading(page.read_text("utf-8")).english:
            if not _named(text, known) and not all(_named(part, known) for part in PARTS.split(text)):
                found.setdefault(text, page.name)
    return found


def _named(text: str, known: frozenset[str]) -> bool:
    """Whether a text is a name, or the better part of a long one, as of a title that begins with a number."""
    folded = _folded(text)
    long = len(folded.split()) >= LONG
    return folded in known or (long and any(folded in name for name in known))
