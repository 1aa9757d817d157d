"""Intervals and ledgers for the laws."""

from hypothesis import strategies as st

from recount.model.interval import Interval
from recount.model.ledger import Effect, Line

COUNTS = st.integers(0, 60)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Any interval: closed, open at either end, unknown, zero."""
    low, high = sorted((draw(COUNTS), draw(COUNTS)))
    return Interval(draw(st.sampled_from((low, None))), draw(st.sampled_from((high, None))))


@st.composite
def intervals_and_a_value(draw: st.DrawFn) -> tuple[Interval, int]:
    """An interval together with a number that lies in it."""
    interval = draw(intervals())
    top = 90 if interval.high is None else int(interval.high)
    return interval, draw(st.integers(int(interval.floor), top))


LINES = st.builds(Line, st.sampled_from(Effect), intervals(), st.just("rule"), st.text("abc", max_size=3))
LEDGERS = st.lists(LINES, max_size=6).map(tuple)


def wider(a: Interval, b: Interval) -> bool:
    """Whether the first interval holds every value of the second."""
    return a.floor <= b.floor and (a.high is None or (b.high is not None and b.high <= a.high))
