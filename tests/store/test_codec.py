"""Nouns survive the way to bytes and back."""

from datetime import UTC, date, datetime

import pytest

from recount.errors import VerificationFailed
from recount.model.assertions import Claim, Quantity, Record, Script, WrittenName
from recount.model.codes import ClaimKind, Comparator, Outcome, Population, Unit
from recount.model.decisions import Decision, Judgement, Question
from recount.model.evidence import Locator
from recount.model.interval import Interval
from recount.model.values import Age, day
from recount.store import decode, encode

CLAIM = Claim(
    id="c-1",
    locator=Locator("d-1", 3, 8),
    source="wire",
    phrase="at least 12",
    quantity=Quantity(Interval(12, None), Comparator.AT_LEAST, Unit.PEOPLE, ClaimKind.BOUND),
    outcome=Outcome.KILLED,
    population=Population.CIVILIANS,
    period=day(date(2017, 3, 17)),
    chain=("wire", "morgue"),
)
RECORD = Record("r-1", Locator("d-2", row=4), "morgue", (WrittenName("أحمد", Script.ARABIC),), age=Age(0, 0))
DECISION = Decision(
    1, datetime(2026, 1, 2, 3, 4, 5, 6, UTC), "ann", Question.SAME_PERSON, ("r-1", "r-2"), Judgement.NO, "ages", "e"
)


@pytest.mark.parametrize("value", [CLAIM, RECORD, DECISION], ids=lambda value: type(value).__name__)
def test_what_is_written_is_read(value):
    assert decode(encode(value), type(value)) == value


def test_tuples_of_nouns_are_read_back_as_tuples():
    assert decode(encode((RECORD,)), tuple[Record, ...]) == (RECORD,)


def test_zero_and_unknown_stay_apart():
    assert encode(Interval(0, 0)) != encode(Interval())
    assert decode(encode(Interval()), Interval) == Interval()


def test_a_fraction_stays_a_fraction():
    low = decode(encode(Interval(1.0, 2)), Interval).low
    assert isinstance(low, float)


def test_sets_are_written_in_order():
    assert encode(frozenset({"b", "a", "c"})) == b'["a","b","c"]'


def test_bytes_of_another_kind_are_refused():
    with pytest.raises(VerificationFailed, match="do not hold"):
        decode(b'{"low": "many"}', Interval)
    with pytest.raises(VerificationFailed, match="do not hold"):
        decode(b"{", Interval)
