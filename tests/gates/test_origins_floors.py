"""Pinned floors of finding copies and rewrites among invented reports; lowering one is a decision with a reason."""

from collections import Counter
from functools import cache
from random import Random

import pytest

from recount.assessment.independence_kinds import kinships
from recount.assessment.independence_quotes import common_speakers, spoken
from tests.gates.origins_bed import Report, bases, bed, digest, pairs, related

DIGEST = "dcd5c36fc81e87ec1ed322fa9e37741dff70d8e7aa7321ecbf47d27043931bc6"


def relations(reports: list[Report]) -> Counter[tuple[str, str]]:
    """How many pairs are one thing and found to be another."""
    kin = kinships([report.text for report in reports])
    found = {pair: one.kind for pair, one in kin.items() if one.kind != "near"}
    return Counter((related(reports[a], reports[b]), found.get((a, b), "none")) for a, b in pairs(reports))


@cache
def whole_bed() -> Counter[tuple[str, str]]:
    return relations(bed())


def of(kind: str, found: Counter[tuple[str, str]]) -> int:
    return sum(count for (true, _), count in found.items() if true == kind)


def test_the_floors_are_pinned_to_these_reports():
    assert digest() == DIGEST, "the invented reports changed: measure again and pin the floors anew"
    assert len(bases()) == 60


def test_no_pair_of_unrelated_reports_or_of_rivals_is_a_copy_or_a_rewrite():
    found = whole_bed()
    wrong = {pair: count for pair, count in found.items() if pair[0] in ("none", "rivals") and pair[1] != "none"}
    assert wrong == {}
    assert of("none", found) > 120_000
    assert of("rivals", found) > 5_000


def test_copies_are_found_whatever_was_changed():
    found = whole_bed()
    assert found["copy", "copy"] >= 0.994 * of("copy", found)
    assert found["copy", "rewrite"] == 0


def test_rewrites_are_found_of_the_original_and_of_its_copies():
    found = whole_bed()
    assert found["rewrite", "rewrite"] >= 0.97 * of("rewrite", found)
    assert found["rewrite", "copy"] == 0


def test_every_rewrite_of_an_untouched_report_is_found_and_none_else():
    found = relations([Report(name, (name,), text) for name, text in bases().items()])
    assert found["rewrite", "rewrite"] == of("rewrite", found) == 18
    assert found["rivals", "none"] == of("rivals", found)


@pytest.mark.parametrize("seed", range(8))
def test_a_few_reports_are_told_apart_as_many_are(seed: int):
    found = relations(Random(seed).sample(bed(), 32))
    assert {pair for pair in found if pair[0] in ("none", "rivals") and pair[1] != "none"} == set()
    assert found["copy", "none"] <= 1


def test_rivals_that_quote_one_speaker_share_a_speaker():
    texts = bases()
    names = sorted(texts)
    shared = {(names[a], names[b]) for a, b in common_speakers([spoken(texts[name]) for name in names])}
    quoting = {(f"{event}/a", f"{event}/b") for event in {name[:-2] for name in names}}
    # The first two quote different people; the third shares five words in a row, one fewer than an utterance takes.
    assert quoting - shared == {("ferry/a", "ferry/b"), ("prison/a", "prison/b"), ("souk/a", "souk/b")}
    assert {(a, b) for a, b in shared if a[:-2] != b[:-2]} == set()
