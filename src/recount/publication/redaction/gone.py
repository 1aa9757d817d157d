"""What went in releases before the last one: its address leads on, to whoever holds its rows or claims now."""

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

from recount.publication.public import PublicEvidence, PublicSite, PublicWords
from recount.publication.public.since import PublicGone
from recount.publication.redaction.catalogue import incident_href, person_href

JOINED = "joined"
DIVIDED = "divided"
REMOVED = "removed"
ROWS_NOT_SHOWN = "rows not shown"

_HREFS = {"person": person_href, "incident": incident_href}


def gone_before(site: PublicSite, last: Path, gone: Iterable[PublicGone]) -> tuple[PublicGone, ...]:
    """Everything the last release sent on or had buried, sent on once more where its heirs have gone since.

    What is shown again has its address back.
    """
    lately = {one.id: one for one in gone}
    there = _shown(site)
    sent: dict[str, list[Mapping[str, str]]] = {}
    for row in (*_rows(last, "redirects"), *_rows(last, "tombstones")):
        if row["id"] not in there and row["id"] not in lately and row["kind"] in _HREFS:
            sent.setdefault(row["id"], []).append(row)
    return tuple(_again(rows, there, lately) for _, rows in sorted(sent.items()))


def _again(
    rows: list[Mapping[str, str]], there: Mapping[str, PublicEvidence], lately: Mapping[str, PublicGone]
) -> PublicGone:
    first = rows[0]
    reached: dict[str, PublicEvidence] = {}
    last_reason = REMOVED if first.get("to") else first["reason"]
    for row in rows:
        heir = row.get("to", "")
        if heir in there:
            reached[heir] = there[heir]
        elif heir in lately:
            reached |= {found.id: found for found in lately[heir].heirs}
            last_reason = lately[heir].reason
    heirs = tuple(reached.values())
    reason = (JOINED if len(heirs) == 1 else DIVIDED) if heirs else last_reason
    href = _HREFS[first["kind"]](first["id"])
    return PublicGone(first["kind"], first["id"], href, heirs, reason, first["last_in"])


def _shown(site: PublicSite) -> dict[str, PublicEvidence]:
    found = {one.id: PublicEvidence("incident", one.id, one.href, PublicWords(one.title)) for one in site.incidents}
    for person in site.people:
        english = next((name.text for name in person.names if not name.arabic), "")
        arabic = next((name.text for name in person.names if name.arabic), "")
        words = PublicWords(english or arabic, arabic or english)
        found[person.id] = PublicEvidence("person", person.id, person.href, words)
    return found


def _rows(last: Path, name: str) -> list[Mapping[str, str]]:
    """A table of the last release; one made before there were such tables has none."""
    path = last / "data" / f"{name}.csv"
    if not path.is_file():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
