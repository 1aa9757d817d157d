"""Floors of linkage on the invented city; lowering one is a decision with a reason."""

import csv
from math import comb
from pathlib import Path

import pytest

import recount
from recount.linkage import link, resolve
from recount.simulation.agreement import bcubed, pairwise

CITY = Path(__file__).resolve().parents[2] / "examples" / "invented-city"


@pytest.fixture(scope="module")
def city():
    """The records of the invented city, the person behind each, what was linked and who was resolved."""
    intake = recount.ingest(CITY)
    records = recount.extract(intake).records
    paths = {document.id: Path(document.path) for document in intake.documents}
    truth = _truth()
    true = {}
    for record in records:
        path = paths[record.locator.document]
        keys = ((record.source, record.locator.row), (f"{record.source}/{path.name}", record.locator.row))
        person = next((truth[key] for key in keys if key in truth), None)
        if person is not None:
            true[record.id] = person
    links = link(records)
    return records, true, links, resolve(records, links)


def _truth() -> dict[tuple[str, int], str]:
    with (CITY / "truth" / "membership.csv").open(encoding="utf-8") as rows:
        return {(row["list"], int(row["row"])): row["person"] for row in csv.DictReader(rows)}


def test_people_are_told_apart_and_put_together(city):
    records, true, _, found = city
    assert len(true) == len(records)
    grouped = {record: victim.id for victim in found.victims for record in victim.records}
    pairs, people = pairwise(grouped, true), bcubed(grouped, true)
    assert pairs.f1 >= 0.995, pairs
    assert pairs.precision >= 0.998, pairs
    assert people.f1 >= 0.997, people


def test_the_number_of_people_is_within_the_interval_and_the_interval_is_narrow(city):
    _, true, _, found = city
    people, interval = len(set(true.values())), found.people
    assert interval.low <= people <= interval.high
    assert interval.high - interval.low <= 0.05 * people


def test_probabilities_mean_what_they_say(city):
    _, true, links, _ = city
    pairs = [(pair.probability, true[pair.left] == true[pair.right]) for pair in links.pairs]
    assert sum(p for p, _ in pairs) == pytest.approx(sum(same for _, same in pairs), rel=0.01)
    wrong = 0.0
    for low in range(10):
        inside = [(p, same) for p, same in pairs if low / 10 <= p < (low + 1) / 10 or (low == 9 and p == 1)]
        wrong += abs(sum(p for p, _ in inside) - sum(same for _, same in inside))
    assert wrong / len(pairs) <= 0.03


def test_little_is_missed_and_it_is_told(city):
    records, true, links, _ = city
    kept = {(pair.left, pair.right) for pair in links.pairs}
    sizes: dict[str, int] = {}
    for person in true.values():
        sizes[person] = sizes.get(person, 0) + 1
    together = sum(comb(size, 2) for size in sizes.values())
    held = sum(true[left] == true[right] for left, right in kept)
    assert held / together >= 0.99
    assert 0 < links.missed < 0.03
    assert any("never compared" in told for told in links.bounded)
    assert dict(links.blocks)["pairs that share a key"] < 150 * len(records)


def test_resolving_does_not_depend_on_the_order_of_reading(city):
    records, _, links, found = city
    assert resolve(list(reversed(records)), links) == found
