"""Case 3: 3,200 is "about a third" of nearly 10,000; the list holds 9,606; the whole is 9,000 to 11,000."""

import pytest

from recount.model.codes import ClaimKind
from recount.model.discrepancies import Discrepancy, DiscrepancyKind
from tests.cases.answers import Answers, number

AGENCY = "associated-press"


@pytest.fixture(scope="module")
def a_third(mosul: Answers) -> Discrepancy:
    share = mosul.claim("about a third", source=AGENCY)
    assert share.quantity.kind is ClaimKind.SHARE
    (found,) = mosul.discrepancies(DiscrepancyKind.SHARE, share.id)
    return found


@pytest.mark.parametrize(("whole", "percent"), [("of 9,000", 35.6), ("of 9,606", 33.3), ("of 11,000", 29.1)])
def test_the_share_is_computed_of_every_stated_whole(a_third, whole, percent):
    assert round(100 * float(number(a_third, whole).floor), 1) == percent


def test_the_share_holds(a_third):
    assert a_third.holds is True


def test_no_counts_are_invented_for_the_other_two_thirds(mosul: Answers):
    shares = [c for c in mosul.claims(source=AGENCY) if c.quantity.kind in (ClaimKind.SHARE, ClaimKind.REMAINDER)]

    assert len(shares) >= 3
    assert all((share.quantity.interval.high or 0) <= 1 for share in shares)


def test_the_rest_stays_undetermined(mosul: Answers):
    rest = mosul.claim("rest", source=AGENCY)

    assert rest.quantity.kind in (ClaimKind.REMAINDER, ClaimKind.SHARE)
    assert rest.attribution is not None
    assert rest.attribution.parties == ("undetermined",)
