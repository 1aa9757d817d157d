"""Dates in running text, resolved against the day of publication."""

from datetime import date

import pytest

from recount.language.dates import dates
from recount.language.lexicon import lexicon
from recount.language.tokens import tokens

PUBLISHED = date(2017, 12, 21)


def read(text, published=PUBLISHED):
    found = tokens(text)
    return [str(each.period) for each in dates(found, lexicon("en").marks(found), published)]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("between October last year and the fall of the city in July", "2016-10-01 to 2017-07-31"),
        ("from October 2016 until the end in July 2017", "2016-10-01 to 2017-07-31"),
        ("between Feb. 19 and June 19 2017", "2017-02-19 to 2017-06-19"),
        ("since August 2014", "2014-08-01 to …"),
        ("on March 17", "2017-03-17"),
        ("4 FEB 90", "1990-02-04"),
        ("on Monday", "2017-12-18"),
        ("two days ago", "2017-12-19"),
        ("last month", "2017-11-01 to 2017-11-30"),
        ("2017-03-17", "2017-03-17"),
    ],
)
def test_a_date_is_resolved(text, period):
    assert read(text) == [period]


@pytest.mark.parametrize("text", ["they may march", "12 people", "no date at all", "2017 people"])
def test_what_is_no_date_is_left_alone(text):
    assert read(text) == []


def test_without_a_day_of_publication_a_month_alone_says_nothing():
    assert read("in July", None) == []
