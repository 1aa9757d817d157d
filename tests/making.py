"""Short ways to make assertions and findings for tests; every person and event in them is invented."""

from datetime import date

from recount.assessment import Dossier
from recount.model.assertions import (
    Acknowledgement,
    Assertions,
    Attribution,
    Claim,
    Quantity,
    Record,
    Script,
    WrittenName,
)
from recount.model.codes import (
    ClaimKind,
    Comparator,
    Outcome,
    PartyKind,
    PlacePrecision,
    Population,
    Position,
    SourceKind,
    Unit,
)
from recount.model.evidence import Locator, Source
from recount.model.findings import CaseFacts, Findings
from recount.model.incidents import Incident
from recount.model.interval import UNKNOWN, Interval, exactly
from recount.model.origins import Origin
from recount.model.people import Links, Resolution, Victim
from recount.model.scope import Scope
from recount.model.values import Party, Period, Place, day

CITY = Place(("land", "city"), PlacePrecision.CITY, "the city")
OLD_TOWN = Place(("land", "city", "old-town"), PlacePrecision.NEIGHBOURHOOD, "Old Town")
HARBOUR = Place(("land", "city", "harbour"), PlacePrecision.NEIGHBOURHOOD, "Harbour")
BATTLE = Period(date(2021, 1, 1), date(2021, 9, 30))
STRIKE = day(date(2021, 3, 17))
CASE = Scope(place=CITY, period=BATTLE)
PARTIES = (
    Party("alliance", "the Alliance", PartyKind.COALITION, ("Alliance",)),
    Party("state", "the State", PartyKind.STATE),
    Party("group", "the Group", PartyKind.ARMED_GROUP),
)


def a_claim(one: str, figure: Interval | int, **said: object) -> Claim:
    """A claim of people killed; `parties`, `comparator`, `kind` and `unit` are taken apart, the rest are its fields."""
    interval = figure if isinstance(figure, Interval) else exactly(figure)
    parties = said.pop("parties", None)
    quantity = Quantity(
        interval,
        said.pop("comparator", Comparator.EXACT),  # type: ignore[arg-type]
        said.pop("unit", Unit.PEOPLE),  # type: ignore[arg-type]
        said.pop("kind", ClaimKind.EXACT),  # type: ignore[arg-type]
    )
    given: dict[str, object] = {
        "outcome": Outcome.KILLED,
        "population": Population.PEOPLE,
        "chain": (f"speaker {one}",),
    }
    source = str(said.pop("source", f"paper-{one}"))
    document = str(said.pop("document", f"d-{one}"))
    if parties is not None:
        given["attribution"] = Attribution(tuple(parties))  # type: ignore[arg-type]
    return Claim(f"c-{one}", Locator(document, 0, 9), source, str(interval), quantity, **{**given, **said})  # type: ignore[arg-type]


def a_position(
    one: str, party: str, position: Position, conceded: Interval = UNKNOWN, **said: object
) -> Acknowledgement:
    """A party's position."""
    return Acknowledgement(f"a-{one}", Locator("d-positions", row=1), "register", party, position, conceded, **said)  # type: ignore[arg-type]


def a_record(one: str, source: str = "morgue", **said: object) -> Record:
    """One list's entry."""
    return Record(f"r-{one}", Locator(f"d-{source}", row=1), source, **said)  # type: ignore[arg-type]


def a_victim(one: str, records: tuple[str, ...] = (), sources: tuple[str, ...] = ("morgue",), **said: object) -> Victim:
    """The person behind some records."""
    given: dict[str, object] = {"names": (WrittenName(f"Person {one}", Script.LATIN),)}
    return Victim(f"v-{one}", records or (f"r-{one}",), sources, **{**given, **said})  # type: ignore[arg-type]


def a_dossier(
    claims: tuple[Claim, ...] = (),
    incidents: tuple[Incident, ...] = (),
    *,
    positions: tuple[Acknowledgement, ...] = (),
    records: tuple[Record, ...] = (),
    resolution: Resolution | None = None,
    origins: tuple[Origin, ...] = (),
) -> Dossier:
    """What an assessor has on the desk."""
    sources = tuple(Source(name, name, SourceKind.MORGUE) for name in sorted({record.source for record in records}))
    told = Assertions(claims, records, positions)
    return Dossier(CASE, sources, PARTIES, told, resolution or Resolution(()), incidents, origins)


def some_findings(**found: object) -> Findings:
    """Findings with nothing in them but what is given."""
    empty = """sources documents claims records acknowledgements propositions incidents assessments derivations origins
        figures tables estimates discrepancies"""
    nothing: dict[str, object] = dict.fromkeys(empty.split(), ())
    given = {"case": CaseFacts("A case", CASE), "parties": PARTIES, "links": Links((), "none", 0.5)}
    return Findings(**{**nothing, **given, "resolution": Resolution(()), **found})  # type: ignore[arg-type]
