"""Who is named responsible in a row; `;` joins parties that are named together, which nobody may split."""

from recount.extraction.rows.sheet import Entry
from recount.extraction.rows.told import Unread
from recount.extraction.rows.words import folded, lexicon
from recount.extraction.settings import Theatre
from recount.model.assertions import Attribution
from recount.model.values import UNDETERMINED

_REMEDY = "add it as a [[party]] in recount.toml, or map it under [values.party] in source.toml"


def attribution(entry: Entry, by: str) -> Attribution | None:
    """Who the row holds responsible; `undetermined` where it says that nobody knows, None where it does not speak.

    One unknown party makes the whole cell unusable: leaving it out would turn a joint attribution into a single one.
    """
    written = entry.meaning("party")
    if written is not None and lexicon("absent").get(folded(written)) == ("unknown",):
        return Attribution((UNDETERMINED,), by, entry.text("ground"))
    parties = entry.read("party", lambda text: _together(text, entry.sheet.theatre))
    return None if parties is None else Attribution(parties, by, entry.text("ground"))


def party(entry: Entry) -> str | None:
    """The one party a row speaks for: its own, else the source's."""
    found = entry.read("party", lambda text: _one(text, entry.sheet.theatre))
    return found if found is not None or entry.meaning("party") is not None else entry.sheet.source.party


def _together(text: str, theatre: Theatre) -> tuple[str, ...]:
    return tuple(sorted({_one(part, theatre) for part in text.split(";") if part.strip()}))


def _one(text: str, theatre: Theatre) -> str:
    word = folded(text)
    if word == UNDETERMINED:
        return UNDETERMINED
    for each in theatre.parties:
        if word in (each.id.casefold(), folded(each.name), folded(each.name_ar), *map(folded, each.names)):
            return each.id
    raise Unread(f"{text.strip()[:60]!r} is not a party of this case", _REMEDY)
