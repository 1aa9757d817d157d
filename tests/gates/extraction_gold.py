"""Scoring of claims against annotated reports: spans and values, then every field on what was matched."""

import csv
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from recount.extraction.reports import assertions_in
from recount.extraction.settings import ExtractionSettings, Theatre
from recount.language.places import Entry, Gazetteer
from recount.model.assertions import Claim
from recount.model.codes import Outcome, PartyKind, PlacePrecision, Population, SourceKind, Unit
from recount.model.evidence import Document, Source
from recount.model.scope import Scope
from recount.model.values import Party, Period, Place

MATERIAL = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "articles"
PUBLISHED = {"000": date(2017, 12, 21), "001": date(2017, 12, 21), "003": date(2017, 3, 27)}
PUBLISHERS = {"000": "Publisher A", "001": "Publisher B", "003": "Publisher C"}
_UNITS = {
    "persons": "count", "bodies": "count", "names": "count", "ratio": "ratio", "share of deaths": "share",
    "share of victims": "share", "share of allegations": "share", "video feeds": "video feeds",
}  # fmt: skip
_OUTCOMES = {"killed": Outcome.KILLED, "documents": Outcome.KILLED, "buried": Outcome.KILLED}


def theatre() -> Theatre:
    """The theatre of the annotated reports, set down for this test."""
    mosul = Place(("iraq", "mosul"), PlacePrecision.CITY, "Mosul")
    places = [
        Entry(Place(("iraq",), PlacePrecision.COUNTRY, "Iraq"), "Iraq"),
        Entry(mosul, "Mosul", ("city of Mosul", "Iraqi city of Mosul")),
        Entry(
            Place(("iraq", "mosul", "west"), PlacePrecision.DISTRICT),
            "West Mosul",
            ("western Mosul", "western side of Mosul"),
        ),
        Entry(Place(("iraq", "mosul", "west", "old-city"), PlacePrecision.NEIGHBOURHOOD), "Old City"),
        Entry(Place(("syria",), PlacePrecision.COUNTRY, "Syria"), "Syria"),
    ]
    parties = (
        Party(
            "coalition",
            "US-led coalition",
            PartyKind.COALITION,
            ("the coalition", "coalition forces", "CENTCOM", "U.S. Central Command"),
        ),
        Party("coalition/us", "United States", PartyKind.PARTNER, ("U.S. military", "US military", "the Pentagon")),
        Party(
            "iraq",
            "Iraqi government",
            PartyKind.STATE,
            ("Iraqi forces", "Iraqi army", "Iraqi military", "Iraqi Prime Minister", "Iraq security forces"),
        ),
        Party(
            "isis",
            "Islamic State",
            PartyKind.ARMED_GROUP,
            ("ISIS", "IS", "Islamic State group", "Islamic State militants"),
        ),
    )
    period = Period(date(2016, 10, 17), date(2017, 7, 21))
    return Theatre(parties, Gazetteer(tuple(places)), Scope(place=mosul, period=period))


@dataclass(frozen=True)
class Gold:
    """One annotated row."""

    row: dict[str, str]

    @property
    def span(self) -> tuple[int, int]:
        return int(self.row["start"]), int(self.row["end"])

    @property
    def numeric(self) -> bool:
        """Core and derived rows give a figure and must be found."""
        return self.row["scope"] in ("core", "derived")

    @property
    def optional(self) -> bool:
        """Context and figures that nobody gives: right to find, no fault to leave."""
        return self.row["scope"] in ("context", "nonnumeric")


def gold() -> list[Gold]:
    """The annotated rows in order."""
    with (MATERIAL / "gold_claims.csv").open(encoding="utf-8", newline="") as file:
        return [Gold(row) for row in csv.DictReader(file)]


def corpus_digest() -> str:
    """What the floors are pinned to: rows and texts together."""
    files = [MATERIAL / "gold_claims.csv", *sorted(MATERIAL.glob("00[013]*.txt"))]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def claims_of(file: str) -> list[Claim]:
    """The claims read from one annotated report."""
    text = (MATERIAL / file).read_bytes().decode("utf-8")
    key = file[:3]
    source = Source(key, PUBLISHERS[key], SourceKind.NEWS)
    document = Document(f"d-{key}", key, file, "0" * 64, len(text), "text/plain", published=PUBLISHED[key], text=text)
    return list(assertions_in(document, source, theatre(), ExtractionSettings()).claims)


@dataclass
class Score:
    """Counts of what was found, and of every field on what was matched."""

    span: int = 0
    value: int = 0
    outcome: int = 0
    expected: int = 0
    predicted: int = 0

    def f1(self, hits: int) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * hits / (self.expected + self.predicted)


def measure() -> tuple[Score, dict[str, float], list[str]]:
    """The scores, the accuracy of each field on matched rows, and every miss in words."""
    score, told = Score(), []
    fields: dict[str, list[bool]] = {name: [] for name in ("claimant", "parties", "population", "period", "place")}
    rows = gold()
    for file in sorted({row.row["file"] for row in rows}):
        here = [row for row in rows if row.row["file"] == file]
        claims = {(claim.locator.start, claim.locator.end): claim for claim in claims_of(file)}
        optional = [row.span for row in here if row.optional]
        numeric = [row for row in here if row.numeric]
        score.expected += len(numeric)
        score.predicted += sum(not _near(span, optional) for span in claims)
        for row in numeric:
            claim = _match(row.span, claims)
            if claim is None:
                told.append(f"missed {row.row['row_id']} {row.row['phrase']!r}")
                continue
            score.span += 1
            score.value += _value(row, claim)
            score.outcome += _value(row, claim) and _unit(row, claim)
            if not (_value(row, claim) and _unit(row, claim)):
                told.append(f"value {row.row['row_id']} {row.row['phrase']!r}: {claim.quantity} {claim.outcome}")
            for name, right in _fields(row, claim).items():
                fields[name].append(right)
                if not right:
                    told.append(f"{name} {row.row['row_id']} {row.row['phrase']!r}: {_shown(name, claim)}")
        spans = [row.span for row in here if row.numeric or row.optional]
        told += [f"extra {claim.phrase!r} in {file[:3]}" for span, claim in claims.items() if not _near(span, spans)]
    return score, {name: sum(right) / len(right) for name, right in fields.items()}, told


def _near(span: tuple[int | None, int | None], others: Iterable[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)  # type: ignore[operator]


def _match(span: tuple[int, int], claims: dict[tuple[int | None, int | None], Claim]) -> Claim | None:
    if span in claims:
        return claims[span]
    near = [claim for other, claim in claims.items() if _near(other, [span])]
    return near[0] if len(near) == 1 and abs((near[0].locator.start or 0) - span[0]) <= 12 else None


def _value(row: Gold, claim: Claim) -> bool:
    interval = claim.quantity.interval
    return _same(row.row["lower"], interval.low) and _same(row.row["upper"], interval.high)


def _same(written: str, value: float | None) -> bool:
    return (written == "") == (value is None) and (
        value is None or abs(float(written) - value) < 0.011 * max(1.0, value)
    )


def _unit(row: Gold, claim: Claim) -> bool:
    expected = _UNITS.get(row.row["unit"], "other")
    unit = claim.quantity.unit
    found = "count" if unit in (Unit.PEOPLE, Unit.BODIES, Unit.NAMES) else unit.value
    outcome = _OUTCOMES.get(row.row["status"], Outcome.OTHER)
    return expected == found and outcome is claim.outcome


_CLAIMANTS = {
    "Associated Press": ("Associated Press",),
    "(author)": ("Publisher A", "Associated Press"),
    "US-led coalition": ("US-led coalition",),
    "Chris Woods (Airwars)": ("Chris Woods", "Airwars"),
    "undetermined": ("Associated Press",),
    "Iraqi Ministry of Health": ("Iraqi Ministry of Health",),
    "Mosul morgue": ("morgue",),
    "(unattributed)": ("unattributed",),
    "PM Haidar al-Abadi": ("Haidar al-Abadi", "Iraqi government"),
    "(headline)": ("Publisher C",),
    "(caption)": ("Publisher C",),
    "CENTCOM spokesman (Col. John Thomas)": ("John Thomas", "CENTCOM"),
    "(unnamed reports) via CENTCOM spokesman": ("John Thomas", "unnamed reports"),
}
_POPULATIONS = {"civilians": (Population.CIVILIANS,), "people": (Population.PEOPLE,)}
_PARTIES = {
    "": ((),),
    "US-led coalition + Iraqi government": (("coalition", "iraq"),),
    "US-led coalition": (("coalition",),),
    "US-led coalition (alleged)": (("coalition",), ()),
    "US-led coalition or Iraqi forces": (("coalition", "iraq"),),
    "Iraqi or coalition forces": (("coalition", "iraq"),),
    "ISIS": (("isis",),),
    "IS militants": (("isis",),),
    "undetermined": (("undetermined",),),
    "Iraqi forces vs IS": ((), ("iraq", "isis")),
}
_PLACES = {"Mosul, Iraq": "mosul", "western Mosul": "west"}


def _fields(row: Gold, claim: Claim) -> dict[str, bool]:
    """Whether each field is right; what the annotator left open is not judged."""
    right = {}
    claimant = row.row["claimant"]
    right["claimant"] = any(name.lower() in (claim.claimant or "").lower() for name in _CLAIMANTS[claimant])
    parties = claim.attribution.parties if claim.attribution is not None else ()
    if row.row["cause"] != "undetermined":
        right["parties"] = parties in _PARTIES[row.row["attributed_party"]]
    if row.row["victim_class"] in _POPULATIONS:
        right["population"] = claim.population in _POPULATIONS[row.row["victim_class"]]
    right["period"] = _period(row, claim)
    place = claim.place.id if claim.place is not None else ""
    # "Mosul" of a strike that the report itself puts in the Old City is the same place, more finely told.
    right["place"] = place == _PLACES[row.row["place"]] or (
        place == "old-city" and row.row["period_start"] == "2017-03-17"
    )
    return right


def _period(row: Gold, claim: Claim) -> bool:
    period, start, end = claim.period, row.row["period_start"], row.row["period_end"]
    if period is None or period.start is None or period.end is None:
        return False
    return period.start.isoformat().startswith(start) and period.end.isoformat().startswith(end)


def _shown(name: str, claim: Claim) -> str:
    shown = {
        "claimant": claim.chain,
        "parties": claim.attribution and claim.attribution.parties,
        "population": claim.population,
        "period": str(claim.period),
        "place": claim.place and claim.place.id,
    }
    return str(shown[name])
