"""A small invented case, made by hand: two lists, two reports, a table of incidents, and positions of one party."""

from dataclasses import replace
from datetime import UTC, date, datetime

from recount.model.assertions import (
    Acknowledgement,
    Attribution,
    Claim,
    Proposition,
    Quantity,
    Record,
    Script,
    Side,
    WrittenName,
)
from recount.model.codes import (
    Cause,
    ClaimKind,
    Comparator,
    Grade,
    Kind,
    Outcome,
    PartyKind,
    PlacePrecision,
    Population,
    Position,
    Sex,
    SourceKind,
    Unit,
)
from recount.model.decisions import Decision, Judgement, Question
from recount.model.discrepancies import Discrepancy, DiscrepancyKind
from recount.model.estimates import CaptureTable, Estimate, FittedModel
from recount.model.evidence import Document, Locator, Mapping, Row, Rows, SetAside, Source, Table
from recount.model.findings import CaseFacts, Findings
from recount.model.incidents import Assessment, Incident
from recount.model.interval import Interval, exactly
from recount.model.ledger import Effect, Figure, Line
from recount.model.origins import Derivation, Origin
from recount.model.people import Links, Resolution, ScoredPair, Victim, Weight
from recount.model.scope import Scope
from recount.model.values import UNDETERMINED, Age, Party, Period, Place, day

CITY = Place(("land", "zarda"), PlacePrecision.CITY, "Zarda", 36.2, 43.1, 8.0)
OLD_TOWN = Place(("land", "zarda", "old-town"), PlacePrecision.NEIGHBOURHOOD, "Old Town", 36.21, 43.12, 0.6)
HARBOUR = Place(("land", "zarda", "harbour"), PlacePrecision.DISTRICT, "Harbour", 36.18, 43.09, 2.0)
BATTLE = Period(date(2021, 1, 1), date(2021, 4, 30))
STRIKE = day(date(2021, 3, 17))
SCOPE = Scope(Outcome.KILLED, Population.PEOPLE, None, CITY, BATTLE, Kind.DOCUMENTED)

FIRST = "Residents said at least 12 people were killed in the Old Town on 17 March."
SECOND = "The alliance acknowledged 4 deaths there."
TEXT = f"A report from Zarda.\n\n{FIRST} {SECOND}\n\nNobody else could be reached <there>."
COPY = f"From another paper: {FIRST}"

MORGUE_HEADER = ("الاسم", "العمر", "الجنس", "تاريخ الوفاة", "ملاحظات")
MORGUE = (
    ("علي حسن محمود", "34", "ذكر", "2021-03-17", "witness-canary-7781"),
    ("زينب حسن محمود", "9", "انثى", "2021-03-17", None),
    ("مجهول الهوية", None, None, "2021-02-11", None),
)
NGO_HEADER = ("name", "age", "died", "place")
NGO = (("Ali Hasan Mahmoud", "34", "17.03.2021", "Old Town"), ("Omar Salim Dawud", "41", "02.02.2021", "Harbour"))
EVENTS_HEADER = ("code", "date", "place", "killed", "url")
EVENTS = (("Z-1", "2021-03-17", "Old Town", "10-14", "=HYPERLINK(1)"), ("Z-2", "2021-02-02", "Harbour", None, ""))


def findings() -> Findings:
    """The whole case."""
    return Findings(
        case=CaseFacts(
            "Zarda 2021",
            SCOPE,
            "زردة ٢٠٢١",
            "An invented city.",
            "مدينة متخيلة.",
            as_of=date(2021, 12, 31),
            simulated=True,
        ),
        parties=(
            Party("alliance", "the Alliance", PartyKind.COALITION, name_ar="التحالف", hue=210),
            Party("group", "the Group", PartyKind.ARMED_GROUP, name_ar="الجماعة", hue=30),
        ),
        sources=_sources(),
        documents=_documents(),
        claims=_claims(),
        records=_records(),
        acknowledgements=_positions(),
        propositions=_propositions(),
        links=Links((_pair(),), "by hand", 0.5, (("same day", 4),), (), 0.01),
        resolution=Resolution(_victims(), (4, 5)),
        incidents=_incidents(),
        assessments=(
            Assessment(
                "i-1", "alliance", Grade.CONFIRMED, "airwars", "It accepts harm.", ("o-1",), ("a-2",), exactly(4)
            ),
            Assessment("i-1", "group", Grade.WEAK, "airwars", "One account names it.", ("o-1",), ("c-1",)),
        ),
        derivations=(Derivation("c-3", "c-1", "copy", 0.99, "the same sentence"),),
        origins=(Origin("o-1", ("c-1", "c-3"), ("d-one", "d-two"), "residents"), Origin("o-2", ("c-2",), ("d-one",))),
        figures=_figures(),
        tables=(CaptureTable(("morgue", "ngo"), (((0, 1), 1), ((1, 0), 2), ((1, 1), 1))),),
        estimates=(_estimate(),),
        discrepancies=_discrepancies(),
        decisions=(_decision(),),
        set_aside=(SetAside("sources/ngo/list.csv, row 9", "age 214 is outside 0–120", "correct it in hand/"),),
        method=(("assessment.scale", "airwars"), ("linkage.threshold", "0.5")),
        places=(("land", ("The Land",)), ("zarda", ("Zarda", "زردة")), ("old-town", ("Old Town", "المدينة القديمة"))),
    )


def _mapping(rows: Rows, columns: dict[str, str], sealed: tuple[str, ...] = ()) -> Mapping:
    return Mapping(rows, tuple(columns.items()), sealed=sealed)


def _sources() -> tuple[Source, ...]:
    people = {"name": "الاسم", "age": "العمر", "sex": "الجنس", "died": "تاريخ الوفاة"}
    english = {"name": "name", "age": "age", "died": "died", "place": "place"}
    events = {"code": "code", "date": "date", "place": "place", "killed": "killed", "url": "url"}
    return (
        Source("events", "Event table", SourceKind.NGO, mapping=_mapping(Rows.INCIDENTS, events)),
        Source(
            "morgue",
            "Morgue of Zarda",
            SourceKind.MORGUE,
            "ar",
            name_ar="مشرحة زردة",
            mapping=_mapping(Rows.PERSONS, people, ("ملاحظات",)),
        ),
        Source("ngo", "Zarda Memorial", SourceKind.NGO, mapping=_mapping(Rows.PERSONS, english)),
        Source("paper", "The Zarda Paper", SourceKind.NEWS, url="javascript:alert(1)"),
    )


def _document(key: str, source: str, header: tuple[str, ...], cells: tuple[tuple[str | None, ...], ...]) -> Document:
    sealed = [tuple(None if h == "ملاحظات" else c for h, c in zip(header, row, strict=True)) for row in cells]
    rows = tuple(Row(number, row) for number, row in enumerate(sealed, 2))
    return Document(
        key, source, f"sources/{source}/documents/list.csv", "0" * 64, 10, "text/csv", tables=(Table(header, rows),)
    )


def _documents() -> tuple[Document, ...]:
    one = Document("d-one", "paper", "sources/paper/documents/one.txt", "1" * 64, 10, "text/plain", text=TEXT)
    two = Document("d-two", "paper", "sources/paper/documents/two.txt", "2" * 64, 10, "text/plain", text=COPY)
    return (
        _document("d-events", "events", EVENTS_HEADER, EVENTS),
        _document("d-morgue", "morgue", MORGUE_HEADER, MORGUE),
        _document("d-ngo", "ngo", NGO_HEADER, NGO),
        replace(one, title="Deaths in the Old Town", published=date(2021, 3, 18), url="https://example.org/one"),
        replace(two, title="Reprinted", published=date(2021, 3, 20)),
    )


def _at(text: str, words: str, document: str) -> Locator:
    start = text.index(words)
    return Locator(document, start, start + len(words))


def _sentence(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return (start, start + len(words))


def _claims() -> tuple[Claim, ...]:
    twelve = Quantity(Interval(12, None), Comparator.AT_LEAST, Unit.PEOPLE, ClaimKind.BOUND)
    blamed = Attribution(("alliance",), "residents")
    first = Claim(
        "c-1",
        _at(TEXT, "at least 12 people", "d-one"),
        "paper",
        "at least 12 people",
        twelve,
        Outcome.KILLED,
        Population.PEOPLE,
        blamed,
        period=STRIKE,
        place=OLD_TOWN,
        chain=("The Zarda Paper", "residents"),
        sentence=_sentence(TEXT, FIRST),
        published=date(2021, 3, 18),
    )
    four = Quantity(exactly(4), Comparator.EXACT, Unit.PEOPLE, ClaimKind.EXACT)
    own = replace(first, id="c-2", locator=_at(TEXT, "4 deaths", "d-one"), phrase="4 deaths", quantity=four)
    own = replace(own, sentence=_sentence(TEXT, SECOND), chain=("The Zarda Paper", "the Alliance"))
    copied = replace(first, id="c-3", locator=_at(COPY, "at least 12 people", "d-two"), published=date(2021, 3, 20))
    copied = replace(copied, sentence=_sentence(COPY, FIRST), population=Population.CIVILIANS)
    ten = Quantity(Interval(10, 14), Comparator.EXACT, Unit.PEOPLE, ClaimKind.RANGE)
    cell = Claim(
        "c-4",
        Locator("d-events", row=2, column="killed"),
        "events",
        "10-14",
        ten,
        Outcome.KILLED,
        Population.PEOPLE,
        Attribution(("alliance", "group")),
        period=STRIKE,
        place=OLD_TOWN,
        chain=("Event table",),
        incident="Z-1",
    )
    nothing = Quantity(Interval(), Comparator.EXACT, Unit.PEOPLE, ClaimKind.NO_FIGURE)
    silent = replace(
        cell, id="c-5", locator=Locator("d-events", row=3, column="killed"), quantity=nothing, phrase="", incident="Z-2"
    )
    return (first, own, copied, cell, replace(silent, period=day(date(2021, 2, 2)), place=HARBOUR, attribution=None))


def _records() -> tuple[Record, ...]:
    arabic = [(WrittenName(row[0] or "", Script.ARABIC),) for row in MORGUE]
    blamed = Attribution(("alliance",), "the list")
    return (
        Record(
            "r-1",
            Locator("d-morgue", row=2, column="الاسم"),
            "morgue",
            arabic[0],
            Sex.MALE,
            Age(34, 34),
            died=STRIKE,
            place=OLD_TOWN,
            cause_written="قصف جوي",
            cause=Cause.AIRSTRIKE,
        ),
        Record("r-2", Locator("d-morgue", row=3), "morgue", arabic[1], Sex.FEMALE, Age(9, 9), died=STRIKE),
        Record("r-3", Locator("d-morgue", row=4), "morgue", (), died=day(date(2021, 2, 11))),
        Record(
            "r-4",
            Locator("d-ngo", row=2),
            "ngo",
            (WrittenName("Ali Hasan Mahmoud", Script.LATIN),),
            age=Age(34, 34),
            died=STRIKE,
            attribution=blamed,
        ),
        Record(
            "r-5",
            Locator("d-ngo", row=3),
            "ngo",
            (WrittenName("Omar Salim Dawud", Script.LATIN),),
            age=Age(41, 41),
            died=day(date(2021, 2, 2)),
            place=HARBOUR,
        ),
    )


def _pair() -> ScoredPair:
    weights = (
        Weight("prior", -8.0),
        Weight("given name", 7.5, "علي / Ali"),
        Weight("kin", -1.2, "حسن محمود / Hasan Mahmoud"),
        Weight("died", 6.1, "2021-03-17"),
    )
    return ScoredPair("r-1", "r-4", 0.953, weights)


def _victims() -> tuple[Victim, ...]:
    by = {record.id: record for record in _records()}
    home = Place((*OLD_TOWN.path, "house-14"), PlacePrecision.BUILDING, "house 14", 36.2101, 43.1202, 0.01)
    blamed = (Attribution(("alliance",)),)
    return (
        Victim(
            "v-1",
            ("r-1", "r-4"),
            ("morgue", "ngo"),
            by["r-1"].names + by["r-4"].names,
            Sex.MALE,
            Age(34, 34),
            died=STRIKE,
            place=home,
            attributions=blamed,
            incidents=("i-1",),
            joined=0.953,
            decisions=("amina#1",),
        ),
        Victim("v-2", ("r-2",), ("morgue",), by["r-2"].names, Sex.FEMALE, Age(9, 9), died=STRIKE, place=home),
        Victim("v-3", ("r-3",), ("morgue",), died=day(date(2021, 2, 11))),
        Victim("v-4", ("r-5",), ("ngo",), by["r-5"].names, Sex.MALE, Age(41, 41), died=day(date(2021, 2, 2))),
    )


def _positions() -> tuple[Acknowledgement, ...]:
    first = Acknowledgement(
        "a-1",
        Locator("d-one", TEXT.index(SECOND), TEXT.index(SECOND) + len(SECOND)),
        "paper",
        "alliance",
        Position.NON_CREDIBLE,
        Interval(),
        reason="insufficient information",
        place=OLD_TOWN,
        period=STRIKE,
        stated=date(2021, 4, 2),
        words="Insufficient information.",
    )
    later = replace(first, id="a-2", position=Position.ACCEPTS, conceded=exactly(4), reason="", supersedes="a-1")
    return (first, replace(later, stated=date(2021, 6, 1), words=SECOND))


def _propositions() -> tuple[Proposition, ...]:
    where = Locator("d-events", row=2)
    return (
        Proposition("p-1", where, "events", "Z-1", "a strike occurred", Side.SUPPORTS, "residents"),
        Proposition("p-2", where, "events", "Z-1", "a strike occurred", Side.DENIES, "the Group", words="No aircraft."),
    )


def _incidents() -> tuple[Incident, ...]:
    return (
        Incident(
            "i-1",
            OLD_TOWN,
            STRIKE,
            ("Z-1",),
            "Old Town, 17 March",
            ("c-1", "c-2", "c-3", "c-4"),
            ("a-1", "a-2"),
            ("p-1", "p-2"),
            ("v-1", "v-2"),
            Interval(10, 14),
            notes=("One account places it in the Harbour.",),
        ),
        Incident("i-2", HARBOUR, day(date(2021, 2, 2)), ("Z-2",), "", ("c-5",)),
    )


def _line(people: int | Interval, label: str, evidence: tuple[str, ...], effect: Effect = Effect.ADDS) -> Line:
    amount = people if isinstance(people, Interval) else exactly(people)
    return Line(effect, amount, "a declared rule", f"said of {label}", evidence, label)


def _figures() -> tuple[Figure, ...]:
    people = ("v-1", "v-2", "v-3", "v-4")
    head = (
        _line(3, "Morgue of Zarda", ("r-1", "r-2", "r-3")),
        _line(2, "Zarda Memorial", ("r-4", "r-5")),
        _line(1, "overlap", ("v-1",), Effect.SUBTRACTS),
        _line(Interval(0, 1), "doubt", people),
    )
    own = replace(SCOPE, kind=Kind.ACKNOWLEDGED, parties=("alliance",))
    march = Period(date(2021, 3, 1), date(2021, 3, 31))
    february = Period(date(2021, 2, 1), date(2021, 2, 28))
    return (
        Figure("documented", SCOPE, head, (_line(2, "weak grades", ("i-2",)),), ("A note.",)),
        Figure("documented/named", SCOPE, (_line(3, "by name", ("v-1", "v-2", "v-4")),)),
        Figure("documented/unnamed", SCOPE, (_line(1, "without a name", ("v-3",)),)),
        Figure("claimed", replace(SCOPE, kind=Kind.CLAIMED), (_line(Interval(12, None), "residents", ("c-1", "c-3")),)),
        Figure("acknowledged/alliance", own, (_line(4, "stated total", ("a-2",)),)),
        Figure("documented/alliance", replace(SCOPE, parties=("alliance",)), (_line(1, "alone", ("v-1",)),)),
        Figure(f"documented/{UNDETERMINED}", replace(SCOPE, parties=(UNDETERMINED,)), (_line(3, "alone", people[1:]),)),
        Figure("documented/2021-02", replace(SCOPE, period=february), (_line(2, "in February", ("v-3", "v-4")),)),
        Figure("documented/2021-03", replace(SCOPE, period=march), (_line(2, "in March", ("v-1", "v-2")),)),
    )


def _estimate() -> Estimate:
    models = (FittedModel(("morgue × ngo",), 6.2, 12.1, 0.7, 3), FittedModel((), 5.0, 14.0, 0.3, 2))
    lists = ("morgue", "ngo")
    caveat = ("Two lists only.",)
    return Estimate("all", lists, 4, "log-linear", "fragile", (), Interval(4, 11), 6.0, models, caveat)


def _discrepancies() -> tuple[Discrepancy, ...]:
    return (
        Discrepancy(
            "x-1",
            DiscrepancyKind.MUTATION,
            "People became civilians",
            "The copy says civilians where the first report says people.",
            ("c-1", "c-3"),
            0.9,
        ),
        Discrepancy(
            "x-2",
            DiscrepancyKind.GAP,
            "Claimed beyond what is acknowledged",
            "Claimed and acknowledged differ.",
            ("c-1", "a-2"),
            0.6,
            (("gap", Interval(8, None)),),
            True,
        ),
    )


def _decision() -> Decision:
    return Decision(
        1,
        datetime(2021, 11, 2, 10, 0, tzinfo=UTC),
        "amina",
        Question.SAME_PERSON,
        ("r-1", "r-4"),
        Judgement.YES,
        "same mother's name",
        "e" * 64,
    )
