"""Rows that stand for one side taken on one part of a counter-claim each (rule 30)."""

from collections.abc import Iterator

from recount.extraction.rows import times
from recount.extraction.rows.codes import code
from recount.extraction.rows.parties import party
from recount.extraction.rows.sheet import Entry, Sheet
from recount.model.assertions import Proposition, Side
from recount.model.ids import content_id


def propositions(sheet: Sheet) -> Iterator[Proposition]:
    """One proposition a row; a row without incident, proposition, side or claimant is set aside."""
    for entry in sheet.entries():
        found = _proposition(entry)
        if found is not None:
            yield found


def _proposition(entry: Entry) -> Proposition | None:
    about, says, side = entry.given("incident"), entry.given("says"), code(entry, "side", Side)
    claimant = entry.given("claimant") or entry.sheet.source.name
    if about is None or says is None or side is None:
        missing = "incident" if about is None else "says" if says is None else "side"
        entry.refuse(f"has no {missing} that can be read", "fill it in: a proposition needs incident, says and side")
        return None
    return Proposition(
        id=content_id("p", entry.identity()),
        locator=entry.locator(),
        source=entry.sheet.source.id,
        about=about,
        says=says,
        side=side,
        claimant=claimant,
        party=party(entry),
        stated=times.day(entry, "stated") or entry.sheet.document.published,
        words=entry.text("words"),
    )
