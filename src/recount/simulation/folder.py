"""The descriptions of an invented case: recount.toml and a source.toml for each source."""

from collections.abc import Mapping
from datetime import date

from recount.simulation.boundaries import CREDIT
from recount.simulation.description import LICENCE, Value, of_source, toml
from recount.simulation.parties import PARTIES
from recount.simulation.settings import SimulationSettings
from recount.simulation.stories import HERALD, POST, PUBLISHERS, RADIO, WIRE, Story


def case_toml(settings: SimulationSettings) -> str:
    """recount.toml of the invented case."""
    about = (
        "Simulated. An invented city, invented parties and invented people, written by `recount simulate` with a known "
        f"truth of {settings.deaths:,} deaths, so that what a build finds can be compared with it."
    )
    about_ar = "محاكاة. مدينة متخيَّلة وأطراف وأشخاص متخيَّلون، كتبها البرنامج مع حقيقة معلومة لتُقارن بها النتائج."
    tables: dict[str, dict[str, Value]] = {
        "case": {
            "name": "Zaytara (simulated)",
            "name_ar": "زيتارة (محاكاة)",
            "about": about,
            "about_ar": about_ar,
            "version": "1",
            "as_of": date(settings.end.year + 2, 12, 31),
            "simulated": True,
        },
        "scope": {
            "outcome": "killed",
            "population": "people",
            "place": "zaytara",
            "start": settings.start,
            "end": settings.end,
        },
        "places": {
            "gazetteer": ["places.csv"],
            "boundaries": "boundaries.geojson",
            "boundaries_credit": CREDIT,
            "boundaries_licence": LICENCE,
        },
        "assessment": {"scale": "airwars", "register": "morgue"},
        "estimation": {"lists": ["morgue", "hospital", "ngo-victims", "official-list"]},
        "publication": {"naming": "full", "minors": "full", "show_rows": True},
    }
    parties: list[tuple[str, Mapping[str, Value]]] = [
        (
            "party",
            {
                "id": party.id,
                "name": party.name,
                "name_ar": party.name_ar,
                "kind": party.kind,
                "names": list(party.names),
                "hue": party.hue,
            },
        )
        for party in PARTIES
    ]
    return toml({}, tables, parties)


def source_tomls(stories: tuple[Story, ...], settings: SimulationSettings) -> dict[str, str]:
    """The source.toml of every source, by the source's id."""
    size = settings.register_size
    made = {
        "morgue": _morgue(size),
        "hospital": _hospital(),
        "ngo-victims": _victims(),
        "ngo-incidents": _incidents(),
        "press-tally": _tally(),
        "official-list": _official_list(settings),
        "positions": _positions(),
        "inquiries": _inquiries(),
    }
    papers = {source: _paper(source, [one for one in stories if one.source == source]) for source in PUBLISHERS}
    return made | papers


def _morgue(size: int) -> str:
    tables: dict[str, dict[str, Value]] = {
        "table": {"rows": "persons", "date_order": "DMY"},
        "columns": {
            "code": "ت",
            "name": "الاسم",
            "sex": "الجنس",
            "age": "العمر",
            "died": "تاريخ الوفاة",
            "registered": "تاريخ التسجيل",
            "place": "المكان",
            "cause": "سبب الوفاة",
            "outcome": "نوع الحالة",
        },
        "values.sex": {"ذكر": "male", "أنثى": "female"},
        "values.cause": {
            "سحق تحت الأنقاض": "collapse, weapon unknown",
            "قصف جوي": "airstrike",
            "قصف": "bombardment, air or ground",
            "قصف مدفعي": "artillery",
            "شظايا": "unknown",
            "انفجار": "mines and other explosives",
            "عبوة ناسفة": "mines and other explosives",
            "طلق ناري": "small arms and light weapons",
            "إعدام": "intentional killing in custody or by execution",
            "وفاة طبيعية": "other",
            "جلطة قلبية": "other",
        },
        "values.outcome": {"قتل": "killed", "وفاة طبيعية": "other"},
        "expect": {"rows": [size, size], "required": ["name", "registered"]},
        "expect.known": {"sex": ["ذكر", "أنثى", ""], "outcome": ["قتل", "وفاة طبيعية"]},
    }
    note = "The register of the city's morgue. It mixes in natural deaths and goes on after the battle."
    top = of_source("Morgue of Zaytara", "ثلاجة الموتى في زيتارة", "morgue", "ar", note=note)
    return toml(top, tables, [("document", {"file": "documents/register.csv", "title": "Register of the dead"})])


def _hospital() -> str:
    tables: dict[str, dict[str, Value]] = {
        "table": {"rows": "persons", "date_order": "YMD"},
        "columns": {
            "code": "no",
            "name": "name",
            "sex": "sex",
            "age": "age",
            "place": "from",
            "died": "date",
            "cause": "injury",
            "outcome": "result",
            "official_id": "id",
        },
        "values.sex": {"M": "male", "F": "female"},
        "values.cause": {
            "إصابة قصف جوي": "airstrike",
            "إصابة قصف مدفعي": "artillery",
            "إصابة انفجار": "mines and other explosives",
            "طلق ناري": "small arms and light weapons",
        },
        "values.outcome": {"died": "killed", "discharged": "injured"},
        "expect": {"required": ["name", "outcome"]},
    }
    top = of_source(
        "Hospital of Zaytara", "مستشفى زيتارة", "hospital", "ar", note="Patients brought in, with those who lived."
    )
    return toml(top, tables, [("document", {"file": "documents/patients.json", "title": "Patients"})])


def _victims() -> str:
    tables: dict[str, dict[str, Value]] = {
        "table": {"rows": "persons", "date_order": "YMD", "sealed": ["informant"]},
        "columns": {
            "code": "ref",
            "name": "full_name",
            "sex": "gender",
            "age": "age",
            "died": "date",
            "place": "area",
            "cause": "cause",
            "party": "alleged_party",
            "incident": "incident",
            "status": "status",
        },
        "values.status": {"civilian": "civilian", "combatant": "fighter"},
        "values.sex": {"M": "male", "F": "female"},
        "values.cause": dict(_CAUSES),
        "expect": {"required": ["name"]},
    }
    note = "Names collected from families, and from the hospital's file."
    top = of_source("Names of Zaytara", "أسماء زيتارة", "ngo", "en", depends_on=["hospital"], note=note)
    return toml(top, tables, [("document", {"file": "documents/victims.csv", "title": "Names of the dead"})])


_CAUSES = {
    "Airstrike": "airstrike",
    "Air strike": "airstrike",
    "Bombing": "bombardment, air or ground",
    "Shelling": "artillery",
    "Artillery": "artillery",
    "Mortar fire": "artillery",
    "Car bomb": "mines and other explosives",
    "IED": "mines and other explosives",
    "Mine": "mines and other explosives",
    "Gunfire": "small arms and light weapons",
    "Sniper": "small arms and light weapons",
    "Execution": "intentional killing in custody or by execution",
    "Killed in custody": "intentional killing in custody or by execution",
}


def _incidents() -> str:
    tables: dict[str, dict[str, Value]] = {
        "table": {"rows": "incidents", "date_order": "YMD"},
        "columns": {
            "code": "code",
            "date": "date",
            "place": "neighbourhood",
            "lat": "lat",
            "lon": "lon",
            "killed_low": "killed_min",
            "killed_high": "killed_max",
            "injured_low": "injured_min",
            "injured_high": "injured_max",
            "party": "belligerent",
            "cause": "cause",
            "claimant": "source",
            "published": "published",
        },
        "values.cause": dict(_CAUSES),
        "constants": {"population": "people"},
        "expect": {"required": ["code", "date", "place"]},
    }
    note = "Incidents with the lowest and highest number of dead that local sources give."
    top = of_source("Zaytara Incidents", "حوادث زيتارة", "ngo", "en", note=note)
    return toml(top, tables, [("document", {"file": "documents/incidents.csv", "title": "Incidents"})])


def _tally() -> str:
    tables: dict[str, dict[str, Value]] = {
        "table": {"rows": "incidents", "date_order": "YMD"},
        "columns": {
            "code": "entry",
            "start": "from",
            "end": "to",
            "place": "location",
            "lat": "lat",
            "lon": "lon",
            "killed_low": "min_dead",
            "killed_high": "max_dead",
            "party": "killers",
            "cause": "weapon",
            "published": "entered",
        },
        "values.cause": dict(_CAUSES),
        "constants": {"population": "people"},
        "expect": {"required": ["code", "start", "place"]},
    }
    note = "Incidents as newspapers had them. Where no newspaper wrote, sums by month and half of the city."
    top = of_source("Press Tally of Zaytara", "إحصاء صحافة زيتارة", "ngo", "en", note=note)
    return toml(top, tables, [("document", {"file": "documents/entries.csv", "title": "Entries"})])


def _official_list(settings: SimulationSettings) -> str:
    tables: dict[str, dict[str, Value]] = {
        "table": {"rows": "persons", "date_order": "YMD"},
        "columns": {
            "official_id": "رقم الهوية",
            "name": "الاسم الرباعي",
            "sex": "الجنس",
            "birth_year": "سنة الميلاد",
            "died": "تاريخ الوفاة",
            "place": "الحي",
        },
        "values.sex": {"ذكر": "male", "أنثى": "female"},
        "expect": {"required": ["official_id", "name"]},
    }
    note = "People whose families claimed compensation, in two versions."
    top = of_source("Ministry of Records", "وزارة السجلات", "official", "ar", party="government", note=note)
    year = settings.end.year
    versions: list[tuple[str, Mapping[str, Value]]] = [
        ("document", {"file": "documents/list-2019-08.csv", "published": date(year, 8, 20), "version": "2019-08"}),
        ("document", {"file": "documents/list-2019-12.csv", "published": date(year, 12, 15), "version": "2019-12"}),
    ]
    return toml(top, tables, versions)


def _positions() -> str:
    tables: dict[str, dict[str, Value]] = {
        "table": {"rows": "positions", "date_order": "YMD"},
        "columns": {
            "code": "code",
            "party": "party",
            "position": "position",
            "reason": "reason",
            "stage": "stage",
            "conceded_low": "conceded_low",
            "conceded_high": "conceded_high",
            "date": "event_date",
            "place": "place",
            "incident": "answers",
            "total": "total",
            "stated": "stated",
            "supersedes": "supersedes",
            "words": "words",
        },
        "constants": {"outcome": "killed", "population": "civilians"},
        "expect": {"required": ["code", "party", "position"]},
    }
    note = "What the parties say of single incidents and of their totals, with what each statement replaced."
    top = of_source("Statements of the parties", "بيانات الأطراف", "official", "en", note=note)
    return toml(top, tables, [("document", {"file": "documents/positions.csv", "title": "Statements"})])


def _inquiries() -> str:
    names = ("incident", "says", "side", "claimant", "party", "stated", "words")
    tables: dict[str, dict[str, Value]] = {
        "table": {"rows": "propositions", "date_order": "YMD"},
        "columns": {name: name for name in names},
        "expect": {"required": ["incident", "says", "side", "claimant"]},
    }
    top = of_source("Inquiries into the worst strike", "تحقيقات في أسوأ ضربة", "other", "en")
    return toml(top, tables, [("document", {"file": "documents/propositions.csv", "title": "Who says what happened"})])


_PAPERS = {
    WIRE: ("Harbour Wire", "وكالة هاربر واير", "en"),
    HERALD: ("The Zaytara Herald", "زيتارة هيرالد", "en"),
    POST: ("Delta Post", "دلتا بوست", "en"),
    RADIO: ("Nahr Radio", "راديو النهر", "ar"),
}


def _paper(source: str, stories: list[Story]) -> str:
    name, name_ar, language = _PAPERS[source]
    kind = "local" if source == RADIO else "news"
    documents: list[tuple[str, Mapping[str, Value]]] = [("document", _about(story)) for story in stories]
    return toml(of_source(name, name_ar, kind, language), {}, documents)


def _about(story: Story) -> dict[str, Value]:
    about: dict[str, Value] = {
        "file": story.file,
        "published": story.published,
        "title": story.title,
        "publisher": PUBLISHERS[story.source],
    }
    return about | ({"credit": ["Harbour Wire"]} if story.source == HERALD else {})
