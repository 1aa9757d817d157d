"""What changed since the last release, read from its published data: nothing that was withheld can come back."""

import csv
import gzip
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from recount.errors import RecountError
from recount.model.interval import Interval, Number
from recount.publication.public import PublicEvidence, PublicSite, PublicWords
from recount.publication.public.since import PublicChange, PublicGone, PublicSince
from recount.publication.redaction.catalogue import incident_href, person_href
from recount.publication.redaction.gone import DIVIDED, JOINED, REMOVED, ROWS_NOT_SHOWN, gone_before

Row = Mapping[str, str]


def since(site: PublicSite, last: Path) -> PublicSince:
    """Compare a release with the folder of the one before it.

    Raises:
        RecountError: the folder holds no release with data.
    """
    try:
        release = json.loads((last / "release.json").read_text("utf-8"))
        people, incidents, claims = (_table(last, name) for name in ("victims", "incidents", "claims"))
        changes = tuple(_changes(site, _table(last, "figures")))
    except (OSError, ValueError, KeyError) as error:
        why = f"{last}: holds no release that can be compared ({error}); name a published folder"
        raise RecountError(why) from error
    gone = [*_gone_people(site, people), *_gone_incidents(site, incidents, claims)]
    version = str(release.get("version", ""))
    known = {row["id"] for row in people}, {row["id"] for row in incidents}
    return PublicSince(
        version=version,
        as_of=str(release.get("as_of", "")),
        head=str(release.get("head", "")),
        changes=changes,
        gone=tuple(replace(one, last_in=version) for one in gone),
        new_people=sum(person.id not in known[0] for person in site.people),
        new_incidents=sum(incident.id not in known[1] for incident in site.incidents),
        earlier=gone_before(site, last, gone),
    )


def _table(last: Path, name: str) -> list[Row]:
    packed = last / "data" / f"{name}.csv.gz"
    if packed.is_file():
        with gzip.open(packed, "rt", encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))
    with (last / "data" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _changes(site: PublicSite, before: Iterable[Row]) -> Iterator[PublicChange]:
    old = {row["name"]: Interval(_end(row["people_low"]), _end(row["people_high"])) for row in before}
    new = {figure.name: figure.interval for figure in site.figures}
    for name in dict.fromkeys((*new, *old)):
        if old.get(name) != new.get(name) and name not in site.withheld:
            yield PublicChange(name, old.get(name), new.get(name))


def _end(text: str) -> Number | None:
    if not text:
        return None
    return float(text) if "." in text else int(text)


def _gone_people(site: PublicSite, before: Iterable[Row]) -> Iterator[PublicGone]:
    """People whose id is no longer there: who holds their rows now, where rows are shown."""
    now = {person.id for person in site.people}
    holder: dict[str, PublicEvidence] = {}
    for person in site.people:
        english = next((name.text for name in person.names if not name.arabic), "")
        arabic = next((name.text for name in person.names if name.arabic), "")
        shown = PublicEvidence("person", person.id, person.href, PublicWords(english or arabic, arabic or english))
        rows = [entry.href.removeprefix("../") for entry in person.entries if entry.href is not None]
        holder |= {place: shown for place in rows if "#" in place}
    for row in before:
        if row["id"] not in now:
            places = [place for place in row.get("rows_at", "").split(";") if place in holder]
            heirs = tuple({holder[place].id: holder[place] for place in places}.values())
            yield PublicGone("person", row["id"], person_href(row["id"]), heirs, _reason(heirs, shown=bool(holder)))


def _gone_incidents(site: PublicSite, before: Iterable[Row], claims: Iterable[Row]) -> Iterator[PublicGone]:
    """Incidents whose id is no longer there: which ones hold their claims now."""
    now = {incident.id for incident in site.incidents}
    held = {claim.id: claim.incident for claim in site.claims if claim.incident is not None}
    told: dict[str, list[str]] = {}
    for claim in claims:
        told.setdefault(claim.get("incident", ""), []).append(claim["id"])
    for row in before:
        if row["id"] not in now:
            heirs = {held[key].id: held[key] for key in told.get(row["id"], ()) if key in held}
            found = tuple(heirs.values())
            yield PublicGone("incident", row["id"], incident_href(row["id"]), found, _reason(found, shown=True))


def _reason(heirs: Sequence[PublicEvidence], *, shown: bool) -> str:
    """Why something is gone; `shown` says whether this release shows the rows that could tell."""
    if heirs:
        return JOINED if len(heirs) == 1 else DIVIDED
    return REMOVED if shown else ROWS_NOT_SHOWN
