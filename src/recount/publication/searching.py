"""An index of names and titles that a page can search without a server and without a network."""

import json
from collections.abc import Iterator

from recount.publication.public import PublicSite
from recount.publication.wording import Wording

FILE = "search-index.js"
"""A script rather than JSON: pages opened from the disk may load scripts, and nothing else."""

Entry = tuple[str, str, str]
"""What is found, in every way it is written; the page and anchor it leads to; what kind of thing it is."""


def index(site: PublicSite, say: Wording) -> bytes:
    """The index of one language, as a script that a search page loads."""
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False).replace("<", "\\u003c") for entry in entries(site, say))
    return f"window.recountIndex = [\n{lines}\n];\n".encode()


def entries(site: PublicSite, say: Wording) -> Iterator[Entry]:
    """Sources, reports, incidents and people, each once."""
    for source in site.sources:
        yield (_both(source.words.en, source.words.ar, say), source.href, say("evidence.source"))
    for report in site.reports:
        yield (report.title, report.href, say("evidence.document"))
    for incident in site.incidents:
        where = ("", "") if incident.place is None else (incident.place.words.en, incident.place.words.ar)
        told = _both(*where, say) or incident.title or incident.id
        yield (f"{told} · {say.period(incident.period)}", incident.href, say("evidence.incident"))
    for person in site.people:
        if person.names:
            yield (" · ".join(name.text for name in person.names), person.href, say("evidence.person"))


def _both(english: str, arabic: str, say: Wording) -> str:
    """A name in both languages, that of the page first."""
    pair = (arabic, english) if say.code == "ar" else (english, arabic)
    return " · ".join(dict.fromkeys(name for name in pair if name))
