"""Pinned floors of reading claims out of reports; lowering one is a decision with a reason."""

import pytest

from tests.gates import extraction_gold as gold

DIGEST = "3a647789278ad25df9f3c147722b964103756ea37950b1448f35ee91fd0fa71e"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not gold.MATERIAL.exists(), reason="the annotated reports are not beside the repository"),
]


def test_the_floors_are_pinned_to_these_reports():
    assert gold.corpus_digest() == DIGEST, "the annotated reports changed: measure again and pin the floors anew"


def test_figures_are_found_with_value_unit_and_outcome():
    score, _, told = gold.measure()
    assert score.f1(score.span) >= 0.98, told
    assert score.f1(score.value) >= 0.97, told
    assert score.f1(score.outcome) >= 0.97, told


@pytest.mark.parametrize(
    ("field", "floor"),
    [("claimant", 0.96), ("parties", 0.92), ("population", 0.95), ("period", 0.95), ("place", 0.95)],
)
def test_every_field_of_what_is_found_keeps_its_floor(field, floor):
    _, fields, told = gold.measure()
    assert fields[field] >= floor, told
