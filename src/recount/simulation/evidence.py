"""What exists to know the worst strike by and who holds it, and counts of people who have no rows."""

from datetime import timedelta

from recount.simulation.description import LICENCE, Value, toml
from recount.simulation.events import FLAGSHIP
from recount.simulation.listings import Listing
from recount.simulation.parties import COALITION, GOVERNMENT
from recount.simulation.places import spots
from recount.simulation.recorder import Recorded
from recount.simulation.settings import SimulationSettings

EVIDENCE, COUNTS = "evidence-known", "partial-counts"
EVIDENCE_HEADER = (
    "code",
    "incident",
    "evidence",
    "amount_low",
    "amount_high",
    "unit",
    "holder",
    "party",
    "released",
    "reviewed_by",
    "stated",
    "words",
)
COUNT_HEADER = ("code", "tally", "number_low", "number_high", "place", "start", "end", "claimant", "published", "words")
_A_MASON, _AFTERWARDS = 12, 10
"""One mason cut every so-manieth headstone; one in so many more died of flight and hunger."""


def evidence_table(records: tuple[Recorded, ...]) -> Listing:
    """Evidence on the worst strike: what parties hold without releasing it, and what residents showed everybody."""
    record = next((one for one in records if one.attack.id == FLAGSHIP), None)
    rows = () if record is None else _evidence(record)
    return Listing(EVIDENCE, "documents/evidence.csv", EVIDENCE_HEADER, rows, tuple(FLAGSHIP for _ in rows))


def _evidence(record: Recorded) -> tuple[tuple[str, ...], ...]:
    day = {days: (record.noted + timedelta(days=days)).isoformat() for days in (4, 9, 12, 69)}
    river, army = "River Coalition", "Tamrun army command"
    rows = (
        ("remote video", "300", "", "video feeds", river, COALITION, "no", river, day[9], "Over 300 feeds of six days"),
        (
            "strike log",
            "",
            "",
            "",
            river,
            COALITION,
            "no",
            river,
            day[69],
            "The log of that day's flights",
        ),
        ("site visit", "1", "1", "visits", army, GOVERNMENT, "no", army, day[4], "Engineers saw the ruin once"),
        ("photograph", "41", "41", "photographs", "residents", "", "yes", "the press", day[12], "Shown to reporters"),
        ("witness", "17", "", "people", "residents", "", "yes", "the press", day[12], "Neighbours told what they saw"),
    )
    return tuple((f"EV-{n}", record.code, *row) for n, row in enumerate(rows, 1))


def count_table(settings: SimulationSettings) -> Listing:
    """One mason's headstones, which no total may add, and the dead of flight and hunger, a figure of their own."""
    part, more = settings.deaths // _A_MASON, settings.deaths // _AFTERWARDS
    city, after = spots()["zaytara"].name, (settings.end + timedelta(days=200)).isoformat()
    days = (settings.start.isoformat(), settings.end.isoformat())
    rows = (
        ("PC-1", "count of a part", str(part), str(part), city, *days, "a mason", after, "The headstones he cut"),
        (
            *("PC-2", "indirect deaths", str(more * 3 // 4), str(more * 2), city, *days),
            *("a relief agency", after, "Those who died of flight, cold and want of medicine"),
        ),
    )
    return Listing(COUNTS, "documents/counts.csv", COUNT_HEADER, rows, tuple("" for _ in rows))


def evidence_tomls() -> dict[str, str]:
    """The source.toml of both, by the source's id."""
    known = _described("evidence", EVIDENCE_HEADER, "What exists of the worst strike", "أدلة على أسوأ ضربة")
    counts = _described("tallies", COUNT_HEADER, "Counts of people without rows", "أعداد أناس بلا صفوف")
    return {EVIDENCE: known, COUNTS: counts}


def _described(rows: str, header: tuple[str, ...], name: str, name_ar: str) -> str:
    file = "documents/evidence.csv" if rows == "evidence" else "documents/counts.csv"
    top: dict[str, Value] = {"name": f"{name} (simulated)", "name_ar": f"{name_ar} (محاكاة)", "kind": "other"}
    top |= {"language": "en", "licence": LICENCE, "obtained": "written by recount simulate"}
    tables: dict[str, dict[str, Value]] = {
        "table": {"rows": rows, "date_order": "YMD"},
        "columns": {field: field for field in header},
    }
    return toml(top, tables, [("document", {"file": file, "title": name})])
