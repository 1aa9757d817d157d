"""What wrong links would do to a total."""

import pytest

from recount.estimation import EstimationSettings, estimate
from recount.estimation.mislinked import doubt, parted
from tests.estimation.tables import KOSOVO, patterns, table

TABLE = patterns(KOSOVO)


def test_taking_links_apart_keeps_every_listing():
    apart = parted(TABLE, 0.1)
    margins, before = apart.margins(), TABLE.margins()
    assert [margins[1 << index] for index in range(4)] == pytest.approx([before[1 << index] for index in range(4)])
    assert apart.observed > TABLE.observed


def test_joining_undoes_taking_apart_for_two_lists():
    two = patterns(table("A B C", {"100": 90, "010": 80, "001": 70, "110": 40, "101": 30, "011": 20}))
    missed = 0.1
    again = parted(parted(two, missed), -missed / (1 - missed))
    assert again.counts == pytest.approx(two.counts)


def test_missed_links_lower_the_total_when_restored_and_false_ones_raise_it():
    found = doubt(TABLE, (), 0.05, 0.02)
    assert found.if_missed < 1 < found.if_false


def test_the_headline_is_wider_when_links_are_doubted_and_the_methods_are_not():
    sure = estimate(KOSOVO, EstimationSettings(replicates=60, missed_links=0.0, false_links=0.0))
    unsure = estimate(KOSOVO, EstimationSettings(replicates=60, missed_links=0.1, false_links=0.1))
    assert sure.methods == unsure.methods
    assert sure.interval is not None
    assert unsure.interval is not None
    assert unsure.interval.floor < sure.interval.floor
    assert (unsure.interval.high or 0) > (sure.interval.high or 0)
    assert any(what.kind == "linkage" for what in unsure.sensitivity)
