"""Layouts that come with the package, each read from a table as its publisher heads it; every event is invented."""

import csv
import io
from pathlib import Path

import pytest

from recount.extraction.rows import assertions_in
from recount.extraction.settings import ExtractionSettings
from recount.ingestion import ingest, load_sources
from recount.ingestion.fields import CODES, FIELDS, code
from recount.ingestion.layouts import every, names
from recount.model.assertions import Assertions
from recount.model.codes import Cause, Outcome, PlacePrecision, Population, Position, Sex, Status
from recount.model.interval import Interval, exactly
from tests.extraction.tables import THEATRE
from tests.ingestion.folders import a_source, taken_in, told

ACLED = """event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,\
inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,\
longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp
LND17,17 March 2017,2017,1,Political violence,Explosions/Remote violence,Air/drone strike,State,,1,Civilians,,7,17,\
Civilian targeting,1,North,Land,Land,City,,Old Town,36.34,43.13,1,A paper; A wire,National,"A strike, it is said.",12,,1
"""
GED = """id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,\
dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,\
number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,\
where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,\
event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob
71,L-1,2017,1,Clear,1,1,1,Land,1,1,State - Group,1,1,State,2,2,Group,1,a,b,2017-03-18,c,police,2,Old Town,near it,\
Land,City,36.34,43.13,POINT,1,Land,1,North,1,1,2017-03-17 00:00:00.000,2017-03-18 00:00:00.000,0,3,4,0,7,9,5,1,
"""
IBC = """IBC code,Start Date,End Date,Time,Location,Target,Weapons,Reported Minimum,Reported Maximum,Sources
k1,17 Mar 2017,17 Mar 2017,AM,Old Town,market,car bomb,4,6,"AP, REU"
"""
PERSONS_OF_IBC = """IBC code,Name or Identifying Details,Age,Sex,Marital Status,Parental Status,\
Earliest Date,Latest Date,Location
k1-a1,Person One,Adult,Male,,,17 Mar 2017,18 Mar 2017,Old Town
"""
AIRWARS = """Incident Code,Incident date,Location,Geolocation,Geolocation accuracy,Civilians reported killed,\
Children killed,Civilians reported injured,Airwars civilian harm grading,Known belligerent,\
Belligerent position on incident,Civilian deaths conceded,MGRS
CI1,"March 17, 2017","Old Town, City","36.34, 43.13",Neighbourhood/area,3–5,2,Unknown,Confirmed,the Alliance,\
Credible / Substantiated,3,
CI2,"March 18, 2017",Harbour,,,Unknown,,,Fair,the Alliance,Not yet assessed,,
"""
MONTHS = """Month,Party,Carried over,New,Closed,Still open,Credible,Non-credible,Duplicate,\
Deaths,Correction,Total,Published
2017-03,the State,43,27,28,42,9,17,2,45,-2,"at least 1,352",2017-04-30
"""
MORGUE = """ت,رقم السجل,اسم المتوفى,الجنس,العمر,تاريخ الوفاة,تاريخ التسجيل,مكان الحادث,سبب الوفاة,الصفة
١,٧/٢٠١٧,شخص أول,ذكر,٣٥,١٧/٠٣/٢٠١٧,٢٠/٠٣/٢٠١٧,Old Town,سحق,مدني
٢,٨/٢٠١٧,مجهول الهوية,انثى,,,٢١/٠٣/٢٠١٧,Old Town,قصف جوي,
"""
HOSPITAL = """File number,Name,Sex,Age,Admitted,Outcome
1,Person One,M,30,17/03/2017,died
2,Person Two,F,6 months,17/03/2017,discharged
3,Person Three,F,40,18/03/2017,
"""
IDS = """id,name,en_name,dob,sex,age,source
900000001,شخص أول,Person One,1987-01-02,m,30,h
"""
DOSSIERS = """Dossier,Consent,Name,Also known as,Sex,Age,Date of death,Place,Interviewee,Contact,Interviewer,Address
D1,yes,Person One,Abu Two; Person Onne,male,30,2017-03-17,Old Town,a witness,07,someone,a street
D2,anonymous,Person Two,,female,8,2017-03-17,Old Town,a witness,07,someone,a street
D3,no,Person Three,,female,9,2017-03-17,Old Town,a witness,07,someone,a street
D4,,Person Four,,female,9,2017-03-17,Old Town,a witness,07,someone,a street
"""


def read(root: Path, layout: str, table: str, more: str = "") -> tuple[Assertions, str]:
    """What is read of one table by a layout, and all that was set aside on the way."""
    toml = f'name = "A source"\nkind = "ngo"\n[table]\nlayout = "{layout}"\n{more}'
    (a_source(root, toml, "list") / "table.csv").write_text(table, "utf-8")
    sources, refused = load_sources(root)
    intake = ingest(root, sources)
    (document,) = intake.documents or (None,)
    found = Assertions() if document is None else assertions_in(document, sources[0], THEATRE, ExtractionSettings())
    return found, "\n".join(map(str, (*refused, *intake.set_aside, *found.set_aside)))


def test_every_layout_is_documented():
    page = Path(__file__).resolve().parents[2] / "docs" / "reference" / "layouts.md"
    assert all(f"| `{layout}` |" in page.read_text("utf-8") for layout in names())


@pytest.mark.parametrize("layout", every(), ids=names())
def test_a_layout_speaks_of_fields_and_meanings_that_exist(layout):
    assert {field for field, _ in (*layout.columns, *layout.constants)} <= set(FIELDS[layout.rows])
    assert set(layout.essential) <= {field for field, _ in layout.columns}
    assert all(code(field, meaning) for field, pairs in layout.values if field in CODES for _, meaning in pairs)
    assert layout.about
    assert layout.name


@pytest.mark.parametrize("layout", every(), ids=names())
def test_no_header_of_a_layout_means_two_things(layout):
    mapped = [header for _, headers in layout.columns for header in headers]
    spoken_of = [*mapped, *layout.ignored, *layout.sealed]
    assert sorted({each for each in spoken_of if spoken_of.count(each) > 1}) == []


def test_a_whole_acled_row_is_read_without_a_word(tmp_path):
    found, aside = read(tmp_path, "acled", ACLED)

    (claim,) = found.claims
    assert aside == ""
    assert (claim.incident, str(claim.period), claim.quantity.interval) == ("LND17", "2017-03-17", exactly(12))
    assert (claim.cause, claim.population) == (Cause.AIRSTRIKE, Population.PEOPLE)
    assert claim.attribution is None
    assert claim.claimant == "A paper; A wire"
    assert claim.place is not None
    assert (claim.place.id, claim.place.precision) == ("old-town", PlacePrecision.CITY)


def test_headers_in_capitals_are_the_same_layout(tmp_path):
    header, _, rest = ACLED.partition("\n")
    found, aside = read(tmp_path, "acled", f"{header.upper()}\n{rest}")

    assert found.claims[0].quantity.interval == exactly(12)
    assert aside == ""


def test_a_ged_event_gives_its_interval_and_its_civilians(tmp_path):
    found, aside = read(tmp_path, "ucdp-ged", GED)

    whole, civilians = found.claims
    assert aside == ""
    assert whole.quantity.interval == Interval(5, 9)
    assert (civilians.population, civilians.quantity.interval) == (Population.CIVILIANS, exactly(4))
    assert civilians.part_of == whole.id
    assert str(whole.period) == "2017-03-17 to 2017-03-18"


def test_an_ibc_entry_gives_minimum_and_maximum(tmp_path):
    found, aside = read(tmp_path, "ibc", IBC)

    (claim,) = found.claims
    assert aside == ""
    assert claim.quantity.interval == Interval(4, 6)
    assert (claim.population, claim.cause) == (Population.CIVILIANS, Cause.EXPLOSIVE)


def test_an_ibc_person_died_between_two_days(tmp_path):
    found, aside = read(tmp_path, "ibc-individuals", PERSONS_OF_IBC)

    (record,) = found.records
    assert aside == ""
    assert str(record.died) == "2017-03-17 to 2017-03-18"
    assert (record.sex, record.status) == (Sex.MALE, Status.CIVILIAN)
    assert record.age is not None
    assert record.age.low == 18


def test_an_airwars_row_gives_the_account_and_what_the_belligerent_says_of_it(tmp_path):
    found, aside = read(tmp_path, "airwars", AIRWARS)

    killed = [one for one in found.claims if one.incident == "CI1"]
    assert [(one.population, one.quantity.interval) for one in killed] == [
        (Population.CIVILIANS, Interval(3, 5)),
        (Population.CHILDREN, exactly(2)),
    ]
    assert killed[0].graded == "Confirmed"
    assert killed[0].place is not None
    assert killed[0].place.precision is PlacePrecision.NEIGHBOURHOOD
    accepted, still_open = found.acknowledgements
    assert (accepted.party, accepted.position, accepted.conceded) == ("alliance", Position.ACCEPTS, exactly(3))
    assert (accepted.answers, still_open.position) == ("CI1", Position.OPEN)
    assert aside == ""


def test_an_unknown_number_stays_unknown(tmp_path):
    found, _ = read(tmp_path, "airwars", AIRWARS)

    assert not next(one for one in found.claims if one.incident == "CI2").quantity.interval.known


def test_a_month_is_read_with_the_sign_of_its_correction(tmp_path):
    found, aside = read(tmp_path, "monthly-report", MONTHS)

    (month,) = found.monthly
    assert aside == ""
    assert (month.carried, month.new, month.closed, month.still_open) == (43, 27, 28, 42)
    assert (month.correction, month.total, month.party) == (-2, 1352, "state")
    (position,) = found.acknowledgements
    assert (position.id, position.conceded) == (month.position, Interval(1352, None))
    assert position.of_total


def test_a_morgue_register_in_arabic_is_read_with_its_digits(tmp_path):
    found, aside = read(tmp_path, "morgue-register", MORGUE)

    named, nameless = found.records
    assert aside == ""
    assert (str(named.died), str(named.registered)) == ("2017-03-17", "2017-03-20")
    assert (named.cause, named.status, named.sex) == (Cause.COLLAPSE, Status.CIVILIAN, Sex.MALE)
    assert named.attribution is None
    assert not nameless.named
    assert (nameless.died, nameless.cause) == (None, Cause.AIRSTRIKE)


def test_nobody_in_a_hospital_list_is_killed_who_is_not_said_to_be(tmp_path):
    found, aside = read(tmp_path, "hospital-list", HOSPITAL)

    assert [one.outcome for one in found.records] == [Outcome.KILLED, Outcome.INJURED, Outcome.CASUALTY]
    assert "row 4, column Outcome: the outcome is not given" in aside


def test_a_list_with_ids_keeps_them_and_both_scripts(tmp_path):
    found, aside = read(tmp_path, "persons-with-ids", IDS)

    (record,) = found.records
    assert aside == ""
    assert (record.official_id, record.birth_year, record.died) == ("900000001", 1987, None)
    assert {name.text for name in record.names} == {"شخص أول", "Person One"}


def test_consent_decides_before_anything_is_read(tmp_path):
    found, aside = read(tmp_path, "interview-dossiers", DOSSIERS)

    open_one, counted = found.records
    assert [name.text for name in open_one.names] == ["Person One", "Abu Two", "Person Onne"]
    assert not counted.named
    assert counted.age is not None
    assert "rows 4–5: no consent is given" in aside
    (document,) = ingest(tmp_path, load_sources(tmp_path)[0]).documents
    everything = str(document)
    assert not [hidden for hidden in ("Person Two", "Person Three", "a witness", "a street") if hidden in everything]


def test_a_word_for_consent_that_is_not_known_is_no_consent(tmp_path):
    found, aside = read(tmp_path, "interview-dossiers", DOSSIERS.replace("D1,yes", "D1,perhaps"))

    assert [one.own_code for one in found.records] == ["D2"]
    assert "the word for consent is not known" in aside


def test_without_its_column_of_consent_a_file_is_not_read(tmp_path):
    found, aside = read(tmp_path, "interview-dossiers", DOSSIERS.replace("Consent", "Agreed"))

    assert found.records == ()
    assert "the column of consent 'Consent' is not there" in aside


@pytest.mark.parametrize(
    ("consent", "names"), [("publish", ["شخص أول", "Person One"]), ("count only", []), ("none", None)]
)
def test_one_consent_may_hold_for_a_whole_list(tmp_path, consent, names):
    found, _ = read(tmp_path, "persons-with-ids", IDS, f'[constants]\nconsent = "{consent}"\n')

    assert [[name.text for name in one.names] for one in found.records] == ([] if names is None else [names])
    assert all(one.official_id is None for one in found.records) or consent == "publish"


def test_what_a_source_says_of_a_field_goes_before_its_layout(tmp_path):
    table = ACLED.replace("location,", "town,").replace("notes,", "remarks,")
    more = 'ignored = ["remarks"]\n[columns]\nplace = "town"\n[values.cause]\n"Air/drone strike" = "bombardment"\n'
    found, aside = read(tmp_path, "acled", table, more)

    (claim,) = found.claims
    assert aside == ""
    assert (claim.cause, claim.words) == (Cause.BOMBARDMENT, "")
    assert claim.place is not None
    assert claim.place.id == "old-town"


def test_a_column_the_layout_reads_can_be_sealed(tmp_path):
    found, aside = read(tmp_path, "acled", ACLED, 'sealed = ["notes"]\n')

    assert found.claims[0].words == ""
    assert aside == ""


def test_an_essential_column_is_missed_and_an_optional_one_is_not(tmp_path):
    _, aside = read(tmp_path, "ibc", IBC.replace("Reported Maximum", "Max").replace("Weapons", "Arms"))

    assert "has no column 'Reported Maximum', which killed_high is read from" in aside
    assert "which cause is read from" not in aside
    assert "column Arms: nobody reads it" in aside


def test_of_two_columns_for_one_field_the_second_is_told(tmp_path):
    rows = list(csv.reader(io.StringIO(IDS)))
    doubled = "\n".join(",".join([*row, more]) for row, more in zip(rows, ("الاسم رباعي", "شخص آخر"), strict=True))
    _, aside = read(tmp_path, "persons-with-ids", doubled.replace(",name,", ",ar_name,"))

    assert "nobody reads it" in aside


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('layout = "aclad"', "did you mean 'acled'?"),
        ('layout = "unheard of"', "the shipped layouts are: acled"),
        ('layout = "acled"\nrows = "persons"', "does not go with the layout acled"),
    ],
)
def test_a_layout_that_does_not_fit_is_refused_with_the_remedy(tmp_path, line, says):
    a_source(tmp_path, f'name = "A"\nkind = "ngo"\n[table]\n{line}\n')
    assert says in told(taken_in(tmp_path))
