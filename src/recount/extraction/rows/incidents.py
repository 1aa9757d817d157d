"""Rows that stand for one incident each: every row makes a claim for each outcome and group of people it speaks of."""

from collections.abc import Iterator
from dataclasses import replace

from recount.extraction.rows import times
from recount.extraction.rows.codes import cause, code
from recount.extraction.rows.counts import NO_FIGURE, Count, bounds, count
from recount.extraction.rows.parties import attribution
from recount.extraction.rows.places import place
from recount.extraction.rows.sheet import Entry, Sheet
from recount.extraction.rows.told import Unread
from recount.model.assertions import Claim, Quantity
from recount.model.codes import ClaimKind, Comparator, Outcome, Population, Stance, Unit
from recount.model.ids import content_id
from recount.model.interval import UNKNOWN, at_least

_OUTCOMES = (("killed", Outcome.KILLED), ("injured", Outcome.INJURED))
_GROUPS = {
    "civilians": Population.CIVILIANS,
    "children": Population.CHILDREN,
    "women": Population.WOMEN,
    "men": Population.MEN,
    "fighters": Population.FIGHTERS,
}
_UNREADABLE = Count(UNKNOWN, Comparator.EXACT, ClaimKind.VAGUE)


def claims(sheet: Sheet) -> Iterator[Claim]:
    """A claim for each outcome a row gives. An empty number of killed is unknown, and 0 is zero (rule 16)."""
    for entry in sheet.entries():
        if entry.blank:
            entry.refuse("says nothing about any incident", "fill it in at its source, or leave it")
            continue
        found = list(_of(entry))
        if not found:
            entry.refuse("gives no number of killed or injured", "map killed or injured under [columns]")
        yield from found


def figure(entry: Entry, field: str) -> tuple[str, str, Count]:
    """The field a figure stands in, the figure as written, and what it says: from one cell, or a low and a high."""
    if (one := entry.meaning(field)) is not None:
        return field, entry.written(field) or one, _count(entry, field)
    low, high = f"{field}_low", f"{field}_high"
    ends = [entry.written(each) for each in (low, high)]
    try:
        found = bounds(_end(entry, low), _end(entry, high))
    except Unread as problem:
        entry.tell(low, problem)
        found = _UNREADABLE
    at = next((each for each in (field, low, high) if entry.written(each)), None)
    at = at or next((each for each in (field, low, high) if entry.sheet.has(each)), field)
    return at, "–".join(dict.fromkeys(each for each in ends if each)), found


def _count(entry: Entry, field: str) -> Count:
    """A cell that cannot be read is a figure nobody knows, which is not the same as no figure given."""
    found = entry.read(field, count)
    if found is not None:
        return found
    return NO_FIGURE if entry.given(field) is None else _UNREADABLE


def _end(entry: Entry, field: str) -> Count | None:
    return entry.read(field, count)


def _of(entry: Entry) -> Iterator[Claim]:
    for field, outcome in _OUTCOMES:
        if not _speaks_of(entry, field):
            yield from _groups_alone(entry, field, outcome)
            continue
        at, phrase, found = figure(entry, field)
        if found is NO_FIGURE and outcome is Outcome.INJURED:
            continue
        whole = _claim(entry, at, phrase, found, outcome)
        yield whole
        yield from _parts(entry, field, whole)
        if outcome is Outcome.KILLED:
            yield from _named(entry, whole)


def _speaks_of(entry: Entry, field: str) -> bool:
    return any(entry.sheet.has(each) for each in (field, f"{field}_low", f"{field}_high"))


def _parts(entry: Entry, field: str, whole: Claim) -> Iterator[Claim]:
    """The same outcome for a group of people, where the row gives a number for it: a part, never added to the whole."""
    for group in _groups(entry, field, whole.outcome):
        yield replace(group, part_of=whole.id, relation="part")


def _groups_alone(entry: Entry, field: str, outcome: Outcome) -> Iterator[Claim]:
    """Groups of a table without a column for everyone: civilians are the whole the others are a part of, else each
    group stands for itself.
    """
    found = list(_groups(entry, field, outcome))
    civilians = next((one for one in found if one.population is Population.CIVILIANS), None)
    inside = (Population.CHILDREN, Population.WOMEN, Population.MEN)
    for one in found:
        part = civilians is not None and one.population in inside
        yield replace(one, part_of=civilians.id, relation="part") if part and civilians is not None else one


def _groups(entry: Entry, field: str, outcome: Outcome) -> Iterator[Claim]:
    for group, population in _GROUPS.items():
        if not _speaks_of(entry, f"{field}_{group}"):
            continue
        at, phrase, found = figure(entry, f"{field}_{group}")
        if found is not NO_FIGURE:
            yield replace(_claim(entry, at, phrase, found, outcome, group=group), population=population)


def _named(entry: Entry, whole: Claim) -> Iterator[Claim]:
    """How many of the dead the source knows by name: a floor under the whole, never added to it."""
    if not _speaks_of(entry, "named"):
        return
    at, phrase, found = figure(entry, "named")
    if found is not NO_FIGURE and found.interval.known:
        part = _claim(entry, at, phrase, found, whole.outcome, group="named")
        names = Quantity(at_least(found.interval.floor), Comparator.AT_LEAST, Unit.NAMES, ClaimKind.BOUND)
        yield replace(part, quantity=names, part_of=whole.id, relation="named")


def _claim(entry: Entry, field: str, phrase: str, found: Count, outcome: Outcome, *, group: str = "") -> Claim:
    source, claimant = entry.sheet.source, entry.given("claimant")
    return Claim(
        id=content_id("c", entry.identity(outcome, group) if group else entry.identity(outcome)),
        locator=entry.locator(field),
        source=source.id,
        phrase=phrase,
        quantity=Quantity(found.interval, found.comparator, Unit.PEOPLE, found.kind),
        outcome=outcome,
        population=code(entry, "population", Population) or Population.PEOPLE,
        attribution=attribution(entry, claimant or source.name),
        cause=cause(entry)[1],
        period=times.event(entry),
        place=place(entry),
        chain=(source.name,) if claimant is None else (source.name, claimant),
        stance=_stance(entry, found),
        incident=entry.given("code"),
        published=times.day(entry, "published") or entry.sheet.document.published,
        found_by="table",
        confidence=0.0 if found is _UNREADABLE else 1.0,
        words=entry.text("words"),
        url=entry.text("url"),
        graded=entry.text("grade"),
    )


def _stance(entry: Entry, found: Count) -> Stance:
    stated = code(entry, "stance", Stance)
    if stated is not None:
        return stated
    return Stance.NO_FIGURE if found is NO_FIGURE else Stance.REPORTS
