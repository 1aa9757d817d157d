"""Rows that stand for one month of a party's own assessments each (rule 29)."""

import re
from collections.abc import Iterator
from dataclasses import replace

from recount.extraction.rows import dates, times
from recount.extraction.rows.counts import count
from recount.extraction.rows.parties import party
from recount.extraction.rows.places import place
from recount.extraction.rows.sheet import Entry, Sheet
from recount.extraction.rows.told import Unread
from recount.extraction.rows.words import plain
from recount.model.assertions import Acknowledgement, MonthlyReport
from recount.model.codes import Population, Position
from recount.model.ids import content_id
from recount.model.interval import UNKNOWN, Interval
from recount.model.values import Period

_REMEDY = "correct it in hand/corrections.csv, with the reason"
_SIGNED = re.compile(r"([+\-−–]?)\s*(\d[\d,]*)")


def monthly(sheet: Sheet) -> Iterator[MonthlyReport]:
    """One report a row; a month may stand in several rows, of which the one stated last corrects the others."""
    for entry in sheet.entries():
        found = _report(entry)
        if found is not None:
            yield found


def totals(sheet: Sheet, reports: tuple[MonthlyReport, ...]) -> Iterator[Acknowledgement]:
    """What each report comes to as a position of its party: the running total it accepts, which the next supersedes.

    The period runs from `since`, and without one is open: a total of a wider war says nothing of one case.
    """
    by_id = {report.id: report for report in reports}
    latest: dict[str, str] = {}
    for entry in sorted(sheet.entries(), key=lambda each: _order(by_id.get(_identity(each)))):
        report = by_id.get(_identity(entry))
        if report is None:
            continue
        found = _position(entry, report)
        earlier = latest.get(report.party)
        yield found if earlier is None else replace(found, supersedes=earlier)
        latest[report.party] = found.id


def _order(report: MonthlyReport | None) -> tuple[str, str, str]:
    if report is None:
        return ("", "", "")
    return (str(report.month.start), str(report.stated or ""), f"{report.locator.row or 0:09d}")


def _identity(entry: Entry) -> str:
    return content_id("m", entry.identity())


def _report(entry: Entry) -> MonthlyReport | None:
    month, speaker = _month(entry), party(entry)
    if month is None or speaker is None:
        missing = "month" if month is None else "party"
        entry.refuse(f"has no {missing} that can be read, and without one it is no monthly report", _REMEDY)
        return None
    total = entry.read("total", _total)
    return MonthlyReport(
        id=_identity(entry),
        locator=entry.locator(),
        source=entry.sheet.source.id,
        party=speaker,
        month=month,
        carried=entry.read("carried", _number),
        new=entry.read("new", _number),
        closed=entry.read("closed", _number),
        still_open=entry.read("still_open", _number),
        credible=entry.read("credible", _number),
        non_credible=entry.read("non_credible", _number),
        duplicate=entry.read("duplicate", _number),
        deaths=entry.read("deaths", _number),
        correction=entry.read("correction", _signed),
        total=None if total is None else int(total.floor),
        stated=times.day(entry, "stated") or entry.sheet.document.published,
        position=content_id("a", entry.identity()),
        words=entry.text("words"),
    )


def _month(entry: Entry) -> Period | None:
    order = entry.sheet.mapping.date_order
    return entry.read("month", lambda text: dates.month(text, order))


def _number(text: str) -> int:
    found = count(text).interval
    if not found.exact or not isinstance(found.low, int):
        raise Unread(f"{text[:40]!r} is not one whole number", _REMEDY)
    return found.low


def _total(text: str) -> Interval:
    """A running total; "at least 1,335" is how such reports word the sum of what was accepted."""
    found = count(text).interval
    if not isinstance(found.low, int) or (found.high is not None and not found.exact):
        raise Unread(f"{text[:40]!r} is not one whole number", _REMEDY)
    return found


def _signed(text: str) -> int:
    match = _SIGNED.fullmatch(plain(text))
    if match is None:
        raise Unread(
            f"{text[:40]!r} is not a whole number with its sign", "write -2 or +3: what earlier months lose or gain"
        )
    size = int(match[2].replace(",", ""))
    return size if match[1] in ("", "+") else -size


def _position(entry: Entry, report: MonthlyReport) -> Acknowledgement:
    since = times.period(entry, "since")
    start = None if since is None else since.start
    total = entry.read("total", _total)
    return Acknowledgement(
        id=report.position,
        locator=report.locator,
        source=report.source,
        party=report.party,
        position=Position.NO_FIGURE if total is None else Position.ACCEPTS,
        conceded=UNKNOWN if total is None else total,
        population=Population.CIVILIANS,
        place=place(entry),
        period=Period(start, report.month.end),
        of_total=True,
        stated=report.stated,
        chain=(entry.sheet.source.name,),
        words=report.words,
    )
