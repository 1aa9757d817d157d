"""What the values of a column look like, by the readers that a build would use on them."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from recount.errors import RecountError
from recount.extraction.rows import ages, counts, dates, mgrs
from recount.extraction.rows.words import plain
from recount.language.scripts import script_of
from recount.model.assertions import Script
from recount.model.codes import Precision

MOST = 2000
"""How many cells of a column are looked at."""

_ENOUGH = 0.9
_NUMBER = re.compile(r"-?\d+(?:[.٫]\d+)?")
_PHONE = re.compile(r"(?:\+|00)?\d[\d\s()./-]{6,}\d")
_TRUNK = re.compile(r"(?:\+|00\d|0?7[3-9]|0\d{9,10}$)")
_PAIR = re.compile(r"\(?-?\d{1,3}[.]\d+\s*°?\s*[,;،]\s*-?\d{1,3}[.]\d+\s*°?\)?")
_ORDERS = ("YMD", "DMY", "MDY")


@dataclass(frozen=True, slots=True)
class Profile:
    """A column: how many cells hold something, how many different ones, and which share each reader can read.

    `orders` are the orders of day, month and year under which (nearly) all dates of the column can be read; `decided`
    is how many dates can be read under one of DMY and MDY only.
    """

    filled: int
    distinct: int
    values: tuple[tuple[str, int], ...]
    dates: float
    orders: tuple[str, ...]
    decided: int
    months: float
    ages: float
    counts: float
    whole: float
    serial: bool
    degrees: float
    pairs: float
    grids: float
    urls: float
    phones: float
    names: float
    arabic: float
    longest: int
    years: float


def profile(cells: Sequence[str | None]) -> Profile:
    """Look at a column's cells."""
    full = [cell.strip() for cell in cells if cell and cell.strip()][:MOST]
    tally = Counter(full)
    orders = {order: _share(tally, lambda text, order=order: _date(text, order)) for order in _ORDERS}  # type: ignore[misc]
    best = max(orders.values(), default=0.0)
    fitting = tuple(order for order in _ORDERS if best and orders[order] >= best - 0.02 and orders[order] >= 0.5)
    return Profile(
        filled=len(full),
        distinct=len(tally),
        values=tuple(sorted(tally.items(), key=lambda each: (-each[1], each[0]))),
        dates=best,
        orders=fitting,
        decided=sum(times for each, times in tally.items() if _date(each, "DMY") != _date(each, "MDY")),
        months=_share(tally, _month),
        ages=_share(tally, lambda text: _reads(ages.age, text)),
        counts=_share(tally, lambda text: _reads(counts.count, text)),
        whole=_share(tally, lambda text: plain(text).isdecimal()),
        serial=_serial(full),
        degrees=_share(tally, _degrees),
        pairs=_share(tally, lambda text: _PAIR.fullmatch(plain(text)) is not None),
        grids=_share(tally, mgrs.like),
        urls=_share(tally, lambda text: text.startswith(("http://", "https://", "www."))),
        phones=_share(tally, _phone),
        names=_share(tally, _name),
        arabic=_share(tally, lambda text: script_of(text) is Script.ARABIC),
        longest=max(map(len, full), default=0),
        years=_share(tally, lambda text: plain(text).isdecimal() and 1850 <= int(plain(text)) <= 2100),
    )


def mostly(share: float) -> bool:
    """Whether a share is large enough to speak for a column; single odd cells are what a build tells."""
    return share >= _ENOUGH


def _share(tally: Counter[str], holds: Callable[[str], bool]) -> float:
    """The share of cells that something holds of; each different value is tried once."""
    return sum(times for each, times in tally.items() if holds(each)) / tally.total() if tally else 0.0


def _reads(reader: Callable[[str], object], text: str) -> bool:
    try:
        reader(text)
    except RecountError:
        return False
    return True


def _date(text: str, order: str) -> bool:
    """A day, month or stretch; a bare year or spreadsheet number says too little."""
    if plain(text).isdecimal() and len(plain(text)) < 8:
        return False
    return _reads(lambda written: dates.period(written, order), text)


def _month(text: str) -> bool:
    try:
        return dates.period(text, "DMY").precision is Precision.MONTH
    except RecountError:
        return False


def _serial(cells: Sequence[str]) -> bool:
    """Whether the cells count 1, 2, 3 …"""
    numbers = [int(plain(each)) for each in cells if plain(each).isdecimal()]
    return len(numbers) == len(cells) > 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _degrees(text: str) -> bool:
    written = plain(text).replace("°", "")
    return (
        _NUMBER.fullmatch(written) is not None
        and "." in written.replace("٫", ".")
        and abs(float(written.replace("٫", "."))) <= 180
    )


def _phone(text: str) -> bool:
    written = plain(text)
    digits = sum(each.isdigit() for each in written)
    return (
        _PHONE.fullmatch(written) is not None
        and 9 <= digits <= 15
        and _TRUNK.match(written.replace(" ", "")) is not None
    )


def _name(text: str) -> bool:
    """Two to seven words of letters: what a person's full name looks like, and many other things do too."""
    parts = text.split()
    return 2 <= len(parts) <= 7 and len(text) <= 70 and not any(each.isdigit() for each in text)
