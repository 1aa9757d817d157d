"""How well official positions are matched to incidents, on invented cities with a known truth.

    python bench/position_matching.py [--deaths 3000] [--seeds 1 2 3] [--without-codes]

For every position of one event: the true incidents are those most of whose rows of an incident table are of the event
the position answers. Precision is the share of links that are true, recall the share of positions with a true
incident that are linked to one. `--without-codes` hides the codes that positions cite, which leaves day, place, count
and party.
"""

import argparse
import csv
from collections import Counter
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import recount as rc
from recount.clustering import ClusteringSettings, cluster
from recount.model.assertions import Assertions
from recount.model.incidents import Incident
from recount.simulation import SimulationSettings, simulate

Truth = dict[tuple[str, int], str]


def truth_of(folder: Path) -> Truth:
    """The true event of each row: (source, row) -> event."""
    with (folder / "truth" / "claims.csv").open(encoding="utf-8") as file:
        return {(row["document"], int(row["row"])): row["attack"] for row in csv.DictReader(file) if row["row"]}


def matched(told: Assertions, truth: Truth) -> tuple[int, int, int, int]:
    """Links that are right, links made, positions that have a true incident, and those of them linked to one."""
    incidents = cluster(told, (), (), ClusteringSettings())
    about = {incident.id: _event(incident, told, truth) for incident in incidents}
    known = set(about.values())
    right = made = due = found = 0
    for one in told.acknowledgements:
        event = truth.get((one.source, one.locator.row or 0), "")
        linked = [about[incident.id] for incident in incidents if one.id in incident.acknowledgements]
        made += len(linked)
        right += sum(each == event and bool(event) for each in linked)
        due += event in known and bool(event)
        found += event in linked and bool(event)
    return right, made, due, found


def _event(incident: Incident, told: Assertions, truth: Truth) -> str:
    claims = {claim.id: claim for claim in told.claims}
    rows = (claims[one] for one in incident.claims)
    events = Counter(truth.get((claim.source, claim.locator.row or 0), "") for claim in rows if claim.locator.row)
    return min(events, key=lambda event: (-events[event], event), default="")


def main() -> None:
    """Print one line a seed and one for all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--deaths", type=int, default=3000)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--without-codes", action="store_true")
    asked = parser.parse_args()
    sums = [0, 0, 0, 0]
    for seed in asked.seeds:
        with TemporaryDirectory() as folder:
            case = Path(folder) / "city"
            simulate(case, SimulationSettings(deaths=asked.deaths, seed=seed))
            told = replace(rc.extract(rc.ingest(case)), records=())
            if asked.without_codes:
                bare = tuple(replace(one, answers=None) for one in told.acknowledgements)
                told = replace(told, acknowledgements=bare)
            counts = matched(told, truth_of(case))
        sums = [a + b for a, b in zip(sums, counts, strict=True)]
        print(f"seed {seed}: {_line(*counts)}")
    print(f"all: {_line(*sums)}")


def _line(right: int, made: int, due: int, found: int) -> str:
    return f"precision {right / max(1, made):.3f} ({right}/{made}), recall {found / max(1, due):.3f} ({found}/{due})"


if __name__ == "__main__":
    main()
