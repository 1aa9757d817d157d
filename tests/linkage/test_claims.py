"""Claims of several records on one: a prior over matchings, and its marginals."""

from itertools import combinations

import numpy as np
import pytest

from recount.linkage.claims import Lists, Said, likely_repeats, matched
from recount.linkage.pairs import Pairs

KNOWN = Lists((50, 60), 1.0, 1000.0)


def claims(pairs, bits, known=KNOWN, repeats=None):
    """Claims of pairs of the records 0 to 99 with the records from 100 on."""
    one, other = np.array(pairs, dtype=np.int64).T
    none = np.zeros(len(bits))
    said = Said(np.array(bits, dtype=float), none, none, none > 0)
    found = matched(Pairs(one, other), np.arange(200) < 100, said, known, repeats or {})
    odds = np.exp2(np.array(bits) + found.prior + found.rivals)
    return found, odds / (1 + odds)


def by_counting(pairs, bits, prior):
    """The probability of every pair, over all matchings there are."""
    total, found = 0.0, np.zeros(len(pairs))
    for size in range(len(pairs) + 1):
        for chosen in combinations(range(len(pairs)), size):
            ends = [end for pair in chosen for end in pairs[pair]]
            if len(set(ends)) == len(ends):
                weight = float(np.prod([2.0 ** (bits[pair] + prior) for pair in chosen]))
                total += weight
                found[list(chosen)] += weight
    return found / total


def test_where_claims_form_no_ring_probabilities_are_those_of_counting_all_matchings():
    pairs, bits = [(0, 100), (0, 101), (1, 101), (1, 102), (2, 102), (3, 102)], [13.0, 11.5, 12.0, 10.0, 14.0, 9.0]
    found, probability = claims(pairs, bits)
    assert probability == pytest.approx(by_counting(pairs, bits, found.prior[0]), abs=0.005)


def test_records_that_nobody_else_claims_are_likelier_one_person_where_lists_share_many():
    pairs = [(number, 100 + number) for number in range(41)]
    few, _ = claims(pairs, [25.0] * 5 + [-30.0] * 35 + [8.0])
    many, _ = claims(pairs, [25.0] * 40 + [8.0])
    assert many.prior[0] > few.prior[0] + np.log2(40 / 6)
    assert many.rivals[40] == pytest.approx(0.0, abs=0.01)


def test_a_rival_who_has_somebody_better_is_none():
    alone, shared = (
        claims([(0, 100), (1, 100)], [14.0, 14.0]),
        claims([(0, 100), (1, 100), (1, 101)], [14.0, 14.0, 30.0]),
    )
    assert alone[1][0] < 0.5
    assert shared[1][0] > alone[1][0] + 0.2


def test_repeats_of_one_person_within_a_list_are_no_rivals():
    pairs, bits = [(0, 100), (0, 101)], [20.0, 20.0]
    _, rivals = claims(pairs, bits)
    repeats = likely_repeats(Pairs(np.array([100]), np.array([101])), np.array([True]), np.array([20.0]))
    _, both = claims(pairs, bits, repeats=repeats)
    assert max(rivals) < 0.6
    assert min(both) > 0.95
