"""News agencies, newspapers and broadcasters, and where a report names them."""

import csv
import re
from functools import lru_cache
from importlib.resources import files

_PRINTING = ("news agency", "newspaper", "broadcaster")
_HEAD = 600


def agencies_in(text: str) -> tuple[str, ...]:
    """Those who print what others report and whom a text names, in order: acronyms in capitals, names capitalised."""
    named, entries = _names()
    return tuple(dict.fromkeys(entries[match.group().casefold()] for match in named.finditer(text)))


def dateline_of(text: str) -> str:
    """The agency in a report's dateline, `TOWN, Aug 14 (AP) -`; empty where there is none: it is the agency's own."""
    for match in _dateline().finditer(text[:_HEAD]):
        return _names()[1][match.group(1).casefold()]
    return ""


@lru_cache(maxsize=1)
def _names() -> tuple[re.Pattern[str], dict[str, str]]:
    entries: dict[str, str] = {}
    for language in ("en", "ar"):
        text = (files("recount.language") / "data" / language / "agencies.csv").read_text(encoding="utf-8")
        for row in csv.DictReader(text.splitlines()):
            if row["reason"].startswith(_PRINTING):
                entries |= {name: row["means"].replace("_", " ") for name in row["entry"].split("|")}
    forms = sorted({form for name in entries for form in _forms(name)}, key=lambda form: (-len(form), form))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)"), entries


def _forms(name: str) -> tuple[str, ...]:
    """How a text writes a name: an acronym in capitals, anything else with capitals first."""
    if not name.isascii():
        return (name,)
    return (name.upper(),) if len(name) <= 4 and " " not in name else (name.title(), name.upper())


@lru_cache(maxsize=1)
def _dateline() -> re.Pattern[str]:
    forms = sorted({form for name in _names()[1] for form in _forms(name)})
    return re.compile(rf"^[^\n()]{{2,60}}\(({'|'.join(map(re.escape, forms))})\)\s{{0,3}}[-–—]", re.MULTILINE)
