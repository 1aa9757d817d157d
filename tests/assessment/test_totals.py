"""What each voice claims of the whole."""

from dataclasses import replace

import pytest

from recount.assessment.totals import acknowledged, claimed
from recount.model.codes import ClaimKind, Comparator, Outcome, Position, SourceKind
from recount.model.evidence import Source
from recount.model.incidents import Incident
from recount.model.interval import Interval, exactly
from recount.model.ledger import Figure
from tests.making import BATTLE, CITY, OLD_TOWN, STRIKE, a_claim, a_dossier, a_position

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


WIRE = Source("wire", "Harbour Wire", SourceKind.NEWS, name_ar="وكالة هاربر واير")
POST = Source("post", "Delta Post", SourceKind.NEWS)


def voices(*said: tuple[str, str]) -> list[Figure]:
    """What is claimed where each of some papers lays the same figure to somebody, in any language."""
    claims = [
        of_the_whole(str(n), Interval(9_000, 11_000), who, source=source, **RANGE)
        for n, (source, who) in enumerate(said)
    ]
    return claimed(replace(a_dossier(tuple(claims)), sources=(WIRE, POST)))


def test_an_agency_named_in_another_language_is_no_second_voice():
    (figure,) = voices(("wire", "Harbour Wire"), ("radio", "مراجعة نشرتها وكالة هاربر واير"))
    assert len(figure.lines[0].evidence) == 2
    assert figure.notes == ()


def test_two_agencies_are_two_voices_in_any_language():
    assert len(voices(("wire", "Harbour Wire"), ("radio", "صحيفة دلتا بوست"))) == 2
    assert len(voices(("wire", "هاربر واير"), ("radio", "Delta Post"), ("radio", "دلتا بوست"))) == 2


def test_who_may_be_a_known_voice_stays_a_voice_apart_and_it_is_told():
    _, doubtful = voices(("wire", "Harbour Wire"), ("radio", "a former editor of Harbour Wire"))
    assert doubtful.notes == (
        "“a former editor of Harbour Wire” may be the voice of Harbour Wire, and is counted as a voice of its own.",
    )


def test_people_whom_a_party_admits_to_have_wounded_are_no_deaths_it_concedes():
    there = {"place": OLD_TOWN, "period": STRIKE}
    wounded = a_position("1", "alliance", Position.ACCEPTS, exactly(12), outcome=Outcome.INJURED, **there)
    dead = a_position("2", "alliance", Position.ACCEPTS, exactly(5), **there)
    event = Incident("i", OLD_TOWN, STRIKE, acknowledgements=("a-1", "a-2"))

    (figure,) = acknowledged(a_dossier(positions=(wounded, dead), incidents=(event,)))
    assert figure.interval == exactly(5)
    assert acknowledged(a_dossier(positions=(wounded,), incidents=(event,))) == []
