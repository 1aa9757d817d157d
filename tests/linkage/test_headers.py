"""Which columns of somebody's spreadsheet are the name, the sex, the age."""

import pytest

from recount.errors import UnknownSubject
from recount.linkage.headers import date_order, drafted, mapped, sexes


@pytest.mark.parametrize(
    ("header", "found"),
    [
        (["ID", "Full Name", "Gender", "Age (yrs)"], {"name": ("Full Name",), "sex": ("Gender",)}),
        (["Age (years)", "name"], {"name": ("name",), "age": ("Age (years)",)}),
        (["ت", "الإسم الرباعي", "الجنس", "العمر"], {"name": ("الإسم الرباعي",), "sex": ("الجنس",), "age": ("العمر",)}),
        (["first_name", "Father's name", "SURNAME"], {"name": ("first_name", "Father's name", "SURNAME")}),
        (["Nom", "Prénom"], {"name": ("Prénom", "Nom")}),
        (["name", "name_ar"], {"name": ("name",), "name_arabic": ("name_ar",)}),
    ],
)  # fmt: skip
def test_usual_headers_are_known(header: list[str], found: dict[str, tuple[str, ...]]):
    assert drafted(header) == found


def test_a_running_number_is_no_evidence_that_two_rows_are_one_person():
    assert drafted(["id", "no", "code", "رقم", "ID"]) == {}


def test_a_mapping_names_columns_of_any_list_and_takes_what_is_there():
    assert mapped("name=Naam,name=Full name,age=YEARS", ["full name", "years"]) == {
        "name": ("full name",),
        "age": ("years",),
    }
    assert mapped("name=a+b", ["a", "b"]) == {"name": ("a", "b")}
    assert mapped("ngo:name=a,name=b", ["a", "b"], "ngo") == {"name": ("a",)}
    assert mapped("ngo:name=a,name=b", ["a", "b"], "register") == {"name": ("b",)}
    with pytest.raises(UnknownSubject, match="--map nme=x: write FIELD=COLUMN"):
        mapped("nme=x", ["x"])


def test_words_for_the_sexes_are_known_and_others_left_to_be_told():
    assert dict(sexes(["M", "f ", "أنثى", "ذكر", "x", None])) == {
        "M": "male",
        "f": "female",
        "أنثى": "female",
        "ذكر": "male",
    }


@pytest.mark.parametrize(
    ("dates", "order"),
    [(["2017-03-17"], "YMD"), (["03/02/2020", "17/03/2020"], "DMY"), (["03/17/2020"], "MDY"), ([], "DMY")],
)  # fmt: skip
def test_the_order_of_dates_shows_in_those_that_allow_one_only(dates: list[str], order: str):
    assert date_order(dates) == order
