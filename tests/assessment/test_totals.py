"""What each voice claims of the whole."""

import pytest

from recount.assessment.totals import claimed
from recount.model.codes import ClaimKind, Comparator
from recount.model.interval import Interval
from tests.making import BATTLE, CITY, a_claim, a_dossier

RANGE = {"kind": ClaimKind.RANGE}
BOUND = {"kind": ClaimKind.BOUND, "comparator": Comparator.AT_LEAST}


def of_the_whole(one: str, figure: Interval, speaker: str, **said: object):
    return a_claim(one, figure, place=CITY, period=BATTLE, chain=(f"paper {one}", speaker), **said)


@pytest.mark.parametrize(
    ("told", "voice"),
    [
        (Interval(9_000, None), Interval(9_000, 11_000)),  # one end of the range told again
        (Interval(None, 11_000), Interval(9_000, 11_000)),
        (Interval(12_000, None), Interval(9_000, None)),  # a figure of its own
        (Interval(8_000, None), Interval(8_000, None)),
    ],
)
def test_one_end_of_a_voices_range_told_again_opens_neither_end(told: Interval, voice: Interval):
    claims = (of_the_whole("1", Interval(9_000, 11_000), "Wire", **RANGE), of_the_whole("2", told, "Wire", **BOUND))
    (figure,) = claimed(a_dossier(claims))
    assert figure.interval == voice
    assert set(figure.lines[0].evidence) == {"c-1", "c-2"}


def test_a_bound_of_another_voice_keeps_its_open_end():
    claims = (
        of_the_whole("1", Interval(9_000, 11_000), "Wire", **RANGE),
        of_the_whole("2", Interval(9_000, None), "Ministry", **BOUND),
    )
    assert [figure.interval for figure in claimed(a_dossier(claims))] == [
        Interval(9_000, 11_000),
        Interval(9_000, None),
    ]
