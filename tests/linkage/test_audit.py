"""The audit of blocking: pairs that share no key are searched for, and what a sample finds is scaled up."""

from dataclasses import replace

import numpy as np

from recount.language.scripts import written
from recount.linkage import link
from recount.linkage.alignment import name_table
from recount.linkage.audit import audit
from recount.linkage.columns import columns
from recount.linkage.tokens import spelled, token_weights
from recount.linkage.vocabulary import words_of
from recount.model.assertions import Record
from recount.model.codes import Sex
from tests.linkage.people import a_city, a_record, pair_of

CITY, WHO = a_city(300)


def the_audit(records, affordable: int):
    table = columns(records)
    words = words_of(table)
    return audit(name_table(table, words), token_weights(spelled(words), words), len(records), affordable)


def test_a_pair_damaged_in_both_parts_shares_no_key_and_is_found_all_the_same():
    facts = {"age": 31, "sex": Sex.MALE, "day": "2020-05-17"}
    pair = [
        a_record("one", "وليد غضنفر البقال", "morgue", **facts),
        a_record("two", "وليد غضفر البقا", "names", **{**facts, "day": "2020-05-18"}),
    ]
    found = pair_of(link([*CITY, *pair]).pairs, "one", "two")
    assert found is not None
    assert found.probability > 0.5


def test_the_audit_goes_through_all_pairs_where_it_can_and_says_how_many_where_it_cannot():
    whole = the_audit(CITY, 10**9)
    assert whole.share == 1.0
    part = the_audit(CITY, 20_000)
    assert 0 < part.share < 1
    held = set(zip(whole.pairs.left.tolist(), whole.pairs.right.tolist(), strict=True))
    assert set(zip(part.pairs.left.tolist(), part.pairs.right.tolist(), strict=True)) <= held


def test_what_was_compared_already_was_not_overlooked():
    whole = the_audit(CITY, 10**9)
    half = whole.pairs.where(np.arange(len(whole.pairs)) % 2 == 0)
    left = whole.within(whole.pairs, half, len(CITY), 10**9)
    assert not left.overlooked(half, len(CITY)).any()
    assert len(left.pairs) == len(whole.pairs) - len(half)


def test_what_the_audit_did_is_told():
    assert any("were searched for alike names beyond the keys" in told for told in link(CITY).bounded)


def test_the_more_names_are_damaged_in_two_parts_the_more_are_believed_to_be_missed():
    damaged = [_damaged(record) if number % 5 == 1 else record for number, record in enumerate(CITY)]
    assert link(damaged).missed > 2 * link(CITY).missed


def _damaged(record: Record) -> Record:
    """A record whose second and third name lost their first letter."""
    first, *two, last = record.names[0].text.split(maxsplit=3)
    return replace(record, names=(written(" ".join([first, *(part[1:] for part in two), last])),))
