"""Rows that stand for one position of a party each: what it accepts, denies or finds non-credible."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from recount.extraction.rows import dates, times
from recount.extraction.rows.codes import code, several, yes
from recount.extraction.rows.incidents import figure
from recount.extraction.rows.parties import attribution, party
from recount.extraction.rows.places import place
from recount.extraction.rows.sheet import Entry, Sheet
from recount.extraction.rows.told import Unread
from recount.model.assertions import Acknowledgement
from recount.model.codes import Basis, EvidenceKind, Outcome, Population, Position
from recount.model.ids import content_id
from recount.model.interval import Interval
from recount.model.values import UNDETERMINED, Period


@dataclass(frozen=True, slots=True)
class _Needed:
    """What a position is not without."""

    party: str
    position: Position


def acknowledgements(sheet: Sheet) -> Iterator[Acknowledgement]:
    """One position a row; a later row may supersede an earlier one by its code, and both stay (rule 27)."""
    entries = list(sheet.entries())
    codes = {own: content_id("a", entry.identity()) for entry in entries if (own := entry.given("code")) is not None}
    for entry in entries:
        needed = _needed(entry)
        if needed is not None:
            yield _acknowledgement(entry, needed, codes)


def beside(sheet: Sheet) -> Iterator[Acknowledgement]:
    """The positions an incident table gives beside its own account: what the party it names says of the same event."""
    if not sheet.has("position"):
        return
    for entry in sheet.entries():
        if entry.given("position") is None:
            continue
        needed = _beside(entry)
        if needed is not None:
            found = _acknowledgement(entry, needed, {})
            chain = (sheet.source.name, needed.party)
            about = entry.given("code")
            yield replace(found, id=content_id("a", entry.identity("position")), answers=about, chain=chain, words="")


def _beside(entry: Entry) -> _Needed | None:
    position, named = code(entry, "position", Position), attribution(entry, entry.sheet.source.name)
    if position is None or named is None:
        return None
    if named.joint or named.parties == (UNDETERMINED,):
        remedy = "give each party's position in a table of its own, whose rows are positions"
        entry.tell("position", Unread("a position needs one party, and the row names several or none", remedy))
        return None
    return _Needed(named.parties[0], position)


def _needed(entry: Entry) -> _Needed | None:
    speaker, position = party(entry), code(entry, "position", Position)
    if speaker is not None and position is not None:
        return _Needed(speaker, position)
    missing = "party" if speaker is None else "position"
    remedy = "correct it in hand/corrections.csv, or set it under [constants]"
    entry.refuse(f"has no {missing} that can be read, and without one it is no position", remedy)
    return None


def _acknowledgement(entry: Entry, needed: _Needed, codes: dict[str, str]) -> Acknowledgement:
    source, document = entry.sheet.source, entry.sheet.document
    _, _, conceded = figure(entry, "conceded")
    stated, event = times.day(entry, "stated"), times.event(entry)
    _tell_doubts(entry, needed.position, conceded.interval, event)
    claimant = entry.given("claimant")
    return Acknowledgement(
        id=content_id("a", entry.identity()),
        locator=entry.locator(),
        source=source.id,
        party=needed.party,
        position=needed.position,
        conceded=conceded.interval,
        outcome=code(entry, "outcome", Outcome) or Outcome.KILLED,
        population=code(entry, "population", Population) or Population.CIVILIANS,
        reason=entry.text("reason"),
        stage=entry.text("stage"),
        place=place(entry),
        period=event,
        answers=entry.given("incident"),
        of_total=yes(entry, "total"),
        stated=stated or document.published,
        supersedes=_superseded(entry, codes),
        chain=(source.name,) if claimant is None else (source.name, claimant),
        words=entry.text("words"),
        basis=Basis.STATED if stated is not None else Basis.INHERITED,
        apart_from=_apart_from(entry, codes),
        evidence=several(entry, "evidence", EvidenceKind),
    )


def _apart_from(entry: Entry, codes: dict[str, str]) -> tuple[str, ...]:
    """The positions, by their codes with `;` between them, whose dead the source says are others than these."""
    given = (each.strip() for each in (entry.given("apart_from") or "").split(";"))
    found = []
    for code_ in filter(None, given):
        if code_ in codes and code_ != entry.given("code"):
            found.append(codes[code_])
        else:
            what = f"stands apart from {code_[:40]!r}, which is no other position in this file"
            entry.tell("apart_from", Unread(what, "give the code of the other row"))
    return tuple(sorted(set(found)))


def _superseded(entry: Entry, codes: dict[str, str]) -> str | None:
    earlier = entry.given("supersedes")
    if earlier is None:
        return None
    if earlier not in codes or earlier == entry.given("code"):
        what = f"supersedes {earlier[:40]!r}, which is no other position in this file"
        entry.tell("supersedes", Unread(what, "give the code of the earlier row"))
        return None
    return codes[earlier]


def _tell_doubts(entry: Entry, position: Position, conceded: Interval, event: Period | None) -> None:
    """A denial that concedes deaths, and a statement made before what it speaks of."""
    if position in (Position.DENIES, Position.NON_CREDIBLE) and conceded.floor > 0:
        what = f"the position is {position} but {conceded} are conceded"
        entry.tell("conceded", Unread(what, "kept; look at the statement again"))
    stated = entry.read("stated", lambda text: dates.exact_day(text, entry.sheet.mapping.date_order))
    if stated is not None and event is not None and event.start is not None and stated < event.start:
        near = abs((event.start.replace(year=2000) - stated.replace(year=2000)).days) <= 60
        hint = ": probably a slip in the year" if near and event.start.year != stated.year else ""
        entry.tell("stated", Unread(f"{stated} is before the event ({event.start}){hint}", "kept; correct it in hand/"))
