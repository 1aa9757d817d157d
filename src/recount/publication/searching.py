"""An index of names and titles that a page can search without a server and without a network."""

import json
from collections.abc import Iterator, Sequence
from datetime import date

from recount.model.values import Period
from recount.publication.public import PublicSite

FILE = "static/search-index.js"
"""A script rather than JSON: pages opened from the disk may load scripts, and nothing else. All languages share it."""

Entry = tuple[str, str] | tuple[str, str, str] | tuple[str, str, str, str]
"""The name in English or in its only form, the page and anchor it leads to, the Arabic name, the days it is of."""


def index(site: PublicSite) -> bytes:
    """The index, as a script that a search page loads: entries by the kind of thing they are."""
    kinds = [f"{json.dumps(kind)}: [\n{_lines(found)}\n]" for kind, found in entries(site).items()]
    return f"window.recountIndex = {{{', '.join(kinds)}}};\n".encode()


def _lines(found: Sequence[Entry]) -> str:
    plain = {"ensure_ascii": False, "separators": (",", ":")}
    return ",\n".join(json.dumps(entry, **plain).replace("<", "\\u003c") for entry in found)  # type: ignore[arg-type]


def entries(site: PublicSite) -> dict[str, list[Entry]]:
    """Sources, reports, incidents and people, each once."""
    return {
        "source": [_entry(source.words.en, source.words.ar, source.href) for source in site.sources],
        "document": [_entry(report.title, "", report.href) for report in site.reports],
        "incident": list(_incidents(site)),
        "person": list(_people(site)),
    }


def _incidents(site: PublicSite) -> Iterator[Entry]:
    for incident in site.incidents:
        place = incident.place
        english, arabic = ("", "") if place is None else (place.words.en, place.words.ar)
        named = english or incident.title or incident.id
        yield _entry(named, arabic, incident.href, _days(incident.period))


def _people(site: PublicSite) -> Iterator[Entry]:
    """People by every way in which their names are written; those that stand on the page of their own id shortly."""
    for person in site.people:
        if person.names:
            english = " · ".join(name.text for name in person.names if not name.arabic)
            arabic = " · ".join(name.text for name in person.names if name.arabic)
            yield _entry(english, arabic, person.href)


def _entry(english: str, arabic: str, href: str, days: str = "") -> Entry:
    page, _, anchor = href.partition("#")
    short = anchor if href == f"{page.partition('/')[0]}/{anchor.partition('-')[2][:2]}.html#{anchor}" else href
    if days:
        return (english, short, arabic, days)
    return (english, short, arabic) if arabic else (english, short)


def _days(period: Period | None) -> str:
    """The first and the last day, or the one that is known."""
    if period is None:
        return ""
    days = [day.isoformat() for day in dict.fromkeys((period.start, period.end)) if isinstance(day, date)]
    return "/".join(days)
