"""What a reprint does to words such as `Tuesday`: they are read against the wrong day of publication."""

from datetime import date

_WEEK = 7


def read_again(told: date, published: date, again: date, republished: date) -> bool:
    """Whether the same words, published twice, give these two days: `yesterday` moves with the day, `Tuesday` by weeks.

    Args:
        told: the day as read in the first printing.
        published: when that was published.
        again: the day as read in the second.
        republished: when that was published.
    """
    moved, later = (again - told).days, (republished - published).days
    return moved == later or (moved % _WEEK == 0 and abs(moved - later) < _WEEK)
