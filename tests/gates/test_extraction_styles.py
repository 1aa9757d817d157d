"""The killed and injured of the main event of reports in the styles that collections of incidents hold.

All are invented. `incidents_styles.csv` gives the main event's totals as `incidents.csv` does, with the batch and the
style; every batch was written with its totals first, read once, and only then was anything mended for it. Those first
readings, exact totals and the lowest number of killed, are what to expect of texts unseen; `bench/README.md` has them.
"""

import csv
from collections import defaultdict
from pathlib import Path

from tests.gates.test_extraction_totals import told

STYLES = Path(__file__).with_name("incidents_styles.csv")


def measured():
    """For every text its style, what is expected of its main event, what is read, and the text."""
    with STYLES.open(encoding="utf-8", newline="") as file:
        return [
            (row["style"], row["killed_and_injured"].split("/"), told(row["text"])[0].split("/"), row["text"])
            for row in csv.DictReader(file)
        ]


def share(hits):
    """How many of some are so."""
    hits = list(hits)
    return sum(hits) / len(hits)


def test_the_main_event_of_every_style_keeps_its_floor():
    found = measured()
    wrong = [one for one in found if one[1] != one[2]]
    assert share(expected[0] == read[0] for _, expected, read, _ in found) >= 0.945, wrong
    assert share(expected[1] == read[1] for _, expected, read, _ in found) >= 0.965, wrong
    lows = [(expected[0].split("..")[0], read[0].split("..")[0]) for _, expected, read, _ in found]
    assert share(expected == read for expected, read in lows if expected != "-") >= 0.95, wrong


def test_no_style_is_left_behind():
    by_style = defaultdict(list)
    for style, expected, read, _ in measured():
        by_style[style].append(expected[0] == read[0])
    assert {style: share(hits) for style, hits in by_style.items() if share(hits) < 0.8} == {}
