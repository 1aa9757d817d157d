"""How often the interval of the number of people covers the truth, over many simulated worlds.

    python bench/linkage_coverage.py [worlds] [first seed]

Each world has 500 to 2,000 deaths and another seed; half of the worlds are linked by names, sex and age alone.
"""

import csv
import statistics
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import recount
from recount.linkage import link, resolve
from recount.model.assertions import Record
from recount.model.codes import Cause
from recount.simulation import simulate
from recount.simulation.agreement import bcubed, pairwise
from recount.simulation.settings import SimulationSettings


def main(worlds: int, first: int) -> None:
    """Print one line a world, then the share of intervals that cover the truth and their median width."""
    print("seed deaths  rows  people  found  interval      width  covers  P      R      F1     B3")
    results = [_world(seed, bare=bool(seed % 2)) for seed in range(first, first + worlds)]
    for bare in (False, True):
        told = [result for result in results if result[2] is bare]
        if told:
            covered, width = sum(c for c, _, _ in told), statistics.median(w for _, w, _ in told)
            what = "names, sex and age alone" if bare else "all fields"
            print(f"{what}: {covered} of {len(told)} intervals cover the truth; median width {width:.1%}")


def _world(seed: int, *, bare: bool) -> tuple[bool, float, bool]:
    started = time.process_time()
    deaths = (500, 800, 1200, 2000)[seed // 2 % 4]
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder) / "case"
        simulate(case, replace(SimulationSettings(), seed=seed, deaths=deaths))
        records, true = records_of(case)
    records = [names_alone(record) for record in records] if bare else list(records)
    found = resolve(records, link(records))
    people, interval = len(set(true.values())), found.people
    grouped = {record: victim.id for victim in found.victims for record in victim.records}
    pairs, b3 = pairwise(grouped, true), bcubed(grouped, true)
    covers, width = interval.low <= people <= interval.high, (interval.high - interval.low) / people
    print(
        f"{seed:4} {deaths:6} {len(records):5} {people:7} {len(found.victims):6}  {interval.low:6,}-{interval.high:6,} "
        f"{width:6.1%}  {'yes' if covers else 'NO ':3}   {pairs.precision:.4f} {pairs.recall:.4f} {pairs.f1:.4f} "
        f"{b3.f1:.4f}  {time.process_time() - started:.1f} s",
        flush=True,
    )
    return covers, width, bare


def records_of(case: Path) -> tuple[Sequence[Record], Mapping[str, str]]:
    """The records of a simulated case, and the person behind each."""
    intake = recount.ingest(case)
    paths = {document.id: Path(document.path) for document in intake.documents}
    with (case / "truth" / "membership.csv").open(encoding="utf-8") as rows:
        truth = {(row["list"], int(row["row"])): row["person"] for row in csv.DictReader(rows)}
    true = {}
    records = recount.extract(intake).records
    for record in records:
        row = record.locator.row or 0
        keys = ((record.source, row), (f"{record.source}/{paths[record.locator.document].name}", row))
        true[record.id] = next(truth[key] for key in keys if key in truth)
    return records, true


def names_alone(record: Record) -> Record:
    """A record with nothing but its names, sex and age."""
    return replace(
        record, died=None, registered=None, place=None, cause=Cause.UNKNOWN, official_id=None, own_code=None,
        incident=None, birth_year=None,
    )  # fmt: skip


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 40, int(sys.argv[2]) if len(sys.argv) > 2 else 1)
