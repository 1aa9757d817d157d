"""Tables and sources for tests of rows; every person and event in them is invented."""

from datetime import date

from recount.extraction.rows import assertions_in
from recount.extraction.settings import ExtractionSettings, Theatre
from recount.language.places import Entry, Gazetteer
from recount.model.assertions import Assertions
from recount.model.codes import PartyKind, PlacePrecision, SourceKind
from recount.model.evidence import Correction, Document, Mapping, Row, Rows, Source, Table
from recount.model.scope import Scope
from recount.model.values import Party, Period, Place

CITY = Place(("land", "city"), PlacePrecision.CITY, "City", 36.34, 43.13, 10.0)
OLD_TOWN = Place(("land", "city", "old-town"), PlacePrecision.NEIGHBOURHOOD, "Old Town")
HARBOUR = Place(("land", "city", "harbour"), PlacePrecision.NEIGHBOURHOOD, "Harbour")
THEATRE = Theatre(
    (
        Party("alliance", "the Alliance", PartyKind.COALITION, ("Alliance forces", "التحالف")),
        Party("alliance/north", "Northland", PartyKind.PARTNER),
        Party("state", "the State", PartyKind.STATE),
    ),
    Gazetteer(
        (
            Entry(CITY, "City", ("المدينة",)),
            Entry(OLD_TOWN, "Old Town"),
            Entry(HARBOUR, "Harbour"),
        )
    ),
    Scope(place=CITY, period=Period(date(2017, 1, 1), date(2017, 7, 31))),
)


def read(
    rows: Rows,
    *lines: dict[str, str | None],
    corrections: tuple[Correction, ...] = (),
    received: date | None = None,
    sheet: str | None = None,
    **mapping: object,
) -> Assertions:
    """What is read from a table whose columns are headed as the fields are called, in capitals."""
    fields = tuple(dict.fromkeys(field for line in lines for field in line))
    table = Table(
        tuple(field.upper() for field in fields),
        tuple(Row(n, tuple(line.get(field) for field in fields)) for n, line in enumerate(lines, 2)),
        sheet,
    )
    columns = tuple((field, field.upper()) for field in fields)
    described = Mapping(rows, columns, date_order=str(mapping.pop("date_order", "DMY")), **mapping)  # type: ignore[arg-type]
    source = Source("list", "A list", SourceKind.NGO, mapping=described, corrections=corrections, party="state")
    path = "sources/list/documents/a.csv"
    document = Document("d-1", "list", path, "0" * 64, 1, "text/csv", received=received, tables=(table,))
    return assertions_in(document, source, THEATRE, ExtractionSettings())


def told(found: Assertions) -> str:
    """All that was set aside, one to a line."""
    return "\n".join(map(str, found.set_aside))
