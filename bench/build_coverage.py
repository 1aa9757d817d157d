"""How often what a build says holds the truth, over invented cities of other seeds.

    python bench/build_coverage.py [cities] [deaths] [first seed]

Prints one line a city: the documented deaths and whether the interval holds the truth, the estimate, the parties whose
range holds it, and how well records, incidents and positions were put together; then the shares and medians.
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path

from recount.case import open_case
from recount.pipeline import build
from recount.simulation import SimulationSettings, compare, simulate
from recount.simulation.comparison import Comparison

HEAD = "seed  truth  documented     width  holds  estimate       holds  parties  pairs   incidents  positions P/R"


def main(cities: int, deaths: int, first: int) -> None:
    """Build the cities one after another and print what came of them."""
    print(HEAD, flush=True)
    found = [_city(seed, deaths) for seed in range(first, first + cities)]
    documented = [one.count("documented") for one in found]
    estimated = [one.count("estimated") for one in found if one.count("estimated").given]
    parties = [count for one in found for count in one.counts if count.name.startswith("possible/")]
    widths = [count.width for count in documented if count.width is not None]
    print(f"documented deaths: {sum(one.contained for one in documented)} of {len(documented)} hold the truth")
    print(f"  median width {statistics.median(widths):.1%} of the truth")
    print(f"by party: {sum(one.contained for one in parties)} of {len(parties)} ranges hold the truth")
    print(f"estimates: {sum(one.contained for one in estimated)} of {len(estimated)} given hold the truth")
    for says, get in (("incidents, B-cubed F1", _incidents), ("positions, precision", _right), ("recall", _reached)):
        told = [get(one) for one in found]
        print(f"{says}: median {statistics.median(told):.3f}, lowest {min(told):.3f}")


def _incidents(one: Comparison) -> float:
    return one.incidents.f1


def _right(one: Comparison) -> float:
    return one.positions.precision


def _reached(one: Comparison) -> float:
    return one.positions.recall


def _city(seed: int, deaths: int) -> Comparison:
    started = time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "city"
        simulate(root, SimulationSettings(seed=seed, deaths=deaths))
        found = compare(root / "truth", build(open_case(root)))
    one, all_ = found.count("documented"), found.count("estimated")
    parties = [count.contained for count in found.counts if count.name.startswith("possible/")]
    width = f"{one.width:6.1%}" if one.width is not None else "     ?"
    print(
        f"{seed:4} {one.truth:6}  {one.found!s:13} {width}  {_yes(one.contained)}    {all_.found!s:13}  "
        f"{_yes(all_.contained)}    {sum(parties)}/{len(parties)}      {found.pairs.f1:.4f}  {found.incidents.f1:.4f}"
        f"     {found.positions.precision:.3f}/{found.positions.recall:.3f}  {time.process_time() - started:.0f} s",
        flush=True,
    )
    return found


def _yes(held: bool) -> str:
    return "yes" if held else "NO "


if __name__ == "__main__":
    given = [int(one) for one in sys.argv[1:]]
    main(*(given + [50, 1500, 1][len(given) :]))
