"""What is known without a case: countries and cities, armed actors of many wars, and parties as a text names them."""

import csv
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from importlib.resources import as_file, files

from recount.extraction.actors import Named
from recount.extraction.drafts import Draft
from recount.extraction.reads import Read
from recount.extraction.settings import Theatre
from recount.language.places import load_gazetteer
from recount.language.sentences import within
from recount.model.codes import PartyKind
from recount.model.scope import Scope
from recount.model.values import Party

# "Dawn Front fighters": capitalised words before what somebody acts with name a party that no list holds.
_FIGHTERS = r"fighters|militants|rebels|insurgents|guerrillas|gunmen|militia|militiamen|extremists|separatists"
_FORCES = r"forces|troops|soldiers|army|military|warplanes|jets|airstrikes|commandos|paramilitaries"
_WRITTEN = re.compile(rf"\b((?:[A-Z][\w'’-]{{1,30}} ){{1,4}})({_FIGHTERS}|{_FORCES})\b")
_OPENINGS = frozenset(
    {"the", "a", "an", "on", "in", "at", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "some",
     "several", "many", "suspected", "local", "other", "more", "security", "government", "armed", "and", "but", "when",
     "meanwhile", "unidentified", "unknown", "heavily", "another", "all", "most", "as", "after", "their", "its", "his",
     "military", "police", "special", "joint", "state", "foreign", "enemy", "these", "those", "both", "january",
     "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
     "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
)  # fmt: skip
_MOST_NAMED = 30


def theatre_of(text: str) -> Theatre:
    """The general theatre, with the parties that a text names beside it."""
    found: dict[str, Party] = {}
    for match in _WRITTEN.finditer(text):
        party = _party(match)
        if party is not None and len(found) < _MOST_NAMED and not _held(party, _known()):
            found.setdefault(party.id, party)
    return replace(general(), parties=(*general().parties, *found.values())) if found else general()


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    return frozenset(name.casefold() for party in general().parties for name in (party.name, *party.names))


def _party(match: re.Match[str]) -> Party | None:
    words = match.group(1).split()
    while words and words[0].casefold() in _OPENINGS:
        words = words[1:]
    if not words:
        return None
    bare, arms = " ".join(words), match.group(2)
    name = bare if arms in _FIGHTERS.split("|") and len(words) > 1 else f"{bare} {arms}"
    kind = PartyKind.ARMED_GROUP if arms in _FIGHTERS.split("|") else PartyKind.STATE
    return Party(name, name, kind, (f"{bare} {arms}",))


def _held(party: Party, known: frozenset[str]) -> bool:
    return any(name.casefold() in known for name in (party.name, *party.names))


def own_names(draft: Draft, read: Read) -> tuple[str, ...]:
    """The parties of a claim as its text calls them: in its own sentence, else where it names them first."""
    claim = read.claim
    if claim.attribution is None:
        return ()
    near = within(draft.named, read.suffered.phrase.sentence)
    return tuple(_called(draft, party, near) for party in claim.attribution.parties)


def _called(draft: Draft, party: str, near: Sequence[Named]) -> str:
    mentions = [each for each in (*near, *draft.named) if each.party == party and not each.weak]
    return draft.text.written(mentions[0].first, mentions[0].last) if mentions else draft.party_name(party)


@lru_cache(maxsize=1)
def papers() -> frozenset[str]:
    """News agencies, newspapers and broadcasters: who prints what others report."""
    text = (files("recount.language") / "data" / "en" / "agencies.csv").read_text(encoding="utf-8")
    kinds = ("news agency", "newspaper", "broadcaster")
    return frozenset(
        line["means"].replace("_", " ") for line in csv.DictReader(text.splitlines()) if line["reason"] in kinds
    )


@lru_cache(maxsize=1)
def general() -> Theatre:
    """Countries, cities and armed actors; no scope, since nobody has said what it is about."""
    folder = files("recount.extraction") / "data"
    with as_file(folder / "places.csv") as path:
        gazetteer = load_gazetteer([path])
    lines = csv.DictReader((folder / "parties.csv").read_text(encoding="utf-8").splitlines())
    parties = tuple(
        Party(line["id"], line["name"], PartyKind(line["kind"]), tuple(filter(None, line["names"].split("|"))))
        for line in lines
    )
    return Theatre(parties, gazetteer, Scope())
