"""Dates in running text, resolved against the day of publication."""

from datetime import date

import pytest

from recount.language.dates import dates
from recount.language.lexicon import lexicon
from recount.language.sentences import parse

PUBLISHED = date(2017, 12, 21)


def read(text, published=PUBLISHED):
    return [str(each.period) for each in dates(parse(text, lexicon("en")), published)]


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


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("في 17 كانون الثاني/يناير 2017", "2017-01-17", "2017-01-17"),
        ("في السابع عشر من آذار 2017", "2017-03-17", "2017-03-17"),
        ("في 3 آب (أغسطس) 2019", "2019-08-03", "2019-08-03"),
        ("في الحادي والعشرين من تشرين الأول/أكتوبر 2016", "2016-10-21", "2016-10-21"),
        ("في 1 محرم 1438", "2016-10-02", "2016-10-04"),
        ("في 10 رمضان 1440", "2019-05-14", "2019-05-16"),
        ("10–17 March 2019", "2019-03-10", "2019-03-17"),
        ("March 3-9, 2018", "2018-03-03", "2018-03-09"),
    ],
)
def test_both_names_of_a_month_ordinals_the_islamic_calendar_and_two_days_of_a_month(text, start, end):
    language = "en" if "March" in text else "ar"
    parsed = parse(text, lexicon(language))
    (found,) = dates(parsed, None)
    assert (found.period.start.isoformat(), found.period.end.isoformat()) == (start, end)
