"""Cells: dates one way only, ages with their interval, counts with their bounds."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.extraction.rows.ages import age
from recount.extraction.rows.counts import count
from recount.extraction.rows.dates import exact_day, period
from recount.extraction.rows.told import Unread
from recount.model.codes import ClaimKind, Comparator, Precision
from recount.model.interval import Interval
from recount.model.values import Age

MARCH = date(2017, 3, 17)


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("2017-03-17", "DMY"),
        ("2017/3/17", "MDY"),
        ("17/03/2017", "DMY"),
        ("17.3.2017", "DMY"),
        ("17-03-2017", "DMY"),
        ("03/17/2017", "MDY"),
        ("٢٠١٧-٠٣-١٧", "YMD"),
        ("۱۷/۳/۲۰۱۷", "DMY"),
        ("\u200f17/03/2017\u200e", "DMY"),
        ("17 March 2017", "YMD"),
        ("March 17, 2017", "YMD"),
        ("17th Mar. 2017", "YMD"),
        ("17-Mar-2017", "YMD"),
        ("١٧ آذار ٢٠١٧", "YMD"),
        ("17 مارس 2017", "YMD"),
        ("2017-03-17 00:00:00", "YMD"),
        ("2017-03-17T22:15:00Z", "YMD"),
        ("42811", "YMD"),
        ("20170317", "YMD"),
        ("17032017", "DMY"),
    ],
)
def test_a_day_is_read_in_the_declared_order(text: str, order: str) -> None:
    assert exact_day(text, order) == MARCH


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("2017-03", "2017-03-01", "2017-03-31", Precision.MONTH),
        ("02/2016", "2016-02-01", "2016-02-29", Precision.MONTH),
        ("March 2017", "2017-03-01", "2017-03-31", Precision.MONTH),
        ("تشرين الثاني 2016", "2016-11-01", "2016-11-30", Precision.MONTH),
        ("2017", "2017-01-01", "2017-12-31", Precision.YEAR),
        ("2017-03-17 to 2017-03-20", "2017-03-17", "2017-03-20", Precision.SPAN),
        ("2017-03-17/2017-03-20", "2017-03-17", "2017-03-20", Precision.SPAN),
        ("17/03/2017 - 20/03/2017", "2017-03-17", "2017-03-20", Precision.SPAN),
    ],
)
def test_a_coarser_date_keeps_its_precision(text: str, start: str, end: str, precision: Precision) -> None:
    found = period(text, "DMY")
    assert (str(found.start), str(found.end), found.precision) == (start, end, precision)


@pytest.mark.parametrize(
    ("text", "order", "complaint"),
    [
        ("17/03/17", "DMY", "has a year of two digits"),
        ("17-Mar-17", "DMY", "has a year of two digits"),
        ("30/02/2017", "DMY", "is an impossible date"),
        ("03/17/2017", "DMY", "impossible as DMY; day and month may be swapped"),
        ("17/03/2017", "YMD", "does not begin with the year"),
        ("18/06/1438", "DMY", "a year of the Islamic calendar"),
        ("17/03/2917", "DMY", "improbable year"),
        ("0000-00-00", "YMD", "improbable year"),
        ("2017-13", "YMD", "impossible month"),
        ("2017-03-20 to 2017-03-17", "YMD", "ends before it starts"),
        ("yesterday", "YMD", "is not a date"),
        ("12345", "YMD", "is not a date"),
        ("17 March 18 2017", "YMD", "is not a date"),
    ],
)
def test_a_date_that_is_doubtful_is_never_guessed(text: str, order: str, complaint: str) -> None:
    with pytest.raises(Unread, match=complaint):
        period(text, order)


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from(["DMY", "MDY", "YMD"]))
def test_a_written_day_is_read_back_in_every_order(day: date, order: str) -> None:
    form = {"DMY": "%d/%m/%Y", "MDY": "%m/%d/%Y", "YMD": "%Y/%m/%d"}[order]
    assert exact_day(day.strftime(form), order) == day
    assert exact_day(day.isoformat(), order) == day


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)))
def test_a_spreadsheets_count_of_days_is_its_date(day: date) -> None:
    assert exact_day(str((day - date(1899, 12, 30)) // timedelta(days=1)), "DMY") == day


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("0", 0, 0),
        ("35", 35, 35),
        ("٣٥", 35, 35),
        ("۳۵", 35, 35),
        ("35.0", 35, 35),
        ("1.5", 1, 1),
        ("35 years", 35, 35),
        ("35 سنة", 35, 35),
        ("6 months", 0, 0),
        ("18 months", 1, 1),
        ("٦ أشهر", 0, 0),
        ("12 days", 0, 0),
        ("3 weeks", 0, 0),
        ("30s", 30, 39),
        ("late 30s", 37, 39),
        ("in his 40s", 40, 49),
        ("20-25", 20, 25),
        ("60+", 60, 120),
        ("over 60", 61, 120),
        ("under 5", 0, 4),
        ("<1", 0, 0),
        ("رضيع", 0, 1),
        ("Infant", 0, 1),
        ("child", 0, 17),
        ("طفلة", 0, 17),
        ("adult", 18, 120),
        ("120", 120, 120),
    ],
)
def test_an_age_is_an_interval_of_completed_years(text: str, low: int, high: int) -> None:
    assert age(text) == Age(low, high)


@pytest.mark.parametrize("text", ["214", "-1", "121", "999", "thirty", "35x", "25-20", "2017-03-17", "130+", "200s"])
def test_an_age_that_cannot_be_is_refused_with_the_remedy(text: str) -> None:
    with pytest.raises(Unread, match=r"hand/corrections\.csv"):
        age(text)


@pytest.mark.parametrize(
    ("text", "interval", "comparator", "kind"),
    [
        ("0", Interval(0, 0), Comparator.EXACT, ClaimKind.EXACT),
        ("4", Interval(4, 4), Comparator.EXACT, ClaimKind.EXACT),
        ("٤", Interval(4, 4), Comparator.EXACT, ClaimKind.EXACT),
        ("1,200", Interval(1200, 1200), Comparator.EXACT, ClaimKind.EXACT),
        ("4.0", Interval(4, 4), Comparator.EXACT, ClaimKind.EXACT),
        ("4-6", Interval(4, 6), Comparator.EXACT, ClaimKind.RANGE),
        ("4 – 6", Interval(4, 6), Comparator.EXACT, ClaimKind.RANGE),
        ("4+", Interval(4, None), Comparator.AT_LEAST, ClaimKind.BOUND),
        (">= 4", Interval(4, None), Comparator.AT_LEAST, ClaimKind.BOUND),
        (">4", Interval(5, None), Comparator.AT_LEAST, ClaimKind.BOUND),
        ("at least 4", Interval(4, None), Comparator.AT_LEAST, ClaimKind.BOUND),
        ("at least four", Interval(4, None), Comparator.AT_LEAST, ClaimKind.BOUND),
        ("up to 25", Interval(None, 25), Comparator.UP_TO, ClaimKind.BOUND),
        ("<= 25", Interval(None, 25), Comparator.UP_TO, ClaimKind.BOUND),
        ("<25", Interval(None, 24), Comparator.UP_TO, ClaimKind.BOUND),
    ],
)
def test_a_count_keeps_its_bounds(text: str, interval: Interval, comparator: Comparator, kind: ClaimKind) -> None:
    found = count(text)
    assert (found.interval, found.comparator, found.kind) == (interval, comparator, kind)


def test_an_approximate_and_a_vague_count_are_read_as_reports_read_them() -> None:
    assert count("~20") == count("about 20")
    assert count("about 20").comparator is Comparator.ABOUT
    assert count("dozens").kind is ClaimKind.VAGUE


@pytest.mark.parametrize("text", ["plenty", "four or so people", "-4", "6-4", "4.5", "2017-03-17", "4; 6", "x"])
def test_what_is_no_count_is_refused(text: str) -> None:
    with pytest.raises(Unread):
        count(text)


def check_read_or_refused(text: str, order: str) -> None:
    """Every reader of cells gives a value, or an error with a remedy."""
    for reader in (lambda cell: period(cell, order), age, count):
        try:
            reader(text)
        except Unread as error:
            refused = error
        else:
            continue
        assert refused.what
        assert refused.remedy


@given(st.text(max_size=40), st.sampled_from(["DMY", "MDY", "YMD"]))
def test_any_cell_is_read_or_refused(text: str, order: str) -> None:
    check_read_or_refused(text, order)


@given(st.from_regex(r"[\d٠-٩\-/. ,+~<>=a-z]{0,14}", fullmatch=True), st.sampled_from(["DMY", "MDY", "YMD"]))
def test_any_cell_that_looks_like_a_number_is_read_or_refused(text: str, order: str) -> None:
    check_read_or_refused(text, order)
