"""In which order a table writes day, month and year, as far as its dates tell."""

from collections.abc import Sequence
from dataclasses import dataclass

from recount.cli.drafting.profile import Profile


@dataclass(frozen=True, slots=True)
class Order:
    """The order of dates: which ones fit every column, whether that settles it, and why (not)."""

    fitting: tuple[str, ...]
    sure: bool
    why: str


def order_of(columns: Sequence[tuple[str, Profile]]) -> Order:
    """The orders under which the dates of all columns can be read."""
    dated = [(header, profile) for header, profile in columns if profile.dates >= 0.8]
    if not dated:
        return Order((), True, "no column of dates")
    fitting = tuple(each for each in ("YMD", "DMY", "MDY") if all(each in profile.orders for _, profile in dated))
    decided = sum(profile.decided for _, profile in dated)
    if len(fitting) == 3:
        return Order(fitting, True, "every date begins with the year or names the month")
    if len(fitting) == 1:
        return Order(fitting, True, f"{decided:,} dates can be read in no other order" if decided else "the only one")
    if not fitting:
        return Order((), False, "the columns disagree: " + "; ".join(f"{h}: {'/'.join(p.orders)}" for h, p in dated))
    return Order(fitting, False, f"no date decides between {' and '.join(fitting)}")
