"""The killed and injured of short incident texts, written for this test in the manner of news briefs and event lists.

All are invented; names of places and groups are there to read them by. `incidents.csv` gives each text its totals:
`8../21` is at least 8 killed and 21 injured, `-` is nothing told, `;` parts events, the main one first.
"""

import csv
from pathlib import Path

from recount.cli.reports import NOBODY
from recount.extraction.general import theatre_of
from recount.extraction.reports import read_through
from recount.extraction.totals import totals
from recount.model.evidence import Document

INCIDENTS = Path(__file__).with_name("incidents.csv")


def written(interval):
    """An interval as the file writes it."""
    if interval is None:
        return "-"
    low, high = ("" if end is None else f"{end}" for end in (interval.low, interval.high))
    return low if low == high else f"{low}..{high}"


def told(text):
    """The events of a text."""
    document = Document("d", "", "a.txt", "", len(text), "text/plain", text=text)
    return [
        f"{written(each.killed)}/{written(each.injured)}"
        for each in totals(*read_through(document, NOBODY, theatre_of(text)))
    ]


def measured():
    """For every text what is expected and what is read."""
    with INCIDENTS.open(encoding="utf-8", newline="") as file:
        return [(row["killed_and_injured"].split(";"), told(row["text"]), row["text"]) for row in csv.DictReader(file)]


def test_the_totals_of_incident_texts_keep_their_floors():
    found = measured()
    wrong = [one for one in found if one[0] != one[1]]
    killed = sum(one[0][0].split("/")[0] == one[1][0].split("/")[0] for one in found) / len(found)
    injured = sum(one[0][0].split("/")[1] == one[1][0].split("/")[1] for one in found) / len(found)
    assert killed >= 0.96, wrong
    assert injured >= 0.985, wrong


def test_the_lower_bound_of_the_killed_keeps_its_floor():
    lows = [(one[0][0].split("/")[0].split(".")[0], one[1][0].split("/")[0].split(".")[0]) for one in measured()]
    told_of = [(expected, found) for expected, found in lows if expected != "-"]
    assert sum(expected == found for expected, found in told_of) / len(told_of) >= 0.96


def test_events_are_told_apart_and_the_main_one_is_first():
    found = measured()
    assert sum(len(one[0]) == len(one[1]) for one in found) / len(found) >= 0.99
