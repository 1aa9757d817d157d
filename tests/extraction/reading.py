"""A small invented theatre, and short ways to read a sentence in it."""

from dataclasses import replace
from datetime import date

from recount.extraction.reports import assertions_in
from recount.extraction.settings import ExtractionSettings, Theatre
from recount.language.places import Entry, Gazetteer
from recount.model.codes import PartyKind, PlacePrecision, SourceKind
from recount.model.evidence import Document, Source
from recount.model.scope import Scope
from recount.model.values import Party, Period, Place

TOWN = Place(("land", "town"), PlacePrecision.CITY)
PARTIES = (
    Party("coalition", "River Coalition", PartyKind.COALITION, ("the coalition", "coalition forces", "التحالف")),
    Party("army", "Tamrun army", PartyKind.STATE, ("government forces", "Tamrun forces")),
    Party("front", "Dawn Front", PartyKind.ARMED_GROUP, ("the Front", "Dawn Front fighters")),
)
PLACES = Gazetteer(
    (
        Entry(TOWN, "Zaytara", ("زيتارة",)),
        Entry(Place(("land", "town", "rahba"), PlacePrecision.NEIGHBOURHOOD), "al-Rahba", ("الرحبة",)),
    )
)
THEATRE = Theatre(PARTIES, PLACES, Scope(place=TOWN, period=Period(date(2018, 9, 10), date(2019, 6, 14))))
PUBLISHED = date(2019, 3, 20)


def read(text, *, theatre=THEATRE, published=PUBLISHED, party=None, credit=(), vague="literal"):
    """Everything read out of one text."""
    source = Source("wire", "Harbour Wire", SourceKind.NEWS, party=party)
    path = "sources/wire/documents/a.txt"
    document = Document("d-1", "wire", path, "0" * 64, len(text), "text/plain", published=published, text=text)
    document = replace(document, credit=credit)
    return assertions_in(document, source, theatre, ExtractionSettings(vague=vague))


def claims(text, **said):
    """The claims of a text."""
    return read(text, **said).claims


def told(text, **said):
    """Each claim as (low, high, outcome)."""
    return [(c.quantity.interval.low, c.quantity.interval.high, str(c.outcome)) for c in claims(text, **said)]
