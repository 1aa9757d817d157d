"""`simulate`: the whole of an invented case, from the truth to the files."""

from dataclasses import astuple
from pathlib import Path

from recount.model.ids import digest
from recount.simulation.boundaries import boundaries
from recount.simulation.description import LICENCE
from recount.simulation.evidence import count_table, evidence_table, evidence_tomls
from recount.simulation.folder import case_toml, source_tomls
from recount.simulation.inclusion import lists
from recount.simulation.listings import csv_text, write_listing, write_text
from recount.simulation.official import position_table, proposition_table, statements
from recount.simulation.places import spots
from recount.simulation.recorder import incident_table, recorded, victims_list
from recount.simulation.registers import corrections, hospital, morgue, official
from recount.simulation.settings import SimulationSettings
from recount.simulation.stories import stories
from recount.simulation.tally import tally_table
from recount.simulation.truth import Told, write_truth
from recount.simulation.world import build

README = """# An invented city (simulated)

Simulated: the city of Zaytara, its country, the parties and every person here are invented. Names are put together by
chance from common elements; the coordinates lie in the open ocean. `recount simulate` wrote this folder, seed {seed}.

It is a battle of nine months with {deaths:,} dead: a morgue's register of {rows:,} rows, a hospital's file, a list of
names and two databases of incidents by three organisations, a ministry's list in two versions, what the parties say,
and newspapers that copy each other. What truly happened is in `truth/`, which no build ever opens; `recount build` and
the comparison afterwards say how close a build came.
"""


def simulate(out: Path, settings: SimulationSettings | None = None) -> None:
    """Write a complete case folder of an invented conflict, with its truth; the same settings write the same bytes."""
    settings = settings or SimulationSettings()
    world = build(settings)
    listed = lists(world, settings)
    records = recorded(world, settings)
    said = statements(records, settings)
    conceded = next(one.conceded[0] for one in said if one.total and one.conceded is not None)
    reports = stories(records, world, conceded, settings)
    persons = (
        morgue(listed, settings),
        hospital(listed, settings),
        victims_list(listed, records, settings),
        *official(listed, settings),
    )
    incidents = incident_table(records, settings)
    tally = tally_table(world, incidents, settings)
    claims = (incidents, tally, position_table(said), proposition_table(records))
    beside = (evidence_table(records), count_table(settings))
    for listing in (*persons, *claims, *beside):
        write_listing(out, listing)
    write_text(out / "sources" / "morgue" / "hand" / "corrections.csv", corrections(persons[0], world.people))
    for story in reports:
        write_text(out / story.path, story.text)
    for source, text in (source_tomls(reports, settings) | evidence_tomls()).items():
        write_text(out / "sources" / source / "source.toml", text)
    _custody(out, [listing.path for listing in (*persons, *claims, *beside)] + [story.path for story in reports])
    write_text(out / "recount.toml", case_toml(settings))
    write_text(out / "places.csv", _gazetteer())
    write_text(out / "boundaries.geojson", boundaries())
    rows = settings.register_size
    write_text(out / "README.md", README.format(seed=settings.seed, deaths=settings.deaths, rows=rows))
    write_truth(out, world, listed, Told(persons, claims, reports))


def _custody(out: Path, paths: list[str]) -> None:
    """SHA256SUMS of every source, so that a first build finds what was received on record."""
    sums: dict[str, list[str]] = {}
    for path in sorted(paths):
        _, source, local = path.split("/", maxsplit=2)
        sums.setdefault(source, []).append(f"{digest((out / path).read_bytes())}  {local}\n")
    for source, lines in sums.items():
        write_text(out / "sources" / source / "SHA256SUMS", "".join(lines))


def _gazetteer() -> str:
    header = ("id", "parent", "name", "names", "lat", "lon", "precision", "radius_km", "source", "licence")
    rows = []
    for spot in spots().values():
        place, parent, name, names, *rest = astuple(spot)
        rows.append((place, parent, name, "|".join(names), *rest, "invented", LICENCE))
    return csv_text(header, rows)
