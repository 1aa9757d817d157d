"""Rows that stand for one piece of evidence each, and rows that count people who have no rows of their own."""

from collections.abc import Iterator

from recount.extraction.rows import times
from recount.extraction.rows.codes import cause, code, several, yes
from recount.extraction.rows.counts import NO_FIGURE
from recount.extraction.rows.incidents import figure
from recount.extraction.rows.parties import party
from recount.extraction.rows.places import place
from recount.extraction.rows.sheet import Entry, Sheet
from recount.model.codes import EvidenceKind, TallyKind
from recount.model.exhibits import Exhibit, Tally
from recount.model.ids import content_id
from recount.model.interval import UNKNOWN

_REMEDY = "correct it in hand/corrections.csv, or map it under [values] in source.toml"


def exhibits(sheet: Sheet) -> Iterator[Exhibit]:
    """A row is one exhibit of each kind it names; a row that names none is set aside."""
    for entry in sheet.entries():
        kinds = several(entry, "evidence", EvidenceKind)
        if not kinds:
            entry.refuse("names no kind of evidence that can be read", _REMEDY)
        for kind in kinds:
            yield _exhibit(entry, kind)


def _exhibit(entry: Entry, kind: EvidenceKind) -> Exhibit:
    _, _, amount = figure(entry, "amount")
    named = any(entry.given(field) is not None for field in ("amount", "amount_low", "amount_high"))
    reviewed = (each.strip() for each in entry.text("reviewed_by").split(";"))
    return Exhibit(
        id=content_id("h", entry.identity(kind)),
        locator=entry.locator(),
        source=entry.sheet.source.id,
        kind=kind,
        incident=entry.given("incident"),
        amount=amount.interval if named else UNKNOWN,
        unit=entry.text("unit"),
        span=times.event(entry),
        holder=entry.text("holder"),
        party=party(entry),
        released=yes(entry, "released") if entry.given("released") is not None else None,
        reviewed_by=tuple(sorted(filter(None, reviewed))),
        obtained=entry.text("obtained"),
        claimant=entry.given("claimant") or entry.sheet.source.name,
        stated=times.day(entry, "stated") or entry.sheet.document.published,
        words=entry.text("words"),
        code=entry.given("code") or "",
    )


def tallies(sheet: Sheet) -> Iterator[Tally]:
    """A row without a kind or a number is set aside; an identification says whom it took out of which count."""
    for entry in sheet.entries():
        kind = code(entry, "tally", TallyKind)
        at, _, number = figure(entry, "number")
        if kind is None or number is NO_FIGURE or not number.interval.known:
            entry.refuse(f"has no {'kind of count' if kind is None else 'number'} that can be read", _REMEDY)
        elif kind is TallyKind.IDENTIFIED and entry.given("of") is None:
            entry.refuse("identifies people without saying in which count they were", "give that row's code under `of`")
        else:
            written, meaning = cause(entry)
            yield Tally(
                id=content_id("t", entry.identity()),
                locator=entry.locator(at),
                source=entry.sheet.source.id,
                kind=kind,
                number=number.interval,
                code=entry.given("code") or "",
                incident=entry.given("incident"),
                of=entry.given("of") or "",
                list=entry.given("list") or "",
                beyond=yes(entry, "beyond") if entry.given("beyond") is not None else None,
                place=place(entry),
                period=times.event(entry),
                cause=meaning,
                cause_written=written,
                claimant=entry.given("claimant") or entry.sheet.source.name,
                published=times.day(entry, "published") or entry.sheet.document.published,
                words=entry.text("words"),
            )
