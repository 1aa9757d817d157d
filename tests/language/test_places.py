"""Places by name, whatever the spelling or the script."""

import pytest

from recount.errors import CaseError
from recount.language.places import load_gazetteer

HEADER = "id,parent,name,names,lat,lon,precision,radius_km,source,licence\n"
LINES = (
    "land,,Tamrun,تمرون,33,44,country,,hand,CC0\n"
    "town,land,Zaytara,زيتارة|Zeitara,36.3,43.1,city,10,hand,CC0\n"
    "west,town,West Zaytara,western Zaytara|غرب زيتارة,,,district,5,hand,CC0\n"
    "jadida,west,al-Jadida,الجديدة,,,neighbourhood,1,hand,CC0\n"
)


@pytest.fixture
def gazetteer(tmp_path):
    path = tmp_path / "places.csv"
    path.write_text(HEADER + LINES, encoding="utf-8")
    return load_gazetteer([path])


@pytest.mark.parametrize("written", ["al-Jadida", "Jadidah", "al-Jadeedah", "الجديدة", "Al Jadida"])
def test_one_place_answers_to_every_spelling(gazetteer, written):
    assert gazetteer.find(written).path == ("land", "town", "west", "jadida")


def test_a_list_of_parts_gives_the_narrowest_place(gazetteer):
    assert gazetteer.find("Zaytara, Tamrun").id == "town"


def test_two_candidates_are_no_place(gazetteer):
    assert gazetteer.find("Zaytara / al-Jadida") is None


def test_scanning_gives_the_characters_of_the_text(gazetteer):
    text = "In Zaytara’s al-Jadida and in western Zaytara; قصف في الجديدة وفي زيتارة."
    found = [(text[start:end], place.id) for start, end, place in gazetteer.scan(text)]
    assert found == [
        ("Zaytara", "town"),
        ("al-Jadida", "jadida"),
        ("western Zaytara", "west"),
        ("الجديدة", "jadida"),
        ("زيتارة", "town"),
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("x,nowhere,X,,,,city,,,\n", r"places.csv, line 6: parent 'nowhere' is not a place"),
        ("x,land,X,,,,hamlet,,,\n", r"line 6: precision 'hamlet' is unknown"),
        ("x,land,X,,95,,city,,,\n", r"line 6: lat 95 is out of range"),
        ("town,land,X,,,,city,,,\n", r"line 6: id 'town' is used twice"),
        ("x,x,X,,,,city,,,\n", r"line 6: 'x' is its own ancestor"),
    ],
)
def test_a_bad_line_is_told_with_file_line_and_remedy(tmp_path, line, message):
    path = tmp_path / "places.csv"
    path.write_text(HEADER + LINES + line, encoding="utf-8")
    with pytest.raises(CaseError, match=message):
        load_gazetteer([path])


def test_a_missing_file_says_where_it_is_named(tmp_path):
    with pytest.raises(CaseError, match=r"no such gazetteer file; correct \[places\] gazetteer"):
        load_gazetteer([tmp_path / "none.csv"])
