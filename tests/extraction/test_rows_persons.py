"""One row, one person: what the list says, and nothing that it does not."""

import math
import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mgrs import MGRS

from recount.extraction.rows import mgrs
from recount.model.assertions import Attribution, Script, WrittenName
from recount.model.codes import Cause, Outcome, Sex, Status
from recount.model.evidence import Correction, Rows
from recount.model.values import Age, day
from tests.extraction.tables import CITY, OLD_TOWN, read, told

PERSONS = Rows.PERSONS


def test_a_full_row_becomes_a_record_with_its_locator() -> None:
    found = read(
        PERSONS,
        {
            "name": "سالم أحمد",
            "name_latin": "Salim Ahmad",
            "sex": "ذكر",
            "age": "٣٥",
            "died": "17/03/2017",
            "registered": "20/03/2017",
            "place": "Old Town",
            "cause": "قصف جوي",
            "status": "civilian",
            "party": "Alliance forces; state",
            "ground": "heard aircraft",
            "official_id": "00712",
            "code": "M-1",
            "incident": "I-9",
            "outcome": "killed",
        },
        values=(("sex", (("ذكر", "male"),)),),
    )
    (record,) = found.records
    assert found.set_aside == ()
    assert record.names == (WrittenName("سالم أحمد", Script.ARABIC), WrittenName("Salim Ahmad", Script.LATIN))
    assert (record.sex, record.age, record.died) == (Sex.MALE, Age(35, 35), day(date(2017, 3, 17)))
    assert (record.registered, record.place) == (date(2017, 3, 20), OLD_TOWN)
    assert (record.cause_written, record.cause) == ("قصف جوي", Cause.AIRSTRIKE)
    assert record.attribution == Attribution(("alliance", "state"), "A list", "heard aircraft")
    assert (record.status, record.outcome) == (Status.CIVILIAN, Outcome.KILLED)
    assert (record.official_id, record.own_code, record.incident) == ("00712", "M-1", "I-9")
    assert (record.locator.document, record.locator.row) == ("d-1", 2)


def test_a_body_without_a_name_is_a_person_too() -> None:
    words = ("مجهول الهوية", None, "Unknown", "unidentified body 12", "Unknown man no. 3", "جثة رقم ٥", "?", "-")
    found = read(PERSONS, *({"name": word, "died": "17/03/2017"} for word in words))
    assert [record.named for record in found.records] == [False] * len(words)
    assert len({record.id for record in found.records}) == len(words)


def test_an_infant_of_age_zero_counts_and_an_unknown_age_is_none() -> None:
    found = read(PERSONS, {"name": "A", "age": "0"}, {"name": "B", "age": ""}, {"name": "C", "age": "غير معروف"})
    assert [record.age for record in found.records] == [Age(0, 0), None, None]
    assert found.set_aside == ()


def test_an_unread_cell_names_row_column_and_remedy_and_the_row_goes_on() -> None:
    found = read(PERSONS, {"name": "A", "age": "214", "died": "17/03/2017"})
    (record,) = found.records
    assert (record.age, record.died) == (None, day(date(2017, 3, 17)))
    assert told(found) == (
        "sources/list/documents/a.csv, row 2, column AGE: age 214 is outside 0–120; "
        "correct it in hand/corrections.csv, with the reason"
    )
    assert not found.set_aside[0].whole


def test_a_correction_by_hand_is_read_in_place_of_the_cell() -> None:
    by_hand = Correction("documents/a.csv", 2, "AGE", "214", "21", "the certificate says 21")
    found = read(PERSONS, {"name": "A", "age": "214"}, corrections=(by_hand,))
    assert found.records[0].age == Age(21, 21)
    assert found.records[0].locator.row == 2
    assert found.set_aside == ()


@pytest.mark.parametrize(
    ("correction", "complaint"),
    [
        (Correction("documents/a.csv", 2, "AGE", "215", "21", "x"), "row 2, column AGE: a correction no longer fits"),
        (Correction("documents/a.csv", 9, "AGE", "214", "21", "x"), "row 9, column AGE: a correction names this row"),
        (Correction("documents/a.csv", 2, "YEARS", "214", "21", "x"), "names the column 'YEARS', which is not there"),
    ],
)
def test_a_correction_that_no_longer_fits_is_told_and_not_applied(correction: Correction, complaint: str) -> None:
    found = read(PERSONS, {"name": "A", "age": "214"}, corrections=(correction,))
    assert found.records[0].age is None
    assert complaint in told(found)


def test_a_word_for_sex_that_nobody_mapped_stays_unknown_and_is_told_once_with_its_rows() -> None:
    found = read(PERSONS, *({"name": f"A{n}", "sex": "M"} for n in range(100)))
    assert {record.sex for record in found.records} == {Sex.UNKNOWN}
    (line,) = found.set_aside
    assert "rows 2–101, column SEX: 'M' is not a known sex (100 rows)" in str(line)
    assert "map it under [values.sex]" in line.remedy


def test_many_different_bad_values_end_in_a_line_that_counts_the_rest() -> None:
    found = read(PERSONS, *({"name": f"A{n}", "age": f"age {n}"} for n in range(500)))
    assert len(found.set_aside) == 51
    assert "450 more such values (450 rows)" in str(found.set_aside[-1])


def test_crushed_is_a_collapse_by_an_unknown_weapon_and_names_no_party() -> None:
    (record,) = read(PERSONS, {"name": "A", "cause": "Crushed"}).records
    assert (record.cause_written, record.cause, record.attribution) == ("Crushed", Cause.COLLAPSE, None)


def test_a_mapped_cause_keeps_its_written_form() -> None:
    found = read(PERSONS, {"name": "A", "cause": "خ1"}, values=(("cause", (("خ1", "artillery"),)),))
    assert (found.records[0].cause_written, found.records[0].cause) == ("خ1", Cause.ARTILLERY)


def test_one_unknown_party_leaves_the_whole_joint_attribution_out() -> None:
    found = read(PERSONS, {"name": "A", "party": "alliance; rebels"}, {"name": "B", "party": "undetermined"})
    assert found.records[0].attribution is None
    assert "'rebels' is not a party of this case" in told(found)
    assert found.records[1].attribution == Attribution(("undetermined",), "A list")


def test_an_unknown_place_is_kept_as_written_and_told_once() -> None:
    found = read(PERSONS, *({"name": f"A{n}", "place": "Nowhere"} for n in range(5)), {"name": "B", "place": "City"})
    assert found.records[0].place is not None
    assert (found.records[0].place.path, found.records[0].place.written) == ((), "Nowhere")
    assert found.records[5].place == CITY
    (line,) = found.set_aside
    assert "rows 2–6, column PLACE: 'Nowhere' is not in the gazetteer (5 rows)" in str(line)


def test_a_malformed_grid_reference_is_refused_and_two_places_stay_two_candidates() -> None:
    found = read(PERSONS, {"name": "A", "place": "377SFU805225"}, {"name": "B", "place": "Old Town / Harbour"})
    assert found.records[0].place is None
    assert "'377SFU805225' is not a sound MGRS reference" in told(found)
    both = found.records[1].place
    assert both is not None
    assert (both.path, both.written) == (("land", "city"), "Old Town / Harbour")


@pytest.mark.parametrize(
    ("text", "lat", "lon"),
    [
        ("18S UJ 23480 06470", 38.8895, -77.0352),  # the Washington Monument
        ("4QFJ1234567890", 21.40966, -157.91607),  # Honolulu, the worked example of the standard
        ("38SLF3221", 36.33, 43.13),  # Mosul, to a kilometre
        ("56HLH34896 52288", -33.857, 151.215),  # the Sydney opera house: south of the equator
    ],
)
def test_a_sound_grid_reference_gives_its_coordinates(text: str, lat: float, lon: float) -> None:
    place = read(PERSONS, {"name": "A", "place": text}).records[0].place
    assert place is not None
    assert place.lat is not None
    assert place.lon is not None
    assert place.radius_km is not None
    assert abs(place.lat - lat) <= 0.0005 + place.radius_km / 100
    assert abs(place.lon - lon) <= 0.0005 + place.radius_km / 80


@pytest.mark.parametrize(
    "text", ["377SFU805225", "38SLF325422123", "38SAF32542212", "38SIO32542212", "38ILF32542212", "36RTC31396617"]
)
def test_a_malformed_grid_reference_is_refused_with_the_reason(text: str) -> None:
    found = read(PERSONS, {"name": "A", "place": text})
    assert found.records[0].place is None
    assert f"{text!r} is not a sound MGRS reference: " in told(found)


@given(st.floats(-79.9, 83.9), st.floats(-179.9, 179.9), st.integers(2, 5))
def test_every_sound_reference_on_earth_is_read_within_its_square(lat: float, lon: float, precision: int) -> None:
    reference = str(MGRS().toMGRS(lat, lon, MGRSPrecision=precision))
    point = mgrs.point(reference)
    away = math.hypot(point.lat - lat, (point.lon - lon) * math.cos(math.radians(lat))) * 111.7
    assert away <= point.radius_km * 1.01 + 0.001


def test_an_address_is_no_grid_reference() -> None:
    place = read(PERSONS, {"name": "A", "place": "12 B St 44"}).records[0].place
    assert place is not None
    assert place.written == "12 B St 44"


def test_names_after_a_stroke_are_other_names_of_the_same_person() -> None:
    (record,) = read(PERSONS, {"name": "Salim Ahmad / أبو علي"}).records
    assert [(name.text, name.script) for name in record.names] == [
        ("Salim Ahmad", Script.LATIN),
        ("أبو علي", Script.ARABIC),
    ]


def test_a_date_after_the_file_was_received_is_left_out() -> None:
    found = read(PERSONS, {"name": "A", "died": "17/03/2018"}, received=date(2017, 12, 31))
    assert found.records[0].died is None
    assert "2018-03-17 is after the document was received (2017-12-31)" in told(found)


def test_a_suspected_swap_of_day_and_month_is_only_reported() -> None:
    found = read(PERSONS, {"name": "A", "died": "03/12/2017"})
    assert found.records[0].died == day(date(2017, 12, 3))
    assert "column DIED: lies outside the period of the case, but inside it with day and month exchanged" in told(found)


def test_a_declared_order_that_fails_wherever_it_can_be_tested_is_told_for_the_rest() -> None:
    found = read(PERSONS, *({"name": f"A{n}", "died": died} for n, died in enumerate(("03/17/2017", "03/04/2017"))))
    assert "row 3, column DIED: may be misread: no date of this column is written DMY, and 1 can only be MDY" in told(
        found
    )
    sound = read(PERSONS, *({"name": f"A{n}", "died": died} for n, died in enumerate(("17/03/2017", "03/04/2017"))))
    assert sound.set_aside == ()


def test_dates_that_a_spreadsheet_swapped_are_told() -> None:
    dates = [f"2017-{n:02}-03" for n in range(2, 8)] + ["17/03/2017"]
    found = read(PERSONS, *({"name": f"A{n}", "died": died} for n, died in enumerate(dates)), sheet="List")
    assert "sheet List, rows 2–7, column DIED: may have been swapped: every real date" in told(found)
    assert len([record for record in found.records if record.died is not None]) == len(dates)


def test_a_death_after_its_registration_is_reported_and_both_are_kept() -> None:
    found = read(PERSONS, {"name": "A", "died": "20/03/2017", "registered": "17/03/2017"})
    assert found.records[0].died == day(date(2017, 3, 20))
    assert found.records[0].registered == date(2017, 3, 17)
    assert "column DIED: is after the registration" in told(found)


def test_a_date_of_registration_is_never_a_date_of_death() -> None:
    (record,) = read(PERSONS, {"name": "A", "registered": "17/03/2017"}).records
    assert record.died is None


def test_an_age_follows_from_birth_and_death_where_none_is_written() -> None:
    found = read(
        PERSONS,
        {"name": "A", "birth_date": "18/03/1982", "died": "17/03/2017", "age": ""},
        {"name": "B", "birth_year": "1982", "died": "17/03/2017"},
        {"name": "C", "birth_year": "1982", "died": "17/03/2017", "age": "50"},
    )
    assert [record.age for record in found.records] == [Age(34, 34), Age(34, 35), Age(50, 50)]
    assert [record.birth_year for record in found.records] == [1982, 1982, 1982]
    assert "row 4, column AGE: the age does not fit the birth: 34–35" in told(found)


def test_a_row_that_says_nothing_is_set_aside_whole() -> None:
    found = read(PERSONS, {"name": "A", "age": "1"}, {"name": " ", "age": None})
    assert len(found.records) == 1
    assert [(line.where, line.whole) for line in found.set_aside] == [("sources/list/documents/a.csv, row 3", True)]


def test_two_rows_with_one_code_are_both_kept_and_told() -> None:
    found = read(PERSONS, {"name": "A", "code": "7"}, {"name": "B", "code": "7"})
    assert len(found.records) == 2
    assert "the code '7' is also that of row 2" in told(found)


def test_a_name_never_stands_in_what_is_told() -> None:
    found = read(PERSONS, {"name_arabic": "Salim Ahmad", "name_latin": "123", "age": "x", "sex": "x", "died": "x"})
    assert "Salim" not in told(found)
    assert "the name is in latin script, not arabic" in told(found)


def test_reading_is_the_same_every_time() -> None:
    lines = [{"name": f"A{n}", "age": str(n), "place": f"P{n % 7}"} for n in range(50)]
    assert read(PERSONS, *lines) == read(PERSONS, *lines)


def test_twenty_thousand_rows_take_less_than_two_seconds() -> None:
    lines = [
        {
            "name": f"سالم أحمد محمد {n}",
            "sex": ("male", "female", "?")[n % 3],
            "age": str(n % 130),
            "died": f"{n % 28 + 1:02}/{n % 7 + 1:02}/2017",
            "place": f"Place {n % 300}",
            "cause": ("قصف", "crushed", "x")[n % 3],
            "code": str(n),
        }
        for n in range(20_000)
    ]
    begun = time.process_time()
    assert len(read(PERSONS, *lines).records) == 20_000
    assert time.process_time() - begun < 4, "measured 0.8 s alone on the machine; four leaves room for a slow one"
