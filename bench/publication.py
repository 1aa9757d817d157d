"""Time, memory and size of publishing a large case beside its limits: `python bench/publication.py [--keep FOLDER]`.

The invented city's people stand as they are; its table of incidents is repeated by four recorders over
many wars, so that some 10,000 people, 8,000 incidents and 50,000 claims are published. Ends with code 1 when a
limit is passed.
"""

import argparse
import os
import resource
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from recount.case import open_case
from recount.model.assertions import Claim
from recount.model.evidence import Document, Source
from recount.model.findings import Findings
from recount.model.ids import digest
from recount.model.incidents import Assessment, Incident
from recount.model.interval import Interval
from recount.model.origins import Origin
from recount.model.values import Period
from recount.pipeline import walk
from recount.publication import PublicationSettings, publish

CITY = Path(__file__).resolve().parents[1] / "examples" / "invented-city"
TIMES = 14
RECORDERS = ("", "-second", "-third", "-fourth")
LIMITS = {
    "processor seconds": 60.0,
    "megabytes on disk": 150.0,
    "kB of the first page": 200.0,
    "megabytes held": 2000.0,
}


def city() -> Findings:
    """The invented city, built in a folder that is thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder) / "city"
        shutil.copytree(CITY, case, ignore=shutil.ignore_patterns("build", "site"))
        return walk(open_case(case), 1).findings


def grown(found: Findings) -> Findings:
    """The case with its incidents repeated: other days, other numbers, several recorders who each count alone."""
    tables = [d for d in found.documents if d.source == "ngo-incidents"]
    told = {d.id for d in tables}
    rows = {claim.id: claim for claim in found.claims if claim.locator.document in told}
    events = [i for i in found.incidents if i.claims and all(c in rows for c in i.claims)]
    grades = {a.incident: a for a in found.assessments}
    copies = [(time, which) for which in RECORDERS for time in range(_times(which)) if time or which]
    told_of = {key for event in events for key in event.claims}
    claims = [_claim(claim, *copy) for copy in copies for key, claim in rows.items() if key in told_of]
    made = [_incident(event, time) for time in range(TIMES) for event in events]
    kept = [i for i in found.incidents if i not in set(events)]
    first = [grades[e.id] for e in events if e.id in grades]
    return replace(
        found,
        sources=_ordered((*found.sources, *_sources(found))),
        documents=_ordered((*found.documents, *(_document(d, *copy) for copy in copies for d in tables))),
        claims=_ordered((*found.claims, *claims)),
        incidents=_ordered((*kept, *made)),
        assessments=(*found.assessments, *(_grade(a, time) for time in range(1, TIMES) for a in first)),
        origins=_ordered((*found.origins, *(_origin(claim) for claim in claims))),
    )


def _times(which: str) -> int:
    """How many of the wars a recorder recorded: the last one not all."""
    return TIMES if which != RECORDERS[-1] else TIMES - 3


def _ordered(things: tuple) -> tuple:  # type: ignore[type-arg]
    return tuple(sorted(things, key=lambda thing: thing.id))


def _key(key: str, time: int, which: str = "") -> str:
    kind = key.partition("-")[0]
    return key if not time and not which else f"{kind}-{digest(f'{key} {time} {which}'.encode())[:12]}"


def _sources(found: Findings) -> Iterator[Source]:
    source = next(s for s in found.sources if s.id == "ngo-incidents")
    for which in RECORDERS[1:]:
        yield replace(source, id=source.id + which, name=source.name + which, name_ar=source.name_ar)


def _document(document: Document, time: int, which: str) -> Document:
    source = document.source + which
    path = f"sources/{source}/documents/incidents-{time + 1}.csv"
    return replace(document, id=_key(document.id, time, which), source=source, path=path)


def _claim(claim: Claim, time: int, which: str) -> Claim:
    more = RECORDERS.index(which) + time
    low, high = claim.quantity.interval.low, claim.quantity.interval.high
    interval = Interval(None if low is None else low + more, None if high is None else high + more)
    return replace(
        claim,
        id=_key(claim.id, time, which),
        source=claim.source + which,
        locator=replace(claim.locator, document=_key(claim.locator.document, time, which)),
        quantity=replace(claim.quantity, interval=interval),
        period=_later(claim.period, time),
    )


def _incident(event: Incident, time: int) -> Incident:
    told = [which for which in RECORDERS if time < _times(which)]
    claims = tuple(_key(claim, time, which) for which in told for claim in event.claims)
    if not time:
        return replace(event, claims=claims)
    killed = Interval(event.killed.floor + time, (event.killed.high or event.killed.floor) + time + 2)
    codes = tuple(f"{code}-{time}" for code in event.codes)
    bare = replace(event, acknowledgements=(), propositions=(), victims=(), notes=(), decisions=(), killed=killed)
    return replace(bare, id=_key(event.id, time), claims=claims, codes=codes, period=_later(event.period, time))


def _grade(grade: Assessment, time: int) -> Assessment:
    evidence = tuple(_key(one, time) for one in grade.evidence if one.startswith("c-"))
    return replace(grade, incident=_key(grade.incident, time), evidence=evidence, decision=None)


def _origin(claim: Claim) -> Origin:
    return Origin(
        claim.id.replace("c-", "o-"), (claim.id,), (claim.locator.document,), f"{claim.source}: {claim.phrase}"
    )


def _later(period: Period | None, time: int) -> Period | None:
    if period is None or period.start is None or period.end is None:
        return period
    days = timedelta(days=5 * time)
    return replace(period, start=period.start + days, end=period.end + days)


def on_disk(folder: Path) -> float:
    """Megabytes of blocks, as a disk counts them."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return sum(-(-path.stat().st_size // 4096) * 4096 for path in files) / 1e6


def main() -> int:
    """Publish, print what it took, and say whether a limit was passed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep", type=Path, help="publish into this folder and keep it")
    asked = parser.parse_args()
    found = grown(city())
    people = len(found.resolution.victims)
    print(f"{people:,} people, {len(found.incidents):,} incidents, {len(found.claims):,} claims")
    with tempfile.TemporaryDirectory() as folder:
        out = asked.keep or Path(folder) / "site"
        spent = os.times()
        publish(found, out, PublicationSettings(naming="full", minors="full", show_rows=True))
        now = os.times()
        measured = {
            "processor seconds": now.user + now.system - spent.user - spent.system,
            "megabytes on disk": on_disk(out),
            "kB of the first page": (out / "en" / "index.html").stat().st_size / 1000,
            "megabytes held": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000,
        }
    for name, value in measured.items():
        print(f"{name:<24}{value:>10.1f}{LIMITS[name]:>10.0f}")
    return int(any(value > LIMITS[name] for name, value in measured.items()))


if __name__ == "__main__":
    sys.exit(main())
