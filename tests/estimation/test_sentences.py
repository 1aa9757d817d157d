"""Every sentence that an estimate says of a table has an Arabic one: a page of a case is in both languages."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from recount.estimation import EstimationSettings, estimate, estimate_strata
from recount.estimation.chains import Sampled
from recount.estimation.classes import sayings
from recount.estimation.convergence import Convergence
from recount.estimation.intervals import sentence_case
from recount.model.estimates import CaptureTable, Estimate
from recount.model.values import Period
from recount.publication.sentences import translator
from recount.publication.wording import wording
from tests.estimation.tables import AUSTRALIA, GAZA, KOREA, KOSOVO, NETHERLANDS, UK, table
from tests.estimation.test_linkages import DOUBTED, JOINED
from tests.estimation.test_refusals import SPARSE

QUICK = EstimationSettings(replicates=40)
APART = (((0, 0, 1), 900), ((0, 1, 0), 900), ((1, 0, 0), 900))
WINDOWS = [Period(date(2017, 1, 1), date(2017, month, 20)) for month in (3, 3, 1)]
TABLES = [
    *(KOSOVO, AUSTRALIA, KOREA, UK, NETHERLANDS, GAZA, SPARSE, DOUBTED),
    replace(DOUBTED, linkages=(*DOUBTED.linkages, APART)),
    replace(DOUBTED, linkages=(JOINED.counts, APART, APART)),
    replace(GAZA, windows=tuple(WINDOWS)),
    table("A B", {"10": 5, "01": 4, "11": 3}),
    table("A", {"1": 5}),
    table("A B C", {}),
    table("A B C D", {"1000": 50, "0100": 40, "1100": 20, "0010": 30, "0110": 10, "1010": 9, "0001": 8}),
    table("A B C D", {"1001": 50, "0100": 40, "1101": 20, "0010": 30, "0110": 10, "1011": 9, "0000": 4}),
]


def said(found: Estimate) -> Iterator[str]:
    """All the sentences of an estimate."""
    yield from (*found.reasons, *found.caveats)
    yield from (sentence for method in found.methods for sentence in method.says)
    yield from (what.says for what in found.sensitivity)


def in_english(sentences: Iterator[str] | list[str]) -> list[str]:
    arabic = translator(wording("ar"), {})
    return sorted({one for one in sentences if arabic(one) is None})


@pytest.mark.parametrize("one", TABLES)
def test_an_estimate_says_nothing_that_has_no_arabic(one: CaptureTable):
    assert in_english(said(estimate(one, QUICK))) == []


def test_a_sum_of_strata_says_nothing_that_has_no_arabic():
    both = estimate_strata({"a": KOSOVO, "b": AUSTRALIA}, QUICK), estimate_strata({"a": KOSOVO, "b": KOSOVO}, QUICK)
    assert in_english([sentence for found in both for sentence in said(found)]) == []


def test_latent_classes_say_nothing_that_has_no_arabic():
    found = list(sayings(Sampled(np.zeros((2, 2)), 0.31, 0.9, Convergence(1.043, 212.0, 180.0))))
    assert len(found) == 2
    assert in_english([*found, *(f"{sentence_case('latent classes')}: {sentence}" for sentence in found)]) == []
