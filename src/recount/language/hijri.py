"""Days of the Islamic calendar in the common one, by the arithmetic calendar."""

from datetime import date, timedelta

_EPOCH = date(622, 7, 19)
"""1 Muharram 1, civil epoch, in the proleptic Gregorian calendar."""
YEARS = range(1300, 1501)
SIGHTING = timedelta(days=1)
"""A month begins when its moon is seen: a day earlier or later than the arithmetic says."""


def gregorian(year: int, month: int, day: int) -> date:
    """The day that the arithmetic calendar gives; the one meant may be `SIGHTING` away.

    Source: the 30-year cycle with 11 leap years; Reingold and Dershowitz, Calendrical Calculations (2018), ch. 7.
    """
    days = day - 1 + 29 * (month - 1) + month // 2 + (year - 1) * 354 + (3 + 11 * year) // 30
    return _EPOCH + timedelta(days=days)
