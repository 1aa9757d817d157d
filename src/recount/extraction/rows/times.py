"""When something in a row happened or was said, with the doubts a reader should have."""

from datetime import date

from recount.extraction.rows import dates
from recount.extraction.rows.sheet import Entry
from recount.extraction.rows.told import Unread
from recount.model.values import Period

_CHECK = "kept as it is; if it is wrong, correct it in hand/corrections.csv, with the reason"


def day(entry: Entry, field: str) -> date | None:
    """A single day."""
    order = entry.sheet.mapping.date_order
    return _not_later(entry, field, entry.read(field, lambda text: dates.exact_day(text, order)))


def period(entry: Entry, field: str) -> Period | None:
    """A day, month, year or stretch of days."""
    order = entry.sheet.mapping.date_order
    found = entry.read(field, lambda text: dates.period(text, order))
    if found is None or _not_later(entry, field, found.start) is None:
        return None
    _tell_swap(entry, field, found)
    return found


def event(entry: Entry) -> Period | None:
    """When the event of a row was: `date`, or `start` and `end`, either of which may be missing."""
    return _whole(entry, "date", "start", "end")


def death(entry: Entry) -> Period | None:
    """When the person of a row died: `died`, or between `died_from` and `died_to`."""
    return _whole(entry, "died", "died_from", "died_to")


def _whole(entry: Entry, one: str, first_field: str, last_field: str) -> Period | None:
    found = period(entry, one)
    if found is not None:
        return found
    start, end = period(entry, first_field), period(entry, last_field)
    first, last = None if start is None else start.start, None if end is None else end.end
    if first is None or last is None:
        return None if first is None and last is None else Period(first, last)
    try:
        return dates.spelled_out(first, last)
    except Unread as problem:
        entry.tell(first_field, problem)
        return None


def tell_order(entry: Entry, field: str, earlier: date | None, later: date | None, what: str) -> None:
    """Say that two dates of a row stand in an impossible order, and whether exchanging day and month explains it."""
    if earlier is None or later is None or earlier <= later:
        return
    other = dates.swapped(earlier)
    hint = "; day and month may be swapped" if other is not None and other <= later else ""
    entry.tell(field, Unread(f"is {what}{hint}", _CHECK))


def _not_later(entry: Entry, field: str, found: date | None) -> date | None:
    """Nothing in a file happened after we received it."""
    document = entry.sheet.document
    limit = document.received or document.published
    if found is None or limit is None or found <= limit:
        return found
    other = dates.swapped(found)
    hint = "; day and month may be swapped" if other is not None and other <= limit else ""
    what = f"{found} is after the document {'was received' if document.received else 'is dated'} ({limit}){hint}"
    entry.tell(field, Unread(what, "correct it in hand/corrections.csv, or `received` under [[document]]"))
    return None


def _tell_swap(entry: Entry, field: str, found: Period) -> None:
    """A day outside the case's period that would lie inside it with day and month exchanged."""
    scope = entry.sheet.theatre.scope.period
    if scope is None or found.start is None or found.start != found.end:
        return
    other = dates.swapped(found.start)
    inside = Period(found.start, found.start).inside(scope)
    if not inside and other is not None and Period(other, other).inside(scope):
        what = "lies outside the period of the case, but inside it with day and month exchanged: they may be swapped"
        entry.tell(field, Unread(what, _CHECK))
